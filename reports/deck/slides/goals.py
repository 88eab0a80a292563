"""Results against the client's own goals."""

from messages.formats import NO_BREAK_SPACE
from reports.brand import inches
from reports.deck.exhibits.chart import (
    category_axis,
    hidden_values,
    short_names,
    target_marks,
    value_labels,
)
from reports.deck.exhibits.frame import Page, callout, heading, note, slides_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits.text_fit import fitted
from reports.deck.model import (
    Align,
    Box,
    Chart,
    Element,
    Figure,
    Grouping,
    LabelPlace,
    Plot,
    PlotKind,
    PointStyle,
    Series,
    Slide,
)
from reports.deck.recommendations import next_step
from reports.deck.slide_context import Headline, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.clients.aims import Goal

ORDER = 40
KIND = Kind.CONTENT

_CHART_SHARE = 0.52
_GUTTER = inches(0.3)


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many goals were met, and the one furthest from its target."""
    del story
    goals = context.view.goals
    if not goals:
        return Absent("no_goals")
    measured = [goal for goal in goals if goal.is_met is not None]
    met = [goal for goal in measured if goal.is_met]
    tone = _tone(len(met), len(measured))
    values: dict[str, Value] = {
        "met": context.tally(len(met), "goals"),
        "all": context.tally(len(measured), "goals"),
    }
    values |= _extreme(context, measured, tone)
    rule = "none" if measured and not met else tone.value
    return Headline(
        "goals",
        tone,
        context.counted(f"titles.goals.{rule}", len(measured), values),
        context.phrase("clauses.goals" if measured else "clauses.none", values),
    )


def _tone(met: int, measured: int) -> Tone:
    if not measured:
        return Tone.MISSING
    if met == measured:
        return Tone.GOOD
    return Tone.FLAT if 2 * met >= measured else Tone.BAD


def _extreme(context: SlideContext, measured: list[Goal], tone: Tone) -> dict[str, Value]:
    """The goal that did best where all were met, else the one furthest from its target."""
    rated = [(goal.attainment, goal) for goal in measured if goal.attainment is not None]
    if not rated:
        return {"goal": "", "actual": "", "target": ""}
    choose = max if tone is Tone.GOOD else min
    _, goal = choose(rated, key=lambda pair: pair[0])
    name = fitted(goal.text, inches(6.0), 1, (2000,), bold=True).text
    return {
        "goal": name,
        "actual": "" if goal.actual is None else _figure(context, goal.unit, goal.actual),
        "target": _figure(context, goal.unit, goal.target, context.say(f"goals.{goal.direction}")),
    }


def _figure(context: SlideContext, unit: str, number: float, sign: str = "") -> Figure:
    """A goal's number in its title; a share is kept as one, as the store keeps shares."""
    text = f"{sign} {measure(context, unit, number)}".lstrip().replace(" ", NO_BREAK_SPACE)
    return Figure(text, number / 100 if unit == "percent" else number, table="goals")


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Columns of what was reached, a dash at each target, and the figures beside them."""
    del story
    area = context.brand.body
    step = next_step(context, headline)
    extra = callout(context, step, area.bottom - inches(0.62), headline.tone) if step else ()
    room = Box(area.left, area.top, area.width, area.height - (inches(0.8) if step else 0))
    goals = context.view.goals
    is_rated = any(goal.attainment is not None for goal in goals)
    split = int(room.width * _CHART_SHARE) if is_rated else -_GUTTER
    left = Box(room.left, room.top, split, room.height)
    right = Box(room.left + split + _GUTTER, room.top, room.width - split - _GUTTER, room.height)
    pieces = tables(context, _plan(context, goals, headline), right)
    page = Page(
        "goals", headline.title, ("goals",), (headline.title.text, context.say("notes.goals"))
    )
    contents: list[tuple[Element, ...]] = []
    shown = 0
    for piece in pieces:
        told = goals[shown : shown + len(piece.rows) - 1]
        shown += len(told)
        contents.append((*_exhibit(context, told, left), piece, *extra))
    return slides_of(context, page, contents)


def _exhibit(context: SlideContext, told: tuple[Goal, ...], place: Box) -> tuple[Element, ...]:
    """The chart of the goals in the table beside it; none where none is measured."""
    goals = [goal for goal in told if goal.attainment is not None]
    if not goals:
        return ()
    head, foot = inches(0.35), inches(0.3)
    chart = Box(place.left, place.top + head, place.width, place.height - head - foot)
    return (
        heading(context, context.say("goals.heading"), place),
        _chart(context, goals, chart),
        note(
            context,
            context.say("goals.note"),
            Box(place.left, chart.bottom + foot // 4, place.width, 0),
            1,
        ),
    )


def _plan(context: SlideContext, goals: tuple[Goal, ...], headline: Headline) -> TablePlan:
    return TablePlan(
        context.say("goals.table"),
        context.say("goals.alt", {"title": headline.title.text}),
        (
            ColumnPlan(context.say("columns.goal"), 0.36),
            ColumnPlan(context.say("columns.target"), 0.15, Align.RIGHT),
            ColumnPlan(context.say("columns.actual"), 0.16, Align.RIGHT),
            ColumnPlan(context.say("columns.state"), 0.33),
        ),
        tuple(_row(context, goal) for goal in goals),
    )


def _row(context: SlideContext, goal: Goal) -> Row:
    actual = (
        context.say("absent") if goal.actual is None else measure(context, goal.unit, goal.actual)
    )
    tone = {True: Tone.GOOD, False: Tone.BAD, None: Tone.MISSING}[goal.is_met]
    state = {True: "met", False: "missed", None: "not_measured"}[goal.is_met]
    sign = context.say(f"goals.{goal.direction}")
    return (
        Entry(goal.text),
        Entry(f"{sign}{NO_BREAK_SPACE}{measure(context, goal.unit, goal.target)}"),
        Entry(actual, bold=True),
        Entry(context.say(f"goals.{state}"), tone),
    )


def measure(context: SlideContext, unit: str, value: float) -> str:
    """A goal's number in its unit; percentages are written as whole per cents."""
    digits = 0 if value == int(value) else 1
    match unit:
        case "percent":
            return context.formats.percent(value / 100, digits)
        case "money":
            return f"{context.formats.decimal(value, 0)} {context.view.currency}"
        case "hours" | "days":
            return context.units(unit, value, digits)
        case _:
            return context.formats.decimal(value, digits)


def _chart(context: SlideContext, goals: list[Goal], place: Box) -> Chart:
    palette = context.brand.palette
    code = context.formats.chart_percent()
    each = place.width // max(len(goals), 1) - inches(0.15)
    reached = Series(
        context.say("goals.reached"),
        tuple(goal.attainment for goal in goals),
        code,
        fill=palette.accent,
        labels=value_labels(context, code, LabelPlace.BASE, palette.paper),
        points=tuple(
            PointStyle(index, fill=palette.bad)
            for index, goal in enumerate(goals)
            if not goal.is_met
        ),
    )
    targets = target_marks(context, context.say("columns.target"), [1.0] * len(goals), code)
    highest = max([1.0, *(goal.attainment or 0.0 for goal in goals)])
    return Chart(
        context.say("goals.heading"),
        place,
        context.say("goals.chart_alt"),
        short_names([goal.text for goal in goals], each, 3),
        (
            Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (reached,), gap_width=80),
            Plot(PlotKind.LINE, Grouping.STANDARD, (targets,)),
        ),
        category_axis(context),
        hidden_values(context, highest * 1.12),
        context.say("sheet"),
    )
