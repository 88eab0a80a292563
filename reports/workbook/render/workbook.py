"""The only place that writes XLSX: a workbook model becomes bytes, always the same ones."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# XlsxWriter ships no stubs and annotates part of itself.

import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any, cast

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook as Book
from xlsxwriter.worksheet import Worksheet

from reports.workbook.formulas.address import absolute
from reports.workbook.model import (
    Area,
    Cell,
    ColourScale,
    Highlight,
    InputKind,
    PrintSetup,
    Sheet,
    Sparkline,
    Style,
    Table,
    Validation,
    Workbook,
)
from reports.workbook.render.charts import insert_chart
from reports.workbook.render.pivots import with_pivots
from reports.written_book import Page, WrittenBook

FONT = "Arial"
LONGEST_TEXT = 32_767
_A4 = 9


class WorkbookNotWritableError(Exception):
    """The model asks for something that a workbook cannot hold: a fault of its builder."""


def render_workbook(workbook: Workbook) -> bytes:
    """The workbook as an XLSX file. The same model gives the same bytes.

    Raises WorkbookNotWritableError where the writer would have left something out.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            parts = _written(workbook)
        except UserWarning as warning:
            raise WorkbookNotWritableError(str(warning)) from warning
    return _packed(with_pivots(parts, workbook))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content)
    return target.getvalue()


@dataclass
class _Formats:
    """One format of the file for every style in use."""

    book: Book
    known: dict[Style, Format] = field(default_factory=lambda: dict[Style, Format]())

    def of(self, style: Style) -> Format:
        if style not in self.known:
            self.known[style] = self.book.add_format(dict(_format_properties(style)))
        return self.known[style]


def _written(workbook: Workbook) -> dict[str, bytes]:
    book = WrittenBook()
    properties = workbook.properties
    book.set_properties(
        {
            "title": properties.title,
            "subject": properties.subject,
            "author": properties.author,
            "created": _midnight(properties.created),
        }
    )
    formats = _Formats(book)
    titles = {sheet.key: sheet.title for sheet in workbook.sheets}
    pages = [(sheet, book.add_worksheet(sheet.title, Page)) for sheet in workbook.sheets]
    for name, reference in workbook.names.items():
        book.define_name(name, f"={absolute(titles[reference.sheet], reference.area)}")
    for sheet, page in pages:
        _write_sheet(sheet, page, formats)
    for sheet, page in pages:
        for chart in sheet.charts:
            insert_chart(book, page, chart, titles)
    return book.parts()


def _write_sheet(sheet: Sheet, page: Worksheet, formats: _Formats) -> None:
    page.hide_gridlines(2)
    page.set_tab_color(sheet.tab_colour)
    page.set_default_row(15)
    for column, width in enumerate(sheet.column_widths):
        page.set_column(column, column, width)
    for row, height in sheet.row_heights.items():
        page.set_row(row, height)
    # A table writes its own header cells; the sheet's, of the same text, go over them.
    for table in sheet.tables:
        _add_table(page, table)
    _write_cells(sheet, page, formats)
    for validation in sheet.validations:
        _add_validation(page, validation)
    for scale in sheet.colour_scales:
        _add_colour_scale(page, scale)
    for sparkline in sheet.sparklines:
        _add_sparkline(page, sparkline, sheet.title)
    for highlight in sheet.highlights:
        _add_highlight(page, highlight, formats.book)
    if sheet.frozen_rows or sheet.frozen_columns:
        page.freeze_panes(sheet.frozen_rows, sheet.frozen_columns)
    _set_up_print(page, sheet.print_setup)
    if sheet.is_protected:
        page.protect("", {"format_columns": True, "format_rows": True})


def _write_cells(sheet: Sheet, page: Worksheet, formats: _Formats) -> None:
    merged = {(area.first_row, area.first_column): area for area in sheet.merges}
    for cell in sheet.cells:
        look = formats.of(cell.style)
        area = merged.get((cell.row, cell.column))
        if area is not None:
            corners = (area.first_row, area.first_column, area.last_row, area.last_column)
            page.merge_range(*corners, "", look)
        _write_cell(page, cell, look)


def _write_cell(page: Worksheet, cell: Cell, look: Format) -> None:
    row, column, value = cell.row, cell.column, cell.value
    if cell.formula:
        page.write_formula(row, column, cell.formula, look, cast("Any", _cached(value)))
    elif value is None:
        page.write_blank(row, column, None, look)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, look)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, look)
    elif isinstance(value, date):
        page.write_datetime(row, column, _midnight(value), look)
    else:
        _write_text(page, cell, value, look)


def _write_text(page: Worksheet, cell: Cell, text: str, look: Format) -> None:
    # Beyond this length the writer drops the text and only returns a code.
    if len(text) > LONGEST_TEXT:
        raise WorkbookNotWritableError(
            f"the text of row {cell.row + 1}, column {cell.column + 1} is too long for a cell."
        )
    page.write_string(cell.row, cell.column, text, look)


def _cached(value: object) -> object:
    return "" if value is None else value


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  a cell's day has no zone


@cache
def _format_properties(style: Style) -> Mapping[str, object]:
    wanted: dict[str, object] = {
        "font_name": FONT,
        "font_size": style.size,
        "bold": style.bold,
        "italic": style.italic,
        "font_color": style.colour,
        "bg_color": style.fill,
        "num_format": style.number_format,
        "align": style.align,
        "valign": style.vertical,
        "text_wrap": style.wrap,
        "indent": style.indent,
        "locked": not style.is_unlocked,
    }
    for side, colour in (("top", style.top), ("bottom", style.bottom)):
        if colour:
            wanted |= {side: 1, f"{side}_color": colour}
    if style.box:
        wanted |= {"border": 1, "border_color": style.box}
    return {name: value for name, value in wanted.items() if value not in ("", False, 0)} | {
        "locked": wanted["locked"]
    }


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.first_row, area.first_column, area.last_row, area.last_column


def _add_table(page: Worksheet, table: Table) -> None:
    columns = [{"header": header} for header in table.headers]
    page.add_table(
        *_corners(table.area),
        {"name": table.name, "columns": columns, "style": table.style},
    )


def _add_validation(page: Worksheet, validation: Validation) -> None:
    options: dict[str, object] = {
        "validate": validation.kind.value,
        "input_title": validation.prompt_title,
        "input_message": validation.prompt,
        "error_title": validation.error_title,
        "error_message": validation.error,
    }
    if validation.kind is InputKind.CHOICE:
        options["source"] = validation.source
    else:
        limits = {"minimum": validation.minimum, "maximum": validation.maximum}
        options |= {"criteria": "between", **limits}
    if page.data_validation(*_corners(validation.area), options) != 0:
        raise WorkbookNotWritableError(f"a validation says too much: {validation.prompt_title}")


def _add_colour_scale(page: Worksheet, scale: ColourScale) -> None:
    colours = {"min_color": scale.low, "mid_color": scale.middle, "max_color": scale.high}
    page.conditional_format(*_corners(scale.area), {"type": "3_color_scale", **colours})


def _add_sparkline(page: Worksheet, sparkline: Sparkline, title: str) -> None:
    options = {
        "range": absolute(title, sparkline.area),
        "series_color": sparkline.colour,
        "last_point": True,
        "last_color": sparkline.colour,
        "weight": 1.5,
    }
    page.add_sparkline(sparkline.row, sparkline.column, options)


def _add_highlight(page: Worksheet, highlight: Highlight, book: Book) -> None:
    look: dict[str, object] = {"bold": True} if highlight.bold else {}
    if highlight.italic:
        look["italic"] = True
    if highlight.colour:
        look["font_color"] = highlight.colour
    if highlight.fill:
        look["bg_color"] = highlight.fill
    page.conditional_format(
        *_corners(highlight.area),
        {"type": "formula", "criteria": highlight.formula, "format": book.add_format(look)},
    )


def _set_up_print(page: Worksheet, setup: PrintSetup) -> None:
    if setup.is_landscape:
        page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
    page.print_area(*_corners(setup.area))
    if setup.scale:
        page.set_print_scale(setup.scale)
        page.set_h_pagebreaks(list(setup.breaks))
    else:
        page.fit_to_pages(1, setup.pages_tall)
    page.center_horizontally()
    page.set_footer(setup.footer)
    if setup.repeated_rows is not None:
        page.repeat_rows(*setup.repeated_rows)
