"""What tells every internal slide from one for the client."""

from dataclasses import replace

from reports.brand import COVER, inches
from reports.deck.exhibits.frame import logo_on
from reports.deck.exhibits.text_fit import height_of, width_of
from reports.deck.model import Box, Role, Slide, TextBox, Watermark
from reports.deck.slide_context import SlideContext
from reports.deck.text_model import Align, Anchor, Body, Insets, Paragraph, Run

_TAG_SIZE = 1100
_WATERMARK_SIZE = 9600
_INSET = inches(0.12)
_OTHER_FONTS = 1.2
"""A brand's own font may run so much wider than the one that text is measured in."""


def marked(context: SlideContext, slide: Slide) -> Slide:
    """The slide with a tag at its upper right, and a watermark where the page is light."""
    behind = () if slide.layout == COVER else (_watermark(context),)
    return replace(slide, elements=(*behind, *slide.elements, _tag(context, slide)))


def _watermark(context: SlideContext) -> Watermark:
    text, body, palette = (
        context.say("internal.watermark"),
        context.brand.body,
        context.brand.palette,
    )
    width = width_of(text, _WATERMARK_SIZE, bold=True) + inches(1.0)
    height = height_of(1, _WATERMARK_SIZE)
    middle = body.left + body.width // 2, body.top + body.height // 2
    place = Box(middle[0] - width // 2, middle[1] - height // 2, width, height)
    run = Run(text, _WATERMARK_SIZE, palette.watermark, bold=True)
    return Watermark("Watermark", place, run, -20)


def tag_width(context: SlideContext) -> int:
    """What the tag takes of the kicker's line."""
    text = context.say("internal.tag")
    return round(width_of(text, _TAG_SIZE, bold=True) * _OTHER_FONTS) + 2 * _INSET


def tag_room(context: SlideContext) -> int:
    """The same with the room that it keeps from its neighbour."""
    return tag_width(context) + inches(0.15)


def _tag(context: SlideContext, slide: Slide) -> TextBox:
    """Beside the kicker, where nothing else stands."""
    text, palette = context.say("internal.tag"), context.brand.palette
    kicker = context.brand.box_of(slide.layout, Role.KICKER)
    width = tag_width(context)
    right = context.brand.body.right - _logo_width(context, slide.layout)
    place = Box(right - width, kicker.top - inches(0.02), width, inches(0.26))
    line = Paragraph((Run(text, _TAG_SIZE, palette.paper, bold=True),), Align.CENTRE)
    body = Body((line,), Anchor.MIDDLE, Insets(_INSET, 0, _INSET, 0))
    return TextBox("Internal", place, body, fill=palette.bad)


def _logo_width(context: SlideContext, layout: str) -> int:
    """What a logo takes of the line, with some room beside it."""
    shown = logo_on(context, layout, inches(0.34))
    return shown[0].box.width + _INSET if shown else 0
