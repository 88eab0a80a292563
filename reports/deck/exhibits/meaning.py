"""The strip under an exhibit: what it means for this client, what to ask, and what answers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from messages.catalogue import Shown
from reports.brand import inches
from reports.deck.chain.links import anchor_of, chain, number_of_answer
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.text_fit import Fitted, fitted
from reports.deck.exhibits.text_fit import short_name as short_name
from reports.deck.model import Box, Element, PageLink, Shape, TextBox
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.stage import leads, told
from reports.deck.text_model import Align, Anchor, Body, Paragraph, Run

MEANING_HEIGHT = inches(0.78)
_GAP = inches(0.2)
_SIZES = (1200, 1100)
_INSET = inches(0.22)


@dataclass(frozen=True)
class Meaning:
    """`action` is the number of the answer in the chain; None where nothing answers it."""

    says: str
    asks: str = ""
    action: int | None = None
    label: str = "meaning.says"
    """The wording of what stands before it."""


def above_meaning(context: SlideContext) -> Box:
    """What the strip leaves of the page's body."""
    body = context.brand.body
    return Box(body.left, body.top, body.width, body.height - MEANING_HEIGHT - _GAP)


def meaning_of(
    context: SlideContext,
    headline: Headline,
    story: Sequence[Headline],
    rule: str,
    values: Mapping[str, str | Shown] | None = None,
    asked: str = "",
    answered_by: str = "",
    rules: Sequence[str] | None = None,
    else_rules: Sequence[str] = (),
) -> tuple[Element, ...]:
    """The strip in the words of a rule of the headline's slide; the question of another rule
    where that is `asked`, and the action of another slide where that answers this one too.
    With `rules`, of the slide's own actions only one of them: the others answer what the strip
    does not tell. `else_rules` are those of another slide's actions that answer it where none of
    the slide's own does."""
    own = (
        number_of_answer(context, story, headline.slide)
        if rules is None
        else _number_of(context, story, rules)
    )
    other = number_of_answer(context, story, answered_by) if answered_by else None
    other = _number_of(context, story, else_rules) if other is None else other
    said = Meaning(
        context.say(f"meaning.{rule}", values),
        _asks(context, asked or rule, values),
        other if own is None else own,
    )
    return meaning(context, said)


def _number_of(
    context: SlideContext, story: Sequence[Headline], rules: Sequence[str]
) -> int | None:
    links = enumerate(chain(context, story), 1)
    return next((number for number, link in links if link.rule in rules), None)


def question_of(
    context: SlideContext, rule: str, values: Mapping[str, str | Shown] | None = None
) -> str:
    """The strip's question, for the notes."""
    return context.say("notes.ask", {"question": _asks(context, rule, values)})


def _asks(context: SlideContext, rule: str, values: Mapping[str, str | Shown] | None = None) -> str:
    """The question of a rule; the story's own on the slide that it begins with."""
    own = told(context, "question", "") if leads(context, rule.split(".")[0]) else ""
    return own or context.say(f"questions.{rule}", values)


def meaning(context: SlideContext, item: Meaning) -> tuple[Element, ...]:
    """The strip at the foot of the page's body."""
    palette, body = context.brand.palette, context.brand.body
    top = body.bottom - MEANING_HEIGHT
    place = Box(body.left, top, body.width, MEANING_HEIGHT)
    grid = Grid(Box(body.left + _INSET, top, body.width - 2 * _INSET, MEANING_HEIGHT))
    has_link = item.action is not None
    says = 6 if item.asks else 10 if has_link else 12
    elements: list[Element] = [
        Shape("Strip", place, fill=palette.faint),
        Shape("Strip edge", Box(place.left, top, inches(0.05), place.height), fill=palette.accent),
        _words(context, item.label, item.says, grid.span(1, says, top, MEANING_HEIGHT)),
    ]
    if item.asks:
        room = grid.span(7, 4 if has_link else 6, top, MEANING_HEIGHT)
        elements.append(_words(context, "meaning.asks", item.asks, room))
    if item.action is not None:
        elements.extend(_answer(context, item.action, grid.span(11, 2, top, MEANING_HEIGHT)))
    return tuple(elements)


def has_room(context: SlideContext, rule: str, values: Mapping[str, str | Shown]) -> bool:
    """Whether what a rule says stands whole beside a question and the way to an action."""
    body = context.brand.body
    place = Grid(Box(body.left, body.top, body.width - 2 * _INSET, 0)).span(1, 6, 0, 0)
    text = context.say(f"meaning.{rule}", values)
    return _fitted(context, "meaning.says", text, place).text.endswith(text)


def _fitted(context: SlideContext, label: str, text: str, place: Box) -> Fitted:
    """A label and what follows it, on three lines at most."""
    head = f"{context.say(label)} "
    return fitted(head + text, place.width - inches(0.1), 3, _SIZES, bold=True)


def _words(context: SlideContext, label: str, text: str, place: Box) -> TextBox:
    """A bold label and what follows it."""
    ink, head = context.brand.palette.ink, f"{context.say(label)} "
    found = _fitted(context, label, text, place)
    rest = found.text.removeprefix(head)
    runs = (Run(head, found.size, ink, bold=True), Run(rest, found.size, ink))
    return TextBox(context.say(label)[:60], place, Body((Paragraph(runs),), Anchor.MIDDLE))


def _answer(context: SlideContext, action: int, place: Box) -> tuple[Element, ...]:
    """Action 1, and the page where it stands."""
    accent = context.brand.palette.accent
    half, anchor = place.width * 3 // 5, anchor_of(action)
    text = context.say("meaning.action", {"n": context.formats.count(action)})
    words = Paragraph((Run(text, _SIZES[0], accent, bold=True),), Align.RIGHT)
    return (
        TextBox(
            text,
            Box(place.left, place.top, half, place.height),
            Body((words,), Anchor.MIDDLE),
            link=anchor,
        ),
        PageLink(
            anchor, Box(place.left + half, place.top, place.width - half, place.height), accent
        ),
    )
