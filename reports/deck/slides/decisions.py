"""Decisions and roadmap: every finding with its action, owner, day and effect, then the months."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from messages.formats import NO_BREAK_SPACE, begun
from reports.brand import inches
from reports.deck.chain.link import ENDING, Link, day_figure
from reports.deck.chain.links import anchor_of, chain
from reports.deck.exhibits.frame import Page, heading, slides_of, whole_title
from reports.deck.exhibits.owners import owner_text
from reports.deck.exhibits.signs import unbroken
from reports.deck.exhibits.table import (
    ColumnPlan,
    Entry,
    Row,
    TablePlan,
    in_small_print,
    tables,
    whole_table,
)
from reports.deck.exhibits.timeline import Lane, Turn, height_of_lanes, timeline
from reports.deck.model import Box, Element, Slide
from reports.deck.page_tables import tables_of_dates, tables_of_subjects
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.turns import turns_of
from transforms.service.working_days import is_public_holiday

ORDER = 110
KIND = Kind.DERIVED

_MOST_ROWS, _FEWEST_ROWS = 8, 3
_HEADING = inches(0.32)
_MOST_LINES = 8
"""Of a row: what is asked for is never cut."""
_SUFFIX = "(1/2)"
_SATURDAY = 5
_NUMBERED = re.compile(r"(?<=\d) (?=h\b)|(?<=día) (?=\d)")
_Part = tuple[int, Sequence[Link]]
"""Links of one page, and how many come before them."""
_AHEAD = timedelta(days=120)
_YEAR = timedelta(days=366)
"""As far as the months go on for a renewal that lies further off than the actions."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The first action and its day, and how many others there are that can still be done."""
    links = chain(context, story)
    if not links:
        return Absent("nothing_to_recommend")
    first = links[0]
    if not first.rule:
        title = _agreed(context, links)
        return Headline("decisions", Tone.FLAT, title, context.phrase("clauses.none"))
    others = sum(link.overdue_since is None for link in links[1:])
    values: dict[str, Value] = {
        "day": _until(context, first),
        "finding": first.finding,
        "others": _others(context, others),
    }
    said = [
        context.phrase(f"titles.decisions.{_kind(first)}", {**values, "step": step})
        for step in (first.step, first.short)
    ]
    title = whole_title(context, said, _SUFFIX)
    return Headline("decisions", Tone.FLAT, title, context.phrase("clauses.none"))


def _kind(first: Link) -> str:
    """What the title does with the first action."""
    if first.is_at_meeting:
        return "meeting"
    return "pressing" if first.rule in ENDING else "ours" if first.is_ours else "asked"


def _others(context: SlideContext, others: int) -> Value:
    if not others:
        return ""
    values: dict[str, Value] = {"others": context.tally(others, "chain")}
    return context.counted("titles.decisions.others", others, values)


def _until(context: SlideContext, link: Link) -> Value:
    """By when; nothing for what has no day."""
    day = link.decide_by(context)
    return day_figure(context, day) if day else ""


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The chain as a table over the months that it takes. One too long for a page is told on two:
    what we ask for first, then what both sides have promised before, where each of them fills a
    page; else on as few even pages as hold it."""
    links = chain(context, story)
    notes = (
        headline.title.text,
        context.say("notes.decisions"),
        context.say("notes.choose"),
        *(_tick(item) for item in links if item.rule),
    )
    subjects = tables_of_subjects(context, (link.slide for link in links))
    tables = {*subjects, *tables_of_dates(context)}
    page = Page("decisions", headline.title, tuple(sorted(tables)), notes)
    parts = _divided(context, links)
    first = [part for part in parts if any(link.rule for link in part[1])]
    if not first:
        return _pages(context, page, parts, links)
    told = _pages(context, page, first[:1], links)
    for part in first[1:]:
        title = _continued(context, part[1])
        next_page = replace(page, title=title, notes=(title.text, context.say("notes.decisions")))
        told += _pages(context, next_page, [part], links)
    later = [link for _, some in parts[len(first) :] for link in some]
    if not later:
        return told
    title = _agreed(context, later)
    agreed = replace(page, title=title, notes=(title.text, context.say("notes.agreed")))
    return (*told, *_pages(context, agreed, parts[len(first) :], links))


def _divided(context: SlideContext, links: Sequence[Link]) -> list[_Part]:
    """The chain by pages."""
    asked = [item for item in links if item.rule]
    promised = links[len(asked) :]
    if _fills_two(context, asked, promised) and not _fits(context, 0, links):
        return [(0, asked), (len(asked), promised)]
    fewest = -(-len(links) // _MOST_ROWS)
    tried = [_parts(links, pages) for pages in range(fewest, len(links) + 1)]
    return next((parts for parts in tried if _are_whole(context, parts)), tried[-1])


def _fills_two(context: SlideContext, asked: Sequence[Link], promised: Sequence[Link]) -> bool:
    """Whether what we ask for and what was promised fill a page each."""
    is_worth_it = min(len(asked), len(promised)) >= _FEWEST_ROWS
    return is_worth_it and _fits(context, 0, asked) and _fits(context, len(asked), promised)


def _fits(context: SlideContext, start: int, links: Sequence[Link]) -> bool:
    return len(links) <= _MOST_ROWS and _are_whole(context, [(start, links)])


def _pages(
    context: SlideContext, page: Page, parts: Sequence[_Part], every: Sequence[Link]
) -> tuple[Slide, ...]:
    """Pages of some parts of the chain, over the months that every link of it takes."""
    contents = [_content(context, first, some, every) for first, some in parts]
    first, *others = (
        replace(slide, anchors=_anchors(before, len(some)))
        for slide, (before, some) in zip(slides_of(context, page, contents), parts, strict=True)
    )
    # An action is ticked in one place.
    return (first, *(replace(other, notes=page.notes[:2]) for other in others))


def _anchors(before: int, count: int) -> tuple[str, ...]:
    return tuple(anchor_of(number) for number in range(before + 1, before + 1 + count))


def _parts(links: Sequence[Link], pages: int) -> list[_Part]:
    """So many parts of nearly the same length."""
    bounds = [len(links) * page // pages for page in range(pages + 1)]
    return [(start, links[start:end]) for start, end in pairwise(bounds)]


def _are_whole(context: SlideContext, parts: Sequence[_Part]) -> bool:
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
    """How many promises there are for the next quarter, and the first of them; of promises whose
    days are all over, that they are."""
    late = sum(link.overdue_since is not None for link in promised)
    count = len(promised)
    moved = sum(link.moved_from is not None for link in promised)
    rule = "overdue" if late == count else "proposed" if moved else "agreed"
    of_moved: dict[str, Value] = {"n": context.tally(moved, "commitments")}
    values: dict[str, Value] = {
        "n": context.tally(count, "commitments"),
        "period": context.formats.period(context.period.shift(1)),
        "moved": context.counted("titles.decisions.moved", moved, of_moved) if moved else "",
    }
    name = {"name": promised[0].action.rstrip(".")}
    firsts = context.words.count("titles.decisions.first", count, name), ""
    rule = f"titles.decisions.{rule}"
    said = [context.counted(rule, count, {**values, "first": first}) for first in firsts]
    return whole_title(context, said, _SUFFIX)


def _continued(context: SlideContext, links: Sequence[Link]) -> Phrase:
    """What a further page of the plan holds: its first action and how many others, or both of
    two; then how many promises."""
    asked = [link for link in links if link.rule]
    named = [asked, asked[:1]] if len(asked) < _FEWEST_ROWS else [asked[:1]]
    said = [
        _going_on(context, steps, len(asked) - len(some), links[len(asked) :])
        for some in named
        for steps in ([link.step for link in some], [link.short for link in some])
    ]
    return whole_title(context, said, _SUFFIX)


def _going_on(
    context: SlideContext, steps: Sequence[str], others: int, promised: Sequence[Link]
) -> Phrase:
    told = [("more", others), (_promises(promised), len(promised))]
    period = context.formats.period(context.period.shift(1))
    counted = [
        (rule, n, {"n": context.tally(n, "chain"), "period": period}) for rule, n in told if n
    ]
    counts = [context.counted(f"titles.decisions.{rule}", n, said) for rule, n, said in counted]
    then = context.phrase("titles.decisions.then", {"what": _listed(context, counts)})
    values = {"what": context.formats.items(steps), "then": then if counts else ""}
    return context.phrase("titles.decisions.continued", values)


def _promises(links: Sequence[Link]) -> str:
    """What promises may be called: agreed on where each has the day that was agreed on."""
    is_agreed = all(link.moved_from is None and link.overdue_since is None for link in links)
    return "more_agreed" if is_agreed else "more_promises"


def _listed(context: SlideContext, items: Sequence[Phrase]) -> Phrase:
    figures = [found for item in items for found in item.figures]
    return Phrase(context.formats.items([item.text for item in items]), "", tuple(figures))


def _tick(item: Link) -> str:
    """A line of the notes in which an action is chosen; see `reports.deck.read_back`."""
    return f"[{'x' if item.is_chosen else ' '}] {item.action}"


def _content(
    context: SlideContext, start: int, links: Sequence[Link], every: Sequence[Link]
) -> tuple[Element, ...]:
    area = context.brand.body
    dated = [(number, link) for number, link in enumerate(links, start + 1) if link.due]
    foot = _foot(links)
    table = whole_table(context, _plan(context, start, links), _room(context, links))
    if not dated:
        return table
    top = area.bottom - foot
    place = Box(area.left, top + _HEADING, area.width, foot - _HEADING)
    drawn = _drawn(context, every)
    return (
        *table,
        heading(context, _plan_heading(context, drawn), Box(area.left, top, area.width, 0)),
        *_months(context, dated, drawn, every, place),
    )


def _plan_heading(context: SlideContext, drawn: Sequence[tuple[str, date]]) -> str:
    """What the lines through the months are."""
    told = [
        context.say(f"decisions.{name}", {"day": context.formats.day(day)}) for name, day in drawn
    ]
    return " · ".join((context.say("decisions.heading"), *told))


def _drawn(context: SlideContext, links: Sequence[Link]) -> list[tuple[str, date]]:
    """The days on which the agreement turns, up to a renewal within the year, so that the months
    go on to it; of one further off, what comes soon after the last action."""
    turns, last = turns_of(context), max(link.due for link in links if link.due)
    is_near = turns.renewal and turns.renewal - context.view.data_date <= _YEAR
    horizon = turns.renewal if is_near and turns.renewal else last + _AHEAD
    days = (("notice", turns.notice), ("renewal", turns.renewal))
    return [(name, day) for name, day in days if day and day <= horizon]


def _months(
    context: SlideContext,
    dated: Sequence[tuple[int, Link]],
    drawn: Sequence[tuple[str, date]],
    every: Sequence[Link],
    place: Box,
) -> tuple[Element, ...]:
    today = context.view.data_date
    lanes = [
        Lane(
            number,
            _lane_names(link),
            min(today, link.due or today),
            link.due or today,
            link.decide_by(context) if number == 1 else None,
        )
        for number, link in dated
    ]
    days = [link.due for link in every if link.due]
    span = min((today, *days)), max((*days, *(day for _, day in drawn)))
    turns = [Turn(day, name == "notice") for name, day in drawn]
    return timeline(context, lanes, turns, span, place)


def _lane_names(link: Link) -> tuple[str, ...]:
    """The action in few words and in fewer; what ends, in the fewest; what was agreed, in its
    own."""
    texts = (link.step, link.short) if link.rule else (link.action,)
    texts = texts[1:] if link.rule in ENDING else texts
    return tuple(begun(text).rstrip(".") for text in texts)


def _plan(context: SlideContext, start: int, links: Sequence[Link]) -> TablePlan:
    is_asked = any(link.rule for link in links)
    # Whose a promise is stands behind its owner's name.
    told = {"finding": 0.19, "action": 0.295} if is_asked else {"promised": 0.485}
    columns = {"number": 0.035, **told, "owner": 0.115, "due": 0.145, "effect": 0.22}
    return TablePlan(
        context.say("decisions.table"),
        context.say("decisions.alt"),
        tuple(
            ColumnPlan(context.say(f"decisions.{name}"), share) for name, share in columns.items()
        ),
        tuple(
            _row(context, number, link, is_asked=is_asked)
            for number, link in enumerate(links, start + 1)
        ),
        tinted=() if start else (0,),
        lines=_MOST_LINES,
    )


def _row(context: SlideContext, number: int, link: Link, *, is_asked: bool) -> Row:
    owner = owner_text(context, link.owner, link.side)
    agreed = context.say("decisions.agreed") if link.is_chosen else ""
    named = f"named.{link.rule}", link.cases, {"name": link.about}
    action = context.words.count(*named) if link.about else link.action
    return (
        Entry(context.formats.count(number), bold=True),
        *((Entry(_bound(link.finding.text)),) if is_asked else ()),
        Entry(f"{action} {agreed}".rstrip(), bold=number == 1),
        Entry(owner),
        Entry(_day(context, number, link), bold=True),
        Entry(_bound(link.effect)),
    )


def _bound(text: str) -> str:
    """Its numbers never torn from the short words after them: 2.4 h, the 5th of a month."""
    return _NUMBERED.sub(NO_BREAK_SPACE, text)


def _day(context: SlideContext, number: int, link: Link) -> str:
    """Until when; of the first, also until when it is to be decided on, or shown."""
    if link.overdue_since is not None:
        values = {"day": _short(context, link.overdue_since)}
        return context.say("decisions.overdue", values)
    if link.is_at_meeting:
        return context.say("decisions.meeting")
    if link.due is None:
        return context.say("decisions.undated")
    day, decide = context.formats.day, link.decide_by(context)
    if link.moved_from is not None:
        is_same_year = link.moved_from.year == link.due.year
        before = _short(context, link.moved_from) if is_same_year else day(link.moved_from)
        values = {"day": day(link.due), "before": before}
        return context.say("decisions.moved", values)
    if link.turn is not None and link.turn != link.due:
        return context.say("decisions.eve", {"due": day(link.due), **_closed(context, link.turn)})
    if number > 1 or decide is None or decide == link.due:
        return day(link.due)
    rule = "meet" if link.is_ours else "decide"
    values = {"decide": _short(context, decide), "due": _short(context, link.due)}
    return context.say(f"decisions.{rule}", values)


def _closed(context: SlideContext, day: date) -> dict[str, str]:
    """A day on which nobody works, and why."""
    is_by_law = is_public_holiday(context.view.holiday_countries, day)
    named = context.say(f"decisions.{'holiday' if is_by_law else 'customary'}")
    why = context.formats.weekday(day) if day.weekday() >= _SATURDAY else named
    return {"day": _short(context, day), "why": why}


def _short(context: SlideContext, day: date) -> str:
    """A day without its year, never torn between lines."""
    return unbroken(context.formats.day_of_year(day))
