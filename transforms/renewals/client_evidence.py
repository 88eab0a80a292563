"""What a client's own rows say about its renewal: the request, the list price, a year's cost."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from transforms.billing.costs import COST_OF_SALES, COST_TO_SERVE, cost, cost_rows, lacks_cost
from transforms.billing.documents import NEVER_COUNTED
from transforms.billing.revenue import first_revenue_month, revenue
from transforms.core.exact import month_number
from transforms.core.periods import Period
from transforms.core.rates import MissingRateError, RateKind
from transforms.metrics.metric_context import MetricContext

_UNPAID_STATES = ("trialing", "unpaid", "incomplete")


class CostKind(StrEnum):
    """The two kinds of cost."""

    OF_SALES = COST_OF_SALES
    TO_SERVE = COST_TO_SERVE


@dataclass(frozen=True)
class YearlyCost:
    """Cost of the trailing twelve months, where all of them are known."""

    amount_minor: int | None
    fixed_share: float | None
    """Part that stays if the client leaves; None unless every row says so."""


def latest_request(
    context: MetricContext, renewal_date: date, known_until: date
) -> pd.Series | None:
    """The newest request for this renewal; one made over a year before it was for another."""
    requests = context.rows("renewal_requests")
    asked = requests["requested_date"]
    opens = pd.Timestamp(renewal_date - timedelta(days=366))
    current = requests[(asked > opens) & (asked <= pd.Timestamp(known_until))]
    if current.empty:
        return None
    return current.sort_values(["requested_date", "request_id"]).iloc[-1]


def active_subscriptions(context: MetricContext, on: date) -> pd.DataFrame:
    """Paying subscriptions that run on the day, with the price list's columns beside them."""
    rows = context.rows("subscriptions")
    day = pd.Timestamp(on)
    is_running = (rows["start_date"] <= day) & (rows["end_date"].isna() | (rows["end_date"] > day))
    is_paying = ~rows["is_trial"] & ~rows["is_metered"].fillna(False)
    kept = rows[is_running & is_paying & ~rows["status"].isin(_UNPAID_STATES)]
    listed = context.tables.rows("products")[["product_id", "list_price_minor", "currency"]]
    return kept.merge(
        listed.rename(columns={"currency": "list_currency"}),
        on="product_id",
        how="left",
        validate="many_to_one",
    )


def list_price_minor(context: MetricContext, on: date, currency: str) -> int | None:
    """List price a year of what is subscribed; None unless all of it is on the price list."""
    active = active_subscriptions(context, on)
    needed = active[["quantity", "list_price_minor", "list_currency"]]
    if active.empty or needed.isna().any(axis=None):
        return None
    listed = (active["quantity"] * active["list_price_minor"]).round()
    by_currency = listed.groupby(active["list_currency"]).sum()
    try:
        return sum(
            context.rates.convert(RateKind.MONTH_END, int(amount), str(base), currency, on)
            for base, amount in by_currency.items()
        )
    except MissingRateError:
        return None


def yearly_revenue(context: MetricContext, period: Period) -> int | None:
    """One client's revenue of the twelve months that end with the period, in its currency.

    What a client without subscriptions pays a year. Unknown where its revenue does not go
    back a year, where a rate is missing, and where nothing was left of it.
    """
    year = period.trailing_twelve
    first = first_revenue_month(context).iloc[0]
    if pd.isna(first) or int(first) > month_number(year.start):
        return None
    earned = revenue(context, year).iloc[0]
    return None if pd.isna(earned) or int(earned) <= 0 else int(earned)


def yearly_deals(context: MetricContext, period: Period) -> int | None:
    """Amounts of one client's deals won in the twelve months that end with the period.

    All that a company without billing knows of what a client pays; unknown where there is
    none, where one has no amount, and where a rate is missing.
    """
    year, deals = period.trailing_twelve, context.rows("opportunities")
    closed = deals["close_date"]
    in_year = (closed >= pd.Timestamp(year.start)) & (closed < pd.Timestamp(year.end))
    won = deals[(deals["state"] == "won") & in_year]
    if won.empty or won["amount_minor"].isna().any():
        return None
    by_currency = won.groupby("currency")["amount_minor"].sum()
    quote = str(context.currencies.iloc[0])
    try:
        return sum(
            context.rates.convert(
                RateKind.MONTH_END, int(amount), str(base), quote, period.valuation_date
            )
            for base, amount in by_currency.items()
        )
    except MissingRateError:
        return None


def yearly_cost(context: MetricContext, kind: CostKind, period: Period) -> YearlyCost:
    """One client's cost of the twelve months that end with the period, in its currency.

    Unknown where a month with revenue has no cost, and where revenue does not go back a
    year: part of a year's cost against a year's price would show too good a margin.
    """
    year = period.trailing_twelve
    if not _covers(context, kind, year):
        return YearlyCost(None, None)
    amount = cost(context, year, kind.value).iloc[0]
    if pd.isna(amount):
        return YearlyCost(None, None)
    return YearlyCost(int(amount), _fixed_share(context, kind, year))


def _covers(context: MetricContext, kind: CostKind, year: Period) -> bool:
    # Lines carry what was sold cost; nothing but the cost feed says what serving costs.
    if kind is CostKind.TO_SERVE and not context.has("costs"):
        return False
    first = first_revenue_month(context).iloc[0]
    if pd.isna(first) or int(first) > month_number(year.start):
        return False
    has_rows = cost_rows(context, year, kind.value).iloc[0] > 0
    return bool(has_rows) and not bool(lacks_cost(context, year, kind.value).iloc[0])


def _fixed_share(context: MetricContext, kind: CostKind, year: Period) -> float | None:
    """Part of the cost that stays; unknown across currencies, which are never added."""
    rows = context.rows("costs")
    is_in_year = (rows["month"] >= pd.Timestamp(year.start)) & (
        rows["month"] < pd.Timestamp(year.end)
    )
    kept = rows[is_in_year & (rows["cost_kind"] == kind.value)]
    total = int(kept["amount_minor"].sum())
    if kept["fixed_share"].isna().any() or len(set(kept["currency"])) != 1 or total == 0:
        return None
    return float((kept["amount_minor"] * kept["fixed_share"]).sum()) / total


def invoiced_lines(context: MetricContext, period: Period) -> pd.DataFrame:
    """Lines of counted documents issued in the trailing twelve months, oldest first.

    Each with its document's `issue_date`, `invoice_number` and `document_kind`, the product's
    name, and the month's average `rate` into the entity's currency, missing where unknown.
    """
    documents = context.tables.rows("invoices")
    issued = documents[~documents["status"].isin(NEVER_COUNTED)]
    year = period.trailing_twelve
    in_year = issued[
        (issued["issue_date"] >= pd.Timestamp(year.start))
        & (issued["issue_date"] < pd.Timestamp(year.end))
    ]
    lines = context.rows("invoice_lines").merge(
        in_year[["invoice_id", "invoice_number", "document_kind", "issue_date"]],
        on="invoice_id",
        how="inner",
        validate="many_to_one",
    )
    named = lines.merge(
        context.tables.rows("products")[["product_id", "product_name"]],
        on="product_id",
        how="left",
        validate="many_to_one",
    )
    rates = [
        _average_rate(context, base, quote, day)
        for base, quote, day in zip(
            named["currency"], named["entity_currency"], named["issue_date"].dt.date, strict=True
        )
    ]
    rated = named.assign(rate=pd.Series(rates, index=named.index, dtype="Float64"))
    return rated.sort_values(["issue_date", "invoice_id", "line_id"], ignore_index=True)


def _average_rate(context: MetricContext, base: str, quote: str, day: date) -> float | None:
    try:
        return float(context.rates.rate(RateKind.AVERAGE, base, quote, day))
    except MissingRateError:
        return None
