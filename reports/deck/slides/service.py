"""Service: requests, first response and critical incidents against their targets."""

from dataclasses import replace

from reports.brand import inches
from reports.deck.exhibits.chart import (
    category_axis,
    hidden_values,
    legend,
    plain_number,
    target_line,
    value_labels,
)
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, row_of, slide, tiles
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.exhibits.service_meaning import months_over, service_meaning
from reports.deck.exhibits.tiles import Tile, tile_of
from reports.deck.model import (
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
from reports.deck.slide_context import Headline, Phrase, Shortfall, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.core.periods import Period
from transforms.kpis import shown_at
from transforms.metrics.kpi import Caveat, KpiValue, Place, Unit

ORDER = 60
KIND = Kind.CONTENT

_MONTHS = 6
_QUIET_MONTHS = 13
_SCALE = 1.15
"""The scale over the highest column, so that its label fits."""
_LABEL = 0.15
"""The share of the scale that a column's label takes."""
_MOST_IN_TIME = 0.9
_QUIET = "titles.service.quiet"


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """Median first response against its target, and critical incidents out of time."""
    del story
    created, solved = context.get("tickets_created"), context.get("tickets_solved")
    if not created.number and not solved.number:
        return _quiet(context, created)
    median = context.get("first_response_median")
    late = _late_critical(context.get("critical_resolution_on_time"))
    tone = _tone(context, median, late)
    target = context.view.thresholds.first_response_target_hours
    values: dict[str, Value] = {
        "median": context.figure(median, 1),
        "target": Figure(_hours_text(context, target), target, table="policy"),
        "created": context.figure(created),
        "critical": _critical(context, late),
        "late": context.part(context.get("first_response_on_time"), "missed"),
        "replies": context.part(context.get("first_response_on_time"), "denominator"),
        "over": context.tally(len(months_over(context)), "tickets"),
        "months": context.tally(len(context.period.months), "tickets"),
        "reason": context.reason_within(median.reason),
    }
    rule = _rule(context, tone, median)
    title = context.counted(f"titles.service.{rule}", _number(context, rule), values)
    if late:
        return Headline("service", tone, title, _critical_clause(context), _shortfall(context))
    clause = context.counted(f"clauses.service.{rule}", _number(context, rule), values)
    return Headline("service", tone, title, clause, _shortfall(context))


def _shortfall(context: SlideContext) -> Shortfall:
    """Of the critical incidents or, where more of them were late, of the replies."""
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
        _volume(context, _quiet_months(context), _under(rest)),
        *meaning_of(context, headline, story, "service.quiet", service_meaning(context)),
    ]
    asked = question_of(context, "service.quiet")
    notes = (headline.title.text, asked, context.definition_of("tickets_created"))
    return (slide(context, Page("service", headline.title, ("tickets",), notes), elements),)


def _critical_clause(context: SlideContext) -> Phrase:
    on_time = context.get("critical_resolution_on_time")
    values = {"late": context.part(on_time, "missed"), "all": context.part(on_time, "denominator")}
    counted = _late_critical(on_time) if on_time.numerator else round(on_time.denominator or 0)
    return context.counted(f"clauses.critical_{_how_many_late(on_time)}", counted, values)


def _how_many_late(on_time: KpiValue) -> str:
    """Wording of some that were late, or of all of them."""
    return "late" if on_time.numerator else "all_late"


def _digits(hours: float) -> int:
    return 0 if hours == int(hours) else 1


def _late_critical(on_time: KpiValue) -> int:
    return round((on_time.denominator or 0) - (on_time.numerator or 0))


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


def _critical(context: SlideContext, late: int) -> Value:
    """What is to be said of critical incidents; nothing where none was solved."""
    on_time = context.get("critical_resolution_on_time")
    if on_time.value is None:
        return ""
    total, standing = round(on_time.denominator or 0), context.get("critical_open")
    left = {"open": context.figure(standing)}
    if not late and standing.number:
        return context.counted("titles.service.critical_standing", round(standing.number), left)
    if not late:
        return context.counted("titles.service.critical_in_time", total)
    values: dict[str, Value] = {
        "late": context.part(on_time, "missed"),
        "all": context.part(on_time, "denominator"),
        "open": context.phrase("titles.service.critical_open", left) if standing.number else "",
    }
    rule = f"titles.service.critical_{_how_many_late(on_time)}"
    return context.counted(rule, total, values)


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Tiles over two charts: how fast, and how much; what it means under both."""
    if headline.title.rule.startswith(_QUIET):
        return _composed_quiet(context, headline, story)
    area, rule = above_meaning(context), headline.title.rule.removeprefix("titles.")
    shown = [_tile(context, kpi) for kpi in _shown(context, story)]
    said = service_meaning(context)
    top = area.top + TILE_HEIGHT + inches(0.2)
    charts = Box(area.left, top, area.width, area.bottom - top)
    elements: list[Element] = [
        *tiles(context, shown, Box(area.left, area.top, area.width, TILE_HEIGHT)),
        *_charts(context, charts),
        *meaning_of(context, headline, story, _meaning_rule(context, rule), said, rule),
    ]
    asked = question_of(context, rule, said)
    notes = (headline.title.text, asked, *context.definitions(Place.SERVICE))
    page = Page("service", headline.title, ("tickets", "surveys"), notes)
    return (slide(context, page, elements),)


def _meaning_rule(context: SlideContext, rule: str) -> str:
    """The strip's rule; where nobody timed the replies there is no count of them."""
    is_counted = context.get("first_response_on_time").value is not None
    is_of_replies = rule in ("service.good", "service.flat", "service.mixed")
    return "service.untimed" if is_of_replies and not is_counted else rule


def _tile(context: SlideContext, kpi: str) -> Tile:
    """A figure's tile; of critical resolution with the target, which nothing else on the page
    tells."""
    tile = tile_of(context, kpi)
    if kpi != "critical_resolution_median" or context.get(kpi).number is None:
        return tile
    target = context.view.thresholds.critical_resolution_target_hours
    said = context.say("service.against", {"hours": _hours_text(context, target)})
    words = " · ".join(part for part in (tile.delta.text, said) if part)
    return replace(tile, delta=replace(tile.delta, text=words))


def _hours_text(context: SlideContext, hours: float) -> str:
    return context.text(Unit.HOURS, hours, _digits(hours))


def _shown(context: SlideContext, story: tuple[Headline, ...]) -> tuple[str, ...]:
    """The page's figures; how many rated our help, where that is too few for a page."""
    has_page = any(item.slide == "satisfaction" for item in story)
    told = shown_at(Place.SERVICE)
    return told if has_page or not context.get("csat").denominator else (*told, "csat")


def _charts(context: SlideContext, area: Box) -> list[Element]:
    months = _months(context)
    replies = [context.get("first_response_median", month) for month in months]
    left, right = row_of(area, 2, inches(0.5))
    elements: list[Element] = []
    if any(value.number is not None for value in replies):
        elements += [
            heading(context, context.say(f"service.{_hours(context)}"), left),
            _response(context, replies, _under(left)),
        ]
    else:
        right = area
    return [
        *elements,
        heading(context, context.say("service.volume"), right),
        _volume(context, months, _under(right)),
    ]


def _hours(context: SlideContext) -> str:
    """Business hours, or durations as the export gives them."""
    shown = (context.get("first_response_median"), context.get("critical_resolution_median"))
    is_exported = any(value.note == Caveat.AS_EXPORTED for value in shown)
    return "response_exported" if is_exported else "response"


def _under(place: Box) -> Box:
    shift = inches(0.32)
    return Box(place.left, place.top + shift, place.width, place.height - shift)


def _months(context: SlideContext) -> tuple[Period, ...]:
    """Up to six months to the period's end, from the first that has tickets."""
    last = context.period.months[-1]
    months = [last.shift(step) for step in range(1 - _MONTHS, 1)]
    first = next(
        (
            place
            for place, month in enumerate(months)
            if context.get("tickets_created", month).number
        ),
        0,
    )
    return tuple(months[min(first, _MONTHS - len(context.period.months)) :])


def _response(context: SlideContext, replies: list[KpiValue], place: Box) -> Chart:
    palette = context.brand.palette
    target = context.view.thresholds.first_response_target_hours
    code = context.formats.chart_number(1)
    values = [plain_number(value.number) for value in replies]
    highest = _SCALE * max([target, *(value for value in values if value is not None)])
    columns = Series(
        context.name_of("first_response_median"),
        tuple(values),
        code,
        fill=palette.context,
        in_legend=False,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
        points=tuple(
            _point(context, index, value, target, highest) for index, value in enumerate(replies)
        ),
    )
    name = context.say("service.target", {"hours": _hours_text(context, target)})
    line = target_line(
        context, name, target, len(replies), context.formats.chart_number(_digits(target))
    )
    return Chart(
        context.say("service.response"),
        place,
        context.say("service.response_alt"),
        tuple(context.formats.month(value.period.start) for value in replies),
        (
            Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (columns,), gap_width=70),
            Plot(PlotKind.LINE, Grouping.STANDARD, (line,)),
        ),
        category_axis(context),
        hidden_values(context, highest),
        context.say("sheet"),
        legend(context),
    )


def _point(
    context: SlideContext, index: int, value: KpiValue, target: float, highest: float
) -> PointStyle:
    """A month's column: this quarter's in colour; its label inside where the target's line would
    strike it out over the column."""
    palette = context.brand.palette
    is_now = value.period.start >= context.period.start
    fill, ink = (palette.accent, palette.paper) if is_now else (palette.context, palette.ink)
    number = float(value.number or 0.0)
    if not _LABEL * highest < number <= target <= number + _LABEL * highest:
        return PointStyle(index, fill=fill)
    code = context.formats.chart_number(1)
    return PointStyle(index, fill=fill, labels=value_labels(context, code, LabelPlace.INSIDE, ink))


def _volume(context: SlideContext, months: tuple[Period, ...], place: Box) -> Chart:
    palette = context.brand.palette
    code = context.formats.chart_number(0)
    looks = (("tickets_created", palette.context), ("tickets_solved", palette.accent))
    series = tuple(
        Series(
            context.name_of(kpi),
            tuple(plain_number(context.get(kpi, month).number) for month in months),
            code,
            fill=colour,
            labels=value_labels(context, code, LabelPlace.OUTSIDE),
        )
        for kpi, colour in looks
    )
    return Chart(
        context.say("service.volume"),
        place,
        context.say("service.volume_alt"),
        tuple(context.formats.month(month.start) for month in months),
        (Plot(PlotKind.COLUMN, Grouping.CLUSTERED, series, gap_width=60, overlap=-5),),
        category_axis(context),
        hidden_values(context),
        context.say("sheet"),
        legend(context),
    )
