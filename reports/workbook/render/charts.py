"""Native charts of a workbook."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# XlsxWriter ships no stubs and annotates part of itself.

from collections.abc import Mapping

from xlsxwriter.workbook import Workbook as Book
from xlsxwriter.worksheet import Worksheet

from reports.workbook.formulas.address import absolute
from reports.workbook.model import Chart, ChartKind, Series

_FONT = {"name": "Arial", "size": 9, "color": "#334E68"}
_OPTIONS_OF = {
    ChartKind.COLUMN: {"type": "column"},
    ChartKind.STACKED: {"type": "column", "subtype": "stacked"},
    ChartKind.BAR: {"type": "bar"},
}


def insert_chart(book: Book, page: Worksheet, chart: Chart, titles: Mapping[str, str]) -> None:
    """Draw the chart on the page; `titles` are the sheets' titles by key."""
    drawn = book.add_chart(_OPTIONS_OF[chart.kind])
    assert drawn is not None
    for series in chart.series:
        drawn.add_series(_series_options(series, chart.gap, titles))
    drawn.set_title({"name": chart.title, "name_font": _FONT | {"size": 11, "bold": True}})
    drawn.set_legend({"position": "bottom", "font": _FONT} if chart.has_legend else {"none": True})
    drawn.set_size({"width": chart.width, "height": chart.height})
    drawn.set_chartarea({"border": {"none": True}})
    categories, values = _category_axis(chart), _value_axis(chart)
    if chart.plot_area is not None:
        layout = dict(zip(("x", "y", "width", "height"), chart.plot_area, strict=True))
        drawn.set_plotarea({"layout": layout})
    # The writer calls the horizontal axis x, whatever it shows.
    is_bar = chart.kind is ChartKind.BAR
    drawn.set_x_axis(values if is_bar else categories)
    drawn.set_y_axis(categories if is_bar else values)
    page.insert_chart(
        chart.row,
        chart.column,
        drawn,
        {"description": chart.alt_text, "object_position": 1, "x_offset": 4, "y_offset": 4},
    )


def _category_axis(chart: Chart) -> dict[str, object]:
    return {
        "num_font": _FONT,
        "num_format": chart.category_format or "General",
        "line": {"color": "#9FB3C8"},
        "major_tick_mark": "none",
        "label_position": "low",
        "reverse": chart.is_reversed,
    }


def _value_axis(chart: Chart) -> dict[str, object]:
    return {
        "num_font": _FONT,
        "num_format": chart.axis_format,
        "line": {"none": True},
        "min": chart.value_minimum,
        "visible": chart.is_value_axis_shown,
        "major_gridlines": {"visible": chart.is_value_axis_shown, "line": {"color": "#E4E7EB"}},
    }


def _series_options(series: Series, gap: int, titles: Mapping[str, str]) -> dict[str, object]:
    fill: dict[str, object] = {"color": series.colour} if series.colour else {"none": True}
    options: dict[str, object] = {
        "name": series.name,
        "categories": f"={absolute(titles[series.categories.sheet], series.categories.area)}",
        "values": f"={absolute(titles[series.values.sheet], series.values.area)}",
        "fill": fill,
        "border": {"none": True},
        "gap": gap,
    }
    if series.point_colours:
        points = [{"fill": {"color": colour}} for colour in series.point_colours]
        options["points"] = points
    if series.label_format:
        label: dict[str, object] = {
            "value": True,
            "num_format": series.label_format,
            "font": _FONT | {"color": series.label_colour},
        }
        if series.label_position:
            label["position"] = series.label_position
        options["data_labels"] = label
    return options
