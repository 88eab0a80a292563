"""What is compared does the same work: both sides of every comparison have the same outcome."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from clients import full_client, subscribed_client
from openpyxl.utils import range_boundaries
from pandas.testing import assert_frame_equal, assert_series_equal
from pptx import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from renewal_clients import golden

from benchmarks import (
    deck_by_hand,
    figures,
    figures_by_pandas,
    loading,
    loading_by_hand,
    workbook_by_openpyxl,
    workbook_by_xlsxwriter,
)
from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.render.deck import render_deck
from reports.workbook.compose import compose_workbook
from reports.workbook.model import Workbook
from reports.workbook.render.workbook import render_workbook
from transforms.tables import TABLES


def texts(shape: BaseShape, page: int) -> Iterator[str]:
    """What a shape says, but for the page's number."""
    if shape.has_text_frame:
        said = shape.text_frame.text
        if said and said not in ("‹#›", str(page)):
            yield said
    elif shape.has_table:
        yield from (cell.text for row in shape.table.rows for cell in row.cells)


def charts(slide: Slide) -> list[object]:
    """Categories and values; what ours draws in several ways on one chart is one plot by hand."""
    drawn = [shape.chart for shape in slide.shapes if shape.has_chart]
    return [
        (
            list(chart.plots[0].categories),
            [(one.name, *one.values) for plot in chart.plots for one in plot.series],  # noqa: PD011  no frame
        )
        for chart in drawn
    ]


def content(deck: bytes) -> list[object]:
    """Titles, texts, notes and charts' values, slide by slide."""
    return [
        (
            slide.shapes.title.text,
            sorted(text for shape in slide.shapes for text in texts(shape, page)),
            charts(slide),
            slide.notes_slide.notes_text_frame.text,
        )
        for page, slide in enumerate(Presentation(BytesIO(deck)).slides, start=1)
    ]


@pytest.mark.parametrize("client", [full_client, subscribed_client])
def test_a_deck_by_hand_says_what_ours_says(client: Callable[[], ClientFile]) -> None:
    deck = compose_deck(client()).deck
    assert deck is not None
    assert content(deck_by_hand.written(deck)) == content(render_deck(deck))


def cells(file: bytes, *, has_values: bool) -> dict[str, object]:
    """Every cell that says something, by sheet and place: its formula, or its value."""
    book = openpyxl.load_workbook(BytesIO(file), data_only=has_values)
    return {
        f"{page.title}!{cell.coordinate}": cell.value
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def place(reference: str) -> object:
    """A sheet and its cells, however they are written: 'Bridge'!$C$8:$C$8 is Bridge!$C$8."""
    sheet, _, area = reference.rpartition("!")
    return sheet.strip("'"), range_boundaries(area.replace("$", ""))


def furniture(file: bytes) -> object:
    """Names, and by sheet what else people see."""
    book = openpyxl.load_workbook(BytesIO(file))
    return (
        {name: place(str(known.attr_text)) for name, known in book.defined_names.items()},
        [
            (
                page.title,
                page.freeze_panes,
                sorted(map(str, page.merged_cells.ranges)),
                sorted(
                    (rule.type, str(rule.sqref)) for rule in page.data_validations.dataValidation
                ),
                sum(len(area.rules) for area in page.conditional_formatting),
                [[place(one.val.numRef.f) for one in chart.series] for chart in page._charts],
                sorted((table.name, table.ref) for table in page.tables.values()),
            )
            for page in book
        ],
    )


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    composed = compose_workbook(golden()).workbook
    assert composed is not None
    return composed


@pytest.mark.thorough
def test_a_workbook_by_hand_has_the_cells_of_ours(workbook: Workbook) -> None:
    ours = render_workbook(workbook)
    by_xlsxwriter = workbook_by_xlsxwriter.written(workbook)
    by_openpyxl = workbook_by_openpyxl.written(workbook)
    assert cells(by_xlsxwriter, has_values=True) == cells(ours, has_values=True)
    for by_hand in (by_xlsxwriter, by_openpyxl):
        assert cells(by_hand, has_values=False) == cells(ours, has_values=False)
        assert furniture(by_hand) == furniture(ours)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of two thousand documents of four accounts, and of one who paid everything."""
    folder = tmp_path_factory.mktemp("documents")
    figures.prepare(folder, 2_000)
    path = folder / "documents.parquet"
    frame = pd.read_parquet(path)
    frame.loc[frame["account_id"] == 3, "paid_date"] = frame["invoice_date"]
    frame.to_parquet(path, index=False)
    return folder


def our_figures(frame: pd.DataFrame) -> figures_by_pandas.Figures:
    """Ours in the shape of those by hand."""
    monthly, last = figures.compute(figures.canonical(frame), figures.entities_of(frame))
    amounts = monthly.assign(
        account_id=monthly["entity_id"].astype("int64"), amount=monthly["value_minor"] / 100
    ).set_index(["account_id", "period"])["amount"]
    value = last["value_minor"].astype("Float64") / 100
    wide = last.assign(
        account_id=last["entity_id"].astype("int64"), number=value.fillna(last["value"])
    ).pivot_table(index="account_id", columns="kpi", values="number")
    return amounts, wide


def compared(found: figures_by_pandas.Figures, expected: figures_by_pandas.Figures) -> None:
    """A month without documents is 0 of ours, and not there by hand."""
    monthly, last = found
    amounts = expected[0][expected[0] != 0]
    names = [(account, str(month)[:7]) for account, month in monthly.index]
    plain = pd.Series(
        monthly.to_numpy(), pd.MultiIndex.from_tuples(names, names=amounts.index.names)
    )
    assert_series_equal(
        plain.sort_index(), amounts.sort_index(), check_names=False, check_dtype=False
    )
    assert_frame_equal(
        last.sort_index(axis=1),
        expected[1].sort_index(axis=1),
        check_names=False,
        check_dtype=False,
    )


@pytest.mark.parametrize("compute", [figures_by_pandas.applied, figures_by_pandas.columnwise])
def test_figures_by_pandas_are_ours(
    documents: Path, compute: Callable[[pd.DataFrame], figures_by_pandas.Figures]
) -> None:
    frame = pd.read_parquet(documents / "documents.parquet")
    compared(compute(frame), our_figures(frame))


def test_figures_by_duckdb_are_ours(documents: Path) -> None:
    from benchmarks.figures_by_duckdb import computed, opened

    with opened(documents) as database:
        monthly, last = (found.df().set_index("account_id") for found in computed(database))
    frame = pd.read_parquet(documents / "documents.parquet")
    compared((monthly.set_index("month", append=True)["amount"], last), our_figures(frame))


def test_rows_that_were_loaded_are_read_back_by_both(tmp_path: Path) -> None:
    rows = loading.invoice_lines(200)
    _, ours = loading.taken(f"sqlite:///{tmp_path}/ours.db", rows)
    _, by_hand = loading_by_hand.taken(f"sqlite:///{tmp_path}/by_hand.db", rows)
    conformed = TABLES["invoice_lines"].conform(by_hand)
    assert_frame_equal(ours[conformed.columns], conformed)
