"""What the client's goals brought it, in hours and money, as it confirmed."""

from reports.brand import inches
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, note, slide, tiles
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of, short_name
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits.tiles import tile_of
from reports.deck.formats import Formats
from reports.deck.goal_numbers import measure, worth_text
from reports.deck.model import Box, Slide
from reports.deck.slide_context import Headline, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.clients.aims import Goal
from transforms.kpis import shown_at
from transforms.metrics.kpi import Missing, Place, Unit

ORDER = 35
KIND = Kind.CONTENT

_NOTE_ROOM = inches(0.35)
_FEWEST_GOALS = 2
"""A single goal's worth stands on the page of goals."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Hours saved and money brought; only what somebody at the client has confirmed."""
    del story
    found, goals = _known(context), _with_worth(context)
    if not found:
        return Absent(context.get("value_hours").reason or Missing.NO_WORTH)
    if len(goals) < _FEWEST_GOALS:
        return Absent("told_with_goals")
    values: dict[str, Value] = {
        kpi.removeprefix("value_"): context.figure(context.get(kpi)) for kpi in found
    }
    rule = "both" if len(found) > 1 else found[0].removeprefix("value_")
    return Headline(
        "value",
        Tone.GOOD,
        context.counted(f"titles.value.{rule}", len(goals), values),
        context.phrase("clauses.none"),
    )


def _known(context: SlideContext) -> list[str]:
    return [kpi for kpi in shown_at(Place.VALUE) if context.get(kpi).number is not None]


def _with_worth(context: SlideContext) -> list[Goal]:
    return [goal for goal in context.view.goals if goal.worth is not None]


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """The sums as tiles over the goals that they are made of."""
    area = above_meaning(context)
    top = area.top + TILE_HEIGHT + inches(0.25)
    room = Box(area.left, top, area.width, area.bottom - top - _NOTE_ROOM)
    small = Box(area.left, area.bottom - inches(0.22), area.width, 0)
    elements = (
        *tiles(
            context,
            [tile_of(context, kpi) for kpi in _known(context)],
            Box(area.left, area.top, area.width, TILE_HEIGHT),
        ),
        *whole_table(context, _plan(context, headline), room),
        note(context, context.say("value.note"), small, 1),
        *meaning_of(context, headline, story, "value", _largest(context)),
    )
    asked = question_of(context, "value")
    notes = (headline.title.text, asked, *context.definitions(Place.VALUE))
    return (slide(context, Page("value", headline.title, ("goals",), notes), elements),)


def _largest(context: SlideContext) -> dict[str, str]:
    """The goal that brought most money, else saved most hours, and how much."""
    goals = [(goal, goal.worth) for goal in _with_worth(context)]
    goal, worth = max(
        ((goal, worth) for goal, worth in goals if worth is not None),
        key=lambda pair: (pair[1].minor or 0, pair[1].hours or 0.0),
    )
    return {"goal": short_name(goal.text), "worth": worth_text(context, worth)}


def _plan(context: SlideContext, headline: Headline) -> TablePlan:
    goals = _with_worth(context)
    has_hours = any(goal.worth and goal.worth.hours is not None for goal in goals)
    has_money = any(goal.worth and goal.worth.minor is not None for goal in goals)
    columns = [
        ColumnPlan(context.say("columns.goal"), 0.4),
        ColumnPlan(context.say("columns.actual"), 0.15, Align.RIGHT),
        ColumnPlan(context.say("columns.target"), 0.15, Align.RIGHT),
    ]
    if has_hours:
        columns.append(ColumnPlan(context.say("value.hours"), 0.15, Align.RIGHT))
    if has_money:
        columns.append(ColumnPlan(context.say("value.money"), 0.2, Align.RIGHT))
    rows = tuple(_row(context, goal, has_hours, has_money) for goal in goals)
    alt = context.say("value.alt", {"title": headline.title.text})
    return TablePlan(context.say("value.table"), alt, tuple(columns), rows)


def _row(context: SlideContext, goal: Goal, has_hours: bool, has_money: bool) -> Row:
    absent, worth = Entry(context.say("absent")), goal.worth
    reached = absent if goal.actual is None else Entry(measure(context, goal.unit, goal.actual))
    hours = absent
    money = absent
    if worth is not None and worth.hours is not None:
        hours = Entry(context.text(Unit.HOURS, worth.hours), bold=True)
    if worth is not None and worth.minor is not None:
        formats = Formats(context.view.locale, worth.currency)
        money = Entry(formats.money(worth.minor), bold=True)
    return (
        Entry(goal.text),
        reached,
        Entry(measure(context, goal.unit, goal.target)),
        *((hours,) if has_hours else ()),
        *((money,) if has_money else ()),
    )
