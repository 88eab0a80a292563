"""A figure is one file and its words: nothing else has to be told of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from another_figure import another_figure
from money_rows import company, figure, invoice, line
from reference_money.as_facts import facts_of

from transforms.core.periods import Period
from transforms.kpis import explained, shown_at, specs
from transforms.metrics.kpi import Place
from transforms.metrics.kpi_faults import FigureFileError
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
WORDS = "kpi-kestrels = Kestrels\n    .definition = Documents issued in the period.\n"


@pytest.fixture
def _another(tmp_path: Path) -> Iterator[None]:
    with another_figure(tmp_path, {"kestrels": FILE}, WORDS):
        yield


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


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("        roll_up=RollUp.SUM,\n", "", "missing 1 required .*'roll_up'; give it SPECS"),
        ("SPECS = (", "FIGURES = (", "has no attribute 'SPECS'"),
        ('("invoices",)', '("bills",)', "kestrels needs the table 'bills', which there is not"),
        ('id="kestrels"', 'id="csat"', "csat stands twice"),
        ('id="kestrels"', 'id="ospreys"', "ospreys has no words; add kpi-ospreys to kpis.ftl"),
    ],
)
def test_a_figure_that_cannot_work_is_one_sentence(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    broken = {"kestrels": FILE.replace(old, new)}
    with (
        another_figure(tmp_path, broken, WORDS),
        pytest.raises(FigureFileError, match=rf"^transforms/kpis/\w+\.py: .*{told}"),
    ):
        specs()


def test_it_is_gone_with_its_folder() -> None:
    assert "kestrels" not in specs()
