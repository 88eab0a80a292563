"""What the meeting goes through, beside the cover's words: every line leads to its page."""

from collections.abc import Sequence

from reports.brand import COVER, inches
from reports.deck.exhibits.frame import one_line, subject_of
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import Box, Element, Geometry, PageLink, Role, Shape, TextBox
from reports.deck.slide_context import SlideContext
from reports.deck.text_model import Anchor, Body

_TOP, _BOTTOM = inches(1.15), inches(6.8)
_PAGE_RIGHT = inches(13.333) - inches(0.6)
_GAP, _PADDING = inches(0.5), inches(0.3)
_LEAST_WIDTH = inches(3.6)
_HEAD, _MOST_LINE, _LEAST_LINE = inches(0.5), inches(0.56), inches(0.3)
_NUMBER, _PAGE = inches(0.42), inches(0.75)
_SIZES = (1400, 1200)


def agenda(context: SlideContext, slides: Sequence[str]) -> tuple[Element, ...]:
    """A panel with the slides by their subjects; nothing where the cover has no room for it."""
    place = _room(context)
    inner = place.height - 2 * _PADDING - _HEAD
    if place.width < _LEAST_WIDTH or not slides or inner // len(slides) < _LEAST_LINE:
        return ()
    line = min(inner // len(slides), _MOST_LINE)
    height = 2 * _PADDING + _HEAD + line * len(slides)
    panel = Box(place.left, place.top + (place.height - height) // 2, place.width, height)
    palette = context.brand.palette
    left, width = panel.left + _PADDING, panel.width - 2 * _PADDING
    top = panel.top + _PADDING
    title = context.say("cover.agenda")
    elements: list[Element] = [
        Shape("Card", panel, Geometry.ROUNDED, fill=palette.faint),
        _words(title, 1400, palette.ink, True, Box(left, top, width, _HEAD), palette.faint),
    ]
    for number, name in enumerate(slides, start=1):
        row = Box(left, top + _HEAD + (number - 1) * line, width, line)
        elements.extend(_line(context, number, name, row))
    return tuple(elements)


def _room(context: SlideContext) -> Box:
    """At the right of the cover's words."""
    words = (context.brand.box_of(COVER, role) for role in (Role.TITLE, Role.SUBTITLE))
    left = max(box.right for box in words) + _GAP
    return Box(left, _TOP, _PAGE_RIGHT - left, _BOTTOM - _TOP)


def _line(context: SlideContext, number: int, name: str, row: Box) -> tuple[Element, ...]:
    palette = context.brand.palette
    rule = Box(row.left, row.top, row.width, inches(0.01))
    under = row.top + rule.height
    height = row.height - rule.height
    subject = subject_of(context, name)
    place = Box(row.left + _NUMBER, under, row.width - _NUMBER - _PAGE, height)
    found = fitted(subject, place.width, 1, _SIZES, bold=False)
    digit = Box(row.left, under, _NUMBER, height)
    return (
        Shape("Rule", rule, fill=palette.rule),
        _words(context.formats.count(number), 1400, palette.accent, True, digit, palette.faint),
        _words(found.text, found.size, palette.ink, False, place, palette.faint, link=name),
        PageLink(name, Box(row.right - _PAGE, under, _PAGE, height), palette.accent, palette.faint),
    )


def _words(
    text: str, size: int, colour: str, bold: bool, place: Box, fill: str, link: str = ""
) -> TextBox:
    body = Body(one_line(text, size, colour, bold).paragraphs, Anchor.MIDDLE)
    return TextBox(text[:60], place, body, fill=fill, link=link)
