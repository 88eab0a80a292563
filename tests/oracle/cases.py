"""A command to try: in which folder, with what changed there, and what it leaves to look at."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .companies import Companies

Change = str | bytes | tuple[str, str] | None
"""A file's content, a replacement inside of it, or None to take it away."""


@dataclass(frozen=True)
class Case:
    """`company` is one of the companies, or empty for a folder with `changes` alone."""

    name: str
    arguments: tuple[str, ...]
    company: str = ""
    changes: Mapping[str, Change] = field(default_factory=dict)
    """By path below the case's own folder, in which the company is `company/`."""
    environment: Mapping[str, str] = field(default_factory=dict)
    typed: str = ""
    shows: tuple[str, ...] = ()
    """Globs of files below the case's folder that the command wrote."""
    is_slow: bool = False
    reads_only: bool = False
    """Leaves its company as it was, so that cases can share it."""


def at(*arguments: str) -> tuple[str, ...]:
    """A command of the company in the case's folder."""
    return (*arguments, "--company", "company")


def prepared(case: Case, companies: Companies, folder: Path) -> Path:
    """The case's folder as the command shall find it."""
    folder.mkdir(parents=True)
    if case.company:
        source = _source(companies, case.company)
        if case.reads_only:
            (folder / "company").symlink_to(source)
        else:
            shutil.copytree(source, folder / "company")
    for name, change in case.changes.items():
        _apply(folder / name, change)
    return folder


def _source(companies: Companies, name: str) -> Path:
    sources: Mapping[str, Callable[[], Path]] = {
        "small": lambda: companies.small,
        "loaded-small": lambda: companies.loaded_small,
        "sample": lambda: companies.sample,
        "loaded-sample": lambda: companies.loaded_sample,
    }
    return sources[name]()


def _apply(path: Path, change: Change) -> None:
    match change:
        case None if path.is_dir():
            shutil.rmtree(path)
        case None:
            path.unlink()
        case (old, new):
            text = path.read_bytes().decode("utf-8")
            if old not in text:
                raise ValueError(f"{path.name} no longer holds {old!r}: mend the case")
            path.write_bytes(text.replace(old, new, 1).encode())
        case str() | bytes():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(change.encode() if isinstance(change, str) else change)
