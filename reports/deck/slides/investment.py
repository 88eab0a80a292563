"""Investment: what the client was invoiced, its agreement, and its billing accounts.

A client without invoices is shown what it is subscribed to: see
`reports.deck.view.subscription_fee`.
"""

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from reports.brand import inches
from reports.deck.exhibits.chart import LABEL_SIZE, category_axis, hidden_values, legend
from reports.deck.exhibits.frame import TILE_HEIGHT, Page, heading, note, slides_of, tile
from reports.deck.exhibits.renewal_tile import renewal_tile
from reports.deck.exhibits.table import ColumnPlan, Entry, TablePlan, tables
from reports.deck.exhibits.text_fit import fitted
from reports.deck.exhibits.tiles import tile_of
from reports.deck.formats import Formats
from reports.deck.model import (
    Box,
    Chart,
    Element,
    Figure,
    Grouping,
    LabelPlace,
    Labels,
    Plot,
    PlotKind,
    PointStyle,
    Series,
    Slide,
)
from reports.deck.slide_context import Headline, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.text_model import Align
from reports.deck.view import subscription_fee
from transforms.billing.invoiced_parts import BillingAccount
from transforms.core.money import exponent, to_major
from transforms.core.periods import Period
from transforms.metrics.kpi import Missing, Place

ORDER = 100
KIND = Kind.CONTENT

_MOST_PRODUCTS = 4
_ACCOUNT_ROWS = 5
_FEWEST_MONTHS = 6
_SEVERAL = 2
_NEAR = 0.1
"""How far an invoice may be from twelve monthly fees and still be the year's."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """The quarter's invoiced amount against the one before; without invoices, the fee."""
    del story
    invoiced = context.get("invoiced_amount")
    if not invoiced.value_minor and not context.view.invoiced:
        return _without_invoices(context, invoiced.reason)
    if invoiced.value_minor is None:
        return Absent(invoiced.reason or "no_rows")
    growth = context.growth("invoiced_amount") if invoiced.value_minor > 0 else None
    values: dict[str, Value] = {
        "amount": context.figure(invoiced),
        "credit": context.size(invoiced),
        "this": context.this_period,
        "period": context.previous_period,
    }
    if growth is not None:
        values["size"] = context.growth_figure("invoiced_amount", growth)
    values |= _last_invoice(context) | {"driver": _driver(context)}
    rule = _rule(context, invoiced.value_minor, growth)
    rule = "prepaid" if rule == "nothing" and _is_yearly(context) else rule
    tone = Tone.MISSING if growth is None else Tone.FLAT
    title = context.phrase(f"titles.investment.{rule}", values)
    return Headline("investment", tone, title, context.phrase("clauses.none"))


def _without_invoices(context: SlideContext, reason: Missing | None) -> Headline | Absent:
    """The fee, where it is known."""
    is_known = reason is not Missing.RATE_MISSING
    return (is_known and subscription_fee.headline(context)) or Absent(reason or "nothing_invoiced")


def _last_invoice(context: SlideContext) -> dict[str, Value]:
    """The amount and the month of the last one, where there is any."""
    if (last := _last_invoiced(context)) is None:
        return {}
    month, minor = last
    amount = float(to_major(minor, context.view.currency))
    return {
        "last": Figure(context.formats.money(minor), amount, table="invoices"),
        "month": context.formats.long_month(month.start),
    }


def _rule(context: SlideContext, invoiced_minor: int, growth: float | None) -> str:
    if invoiced_minor <= 0:
        return "credited" if invoiced_minor < 0 else "nothing"
    if growth is None:
        return "missing"
    if abs(growth) < context.view.thresholds.materiality_ratio:
        return "flat"
    return "up" if growth > 0 else "down"


def _last_invoiced(context: SlideContext) -> tuple[Period, int] | None:
    """The latest month with an amount, and the amount."""
    months = [month for month in context.period.trailing_twelve.months if _total(context, month)]
    return (months[-1], _total(context, months[-1])) if months else None


def _is_yearly(context: SlideContext) -> bool:
    """Whether a single month of the last twelve brought about a year's fees."""
    months = [month for month in context.period.trailing_twelve.months if _total(context, month)]
    yearly = 12 * (context.get("mrr").value_minor or 0)
    if len(months) != 1 or not yearly:
        return False
    return abs(_total(context, months[0]) - yearly) <= _NEAR * yearly


def _driver(context: SlideContext) -> Value:
    """The product whose amount moved most, where products are known and one stands out."""
    now, before = (
        {name: sum(amounts) for name, amounts in _split(context, period)}
        for period in (context.period, context.period.previous)
    )
    moved = {name: now.get(name, 0) - before.get(name, 0) for name in {*now, *before} if name}
    if len({*now, *before}) < _SEVERAL or not moved:
        return ""
    name = max(moved, key=lambda item: (abs(moved[item]), item))
    if not moved[name]:
        return ""
    text = context.formats.money(moved[name])
    change = Figure(
        text if moved[name] < 0 else f"+{text}",
        abs(float(to_major(moved[name], context.view.currency))),
        table="invoices",
    )
    shown = fitted(name, inches(4.0), 1, (2200,), bold=True).text
    return context.phrase("titles.investment.driver", {"change": change, "product": shown})


def _split(context: SlideContext, period: Period) -> list[tuple[str, list[int]]]:
    """Amounts by product in a period's months."""
    return [(name, _amounts(context, period.months, [name])) for name in _products(context)]


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """Months by product at the left; the agreement and the accounts at the right."""
    del story
    if subscription_fee.is_told_by(headline):
        return subscription_fee.compose(context, headline)
    area = context.brand.body
    side = inches(4.1)
    left = Box(area.left, area.top, area.width - side - inches(0.35), area.height)
    right = Box(area.right - side, area.top, side, area.height)
    months = _months(context)
    chart: tuple[Element, ...] = _exhibit(context, months, left) if months else ()
    side_elements = _side(context, right if months else area)
    notes = (
        headline.title.text,
        *context.definitions(Place.INVESTMENT),
        context.say("notes.investment"),
    )
    page = Page("investment", headline.title, ("invoices", "contracts", "subscriptions"), notes)
    return slides_of(context, page, [(*chart, *side_elements)])


def _months(context: SlideContext) -> tuple[Period, ...]:
    """From the first month with an amount, or six months back, to the period's last."""
    there = {part.month for part in context.view.invoiced}
    months = context.period.trailing_twelve.months
    first = next((place for place, month in enumerate(months) if month in there), len(months))
    return months[min(first, len(months) - _FEWEST_MONTHS) :] if there else ()


def _exhibit(context: SlideContext, months: Sequence[Period], place: Box) -> tuple[Element, ...]:
    totals = [_total(context, month) for month in months]
    scale = context.formats.chart_money_scale(max(abs(total) for total in totals))
    unit = context.say(f"investment.scale_{scale}", {"currency": context.view.currency})
    head, foot = inches(0.32), inches(0.3)
    box = Box(place.left, place.top + head, place.width, place.height - head - foot)
    small = Box(place.left, box.bottom + foot // 4, place.width, 0)
    return (
        heading(context, context.say("investment.heading", {"unit": unit}), place),
        _chart(context, months, totals, scale, box),
        note(context, context.say("investment.note"), small, 1),
    )


def _total(context: SlideContext, month: Period) -> int:
    return sum(part.minor for part in context.view.invoiced if part.month == month)


def _products(context: SlideContext) -> list[str]:
    """Product names, most invoiced first."""
    sums: dict[str, int] = {}
    for part in context.view.invoiced:
        sums[part.product] = sums.get(part.product, 0) + abs(part.minor)
    return sorted(sums, key=lambda name: (-sums[name], name))


def _stacks(context: SlideContext, months: Sequence[Period]) -> list[tuple[str, list[int]]]:
    """Amounts by product and month; what comes after the largest few is one part."""
    names = _products(context)
    kept = names if len(names) <= _MOST_PRODUCTS + 1 else names[:_MOST_PRODUCTS]
    stacks: list[tuple[str, list[int]]] = []
    for name in kept:
        title = name or context.say(
            "investment.unsplit" if len(names) == 1 else "investment.no_product"
        )
        stacks.append((title, _amounts(context, months, [name])))
    if len(kept) < len(names):
        stacks.append(
            (context.say("investment.others"), _amounts(context, months, names[len(kept) :]))
        )
    return stacks


def _amounts(context: SlideContext, months: Sequence[Period], names: Sequence[str]) -> list[int]:
    parts = [part for part in context.view.invoiced if part.product in names]
    return [sum(part.minor for part in parts if part.month == month) for month in months]


def _major(context: SlideContext, minor: int) -> float:
    return float(to_major(minor, context.view.currency))


def _chart(
    context: SlideContext, months: Sequence[Period], totals: list[int], scale: int, place: Box
) -> Chart:
    palette = context.brand.palette
    money = context.formats.chart_number(exponent(context.view.currency))
    stacks = _stacks(context, months)
    colours = _colours(context)
    series = tuple(
        Series(
            name,
            tuple(_major(context, minor) if minor else None for minor in amounts),
            money,
            fill=colours.get(name, palette.parts[-1][0]),
        )
        for name, amounts in stacks
    )
    falls = any(minor < 0 for _, amounts in stacks for minor in amounts)
    axis = replace(hidden_values(context), minimum=None) if falls else hidden_values(context)
    return Chart(
        context.say("investment.chart"),
        place,
        context.say("investment.chart_alt"),
        tuple(context.formats.month(month.start) for month in months),
        (
            Plot(PlotKind.COLUMN, Grouping.STACKED, series, gap_width=45, overlap=100),
            Plot(PlotKind.LINE, Grouping.STANDARD, (_totals_line(context, totals, scale),)),
        ),
        category_axis(context),
        axis,
        context.say("sheet"),
        legend(context),
    )


def _colours(context: SlideContext) -> dict[str, str]:
    """Each product's colour, by its name: the same in every quarter and for every client. Two
    that would share one take the next that is free."""
    fills = [fill for fill, _ in context.brand.palette.parts[:-1]]
    taken: dict[str, str] = {}
    for name in sorted(_products(context)):
        first = crc32(name.encode()) % len(fills)
        free = (fill for fill in (*fills[first:], *fills[:first]) if fill not in taken.values())
        taken[name] = next(free, fills[first])
    return taken


def _totals_line(context: SlideContext, totals: list[int], scale: int) -> Series:
    """The labels over the columns, and under those of a month that fell below nothing."""
    ink = context.brand.palette.ink
    largest = _major(context, max(abs(total) for total in totals)) / 1000**scale
    code = context.formats.chart_number(1 if scale and largest < 1000 else 0, scale)
    return Series(
        context.say("investment.total"),
        tuple(_major(context, minor) if minor else None for minor in totals),
        context.formats.chart_number(exponent(context.view.currency)),
        in_legend=False,
        labels=Labels(code, LabelPlace.ABOVE, LABEL_SIZE, ink, bold=True),
        points=tuple(
            PointStyle(index, labels=Labels(code, LabelPlace.BELOW, LABEL_SIZE, ink, bold=True))
            for index, minor in enumerate(totals)
            if minor < 0
        ),
    )


def _side(context: SlideContext, place: Box) -> list[Element]:
    gap = inches(0.18)
    first = Box(place.left, place.top, place.width, TILE_HEIGHT)
    second = Box(place.left, first.bottom + gap, place.width, TILE_HEIGHT)
    elements: list[Element] = [
        tile(context, tile_of(context, "invoiced_amount"), first),
        tile(context, renewal_tile(context), second),
    ]
    top = second.bottom + gap
    rest = Box(place.left, top, place.width, place.bottom - top)
    return [*elements, *_accounts(context, rest)]


def _accounts(context: SlideContext, place: Box) -> tuple[Element, ...]:
    """The accounts that documents were issued to, the smaller ones together on one line; of a
    single one, its products."""
    accounts = [item for item in context.view.accounts if item.invoiced]
    if len(accounts) < _SEVERAL:
        return _products_table(context, place)
    accounts.sort(key=lambda item: -max(abs(minor) for _, minor in item.invoiced))
    for shown in range(min(_ACCOUNT_ROWS, len(accounts)), 0, -1):
        pieces = tables(context, _accounts_plan(context, accounts, shown), place)
        if len(pieces) == 1:
            return pieces
    return ()


def _products_table(context: SlideContext, place: Box) -> tuple[Element, ...]:
    """What a single account was invoiced for, as the chart's parts add up over the quarter."""
    stacks = _stacks(context, context.period.months)
    rows = [(name, sum(amounts)) for name, amounts in stacks if any(amounts)]
    if len(rows) < _SEVERAL:
        return ()
    plan = TablePlan(
        context.say("investment.products"),
        context.say("investment.products_alt"),
        (
            ColumnPlan(context.say("columns.product"), 0.55),
            ColumnPlan(
                context.say("columns.invoiced", {"period": context.this_period}), 0.45, Align.RIGHT
            ),
        ),
        tuple((Entry(name), Entry(context.formats.money(minor))) for name, minor in rows),
    )
    pieces = tables(context, plan, place)
    return pieces if len(pieces) == 1 else ()


def _accounts_plan(
    context: SlideContext, accounts: Sequence[BillingAccount], shown: int
) -> TablePlan:
    rows = [
        (Entry(account.name), Entry(_amount_text(context, account.invoiced)))
        for account in accounts[:shown]
    ]
    rest = len(accounts) - shown
    if rest:
        rows.append((Entry(context.words.count("investment.more_accounts", rest)), Entry("")))
    return TablePlan(
        context.say("investment.accounts"),
        context.say("investment.accounts_alt"),
        (
            ColumnPlan(context.say("columns.account"), 0.55),
            ColumnPlan(
                context.say("columns.invoiced", {"period": context.this_period}), 0.45, Align.RIGHT
            ),
        ),
        tuple(rows),
    )


def _amount_text(context: SlideContext, amounts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(
        Formats(context.view.locale, currency).money(minor) for currency, minor in amounts
    )
