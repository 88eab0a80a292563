"""Service: requests, first response and critical incidents against their targets."""

from reports.brand import inches
from reports.deck.desk import Desk, Headline, Phrase, Tone, Value
from reports.deck.exhibit_chart import (
    category_axis,
    hidden_values,
    legend,
    plain_number,
    target_line,
    value_labels,
)
from reports.deck.exhibits import TILE_HEIGHT, Page, callout, heading, row_of, slide, tiles
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
from reports.deck.recommendations import next_step
from reports.deck.slides.contract import Absent, Kind
from reports.deck.tiles import tile_of
from transforms.kpi import Caveat, KpiValue, Unit
from transforms.periods import Period

ORDER = 60
KIND = Kind.CONTENT

_MONTHS = 6
_QUIET_MONTHS = 13
_QUIET = "titles.service.quiet"


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """Median first response against its target, and critical incidents out of time."""
    del story
    created, solved = desk.get("tickets_created"), desk.get("tickets_solved")
    if not created.number and not solved.number:
        return _quiet(desk, created)
    median = desk.get("first_response_median")
    late = _late_critical(desk.get("critical_resolution_on_time"))
    tone = _tone(desk, median, late)
    target = desk.view.thresholds.first_response_target_hours
    values: dict[str, Value] = {
        "median": desk.figure(median, 1),
        "target": Figure(desk.text(Unit.HOURS, target, _digits(target)), target, table="policy"),
        "created": desk.figure(created),
        "critical": _critical(desk, late),
        "reason": desk.reason_within(median.reason),
    }
    rule = "late" if tone is Tone.BAD and _is_in_time(desk, median) else tone.value
    title = desk.phrase(f"titles.service.{rule}", values)
    if rule == "late":
        return Headline("service", tone, title, _critical_clause(desk))
    return Headline("service", tone, title, desk.phrase(f"clauses.service.{rule}", values))


def _quiet(desk: Desk, created: KpiValue) -> Headline | Absent:
    """No ticket in the quarter is an answer too, where the year before it has some to show."""
    if not any(desk.get("tickets_created", month).number for month in _quiet_months(desk)):
        return Absent(created.reason or "no_rows")
    before = desk.get("tickets_created", desk.period.previous)
    values: dict[str, Value] = {
        "before": desk.figure(before),
        "this": desk.this_period,
        "period": desk.previous_period,
    }
    count = round(before.number or 0)
    title = desk.counted(f"{_QUIET}_after", count, values) if count else desk.phrase(_QUIET, values)
    return Headline("service", Tone.FLAT, title, desk.phrase("clauses.service.quiet"))


def _quiet_months(desk: Desk) -> tuple[Period, ...]:
    last = desk.period.months[-1]
    return tuple(last.shift(step) for step in range(1 - _QUIET_MONTHS, 1))


def _composed_quiet(desk: Desk, headline: Headline) -> tuple[Slide, ...]:
    """Tickets over a year, the quarter's silence at its end."""
    area = desk.brand.body
    shown = [tile_of(desk, "tickets_created"), tile_of(desk, "critical_open")]
    top = area.top + TILE_HEIGHT + inches(0.25)
    rest = Box(area.left, top, area.width, area.bottom - top)
    elements: list[Element] = [
        *tiles(desk, shown, Box(area.left, area.top, area.width, TILE_HEIGHT)),
        heading(desk, desk.say("service.volume"), rest),
        _volume(desk, _quiet_months(desk), _under(rest)),
    ]
    notes = (headline.title.text, desk.definition_of("tickets_created"))
    return (slide(desk, Page("service", headline.title, ("tickets",), notes), elements),)


def _critical_clause(desk: Desk) -> Phrase:
    on_time = desk.get("critical_resolution_on_time")
    values = {"late": desk.part(on_time, "missed"), "all": desk.part(on_time, "denominator")}
    return desk.counted("clauses.critical_late", round(on_time.denominator or 0), values)


def _digits(hours: float) -> int:
    return 0 if hours == int(hours) else 1


def _late_critical(on_time: KpiValue) -> int:
    return round((on_time.denominator or 0) - (on_time.numerator or 0))


def _is_in_time(desk: Desk, median: KpiValue) -> bool:
    target = desk.view.thresholds.first_response_target_hours
    return median.value is not None and median.value <= target


def _tone(desk: Desk, median: KpiValue, late: int) -> Tone:
    if late:
        return Tone.BAD
    if median.value is None:
        return Tone.MISSING
    if not _is_in_time(desk, median):
        return Tone.BAD
    share = desk.get("first_response_on_time").value
    return Tone.GOOD if share is None or share >= 0.9 else Tone.FLAT


def _critical(desk: Desk, late: int) -> Value:
    """What is to be said of critical incidents; nothing where none was solved."""
    on_time = desk.get("critical_resolution_on_time")
    if on_time.value is None:
        return ""
    if not late:
        return desk.phrase("titles.service.critical_in_time")
    values = {"late": desk.part(on_time, "missed"), "all": desk.part(on_time, "denominator")}
    total = round(on_time.denominator or 0)
    return desk.counted("titles.service.critical_late", total, values)


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """Tiles over two charts: how fast, and how much."""
    del story
    if headline.title.rule.startswith(_QUIET):
        return _composed_quiet(desk, headline)
    area = desk.brand.body
    shown = [
        tile_of(desk, "tickets_created"),
        tile_of(desk, "first_response_median"),
        tile_of(desk, "critical_resolution_median"),
        tile_of(desk, "critical_open"),
    ]
    step = next_step(desk, headline)
    top = area.top + TILE_HEIGHT + inches(0.25)
    bottom = area.bottom - (inches(0.8) if step else 0)
    charts = Box(area.left, top, area.width, bottom - top)
    elements: list[Element] = [
        *tiles(desk, shown, Box(area.left, area.top, area.width, TILE_HEIGHT)),
        *_charts(desk, charts),
    ]
    if step:
        elements.extend(callout(desk, step, area.bottom - inches(0.62), headline.tone))
    notes = tuple(
        desk.definition_of(kpi) for kpi in ("first_response_median", "critical_resolution_median")
    )
    page = Page("service", headline.title, ("tickets",), (headline.title.text, *notes))
    return (slide(desk, page, elements),)


def _charts(desk: Desk, area: Box) -> list[Element]:
    months = _months(desk)
    replies = [desk.get("first_response_median", month) for month in months]
    left, right = row_of(area, 2, inches(0.5))
    elements: list[Element] = []
    if any(value.number is not None for value in replies):
        elements += [
            heading(desk, desk.say(f"service.{_hours(desk)}"), left),
            _response(desk, replies, _under(left)),
        ]
    else:
        right = area
    return [
        *elements,
        heading(desk, desk.say("service.volume"), right),
        _volume(desk, months, _under(right)),
    ]


def _hours(desk: Desk) -> str:
    """Business hours, or durations as the export gives them."""
    shown = (desk.get("first_response_median"), desk.get("critical_resolution_median"))
    is_exported = any(value.note == Caveat.AS_EXPORTED for value in shown)
    return "response_exported" if is_exported else "response"


def _under(place: Box) -> Box:
    shift = inches(0.32)
    return Box(place.left, place.top + shift, place.width, place.height - shift)


def _months(desk: Desk) -> tuple[Period, ...]:
    """Up to six months to the period's end, from the first that has tickets."""
    last = desk.period.months[-1]
    months = [last.shift(step) for step in range(1 - _MONTHS, 1)]
    first = next(
        (place for place, month in enumerate(months) if desk.get("tickets_created", month).number),
        0,
    )
    return tuple(months[min(first, _MONTHS - len(desk.period.months)) :])


def _response(desk: Desk, replies: list[KpiValue], place: Box) -> Chart:
    palette = desk.brand.palette
    target = desk.view.thresholds.first_response_target_hours
    code = desk.formats.chart_number(1)
    values = [plain_number(value.number) for value in replies]
    columns = Series(
        desk.name_of("first_response_median"),
        tuple(values),
        code,
        fill=palette.context,
        in_legend=False,
        labels=value_labels(desk, code, LabelPlace.OUTSIDE),
        points=tuple(
            PointStyle(index, fill=palette.accent)
            for index, value in enumerate(replies)
            if value.period.start >= desk.period.start
        ),
    )
    name = desk.say("service.target", {"hours": desk.text(Unit.HOURS, target, _digits(target))})
    line = target_line(desk, name, target, len(replies), desk.formats.chart_number(_digits(target)))
    highest = max([target, *(value for value in values if value is not None)])
    return Chart(
        desk.say("service.response"),
        place,
        desk.say("service.response_alt"),
        tuple(desk.formats.month(value.period.start) for value in replies),
        (
            Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (columns,), gap_width=70),
            Plot(PlotKind.LINE, Grouping.STANDARD, (line,)),
        ),
        category_axis(desk),
        hidden_values(desk, highest * 1.15),
        desk.say("sheet"),
        legend(desk),
    )


def _volume(desk: Desk, months: tuple[Period, ...], place: Box) -> Chart:
    palette = desk.brand.palette
    code = desk.formats.chart_number(0)
    looks = (("tickets_created", palette.context), ("tickets_solved", palette.accent))
    series = tuple(
        Series(
            desk.name_of(kpi),
            tuple(plain_number(desk.get(kpi, month).number) for month in months),
            code,
            fill=colour,
            labels=value_labels(desk, code, LabelPlace.OUTSIDE),
        )
        for kpi, colour in looks
    )
    return Chart(
        desk.say("service.volume"),
        place,
        desk.say("service.volume_alt"),
        tuple(desk.formats.month(month.start) for month in months),
        (Plot(PlotKind.COLUMN, Grouping.CLUSTERED, series, gap_width=60, overlap=-5),),
        category_axis(desk),
        hidden_values(desk),
        desk.say("sheet"),
        legend(desk),
    )
