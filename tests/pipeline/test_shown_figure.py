"""Two figures of a newcomer's, found wherever readers look: nothing else was told of them."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pptx
import pytest
from another_figure import another_figure
from command_line import Cartera
from whole_runs import run

from pipeline.outcome import RunResults
from samples import generate
from transforms.reference.kpi_reference import reference_page

pytestmark = pytest.mark.thorough

_HEAD = '''
"""{meaning}"""

from transforms.billing.document_rows import ISSUED, ISSUED_COLUMNS
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Less, Money, Over
from transforms.metrics.figures import Ratio, Value
from transforms.metrics.kpi import At, KpiSpec, Missing, Place, RollUp, Unit

BILLED = ISSUED.showing(*ISSUED_COLUMNS, "total_minor", "currency")
AMOUNT = Money(BILLED, "total_minor", RateKind.AVERAGE, "issue_date")
'''
SUM = (
    _HEAD.format(meaning="What is billed, tax and all.")
    + """
SPECS = (
    KpiSpec(
        id="kestrels",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices",),
        authority="a newcomer",
        figure=Value(AMOUNT),
        shown=(At(Place.TILE, 1), At(Place.HISTORY, 1), At(Place.SERVICE, 1), At(Place.MARGIN, 1)),
    ),
)
"""
)
RATIO = (
    _HEAD.format(meaning="By how much billing grew against the year before.")
    + """
BEFORE = Over(AMOUNT, lambda period: period.year_ago)

SPECS = (
    KpiSpec(
        id="ospreys",
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=("invoices",),
        authority="a newcomer",
        figure=Ratio(Less(AMOUNT, (BEFORE,)), BEFORE, none=Missing.NO_BILLINGS),
        operand_unit=Unit.MONEY,
        shown=(At(Place.TILE, 2), At(Place.HISTORY, 2), At(Place.SERVICE, 2), At(Place.MARGIN, 2)),
    ),
)
"""
)
WORDS = """
kpi-kestrels = Kestrels
    .definition = Kestrels are billed with their tax.
kpi-ospreys = Ospreys
    .definition = Ospreys are what billing grew by.
"""
BOTH = ("Kestrels", "Ospreys")


@pytest.fixture(scope="module")
def _known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("newcomer")
    with another_figure(folder, {"kestrels": SUM, "ospreys": RATIO}, WORDS):
        yield


@pytest.fixture(scope="module")
def company(_known: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shown") / "company"
    generate(folder, 2, 7)
    return folder


@pytest.fixture(scope="module")
def ran(company: Path) -> RunResults:
    return run(company, "2026-Q3")


def made(ran: RunResults, kind: str) -> list[Path]:
    return [file.path for made in ran.clients for file in made.files if file.kind == kind]


def on_slides(path: Path) -> list[str]:
    """All that each slide says, its tables' cells and its notes."""
    told: list[str] = []
    for slide in pptx.Presentation(str(path)).slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        said += [cell.text for table in tables for row in table.rows for cell in row.cells]
        told.append("\n".join([*said, slide.notes_slide.notes_text_frame.text]))
    return told


def test_the_deck_has_their_tiles_and_says_what_they_mean(ran: RunResults) -> None:
    decks = [on_slides(path) for path in made(ran, "qbr")]
    for name in BOTH:
        # The summary, its slide and the appendix.
        assert max(sum(name in slide for slide in slides) for slides in decks) >= 3
        assert any(f"{name} are" in slide for slides in decks for slide in slides)


def test_the_account_review_has_them_on_its_own_slide(ran: RunResults) -> None:
    reviews = [on_slides(path) for path in made(ran, "review")]
    for name in BOTH:
        assert max(sum(f"{name} are" in slide for slide in slides) for slides in reviews) == 2


@pytest.mark.filterwarnings("ignore:Sparkline Group")
def test_the_workbook_has_their_earlier_periods_and_how_to_see_their_rows(ran: RunResults) -> None:
    (path, *_) = made(ran, "renewal")
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    for name, kpi in zip(BOTH, ("kestrels", "ospreys"), strict=True):
        numbers = [value for row in rows if name in row for value in row]
        assert sum(isinstance(value, int | float) for value in numbers) > 2
        assert any(f" {kpi} " in str(value) for row in rows for value in row)


def test_the_command_line_computes_and_explains_them(
    ran: RunResults, company: Path, cartera: Cartera
) -> None:
    asked = ("--period", "2026-Q3", "--company", company, "--format")
    code, out, _ = cartera("kpis", "--account", ran.clients[-1].client_id, *asked, "csv")
    found = {row["kpi"]: row for row in csv.DictReader(io.StringIO(out))}
    assert code == 0
    for kpi in ("kestrels", "ospreys"):
        code, out, _ = cartera("explain", ran.clients[-1].client_id, kpi, *asked, "json")
        told = json.loads(out)
        assert code == 0
        assert float(told["value"]) == pytest.approx(float(found[kpi]["value"]))
        assert sum(row["entered"] for part in told["tables"] for row in part["rows"]) == int(
            found[kpi]["rows"]
        )


@pytest.mark.usefixtures("_known")
def test_the_dictionary_defines_them() -> None:
    for language in ("en", "es"):
        page = reference_page(language)
        for name in BOTH:
            assert f"[{name}](#" in page and f"{name} are" in page
