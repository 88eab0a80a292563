"""The recurring fee of a client without invoices: by month, and the subscriptions behind it."""

from collections.abc import Sequence

from reports.brand import inches
from reports.deck.exhibits.chart import category_axis, hidden_values, value_labels
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, note, slide, tiles
from reports.deck.exhibits.grid import Grid
from reports.deck.exhibits.meaning import above_meaning
from reports.deck.exhibits.renewal_tile import renewal_tile
from reports.deck.exhibits.table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits.tiles import Tile
from reports.deck.formats import Formats
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
    Table,
)
from reports.deck.slide_context import Delta, Headline, Phrase, SlideContext, Tone, Value
from reports.deck.text_model import Align
from reports.deck.turns import last_day_of
from transforms.billing.running_subscriptions import Subscription
from transforms.clients.judgement import FeeChange, fee_change
from transforms.core.money import exponent, to_major
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue, Place

_RULES = "titles.fee"
_MONTHS = 13
_FEWEST_MONTHS = 6
_MOST_LINES = 9


def headline(context: SlideContext) -> Headline | None:
    """The month's fee at the quarter's end against the end of the one before.

    None for a client without a paying subscription.
    """
    fee, running = context.get("mrr"), context.view.subscriptions
    if not fee.value_minor or not running:
        return None
    growth = context.growth("mrr")
    values: dict[str, Value] = {
        "amount": context.figure(fee),
        "this": context.this_period,
        "period": context.previous_period,
        "running": _running(context),
    }
    if growth is not None:
        values["size"] = context.growth_figure("mrr", growth)
        values["before"] = context.figure(context.get("mrr", context.period.previous))
    tone = Tone.MISSING if growth is None else Tone.FLAT
    rule = fee_change(growth, context.view.thresholds.materiality_ratio)
    # The summary calls what is neither good nor bad steady: of fees, only those that are.
    clause = context.phrase("clauses.fee" if rule is FeeChange.FLAT else "clauses.none", values)
    return Headline("investment", tone, context.phrase(f"{_RULES}.{rule}", values), clause)


def _running(context: SlideContext) -> Phrase:
    count = len(context.view.subscriptions)
    return context.counted("fee.running", count, {"n": context.tally(count, "subscriptions")})


def is_told_by(headline: Headline) -> bool:
    """Whether a headline is this exhibit's."""
    return headline.title.rule.startswith(f"{_RULES}.")


def compose(
    context: SlideContext, headline: Headline, foot: tuple[Element, ...]
) -> tuple[Slide, ...]:
    """Three tiles over the months at the left and the subscriptions at the right; `foot` is the
    strip under them."""
    area = above_meaning(context)
    top = area.top + TILE_HEIGHT + inches(0.3)
    rest = Box(area.left, top, area.width, area.bottom - top)
    shown = tiles(context, _tiles(context), Box(area.left, area.top, area.width, TILE_HEIGHT))
    notes = (headline.title.text, *context.definitions(Place.FEE), context.say("notes.fee"))
    page = Page("investment", headline.title, ("subscriptions", "contracts"), notes)
    return (slide(context, page, (*shown, *_exhibits(context, rest), *foot)),)


def _tiles(context: SlideContext) -> tuple[Tile, ...]:
    return _fee_tile(context), _count_tile(context), renewal_tile(context)


def _fee_tile(context: SlideContext) -> Tile:
    """What the client pays more is no good news to it, and what it pays less no bad news."""
    delta = context.delta("mrr")
    words = delta.text if delta else context.say("delta.none")
    tone = Tone.FLAT if delta else Tone.MISSING
    return Tile(context.name_of("mrr"), context.text_of(context.get("mrr")), Delta(words, tone))


def _count_tile(context: SlideContext) -> Tile:
    count = len(context.view.subscriptions)
    label = context.say("fee.subscriptions")
    return Tile(label, context.formats.count(count), _count_delta(context, count))


def _count_delta(context: SlideContext, count: int) -> Delta:
    before = context.get("mrr", context.period.previous)
    if before.value_minor is None:
        return Delta(context.say("delta.none"), Tone.MISSING)
    change = count - before.rows
    direction = "up" if change > 0 else "down" if change < 0 else "flat"
    values = {"size": context.formats.count(abs(change)), "period": context.previous_period}
    return Delta(context.say(f"delta.{direction}", values), Tone.FLAT)


def _exhibits(context: SlideContext, place: Box) -> tuple[Element, ...]:
    """Both side by side; a single month is no course to show, so the table takes the width."""
    months = monthly_fees(context)
    if sum(fee.value_minor is not None for fee in months) < 2:
        return running_table(context, place)
    grid = Grid(place)
    return (*fee_course(context, months, grid.down(1, 7)), *running_table(context, grid.down(8, 5)))


def monthly_fees(context: SlideContext) -> list[KpiValue]:
    """From the first month with a fee, or six months back, to the period's last."""
    last = context.period.months[-1]
    fees = [context.get("mrr", last.shift(step)) for step in range(1 - _MONTHS, 1)]
    first = next((place for place, fee in enumerate(fees) if fee.value_minor), _MONTHS)
    return fees[min(first, _MONTHS - _FEWEST_MONTHS) :]


def fee_course(
    context: SlideContext, months: Sequence[KpiValue], place: Box
) -> tuple[Element, ...]:
    """The fee at the end of each month as columns, with heading and note."""
    scale = context.formats.chart_money_scale(max(fee.value_minor or 0 for fee in months))
    unit = context.say(f"investment.scale_{scale}", {"currency": context.view.currency})
    head, foot = inches(0.32), inches(0.3)
    box = Box(place.left, place.top + head, place.width, place.height - head - foot)
    small = Box(place.left, box.bottom + foot // 4, place.width, 0)
    return (
        heading(context, context.say("fee.heading", {"unit": unit}), place),
        _chart(context, months, scale, box),
        note(context, context.say("fee.note"), small, 1),
    )


def _chart(context: SlideContext, months: Sequence[KpiValue], scale: int, place: Box) -> Chart:
    palette = context.brand.palette
    amounts = [_major(context, fee.value_minor) for fee in months]
    largest = max(amount or 0.0 for amount in amounts) / 1000**scale
    code = context.formats.chart_number(1 if scale and largest < 100 else 0, scale)
    fees = Series(
        context.name_of("mrr"),
        tuple(amounts),
        context.formats.chart_number(exponent(context.view.currency)),
        fill=palette.context,
        labels=value_labels(context, code, LabelPlace.OUTSIDE),
        points=(PointStyle(len(amounts) - 1, fill=palette.accent),),
    )
    return Chart(
        context.say("fee.chart"),
        place,
        context.say("fee.chart_alt"),
        tuple(_month_name(context, fee.period) for fee in months),
        (Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (fees,), gap_width=45),),
        category_axis(context),
        hidden_values(context),
        context.say("sheet"),
    )


def _major(context: SlideContext, minor: int | None) -> float | None:
    return float(to_major(minor, context.view.currency)) if minor else None


def _month_name(context: SlideContext, month: Period) -> str:
    return context.formats.month(month.start)


def running_table(context: SlideContext, place: Box) -> tuple[Table, ...]:
    """As many subscriptions as fit on this slide; the rest together on the last line."""
    count = len(context.view.subscriptions)
    for shown in range(count if count <= _MOST_LINES else _MOST_LINES - 1, 0, -1):
        pieces = tables(context, _plan(context, shown), place)
        if len(pieces) == 1:
            return pieces
    return ()


def _plan(context: SlideContext, shown: int) -> TablePlan:
    running = context.view.subscriptions
    has_seats = any(item.seats for item in running)
    has_ends = any(item.end_date for item in running)
    columns = [ColumnPlan(context.say("columns.subscription"), 0.32)]
    if has_seats:
        columns.append(ColumnPlan(context.say(f"columns.{_counted(running)}"), 0.14, Align.RIGHT))
    columns.append(ColumnPlan(context.say("columns.fee"), 0.22, Align.RIGHT))
    columns.append(ColumnPlan(context.say("columns.since"), 0.24, Align.RIGHT))
    if has_ends:
        columns.append(ColumnPlan(context.say("columns.ends"), 0.24, Align.RIGHT))
    rows = [_row(context, item, has_seats, has_ends) for item in running[:shown]]
    if rest := running[shown:]:
        more = context.words.count("fee.more", len(rest), {"n": context.formats.count(len(rest))})
        rows.append((Entry(more), *[Entry("")] * (len(columns) - 1)))
    return TablePlan(
        context.say("fee.table"), context.say("fee.table_alt"), tuple(columns), tuple(rows)
    )


def _counted(running: Sequence[Subscription]) -> str:
    """What the numbers of subscriptions are: seats; where one is sold alone, which is no seat,
    units."""
    return "units" if any(item.seats == 1 for item in running) else "seats"


def _row(context: SlideContext, item: Subscription, has_seats: bool, has_ends: bool) -> Row:
    money = Formats(context.view.locale, item.currency)
    absent = context.say("absent")
    seats = absent if item.seats is None else context.formats.count(item.seats)
    last = last_day_of(item.end_date) if item.end_date else None
    ends = context.formats.day(last) if last else context.say("fee.open_end")
    return (
        Entry(item.product or context.say("fee.unnamed")),
        *((Entry(seats),) if has_seats else ()),
        Entry(money.money(item.monthly_minor)),
        Entry(context.formats.day(item.start_date)),
        *((Entry(ends),) if has_ends else ()),
    )
