"""A deck as .pptx bytes. The only place that writes them; it decides nothing."""

from reports.deck.model import (
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
    Watermark,
)
from reports.deck.render.chart import chart_xml
from reports.deck.render.embedded_workbook import chart_workbook
from reports.deck.render.package import normalised
from reports.deck.render.presentation import MissingLayoutError, OpenPackage, OpenSlide
from reports.deck.render.shapes import (
    chart_frame_xml,
    notes_xml,
    picture_xml,
    placeholder_xml,
    shape_xml,
    slide_xml,
    table_xml,
    text_box_xml,
    watermark_xml,
)

__all__ = ["MissingLayoutError", "render_deck"]


def render_deck(deck: Deck) -> bytes:
    """The deck's bytes: the same deck, the same bytes.

    Raises MissingLayoutError where the template lacks what the deck is laid out on.
    """
    package = OpenPackage(deck.template)
    for page, slide in enumerate(deck.slides, start=1):
        opened = package.add_slide(slide.layout)
        elements = "".join(
            _element(package, opened, deck, slide, element, number)
            for number, element in enumerate(slide.elements, start=2)
        )
        opened.close(slide_xml(elements))
        opened.add_notes(package.notes_master, notes_xml(slide.notes, page, deck.language))
    package.set_properties(deck)
    return normalised(package.parts())


def _element(
    package: OpenPackage, opened: OpenSlide, deck: Deck, slide: Slide, element: Element, number: int
) -> str:
    language = deck.language
    match element:
        case Placeholder():
            ph = package.placeholder(slide.layout, element.role)
            return placeholder_xml(number, element, ph, language)
        case PageNumber():
            ph = package.placeholder(slide.layout, Role.PAGE)
            return placeholder_xml(number, element, ph, language)
        case TextBox():
            return text_box_xml(number, element, language)
        case Shape():
            return shape_xml(number, element)
        case Watermark():
            return watermark_xml(number, element, language)
        case Table():
            return table_xml(number, element, language)
        case Chart():
            workbook = chart_workbook(element, deck.created, deck.author)
            relation = opened.add_chart(number, chart_xml(element, language), workbook)
            return chart_frame_xml(number, element, relation)
        case Picture():
            return picture_xml(number, element, opened.add_image(element.blob))
