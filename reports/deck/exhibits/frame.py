"""Text on a slide: the frame every slide has, headings, tiles and call-outs, all measured."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.brand import CONTENT, inches
from reports.deck.exhibits.text_fit import Fitted, fitted, with_whole_brackets
from reports.deck.exhibits.tiles import Tile
from reports.deck.model import (
    Box,
    Element,
    Geometry,
    PageNumber,
    Picture,
    Placeholder,
    Role,
    Slide,
    TextBox,
)
from reports.deck.slide_context import Phrase, SlideContext, Tone
from reports.deck.text_model import Align, Anchor, Body, Insets, Paragraph, Run

TITLE_SIZES = (2200, 2000)
HEADING_SIZES = (1200,)
BODY_SIZES = (1400, 1200)
FOOT_SIZE = 1100
LABEL_SIZES = (1200, 1100)
VALUE_SIZES = (2000, 1800, 1600)
TILE_HEIGHT = inches(1.15)
GAP = inches(0.2)
_SPACE_AFTER = 600
"""After an item of a list, in hundredths of a point; one is 127 EMU."""
_LOGO_WIDTH, _LOGO_HEIGHT = inches(1.6), inches(0.34)


@dataclass(frozen=True)
class Page:
    """What a slide says around its exhibits."""

    name: str
    title: Phrase
    tables: tuple[str, ...]
    """Canonical tables its figures come from, for the source line."""
    notes: tuple[str, ...]
    layout: str = CONTENT
    suffix: str = ""
    """Tells pages of one subject apart: (2/3)."""


def one_line(text: str, size: int, colour: str = "", bold: bool = False) -> Body:
    """A body of one run; without a colour, in its placeholder's."""
    return Body((Paragraph((Run(text, size, colour, bold),)),))


def subject_of(context: SlideContext, name: str) -> str:
    """What a slide is about; of teams, modules and causes, those that are known."""
    parts, causes = context.view.parts, context.view.causes
    if name != "breakdown" or (parts and causes):
        return context.say(f"kickers.{name}")
    return context.say(f"breakdown.only_{'parts' if parts else 'causes'}")


def slide(context: SlideContext, page: Page, elements: Sequence[Element]) -> Slide:
    """A slide in reading order: title, kicker, exhibits, footer, page number."""
    title = fit_title(context, page)
    kicker = subject_of(context, page.name).upper()
    frame_foot: tuple[Element, ...] = (
        Placeholder(Role.FOOTER, one_line(source_line(context, page), FOOT_SIZE)),
        PageNumber(Run("‹#›", FOOT_SIZE)),
    )
    head: tuple[Element, ...] = (
        Placeholder(Role.TITLE, one_line(title.text, title.size, bold=True)),
        Placeholder(Role.KICKER, one_line(kicker, 1100, bold=True)),
    )
    return Slide(
        name=page.name,
        layout=page.layout,
        title=title.text,
        rule=page.title.rule,
        figures=page.title.figures,
        elements=(*head, *elements, *logo_on(context, page.layout, _LOGO_HEIGHT), *frame_foot),
        notes=page.notes,
    )


def slides_of(
    context: SlideContext, page: Page, contents: Sequence[Sequence[Element]]
) -> tuple[Slide, ...]:
    """A slide for each content; where there are several, titles end in (1/3) and so on."""
    many = len(contents) > 1
    return tuple(
        slide(
            context, replace(page, suffix=f"({number}/{len(contents)})" if many else ""), elements
        )
        for number, elements in enumerate(contents, start=1)
    )


def whole_title(context: SlideContext, wordings: Sequence[Phrase], suffix: str = "") -> Phrase:
    """The first of several wordings that the title has room for, with a page's suffix; else the
    last: what is cut has lost its name or its date."""
    width = context.brand.box_of(CONTENT, Role.TITLE).width
    texts = ((said, with_whole_brackets(f"{said.text} {suffix}".rstrip())) for said in wordings)
    whole = (
        said for said, text in texts if fitted(text, width, 2, TITLE_SIZES, bold=True).text == text
    )
    return next(whole, wordings[-1])


def fit_title(context: SlideContext, page: Page) -> Fitted:
    """The title on two lines at most; a page's suffix survives the shortening."""
    place = context.brand.box_of(page.layout, Role.TITLE)
    suffix = f" {page.suffix}" if page.suffix else ""
    text = with_whole_brackets(page.title.text) + suffix
    found = fitted(text, place.width, 2, TITLE_SIZES, bold=True)
    if not suffix or found.text == text:
        return found
    room = place.width - inches(0.9)
    cut = fitted(with_whole_brackets(page.title.text), room, 2, TITLE_SIZES[-1:], bold=True)
    return Fitted(cut.text + suffix, cut.size, cut.lines)


def foot_of(context: SlideContext) -> tuple[str, ...]:
    """What the company says at the foot of every slide."""
    own = context.brand.confidentiality.get(context.words.language)
    said = own or context.say("confidentiality"), context.brand.footer
    return tuple(text for text in said if text)


def logo_on(context: SlideContext, layout: str, height: int) -> tuple[Picture, ...]:
    """The company's logo at the right end of the kicker's line, so high; nothing without one."""
    logo = context.brand.logo
    if logo is None:
        return ()
    kicker = context.brand.box_of(layout, Role.KICKER)
    right = context.brand.body.right
    place = Box(right - _LOGO_WIDTH, kicker.top, _LOGO_WIDTH, height)
    return (Picture("Logo", logo.within(place), logo.blob, context.view.company_name),)


def source_line(context: SlideContext, page: Page) -> str:
    """Source, data date and confidentiality, shortened to the footer's width."""
    systems = context.systems(*page.tables)
    parts = [context.say("footer.source", {"systems": systems})] if systems else []
    parts += [context.say("footer.few_join")] if context.is_of_few(page.name) else []
    parts.append(
        context.say("footer.data_date", {"day": context.formats.day(context.view.data_date)})
    )
    parts.extend(foot_of(context))
    place = context.brand.box_of(page.layout, Role.FOOTER)
    return fitted(" · ".join(parts), place.width, 1, (FOOT_SIZE,), bold=False).text


def row_of(area: Box, count: int, gap: int = GAP) -> tuple[Box, ...]:
    """Boxes of equal width side by side."""
    width = (area.width - gap * (count - 1)) // count
    return tuple(
        Box(area.left + place * (width + gap), area.top, width, area.height)
        for place in range(count)
    )


def heading(context: SlideContext, text: str, place: Box) -> TextBox:
    """An exhibit's own heading, on one line."""
    found = fitted(text, place.width, 1, HEADING_SIZES, bold=True)
    body = one_line(found.text, found.size, context.brand.palette.ink, True)
    return TextBox(f"{text}"[:60], Box(place.left, place.top, place.width, inches(0.3)), body)


def note(context: SlideContext, text: str, place: Box, lines: int = 2) -> TextBox:
    """Small print under an exhibit."""
    found = fitted(text, place.width, lines, LABEL_SIZES, bold=False)
    body = one_line(found.text, found.size, context.brand.palette.muted)
    return TextBox("Note", Box(place.left, place.top, place.width, found.height), body)


def tone_colour(context: SlideContext, tone: Tone) -> str:
    """The colour of a meaning; the words and signs beside it say the same."""
    palette = context.brand.palette
    return {Tone.GOOD: palette.good, Tone.BAD: palette.bad}.get(tone, palette.muted)


def tile(context: SlideContext, item: Tile, place: Box) -> TextBox:
    """A tile; its text is made to fit the tile's width."""
    palette = context.brand.palette
    inset = inches(0.16)
    width = place.width - 2 * inset
    label = fitted(item.label, width, 1, LABEL_SIZES, bold=False)
    room = width - width // 25
    value = fitted(item.value, room, 1, VALUE_SIZES, bold=True)
    delta = fitted(item.delta.text, room, 2, LABEL_SIZES, bold=True)
    colour = tone_colour(context, item.delta.tone)
    paragraphs = (
        Paragraph((Run(label.text, label.size, palette.muted),)),
        Paragraph((Run(value.text, value.size, palette.ink, bold=True),)),
        *((Paragraph((Run(delta.text, delta.size, colour, bold=True),)),) if delta.text else ()),
    )
    return TextBox(
        name=f"{item.label}"[:60],
        box=place,
        body=Body(paragraphs, Anchor.TOP, Insets(inset, inches(0.13), inset, inches(0.05))),
        geometry=Geometry.ROUNDED,
        fill=palette.faint,
        alt_text=f"{item.label}: {item.value}. {item.delta.text}".rstrip(),
    )


def tiles(context: SlideContext, items: Sequence[Tile], area: Box) -> tuple[TextBox, ...]:
    """Tiles side by side over the width of an area; nothing where there are none."""
    places = row_of(area, len(items)) if items else ()
    return tuple(tile(context, item, place) for item, place in zip(items, places, strict=True))


@dataclass(frozen=True)
class BesideTiles:
    """Where things stand on a slide with an exhibit at the left and tiles at its right."""

    left: Box
    """All of the left, its heading at the top."""
    exhibit: Box
    note: Box
    tiles: Box


def beside_tiles(area: Box) -> BesideTiles:
    """The slide's body, divided."""
    side = inches(3.6)
    left = Box(area.left, area.top, area.width - side - inches(0.35), area.height)
    return BesideTiles(
        left,
        Box(left.left, left.top + inches(0.32), left.width, left.height - inches(0.65)),
        Box(left.left, left.bottom - inches(0.25), left.width, 0),
        Box(area.right - side, area.top, side, area.height),
    )


def tiles_down(context: SlideContext, items: Sequence[Tile], area: Box) -> tuple[TextBox, ...]:
    """Tiles under one another over the width of an area."""
    step = TILE_HEIGHT + inches(0.18)
    places = (
        Box(area.left, area.top + place * step, area.width, TILE_HEIGHT)
        for place in range(len(items))
    )
    return tuple(tile(context, item, place) for item, place in zip(items, places, strict=True))


def bullet_list(
    context: SlideContext, texts: Sequence[str], place: Box, lines_each: int = 2
) -> TextBox:
    """Short statements under each other, in the largest print in which all stand in the place."""
    palette = context.brand.palette
    indent = inches(0.2)
    tried = [
        [fitted(text, place.width - indent, lines_each, sizes, bold=False) for text in texts]
        for sizes in (BODY_SIZES[start:] for start in range(len(BODY_SIZES)))
    ]
    held = (
        some
        for some in tried
        if sum(item.height + 127 * _SPACE_AFTER for item in some) <= place.height
    )
    paragraphs = tuple(
        Paragraph(
            (Run(found.text, found.size, palette.ink),),
            Align.LEFT,
            space_after=_SPACE_AFTER,
            bullet="•",
            indent=indent,
        )
        for found in next(held, tried[-1])
    )
    return TextBox("List", place, Body(paragraphs))
