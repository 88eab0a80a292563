"""Results against the client's own goals."""

from reports.brand import inches
from reports.deck.client_view import Goal
from reports.deck.desk import Desk, Headline, Tone, Value
from reports.deck.exhibit_chart import (
    category_axis,
    hidden_values,
    short_names,
    target_marks,
    value_labels,
)
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits import Page, callout, heading, note, slides_of
from reports.deck.formats import NO_BREAK_SPACE
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
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_fit import fitted

ORDER = 40
KIND = Kind.CONTENT

_CHART_SHARE = 0.52
_GUTTER = inches(0.3)


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many goals were met, and the one furthest from its target."""
    del story
    goals = desk.view.goals
    if not goals:
        return Absent("no_goals")
    measured = [goal for goal in goals if goal.is_met is not None]
    met = [goal for goal in measured if goal.is_met]
    tone = _tone(len(met), len(measured))
    values: dict[str, Value] = {
        "met": desk.tally(len(met), "goals"),
        "all": desk.tally(len(measured), "goals"),
    }
    values |= _extreme(desk, measured, tone)
    rule = "none" if measured and not met else tone.value
    return Headline(
        "goals",
        tone,
        desk.counted(f"titles.goals.{rule}", len(measured), values),
        desk.phrase("clauses.goals" if measured else "clauses.none", values),
    )


def _tone(met: int, measured: int) -> Tone:
    if not measured:
        return Tone.MISSING
    if met == measured:
        return Tone.GOOD
    return Tone.FLAT if 2 * met >= measured else Tone.BAD


def _extreme(desk: Desk, measured: list[Goal], tone: Tone) -> dict[str, Value]:
    """The goal that did best where all were met, else the one furthest from its target."""
    rated = [(goal.attainment, goal) for goal in measured if goal.attainment is not None]
    if not rated:
        return {"goal": "", "actual": "", "target": ""}
    choose = max if tone is Tone.GOOD else min
    _, goal = choose(rated, key=lambda pair: pair[0])
    name = fitted(goal.text, inches(6.0), 1, (2000,), bold=True).text
    return {
        "goal": name,
        "actual": "" if goal.actual is None else _figure(desk, goal.unit, goal.actual),
        "target": _figure(desk, goal.unit, goal.target, desk.say(f"goals.{goal.direction}")),
    }


def _figure(desk: Desk, unit: str, number: float, sign: str = "") -> Figure:
    """A goal's number in its title; a share is kept as one, as the store keeps shares."""
    text = f"{sign} {measure(desk, unit, number)}".lstrip().replace(" ", NO_BREAK_SPACE)
    return Figure(text, number / 100 if unit == "percent" else number, table="goals")


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """Columns of what was reached, a dash at each target, and the figures beside them."""
    del story
    area = desk.brand.body
    step = next_step(desk, headline)
    extra = callout(desk, step, area.bottom - inches(0.62), headline.tone) if step else ()
    room = Box(area.left, area.top, area.width, area.height - (inches(0.8) if step else 0))
    goals = desk.view.goals
    is_rated = any(goal.attainment is not None for goal in goals)
    split = int(room.width * _CHART_SHARE) if is_rated else -_GUTTER
    left = Box(room.left, room.top, split, room.height)
    right = Box(room.left + split + _GUTTER, room.top, room.width - split - _GUTTER, room.height)
    pieces = tables(desk, _plan(desk, goals, headline), right)
    page = Page("goals", headline.title, ("goals",), (headline.title.text, desk.say("notes.goals")))
    contents: list[tuple[Element, ...]] = []
    shown = 0
    for piece in pieces:
        told = goals[shown : shown + len(piece.rows) - 1]
        shown += len(told)
        contents.append((*_exhibit(desk, told, left), piece, *extra))
    return slides_of(desk, page, contents)


def _exhibit(desk: Desk, told: tuple[Goal, ...], place: Box) -> tuple[Element, ...]:
    """The chart of the goals in the table beside it; none where none is measured."""
    goals = [goal for goal in told if goal.attainment is not None]
    if not goals:
        return ()
    head, foot = inches(0.35), inches(0.3)
    chart = Box(place.left, place.top + head, place.width, place.height - head - foot)
    return (
        heading(desk, desk.say("goals.heading"), place),
        _chart(desk, goals, chart),
        note(
            desk,
            desk.say("goals.note"),
            Box(place.left, chart.bottom + foot // 4, place.width, 0),
            1,
        ),
    )


def _plan(desk: Desk, goals: tuple[Goal, ...], headline: Headline) -> TablePlan:
    return TablePlan(
        desk.say("goals.table"),
        desk.say("goals.alt", {"title": headline.title.text}),
        (
            ColumnPlan(desk.say("columns.goal"), 0.36),
            ColumnPlan(desk.say("columns.target"), 0.15, Align.RIGHT),
            ColumnPlan(desk.say("columns.actual"), 0.16, Align.RIGHT),
            ColumnPlan(desk.say("columns.state"), 0.33),
        ),
        tuple(_row(desk, goal) for goal in goals),
    )


def _row(desk: Desk, goal: Goal) -> Row:
    actual = desk.say("absent") if goal.actual is None else measure(desk, goal.unit, goal.actual)
    tone = {True: Tone.GOOD, False: Tone.BAD, None: Tone.MISSING}[goal.is_met]
    state = {True: "met", False: "missed", None: "not_measured"}[goal.is_met]
    sign = desk.say(f"goals.{goal.direction}")
    return (
        Entry(goal.text),
        Entry(f"{sign}{NO_BREAK_SPACE}{measure(desk, goal.unit, goal.target)}"),
        Entry(actual, bold=True),
        Entry(desk.say(f"goals.{state}"), tone),
    )


def measure(desk: Desk, unit: str, value: float) -> str:
    """A goal's number in its unit; percentages are written as whole per cents."""
    digits = 0 if value == int(value) else 1
    match unit:
        case "percent":
            return desk.formats.percent(value / 100, digits)
        case "money":
            return f"{desk.formats.decimal(value, 0)} {desk.view.currency}"
        case "hours" | "days":
            return desk.units(unit, value, digits)
        case _:
            return desk.formats.decimal(value, digits)


def _chart(desk: Desk, goals: list[Goal], place: Box) -> Chart:
    palette = desk.brand.palette
    code = desk.formats.chart_percent()
    each = place.width // max(len(goals), 1) - inches(0.15)
    reached = Series(
        desk.say("goals.reached"),
        tuple(goal.attainment for goal in goals),
        code,
        fill=palette.accent,
        labels=value_labels(desk, code, LabelPlace.BASE, palette.paper),
        points=tuple(
            PointStyle(index, fill=palette.bad)
            for index, goal in enumerate(goals)
            if not goal.is_met
        ),
    )
    targets = target_marks(desk, desk.say("columns.target"), [1.0] * len(goals), code)
    highest = max([1.0, *(goal.attainment or 0.0 for goal in goals)])
    return Chart(
        desk.say("goals.heading"),
        place,
        desk.say("goals.chart_alt"),
        short_names([goal.text for goal in goals], each, 3),
        (
            Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (reached,), gap_width=80),
            Plot(PlotKind.LINE, Grouping.STANDARD, (targets,)),
        ),
        category_axis(desk),
        hidden_values(desk, highest * 1.12),
        desk.say("sheet"),
    )
