"""Opportunities that are neither won nor lost."""

from dataclasses import dataclass
from datetime import date

from transforms.core.cells import Row, by_entity, day_of, number_of, plain
from transforms.metrics.metric_context import MetricContext


@dataclass(frozen=True)
class Deal:
    """An open opportunity; `probability` is its stage's."""

    name: str
    """Its title; its key in the CRM where it has none."""
    stage: str
    kind: str
    product: str
    opened: date | None
    amount_minor: int | None
    currency: str
    probability: float | None
    close_date: date | None


def open_deals(context: MetricContext) -> dict[str, tuple[Deal, ...]]:
    """Open opportunities by client, the first to close first."""
    rows, products = context.rows("opportunities"), context.tables.rows("products")
    names = dict(zip(products["product_id"], products["product_name"], strict=True))
    still_open = rows[rows["state"] == "open"].sort_values(["close_date", "opportunity_id"])
    return by_entity(still_open, lambda row: _deal(row, names))


def _deal(row: Row, names: dict[str, str]) -> Deal:
    amount = number_of(row["amount_minor"])
    return Deal(
        name=plain(row["opportunity_name"]) or plain(row["opportunity_id"]),
        stage=plain(row["stage"]),
        kind=plain(row["deal_kind"]),
        product=plain(names.get(plain(row["product_id"]), row["product_id"])),
        opened=day_of(row["created_date"]),
        amount_minor=None if amount is None else int(amount),
        currency=plain(row["currency"]),
        probability=number_of(row["probability"]),
        close_date=day_of(row["close_date"]),
    )
