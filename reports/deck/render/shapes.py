"""Shapes, tables and frames of the deck model as PresentationML."""

from collections.abc import Sequence

from reports.deck.model import (
    Box,
    Cell,
    Chart,
    PageNumber,
    Path,
    Picture,
    Placeholder,
    Shape,
    Stroke,
    Table,
    TextBox,
    Watermark,
)
from reports.deck.render.text import (
    body_properties,
    line,
    page_field,
    paragraphs,
    solid,
    xml_attribute,
    xml_text,
)
from reports.deck.text_model import Align, Anchor, Body, Paragraph

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES = (
    f'xmlns:a="{_DRAWING}/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)


def _frame(box: Box, tag: str = "a:xfrm") -> str:
    return (
        f'<{tag}><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></{tag}>'
    )


def placeholder_xml(
    number: int, placeholder: Placeholder | PageNumber, ph: str, language: str
) -> str:
    """Text in a placeholder; `ph` is the layout's own `p:ph` element."""
    if isinstance(placeholder, PageNumber):
        name, content, frame = "Page", page_field(placeholder, language), "<a:bodyPr/>"
    else:
        name = placeholder.role.value
        content = paragraphs(placeholder.body, language)
        frame = "<a:bodyPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody>{frame}<a:lstStyle/>{content}</p:txBody></p:sp>"
    )


def text_box_xml(number: int, item: TextBox, language: str, relation: str = "") -> str:
    """A shape with text; `relation` is the slide's own to the slide that a click leads to."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={xml_attribute(item.name)} '
        f"descr={xml_attribute(item.alt_text)}>{_jump(relation)}</p:cNvPr>"
        '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"{_shape_properties(item.box, item.geometry, item.fill, item.stroke)}"
        f"{_text(item.body, language)}</p:sp>"
    )


def _jump(relation: str) -> str:
    if not relation:
        return ""
    return f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"/>'


def path_xml(number: int, item: Path) -> str:
    """An open line through its points."""
    box = item.box
    corners = [(round(x * box.width), round(y * box.height)) for x, y in item.points]
    steps = "".join(
        f'<a:{"lnTo" if place else "moveTo"}><a:pt x="{x}" y="{y}"/>'
        f"</a:{'lnTo' if place else 'moveTo'}>"
        for place, (x, y) in enumerate(corners)
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={xml_attribute(item.name)}>'
        f"{_DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_frame(box)}"
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{box.width}" h="{box.height}" fill="none">{steps}</a:path></a:pathLst>'
        f"</a:custGeom><a:noFill/>{line(item.stroke)}</p:spPr></p:sp>"
    )


def shape_xml(number: int, item: Shape) -> str:
    """A decoration."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={xml_attribute(item.name)}>'
        f"{_DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"{_shape_properties(item.box, item.geometry, item.fill, item.stroke)}</p:sp>"
    )


def watermark_xml(number: int, item: Watermark, language: str) -> str:
    """Faint words across the page."""
    box = item.box
    turned = (
        f'<a:xfrm rot="{item.angle * 60_000}"><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
    )
    body = Body((Paragraph((item.run,), Align.CENTRE),), Anchor.MIDDLE)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={xml_attribute(item.name)}>'
        f'{_DECORATIVE}</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{turned}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"{_text(body, language)}</p:sp>"
    )


def _shape_properties(box: Box, geometry: str, fill: str | None, stroke: Stroke | None) -> str:
    adjust = {"roundRect": '<a:gd name="adj" fmla="val 5500"/>'}.get(geometry, "")
    return (
        f'<p:spPr>{_frame(box)}<a:prstGeom prst="{geometry}"><a:avLst>{adjust}</a:avLst>'
        f"</a:prstGeom>{solid(fill)}{line(stroke)}</p:spPr>"
    )


def _text(body: Body, language: str) -> str:
    return f"<p:txBody>{body_properties(body)}<a:lstStyle/>{paragraphs(body, language)}</p:txBody>"


def table_xml(number: int, table: Table, language: str) -> str:
    """A native table; every cell carries its own look."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in table.column_widths)
    rows = "".join(
        f'<a:tr h="{row.height}">{"".join(_cell(cell, language) for cell in row.cells)}</a:tr>'
        for row in table.rows
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>"
        f'<p:cNvPr id="{number}" name={xml_attribute(table.name)} '
        f"descr={xml_attribute(table.alt_text)}/><p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"{_frame(table.box, 'p:xfrm')}<a:graphic>"
        f'<a:graphicData uri="{_DRAWING}/table"><a:tbl><a:tblPr firstRow="1"/>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _cell(cell: Cell, language: str) -> str:
    inset = cell.body.insets
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.body, language)}</a:txBody>"
        f'<a:tcPr marL="{inset.left}" marR="{inset.right}" marT="{inset.top}" '
        f'marB="{inset.bottom}" anchor="{cell.body.anchor}">'
        f"{line(None, 'a:lnL')}{line(None, 'a:lnR')}{line(None, 'a:lnT')}"
        f"{line(cell.bottom, 'a:lnB')}{solid(cell.fill)}</a:tcPr></a:tc>"
    )


def chart_frame_xml(number: int, chart: Chart, relation: str) -> str:
    """The frame that holds a chart part."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>"
        f'<p:cNvPr id="{number}" name={xml_attribute(chart.name)} '
        f"descr={xml_attribute(chart.alt_text)}/>"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{_frame(chart.box, 'p:xfrm')}<a:graphic>"
        f'<a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def picture_xml(number: int, picture: Picture, relation: str) -> str:
    """The frame that shows an image part."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name={xml_attribute(picture.name)} '
        f"descr={xml_attribute(picture.alt_text)}/><p:cNvPicPr>"
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{_frame(picture.box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_CLOSING = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def slide_xml(elements: str) -> str:
    """A slide around its elements."""
    return (
        f"{_HEAD}<p:sld {_NAMESPACES}><p:cSld><p:spTree>{_GROUP}{elements}</p:spTree></p:cSld>"
        f"{_CLOSING}</p:sld>"
    )


def notes_xml(notes: Sequence[str], page: int, language: str) -> str:
    """A notes slide: the slide's picture, and the notes under it."""
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr lang="{language}" dirty="0"/><a:t>{xml_text(note)}</a:t></a:r></a:p>'
        for note in notes
    )
    picture = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide {page}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    words = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )
    return (
        f"{_HEAD}<p:notes {_NAMESPACES}><p:cSld><p:spTree>{_GROUP}{picture}{words}</p:spTree>"
        f"</p:cSld>{_CLOSING}</p:notes>"
    )
