"""Where the client stands among like clients of ours, of whom none is named or shown."""

from dataclasses import replace

from reports.brand import inches
from reports.deck.exhibits.dots import Dot, dots
from reports.deck.exhibits.frame import Page, note, slide
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.model import Box, Figure, Slide
from reports.deck.slide_context import TONE_OF, Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.clients.judgement import is_in_front_half, peer_grade
from transforms.kpis import shown_at, specs
from transforms.kpis.peer_position import MEASURED
from transforms.metrics.kpi import KpiValue, Missing, Place, Unit

ORDER = 95
KIND = Kind.CONTENT

_FEWEST = 2
"""Measures from which on a comparison says something; one alone is a hint."""
_OURS = "peer_response"
"""The measure that tells of us, not of the client."""
_NOTE_ROOM = inches(0.35)


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """What the client does better than most, and what worse; nothing under five others."""
    del story
    found = _positions(context)
    if len(found) < _FEWEST:
        return Absent(_why(context))
    best, worst = found[0], found[-1]
    values: dict[str, Value] = {
        "best": _of_peers(context, best, "of"),
        "strong": _subject(context, best),
        "strong_value": _own(context, best),
        "worst": _of_peers(context, worst, "short"),
        "weak": _subject(context, worst),
        "weak_value": _own(context, worst),
        "n": context.tally(len(found), "peers"),
    }
    tone = Tone.GOOD if is_in_front_half(worst.value) else Tone.FLAT
    rule = tone.value
    if rule == Tone.FLAT.value and not is_in_front_half(best.value):
        rule = "behind" if best.value else "last"
    elif rule == Tone.FLAT.value and not worst.value:
        rule = "flat_none"
    elif (worst.value or 0.0) >= 1:
        rule = "all"
    if rule in ("flat", "flat_none") and worst.kpi == _OURS:
        rule = "flat_ours"
    title = context.phrase(f"titles.peers.{rule}", values)
    return Headline("peers", tone, title, context.phrase("clauses.none"))


def _of_peers(context: SlideContext, position: KpiValue, form: str) -> Phrase:
    """How many of the peers the client is ahead of: all, none, or a share of them."""
    share = position.value or 0.0
    rule = "all" if share >= 1 else "share" if share > 0 else "none"
    return context.phrase(f"peers.{form}_{rule}", {"share": context.figure(position)})


def _positions(context: SlideContext) -> list[KpiValue]:
    """Known ones, the best first."""
    values = [context.view.figures.find(kpi, context.period) for kpi in shown_at(Place.PEERS)]
    known = [item for item in values if item is not None and item.value is not None]
    return sorted(known, key=lambda item: -(item.value or 0.0))


def _why(context: SlideContext) -> Missing:
    values = [context.view.figures.find(kpi, context.period) for kpi in shown_at(Place.PEERS)]
    reasons = [item.reason for item in values if item is not None and item.reason]
    few = (Missing.TOO_FEW_CLIENTS, Missing.NO_SEGMENT)
    return next((reason for reason in reasons if reason in few), Missing.TOO_FEW_CLIENTS)


def _subject(context: SlideContext, position: KpiValue) -> str:
    return context.say(f"peers.{position.kpi}")


def _label(context: SlideContext, position: KpiValue) -> str:
    """The subject where nothing stands before it."""
    text = _subject(context, position)
    return text[:1].upper() + text[1:]


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """A line a measure from behind all to ahead of all, with the client's place on it."""
    area, found = above_meaning(context), _positions(context)
    rule = _strip_rule(headline, found)
    room = Box(area.left, area.top, area.width, area.height - _NOTE_ROOM)
    elements = (
        *dots(context, _headings(context), [_dot(context, item) for item in found], room),
        note(
            context,
            context.say("peers.note"),
            Box(area.left, area.bottom - inches(0.22), area.width, 0),
            1,
        ),
        *meaning_of(context, headline, story, rule, _ends(context, found)),
    )
    notes = (
        headline.title.text,
        question_of(context, rule),
        *(context.definition_of(item.kpi) for item in found),
    )
    page = Page("peers", headline.title, ("usage", "tickets", "surveys"), notes)
    return (slide(context, page, elements),)


def _strip_rule(headline: Headline, found: list[KpiValue]) -> str:
    """What is worst is the client's to improve, or ours where it is how soon we answer."""
    rule = headline.title.rule.removeprefix("titles.").removesuffix("_none")
    if rule in ("peers.good", "peers.all"):
        return "peers.good"
    return "peers.ours" if found[-1].kpi == _OURS else rule


def _headings(context: SlideContext) -> tuple[str, ...]:
    names = ("peers.measure", "peers.scale", "peers.own", "columns.state")
    return tuple(context.say(name) for name in names)


def _dot(context: SlideContext, item: KpiValue) -> Dot:
    tone, own = _tone(item), _own(context, item).text
    ahead = _of_peers(context, item, "ahead").text
    state = context.say(f"peers.state_{tone}")
    values = {"measure": _label(context, item), "own": own, "ahead": ahead}
    alt_text = context.say("peers.told", values)
    return Dot(_label(context, item), item.value or 0.0, ahead, own, state, tone, alt_text)


def _ends(context: SlideContext, found: list[KpiValue]) -> dict[str, str]:
    """The client's own values where it stands best and worst."""
    return {
        "strong": _subject(context, found[0]),
        "strong_value": _own(context, found[0]).text,
        "weak": _subject(context, found[-1]),
        "weak_value": _own(context, found[-1]).text,
    }


def _tone(position: KpiValue) -> Tone:
    return TONE_OF[peer_grade(position.value or 0.0)]


def _own(context: SlideContext, item: KpiValue) -> Figure:
    """The client's own value of a measure."""
    own = context.get(MEASURED[item.kpi].id)
    if own.kpi == "usage_change":
        return context.signed(own)
    figure = context.figure(own, 1 if specs()[own.kpi].unit is Unit.HOURS else 0)
    return replace(figure, text=figure.text.replace(" ", "\N{NO-BREAK SPACE}"))
