"""The same workbook with XlsxWriter as people write it: cells one by one, formats kept by look.

No pivot tables, which it cannot write, and no set-up of the printed page.
"""

import pickle
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from benchmarks.clock import processor_seconds_each
from reports.workbook.model import (
    Area,
    Chart,
    ChartKind,
    InputKind,
    Reference,
    Sheet,
    Style,
    Workbook,
)

_KINDS = {
    ChartKind.COLUMN: {"type": "column"},
    ChartKind.STACKED: {"type": "column", "subtype": "stacked"},
    ChartKind.BAR: {"type": "bar"},
}


def write(folder: Path) -> dict[str, float]:
    """Writing alone: the workbooks are composed already."""
    workbooks = pickle.loads((folder / "workbooks").read_bytes())
    return {"write": processor_seconds_each(written, workbooks)}


def written(workbook: Workbook) -> bytes:
    """The workbook's bytes, every formula with the value it has."""
    target = BytesIO()
    titles = {sheet.key: sheet.title for sheet in workbook.sheets}
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        pages = [book.add_worksheet(sheet.title) for sheet in workbook.sheets]
        for name, reference in workbook.names.items():
            book.define_name(name, _address(titles, reference))
        looks: dict[Style, Format] = {}
        for page, sheet in zip(pages, workbook.sheets, strict=True):
            _write_cells(book, page, sheet, looks)
            _add_rules(book, page, sheet)
        for page, sheet in zip(pages, workbook.sheets, strict=True):
            for chart in sheet.charts:
                _add_chart(book, page, chart, titles)
    return target.getvalue()


def _address(titles: Mapping[str, str], reference: Reference) -> str:
    title = titles[reference.sheet].replace("'", "''")
    return f"='{title}'!{xl_range_abs(*_corners(reference.area))}"


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.first_row, area.first_column, area.last_row, area.last_column


def _write_cells(
    book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet, looks: dict[Style, Format]
) -> None:
    for column, width in enumerate(sheet.column_widths):
        page.set_column(column, column, width)
    for row, height in sheet.row_heights.items():
        page.set_row(row, height)
    for table in sheet.tables:
        headers = [{"header": header} for header in table.headers]
        options = {"name": table.name, "columns": headers, "style": table.style}
        page.add_table(*_corners(table.area), options)
    for area in sheet.merges:
        page.merge_range(*_corners(area), "")
    for cell in sheet.cells:
        if cell.style not in looks:
            looks[cell.style] = book.add_format(_format(cell.style))
        look = looks[cell.style]
        if cell.formula:
            value = "" if cell.value is None else cell.value
            page.write_formula(cell.row, cell.column, cell.formula, look, value)
        elif isinstance(cell.value, date):
            page.write_datetime(cell.row, cell.column, cell.value, look)
        elif isinstance(cell.value, str):
            page.write_string(cell.row, cell.column, cell.value, look)
        else:
            page.write(cell.row, cell.column, cell.value, look)


def _format(style: Style) -> dict[str, object]:
    look: dict[str, object] = {
        "font_size": style.size,
        "bold": style.bold,
        "italic": style.italic,
        "font_color": style.colour,
        "text_wrap": style.wrap,
        "locked": not style.is_unlocked,
        "valign": style.vertical,
    }
    if style.fill:
        look["bg_color"] = style.fill
    if style.number_format:
        look["num_format"] = style.number_format
    if style.align:
        look["align"] = style.align
    if style.box:
        look |= {"border": 1, "border_color": style.box}
    if style.top:
        look |= {"top": 1, "top_color": style.top}
    if style.bottom:
        look |= {"bottom": 1, "bottom_color": style.bottom}
    return look


def _add_rules(book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet) -> None:
    for rule in sheet.validations:
        accepted: dict[str, object] = {"validate": rule.kind.value, "source": rule.source}
        if rule.kind is not InputKind.CHOICE:
            limits = {"minimum": rule.minimum, "maximum": rule.maximum}
            accepted = {"validate": rule.kind.value, "criteria": "between", **limits}
        page.data_validation(*_corners(rule.area), accepted)
    for scale in sheet.colour_scales:
        colours = {"min_color": scale.low, "mid_color": scale.middle, "max_color": scale.high}
        page.conditional_format(*_corners(scale.area), {"type": "3_color_scale", **colours})
    for highlight in sheet.highlights:
        colours = {"font_color": highlight.colour, "bg_color": highlight.fill}
        look = {name: colour for name, colour in colours.items() if colour}
        page.conditional_format(
            *_corners(highlight.area),
            {"type": "formula", "criteria": highlight.formula, "format": book.add_format(look)},
        )
    if sheet.frozen_rows or sheet.frozen_columns:
        page.freeze_panes(sheet.frozen_rows, sheet.frozen_columns)
    if sheet.is_protected:
        page.protect()


def _add_chart(
    book: xlsxwriter.Workbook, page: Worksheet, chart: Chart, titles: Mapping[str, str]
) -> None:
    drawn = book.add_chart(_KINDS[chart.kind])
    assert drawn is not None
    for series in chart.series:
        fill = {"color": series.colour} if series.colour else {"none": True}
        drawn.add_series(
            {
                "name": series.name,
                "categories": _address(titles, series.categories),
                "values": _address(titles, series.values),
                "fill": fill,
                "gap": chart.gap,
            }
        )
    drawn.set_title({"name": chart.title})
    drawn.set_size({"width": chart.width, "height": chart.height})
    page.insert_chart(chart.row, chart.column, drawn)
