"""A deck as .pptx bytes. The only place that writes them; it decides nothing."""

import io
from datetime import datetime, time

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.presentation import Presentation as OpenPresentation
from pptx.slide import Slide as PptxSlide
from pptx.slide import SlideLayout

from reports.deck_model import (
    Chart,
    Deck,
    Element,
    PageNumber,
    Picture,
    Placeholder,
    Role,
    Shape,
    Slide,
    Table,
    TextBox,
)
from reports.render_deck_chart import chart_workbook, chart_xml
from reports.render_deck_package import normalised
from reports.render_deck_shapes import (
    chart_frame_xml,
    note_paragraph_xml,
    picture_xml,
    placeholder_xml,
    shape_xml,
    table_xml,
    text_box_xml,
)
from transforms.errors import CarteraError


class MissingLayoutError(CarteraError):
    """The template lacks a layout, or a layout a placeholder."""

    def __init__(self, template: str, layout: str, placeholder: str = "") -> None:
        what = f"placeholder '{placeholder}' in layout '{layout}'" if placeholder else layout
        super().__init__(
            f"template {template}: {what} is missing. Add it under that name, "
            "or choose another template in cartera.toml."
        )


def render_deck(deck: Deck) -> bytes:
    """The deck's bytes: the same deck, the same bytes.

    Raises MissingLayoutError where the template lacks what the deck is laid out on.
    """
    presentation = Presentation(io.BytesIO(deck.template.blob))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for number, slide in enumerate(deck.slides, start=1):
        if slide.layout not in layouts:
            raise MissingLayoutError(deck.template.name, slide.layout)
        _add_slide(presentation, layouts[slide.layout], slide, deck, number)
    _set_properties(presentation, deck)
    target = io.BytesIO()
    presentation.save(target)
    return normalised(target.getvalue())


def _add_slide(
    presentation: OpenPresentation, layout: SlideLayout, slide: Slide, deck: Deck, number: int
) -> None:
    added = presentation.slides.add_slide(layout)
    tree = added.shapes._spTree
    for placeholder in list(added.placeholders):
        tree.remove(placeholder.element)
    for place, element in enumerate(slide.elements):
        xml = _element_xml(added, layout, element, deck, 2 + place, number)
        tree.append(parse_xml(xml))
    _add_notes(added, slide, deck)


def _element_xml(
    added: PptxSlide, layout: SlideLayout, element: Element, deck: Deck, number: int, page: int
) -> str:
    language = deck.language
    match element:
        case Placeholder() | PageNumber():
            role = element.role if isinstance(element, Placeholder) else Role.PAGE
            ph = _layout_placeholder(layout, role, deck.template.name)
            return placeholder_xml(number, element, ph, language)
        case TextBox():
            return text_box_xml(number, element, language)
        case Shape():
            return shape_xml(number, element)
        case Table():
            return table_xml(number, element, language)
        case Chart():
            relation = _add_chart_part(added, element, deck, f"{page:02d}{number:02d}")
            return chart_frame_xml(number, element.name, element.alt_text, element.box, relation)
        case Picture():
            _, relation = added.part.get_or_add_image_part(io.BytesIO(element.blob))
            return picture_xml(number, element.name, element.alt_text, element.box, relation)


def _layout_placeholder(layout: SlideLayout, role: Role, template: str) -> str:
    """The layout's `p:ph` element for a placeholder found by its name."""
    for shape in layout.placeholders:
        if shape.name == role.value:
            found = shape.element.find(f".//{qn('p:ph')}")
            return etree.tostring(found, encoding="unicode")
    raise MissingLayoutError(template, layout.name, role.value)


def _add_chart_part(added: PptxSlide, chart: Chart, deck: Deck, number: str) -> str:
    package = added.part.package
    part = ChartPart.load(
        PackURI(f"/ppt/charts/chart{number}.xml"),
        CONTENT_TYPE.DML_CHART,
        package,
        chart_xml(chart, deck.language),
    )
    workbook = normalised(chart_workbook(chart, deck.created, deck.author))
    part.relate_to(EmbeddedXlsxPart.new(workbook, package), RELATIONSHIP_TYPE.PACKAGE)
    return added.part.relate_to(part, RELATIONSHIP_TYPE.CHART)


def _add_notes(added: PptxSlide, slide: Slide, deck: Deck) -> None:
    frame = added.notes_slide.notes_text_frame
    if frame is None:
        raise MissingLayoutError(deck.template.name, "notes master", "notes")
    body = frame._txBody
    for paragraph in list(body.p_lst):
        body.remove(paragraph)
    for note in slide.notes:
        body.append(parse_xml(note_paragraph_xml(note, deck.language)))


def _set_properties(presentation: OpenPresentation, deck: Deck) -> None:
    properties = presentation.core_properties
    properties.title = deck.title
    properties.subject = deck.subject
    properties.author = deck.author
    properties.last_modified_by = deck.author
    properties.language = deck.language
    properties.revision = 1
    stamp = datetime.combine(deck.created, time())
    properties.created = stamp
    properties.modified = stamp
