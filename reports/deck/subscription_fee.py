"""The recurring fee of a client without invoices: by month, and the subscriptions behind it."""

from collections.abc import Sequence

from reports.brand import inches
from reports.deck.client_view import Subscription
from reports.deck.desk import Delta, Desk, Headline, Phrase, Tone, Value
from reports.deck.exhibit_chart import category_axis, hidden_values, value_labels
from reports.deck.exhibit_table import ColumnPlan, Entry, Row, TablePlan, tables
from reports.deck.exhibits import TILE_HEIGHT, Page, heading, note, slide, tiles
from reports.deck.formats import Formats
from reports.deck.model import (
    Align,
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
from reports.deck.renewal_tile import renewal_tile
from reports.deck.tiles import Tile
from transforms.kpi import KpiValue
from transforms.money import exponent, to_major
from transforms.periods import Period

_RULES = "titles.fee"
_MONTHS = 13
_FEWEST_MONTHS = 6
_MOST_LINES = 9
_LEAP = 1.0


def headline(desk: Desk) -> Headline | None:
    """The month's fee at the quarter's end against the end of the one before.

    None for a client without a paying subscription.
    """
    fee, running = desk.get("mrr"), desk.view.subscriptions
    if not fee.value_minor or not running:
        return None
    growth = desk.growth("mrr")
    values: dict[str, Value] = {
        "amount": desk.figure(fee),
        "this": desk.this_period,
        "period": desk.previous_period,
        "running": _running(desk),
    }
    if growth is not None:
        values["size"] = desk.growth_figure("mrr", growth)
        values["before"] = desk.figure(desk.get("mrr", desk.period.previous))
    tone = Tone.MISSING if growth is None else Tone.FLAT
    rule = _rule(desk, growth)
    # The summary calls what is neither good nor bad steady: of fees, only those that are.
    clause = desk.phrase("clauses.fee" if rule == "flat" else "clauses.none", values)
    return Headline("investment", tone, desk.phrase(f"{_RULES}.{rule}", values), clause)


def _running(desk: Desk) -> Phrase:
    count = len(desk.view.subscriptions)
    return desk.counted("fee.running", count, {"n": desk.tally(count, "subscriptions")})


def _rule(desk: Desk, growth: float | None) -> str:
    """More than double is told by both amounts: a percentage of little says little."""
    if growth is None:
        return "missing"
    if growth > _LEAP:
        return "leap"
    if abs(growth) < desk.view.thresholds.materiality_ratio:
        return "flat"
    return "up" if growth > 0 else "down"


def is_told_by(headline: Headline) -> bool:
    """Whether a headline is this exhibit's."""
    return headline.title.rule.startswith(f"{_RULES}.")


def compose(desk: Desk, headline: Headline) -> tuple[Slide, ...]:
    """Three tiles over the months at the left and the subscriptions at the right."""
    area = desk.brand.body
    top = area.top + TILE_HEIGHT + inches(0.3)
    rest = Box(area.left, top, area.width, area.bottom - top)
    shown = tiles(desk, _tiles(desk), Box(area.left, area.top, area.width, TILE_HEIGHT))
    notes = (headline.title.text, desk.definition_of("mrr"), desk.say("notes.fee"))
    page = Page("investment", headline.title, ("subscriptions", "contracts"), notes)
    return (slide(desk, page, (*shown, *_exhibits(desk, rest))),)


def _tiles(desk: Desk) -> tuple[Tile, ...]:
    return _fee_tile(desk), _count_tile(desk), renewal_tile(desk)


def _fee_tile(desk: Desk) -> Tile:
    """What the client pays more is no good news to it, and what it pays less no bad news."""
    delta = desk.delta("mrr")
    words = delta.text if delta else desk.say("delta.none")
    tone = Tone.FLAT if delta else Tone.MISSING
    return Tile(desk.name_of("mrr"), desk.text_of(desk.get("mrr")), Delta(words, tone))


def _count_tile(desk: Desk) -> Tile:
    count = len(desk.view.subscriptions)
    label = desk.say("fee.subscriptions")
    return Tile(label, desk.formats.count(count), _count_delta(desk, count))


def _count_delta(desk: Desk, count: int) -> Delta:
    before = desk.get("mrr", desk.period.previous)
    if before.value_minor is None:
        return Delta(desk.say("delta.none"), Tone.MISSING)
    change = count - before.rows
    direction = "up" if change > 0 else "down" if change < 0 else "flat"
    values = {"size": desk.formats.count(abs(change)), "period": desk.previous_period}
    return Delta(desk.say(f"delta.{direction}", values), Tone.FLAT)


def _exhibits(desk: Desk, place: Box) -> tuple[Element, ...]:
    """Both side by side; a single month is no course to show, so the table takes the width."""
    months = monthly_fees(desk)
    if sum(fee.value_minor is not None for fee in months) < 2:
        return running_table(desk, place)
    width = (place.width - inches(0.4)) // 2
    left = Box(place.left, place.top, width, place.height)
    right = Box(place.right - width, place.top, width, place.height)
    return (*fee_course(desk, months, left), *running_table(desk, right))


def monthly_fees(desk: Desk) -> list[KpiValue]:
    """From the first month with a fee, or six months back, to the period's last."""
    last = desk.period.months[-1]
    fees = [desk.get("mrr", last.shift(step)) for step in range(1 - _MONTHS, 1)]
    first = next((place for place, fee in enumerate(fees) if fee.value_minor), _MONTHS)
    return fees[min(first, _MONTHS - _FEWEST_MONTHS) :]


def fee_course(desk: Desk, months: Sequence[KpiValue], place: Box) -> tuple[Element, ...]:
    """The fee at the end of each month as columns, with heading and note."""
    scale = desk.formats.chart_money_scale(max(fee.value_minor or 0 for fee in months))
    unit = desk.say(f"investment.scale_{scale}", {"currency": desk.view.currency})
    head, foot = inches(0.32), inches(0.3)
    box = Box(place.left, place.top + head, place.width, place.height - head - foot)
    small = Box(place.left, box.bottom + foot // 4, place.width, 0)
    return (
        heading(desk, desk.say("fee.heading", {"unit": unit}), place),
        _chart(desk, months, scale, box),
        note(desk, desk.say("fee.note"), small, 1),
    )


def _chart(desk: Desk, months: Sequence[KpiValue], scale: int, place: Box) -> Chart:
    palette = desk.brand.palette
    amounts = [_major(desk, fee.value_minor) for fee in months]
    largest = max(amount or 0.0 for amount in amounts) / 1000**scale
    code = desk.formats.chart_number(1 if scale and largest < 100 else 0, scale)
    fees = Series(
        desk.name_of("mrr"),
        tuple(amounts),
        desk.formats.chart_number(exponent(desk.view.currency)),
        fill=palette.context,
        labels=value_labels(desk, code, LabelPlace.OUTSIDE),
        points=(PointStyle(len(amounts) - 1, fill=palette.accent),),
    )
    return Chart(
        desk.say("fee.chart"),
        place,
        desk.say("fee.chart_alt"),
        tuple(_month_name(desk, fee.period) for fee in months),
        (Plot(PlotKind.COLUMN, Grouping.CLUSTERED, (fees,), gap_width=45),),
        category_axis(desk, 1000),
        hidden_values(desk),
        desk.say("sheet"),
    )


def _major(desk: Desk, minor: int | None) -> float | None:
    return float(to_major(minor, desk.view.currency)) if minor else None


def _month_name(desk: Desk, month: Period) -> str:
    return desk.formats.month(month.start)


def running_table(desk: Desk, place: Box) -> tuple[Table, ...]:
    """As many subscriptions as fit on this slide; the rest together on the last line."""
    count = len(desk.view.subscriptions)
    for shown in range(count if count <= _MOST_LINES else _MOST_LINES - 1, 0, -1):
        pieces = tables(desk, _plan(desk, shown), place)
        if len(pieces) == 1:
            return pieces
    return ()


def _plan(desk: Desk, shown: int) -> TablePlan:
    running = desk.view.subscriptions
    has_seats = any(item.seats for item in running)
    has_ends = any(item.end_date for item in running)
    columns = [ColumnPlan(desk.say("columns.subscription"), 0.32)]
    if has_seats:
        columns.append(ColumnPlan(desk.say("columns.seats"), 0.14, Align.RIGHT))
    columns.append(ColumnPlan(desk.say("columns.fee"), 0.22, Align.RIGHT))
    columns.append(ColumnPlan(desk.say("columns.since"), 0.24, Align.RIGHT))
    if has_ends:
        columns.append(ColumnPlan(desk.say("columns.ends"), 0.24, Align.RIGHT))
    rows = [_row(desk, item, has_seats, has_ends) for item in running[:shown]]
    if rest := running[shown:]:
        more = desk.words.count("fee.more", len(rest), {"n": desk.formats.count(len(rest))})
        rows.append((Entry(more), *[Entry("")] * (len(columns) - 1)))
    return TablePlan(desk.say("fee.table"), desk.say("fee.table_alt"), tuple(columns), tuple(rows))


def _row(desk: Desk, item: Subscription, has_seats: bool, has_ends: bool) -> Row:
    money = Formats(desk.view.locale, item.currency, desk.view.language)
    absent = desk.say("absent")
    seats = absent if item.seats is None else desk.formats.count(item.seats)
    ends = desk.formats.day(item.end_date) if item.end_date else desk.say("fee.open_end")
    return (
        Entry(item.product or desk.say("fee.unnamed")),
        *((Entry(seats),) if has_seats else ()),
        Entry(money.money(item.monthly_minor)),
        Entry(desk.formats.day(item.start_date)),
        *((Entry(ends),) if has_ends else ()),
    )
