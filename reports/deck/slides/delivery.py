"""Project delivery: what was due, what was done by then, and what waits for whom."""

from collections.abc import Sequence

from reports.brand import inches
from reports.deck.exhibits.frame import (
    TILE_HEIGHT,
    Page,
    beside_tiles,
    note,
    slides_of,
    tiles,
    tiles_down,
)
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of, short_name
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, in_small_print, tables
from reports.deck.exhibits.tiles import Tile, no_base, tile_of
from reports.deck.model import Box, Element, Slide
from reports.deck.slide_context import TONE_OF, Delta, Headline, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.clients.judgement import on_time_grade
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place, Unit
from transforms.service.delivery_tasks import Milestone

ORDER = 80
KIND = Kind.CONTENT

_NOTE_ROOM = inches(0.3)
_EXTREMES: dict[float | None, str] = {0.0: "none", 1.0: "all"}
"""Wordings of none on time and of all, where no share is told."""
_MEDIAN = "delivery_days_overdue_median"
"""The figure that a long list leaves no room for: the strip tells the longest delay."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Done by their due date, of all that were due; and what is recorded as blocked."""
    del story
    on_time, blocked = context.get("delivery_on_time"), context.get("tasks_blocked")
    if on_time.value is None and not blocked.number:
        return Absent(on_time.reason or "nothing_due")
    tone = _tone(on_time.value)
    values: dict[str, Value] = {
        "done": context.part(on_time, "numerator"),
        "due": context.part(on_time, "denominator"),
        "blocked": _blocked(context),
        "milestones": _of_milestones(context),
    }
    rule = _EXTREMES.get(on_time.value, tone.value)
    return Headline(
        "delivery",
        tone,
        context.counted(f"titles.delivery.{rule}", round(on_time.denominator or 0), values),
        context.counted(f"clauses.delivery.{rule}", round(on_time.denominator or 0), values),
    )


def _tone(share: float | None) -> Tone:
    if share is None:
        return Tone.MISSING
    return TONE_OF[on_time_grade(share)]


def _of_milestones(context: SlideContext) -> Value:
    """How many of the milestones in the table; nothing where they are all the tasks."""
    due = context.view.milestones
    if not due or len(due) == context.get("tasks_due").number:
        return ""
    values = {
        "met": context.tally(_met(due), "tasks"),
        "all": context.tally(len(due), "tasks"),
    }
    rule = "milestones_all" if _met(due) == len(due) else "milestones"
    return context.counted(f"titles.delivery.{rule}", len(due), values)


def _met(due: Sequence[Milestone]) -> int:
    return sum(
        item.completed_date is not None and item.completed_date <= item.due_date for item in due
    )


def _blocked(context: SlideContext) -> Value:
    """Tasks recorded as blocked; which of our teams they wait for is no matter of the client's."""
    blocked = context.get("tasks_blocked")
    if not blocked.number:
        return ""
    return context.counted(
        "titles.delivery.blocked", int(blocked.number), {"n": context.figure(blocked)}
    )


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over the milestones; further pages carry the rest of a long list."""
    area = above_meaning(context)
    shown = [tile for kpi in shown_at(Place.DELIVERY) for tile in _tiles(context, kpi)]
    rule = f"delivery.{headline.tone}"
    foot: tuple[Element, ...] = meaning_of(
        context, headline, story, *_meaning(context, rule), asked=rule
    )
    if context.view.milestones and len(context.view.milestones) != context.get("tasks_due").number:
        # Else the title seems to contradict the table.
        small = Box(area.left, area.bottom - inches(0.2), area.width, 0)
        area = Box(area.left, area.top, area.width, area.height - _NOTE_ROOM)
        foot = (note(context, context.say("delivery.note"), small, 1), *foot)
    pieces = _milestones(context, headline, area, area.top + TILE_HEIGHT + inches(0.25))
    top_tiles = tiles(context, shown, Box(area.left, area.top, area.width, TILE_HEIGHT))
    if len(pieces) > 1:
        # Beside a long list tiles leave it the whole height.
        sides = beside_tiles(area)
        pieces = _milestones(context, headline, sides.left, area.top)
        most = sides.tiles.height // TILE_HEIGHT
        kept = [item for item in shown if item.label != context.short_name(_MEDIAN)]
        top_tiles = tiles_down(context, kept[:most], sides.tiles)
    asked = question_of(context, rule)
    notes = (headline.title.text, asked, *context.definitions(Place.DELIVERY))
    page = Page("delivery", headline.title, ("tasks",), notes)
    first: tuple[Element, ...] = (*top_tiles, *pieces[:1], *foot)
    return slides_of(context, page, [first, *((piece, *foot) for piece in pieces[1:])])


def _tiles(context: SlideContext, kpi: str) -> list[Tile]:
    return _counts(context) if kpi == "delivery_on_time" else [tile_of(context, kpi)]


def _counts(context: SlideContext) -> list[Tile]:
    """Tasks, and milestones where these are not all the tasks, each as a count of its own."""
    on_time, due = context.get("delivery_on_time"), context.view.milestones
    tiles_of_counts: list[Tile] = []
    if on_time.value is not None:
        done = context.part(on_time, "numerator").text
        told = context.delta("delivery_on_time") or no_base(context)
        tiles_of_counts.append(
            _count(context, "tasks", done, context.part(on_time, "denominator").text, told)
        )
    if due and len(due) != context.get("tasks_due").number:
        met, every = context.formats.count(_met(due)), context.formats.count(len(due))
        tiles_of_counts.append(_count(context, "milestones", met, every, Delta("", Tone.FLAT)))
    return tiles_of_counts


def _count(context: SlideContext, what: str, done: str, every: str, told: Delta) -> Tile:
    value = context.say("delivery.of", {"done": done, "all": every})
    return Tile(context.say(f"delivery.{what}"), value, told)


def _meaning(context: SlideContext, rule: str) -> tuple[str, dict[str, str]]:
    """What the milestone says that is latest, done or not; without one, what the tasks say."""
    on_time, end = context.get("delivery_on_time"), context.period.end
    values = {
        "done": context.formats.count(on_time.numerator or 0),
        "due": context.formats.count(on_time.denominator or 0),
        "missed": context.part(on_time, "missed").text,
        "blocked": context.text_of(context.get("tasks_blocked")),
    }
    late = [(((item.completed_date or end) - item.due_date).days, item) for item in _late(context)]
    if not late:
        return rule if rule.endswith(("good", "missing")) else f"{rule}_alone", values
    days, worst = max(late, key=lambda pair: pair[0])
    values |= {
        "name": short_name(worst.name),
        "day": context.formats.long_day_of_year(worst.due_date),
    }
    values["late"] = context.text(Unit.DAYS, days)
    state = "done" if worst.completed_date else "held" if worst.blocked_by else "open"
    return f"delivery.late_{state}", values


def _late(context: SlideContext) -> list[Milestone]:
    return [
        item
        for item in context.view.milestones
        if item.completed_date is None or item.completed_date > item.due_date
    ]


def _milestones(context: SlideContext, headline: Headline, room: Box, top: int) -> list[Element]:
    if not context.view.milestones:
        return []
    plan = TablePlan(
        context.say("delivery.table"),
        context.say("delivery.alt", {"title": headline.title.text}),
        (
            ColumnPlan(context.say("columns.milestone"), 0.38),
            ColumnPlan(context.say("columns.project"), 0.22),
            ColumnPlan(context.say("columns.due"), 0.12, Align.RIGHT),
            ColumnPlan(context.say("columns.completed"), 0.12, Align.RIGHT),
            ColumnPlan(context.say("columns.state"), 0.2),
        ),
        tuple(_row(context, item) for item in context.view.milestones),
    )
    return list(tables(context, in_small_print(plan), room, top))


def _row(context: SlideContext, item: Milestone) -> Row:
    done = (
        context.say("delivery.open")
        if item.completed_date is None
        else context.formats.day(item.completed_date)
    )
    return (
        Entry(item.name),
        Entry(item.project),
        Entry(context.formats.day(item.due_date)),
        Entry(done),
        _state(context, item),
    )


def _state(context: SlideContext, item: Milestone) -> Entry:
    if item.completed_date is None:
        if item.blocked_by:
            return Entry(context.say("delivery.blocked"), Tone.BAD)
        return Entry(context.say("delivery.overdue"), Tone.BAD)
    days = (item.completed_date - item.due_date).days
    if days <= 0:
        return Entry(context.say("delivery.on_time"), Tone.GOOD)
    return Entry(context.words.count("delivery.late", days), Tone.FLAT)
