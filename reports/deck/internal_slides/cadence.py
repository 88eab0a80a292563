"""How often we meet the client, and whom."""

from dataclasses import replace
from datetime import timedelta

from reports.brand import inches
from reports.deck.exhibits.chart import (
    category_axis,
    hidden_values,
    legend,
    plain_number,
    target_line,
    value_labels,
)
from reports.deck.exhibits.frame import Page, heading, note, slide
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
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
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.signal_words import begun_small
from reports.deck.slide_context import Headline, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.turns import within_a_week
from transforms.clients.people import Stakeholder
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue, Missing, Place

ORDER = 105
KIND = Kind.CONTENT

_QUARTERS = 4
_MOST_PEOPLE = 9
_MOST_NAMED = 2


def headline(context: InternalContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Meetings held of those planned, and how long ago the last one was."""
    del story
    held, since = context.get("meetings_held"), context.get("days_since_meeting")
    is_over = not context.view.is_active and context.view.renewal is None
    is_silent = held.value is None or (not held.value and since.value is None and is_over)
    if is_silent and not context.inside.stakeholders:
        return Absent(held.reason or Missing.NO_MEETINGS)
    planned = context.inside.planned_meetings
    values: dict[str, Value] = {
        "held": context.figure(held),
        "planned": context.tally(planned, "policy"),
        "since": context.figure(since),
        "last": _last_day(context, since),
        "gone": gone(context),
    }
    if held.value is None:
        rule, tone = "missing", Tone.MISSING
    elif context.inside.begins is not None:
        rule, tone = "coming", Tone.FLAT
    elif since.value is not None and not context.view.is_active:
        rule, tone = ("left" if held.value else "former"), Tone.FLAT
    elif held.value == 0:
        rule, tone = ("none", Tone.BAD) if since.value is not None else ("never", Tone.BAD)
    else:
        rule, tone = ("short", Tone.BAD) if held.value < planned else ("kept", Tone.GOOD)
    if values["gone"]:
        tone = Tone.BAD
    count = round(held.value or 0) if rule in ("left", "kept") else planned
    title = context.counted(f"titles.cadence.{rule}", count, values)
    return Headline("cadence", tone, title, context.phrase("clauses.none"))


def _last_day(context: InternalContext, since: KpiValue) -> str:
    """The day of the last meeting."""
    if since.value is None:
        return ""
    day = context.period.valuation_date - timedelta(days=round(since.value))
    return context.formats.long_day(day)


def people_of(context: InternalContext) -> list[Stakeholder]:
    """Contacts, each name once: who is on record with two posts is one person with both, and is
    there while any of the records is."""
    found: dict[tuple[str, str], Stakeholder] = {}
    for records in _records(context).values():
        posts = dict.fromkeys(item.job_title for item in records if item.job_title)
        first = replace(records[0], job_title=" / ".join(posts))
        found[first.name.casefold(), first.company] = first
    return list(found.values())


def on_record_twice(context: InternalContext) -> list[Stakeholder]:
    """Those of them that stand on record more than once."""
    twice = {key for key, records in _records(context).items() if len(records) > 1}
    return [item for item in people_of(context) if (item.name.casefold(), item.company) in twice]


def _records(context: InternalContext) -> dict[tuple[str, str], list[Stakeholder]]:
    """By name and company; whoever is still there comes first."""
    records: dict[tuple[str, str], list[Stakeholder]] = {}
    for item in sorted(context.inside.stakeholders, key=lambda item: not item.is_active):
        records.setdefault((item.name.casefold(), item.company), []).append(item)
    return records


def departed(context: InternalContext) -> list[Stakeholder]:
    """Contacts who are no longer there, of a client that is."""
    people = people_of(context) if context.view.is_active else []
    return [person for person in people if not person.is_active]


def gone(context: InternalContext) -> Value:
    """The end of a title: how many contacts have left."""
    count = len(departed(context))
    if not count:
        return ""
    return context.counted("titles.cadence.gone", count, {"n": context.tally(count, "contacts")})


def acts_on_people(context: InternalContext) -> list[str]:
    """What to do about contacts who left, and about meetings that four quarters in a row were
    not held as planned."""
    told, left = list[str](), departed(context)
    if left:
        who = context.formats.items([person.name for person in left[:_MOST_NAMED]])
        told.append(context.words.count("cadence.successor", len(left), {"who": who}))
    planned = context.inside.planned_meetings
    held = [context.get("meetings_held", quarter).value for quarter in _quarters(context)]
    if context.view.is_active and all(item is not None and item < planned for item in held):
        plan = {"n": context.formats.count(planned)}
        told.append(context.words.count("cadence.calendar", planned, plan))
    return told


def _owned(context: InternalContext, acts: list[str]) -> str:
    """What is to be done, after whose it is and until when, as on the summary; empty where nothing
    is."""
    if not acts:
        return ""
    owner = context.view.manager_name or context.view.company_name
    values = {"owner": owner, "day": context.formats.day(within_a_week(context))}
    return " ".join([context.say("cadence.owned", values), begun_small(acts[0]), *acts[1:]])


def compose(
    context: InternalContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Meetings by quarter against the plan at the left, people at the right."""
    del story
    area = context.brand.body
    gap = inches(0.4)
    half = (area.width - gap) // 2
    left = Box(area.left, area.top, half, area.height)
    right = Box(area.right - half, area.top, half, area.height)
    chart = Box(left.left, left.top + inches(0.32), left.width, left.height - inches(0.35))
    elements: list[Element] = [
        heading(context, context.say("cadence.heading"), left),
        _chart(context, chart),
        *_people(context, right),
    ]
    notes = (headline.title.text, *context.definitions(Place.CADENCE))
    page = Page("cadence", headline.title, ("meetings", "accounts"), notes)
    return (slide(context, page, elements),)


def _quarters(context: InternalContext) -> tuple[Period, ...]:
    return tuple(context.period.shift(step) for step in range(1 - _QUARTERS, 1))


def _chart(context: InternalContext, place: Box) -> Chart:
    palette, planned = context.brand.palette, context.inside.planned_meetings
    held = [
        plain_number(context.get("meetings_held", quarter).value) for quarter in _quarters(context)
    ]
    code = context.formats.chart_number(0)
    series = Series(
        context.name_of("meetings_held"),
        tuple(held),
        code,
        fill=palette.context,
        in_legend=False,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
        points=(PointStyle(_QUARTERS - 1, fill=palette.accent),),
    )
    name = context.say("cadence.plan", {"n": context.formats.count(planned)})
    line = target_line(context, name, float(planned), _QUARTERS, code)
    highest = max([float(planned), 1.0, *(value or 0.0 for value in held)])
    return Chart(
        context.say("cadence.heading"),
        place,
        context.say("cadence.chart_alt"),
        tuple(context.formats.period(quarter) for quarter in _quarters(context)),
        (
            Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (series,), gap_width=80),
            *((Plot(PlotKind.LINE, Grouping.STANDARD, (line,)),) if planned else ()),
        ),
        category_axis(context),
        hidden_values(context, highest * 1.15),
        context.say("sheet"),
        legend(context) if planned else None,
    )


def _people(context: InternalContext, place: Box) -> tuple[Element, ...]:
    people = people_of(context)
    if not people:
        text = note(context, context.say("cadence.nobody"), place)
        return (text,)
    is_group = any(person.company for person in people)
    rows: list[Row] = [
        (
            Entry(person.name),
            Entry(person.job_title or context.say("absent")),
            *((Entry(person.company),) if is_group else ()),
            Entry(
                context.say("cadence.there" if person.is_active else "cadence.gone"),
                Tone.GOOD if person.is_active else Tone.BAD,
            ),
        )
        for person in people[:_MOST_PEOPLE]
    ]
    acts = _owned(context, acts_on_people(context))
    if (rest := len(people) - _MOST_PEOPLE) and rest > 0:
        more = Entry(context.words.count("fee.more", rest))
        rows.append((more, *[Entry("")] * (3 if is_group else 2)))
    plan = TablePlan(
        context.say("cadence.people"),
        context.say("cadence.people_alt"),
        (
            ColumnPlan(context.say("cadence.person"), 0.28 if is_group else 0.38),
            ColumnPlan(context.say("cadence.role"), 0.27 if is_group else 0.34),
            *((ColumnPlan(context.say("cadence.company"), 0.25),) if is_group else ()),
            ColumnPlan(context.say("columns.state"), 0.2 if is_group else 0.28),
        ),
        tuple(rows),
    )
    if not acts:
        return whole_table(context, plan, place)
    foot = inches(0.75)
    over = Box(place.left, place.top, place.width, place.height - foot)
    under = Box(place.left, over.bottom + inches(0.1), place.width, 0)
    return (*whole_table(context, plan, over), note(context, acts, under, 3))
