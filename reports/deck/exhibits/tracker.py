"""Ways through the deck: the strip over every title, and the page numbers that lead elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.brand import COVER, inches
from reports.deck.exhibits.agenda import agenda
from reports.deck.exhibits.frame import one_line
from reports.deck.exhibits.text_fit import width_of
from reports.deck.model import (
    Box,
    Element,
    PageLink,
    Picture,
    Placeholder,
    Role,
    Shape,
    Slide,
    Table,
    TextBox,
)
from reports.deck.slide_context import SlideContext
from reports.deck.text_model import Align, Anchor, Body, Paragraph, Run

_SIZE = 1100
_GAPS = (inches(0.24), inches(0.17), inches(0.12), inches(0.08))
"""Between the words; closer together where the client's name would not stand beside them."""
_SLACK = 1.04
"""The room for a name over its measured width: no program draws it on two lines."""
_FEWEST_WORDS = 2
_LEADING = frozenset(
    (
        *("san", "santa", "santo", "são", "saint", "st", "sta", "sto", "doña", "don", "nuestra"),
        *("new", "nueva", "nuevo", "mount", "port", "the", "el", "la", "los", "las", "del", "de"),
        *("and", "y", "e", "&"),
    )
)
"""Words that a name does not end in: they lead to the next one."""
_LINE = inches(0.03)
_OUTSIDE = ("cover", "appendix", "definitions")
"""Slides that the strip neither names nor stands on."""


@dataclass(frozen=True)
class _Stop:
    slide: str
    word: str


def with_ways(context: SlideContext, pages: Sequence[Slide], taken: int = 0) -> tuple[Slide, ...]:
    """The pages with their strip, the cover with its agenda, and every reference to a page as its
    number; `taken` is what else will stand at the right end of the strip's line."""
    first = {
        name: place
        for place, page in reversed(list(enumerate(pages, start=1)))
        for name in page.places
    }
    stops = [
        _Stop(name, context.say(f"tracker.{name}"))
        for name in dict.fromkeys(name for page in pages for name in page.subjects)
        if name not in _OUTSIDE
    ]
    names = [stop.slide for stop in stops]
    return tuple(
        _with_strip(
            context,
            _numbered(context, _with_agenda(context, _led(page, pages), names), first),
            stops,
            taken,
        )
        for page in pages
    )


def _led(page: Slide, pages: Sequence[Slide]) -> Slide:
    """The page without references to what no other page shows, the others to one that does."""
    elements = (_leading(item, page, pages) for item in page.elements)
    return replace(page, elements=tuple(item for item in elements if item is not None))


def _leading(item: Element, page: Slide, pages: Sequence[Slide]) -> Element | None:
    if not isinstance(item, PageLink) or not item.shows:
        return item
    words = _plain(item.shows)
    found = [other for other in pages if other is not page and words in _plain(_said(other))]
    if not found:
        return None
    best = min(found, key=lambda other: item.slide not in other.places)
    return replace(item, slide=best.name)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _said(page: Slide) -> str:
    """All that a page says in boxes and tables."""
    boxes = [item.body.text for item in page.elements if isinstance(item, TextBox)]
    cells = [
        cell.body.text
        for item in page.elements
        if isinstance(item, Table)
        for row in item.rows
        for cell in row.cells
    ]
    return "\n".join([*boxes, *cells])


def _with_agenda(context: SlideContext, page: Slide, names: Sequence[str]) -> Slide:
    if page.layout != COVER:
        return page
    return replace(page, elements=(*page.elements[:-1], *agenda(context, names), page.elements[-1]))


def _numbered(context: SlideContext, page: Slide, first: dict[str, int]) -> Slide:
    elements = (_resolved(context, item, first) for item in page.elements)
    return replace(page, elements=tuple(item for item in elements if item is not None))


def _resolved(context: SlideContext, item: Element, first: dict[str, int]) -> Element | None:
    """The element with its page; None for one that leads to a slide that this deck lacks."""
    if isinstance(item, TextBox) and item.link and item.link not in first:
        return None
    if not isinstance(item, PageLink):
        return item
    page = first.get(item.slide)
    if page is None:
        return None
    text = context.say("tracker.page", {"n": context.formats.count(page)})
    words = Paragraph((Run(text, _SIZE, item.colour, bold=True),), Align.RIGHT)
    body = Body((words,), Anchor.MIDDLE)
    return TextBox(text, item.box, body, fill=item.fill, link=item.slide)


def _with_strip(context: SlideContext, page: Slide, stops: Sequence[_Stop], taken: int) -> Slide:
    """The strip takes the kicker's place: its bold word says where the reader is."""
    if page.name in _OUTSIDE:
        return page
    kicker = context.brand.box_of(page.layout, Role.KICKER)
    logo = [item.box.left for item in page.elements if isinstance(item, Picture)]
    right = min(logo, default=kicker.right) - taken
    place = Box(kicker.left, kicker.top, right - kicker.left, kicker.height)
    strip = _strip(context, page.subjects, stops, place)
    if strip is None:
        return page
    kept = [
        item
        for item in page.elements
        if not (isinstance(item, Placeholder) and item.role is Role.KICKER)
    ]
    return replace(page, elements=(*kept[:1], *strip, *kept[1:]))


def _strip(
    context: SlideContext, here: Sequence[str], stops: Sequence[_Stop], place: Box
) -> tuple[Element, ...] | None:
    """The words side by side, and whose deck it is; None where there is no room for all."""
    palette = context.brand.palette
    widths = [width_of(stop.word, _SIZE, bold=True) + inches(0.04) for stop in stops]
    gap, whose = _spaced(context, place.width - sum(widths), len(stops))
    elements: list[Element] = []
    left = place.left
    for stop, width in zip(stops, widths, strict=True):
        is_here = stop.slide in here
        box = Box(left, place.top, width, place.height)
        colour = palette.ink if is_here else palette.muted
        body = one_line(stop.word, _SIZE, colour, bold=is_here)
        body = replace(body, anchor=Anchor.MIDDLE)
        elements.append(TextBox(stop.word, box, body, link="" if is_here else stop.slide))
        if is_here:
            under = Box(left, place.bottom, width - inches(0.04), _LINE)
            elements.append(Shape("Here", under, fill=palette.accent))
        left += width + gap
    if left - gap > place.right:
        return None
    rest = Box(left, place.top, place.right - left, place.height)
    return (*elements, *_whose(context, whose, rest))


def _spaced(context: SlideContext, room: int, stops: int) -> tuple[int, str]:
    """The gap between the words, and as much of the client's name as it leaves room for."""
    for text in _texts(context.view.client_name, context.this_period):
        for gap in _GAPS:
            if _SLACK * width_of(text, _SIZE, bold=False) <= room - stops * gap:
                return gap, text
    return next((gap for gap in _GAPS if (stops - 1) * gap <= room), _GAPS[-1]), ""


def _texts(name: str, period: str) -> list[str]:
    """Client and period, else the name alone, whole: another client may share its first words.
    Where there is no room for it, as much of it as there is.

    >>> _texts("Casa de la Huerta", "T3 2026")
    ['Casa de la Huerta · T3 2026', 'Casa de la Huerta']
    """
    cut = [f"{part}{end}" for part in _cut(name) for end in (f" · {period}", "")]
    return [f"{name} · {period}", name, *cut]


def _cut(name: str) -> list[str]:
    """Beginnings of the name that end in a word that bears a capital and has no other to follow
    it, the longest first.

    >>> _cut("Cedar Hollow Clinics"), _cut("Casa de la Huerta"), _cut("Minas Bajas, S.A.")
    (['Cedar Hollow…'], [], ['Minas Bajas…'])
    """
    words = name.split()
    shorter = (words[:count] for count in range(len(words) - 1, _FEWEST_WORDS - 1, -1))
    return [" ".join(part).rstrip(",;") + "…" for part in shorter if _ends_a_name(part[-1])]


def _ends_a_name(word: str) -> bool:
    return word[:1].isupper() and word.rstrip(".").casefold() not in _LEADING


def _whose(context: SlideContext, text: str, place: Box) -> tuple[Element, ...]:
    """Client and period at the right, where they fit."""
    if not text:
        return ()
    words = Paragraph((Run(text, _SIZE, context.brand.palette.muted),), Align.RIGHT)
    return (TextBox("Client and period", place, Body((words,), Anchor.MIDDLE)),)
