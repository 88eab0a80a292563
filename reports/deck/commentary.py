"""The manager's own words on a slide, and where the next edition finds them.

They are typed under a line in the speaker notes that names the slide, or into the box that
shows them; a box stands on a slide only where there is text. See `reports.deck.read_back`.
"""

from dataclasses import replace

from reports.brand import inches
from reports.deck.exhibits.text_fit import Fitted, fitted
from reports.deck.model import Box, Slide, TextBox
from reports.deck.slide_context import SlideContext
from reports.deck.text_model import Anchor, Body, Insets, Paragraph, Run

BOX_NAME = "Commentary"
_SIZES = (1400, 1200, 1100)
_MOST_LINES = 6
_INSET = inches(0.16)
_GAP = inches(0.15)


def section_line(context: SlideContext, slide: str) -> str:
    """The line of the notes under which the manager types; it names the slide in words."""
    return context.say("commentary.section", {"page": context.say(f"kickers.{slide}")})


def roomier(context: SlideContext, text: str) -> SlideContext:
    """The context with so much less room for exhibits as the commentary takes."""
    if not text:
        return context
    body = context.brand.body
    taken = _height(context, text) + _GAP
    shorter = Box(body.left, body.top, body.width, body.height - taken)
    return replace(context, brand=replace(context.brand, body=shorter))


def with_commentary(context: SlideContext, slide: Slide, text: str) -> Slide:
    """The slide with the box under its exhibits; `context` is the one made roomier."""
    if not text:
        return slide
    palette, body = context.brand.palette, context.brand.body
    found = _fitted(context, text)
    place = Box(body.left, body.bottom + _GAP, body.width, _height(context, text))
    lines = found.text.split("\n")
    words = Body(
        tuple(Paragraph((Run(line, found.size, palette.ink),)) for line in lines),
        Anchor.MIDDLE,
        Insets(_INSET, 0, _INSET, 0),
    )
    box = TextBox(BOX_NAME, place, words, fill=palette.faint)
    return replace(slide, elements=(*slide.elements[:-2], box, *slide.elements[-2:]))


def noted(context: SlideContext, slide: Slide, text: str) -> Slide:
    """The slide with a section for commentary on each of its subjects at the end of its notes."""
    lines = text.split("\n") if text else ()
    sections = [section_line(context, name) for name in slide.subjects]
    return replace(slide, notes=(*slide.notes, sections[0], *lines, *sections[1:]))


def _fitted(context: SlideContext, text: str) -> Fitted:
    return fitted(text, context.brand.body.width - 2 * _INSET, _MOST_LINES, _SIZES, bold=False)


def _height(context: SlideContext, text: str) -> int:
    return _fitted(context, text).height + inches(0.16)
