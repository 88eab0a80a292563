"""Which clients are active on a day, by the best evidence that the company's feeds give."""

from datetime import date, timedelta

import pandas as pd

from transforms.exact import day_number, month_number
from transforms.facts import Facts
from transforms.recurring import has_paid, is_subscribed
from transforms.revenue import earning_accounts

Flags = pd.Series  # by entity id

_DAYS_OF_FEEDS = {
    "tickets": "created_at",
    "surveys": "answered_at",
    "usage": "usage_date",
    "meetings": "starts_at",
}
"""Feeds whose rows say by themselves that a client is there, and the day of each row."""


def has_billing(facts: Facts) -> bool:
    """Whether the company's invoices and their lines are known."""
    return facts.has("invoices") and facts.has("invoice_lines")


def is_active(facts: Facts, day: date) -> Flags:
    """Whether each entity is active on the last day of a month.

    Recurring revenue decides. A client that never had any, as all of a company without
    subscriptions, is judged by its revenue of the last days (`activity_window_days`). Where
    the company has neither feed, an open deal, or one won in those days, a ticket, an answer,
    use or a meeting in them counts.
    """
    if not (facts.has("subscriptions") or has_billing(facts)):
        return is_seen(facts, day)
    month = month_number(day)
    return is_subscribed(facts, month) | (is_earning(facts, day) & ~has_paid(facts, month))


def is_earning(facts: Facts, day: date) -> Flags:
    """Whether an entity brought revenue in the days up to this one."""

    def build() -> pd.DataFrame:
        end = day_number(day) + 1
        return _among(facts, earning_accounts(facts, end - facts.policy.activity_window_days, end))

    return facts.shared(f"earning on {day}", build)["is_among"]


def is_seen(facts: Facts, day: date) -> Flags:
    """Whether an entity had a deal open on the day, or anything of a client's in the days
    up to it."""

    def build() -> pd.DataFrame:
        return _among(facts, pd.concat([_dealing(facts, day), *_served(facts, day)]))

    return facts.shared(f"seen on {day}", build)["is_among"]


def _dealing(facts: Facts, day: date) -> pd.DataFrame:
    """Accounts of deals entered by the day that were open on it, or won shortly before."""
    deals = facts.tables.rows("opportunities")
    on = pd.Timestamp(day)
    is_entered = deals["created_date"].isna() | (deals["created_date"] <= on)
    is_open = (deals["state"] == "open") | (deals["close_date"] > on)
    is_won = (deals["state"] == "won") & (deals["close_date"] > _opening(facts, day))
    return deals.loc[is_entered & (is_open | is_won), ["account_id"]]


def _served(facts: Facts, day: date) -> list[pd.DataFrame]:
    return [_dated(facts, name, column, day) for name, column in _DAYS_OF_FEEDS.items()]


def _dated(facts: Facts, table: str, column: str, day: date) -> pd.DataFrame:
    """Accounts with a row of the table in the days up to this one; meetings that were held."""
    rows = facts.tables.rows(table)
    days = rows[column]
    if isinstance(days.dtype, pd.DatetimeTZDtype):
        days = days.dt.tz_convert(facts.policy.time_zone).dt.tz_localize(None).dt.normalize()
    is_near = (days > _opening(facts, day)) & (days <= pd.Timestamp(day))
    if table == "meetings":
        is_near &= rows["is_held"].fillna(False).astype("bool")
    return rows[is_near][["account_id"]]


def _opening(facts: Facts, day: date) -> pd.Timestamp:
    """The last day before the window that ends with this one."""
    return pd.Timestamp(day - timedelta(days=facts.policy.activity_window_days))


def _among(facts: Facts, accounts: pd.DataFrame) -> pd.DataFrame:
    ours = facts.owned(accounts)["entity_id"].unique().tolist()
    index = facts.currencies.index
    return pd.DataFrame({"is_among": index.isin(ours)}, index=index)
