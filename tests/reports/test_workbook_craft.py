"""What finance sees at once: marked columns, one colour for each side, the waterfall, charts."""

from collections.abc import Iterator
from functools import cache

import pytest
from portfolio_books import book
from renewal_clients import golden, request, with_tables
from workbooks import composed, issued

from reports.workbook import style as look
from reports.workbook.formulas.calculation import named_value
from reports.workbook.model import Cell, ChartKind, Workbook
from reports.workbook.portfolio.compose import compose_portfolio

GREYS = (look.GREY, look.SLATE)
_LEAST_CONTRAST = 4.5


@cache
def below_the_floor() -> Workbook:
    """An ask of half the price: inadmissible, and its column is looked at most."""
    return composed(with_tables(golden(), renewal_requests=request("EUR", requested_discount=0.5)))


def sides(workbook: Workbook) -> Iterator[tuple[str, Cell]]:
    """The cells of the asked and the offered column of every grid."""
    first = workbook.names["sen_term"].area.first_column
    colours = {first: look.ASKED, first + 1: look.OFFERED}
    last = max(cell.row for cell in workbook.sheet("sensitivity").cells if cell.style.box)
    for cell in workbook.sheet("sensitivity").cells:
        if cell.column in colours and cell.row <= last and cell.formula:
            yield colours[cell.column], cell


def test_the_columns_asked_and_offered_are_marked_in_every_grid() -> None:
    found = list(sides(below_the_floor()))
    assert len(found) > 2 * 20
    for colour, cell in found:
        assert colour in (cell.style.box, cell.style.fill), (cell.row, cell.column)
    titles = [cell for cell in below_the_floor().sheet("sensitivity").cells if cell.row == 3]
    assert [(cell.value, cell.style.colour) for cell in titles] == [
        ("Asked", look.ASKED),
        ("Offered", look.OFFERED),
    ]


def test_no_cell_of_a_grid_turns_grey_not_even_an_inadmissible_one() -> None:
    workbook = below_the_floor()
    sheet = workbook.sheet("sensitivity")
    assert all(cell.style.colour not in GREYS for _, cell in sides(workbook))
    assert all(item.colour not in GREYS for item in sheet.highlights)
    assert any(item.italic for item in sheet.highlights)  # that is how it is told


def test_only_what_is_worth_as_much_as_unchanged_is_bold_in_a_grid() -> None:
    workbook = below_the_floor()
    area = workbook.names["sen_term"].area
    rows = range(area.first_row, area.last_row + 1)
    cells = [cell for cell in workbook.sheet("sensitivity").cells if cell.row in rows]
    assert not any(cell.style.bold for cell in cells if cell.formula)


@pytest.mark.parametrize("fill", ["#F2B8B5", "#A8D5BA", "#FFFFFF"])
def test_figures_are_read_on_every_colour_of_the_scale(fill: str) -> None:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    (scale, *_) = issued("golden").sheet("sensitivity").colour_scales
    assert fill in (scale.low, scale.middle, scale.high)
    ratio = (light(fill) + 0.05) / (light(look.INK) + 0.05)
    assert ratio >= _LEAST_CONTRAST


def test_the_waterfall_goes_from_list_through_the_ask_to_the_margin() -> None:
    workbook = issued("golden")
    (chart,) = workbook.sheet("bridge").charts
    assert chart.kind is ChartKind.STACKED
    steps = ("list", "discounts", "price", "asked", "net", "sales", "serve", "extras", "margin")
    rows = [workbook.names[f"brg_{step}"].area.first_row for step in steps]
    held = {(cell.row, cell.column): cell.value for cell in workbook.sheet("bridge").cells}
    down = next(series for series in chart.series if series.colour == look.LESS)
    assert down.point_colours[steps.index("asked")] == look.ASKED_BAR
    assert [values.area.first_row for values in (series.values for series in chart.series)] == [
        rows[0]
    ] * 4
    # What is drawn reaches the level that the next step starts from.
    columns = [series.values.area.first_column for series in chart.series]
    for step, row in zip(steps, rows, strict=True):
        base, level, less, more = (float(str(held[row, column])) for column in columns)
        amount = float(str(named_value(workbook, f"brg_{step}")))
        assert level + more - less == pytest.approx(amount), step
        assert base >= 0


def test_the_portfolio_has_charts_by_month_and_manager_and_one_page_for_a_director() -> None:
    workbook = compose_portfolio(book())
    overview, calendar = workbook.sheet("overview"), workbook.sheet("calendar")
    assert workbook.sheets[0] is overview
    assert overview.print_setup.pages_tall == 1
    held = {(cell.row, cell.column): cell.value for cell in calendar.cells}
    drawn = [chart.series[0].values.area for chart in overview.charts]
    heads = [held[area.first_row - 1, area.first_column] for area in drawn]
    assert heads == ["Renewal forecast, EUR", "Margin at risk, EUR"]
    months = sorted({f"{line.renewal_date:%Y-%m}" for line in book().renewals})
    for area in drawn:
        assert area.last_row - area.first_row + 1 == len(months)
        assert isinstance(held[area.last_row, area.first_column], float)
    assert len(calendar.charts) >= 2


def test_pivots_have_a_style_and_their_totals() -> None:
    for workbook, key in (
        (issued("golden"), "pivot"),
        (compose_portfolio(book()), "renewal_pivot"),
    ):
        sheet = workbook.sheet(key)
        (pivot,) = sheet.pivots
        last = [cell for cell in sheet.cells if cell.row == pivot.area.last_row]
        assert any(cell.style.bold for cell in last)
        assert any(cell.value == "Total" for cell in last)
