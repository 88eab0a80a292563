"""Decisions and roadmap: every finding with its action, owner, day and effect, then the months."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reports.brand import inches
from reports.deck.chain import Link, chain, day_figure
from reports.deck.exhibits.frame import Page, heading, slides_of
from reports.deck.exhibits.owners import owner_text
from reports.deck.exhibits.table import (
    ColumnPlan,
    Entry,
    Row,
    TablePlan,
    in_small_print,
    tables,
    whole_table,
)
from reports.deck.exhibits.text_fit import fitted
from reports.deck.exhibits.timeline import Lane, Turn, height_of_lanes, timeline
from reports.deck.model import Box, Element, Slide
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.turns import turns_of

ORDER = 110
KIND = Kind.DERIVED

_TABLES = ("tickets", "surveys", "usage", "tasks", "goals", "commitments", "contracts")
_MOST_ROWS = 8
_HEADING = inches(0.32)
_STEP_WIDTH = inches(10.5)
_AHEAD = timedelta(days=120)


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The first action and its day, and how many others there are."""
    links = chain(context, story)
    if not links:
        return Absent("nothing_to_recommend")
    first, others = links[0], len(links) - 1
    values: dict[str, Value] = {
        "step": fitted(first.step, _STEP_WIDTH, 1, (2200,), bold=True).text,
        "by": _by(context, first),
        "others": context.tally(others, "chain"),
    }
    rule = "titles.decisions.several" if others else "titles.decisions.alone"
    title = context.counted(rule, others, values)
    return Headline("decisions", Tone.FLAT, title, context.phrase("clauses.none"))


def _by(context: SlideContext, link: Link) -> Value:
    """Until when, at the end of a clause; nothing for what has no day."""
    day = link.decide_by(context)
    return context.phrase("chain.by", {"day": day_figure(context, day)}) if day else ""


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The chain as a table over the months that it takes. One too long for a page is told on two:
    what we ask for first, then what both sides have promised before."""
    links = chain(context, story)
    notes = (
        headline.title.text,
        context.say("notes.decisions"),
        context.say("notes.choose"),
        *(_tick(item) for item in links if item.rule),
    )
    page = Page("decisions", headline.title, _TABLES, notes)
    asked = [item for item in links if item.rule]
    promised = links[len(asked) :]
    fits = len(links) <= _MOST_ROWS and _are_whole(context, [(0, links)])
    if fits or not asked or not promised:
        return _pages(context, page, 0, links)
    title = _agreed(context, promised)
    later = replace(page, title=title, notes=(title.text, context.say("notes.agreed")))
    return (
        *_pages(context, page, 0, asked),
        *_pages(context, later, len(asked), promised),
    )


def _pages(
    context: SlideContext, page: Page, start: int, links: Sequence[Link]
) -> tuple[Slide, ...]:
    """Links from a number on, on as few even pages as hold them whole."""
    fewest = -(-len(links) // _MOST_ROWS)
    parts = [_parts(start, links, pages) for pages in range(fewest, len(links) + 1)]
    held = next((part for part in parts if _are_whole(context, part)), parts[-1])
    contents = [_content(context, first, some) for first, some in held]
    first, *others = slides_of(context, page, contents)
    # An action is ticked in one place.
    return (first, *(replace(other, notes=page.notes[:2]) for other in others))


def _parts(start: int, links: Sequence[Link], pages: int) -> list[tuple[int, Sequence[Link]]]:
    """So many parts of nearly the same length, each with the number that it starts after."""
    each = -(-len(links) // pages)
    return [(start + done, links[done : done + each]) for done in range(0, len(links), each)]


def _are_whole(context: SlideContext, parts: Sequence[tuple[int, Sequence[Link]]]) -> bool:
    """Whether every row of every part has room over its months."""
    return all(
        len(tables(context, in_small_print(_plan(context, start, links)), _room(context, links)))
        == 1
        for start, links in parts
    )


def _room(context: SlideContext, links: Sequence[Link]) -> Box:
    """What the months leave of the page to the table."""
    area, foot = context.brand.body, _foot(links)
    return Box(area.left, area.top, area.width, area.height - foot - inches(0.15))


def _foot(links: Sequence[Link]) -> int:
    dated = sum(link.due is not None for link in links)
    return _HEADING + height_of_lanes(dated) if dated else 0


def _agreed(context: SlideContext, promised: Sequence[Link]) -> Phrase:
    """How many promises there are for the next quarter, and the first of them."""
    values: dict[str, Value] = {
        "n": context.tally(len(promised), "commitments"),
        "first": fitted(promised[0].action.rstrip("."), _STEP_WIDTH, 1, (2200,), bold=True).text,
        "period": context.formats.period(context.period.shift(1)),
    }
    return context.counted("titles.decisions.agreed", len(promised), values)


def _tick(item: Link) -> str:
    """A line of the notes in which an action is chosen; see `reports.deck.read_back`."""
    return f"[{'x' if item.is_chosen else ' '}] {item.action}"


def _content(context: SlideContext, start: int, links: Sequence[Link]) -> tuple[Element, ...]:
    area = context.brand.body
    dated = [(number, link) for number, link in enumerate(links, start + 1) if link.due]
    foot = _foot(links)
    table = whole_table(context, _plan(context, start, links), _room(context, links))
    if not dated:
        return table
    top = area.bottom - foot
    place = Box(area.left, top + _HEADING, area.width, foot - _HEADING)
    return (
        *table,
        heading(context, _plan_heading(context, dated), Box(area.left, top, area.width, 0)),
        *_months(context, dated, place),
    )


def _plan_heading(context: SlideContext, dated: Sequence[tuple[int, Link]]) -> str:
    """What the lines through the months are, those that are drawn; of others, only the day."""
    turns, horizon = turns_of(context), _horizon(dated)
    parts = [context.say("decisions.heading")]
    for name, day in (("notice", turns.notice), ("renewal", turns.renewal)):
        if day:
            far = "" if day <= horizon else "_later"
            parts.append(context.say(f"decisions.{name}{far}", {"day": context.formats.day(day)}))
    return " · ".join(parts)


def _horizon(dated: Sequence[tuple[int, Link]]) -> date:
    """How far the months go on, so that a renewal soon after the last action is seen."""
    return max(link.due for _, link in dated if link.due) + _AHEAD


def _months(
    context: SlideContext, dated: Sequence[tuple[int, Link]], place: Box
) -> tuple[Element, ...]:
    today, turns = context.view.data_date, turns_of(context)
    lanes = [
        Lane(
            number,
            _lane_name(link),
            min(today, link.due or today),
            link.due or today,
            link.decide_by(context) if number == 1 else None,
        )
        for number, link in dated
    ]
    horizon = _horizon(dated)
    drawn = [
        Turn(day, is_dashed)
        for day, is_dashed in ((turns.notice, True), (turns.renewal, False))
        if day and day <= horizon
    ]
    return timeline(context, lanes, drawn, place)


def _lane_name(link: Link) -> str:
    """The action in few words; what was agreed, in its own."""
    text = link.step if link.rule else link.action
    return text[:1].upper() + text[1:].rstrip(".")


def _plan(context: SlideContext, start: int, links: Sequence[Link]) -> TablePlan:
    names = ("number", "finding", "action", "owner", "due", "effect")
    shares = (0.035, 0.2, 0.3, 0.125, 0.155, 0.185)
    return TablePlan(
        context.say("decisions.table"),
        context.say("decisions.alt"),
        tuple(
            ColumnPlan(context.say(f"decisions.{name}"), share)
            for name, share in zip(names, shares, strict=True)
        ),
        tuple(_row(context, number, link) for number, link in enumerate(links, start + 1)),
        tinted=() if start else (0,),
    )


def _row(context: SlideContext, number: int, link: Link) -> Row:
    owner = owner_text(context, link.owner, link.side)
    agreed = context.say("decisions.agreed") if link.is_chosen else ""
    return (
        Entry(context.formats.count(number), bold=True),
        Entry(link.finding.text),
        Entry(f"{link.action} {agreed}".rstrip(), bold=number == 1),
        Entry(owner),
        Entry(_day(context, number, link), bold=True),
        Entry(link.effect),
    )


def _day(context: SlideContext, number: int, link: Link) -> str:
    """Until when; of the first, also until when it is to be decided on."""
    if link.due is None:
        return context.say("decisions.undated")
    day, decide = context.formats.day, link.decide_by(context)
    if link.moved_from is not None:
        values = {"day": day(link.due), "before": day(link.moved_from)}
        return context.say("decisions.moved", values)
    if number > 1 or decide is None or decide == link.due:
        return day(link.due)
    return context.say("decisions.decide", {"decide": day(decide), "due": day(link.due)})
