"""The manager's own words on a slide, and where the next edition finds them.

They are typed under a line in the speaker notes that names the slide, or into the box that
shows them; a box stands on a slide only where there is text. See `reports.deck.read_back`.
"""

from dataclasses import replace

from reports.brand import inches
from reports.deck.desk import Desk
from reports.deck.model import Anchor, Body, Box, Insets, Paragraph, Run, Slide, TextBox
from reports.deck.text_fit import Fitted, fitted

BOX_NAME = "Commentary"
_SIZES = (1400, 1300, 1200, 1100, 1000)
_MOST_LINES = 6
_INSET = inches(0.16)
_GAP = inches(0.15)


def section_line(desk: Desk, slide: str) -> str:
    """The line of the notes under which the manager types."""
    return f"{desk.say('commentary.section')} [{slide}]"


def roomier(desk: Desk, text: str) -> Desk:
    """The desk with so much less room for exhibits as the commentary takes."""
    if not text:
        return desk
    body = desk.brand.body
    taken = _height(desk, text) + _GAP
    shorter = Box(body.left, body.top, body.width, body.height - taken)
    return replace(desk, brand=replace(desk.brand, body=shorter))


def with_commentary(desk: Desk, slide: Slide, text: str) -> Slide:
    """The slide with the box under its exhibits; `desk` is the one made roomier."""
    if not text:
        return slide
    palette, body = desk.brand.palette, desk.brand.body
    found = _fitted(desk, text)
    place = Box(body.left, body.bottom + _GAP, body.width, _height(desk, text))
    lines = found.text.split("\n")
    words = Body(
        tuple(Paragraph((Run(line, found.size, palette.ink),)) for line in lines),
        Anchor.MIDDLE,
        Insets(_INSET, 0, _INSET, 0),
    )
    box = TextBox(BOX_NAME, place, words, fill=palette.faint)
    return replace(slide, elements=(*slide.elements[:-2], box, *slide.elements[-2:]))


def noted(desk: Desk, slide: Slide, text: str) -> Slide:
    """The slide with the section for commentary at the end of its notes."""
    lines = text.split("\n") if text else ()
    return replace(slide, notes=(*slide.notes, section_line(desk, slide.name), *lines))


def _fitted(desk: Desk, text: str) -> Fitted:
    return fitted(text, desk.brand.body.width - 2 * _INSET, _MOST_LINES, _SIZES, bold=False)


def _height(desk: Desk, text: str) -> int:
    return _fitted(desk, text).height + inches(0.16)
