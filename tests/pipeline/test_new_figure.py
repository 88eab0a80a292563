"""A figure is one file and its words: nothing else has to be told of it."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from whole_runs import run

import messages
import samples
import transforms.kpis
from cli.main import main
from messages.catalogue import MORE_LANGUAGES, forget_languages
from pipeline.compute.explain import explain
from pipeline.settings import load_settings
from transforms.kpis import families, shown_at, specs
from transforms.reference.kpi_reference import reference_page

FILE = '''
"""Documents issued in the period."""

from transforms.billing.document_rows import ISSUED, ISSUED_COLUMNS
from transforms.metrics.amounts import Count
from transforms.metrics.figures import Value
from transforms.metrics.kpi import At, KpiSpec, Place, RollUp, Unit

SPECS = (
    KpiSpec(
        id="kestrels",
        unit=Unit.COUNT,
        roll_up=RollUp.SUM,
        feeds=("invoices",),
        authority="a newcomer",
        figure=Value(Count(ISSUED.showing(*ISSUED_COLUMNS))),
        shown=(At(Place.TILE, 1), At(Place.HISTORY, 1)),
    ),
)
'''
WORDS = "\nkpi-kestrels = Kestrels\n    .definition = Documents issued in the period.\n"
PERIOD = "2026-Q3"


@pytest.fixture
def with_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A KPI file in a folder of its own, and the languages with its words."""
    figures, languages = tmp_path / "figures", tmp_path / "languages"
    figures.mkdir()
    (figures / "kestrels.py").write_text(FILE, encoding="utf-8")
    for language in ("en", "es"):
        shutil.copytree(Path(messages.__path__[0]) / language, languages / language)
        with (languages / language / "kpis.ftl").open("a", encoding="utf-8") as words:
            words.write(WORDS)
    monkeypatch.setenv(MORE_LANGUAGES, str(languages))
    monkeypatch.setattr(transforms.kpis, "__path__", [*transforms.kpis.__path__, str(figures)])
    _forget()
    yield
    monkeypatch.undo()
    _forget()
    sys.modules.pop("transforms.kpis.kestrels", None)


def _forget() -> None:
    forget_languages()
    for known in (families, specs, shown_at):
        known.cache_clear()


@pytest.fixture
def company(tmp_path: Path) -> Path:
    samples.generate(tmp_path / "company", accounts=1, seed=7)
    return tmp_path / "company"


@pytest.mark.thorough
@pytest.mark.usefixtures("with_another")
def test_a_new_figure_is_one_file_and_its_words(
    company: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(company, PERIOD)
    (deck,) = company.rglob("qbr-*-en*.pptx")
    assert "Kestrels" in _texts_of_deck(deck)
    (workbook,) = company.rglob("internal-*-en*.xlsx")
    history = load_workbook(workbook)["History"]
    assert "Kestrels" in {cell.value for row in history for cell in row}

    monkeypatch.setattr(
        sys, "argv", ["cartera", "kpis", "--company", str(company), "--period", PERIOD]
    )
    with pytest.raises(SystemExit):
        main()
    assert "kestrels" in capsys.readouterr().out

    told = explain(load_settings(company), "portfolio", "kestrels", PERIOD)
    (documents,) = told.selections
    assert len(documents.entered) == told.value.value == told.value.rows

    assert "[Kestrels](#kestrels)" in reference_page("en")


def _texts_of_deck(path: Path) -> set[str]:
    slides = Presentation(str(path)).slides
    shapes = [shape for slide in slides for shape in slide.shapes if shape.has_text_frame]
    return {shape.text_frame.text for shape in shapes}
