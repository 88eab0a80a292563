"""Figures that a newcomer adds: files in a folder of their own, and their words."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

import messages
import transforms.kpis
from messages import catalogue
from transforms.kpis import families, shown_at, specs


@contextmanager
def another_figure(folder: Path, files: Mapping[str, str], words: str) -> Iterator[None]:
    """As if these files stood beside the KPIs, and these words in every language."""
    figures, languages = folder / "figures", folder / "languages"
    figures.mkdir()
    for name, text in files.items():
        (figures / f"{name}.py").write_text(text, encoding="utf-8")
    for language in ("en", "es"):
        shutil.copytree(Path(messages.__path__[0]) / language, languages / language)
        with (languages / language / "kpis.ftl").open("a", encoding="utf-8") as told:
            told.write(f"\n{words}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "_FOLDER", languages)
        patch.setattr(transforms.kpis, "__path__", [*transforms.kpis.__path__, str(figures)])
        _forget()
        try:
            yield
        finally:
            _forget()
            for name in files:
                sys.modules.pop(f"transforms.kpis.{name}", None)


def _forget() -> None:
    catalogue.forget_languages()
    for known in (families, specs, shown_at):
        known.cache_clear()
