"""Project delivery: what was due, what was done by then, and what waits for whom."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from messages.catalogue import Shown
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
from reports.deck.slide_context import (
    TONE_OF,
    Delta,
    Headline,
    Shortfall,
    SlideContext,
    Tone,
    Value,
)
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.clients.judgement import on_time_grade
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place, Unit
from transforms.service.delivery_tasks import DueTask

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
        Shortfall(1 - (on_time.value or 0.0), round(on_time.denominator or 0)),
    )


def _tone(share: float | None) -> Tone:
    if share is None:
        return Tone.MISSING
    return TONE_OF[on_time_grade(share)]


def _of_milestones(context: SlideContext) -> Value:
    """How many of the milestones; nothing where none is one, or all of them are."""
    due = _milestones(context)
    if not due:
        return ""
    values = {
        "met": context.tally(_met(due), "tasks"),
        "all": context.tally(len(due), "tasks"),
    }
    rule = "milestones_all" if _met(due) == len(due) else "milestones"
    return context.counted(f"titles.delivery.{rule}", len(due), values)


def _milestones(context: SlideContext) -> list[DueTask]:
    """The milestones where they are some of the tasks."""
    found = [item for item in context.view.due_tasks if item.is_milestone]
    return found if len(found) < len(context.view.due_tasks) else []


def _met(due: Sequence[DueTask]) -> int:
    return sum(item.completed_date is not None and not item.days_late for item in due)


def _blocked(context: SlideContext) -> Value:
    """Tasks recorded as blocked; those that were due tell in the table whom they wait for."""
    blocked = context.get("tasks_blocked")
    if not blocked.number:
        return ""
    return context.counted(
        "titles.delivery.blocked", int(blocked.number), {"n": context.figure(blocked)}
    )


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over the tasks, or beside them where these are many."""
    area = above_meaning(context)
    asked = _asked(context, headline)
    meaning, values = _meaning(context, f"delivery.{headline.tone}")
    foot: tuple[Element, ...] = meaning_of(context, headline, story, meaning, values, asked=asked)
    small = Box(area.left, area.bottom - inches(0.2), area.width, 0)
    over_note = Box(area.left, area.top, area.width, area.height - _NOTE_ROOM)
    is_mixed = bool(_milestones(context))
    top_tiles, pieces, unshown = _exhibits(context, headline, over_note if is_mixed else area)
    if unshown and not is_mixed:
        top_tiles, pieces, unshown = _exhibits(context, headline, over_note)
    if is_mixed or unshown:
        rule = f"delivery.{'note' if is_mixed else 'unshown'}"
        text = context.words.count(rule, unshown, {"n": context.formats.count(unshown)})
        foot = (note(context, text, small, 1), *foot)
    question = question_of(context, asked)
    notes = (headline.title.text, question, *context.definitions(Place.DELIVERY))
    page = Page("delivery", headline.title, ("tasks",), notes)
    first: tuple[Element, ...] = (*top_tiles, *pieces[:1], *foot)
    return slides_of(context, page, [first, *((piece, *foot) for piece in pieces[1:])])


def _exhibits(
    context: SlideContext, headline: Headline, area: Box
) -> tuple[tuple[Element, ...], list[Element], int]:
    """All tasks under tiles where they fit on a page; else beside them as much as it holds, and how
    many tasks that leaves out."""
    shown = [tile for kpi in shown_at(Place.DELIVERY) for tile in _tiles(context, kpi)]
    every = _by_delay(context.view.due_tasks)
    under = area.top + TILE_HEIGHT + inches(0.25)
    pieces = _table(context, headline, every, area, under)
    if len(pieces) <= 1:
        return tiles(context, shown, Box(area.left, area.top, area.width, TILE_HEIGHT)), pieces, 0
    # Beside a long list tiles leave it the whole height.
    sides = beside_tiles(area)
    pieces, unshown = _longest(context, headline, sides.left)
    most = sides.tiles.height // TILE_HEIGHT
    kept = [item for item in shown if item.label != context.short_name(_MEDIAN)]
    return tiles_down(context, kept[:most], sides.tiles), pieces, unshown


def _longest(context: SlideContext, headline: Headline, room: Box) -> tuple[list[Element], int]:
    """What was late, all of it, on as many pages as it needs; then as many of the milestones and
    of the rest as these hold, and how many tasks that leaves out."""
    late = _late(context)
    ordered = sorted(
        context.view.due_tasks,
        key=lambda item: (item not in late, -item.days_late, not item.is_milestone),
    )
    counts = range(max(len(late), 1), len(ordered) + 1)

    def pieces(most: int) -> list[Element]:
        return _table(context, headline, ordered[:most], room, room.top)

    pages = len(pieces(counts[0]))
    shown = counts[bisect_left(counts, True, key=lambda most: len(pieces(most)) > pages) - 1]
    return pieces(shown), len(ordered) - shown


def figures_shown(context: SlideContext, headline: Headline) -> tuple[str, ...]:
    """The figures that have a tile: a long list leaves no room for the delay."""
    area, every = above_meaning(context), _by_delay(context.view.due_tasks)
    if _milestones(context):
        area = Box(area.left, area.top, area.width, area.height - _NOTE_ROOM)
    under = area.top + TILE_HEIGHT + inches(0.25)
    is_long = len(_table(context, headline, every, area, under)) > 1
    return tuple(kpi for kpi in shown_at(Place.DELIVERY) if not (is_long and kpi == _MEDIAN))


def _by_delay(due: Sequence[DueTask]) -> list[DueTask]:
    """What was late comes first, the longest delay before all others."""
    return sorted(due, key=lambda item: -item.days_late)


def _tiles(context: SlideContext, kpi: str) -> list[Tile]:
    return _counts(context) if kpi == "delivery_on_time" else [tile_of(context, kpi)]


def _counts(context: SlideContext) -> list[Tile]:
    """Tasks, and milestones where these are not all the tasks, each as a count of its own."""
    on_time, due = context.get("delivery_on_time"), _milestones(context)
    tiles_of_counts: list[Tile] = []
    if on_time.value is not None:
        done = context.part(on_time, "numerator").text
        told = context.delta("delivery_on_time") or no_base(context, "delivery_on_time")
        tiles_of_counts.append(
            _count(context, "tasks", done, context.part(on_time, "denominator").text, told)
        )
    if due:
        met, every = context.formats.count(_met(due)), context.formats.count(len(due))
        tiles_of_counts.append(_count(context, "milestones", met, every, Delta("", Tone.FLAT)))
    return tiles_of_counts


def _count(context: SlideContext, what: str, done: str, every: str, told: Delta) -> Tile:
    value = context.say("delivery.of", {"done": done, "all": every})
    return Tile(context.say(f"delivery.{what}"), value, told)


def _asked(context: SlideContext, headline: Headline) -> str:
    """What was late is asked about: of what is still to come, what depends on it."""
    late = _late(context)
    if headline.tone is Tone.MISSING or not late:
        return f"delivery.{'missing' if headline.tone is Tone.MISSING else 'good'}"
    is_done = all(item.completed_date for item in late)
    return f"delivery.late_{'done' if is_done else 'open'}"


def _meaning(context: SlideContext, rule: str) -> tuple[str, Mapping[str, str | Shown]]:
    """The task that was longest late, done or not, and how many share its delay."""
    late = _by_delay(_late(context))
    if not late:
        blocked = context.text_of(context.get("tasks_blocked"))
        on_time = round(context.get("delivery_on_time").numerator or 0)
        return rule, {"n": context.number(on_time), "blocked": blocked}
    worst, days = late[0], late[0].days_late
    tied = [item for item in late if item.days_late == days]
    values: dict[str, str | Shown] = {
        "n": context.number(len(tied)),
        "name": short_name(worst.name),
        "other": short_name(tied[-1].name),
        "day": context.formats.long_day_of_year(worst.due_date),
        "late": context.text(Unit.DAYS, days),
    }
    if len(tied) > 1:
        return "delivery.late_tied", values
    state = "done" if worst.completed_date else "held" if worst.blocked_by else "open"
    return f"delivery.late_{state}", values


def _late(context: SlideContext) -> list[DueTask]:
    return [item for item in context.view.due_tasks if item.days_late or not item.completed_date]


def _table(
    context: SlideContext, headline: Headline, due: Sequence[DueTask], room: Box, top: int
) -> list[Element]:
    if not due:
        return []
    is_mixed = bool(_milestones(context))
    plan = TablePlan(
        context.say("delivery.table"),
        context.say("delivery.alt", {"title": headline.title.text}),
        (
            ColumnPlan(context.say("columns.task"), 0.38),
            ColumnPlan(context.say("columns.project"), 0.22),
            ColumnPlan(context.say("columns.due"), 0.12, Align.RIGHT),
            ColumnPlan(context.say("columns.completed"), 0.12, Align.RIGHT),
            ColumnPlan(context.say("columns.state"), 0.2),
        ),
        tuple(_row(context, item, is_mixed and item.is_milestone) for item in due),
    )
    return list(tables(context, in_small_print(plan), room, top))


def _row(context: SlideContext, item: DueTask, is_bold: bool) -> Row:
    done = (
        context.say("delivery.open")
        if item.completed_date is None
        else context.formats.day(item.completed_date)
    )
    return (
        Entry(item.name, bold=is_bold),
        Entry(item.project),
        Entry(context.formats.day(item.due_date)),
        Entry(done),
        _state(context, item),
    )


def _state(context: SlideContext, item: DueTask) -> Entry:
    if item.completed_date is None:
        if item.blocked_by:
            return Entry(context.say("delivery.waiting", {"team": item.blocked_by}), Tone.BAD)
        return Entry(context.say("delivery.overdue"), Tone.BAD)
    if not item.days_late:
        return Entry(context.say("delivery.on_time"), Tone.GOOD)
    return Entry(context.words.count("delivery.late", item.days_late), Tone.FLAT)
