"""Summary: one verdict; what it was worth, what is at risk, what we ask for; the course."""

from collections.abc import Sequence
from dataclasses import replace

from messages.formats import begun
from reports.brand import inches
from reports.deck.chain.link import ENDING, PRESSING, Link, day_figure
from reports.deck.chain.links import chain
from reports.deck.exhibits.cards import Card, card
from reports.deck.exhibits.frame import Page, heading, slide, whole_title
from reports.deck.exhibits.glance import glance_strip, glanced, glances
from reports.deck.exhibits.grid import Grid
from reports.deck.headlines import findings, is_major, outcomes
from reports.deck.model import Box, Slide
from reports.deck.page_tables import tables_of_dates, tables_of_figures, tables_of_subjects
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.stage import told
from reports.deck.story_cards import ask_of, risk_headline, risk_of, worth_of
from transforms.clients.aims import promises_of
from transforms.kpis import specs
from transforms.metrics.kpi import Unit

ORDER = 20
KIND = Kind.DERIVED

_CARDS = inches(2.95)
_STRIP = inches(1.9)
"""The least that the quarter at a glance takes, its heading included."""
_RULES = "titles.summary"


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The worst, what is as grave, and what is to be done until when; where nothing is bad, what
    went best."""
    links = chain(context, story)
    is_pressing = bool(links) and links[0].rule in PRESSING
    worst, best = _worst(story, links), _best(story)
    if worst is None and best is None and not links:
        return Absent("nothing_concluded")
    grave = [item for item in findings(story)[not is_pressing :] if is_major(item)]
    values: dict[str, Value] = {
        "worst": worst or "",
        "second": grave[0].clause if grave else "",
        "best": best.clause if best else "",
    }
    if is_left := _is_all_but_left(context, story, links):
        values["best"] = next(item.clause for item in story if item.slide == "goals")
    rules = ("left", "worst") if is_left else _rules(worst, best, bool(grave))
    told = risk_headline(story) if worst is not None else best
    is_own = is_pressing or (bool(links) and told is not None and told.slide == links[0].slide)
    verdicts = [
        _verdict(context, rule, {**values, "ask": ask})
        for rule in rules
        for ask in _asks(context, story, links, "" if is_own or rules == ("ask",) else "_apart")
    ]
    return Headline("summary", Tone.FLAT, whole_title(context, verdicts), Phrase("", ""))


def _is_all_but_left(
    context: SlideContext, story: tuple[Headline, ...], links: tuple[Link, ...]
) -> bool:
    """Whether every goal is met and all that was found is a lesser part of the promises, which are
    the client's own: the good news leads."""
    goals = next((item for item in story if item.slide == "goals"), None)
    found = findings(story)
    if goals is None or goals.tone is not Tone.GOOD or (links and links[0].rule in PRESSING):
        return False
    left = promises_of(context.view.commitments, str(context.period)).left
    is_theirs = bool(left) and all(item.owner_side == "client" for item in left)
    is_only = [item.slide for item in found] == ["commitments"] and not is_major(found[0])
    is_whole = all(goal.is_met for goal in context.view.goals)
    return is_whole and is_theirs and is_only


def _rules(worst: Phrase | None, best: Headline | None, is_double: bool) -> tuple[str, ...]:
    """Wordings for what there is to say, the fullest first."""
    if worst is not None:
        return ("both", "worst") if is_double else ("worst",)
    return ("best",) if best else ("ask",)


def _verdict(context: SlideContext, rule: str, values: dict[str, Value]) -> Phrase:
    phrase = context.phrase(f"{_RULES}.{rule}", values)
    return replace(phrase, text=begun(phrase.text))


def _worst(story: tuple[Headline, ...], links: tuple[Link, ...]) -> Phrase | None:
    if links and links[0].rule in PRESSING:
        return links[0].finding
    risk = risk_headline(story)
    return risk.clause if risk and risk.clause.text else None


def _best(story: tuple[Headline, ...]) -> Headline | None:
    return next((item for item in outcomes(story) if item.tone is Tone.GOOD), None)


def _asks(
    context: SlideContext, story: tuple[Headline, ...], links: tuple[Link, ...], apart: str
) -> list[Value]:
    """The first action in wordings of its own, the fullest first; a sentence `apart` where it
    answers something else than what is told before it."""
    if not links:
        return [""]
    first, risk = links[0], risk_headline(story)
    is_of_risk = risk is not None and risk.slide == first.slide
    # What are counted in the finding are not called by the same name again.
    is_named = first.rule.startswith("critical") or (
        first.slide == "commitments" and not first.about
    )
    steps = (first.short,) if is_of_risk and is_named else (first.step, first.short)
    return [_ask(context, first, step, apart) for step in steps]


def _ask(context: SlideContext, first: Link, step: str, apart: str) -> Value:
    day = first.decide_by(context)
    if first.rule in ENDING:
        # A date that runs out stands in the finding already.
        return context.phrase("titles.summary.pressing", {"step": step})
    if first.is_at_meeting:
        return context.phrase(f"titles.summary.meeting{apart}", {"step": step})
    if day is None:
        return context.phrase(f"titles.summary.undated{apart}", {"step": step})
    values: dict[str, Value] = {"step": step, "day": day_figure(context, day)}
    rule = "ours" if first.is_ours else "dated"
    return context.phrase(f"titles.summary.{rule}{apart}", values)


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Three cards, the last of them dark, over the quarter at a glance."""
    area, links = context.brand.body, chain(context, story)
    items = glances(context)
    if area.height < _CARDS + _STRIP:
        items = []  # commentary took the room
    height = _CARDS if items else min(area.height, inches(4.0))
    worth, risk, ask = Grid(area).thirds(area.top, height)
    cards = worth_of(context, story), risk_of(context, story, links), ask_of(context, links)
    places = zip(cards, (worth, risk, ask), strict=True)
    elements = [element for item, place in places for element in card(context, item, place)]
    if items:
        top = area.top + height + inches(0.25)
        strip = Box(area.left, top + inches(0.4), area.width, area.bottom - top - inches(0.4))
        elements.append(
            heading(
                context,
                _glance(context),
                Box(area.left, top, area.width, 0),
            )
        )
        elements.extend(glance_strip(context, items, strip))
    opening = told(context, "opening", "")
    said = headline.title.text, context.say("notes.summary")
    notes = (opening, *said) if opening else said
    tables = _tables(context, cards, links[:1], bool(items))
    return (slide(context, Page("summary", headline.title, tables, notes), elements),)


def _glance(context: SlideContext) -> str:
    """What the strip is called; how amounts were converted only where there is any."""
    has_amount = any(specs()[kpi].unit is Unit.MONEY for kpi in glanced(context))
    bare = "" if has_amount else told(context, "glance_bare", "")
    return bare or told(context, "glance", "summary.glance")


def _tables(
    context: SlideContext, cards: Sequence[Card], asked: Sequence[Link], has_strip: bool
) -> tuple[str, ...]:
    """What the cards, the days that the agreement turns on and the strip are taken from."""
    of_cards = tables_of_subjects(context, [item.slide for item in (*cards, *asked)])
    of_strip = tables_of_figures(glanced(context)) if has_strip else ()
    is_standing = bool(context.get("critical_open").number)
    of_incidents = tables_of_figures(("critical_open",)) if is_standing else ()
    return tuple(sorted({*of_cards, *of_strip, *of_incidents, *tables_of_dates(context)}))
