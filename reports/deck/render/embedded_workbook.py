"""The workbook behind a chart, which PowerPoint opens for editing its data."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# XlsxWriter ships no stubs and annotates part of itself.

from datetime import date, datetime, time

from reports.deck.model import Chart
from reports.deck.render.package import normalised
from reports.written_book import WrittenBook


def chart_workbook(chart: Chart, created: date, author: str) -> bytes:
    """The data behind the chart: categories down, series across; text stays text."""
    book = WrittenBook()
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
    return normalised(book.parts())
