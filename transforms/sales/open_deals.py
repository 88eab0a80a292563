"""Opportunities that stood open at the end of a period."""

from dataclasses import dataclass
from datetime import date

from transforms.core.cells import Row, by_entity, day_of, number_of, plain
from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.metric_context import MetricContext
from transforms.sales.deal_rows import STANDING, told_too_late


@dataclass(frozen=True)
class Deal:
    """An open opportunity; `probability` is its stage's."""

    name: str
    """Its title; its key in the CRM where it has none. Of one that closed since, or was told of
    long after, stage, amount and probability are left out: those of the day are not known."""
    stage: str
    kind: str
    product: str
    opened: date | None
    amount_minor: int | None
    currency: str
    probability: float | None
    close_date: date | None


def open_deals(context: MetricContext, period: Period) -> dict[str, tuple[Deal, ...]]:
    """The opportunities that `deals_open` counts by client, the first to close first."""
    products = context.tables.rows("products")
    names = dict(zip(products["product_id"], products["product_name"], strict=True))
    asked = Asked(context, period)
    standing, is_late = STANDING.kept(asked)["opportunity_id"], told_too_late(asked)
    rows = context.rows("opportunities")
    kept = rows[rows["opportunity_id"].isin(standing)]
    return by_entity(
        kept.sort_values(["close_date", "opportunity_id"]),
        lambda row: _deal(row, names, is_told=row["state"] == "open" and not is_late),
    )


def _deal(row: Row, names: dict[str, str], *, is_told: bool) -> Deal:
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
        close_date=day_of(row["close_date"]),
    )
