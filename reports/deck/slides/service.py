"""Service: requests, first response and critical incidents against their targets."""

from dataclasses import replace

from messages.catalogue import Shown
from messages.formats import begun
from reports.brand import inches
from reports.deck.critical_incidents import (
    critical_clause,
    critical_incidents,
    critical_title,
    oldest_open,
)
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, slide, tiles
from reports.deck.exhibits.meaning import above_meaning, has_room, meaning_of, question_of
from reports.deck.exhibits.service_charts import (
    service_charts,
    under_heading,
    volume,
)
from reports.deck.exhibits.service_meaning import (
    are_mostly_late,
    is_of_one_ticket,
    months_over,
    months_told,
    service_meaning,
)
from reports.deck.exhibits.tiles import Tile, tile_of
from reports.deck.headlines import MIXED
from reports.deck.model import Box, Element, Figure, Slide
from reports.deck.page_tables import tables_of_figures
from reports.deck.slide_context import Headline, Shortfall, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.core.periods import Period
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Place

ORDER = 60
KIND = Kind.CONTENT

_QUIET_MONTHS = 13
_MOST_IN_TIME = 0.9
_SLIGHTLY = 1.1
_QUIET = "titles.service.quiet"
_ANSWERS = {
    "service.bad": ("service",),
    "service.late_mixed": ("critical", "critical_open"),
}
"""Of an answer to incidents and one to replies, that of which the strip tells; of both, the
first."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Median first response against its target, and critical incidents out of time."""
    del story
    created, solved = context.get("tickets_created"), context.get("tickets_solved")
    if not created.number and not solved.number:
        return _quiet(context, created)
    median = context.get("first_response_median")
    late = critical_incidents(context).missed
    tone = _tone(context, median, late)
    target = context.view.thresholds.first_response_target_hours
    values: dict[str, Value] = {
        "median": context.figure(median, 1),
        "target": Figure(context.hours(target), target, table="policy"),
        "created": context.figure(created),
        "critical": critical_title(context),
        "late": context.part(context.get("first_response_on_time"), "missed"),
        "replies": context.part(context.get("first_response_on_time"), "denominator"),
        "over": months_told(context, months_over(context)),
        "months": context.tally(len(context.period.months), "tickets"),
        "reason": context.reason_within(median.reason),
    }
    rule = _rule(context, tone, median)
    title = context.counted(f"titles.service.{rule}", _number(context, rule), values)
    is_of_one = all(is_of_one_ticket(context, value) for value in months_over(context))
    if late and rule == "late_mixed" and is_slightly_late(context) and not is_of_one:
        # Months over the target weigh more than an incident that was late by a trifle.
        over = len(months_over(context))
        values |= {"over": context.tally(over, "tickets")}
        clause = context.phrase(MIXED, values)
        shortfall = Shortfall.of(over, len(context.period.months))
        return Headline("service", tone, title, clause, shortfall)
    values |= {"over": context.tally(len(months_over(context)), "tickets")}
    if late:
        return Headline("service", tone, title, critical_clause(context), _shortfall(context))
    clause = context.counted(f"clauses.service.{rule}", _number(context, rule), values)
    return Headline("service", tone, title, clause, _shortfall(context))


def _shortfall(context: SlideContext) -> Shortfall:
    """Of the critical incidents or, where more of them were late, of the replies."""
    found = _share_late(context)
    is_slight = is_slightly_late(context) and found.share <= _share_critical(context)
    return replace(found, is_slight=is_slight)


def _share_critical(context: SlideContext) -> float:
    found = critical_incidents(context)
    return Shortfall.of(found.missed, found.solved + found.overdue).share


def is_slightly_late(context: SlideContext) -> bool:
    """Whether critical incidents took hardly longer than their target, by their median."""
    took = context.get("critical_resolution_median").value
    limit = context.view.thresholds.critical_resolution_target_hours
    is_late = critical_incidents(context).missed > 0
    return is_late and took is not None and limit < took <= _SLIGHTLY * limit


def _share_late(context: SlideContext) -> Shortfall:
    shares = ("critical_resolution_on_time", "first_response_on_time")
    found = [context.get(kpi) for kpi in shares]
    parts = [(item.numerator or 0.0, item.denominator or 0.0) for item in found]
    return max(
        (Shortfall.of(whole - done, whole) for done, whole in parts), key=lambda item: item.share
    )


def _number(context: SlideContext, rule: str) -> int:
    """What a title's verb agrees with: months over the target, else late replies."""
    if rule in ("mixed", "late_mixed"):
        return len(months_over(context))
    on_time = context.get("first_response_on_time")
    return round((on_time.denominator or 0) - (on_time.numerator or 0))


def _rule(context: SlideContext, tone: Tone, median: KpiValue) -> str:
    """Critical incidents out of time are told where the first response is not to blame, and
    alone where nothing is known of it; a median within the target with months over it is mixed."""
    if tone in (Tone.GOOD, Tone.FLAT) and months_over(context):
        return "mixed"
    if tone is not Tone.BAD:
        return tone.value
    if median.value is None:
        return "late_alone"
    if not _is_in_time(context, median):
        return tone.value
    if months_over(context):
        return "late_mixed"
    return "late" if _are_replies_in_time(context) else "late_replies"


def _quiet(context: SlideContext, created: KpiValue) -> Headline | Absent:
    """No ticket in the quarter is an answer too, where the year before it has some to show."""
    if not any(context.get("tickets_created", month).number for month in _quiet_months(context)):
        return Absent(created.reason or "no_rows")
    before = context.get("tickets_created", context.period.previous)
    values: dict[str, Value] = {
        "before": context.figure(before),
        "this": context.this_period,
        "period": context.previous_period,
    }
    count = round(before.number or 0)
    title = (
        context.counted(f"{_QUIET}_after", count, values)
        if count
        else context.phrase(_QUIET, values)
    )
    return Headline("service", Tone.FLAT, title, context.phrase("clauses.service.quiet"))


def _quiet_months(context: SlideContext) -> tuple[Period, ...]:
    last = context.period.months[-1]
    return tuple(last.shift(step) for step in range(1 - _QUIET_MONTHS, 1))


def _composed_quiet(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tickets over a year, the quarter's silence at its end."""
    area = above_meaning(context)
    shown = [tile_of(context, "tickets_created"), tile_of(context, "critical_open")]
    top = area.top + TILE_HEIGHT + inches(0.25)
    rest = Box(area.left, top, area.width, area.bottom - top)
    elements: list[Element] = [
        *tiles(context, shown, Box(area.left, area.top, area.width, TILE_HEIGHT)),
        heading(context, context.say("service.volume"), rest),
        volume(context, _quiet_months(context), under_heading(rest)),
        *meaning_of(context, headline, story, "service.quiet", service_meaning(context)),
    ]
    asked = question_of(context, "service.quiet")
    notes = (headline.title.text, asked, context.definition_of("tickets_created"))
    return (slide(context, Page("service", headline.title, ("tickets",), notes), elements),)


def _is_in_time(context: SlideContext, median: KpiValue) -> bool:
    target = context.view.thresholds.first_response_target_hours
    return median.value is not None and median.value <= target


def _tone(context: SlideContext, median: KpiValue, late: int) -> Tone:
    if late:
        return Tone.BAD
    if median.value is None:
        return Tone.MISSING
    if not _is_in_time(context, median):
        return Tone.BAD
    is_steady = not months_over(context) and _are_replies_in_time(context)
    return Tone.GOOD if is_steady else Tone.FLAT


def _are_replies_in_time(context: SlideContext) -> bool:
    """Whether so few replies were late that a median in time hides nothing."""
    share = context.get("first_response_on_time").value
    return share is None or share >= _MOST_IN_TIME


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over two charts: how fast, and how much; what it means under both."""
    if headline.title.rule.startswith(_QUIET):
        return _composed_quiet(context, headline, story)
    area, rule = above_meaning(context), headline.title.rule.removeprefix("titles.")
    figures = figures_shown(context, story)
    shown = [_tile(context, kpi) for kpi in figures]
    meaning = _meaning_rule(context, rule)
    plain = service_meaning(context)
    said = _with_oldest(context, meaning, plain)
    top = area.top + TILE_HEIGHT + inches(0.2)
    charts = Box(area.left, top, area.width, area.bottom - top)
    elements: list[Element] = [
        *tiles(context, shown, Box(area.left, area.top, area.width, TILE_HEIGHT)),
        *service_charts(context, charts),
        *meaning_of(
            context,
            headline,
            story,
            meaning,
            said,
            rule,
            rules=_ANSWERS.get(rule) if said["course"] == plain["course"] else None,
        ),
    ]
    asked = question_of(context, rule, said)
    notes = (headline.title.text, asked, *context.definitions(Place.SERVICE))
    page = Page("service", headline.title, tables_of_figures(figures), notes)
    return (slide(context, page, elements),)


def _with_oldest(
    context: SlideContext, rule: str, said: dict[str, str | Shown]
) -> dict[str, str | Shown]:
    """Beside late replies since when an incident is open, where there is room."""
    longer = {**said, "course": f"{said['course']}{oldest_open(context)}"}
    is_of_replies = rule in ("service.bad", "service.bad_few")
    return longer if is_of_replies and has_room(context, rule, longer) else said


def _meaning_rule(context: SlideContext, rule: str) -> str:
    """The strip's rule; where nobody timed the replies there is no count of them."""
    is_counted = context.get("first_response_on_time").value is not None
    if rule == "service.bad" and are_mostly_late(context):
        return "service.bad_few"
    is_of_replies = rule in ("service.good", "service.flat", "service.mixed")
    return "service.untimed" if is_of_replies and not is_counted else rule


def _tile(context: SlideContext, kpi: str) -> Tile:
    """A figure's tile; of critical resolution with the target, which nothing else on the page
    tells."""
    tile = _no_better(context, tile_of(context, kpi), kpi)
    incidents = critical_incidents(context)
    if kpi == "critical_open" and incidents.standing and not incidents.overdue:
        return replace(tile, delta=replace(tile.delta, tone=Tone.FLAT))
    if kpi != "critical_resolution_median" or context.get(kpi).number is None:
        return tile
    target = context.view.thresholds.critical_resolution_target_hours
    said = context.say("service.against", {"hours": context.hours(target)})
    words = begun(" · ".join(part for part in (tile.delta.text, said) if part))
    return replace(tile, delta=replace(tile.delta, text=words))


def _no_better(context: SlideContext, tile: Tile, kpi: str) -> Tile:
    """Beside a missed target nothing is stable: it is no better."""
    period = {"period": context.previous_period}
    if tile.delta.text != context.say("delta.flat", period) or not _misses(context, kpi):
        return tile
    return replace(tile, delta=replace(tile.delta, text=context.say("delta.no_better", period)))


def _misses(context: SlideContext, kpi: str) -> bool:
    limits = context.view.thresholds
    targets = {
        "critical_resolution_median": limits.critical_resolution_target_hours,
        "first_response_median": limits.first_response_target_hours,
    }
    return kpi in targets and (context.get(kpi).value or 0.0) > targets[kpi]


def figures_shown(context: SlideContext, story: tuple[Headline, ...]) -> tuple[str, ...]:
    """The page's figures; how many rated our help, where that is too few for a page."""
    has_page = any(item.slide == "satisfaction" for item in story)
    told = shown_at(Place.SERVICE)
    return told if has_page or not context.get("csat").denominator else (*told, "csat")
