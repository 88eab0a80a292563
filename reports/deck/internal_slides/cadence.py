"""How often we meet the client, and whom."""

from reports.brand import inches
from reports.deck.desk import Headline, Tone, Value
from reports.deck.exhibit_chart import (
    category_axis,
    hidden_values,
    legend,
    plain_number,
    target_line,
    value_labels,
)
from reports.deck.exhibit_table import ColumnPlan, Entry, TablePlan, whole_table
from reports.deck.exhibits import Page, heading, note, slide
from reports.deck.internal_desk import InternalDesk
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Grouping,
    LabelPlace,
    Plot,
    PlotKind,
    PointStyle,
    Series,
    Slide,
)
from reports.deck.slides.contract import Absent, Kind
from transforms.kpi import Missing
from transforms.periods import Period

ORDER = 105
KIND = Kind.CONTENT

_QUARTERS = 4
_MOST_PEOPLE = 9


def headline(desk: InternalDesk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Meetings held of those planned, and how long ago the last one was."""
    del story
    held, since = desk.get("meetings_held"), desk.get("days_since_meeting")
    if held.value is None and not desk.inside.stakeholders:
        return Absent(held.reason or Missing.NO_MEETINGS)
    planned = desk.inside.planned_meetings
    values: dict[str, Value] = {
        "held": desk.figure(held),
        "planned": desk.tally(planned, "policy"),
        "since": desk.figure(since),
    }
    if held.value is None:
        rule, tone = "missing", Tone.MISSING
    elif held.value == 0:
        rule, tone = ("none", Tone.BAD) if since.value is not None else ("never", Tone.BAD)
    else:
        rule, tone = ("short", Tone.BAD) if held.value < planned else ("kept", Tone.GOOD)
    title = desk.counted(f"titles.cadence.{rule}", planned, values)
    return Headline("cadence", tone, title, desk.phrase("clauses.none"))


def compose(
    desk: InternalDesk, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Meetings by quarter against the plan at the left, people at the right."""
    del story
    area = desk.brand.body
    gap = inches(0.4)
    half = (area.width - gap) // 2
    left = Box(area.left, area.top, half, area.height)
    right = Box(area.right - half, area.top, half, area.height)
    chart = Box(left.left, left.top + inches(0.32), left.width, left.height - inches(0.35))
    elements: list[Element] = [
        heading(desk, desk.say("cadence.heading"), left),
        _chart(desk, chart),
        *_people(desk, right),
    ]
    notes = (
        headline.title.text,
        desk.definition_of("meetings_held"),
        desk.definition_of("days_since_meeting"),
    )
    page = Page("cadence", headline.title, ("meetings", "accounts"), notes)
    return (slide(desk, page, elements),)


def _quarters(desk: InternalDesk) -> tuple[Period, ...]:
    return tuple(desk.period.shift(step) for step in range(1 - _QUARTERS, 1))


def _chart(desk: InternalDesk, place: Box) -> Chart:
    palette, planned = desk.brand.palette, desk.inside.planned_meetings
    held = [plain_number(desk.get("meetings_held", quarter).value) for quarter in _quarters(desk)]
    code = desk.formats.chart_number(0)
    series = Series(
        desk.name_of("meetings_held"),
        tuple(held),
        code,
        fill=palette.context,
        in_legend=False,
        labels=value_labels(desk, code, LabelPlace.OUTSIDE),
        points=(PointStyle(_QUARTERS - 1, fill=palette.accent),),
    )
    name = desk.say("cadence.plan", {"n": desk.formats.count(planned)})
    line = target_line(desk, name, float(planned), _QUARTERS, code)
    highest = max([float(planned), 1.0, *(value or 0.0 for value in held)])
    return Chart(
        desk.say("cadence.heading"),
        place,
        desk.say("cadence.chart_alt"),
        tuple(desk.formats.period(quarter) for quarter in _quarters(desk)),
        (
            Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (series,), gap_width=80),
            Plot(PlotKind.LINE, Grouping.STANDARD, (line,)),
        ),
        category_axis(desk),
        hidden_values(desk, highest * 1.15),
        desk.say("sheet"),
        legend(desk),
    )


def _people(desk: InternalDesk, place: Box) -> tuple[Element, ...]:
    people = desk.inside.stakeholders
    if not people:
        text = note(desk, desk.say("cadence.nobody"), place)
        return (text,)
    rows = [
        (
            Entry(person.name),
            Entry(person.job_title or desk.say("absent")),
            Entry(
                desk.say("cadence.there" if person.is_active else "cadence.gone"),
                Tone.GOOD if person.is_active else Tone.BAD,
            ),
        )
        for person in people[:_MOST_PEOPLE]
    ]
    if (rest := len(people) - _MOST_PEOPLE) and rest > 0:
        rows.append((Entry(desk.words.count("fee.more", rest)), Entry(""), Entry("")))
    plan = TablePlan(
        desk.say("cadence.people"),
        desk.say("cadence.people_alt"),
        (
            ColumnPlan(desk.say("cadence.person"), 0.38),
            ColumnPlan(desk.say("cadence.role"), 0.34),
            ColumnPlan(desk.say("columns.state"), 0.28),
        ),
        tuple(rows),
    )
    return whole_table(desk, plan, place)
