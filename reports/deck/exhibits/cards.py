"""Cards: a label, a large number, what it means, and facts under it; the decision is dark."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.brand import inches
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.text_fit import Fitted, fitted, height_of, width_of
from reports.deck.model import Box, Element, Geometry, PageLink, Shape, TextBox
from reports.deck.slide_context import SlideContext, Tone
from reports.deck.text_model import Align, Anchor, Body, Paragraph, Run

BIG_SIZES = (3200, 2800, 2400, 2000)
VERDICT_SIZES = (2000, 1800, 1600, 1400)
LEAD_SIZES = (1400, 1200)
FACT_SIZE = 1200
_PADDING = inches(0.25)
_LABEL_HEIGHT = inches(0.26)
_FACT_HEIGHT = inches(0.37)
_LINK_WIDTH = inches(0.65)
_MOST_FACTS = 3
_MOST_VERDICT = 4
_VALUE_SHARE = 0.62
"""The most of a fact's line that its value may take."""


@dataclass(frozen=True)
class Fact:
    """A line of a card: what it is at the left, how much at the right."""

    label: str
    value: str
    tone: Tone | None = None


@dataclass(frozen=True)
class Card:
    """`slide` is where more about it stands. A dark card is what we ask for."""

    label: str
    big: str
    lead: str
    facts: tuple[Fact, ...]
    slide: str = ""
    tone: Tone | None = None
    is_dark: bool = False
    short: str = ""
    """What is said where the lead has no room."""
    shows: str = ""
    """What the page that the card leads to must hold, word for word."""


@dataclass(frozen=True)
class _Inks:
    """Colours of a card's words, from the ground up."""

    ground: str
    label: str
    big: str
    lead: str
    muted: str
    link: str
    rule: str


def _inks(context: SlideContext, card: Card) -> _Inks:
    palette = context.brand.palette
    if card.is_dark:
        paper, soft = palette.paper, palette.on_dark
        return _Inks(palette.ink, paper, paper, soft, soft, soft, palette.muted)
    told = {Tone.GOOD: palette.good, Tone.BAD: palette.bad, Tone.FLAT: palette.warning}
    colour = palette.muted if card.tone is None else told.get(card.tone, palette.muted)
    big = palette.ink if card.tone in (None, Tone.GOOD) else colour
    return _Inks(
        palette.faint, colour, big, palette.ink, palette.muted, palette.accent, palette.rule
    )


def card(context: SlideContext, item: Card, place: Box) -> tuple[Element, ...]:
    """The card's ground, and its words in reading order."""
    inks = _inks(context, item)
    inner = Box(
        place.left + _PADDING,
        place.top + inches(0.2),
        place.width - 2 * _PADDING,
        place.height - inches(0.32),
    )
    facts = item.facts[:_MOST_FACTS]
    facts_top = inner.bottom - _FACT_HEIGHT * len(facts)
    return (
        Shape("Card", place, Geometry.ROUNDED, fill=inks.ground),
        _label(item, inks, inner),
        *_link(item, inks, inner),
        *_middle(item, inks, inner, facts_top),
        *_facts(context, facts, inks, Box(inner.left, facts_top, inner.width, 0)),
    )


def _label(item: Card, inks: _Inks, inner: Box) -> TextBox:
    width = inner.width - (_LINK_WIDTH if item.slide else 0)
    found = fitted(item.label, width, 1, (FACT_SIZE,), bold=True)
    words = Body((Paragraph((Run(found.text, found.size, inks.label, bold=True),)),), Anchor.MIDDLE)
    return TextBox(
        item.label[:60], Box(inner.left, inner.top, width, _LABEL_HEIGHT), words, fill=inks.ground
    )


def _link(item: Card, inks: _Inks, inner: Box) -> tuple[PageLink, ...]:
    if not item.slide:
        return ()
    place = Box(inner.right - _LINK_WIDTH, inner.top, _LINK_WIDTH, _LABEL_HEIGHT)
    return (PageLink(item.slide, place, inks.link, inks.ground, item.shows),)


def _middle(item: Card, inks: _Inks, inner: Box, bottom: int) -> tuple[TextBox, ...]:
    """The large number or the request, and what it means, between label and facts."""
    top = inner.top + _LABEL_HEIGHT + inches(0.1)
    big = _big(item, inner.width, bottom - inches(0.08) - top)
    room = bottom - inches(0.08) - top - big.height - inches(0.06)
    leads = [_lead(item, text, inner.width, room) for text in (item.lead, item.short)]
    lead = next((found for found in leads if found.text), leads[-1])
    boxes = [
        TextBox(
            item.big[:60],
            Box(inner.left, top, inner.width, big.height),
            Body((Paragraph((Run(big.text, big.size, inks.big, bold=True),)),)),
            fill=inks.ground,
        )
    ]
    if lead.text:
        place = Box(inner.left, top + big.height + inches(0.06), inner.width, lead.height)
        words = Run(lead.text, lead.size, inks.lead, bold=not item.is_dark)
        body = Body((Paragraph((words,)),))
        boxes.append(TextBox(item.lead[:60], place, body, fill=inks.ground))
    return tuple(boxes)


def _big(item: Card, width: int, room: int) -> Fitted:
    """A number on one line, else a sentence on as many as there is room for, a few at most."""
    found = fitted(item.big, width, 1, BIG_SIZES, bold=True)
    if found.text == item.big and not item.is_dark:
        return found
    most = _MOST_VERDICT if item.is_dark else 3
    for size in VERDICT_SIZES:
        lines = min(most, room // height_of(1, size))
        found = fitted(item.big, width, max(1, lines), (size,), bold=True)
        if found.text == item.big:
            break
    return found


def _lead(item: Card, text: str, width: int, room: int) -> Fitted:
    """In the larger of the two sizes that holds it whole on the lines there is room for; nothing
    where neither does: half a sentence says nothing."""
    for size in LEAD_SIZES:
        lines = room // Fitted("", size, 1).height
        if lines < 1:
            continue
        found = fitted(text, width, lines, (size,), bold=not item.is_dark)
        if found.text == text:
            return found
    return Fitted("", LEAD_SIZES[-1], 0)


def _facts(
    context: SlideContext, facts: Sequence[Fact], inks: _Inks, place: Box
) -> tuple[Element, ...]:
    elements: list[Element] = []
    for number, fact in enumerate(facts):
        top = place.top + number * _FACT_HEIGHT
        line = Box(place.left, top, place.width, inches(0.01))
        under = Box(place.left, line.bottom, place.width, _FACT_HEIGHT - line.height)
        elements.append(Shape("Rule", line, fill=inks.rule))
        elements.extend(_fact(context, fact, inks, under))
    return tuple(elements)


def _fact(context: SlideContext, fact: Fact, inks: _Inks, place: Box) -> tuple[TextBox, TextBox]:
    """The value first takes what it needs, then the label has the rest."""
    gap = inches(0.1)
    sizes = (FACT_SIZE, 1100)
    value = fitted(fact.value, int(place.width * _VALUE_SHARE), 1, sizes, bold=True)
    taken = width_of(value.text, value.size, bold=True) + inches(0.03)
    label = fitted(fact.label, place.width - taken - gap, 1, sizes, bold=False)
    ink = _fact_ink(context, fact, inks)
    right = Paragraph((Run(value.text, value.size, ink, bold=True),), Align.RIGHT)
    left = Paragraph((Run(label.text, label.size, inks.muted),))
    split = place.right - taken
    return (
        TextBox(
            fact.label[:60],
            Box(place.left, place.top, split - gap - place.left, place.height),
            Body((left,), Anchor.MIDDLE),
            fill=inks.ground,
        ),
        TextBox(
            fact.value[:60],
            Box(split, place.top, taken, place.height),
            Body((right,), Anchor.MIDDLE),
            fill=inks.ground,
        ),
    )


def holds_fact(body: Box, value: str) -> bool:
    """Whether a fact's value stands whole in one of three cards across a body."""
    inner = Grid(body).thirds(body.top, 0)[0].width - 2 * _PADDING
    return fitted(value, int(inner * _VALUE_SHARE), 1, (FACT_SIZE, 1100), bold=True).text == value


def holds_verdict(body: Box, text: str) -> bool:
    """Whether what a dark card asks for stands whole in one of three across a body."""
    inner = Grid(body).thirds(body.top, 0)[0].width - 2 * _PADDING
    return fitted(text, inner, _MOST_VERDICT, VERDICT_SIZES, bold=True).text == text


def _fact_ink(context: SlideContext, fact: Fact, inks: _Inks) -> str:
    palette = context.brand.palette
    if inks.ground == palette.ink:
        return palette.paper
    told = {Tone.GOOD: palette.good, Tone.BAD: palette.bad}
    return palette.ink if fact.tone is None else told.get(fact.tone, palette.ink)
