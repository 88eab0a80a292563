"""The workbook behind a chart, which PowerPoint opens for editing its data."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# XlsxWriter ships no stubs and annotates part of itself.

import io
from datetime import date, datetime, time

import xlsxwriter

from reports.deck.model import Chart


def chart_workbook(chart: Chart, created: date, author: str) -> bytes:
    """The data behind the chart: categories down, series across; text stays text."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    book.set_properties({"author": author, "created": datetime.combine(created, time())})
    sheet = book.add_worksheet(chart.sheet_name)
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, category)
    series = [item for plot in chart.plots for item in plot.series]
    for column, item in enumerate(series, start=1):
        look = book.add_format({"num_format": item.format_code})
        sheet.write_string(0, column, item.name)
        for row, value in enumerate(item.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value, look)
    sheet.set_column(0, 0, 28)
    book.close()
    return target.getvalue()
