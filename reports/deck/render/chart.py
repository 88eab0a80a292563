"""Charts of the deck model as DrawingML charts, tied to the workbook they are edited in."""

from dataclasses import replace

from reports.deck.model import AxisStyle, Chart, Labels, Marker, Plot, PlotKind, PointStyle, Series
from reports.deck.render.text import line, solid, xml_attribute, xml_text

_AXES = (100_000_001, 100_000_002)
_SECOND_AXES = (100_000_003, 100_000_004)
_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def chart_xml(chart: Chart, language: str) -> bytes:
    """The chart part. Its workbook is tied in by the relation rId1."""
    first = 0
    plots = ""
    for plot in chart.plots:
        plots += _plot(chart, plot, first, language)
        first += len(plot.series)
    horizontal = any(plot.kind is PlotKind.BAR for plot in chart.plots)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{language}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"{plots}{_category_axis(chart.category_axis, horizontal, _AXES, language)}"
        f"{_value_axis(chart.value_axis, horizontal, _AXES, language)}"
        f"{_second_axes(chart, horizontal, language)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f"{_legend(chart, language)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text_style(1100, '1B2430', False, language)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _text_style(size: int, colour: str, bold: bool, language: str) -> str:
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr lang="{language}" sz="{size}" b="{int(bold)}">{solid(colour)}</a:defRPr>'
        f'</a:pPr><a:endParaRPr lang="{language}"/></a:p></c:txPr>'
    )


def _plot(chart: Chart, plot: Plot, first: int, language: str) -> str:
    series = "".join(
        _series(chart, plot.kind, item, first + place, language)
        for place, item in enumerate(plot.series)
    )
    names, values = _SECOND_AXES if plot.on_second_axes else _AXES
    axes = f'<c:axId val="{names}"/><c:axId val="{values}"/>'
    head = f'<c:grouping val="{plot.grouping}"/><c:varyColors val="0"/>'
    if plot.kind is PlotKind.LINE:
        return f'<c:lineChart>{head}{series}<c:marker val="1"/>{axes}</c:lineChart>'
    return (
        f'<c:barChart><c:barDir val="{plot.kind}"/>{head}{series}'
        f'<c:gapWidth val="{plot.gap_width}"/><c:overlap val="{plot.overlap}"/>{axes}</c:barChart>'
    )


def _series(chart: Chart, kind: PlotKind, series: Series, index: int, language: str) -> str:
    column = chr(ord("B") + index)
    name = _string_cells(chart, f"${column}$1", (series.name,))
    is_line = kind is PlotKind.LINE
    points = "".join(_point(point, is_line) for point in series.points)
    shape = (
        f"<c:spPr>{line(series.stroke)}</c:spPr>{_marker(series.marker)}{points}"
        if is_line
        else f"<c:spPr>{solid(series.fill)}{line(series.stroke)}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{points}'
    )
    smooth = '<c:smooth val="0"/>' if is_line else ""
    last = len(chart.categories) + 1
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx>{name}</c:tx>{shape}'
        f"{_series_labels(series, language)}"
        f"<c:cat>{_string_cells(chart, f'$A$2:$A${last}', chart.categories)}</c:cat>"
        f"<c:val>{_number_cells(chart, f'${column}$2:${column}${last}', series)}</c:val>"
        f"{smooth}</c:ser>"
    )


def _string_cells(chart: Chart, cells: str, texts: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{xml_text(text)}</c:v></c:pt>'
        for place, text in enumerate(texts)
    )
    return (
        f"<c:strRef><c:f>{xml_text(_reference(chart, cells))}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def _number_cells(chart: Chart, cells: str, series: Series) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>'
        for place, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{xml_text(_reference(chart, cells))}</c:f><c:numCache>"
        f"<c:formatCode>{xml_text(series.format_code)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef>'
    )


def _reference(chart: Chart, cells: str) -> str:
    return f"'{chart.sheet_name}'!{cells}"


def _marker(marker: Marker | None) -> str:
    if marker is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    return (
        f'<c:marker><c:symbol val="{marker.symbol}"/><c:size val="{marker.size}"/>'
        f"<c:spPr>{solid(marker.colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )


def _point(point: PointStyle, is_line: bool) -> str:
    if point.fill is None and point.marker is None:
        return ""
    if is_line:
        return (
            f'<c:dPt><c:idx val="{point.index}"/>{_marker(point.marker)}'
            '<c:bubble3D val="0"/></c:dPt>'
        )
    return (
        f'<c:dPt><c:idx val="{point.index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{solid(point.fill)}</c:spPr></c:dPt>"
    )


def _series_labels(series: Series, language: str) -> str:
    singles = "".join(
        f'<c:dLbl><c:idx val="{point.index}"/>{_label_style(point.labels, language)}</c:dLbl>'
        for point in series.points
        if point.labels is not None
    )
    if series.labels is None and not singles:
        return ""
    rest = _NO_LABELS if series.labels is None else _label_style(series.labels, language)
    return f"<c:dLbls>{singles}{rest}</c:dLbls>"


_NO_LABELS = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _label_style(labels: Labels, language: str) -> str:
    return (
        f'<c:numFmt formatCode={xml_attribute(labels.format_code)} sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text_style(labels.size, labels.colour, labels.bold, language)}"
        f'<c:dLblPos val="{labels.place}"/><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _axis_head(number: int, axis: AxisStyle, place: str) -> str:
    bounds = ""
    if axis.maximum is not None:
        bounds += f'<c:max val="{axis.maximum!r}"/>'
    if axis.minimum is not None:
        bounds += f'<c:min val="{axis.minimum!r}"/>'
    orientation = "maxMin" if axis.reversed else "minMax"
    return (
        f'<c:axId val="{number}"/><c:scaling><c:orientation val="{orientation}"/>{bounds}'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{place}"/>'
    )


def _axis_look(axis: AxisStyle, language: str) -> str:
    shown = "low" if axis.visible else "none"
    grid = ""
    if axis.gridlines is not None:
        grid = f"<c:majorGridlines><c:spPr>{line(axis.gridlines)}</c:spPr></c:majorGridlines>"
    return (
        f'{grid}<c:numFmt formatCode={xml_attribute(axis.format_code)} sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{shown}"/>'
        f"<c:spPr>{line(axis.line)}</c:spPr>{_text_style(axis.size, axis.colour, False, language)}"
    )


def _second_axes(chart: Chart, horizontal: bool, language: str) -> str:
    """The same scales again, unseen, for plots whose bars have a width of their own."""
    if not any(plot.on_second_axes for plot in chart.plots):
        return ""
    names, values = (
        replace(axis, visible=False, line=None, gridlines=None)
        for axis in (chart.category_axis, chart.value_axis)
    )
    return _value_axis(values, horizontal, _SECOND_AXES, language) + _category_axis(
        names, horizontal, _SECOND_AXES, language
    )


def _category_axis(
    axis: AxisStyle, horizontal: bool, numbers: tuple[int, int], language: str
) -> str:
    place = "l" if horizontal else "b"
    return (
        f"<c:catAx>{_axis_head(numbers[0], axis, place)}{_axis_look(axis, language)}"
        f'<c:crossAx val="{numbers[1]}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(axis: AxisStyle, horizontal: bool, numbers: tuple[int, int], language: str) -> str:
    place = "b" if horizontal else "l"
    step = "" if axis.step is None else f'<c:majorUnit val="{axis.step!r}"/>'
    return (
        f"<c:valAx>{_axis_head(numbers[1], axis, place)}{_axis_look(axis, language)}"
        f'<c:crossAx val="{numbers[0]}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _legend(chart: Chart, language: str) -> str:
    legend = chart.legend
    if legend is None:
        return ""
    series = [item for plot in chart.plots for item in plot.series]
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>'
        for index, item in enumerate(series)
        if not item.in_legend
    )
    return (
        f'<c:legend><c:legendPos val="{legend.place}"/>{hidden}<c:overlay val="0"/>'
        f"{_text_style(legend.size, legend.colour, False, language)}</c:legend>"
    )
