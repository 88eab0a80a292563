"""What a client's yearly price is made of by product: shares of price and cost, list prices."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transforms.billing.invoiced_lines import InvoicedLine
from transforms.billing.running_subscriptions import active_subscriptions
from transforms.core.cells import Row, records, text_of, whole_of
from transforms.core.money import to_major
from transforms.core.rates import MissingRateError, RateKind
from transforms.metrics.metric_context import MetricContext

_CREDIT = "credit_note"


@dataclass(frozen=True)
class ProductPrice:
    """One product that runs; minor units a year of the client's currency."""

    product: str
    """Its name, else its key; empty where nobody says."""
    net_minor: int
    list_minor: int | None
    """None where the price list has no price of it."""


@dataclass(frozen=True)
class ProductShare:
    """One product's part of the yearly price, and of the cost of sales."""

    product: str
    of_price: float
    of_cost: float | None
    """None unless every line sold says what it cost."""
    list_minor: int | None


def product_prices(
    context: MetricContext, on: date, listed: Mapping[str, date | None], clients: Collection[str]
) -> dict[str, tuple[ProductPrice, ...]]:
    """What runs on the day by client, dearest first; no entry where a rate is missing.

    List prices convert at the rate of the day in `listed`, today's without one.
    """
    running = active_subscriptions(context, on)
    ours = running[running["entity_id"].isin(list(clients))]
    names = context.tables.rows("products").drop_duplicates("product_id")
    named = ours.merge(names[["product_id", "product_name"]], on="product_id", how="left")
    found: dict[str, tuple[ProductPrice, ...]] = {}
    for client, rows in named.groupby("entity_id"):
        try:
            days = (on, listed.get(str(client)) or on)
            found[str(client)] = _of_client(context, rows, *days)
        except MissingRateError:
            continue
    return found


def _of_client(
    context: MetricContext, rows: pd.DataFrame, on: date, listed_on: date
) -> tuple[ProductPrice, ...]:
    sums: dict[str, ProductPrice] = {}
    for row in records(rows):
        name = text_of(row["product_name"]) or text_of(row["product_id"])
        net = _shown(context, row, "currency", whole_of(row["yearly_minor"]), on)
        listed = _listed(context, row, listed_on)
        before = sums.get(name, ProductPrice(name, 0, 0))
        both = None if listed is None or before.list_minor is None else before.list_minor + listed
        sums[name] = ProductPrice(name, before.net_minor + net, both)
    return tuple(sorted(sums.values(), key=lambda item: (-item.net_minor, item.product)))


def _listed(context: MetricContext, row: Row, on: date) -> int | None:
    unit, quantity = row["list_price_minor"], row["quantity"]
    if not isinstance(unit, int) or not isinstance(quantity, int | float):
        return None
    return _shown(context, row, "list_currency", round(quantity * unit), on)


def _shown(context: MetricContext, row: Row, currency: str, minor: int, on: date) -> int:
    base, quote = str(row[currency]), str(row["entity_currency"])
    return context.rates.convert(RateKind.MONTH_END, minor, base, quote, on)


def product_shares(
    prices: Sequence[ProductPrice], lines: Iterable[InvoicedLine]
) -> tuple[ProductShare, ...]:
    """By what runs, else by what was invoiced in a year; credit notes are of no product.

    Nothing where the parts are not known, or one of them is below nothing.

    >>> running = [ProductPrice("A", 900, 1000), ProductPrice("B", 100, None)]
    >>> for share in product_shares(running, []):
    ...     print(share)
    ProductShare(product='A', of_price=0.9, of_cost=None, list_minor=1000)
    ProductShare(product='B', of_price=0.1, of_cost=None, list_minor=None)
    """
    sold = [line for line in lines if line.document_kind != _CREDIT]
    nets: Mapping[str, float] | None = {item.product: item.net_minor for item in prices}
    nets = nets or _by_product(sold, lambda line: line.net_minor) or {}
    if sum(nets.values()) <= 0 or min(nets.values()) < 0:
        return ()
    listed = {item.product: item.list_minor for item in prices}
    total, costs = sum(nets.values()), _cost_shares(nets, sold)
    return tuple(
        ProductShare(name, net / total, costs.get(name), listed.get(name))
        for name, net in nets.items()
    )


def together(shares: Sequence[ProductShare], name: str) -> ProductShare:
    """Several products as one; what is not known of one of them is not known of all."""
    costs = [share.of_cost for share in shares if share.of_cost is not None]
    lists = [share.list_minor for share in shares if share.list_minor is not None]
    return ProductShare(
        name,
        sum(share.of_price for share in shares),
        sum(costs) if len(costs) == len(shares) else None,
        sum(lists) if len(lists) == len(shares) else None,
    )


def _cost_shares(products: Collection[str], sold: Sequence[InvoicedLine]) -> dict[str, float]:
    """Of the products' cost; nothing unless each of them was sold and every line has its cost."""
    costs = _by_product(sold, lambda line: line.cost_minor) or {}
    total = sum(costs.get(name, 0.0) for name in products)
    if not set(products) <= set(costs) or total <= 0:
        return {}
    return {name: costs[name] / total for name in products}


def _by_product(
    lines: Iterable[InvoicedLine], amount: Callable[[InvoicedLine], int | None]
) -> dict[str, float] | None:
    """Sums in the client's currency, largest first; None where a line's amount is not known."""
    sums: dict[str, float] = {}
    for line in lines:
        minor = amount(line)
        if minor is None or line.rate is None:
            return None
        shown = float(to_major(minor, line.currency)) * line.rate
        sums[line.product] = sums.get(line.product, 0.0) + shown
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))
