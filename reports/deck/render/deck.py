"""A deck as .pptx bytes. The only place that writes them; it decides nothing."""

from collections.abc import Mapping

from reports.deck.model import (
    Chart,
    Deck,
    Element,
    PageLink,
    PageNumber,
    Path,
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
    path_xml,
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
    opened_slides = [package.add_slide(slide.layout) for slide in deck.slides]
    first_of = {
        name: opened
        for slide, opened in reversed(list(zip(deck.slides, opened_slides, strict=True)))
        for name in slide.places
    }
    for page, (slide, opened) in enumerate(zip(deck.slides, opened_slides, strict=True), start=1):
        links = {name: opened.add_jump(first_of[name]) for name in _linked(slide)}
        elements = "".join(
            _element(package, opened, deck, slide, element, number, links)
            for number, element in enumerate(slide.elements, start=2)
        )
        opened.close(slide_xml(elements))
        opened.add_notes(package.notes_master, notes_xml(slide.notes, page, deck.language))
    package.set_properties(deck)
    return normalised(package.parts())


def _linked(slide: Slide) -> dict[str, None]:
    """Names of the slides that a click on this one leads to, in their order."""
    boxes = (item for item in slide.elements if isinstance(item, TextBox))
    return dict.fromkeys(box.link for box in boxes if box.link)


def _element(
    package: OpenPackage,
    opened: OpenSlide,
    deck: Deck,
    slide: Slide,
    element: Element,
    number: int,
    links: Mapping[str, str],
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
            return text_box_xml(number, element, language, links.get(element.link, ""))
        case PageLink():
            raise TypeError(f"{slide.name}: the page of {element.slide} was never looked up")
        case Path():
            return path_xml(number, element)
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
