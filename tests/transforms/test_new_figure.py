"""A figure is one file and its words: nothing else has to be told of it."""

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from money_rows import company, figure, invoice, line
from reference_money.as_facts import facts_of

import messages
import transforms.kpis
from messages import catalogue
from transforms.core.periods import Period
from transforms.kpis import explained, families, shown_at, specs
from transforms.metrics.kpi import Place
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


@pytest.fixture
def _another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A KPI file in a folder of its own, and the languages with its words."""
    figures, languages = tmp_path / "figures", tmp_path / "languages"
    figures.mkdir()
    (figures / "kestrels.py").write_text(FILE, encoding="utf-8")
    for language in ("en", "es"):
        shutil.copytree(Path(messages.__path__[0]) / language, languages / language)
        with (languages / language / "kpis.ftl").open("a", encoding="utf-8") as words:
            words.write(WORDS)
    with monkeypatch.context() as patch:
        patch.setattr(catalogue, "_FOLDER", languages)
        patch.setattr(transforms.kpis, "__path__", [*transforms.kpis.__path__, str(figures)])
        _forget()
        yield
    _forget()
    sys.modules.pop("transforms.kpis.kestrels", None)


def _forget() -> None:
    catalogue.forget_languages()
    for known in (families, specs, shown_at):
        known.cache_clear()


@pytest.mark.usefixtures("_another")
def test_a_new_figure_is_one_file_and_its_words() -> None:
    assert shown_at(Place.TILE)[0] == shown_at(Place.HISTORY)[0] == "kestrels"
    assert "[Kestrels](#kestrels)" in reference_page("en")
    assert "[Kestrels](#kestrels)" in reference_page("es")

    billed = company(
        invoices=[invoice("I", date(2026, 7, 3), 9), invoice("J", date(2026, 6, 3), 9)],
        invoice_lines=[line("I", 9), line("J", 9)],
    )
    assert figure(billed, "kestrels", "2026-Q3") == 1
    (documents,) = explained(facts_of(billed), "kestrels", Period.parse("2026-Q3"))
    assert documents.entered["invoice_id"].to_list() == ["I"]


def test_it_is_gone_with_its_folder() -> None:
    assert "kestrels" not in specs()
