"""Where the client stands among like clients of ours, of whom none is named or shown."""

from reports.brand import inches
from reports.deck.exhibits.chart import category_axis, hidden_values, value_labels
from reports.deck.exhibits.frame import Page, heading, note, slide
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.meaning import above_meaning, meaning_of, question_of
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, whole_table
from reports.deck.model import (
    Box,
    Chart,
    Grouping,
    LabelPlace,
    Plot,
    PlotKind,
    PointStyle,
    Series,
    Slide,
)
from reports.deck.slide_context import Headline, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from transforms.kpis import shown_at, specs
from transforms.kpis.peer_position import MEASURED
from transforms.metrics.kpi import KpiValue, Missing, Place, Unit

ORDER = 95
KIND = Kind.CONTENT

_MIDDLE = 0.5
_AHEAD, _BEHIND = 0.6, 0.4
"""Positions from which on a client is ahead of its peers, or behind them."""
_HEAD = inches(0.34)
_NOTE_ROOM = inches(0.35)


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """What the client does better than most, and what worse; nothing under five others."""
    del story
    found = _positions(context)
    if not found:
        return Absent(_why(context))
    best, worst = found[0], found[-1]
    values: dict[str, Value] = {
        "best": context.figure(best),
        "strong": _subject(context, best),
        "worst": context.figure(worst),
        "weak": _subject(context, worst),
    }
    tone = Tone.GOOD if (worst.value or 0.0) >= _MIDDLE else Tone.FLAT
    rule = "one" if best is worst else tone.value
    if rule == Tone.FLAT.value and (best.value or 0.0) < _MIDDLE:
        rule = "behind"
    title = context.phrase(f"titles.peers.{rule}", values)
    return Headline("peers", tone, title, context.phrase("clauses.none"))


def _positions(context: SlideContext) -> list[KpiValue]:
    """Known ones, the best first."""
    values = [context.view.figures.find(kpi, context.period) for kpi in shown_at(Place.PEERS)]
    known = [item for item in values if item is not None and item.value is not None]
    return sorted(known, key=lambda item: -(item.value or 0.0))


def _why(context: SlideContext) -> Missing:
    values = [context.view.figures.find(kpi, context.period) for kpi in shown_at(Place.PEERS)]
    reasons = [item.reason for item in values if item is not None and item.reason]
    few = (Missing.TOO_FEW_CLIENTS, Missing.NO_SEGMENT)
    return next((reason for reason in reasons if reason in few), Missing.TOO_FEW_CLIENTS)


def _subject(context: SlideContext, position: KpiValue) -> str:
    return context.say(f"peers.{position.kpi}")


def _label(context: SlideContext, position: KpiValue) -> str:
    """The subject where nothing stands before it."""
    text = _subject(context, position)
    return text[:1].upper() + text[1:]


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Bars of how many peers the client is ahead of, beside its own values."""
    area, found = above_meaning(context), _positions(context)
    rule = headline.title.rule.removeprefix("titles.")
    room = Box(area.left, area.top, area.width, area.height - _NOTE_ROOM)
    grid = Grid(room)
    left, right = grid.down(1, 6), grid.down(7, 6)
    elements = (
        heading(context, context.say("peers.heading"), left),
        _chart(context, found, _under(left)),
        heading(context, context.say("peers.values"), right),
        *whole_table(context, _plan(context, found), _under(right)),
        note(
            context,
            context.say("peers.note"),
            Box(area.left, area.bottom - inches(0.22), area.width, 0),
            1,
        ),
        *meaning_of(context, headline, story, rule),
    )
    notes = (
        headline.title.text,
        question_of(context, rule),
        *(context.definition_of(item.kpi) for item in found),
    )
    page = Page("peers", headline.title, ("usage", "tickets", "surveys"), notes)
    return (slide(context, page, elements),)


def _under(place: Box) -> Box:
    return Box(place.left, place.top + _HEAD, place.width, place.height - _HEAD)


def _chart(context: SlideContext, found: list[KpiValue], place: Box) -> Chart:
    palette, code = context.brand.palette, context.formats.chart_percent()
    tones = [_tone(item) for item in found]
    fills = {Tone.GOOD: palette.good, Tone.BAD: palette.bad}
    series = Series(
        context.say("peers.heading"),
        tuple(item.value or 0.0 for item in found),
        code,
        fill=palette.context,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
        points=tuple(
            PointStyle(index, fill=fills[tone]) for index, tone in enumerate(tones) if tone in fills
        ),
    )
    return Chart(
        context.say("peers.heading"),
        place,
        context.say("peers.chart_alt"),
        tuple(_label(context, item) for item in found),
        (Plot(PlotKind.BAR, Grouping.CLUSTERED, (series,), gap_width=70),),
        category_axis(context, reversed_order=True),
        hidden_values(context, 1.15),
        context.say("sheet"),
    )


def _tone(position: KpiValue) -> Tone:
    share = position.value or 0.0
    return Tone.GOOD if share >= _AHEAD else Tone.BAD if share <= _BEHIND else Tone.FLAT


def _plan(context: SlideContext, found: list[KpiValue]) -> TablePlan:
    columns = (
        ColumnPlan(context.say("peers.measure"), 0.44),
        ColumnPlan(context.say("peers.own"), 0.24, Align.RIGHT),
        ColumnPlan(context.say("columns.state"), 0.32),
    )
    rows = tuple(_row(context, item) for item in found)
    return TablePlan(context.say("peers.values"), context.say("peers.table_alt"), columns, rows)


def _row(context: SlideContext, item: KpiValue) -> Row:
    own = context.get(MEASURED[item.kpi].id)
    is_change = own.kpi == "usage_change"
    digits = 1 if specs()[own.kpi].unit is Unit.HOURS else 0
    text = context.formats.signed_percent(own.value or 0.0) if is_change else ""
    tone = _tone(item)
    return (
        Entry(_label(context, item)),
        Entry(text or context.text_of(own, digits), bold=True),
        Entry(context.say(f"peers.state_{tone}"), tone),
    )
