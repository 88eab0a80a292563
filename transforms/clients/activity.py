"""Which clients are active on a day, by the best evidence that the company's feeds give."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from transforms.billing.recurring import BEGUN, is_subscribed, never_paid
from transforms.billing.revenue_rows import EARNED, with_documents
from transforms.billing.revenue_rows import is_earning as earned_something
from transforms.core.exact import whole_numbers
from transforms.core.periods import Grain, Period
from transforms.metrics.amounts import Selected
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rows import Flags, Numbers
from transforms.sales.deal_versions import held_on, was_open_on

_DAYS_OF_FEEDS = {
    "tickets": "created_at",
    "surveys": "answered_at",
    "usage": "usage_date",
    "meetings": "starts_at",
}
"""Feeds whose rows say by themselves that a client is there, and the day of each row."""


BILLING = ("invoices", "invoice_lines")


def has_billing(context: MetricContext) -> bool:
    """Whether the company's invoices and their lines are known."""
    return all(map(context.has, BILLING))


def is_active(context: MetricContext, day: date) -> Flags:
    """Whether each entity is active on the last day of a month.

    Recurring revenue decides. A client that never had any, as all of a company without
    subscriptions, is judged by its revenue of the last days (`activity_window_days`). Where
    the company has neither feed, an open deal, or one won in those days, a ticket, an answer,
    use or a meeting in them counts.
    """
    if not (context.has("subscriptions") or has_billing(context)):
        return is_seen(context, day)
    month = Asked(context, Period.month(day.year, day.month))
    return is_subscribed(month) | (is_earning(context, day) & never_paid(month))


def earning_window(context: MetricContext, day: date) -> Period:
    """The days up to this one whose revenue tells who is active."""
    end = day + timedelta(days=1)
    return Period(end - timedelta(days=context.policy.activity_window_days), end, Grain.RANGE)


def is_earning(context: MetricContext, day: date) -> Flags:
    """Whether an entity brought revenue in the days up to this one."""
    return earned_something(Asked(context, earning_window(context, day)))


def _is_of_subscriber(lines: pd.DataFrame, asked: Asked) -> Flags:
    ended = asked.period.valuation_date
    never = never_paid(asked.over(Period.month(ended.year, ended.month))).to_numpy(dtype="bool")
    return pd.Series(~never[whole_numbers(lines["entity"])], index=lines.index)


_DECIDING = with_documents(EARNED.but_then(LeftOut.SUBSCRIBED, _is_of_subscriber))
"""Lines earned in a window that tell whether its clients are active: those of clients that never
had a subscription."""


@dataclass(frozen=True)
class Active:
    """1 for an entity that is active on the last day of a month, 0 for another."""

    at: Callable[[Period], Period]

    @property
    def is_money(self) -> bool:
        return False

    def of_entities(self, asked: Asked) -> Numbers:
        return is_active(asked.context, self.at(asked.period).valuation_date).astype("Int64")

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        context, month = asked.context, self.at(asked.period)
        window = earning_window(context, month.valuation_date)
        subscribed = ((BEGUN, asked.over(month)),) if context.has("subscriptions") else ()
        is_asked = has_billing(context) and never_paid(asked.over(month)).any()
        earning = ((_DECIDING, asked.over(window)),) if is_asked else ()
        return (*subscribed, *earning)


def is_seen(context: MetricContext, day: date) -> Flags:
    """Whether an entity had a deal open on the day, or anything of a client's in the days
    up to it."""

    def build() -> Flags:
        return _among(context, pd.concat([_dealing(context, day), *_served(context, day)]))

    return context.once((is_seen, day), build)


def _dealing(context: MetricContext, day: date) -> pd.DataFrame:
    """Accounts of deals entered by the day that were open on it, or won shortly before."""
    deals = context.accounts.deals
    on = pd.Timestamp(day)
    is_entered = deals["created_date"].isna() | (deals["created_date"] <= on)
    is_open = was_open_on(deals, day, context.last_day)
    is_won = (deals["state"] == "won") & (deals["close_date"] > _opening(context, day))
    held = held_on(deals, day)
    return deals.loc[held & is_entered & (is_open | is_won), ["account_id"]]


def _served(context: MetricContext, day: date) -> list[pd.DataFrame]:
    return [_dated(context, name, column, day) for name, column in _DAYS_OF_FEEDS.items()]


def _dated(context: MetricContext, table: str, column: str, day: date) -> pd.DataFrame:
    """Accounts with a row of the table in the days up to this one; meetings that were held."""
    rows = context.tables.rows(table)
    days = rows[column]
    if isinstance(days.dtype, pd.DatetimeTZDtype):
        days = days.dt.tz_convert(context.policy.time_zone).dt.tz_localize(None).dt.normalize()
    is_near = (days > _opening(context, day)) & (days <= pd.Timestamp(day))
    if table == "meetings":
        is_near &= rows["is_held"].fillna(False).astype("bool")
    return rows[is_near][["account_id"]]


def _opening(context: MetricContext, day: date) -> pd.Timestamp:
    """The last day before the window that ends with this one."""
    return pd.Timestamp(day - timedelta(days=context.policy.activity_window_days))


def _among(context: MetricContext, accounts: pd.DataFrame) -> Flags:
    ours = context.owned(accounts)["entity_id"].unique().tolist()
    index = context.currencies.index
    return pd.Series(index.isin(ours), index=index)
