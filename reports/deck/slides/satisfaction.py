"""Satisfaction: who would recommend us, whether help was good, and what answers were about."""

from reports.brand import inches
from reports.deck.desk import Desk, Headline, Tone, Value
from reports.deck.exhibit_chart import category_axis, hidden_values, legend, value_labels
from reports.deck.exhibit_table import ColumnPlan, Entry, TablePlan, whole_table
from reports.deck.exhibits import TILE_HEIGHT, Page, callout, heading, note, slide, tile
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
    Series,
    Slide,
)
from reports.deck.recommendations import next_step
from reports.deck.slides.contract import Absent, Kind
from reports.deck.tiles import claimed_nps_change, tile_of
from transforms.kpi import KpiValue, Missing
from transforms.periods import Period

ORDER = 70
KIND = Kind.CONTENT

_QUARTERS = 4
_THEMES = 6


def headline(desk: Desk, story: tuple[Headline, ...]) -> Headline | Absent:
    """NPS with its sample and whether a change can be claimed; else CSAT; else the count."""
    del story
    nps, answers, csat = desk.get("nps"), desk.get("nps_answers"), desk.get("csat")
    if nps.number is not None:
        return _nps_headline(desk, nps, answers)
    if csat.number is not None:
        return _csat_headline(desk, csat)
    if not answers.number:
        return Absent(nps.reason or "no_answers")
    values = {
        "promoters": desk.figure(desk.get("nps_promoters")),
        "n": desk.figure(answers),
    }
    return Headline(
        "satisfaction",
        Tone.MISSING,
        desk.counted("titles.satisfaction.missing", int(answers.number), values),
        desk.phrase("clauses.none"),
    )


def _nps_headline(desk: Desk, nps: KpiValue, answers: KpiValue) -> Headline:
    change = claimed_nps_change(desk)
    tone = _nps_tone(nps, change)
    before = desk.get("nps", desk.period.previous)
    values: dict[str, Value] = {
        "nps": desk.figure(nps),
        "n": desk.figure(answers),
        "period": desk.previous_period,
        "trend": _trend(desk, nps, before, change),
    }
    rule = "negative" if (nps.value or 0.0) < 0 else tone.value
    return Headline(
        "satisfaction",
        tone,
        desk.phrase(f"titles.satisfaction.{rule}", values),
        desk.phrase("clauses.satisfaction", values),
    )


def _nps_tone(nps: KpiValue, change: float | None) -> Tone:
    if (nps.value or 0.0) < 0 or (change is not None and change < 0):
        return Tone.BAD
    return Tone.GOOD if change is not None and change > 0 else Tone.FLAT


def _trend(desk: Desk, nps: KpiValue, before: KpiValue, change: float | None) -> Value:
    if before.value is None or nps.value is None:
        return ""
    period = desk.previous_period
    if change is None:
        return desk.phrase("titles.satisfaction.inconclusive", {"period": period})
    size = Figure(
        desk.formats.decimal(abs(change), 0),
        abs(change),
        "nps",
        str(desk.period),
        part="change",
        base=str(desk.period.previous),
    )
    rule = "rise" if change > 0 else "fall"
    return desk.phrase(f"titles.satisfaction.{rule}", {"size": size, "period": period})


def _csat_headline(desk: Desk, csat: KpiValue) -> Headline | Absent:
    if (csat.denominator or 0) < desk.view.thresholds.minimum_nps_answers:
        if not desk.view.themes:
            return Absent(Missing.TOO_FEW_ANSWERS)  # two tiles over an empty page
        values = {
            "positive": desk.part(csat, "numerator"),
            "n": desk.part(csat, "denominator"),
        }
        title = desk.counted("titles.satisfaction.csat_few", round(csat.denominator or 0), values)
        return Headline("satisfaction", Tone.MISSING, title, desk.phrase("clauses.none"))
    before = desk.get("csat", desk.period.previous)
    change = None if before.value is None or csat.value is None else csat.value - before.value
    moved = change is not None and desk.is_material(csat.unit, change, before.value or 0.0)
    tone = Tone.FLAT if change is None or not moved else Tone.GOOD if change > 0 else Tone.BAD
    known = "csat" if before.value is not None else "csat_alone"
    values = {
        "csat": desk.figure(csat),
        "n": desk.part(csat, "denominator"),
        "before": desk.figure(before),
        "period": desk.previous_period,
    }
    rule = f"titles.satisfaction.{known}" + (f".{tone}" if known == "csat" else "")
    return Headline(
        "satisfaction", tone, desk.phrase(rule, values), desk.phrase("clauses.csat", values)
    )


def compose(desk: Desk, headline: Headline, story: tuple[Headline, ...]) -> tuple[Slide, ...]:
    """The bars at the left, tiles at the right, themes under the tiles."""
    del story
    area = desk.brand.body
    side = inches(4.9)
    left = Box(area.left, area.top, area.width - side - inches(0.4), area.height)
    right = Box(area.right - side, area.top, side, area.height)
    step = next_step(desk, headline)
    bottom = area.bottom - (inches(0.8) if step else 0)
    quarters = _quarters(desk)
    page = Page("satisfaction", headline.title, ("surveys",), _notes(desk, headline))
    if not quarters:
        right = area
    elements: list[Element] = [*_bars(desk, quarters, left, bottom), *_right(desk, right, bottom)]
    if step:
        elements.extend(callout(desk, step, area.bottom - inches(0.62), headline.tone))
    return (slide(desk, page, elements),)


def _notes(desk: Desk, headline: Headline) -> tuple[str, ...]:
    error = desk.get("nps_error")
    margin = (
        ()
        if error.number is None
        else (desk.say("notes.nps_error", {"error": desk.formats.decimal(float(error.number), 0)}),)
    )
    return (headline.title.text, desk.definition_of("nps"), desk.definition_of("csat"), *margin)


def _quarters(desk: Desk) -> list[Period]:
    """Quarters with answers, oldest first."""
    candidates = [desk.period.shift(step) for step in range(1 - _QUARTERS, 1)]
    return [period for period in candidates if desk.get("nps_answers", period).number]


def _bars(desk: Desk, quarters: list[Period], left: Box, bottom: int) -> tuple[Element, ...]:
    if not quarters:
        return ()
    room = bottom - left.top - inches(0.65)
    height = min(room, inches(0.95) * len(quarters) + inches(0.7))
    place = Box(left.left, left.top + inches(0.32), left.width, height)
    small = Box(left.left, place.bottom + inches(0.05), left.width, 0)
    return (
        heading(desk, desk.say("satisfaction.heading"), left),
        _stack(desk, quarters, place),
        note(desk, desk.say("satisfaction.note"), small),
    )


def _stack(desk: Desk, quarters: list[Period], place: Box) -> Chart:
    palette = desk.brand.palette
    code = desk.formats.chart_number(0)
    counts = [_counts(desk, period) for period in quarters]
    looks = (
        ("promoters", palette.accent, palette.paper),
        ("passives", palette.context, palette.ink),
        ("detractors", palette.bad, palette.paper),
    )
    series = tuple(
        Series(
            desk.say(f"satisfaction.{name}"),
            tuple(count[index] or None for count in counts),
            code,
            fill=fill,
            labels=value_labels(desk, code, LabelPlace.CENTRE, ink),
        )
        for index, (name, fill, ink) in enumerate(looks)
    )
    names = tuple(
        f"{desk.formats.period(period)} (n = {desk.formats.count(sum(count))})"
        for period, count in zip(quarters, counts, strict=True)
    )
    return Chart(
        desk.say("satisfaction.heading"),
        place,
        desk.say("satisfaction.chart_alt"),
        names,
        (Plot(PlotKind.BAR, Grouping.PERCENT, series, gap_width=45, overlap=100),),
        category_axis(desk, reversed_order=True),
        hidden_values(desk, 1.0),
        desk.say("sheet"),
        legend(desk),
    )


def _counts(desk: Desk, period: Period) -> tuple[float, float, float]:
    """Promoters, passives and detractors."""
    promoters = float(desk.get("nps_promoters", period).number or 0)
    detractors = float(desk.get("nps_detractors", period).number or 0)
    everybody = float(desk.get("nps_answers", period).number or 0)
    return promoters, everybody - promoters - detractors, detractors


def _theme(desk: Desk, name: str) -> str:
    """A common theme in the deck's language; any other as it was recorded."""
    key = f"themes.{name.lower()}"
    return desk.say(key) if desk.words.has(key) else name


def _right(desk: Desk, right: Box, bottom: int) -> list[Element]:
    width = (right.width - inches(0.2)) // 2
    first = Box(right.left, right.top, width, TILE_HEIGHT)
    second = Box(right.right - width, right.top, width, TILE_HEIGHT)
    elements: list[Element] = [
        tile(desk, tile_of(desk, "nps"), first),
        tile(desk, tile_of(desk, "csat"), second),
    ]
    if not desk.view.themes:
        return elements
    top = first.bottom + inches(0.2)
    place = Box(right.left, top, right.width, bottom - top)
    plan = TablePlan(
        desk.say("satisfaction.themes"),
        desk.say("satisfaction.themes_alt"),
        (
            ColumnPlan(desk.say("columns.theme"), 0.5),
            ColumnPlan(desk.say("columns.answers"), 0.25, Align.RIGHT),
            ColumnPlan(desk.say("columns.positive"), 0.25, Align.RIGHT),
        ),
        tuple(
            (
                Entry(_theme(desk, theme.name)),
                Entry(desk.formats.count(theme.answers)),
                Entry(desk.formats.count(theme.positive)),
            )
            for theme in desk.view.themes[:_THEMES]
        ),
    )
    return [*elements, *whole_table(desk, plan, place)]
