"""What clients are subscribed to: the rows behind their recurring fees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transforms.billing.billed_products import billed_products
from transforms.billing.recurring import monthly_minor, running_on
from transforms.core.cells import Row, by_entity, day_of, number_of, plain, whole_of
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.population import is_had_by_like


@dataclass(frozen=True)
class Subscription:
    """A paying subscription that runs on the valuation date; money is a month's, in `currency`.

    `product` is empty where nothing readable names it.
    """

    product: str
    seats: float | None
    monthly_minor: int
    currency: str
    start_date: date
    end_date: date | None


def active_subscriptions(context: MetricContext, on: date) -> pd.DataFrame:
    """Subscriptions that count on the day as they were on it, with the price list's columns
    beside them; `yearly_minor` is what they count for."""
    return context.once((active_subscriptions, on), lambda: _active(context, on))


def _active(context: MetricContext, on: date) -> pd.DataFrame:
    rows = running_on(context, on)
    rows = rows[rows["worth_minor"].notna()]  # what nobody says is no amount of 0
    kept = rows.assign(yearly_minor=rows["worth_minor"])
    listed = context.tables.rows("products")[["product_id", "list_price_minor", "currency"]]
    return kept.merge(
        listed.rename(columns={"currency": "list_currency"}),
        on="product_id",
        how="left",
        validate="many_to_one",
    )


def subscriptions(context: MetricContext, on: date) -> dict[str, tuple[Subscription, ...]]:
    """The paying subscriptions that `mrr` counts on the day by client, dearest first."""
    rows = active_subscriptions(context, on)
    names = _names(context)
    found = by_entity(rows.sort_values("subscription_id"), lambda row: _subscription(row, names))
    return {
        client: tuple(sorted(items, key=lambda item: (-item.monthly_minor, item.start_date)))
        for client, items in found.items()
    }


def idle_cost_minor(
    running: Iterable[Subscription], currency: str, paid_seats: float, used_seats: float
) -> int | None:
    """What unused seats cost a year, in minor units of the currency; None where none is unused, or
    the subscriptions by the seat are in another currency or of other seats than those counted."""
    sold = [item for item in running if item.seats and item.seats > 1]
    are_same_seats = sum(item.seats or 0 for item in sold) == paid_seats
    if not are_same_seats or {item.currency for item in sold} != {currency}:
        return None
    yearly = 12 * sum(item.monthly_minor for item in sold)
    idle = paid_seats - used_seats
    return round(yearly * idle / paid_seats) if idle > 0 else None


def products_without(context: MetricContext, on: date) -> dict[str, tuple[str, ...]]:
    """Products of the price list that a client does not pay for on the day and was not billed of
    late, and that some client like it has, by name; no entry for clients of whom no product is
    known."""
    products = context.tables.rows("products")
    names = {
        str(key): plain(name)
        for key, name in zip(products["product_id"], products["product_name"], strict=True)
    }
    rows = active_subscriptions(context, on)
    held: dict[str, set[str]] = {}
    for client, product in rows[["entity_id", "product_id"]].dropna().itertuples(index=False):
        held.setdefault(client, set()).add(product)
    for client, products_billed in billed_products(context, on).items():
        held.setdefault(client, set()).update(products_billed)
    return {
        client: tuple(
            sorted(
                {
                    name
                    for key, name in names.items()
                    if key not in has and is_had_by_like(context, client, key)
                }
                - {""}
            )
        )
        for client, has in held.items()
    }


def _subscription(row: Row, names: dict[str, str]) -> Subscription | None:
    if (start := day_of(row["start_date"])) is None:
        return None
    return Subscription(
        product=_name(names, plain(row["product_id"])),
        seats=number_of(row["quantity"]),
        monthly_minor=monthly_minor(whole_of(row["yearly_minor"])),
        currency=plain(row["currency"]),
        start_date=start,
        end_date=day_of(row["end_date"]),
    )


def _names(context: MetricContext) -> dict[str, str]:
    products = context.tables.rows("products").drop_duplicates("product_id")
    return {
        plain(key): plain(name)
        for key, name in zip(products["product_id"], products["product_name"], strict=True)
    }


def _name(names: dict[str, str], product_id: str) -> str:
    """The product's name; without a price list an id that is a word, like a plan's tier."""
    is_word = product_id.replace(" ", "").isalpha()
    return names.get(product_id) or (product_id if is_word else "")
