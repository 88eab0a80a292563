"""What the client's goals brought it, in hours and money, as it confirmed."""

from collections.abc import Callable, Mapping, Sequence

from messages.catalogue import Shown
from reports.brand import inches
from reports.deck.confirmed_value import (
    FallenGoal,
    before_of,
    fallen_goals,
    fallen_values,
    is_other,
    known_values,
    size_of,
    vanished_value,
)
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, note, slide, tiles
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.exhibits.text_fit import is_quotable, short_name
from reports.deck.exhibits.tiles import tile_of
from reports.deck.formats import Formats
from reports.deck.goal_numbers import measure, target_text, worth_text
from reports.deck.model import Box, Slide
from reports.deck.slide_context import Headline, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.clients.aims import Goal
from transforms.metrics.kpi import Missing, Place, Unit

ORDER = 35
KIND = Kind.CONTENT

_NOTE_ROOM = inches(0.35)
_MOST_TIED = 2
"""Goals of the same worth that have room by name."""
_ANSWERS = ("goals", "goals_again", "goals_measure")
"""Actions on goals: they answer what a goal does not bring any more."""
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
    values |= {"this": context.this_period, "before": _fall(context, found)}
    rule = "both" if len(found) > 1 else found[0].removeprefix("value_")
    return Headline(
        "value",
        Tone.GOOD,
        context.counted(f"titles.value.{rule}", len(goals), values),
        context.phrase("clauses.none"),
    )


def _known(context: SlideContext) -> list[str]:
    return known_values(context)


def _fall(context: SlideContext, found: list[str]) -> Value:
    """What there was in the quarter before, where it was clearly more."""
    if not (fallen := fallen_values(context)):
        return ""
    values: dict[str, Value] = {
        "before": context.figure(before_of(context, fallen[0])),
        "period": context.previous_period,
    }
    rule = f"fall_{fallen[0].removeprefix('value_')}" if len(found) > 1 else "fall"
    return context.phrase(f"titles.value.{rule}", values)


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
        *meaning_of(
            context,
            headline,
            story,
            *_meaning(context),
            asked=_asked(context),
            else_rules=_ANSWERS if _less(context) else (),
        ),
    )
    asked = question_of(context, _asked(context), _meaning(context)[1])
    notes = (headline.title.text, asked, *context.definitions(Place.VALUE))
    return (slide(context, Page("value", headline.title, ("goals",), notes), elements),)


def _meaning(context: SlideContext) -> tuple[str, Mapping[str, str | Shown]]:
    """What fell, or is gone; else the goal with the largest gain; of hours and
    of money each its own, since neither is worth more than the other."""
    if kpi := _less(context):
        return _told_less(context, kpi)
    goals = _with_worth(context)
    currencies = {goal.worth.currency for goal in goals if goal.worth and goal.worth.minor}
    sizes = (_hours,) if len(currencies) > 1 else (_minor, _hours)
    most = [found for size in sizes if (found := _most(goals, size))]
    alone = [found[0] for found in most if len(found) == 1]
    if alone:
        leading = dict.fromkeys(tuple(found) for found in most if len(found) <= _MOST_TIED)
        told = [_gain(context, found) for found in leading]
        if sum(map(len, leading)) == len(goals) > 1:
            return _beside_the_table(context, len(goals))
        return "value", {
            "gains": context.formats.items(told),
            "n": Shown(len(told), str(len(told))),
        }
    tied = most[0] if most else goals
    if len(tied) == len(goals) < len(context.view.goals):
        return _beside_the_table(context, len(goals))
    values = {"goals": _quoted(context, tied), "worth": _text(context, tied[0])}
    return ("value_even" if len(tied) == len(goals) else "value_tied"), values


def _beside_the_table(context: SlideContext, count: int) -> tuple[str, dict[str, str | Shown]]:
    """Where the table's rows are all that there is to tell of goals: what rose; else of how many
    goals somebody has confirmed a worth."""
    others = [kpi for kpi in known_values(context) if is_other(context, kpi)]
    risen = [kpi for kpi in others if kpi not in fallen_values(context)]
    if not risen:
        every = len(context.view.goals)
        if count == every:
            return "value_all", {"n": context.number(count)}
        return "value_counted", {"n": context.number(count), "all": context.formats.count(every)}
    return "value_risen", {
        "what": context.short_name(risen[0]),
        "now": context.text_of(context.get(risen[0])),
        "before": context.text_of(before_of(context, risen[0])),
        "period": context.previous_period,
    }


def _less(context: SlideContext) -> str:
    """Hours or money that came to half or less of the quarter before's; else what is clearly less,
    or none at all."""
    for kpi in _known(context):
        now, before = context.get(kpi), before_of(context, kpi)
        if before.number and now.number is not None and 2 * now.number <= before.number:
            return kpi
    return next(iter(fallen_values(context)), "") or vanished_value(context)


def _told_less(context: SlideContext, kpi: str) -> tuple[str, dict[str, str | Shown]]:
    """That it is less, and which goal it was, where it was one alone."""
    now, before = context.get(kpi), before_of(context, kpi)
    fallen = _one_fallen(context, kpi)
    named = {"goal": short_name(fallen.name) if fallen else "", "period": context.previous_period}
    values: dict[str, str | Shown] = {
        "what": context.short_name(kpi),
        "now": "" if now.number is None else context.text_of(now),
        "before": context.text_of(before),
        "why": context.say(f"value.fell.{fallen.why}", named) if fallen else "",
        **named,
    }
    if now.number is None:
        return "value_vanished", values
    if 2 * now.number > (before.number or 0):
        return "value_less", values
    is_exact = 2 * now.number == before.number
    return ("value_halved_exactly" if is_exact else "value_halved"), values


def _one_fallen(context: SlideContext, kpi: str) -> FallenGoal | None:
    """The goal that brought less; None where several did, or none of the same name."""
    fallen = fallen_goals(context, kpi)
    return fallen[0] if len(fallen) == 1 else None


def _asked(context: SlideContext) -> str:
    """What the strip asks: of what is less, by what happened to the goal that brought it."""
    if not (kpi := _less(context)):
        return "value"
    fallen = _one_fallen(context, kpi)
    return f"value_fell_{fallen.why}" if fallen else "value_fell"


def _gain(context: SlideContext, found: Sequence[Goal]) -> str:
    """A goal with its worth, or those that are worth the same."""
    rule = "value.gain" if len(found) == 1 else "value.gain_each"
    values = {"goals": _quoted(context, found), "worth": _text(context, found[0])}
    return context.say(rule, values)


def _quoted(context: SlideContext, goals: Sequence[Goal]) -> str:
    """What goals are called, each shorter where their worth would have no room beside them."""
    names = [goal.text for goal in goals]
    if not is_quotable(" ".join(names)):
        names = [short_name(name) for name in names]
    return context.formats.items([context.say("value.quoted", {"goal": name}) for name in names])


def _most(goals: list[Goal], size: Callable[[Goal], float]) -> list[Goal]:
    """The goals of the largest size; none where nothing has one."""
    most = max(size(goal) for goal in goals)
    return [goal for goal in goals if size(goal) == most] if most else []


def _hours(goal: Goal) -> float:
    return size_of(goal, "value_hours")


def _minor(goal: Goal) -> float:
    return size_of(goal, "value_money")


def _text(context: SlideContext, goal: Goal) -> str:
    return worth_text(context, goal.worth) if goal.worth else ""


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
    none, worth = Entry(context.say("value.none")), goal.worth
    unknown = Entry(context.say("absent"))
    reached = unknown if goal.actual is None else Entry(measure(context, goal.unit, goal.actual))
    hours = money = none
    if worth is not None and worth.hours is not None:
        hours = Entry(context.text(Unit.HOURS, worth.hours), bold=True)
    if worth is not None and worth.minor is not None:
        formats = Formats(context.view.locale, worth.currency)
        money = Entry(formats.money(worth.minor), bold=True)
    return (
        Entry(goal.text),
        reached,
        Entry(target_text(context, goal)),
        *((hours,) if has_hours else ()),
        *((money,) if has_money else ()),
    )
