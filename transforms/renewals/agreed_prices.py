"""Prices that a contract agrees for after its renewal: ramps by day, tiers by quantity."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.billing.running_subscriptions import active_subscriptions
from transforms.core.cells import Row, by_entity, day_of, number_of, text_of, whole_of
from transforms.core.rates import MissingRateError, RateKind
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.renewal_date import next_anniversary

YEARS = 5


@dataclass(frozen=True)
class PriceStep:
    """A unit price a year, from a day and a quantity on; money in minor units of the client's
    currency."""

    product_id: str
    """Empty for whatever the contract covers."""
    valid_from: date
    from_quantity: float
    unit_minor: int


@dataclass(frozen=True)
class Held:
    """A subscription that runs: units, and what they cost a year today."""

    product_id: str
    quantity: float
    yearly_minor: int


@dataclass(frozen=True)
class AgreedPrices:
    """How the price moves as it was agreed."""

    at_renewal: float
    """Rise of the first year's price over today's; 0 where none is agreed."""
    rises: tuple[float | None, ...]
    """Of the second year over the first, and so on to the fifth; None once no more is agreed."""


def agreed_prices(
    context: MetricContext, on: date, renewals: dict[str, date], clients: Collection[str]
) -> dict[str, AgreedPrices]:
    """By client, of those with price steps that move their price from the renewal on."""
    if not context.has("price_steps"):
        return {}
    rows = context.rows("price_steps")
    starts = context.rows("contracts").set_index("contract_id")["start_date"]
    ours = rows[rows["entity_id"].isin(list(clients))]
    begun = ours["contract_id"].map(starts)
    dated = ours.assign(valid_from=ours["valid_from"].fillna(begun))
    steps = by_entity(dated, lambda row: _step(context, row, on))
    held = by_entity(active_subscriptions(context, on), lambda row: _held(context, row, on))
    found = {
        client: agreed_of(steps[client], held[client], on, renewals[client])
        for client in steps
        if client in held and client in renewals
    }
    return {
        client: item
        for client, item in found.items()
        if item.at_renewal or any(rise is not None for rise in item.rises)
    }


def _step(context: MetricContext, row: Row, on: date) -> PriceStep | None:
    day, minor = day_of(row["valid_from"]), _converted(context, row, "unit_price_minor", on)
    if day is None or minor is None:
        return None
    quantity = number_of(row["from_quantity"])
    return PriceStep(text_of(row["product_id"]), day, 1.0 if quantity is None else quantity, minor)


def _held(context: MetricContext, row: Row, on: date) -> Held | None:
    quantity, minor = number_of(row["quantity"]), _converted(context, row, "yearly_minor", on)
    if quantity is None or minor is None:
        return None
    return Held(text_of(row["product_id"]), quantity, minor)


def _converted(context: MetricContext, row: Row, amount: str, on: date) -> int | None:
    if not isinstance(row[amount], int):
        return None
    base, quote = str(row["currency"]), str(row["entity_currency"])
    try:
        return context.rates.convert(RateKind.MONTH_END, whole_of(row[amount]), base, quote, on)
    except MissingRateError:
        return None


def agreed_of(
    steps: Sequence[PriceStep], held: Sequence[Held], today: date, renewal: date
) -> AgreedPrices:
    """Of one client: what it has today, at the prices agreed for each year from the renewal.

    >>> steps = [PriceStep("P", date(2027, 1, 1), 1, 110), PriceStep("P", date(2028, 1, 1), 1, 121)]
    >>> agreed_of(steps, [Held("P", 10, 1000)], date(2026, 9, 30), date(2027, 1, 1))
    AgreedPrices(at_renewal=0.1, rises=(0.1, None, None, None))
    >>> later = [*steps, PriceStep("P", date(2030, 1, 1), 1, 242)]
    >>> agreed_of(later, [Held("P", 10, 1000)], date(2026, 9, 30), date(2027, 1, 1)).rises
    (0.1, 0.0, 1.0, None)
    """
    days = [renewal]
    while len(days) < YEARS:
        days.append(next_anniversary(renewal, days[-1]))
    now, prices = _price(steps, held, today), [_price(steps, held, day) for day in days]
    last = max((step.valid_from for step in steps), default=today)
    rises = tuple(
        None if last <= before or not was else round(price / was - 1, 6)
        for before, was, price in zip(days, prices, prices[1:], strict=False)
    )
    return AgreedPrices(round(prices[0] / now - 1, 6) if now else 0.0, rises)


def _price(steps: Sequence[PriceStep], held: Sequence[Held], on: date) -> float:
    return sum(_of_one(steps, item, on) for item in held)


def _of_one(steps: Sequence[PriceStep], item: Held, on: date) -> float:
    """At the newest price that its quantity reaches; as today where none is agreed."""
    fitting = [
        step
        for step in steps
        if step.product_id in ("", item.product_id)
        and step.valid_from <= on
        and step.from_quantity <= item.quantity
    ]
    if not fitting:
        return item.yearly_minor
    newest = max(fitting, key=lambda step: (step.valid_from, step.from_quantity))
    return newest.unit_minor * item.quantity
