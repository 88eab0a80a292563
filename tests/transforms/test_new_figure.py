"""A figure is one file and its words: nothing else has to be told of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from another_figure import another_figure
from money_rows import company, figure, invoice, line
from reference_money.as_facts import facts_of

from messages.errors import worded
from transforms.core.periods import Period
from transforms.kpis import check_columns, explained, shown_at, specs
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


ISSUED = "Value(Count(ISSUED.showing(*ISSUED_COLUMNS)))"


@pytest.mark.parametrize(
    ("figure", "column"),
    [
        ('Value(Count(ISSUED.showing("isue_date")))', "isue_date"),
        ('Value(Count(ISSUED.within("isue_date")))', "isue_date"),
        ('Value(Count(ISSUED.but(LeftOut.NOT_WON, lambda rows: rows["stutus"] == "x")))', "stutus"),
        ('Value(Count(ISSUED.but_then(LeftOut.NOT_WON, on("stutus"))))', "stutus"),
        ('Value(Count(ISSUED, lambda rows, _: rows["stutus"] == "x"))', "stutus"),
        ('Value(Sum(ISSUED, "total_miner"))', "total_miner"),
        ('Value(Count(ISSUED.adding(lambda rows, _: rows.assign(a=rows["b"]))))', "b"),
        ('Value(Money(ISSUED, "total_minor", RateKind.AVERAGE, "isue_date"))', "isue_date"),
        ('Ratio(Count(ISSUED), Over(Sum(ISSUED, "totel"), lambda month: month))', "totel"),
        (
            'Algorithm(lambda asked: ((ISSUED.showing("totel"), asked),), lambda asked: None)',
            "totel",
        ),
    ],
)
def test_a_column_that_is_not_there_is_one_sentence_before_anything_is_computed(
    tmp_path: Path, figure: str, column: str
) -> None:
    more = "".join(
        f"from transforms.{line}\n"
        for line in (
            "core.rates import RateKind",
            "metrics.amounts import Money, Over, Sum",
            "metrics.explained import LeftOut",
            "metrics.figures import Algorithm, Ratio",
        )
    )
    more += "def on(name):\n    return lambda rows, asked: rows[name].notna()\n\n"
    assert ISSUED in FILE
    broken = FILE.replace(ISSUED, figure).replace("SPECS = (", f"{more}SPECS = (")
    with (
        another_figure(tmp_path, {"kestrels": broken}, WORDS),
        pytest.raises(FigureFileError) as caught,
    ):
        check_columns()
    assert worded(caught.value, "en") == (
        f"transforms/kpis/kestrels.py: kestrels names the column '{column}', which rows of "
        "invoices do not have there; name one of docs/tables.md, or one that its rows are given."
    )


def test_every_figure_of_ours_names_columns_that_are_there() -> None:
    check_columns()


def test_it_is_gone_with_its_folder() -> None:
    assert "kestrels" not in specs()
