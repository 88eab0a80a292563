"""The same workbook with openpyxl as people write it: cells one by one, looks kept by style.

No pivot tables and no set-up of the printed page; formulas have no values, which openpyxl cannot
write.
"""

import pickle
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.chart import BarChart, Reference, Series
from openpyxl.formatting.rule import ColorScaleRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.clock import processor_seconds_each
from reports.workbook import model

Look = tuple[Font, PatternFill | None, Border | None, Alignment, Protection]


def write(folder: Path) -> dict[str, float]:
    """Writing alone: the workbooks are composed already."""
    workbooks = pickle.loads((folder / "workbooks").read_bytes())
    return {"write": processor_seconds_each(written, workbooks)}


def written(workbook: model.Workbook) -> bytes:
    """The workbook's bytes."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    pages = {sheet.key: book.create_sheet(sheet.title) for sheet in workbook.sheets}
    for name, reference in workbook.names.items():
        title = pages[reference.sheet].title.replace("'", "''")
        book.defined_names[name] = DefinedName(
            name, attr_text=f"'{title}'!{_range(reference.area, absolute=True)}"
        )
    looks: dict[model.Style, Look] = {}
    for sheet in workbook.sheets:
        _write_cells(pages[sheet.key], sheet, looks)
        _add_rules(pages[sheet.key], sheet)
        for chart in sheet.charts:
            _add_chart(pages, pages[sheet.key], chart)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _range(area: model.Area, *, absolute: bool = False) -> str:
    mark = "$" if absolute else ""
    first, last = (
        f"{mark}{get_column_letter(column + 1)}{mark}{row + 1}"
        for row, column in (
            (area.first_row, area.first_column),
            (area.last_row, area.last_column),
        )
    )
    return f"{first}:{last}"


def _write_cells(page: Worksheet, sheet: model.Sheet, looks: dict[model.Style, Look]) -> None:
    for column, width in enumerate(sheet.column_widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    for row, height in sheet.row_heights.items():
        page.row_dimensions[row + 1].height = height
    for cell in sheet.cells:
        added = page.cell(cell.row + 1, cell.column + 1)
        added.value = cell.formula or cell.value
        if isinstance(cell.value, str) and not cell.formula:
            added.data_type = "s"  # a text that begins with = is a text
        if cell.style not in looks:
            looks[cell.style] = _look(cell.style)
        font, fill, border, added.alignment, added.protection = looks[cell.style]
        added.font = font
        if fill:
            added.fill = fill
        if border:
            added.border = border
        if cell.style.number_format:
            added.number_format = cell.style.number_format
    for area in sheet.merges:
        page.merge_cells(_range(area))


def _look(style: model.Style) -> Look:
    def colour(text: str) -> str:
        return text.removeprefix("#")

    def side(text: str) -> Side:
        return Side(style="thin", color=colour(text)) if text else Side()

    font = Font(size=style.size, bold=style.bold, italic=style.italic, color=colour(style.colour))
    fill = PatternFill("solid", start_color=colour(style.fill)) if style.fill else None
    top, bottom = side(style.top or style.box), side(style.bottom or style.box)
    border = Border(left=side(style.box), right=side(style.box), top=top, bottom=bottom)
    alignment = Alignment(
        horizontal=style.align or None,
        vertical="center" if style.vertical == "vcenter" else style.vertical,
        wrap_text=style.wrap,
    )
    has_border = bool(style.top or style.bottom or style.box)
    return font, fill, border if has_border else None, alignment, Protection(not style.is_unlocked)


def _add_rules(page: Worksheet, sheet: model.Sheet) -> None:
    for rule in sheet.validations:
        if rule.kind is model.InputKind.CHOICE:
            accepted = DataValidation("list", formula1=rule.source)
        else:
            kind = "whole" if rule.kind is model.InputKind.WHOLE else "decimal"
            accepted = DataValidation(kind, "between", str(rule.minimum), str(rule.maximum))
        accepted.add(_range(rule.area))
        page.add_data_validation(accepted)
    for scale in sheet.colour_scales:
        colours = [colour.removeprefix("#") for colour in (scale.low, scale.middle, scale.high)]
        low, middle, high = colours
        rule = ColorScaleRule(
            start_type="min", start_color=low, mid_type="percentile", mid_value=50,
            mid_color=middle, end_type="max", end_color=high,
        )  # fmt: skip
        page.conditional_formatting.add(_range(scale.area), rule)
    for highlight in sheet.highlights:
        font = Font(color=highlight.colour.removeprefix("#")) if highlight.colour else None
        fill = PatternFill(bgColor=highlight.fill.removeprefix("#")) if highlight.fill else None
        rule = FormulaRule([highlight.formula.removeprefix("=")], font=font, fill=fill)
        page.conditional_formatting.add(_range(highlight.area), rule)
    for table in sheet.tables:
        added = Table(displayName=table.name, ref=_range(table.area))
        added.tableStyleInfo = TableStyleInfo(table.style.replace(" ", ""), showRowStripes=True)
        page.add_table(added)
    if sheet.frozen_rows or sheet.frozen_columns:
        page.freeze_panes = page.cell(sheet.frozen_rows + 1, sheet.frozen_columns + 1)
    page.protection.sheet = sheet.is_protected


def _add_chart(pages: Mapping[str, Worksheet], page: Worksheet, chart: model.Chart) -> None:
    drawn = BarChart()
    drawn.type = "bar" if chart.kind is model.ChartKind.BAR else "col"
    if chart.kind is model.ChartKind.STACKED:
        drawn.grouping, drawn.overlap = "stacked", 100
    drawn.title, drawn.gapWidth = chart.title, chart.gap
    drawn.width, drawn.height = chart.width / 38, chart.height / 38  # pixels to centimetres
    for series in chart.series:
        added = Series(_cells(pages, series.values), title=series.name)
        if series.colour:
            added.graphicalProperties.solidFill = series.colour.removeprefix("#")
        else:
            added.graphicalProperties.noFill = True
        drawn.series.append(added)
    drawn.set_categories(_cells(pages, chart.series[0].categories))
    page.add_chart(drawn, f"{get_column_letter(chart.column + 1)}{chart.row + 1}")


def _cells(pages: Mapping[str, Worksheet], reference: model.Reference) -> Reference:
    area = reference.area
    return Reference(
        pages[reference.sheet],
        min_row=area.first_row + 1,
        min_col=area.first_column + 1,
        max_row=area.last_row + 1,
        max_col=area.last_column + 1,
    )
