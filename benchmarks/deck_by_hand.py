"""The same deck with python-pptx as people write it: text boxes, tables, charts and notes.

It says what ours says, at the same places; it has python-pptx's own template, and leaves out
decorations and the finer looks: strokes, single points and the marks of lines.
"""

import pickle
from io import BytesIO
from pathlib import Path

from pptx import Presentation
from pptx.chart.chart import Chart as DrawnChart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from benchmarks.clock import processor_seconds_each
from reports.deck.model import (
    Chart,
    Deck,
    Grouping,
    Placeholder,
    PlotKind,
    Role,
    Series,
    Slide,
    Table,
    TextBox,
)
from reports.deck.text_model import Body

WIDTH, HEIGHT = 12_192_000, 6_858_000
_TITLE_ONLY = 5
_KINDS = {
    (PlotKind.COLUMN, Grouping.CLUSTERED): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (PlotKind.COLUMN, Grouping.STACKED): XL_CHART_TYPE.COLUMN_STACKED,
    (PlotKind.BAR, Grouping.CLUSTERED): XL_CHART_TYPE.BAR_CLUSTERED,
    (PlotKind.BAR, Grouping.STACKED): XL_CHART_TYPE.BAR_STACKED,
    (PlotKind.LINE, Grouping.STANDARD): XL_CHART_TYPE.LINE_MARKERS,
}


def write(folder: Path) -> dict[str, float]:
    """Writing alone: the decks are composed already."""
    decks = pickle.loads((folder / "decks").read_bytes())
    return {"write": processor_seconds_each(written, decks)}


def written(deck: Deck) -> bytes:
    """The deck's bytes."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(WIDTH), Emu(HEIGHT)
    for slide in deck.slides:
        _add(presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY]), slide)
    target = BytesIO()
    presentation.save(target)
    return target.getvalue()


def _add(page: Page, slide: Slide) -> None:
    for element in slide.elements:
        match element:
            case Placeholder(role=Role.TITLE):
                assert page.shapes.title is not None
                page.shapes.title.text = element.body.text
            case Placeholder():
                top = HEIGHT - 400_000 if element.role is Role.FOOTER else 100_000
                frame = page.shapes.add_textbox(457_200, top, 9_000_000, 300_000).text_frame
                _fill(frame, element.body)
            case TextBox():
                _add_text(page, element)
            case Table():
                _add_table(page, element)
            case Chart():
                _add_chart(page, element)
            case _:
                pass
    notes = page.notes_slide.notes_text_frame
    assert notes is not None
    notes.text = "\n".join(slide.notes)


def _add_text(page: Page, element: TextBox) -> None:
    box = element.box
    shape = page.shapes.add_textbox(box.left, box.top, box.width, box.height)
    if element.fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(element.fill)
    _fill(shape.text_frame, element.body)


def _fill(frame: TextFrame, body: Body) -> None:
    frame.word_wrap = True
    for number, paragraph in enumerate(body.paragraphs):
        line = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for run in paragraph.runs:
            added = line.add_run()
            added.text = run.text
            added.font.size = Pt(run.size / 100)
            added.font.bold = run.bold
            if run.colour:
                added.font.color.rgb = RGBColor.from_string(run.colour)


def _add_table(page: Page, table: Table) -> None:
    box, columns = table.box, len(table.column_widths)
    frame = page.shapes.add_table(
        len(table.rows), columns, box.left, box.top, box.width, box.height
    )
    for column, width in enumerate(table.column_widths):
        frame.table.columns[column].width = Emu(width)
    for number, row in enumerate(table.rows):
        frame.table.rows[number].height = Emu(row.height)
        for column, content in enumerate(row.cells):
            cell = frame.table.cell(number, column)
            _fill(cell.text_frame, content.body)
            if content.fill:
                cell.fill.solid()
                cell.fill.fore_color.rgb = RGBColor.from_string(content.fill)


def _add_chart(page: Page, chart: Chart) -> None:
    plot, box = chart.plots[0], chart.box
    data = CategoryChartData(number_format=chart.value_axis.format_code)
    data.categories = chart.categories
    series = [series for plot in chart.plots for series in plot.series]
    for one in series:
        data.add_series(one.name, one.values, one.format_code)
    kind = _KINDS[plot.kind, plot.grouping]
    frame = page.shapes.add_chart(kind, box.left, box.top, box.width, box.height, data)
    _style(frame.chart, chart, series)


def _style(drawn: DrawnChart, chart: Chart, series: list[Series]) -> None:
    drawn.has_title = False
    drawn.has_legend = chart.legend is not None
    if drawn.legend is not None:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
    for axis in (drawn.category_axis, drawn.value_axis):
        axis.tick_labels.font.size = Pt(10)
    for added, one in zip(drawn.plots[0].series, series, strict=True):
        if one.fill:
            added.format.fill.solid()
            added.format.fill.fore_color.rgb = RGBColor.from_string(one.fill)
        if one.labels:
            added.data_labels.show_value = True
            added.data_labels.font.size = Pt(one.labels.size / 100)
