"""Recurring revenue: what clients are signed up to pay, on the last day of each month."""

import numpy as np
import pandas as pd

from transforms.core.exact import (
    Integers,
    day_numbers,
    half_even_share,
    month_number,
    months_of_days,
    sums,
    whole_numbers,
)
from transforms.core.periods import Period
from transforms.core.policy import ChurnDate
from transforms.core.rates import RateKind
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import earliest, in_entity_currency, total

NOT_PAYING = ("trialing", "unpaid", "incomplete")
"""States of subscriptions that carry no recurring revenue at any date."""

ENDLESS = np.iinfo(np.int64).max
"""The end of what runs on: later than any day or month."""


def monthly_minor(yearly_minor: int) -> int:
    """A twelfth of a yearly amount, rounded half-even.

    >>> monthly_minor(100_000), monthly_minor(18), monthly_minor(30)
    (8333, 2, 2)
    """
    return int(half_even_share(np.array([yearly_minor]), 1, 12)[0])


def paying_subscriptions(context: MetricContext) -> pd.DataFrame:
    """Subscriptions that ever carried recurring revenue: `subscription_id`, `account_id`,
    `currency`, `yearly_minor`, the day numbers [`start_day`, `end_day`) on which they run, and
    the month numbers [`start_month`, `end_month`) at whose ends they do.
    """
    return context.by_account("paying subscriptions", lambda: _paying_subscriptions(context))


def _paying_subscriptions(context: MetricContext) -> pd.DataFrame:
    table = context.tables.rows("subscriptions")
    is_free = table["is_trial"].fillna(False) | table["is_metered"].fillna(False)
    paying = table.loc[~is_free & ~table["status"].isin(NOT_PAYING)]
    start, end = day_numbers(paying["start_date"]), _end_days(context, paying)
    frame = pd.DataFrame(
        {
            "subscription_id": paying["subscription_id"].array,
            "account_id": paying["account_id"].array,
            "currency": paying["currency"].array,
            "yearly_minor": whole_numbers(paying["yearly_minor"]),
            "start_day": start,
            "end_day": end,
            "start_month": months_of_days(start),
            # Running on a month's last day means ending in a later month.
            "end_month": np.where(
                end == ENDLESS, ENDLESS, months_of_days(np.where(end == ENDLESS, 0, end))
            ),
        }
    )
    return frame.iloc[np.flatnonzero(end > start)].reset_index(drop=True)


def _end_days(context: MetricContext, subscriptions: pd.DataFrame) -> Integers:
    end = subscriptions["end_date"]
    if context.policy.churn_date is ChurnDate.CANCELLATION:
        end = subscriptions["cancelled_date"].fillna(end)
    is_open = end.isna().to_numpy(dtype=np.bool_)
    return np.where(is_open, ENDLESS, day_numbers(end))


def _pairs(context: MetricContext) -> pd.DataFrame:
    """Every `account_id` and `currency` with a paying subscription."""

    def build() -> pd.DataFrame:
        pairs = paying_subscriptions(context)[["account_id", "currency"]]
        return pairs.drop_duplicates().reset_index(drop=True)

    return context.by_account("recurring pairs", build)


def _levels(context: MetricContext, name: str) -> pd.DataFrame:
    """One row a pair, one column a month in which anything began or ended: where it stands
    at that month's end. `name` is `yearly_minor`, `begun` or `over` (counts)."""
    return context.by_account(f"recurring levels of {name}", lambda: _built_levels(context, name))


def _built_levels(context: MetricContext, name: str) -> pd.DataFrame:
    paying = paying_subscriptions(context)
    start, end = whole_numbers(paying["start_month"]), whole_numbers(paying["end_month"])
    pair = pd.MultiIndex.from_frame(_pairs(context)).get_indexer(
        pd.MultiIndex.from_frame(paying[["account_id", "currency"]])
    )
    months = np.unique(np.concatenate([start, end[end != ENDLESS]]))
    amount = whole_numbers(paying["yearly_minor"])
    steps = np.zeros((len(_pairs(context)), len(months)), dtype=np.int64)
    ends = np.flatnonzero(end != ENDLESS)
    if name != "over":
        step = amount if name == "yearly_minor" else np.int64(1)
        np.add.at(steps, (pair, np.searchsorted(months, start)), step)
    if name != "begun":
        step = -amount[ends] if name == "yearly_minor" else np.int64(1)
        np.add.at(steps, (pair[ends], np.searchsorted(months, end[ends])), step)
    return pd.DataFrame(steps.cumsum(axis=1), columns=pd.Index(months))


def _level(context: MetricContext, name: str, month: int) -> Integers:
    """Where every pair stands at a month's end."""
    levels = _levels(context, name)
    place = int(np.searchsorted(levels.columns.to_numpy(), month, side="right")) - 1
    if place < 0:
        return np.zeros(len(levels), dtype=np.int64)
    return levels.iloc[:, place].to_numpy()


def _owned_pairs(context: MetricContext) -> pd.DataFrame:
    """The pairs of these entities, with `pair`, their place among all."""

    def build() -> pd.DataFrame:
        pairs = _pairs(context)
        return context.owned(pairs.assign(pair=np.arange(len(pairs))))

    return context.shared("owned recurring pairs", build)


def _at(context: MetricContext, native: Integers, month: int, name: str) -> pd.Series:
    """Amounts of all pairs, at the month-end rate of a month, by entity."""

    def build() -> pd.DataFrame:
        owned = _owned_pairs(context)
        months = np.full(len(owned), month)
        minor = native[whole_numbers(owned["pair"])]
        return in_entity_currency(
            context, owned.assign(minor=minor, month=months), "minor", RateKind.MONTH_END, months
        )

    return total(context, context.shared(name, build), month, month + 1)


def mrr_at(context: MetricContext, month: int, rate_month: int) -> pd.Series:
    """MRR at the end of a month at another month's rate, by entity; missing without a rate.

    0 for an entity without subscriptions: see `has_paid`.
    """
    native = half_even_share(_level(context, "yearly_minor", month), 1, 12)
    return _at(context, native, rate_month, f"mrr of {month} at rates of {rate_month}")


def arr_at(context: MetricContext, month: int) -> pd.Series:
    """Yearly recurring amounts at the end of a month, by entity; missing without a rate."""
    return _at(context, _level(context, "yearly_minor", month), month, f"arr of {month}")


def first_subscription_day(context: MetricContext) -> pd.Series:
    """The day number on which each entity's first paying subscription began."""

    def build() -> pd.DataFrame:
        return earliest(context, paying_subscriptions(context), "start_day")

    return context.shared("first subscription days", build)["start_day"]


def has_paid(context: MetricContext, month: int) -> pd.Series:
    """Whether an entity had a paying subscription by the end of a month."""

    def build() -> pd.DataFrame:
        return earliest(context, paying_subscriptions(context), "start_month")

    return _reached(context.shared("first paying months", build)["start_month"], month)


def had_mrr(context: MetricContext, month: int) -> pd.Series:
    """Whether an entity had recurring revenue at the end of this month or any before."""

    def build() -> pd.DataFrame:
        levels = _levels(context, "yearly_minor")
        paid = half_even_share(levels.to_numpy(dtype=np.int64), 1, 12) > 0
        pair, place = np.nonzero(paid)
        months = levels.columns.to_numpy(dtype=np.int64)[place]
        paying = _pairs(context).iloc[pair].assign(month=months)
        return earliest(context, paying, "month")

    return _reached(context.shared("first months with mrr", build)["month"], month)


def _reached(first: pd.Series, month: int) -> pd.Series:
    return (first <= month).fillna(False).astype("bool")


def is_subscribed(context: MetricContext, month: int) -> pd.Series:
    """Whether an entity has recurring revenue, in any currency, at the end of a month."""
    owned = _owned_pairs(context)
    native = half_even_share(_level(context, "yearly_minor", month), 1, 12)
    is_paying = (native[whole_numbers(owned["pair"])] > 0).astype(np.int64)
    index = context.currencies.index
    return pd.Series(sums(whole_numbers(owned["entity"]), is_paying, len(index)) > 0, index=index)


def subscription_rows(context: MetricContext, first_month: int, last_month: int) -> pd.Series:
    """How many paying subscriptions ran at any time from one month's end to another's."""
    owned = _owned_pairs(context)
    counted = _level(context, "begun", last_month) - _level(context, "over", first_month)
    index = context.currencies.index
    rows = sums(whole_numbers(owned["entity"]), counted[whole_numbers(owned["pair"])], len(index))
    return pd.Series(rows, index=index)


MOVEMENTS = ("new", "expansion", "contraction", "churn", "reactivation", "exchange")
"""What changes recurring revenue from one month's end to the next."""


def month_movements(context: MetricContext, month: int) -> pd.DataFrame:
    """By entity: `start`, the six movements and `end` of a month, missing without a rate.

    start + new + expansion + reactivation − contraction − churn + exchange = end.
    """
    return context.shared(f"mrr movements of {month}", lambda: _month_movements(context, month))


def _month_movements(context: MetricContext, month: int) -> pd.DataFrame:
    start = mrr_at(context, month - 1, month - 1)
    base = mrr_at(context, month - 1, month)
    end = mrr_at(context, month, month)
    known = start + base + end
    change = (end - base).where(known.notna())
    is_first = ~had_mrr(context, month - 1)
    gain, loss = change.clip(lower=0), (-change).clip(lower=0)
    from_nothing, to_nothing = _is_zero(base), _is_zero(end)
    return pd.DataFrame(
        {
            "start": start.where(known.notna()),
            "new": gain.where(from_nothing & is_first, gain * 0),
            "expansion": gain.where(~from_nothing, gain * 0),
            "contraction": loss.where(~to_nothing, loss * 0),
            "churn": loss.where(to_nothing, loss * 0),
            "reactivation": gain.where(from_nothing & ~is_first, gain * 0),
            "exchange": (base - start).where(known.notna()),
            "end": end.where(known.notna()),
        }
    )


def _is_zero(amounts: pd.Series) -> pd.Series:
    return (amounts == 0).fillna(False).astype("bool")


def movements(context: MetricContext, period: Period) -> pd.DataFrame:
    """The movements of a period's months added up, from its first start to its last end."""
    first, last = month_number(period.start), month_number(period.end) - 1
    months = [month_movements(context, month) for month in range(first, last + 1)]
    added = months[0]
    for later in months[1:]:
        added = added + later
    unknown = added["end"].isna()
    return added.assign(start=months[0]["start"].mask(unknown), end=months[-1]["end"].mask(unknown))
