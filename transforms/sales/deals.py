"""Opportunities that stood open at the end of a period, and what became of them since; those that
were lost in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from transforms.core.cells import Row, by_entity, day_of, number_of, plain
from transforms.core.exact import whole_numbers
from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.metric_context import MetricContext
from transforms.sales.deal_rows import LOST, STANDING, terms_known


@dataclass(frozen=True)
class Deal:
    """An opportunity; `probability` is its stage's."""

    name: str
    """Its title; its key in the CRM where it has none. Where what it was on the day is not known,
    stage, amount and probability are left out."""
    stage: str
    kind: str
    product: str
    opened: date | None
    amount_minor: int | None
    currency: str
    probability: float | None
    close_date: date | None
    outcome: str = ""
    """`won` or `lost`, on its close date; empty while it is open."""


def open_deals(context: MetricContext, period: Period) -> dict[str, tuple[Deal, ...]]:
    """The opportunities that `deals_open` counts by client, the first to close first."""
    asked, names = Asked(context, period), _product_names(context)
    standing = STANDING.kept(asked)
    kept = standing.assign(
        entity_id=asked.entities.take(whole_numbers(standing["entity"])),
        is_told=terms_known(standing, asked),
    )
    since = _decided(context)
    return by_entity(
        kept.sort_values(["close_date", "opportunity_id"]), lambda row: _deal(row, names, since)
    )


def lost_deals(context: MetricContext, period: Period) -> dict[str, tuple[Deal, ...]]:
    """The opportunities that were lost in the period by client, the dearest first."""
    asked, names = Asked(context, period), _product_names(context)
    lost = LOST.kept(asked)
    kept = lost.assign(entity_id=asked.entities.take(whole_numbers(lost["entity"])), is_told=True)
    outcomes = _decided(context)
    order = kept.sort_values(["amount_minor", "opportunity_id"], ascending=[False, True])
    return by_entity(order, lambda row: _deal(row, names, outcomes))


def _product_names(context: MetricContext) -> dict[str, str]:
    products = context.tables.rows("products")
    return dict(zip(products["product_id"], products["product_name"], strict=True))


def worth_of(deals: Sequence[Deal]) -> tuple[int, str] | None:
    """What deals come to in minor units, and the currency; None without any, where an amount
    lacks or where currencies differ."""
    amounts = [deal.amount_minor for deal in deals if deal.amount_minor is not None]
    currencies = {deal.currency for deal in deals}
    if len(amounts) < len(deals) or len(currencies) != 1:
        return None
    return sum(amounts), currencies.pop()


def _decided(context: MetricContext) -> dict[str, tuple[str, date | None]]:
    """Deals that are won or lost by the newest export, by id: which of the two, and when."""
    rows = context.tables.rows("opportunities")
    closed = rows[rows["state"].isin(["won", "lost"])]
    cells = zip(closed["opportunity_id"], closed["state"], closed["close_date"], strict=True)
    return {plain(key): (plain(state), day_of(day)) for key, state, day in cells}


def _deal(row: Row, names: dict[str, str], since: dict[str, tuple[str, date | None]]) -> Deal:
    is_told = bool(row["is_told"])
    outcome, closed = since.get(plain(row["opportunity_id"]), ("", None))
    amount = number_of(row["amount_minor"]) if is_told else None
    return Deal(
        name=plain(row["opportunity_name"]) or plain(row["opportunity_id"]),
        stage=plain(row["stage"]) if is_told else "",
        kind=plain(row["deal_kind"]),
        product=plain(names.get(plain(row["product_id"]), row["product_id"])),
        opened=day_of(row["created_date"]),
        amount_minor=None if amount is None else int(amount),
        currency=plain(row["currency"]),
        probability=number_of(row["probability"]) if is_told else None,
        close_date=closed if outcome else day_of(row["close_date"]),
        outcome=outcome,
    )
