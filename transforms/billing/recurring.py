"""Recurring revenue: what clients are signed up to pay, on the last day of each month."""

from datetime import date

import numpy as np
import pandas as pd

from transforms.billing.subscription_history import ENDLESS, inferred_changes, pieces
from transforms.core.exact import (
    Integers,
    day_number,
    half_even_share,
    month_number,
    sums,
    whole_numbers,
)
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.conversion import earliest, in_entity_currency, total
from transforms.metrics.metric_context import MetricContext


def monthly_minor(yearly_minor: int) -> int:
    """A twelfth of a yearly amount, rounded half-even.

    >>> monthly_minor(100_000), monthly_minor(18), monthly_minor(30)
    (8333, 2, 2)
    """
    return int(half_even_share(np.array([yearly_minor]), 1, 12)[0])


def recurring_on(context: MetricContext, day: date) -> pd.DataFrame:
    """What counts on a day, as it was on that day: rows of `subscription_history.pieces`.

    `yearly_minor` is 0 for a client that has it free. Every recurring figure is made of these.
    """
    return running(pieces(context), day_number(day))


def running(rows: pd.DataFrame, day: int) -> pd.DataFrame:
    """Those of the pieces that run on a day, by its number."""
    start, end = whole_numbers(rows["start_day"]), whole_numbers(rows["end_day"])
    return rows.iloc[np.flatnonzero((start <= day) & (end > day))]


def _pairs(context: MetricContext) -> pd.DataFrame:
    """Every `account_id` and `currency` with a subscription that ever counted."""

    def build() -> pd.DataFrame:
        pairs = pieces(context)[["account_id", "currency"]]
        return pairs.drop_duplicates().reset_index(drop=True)

    return context.by_account("recurring pairs", build)


def _levels(context: MetricContext, name: str) -> pd.DataFrame:
    """One row a pair, one column a month in which anything began or ended: where it stands
    at that month's end. `name` is `yearly_minor`, `begun` or `over` (counts)."""
    return context.by_account(f"recurring levels of {name}", lambda: _built_levels(context, name))


def _built_levels(context: MetricContext, name: str) -> pd.DataFrame:
    paying = pieces(context)
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
    """The day number on which each entity's first subscription began to count."""

    def build() -> pd.DataFrame:
        return earliest(context, pieces(context), "start_day")

    return context.shared("first subscription days", build)["start_day"]


def has_paid(context: MetricContext, month: int) -> pd.Series:
    """Whether an entity had a subscription that counts by the end of a month."""

    def build() -> pd.DataFrame:
        return earliest(context, pieces(context), "start_month")

    return _reached(context.shared("first paying months", build)["start_month"], month)


def was_subscribed(context: MetricContext, month: int) -> pd.Series:
    """Whether an entity was active at the end of this month or any before."""

    def build() -> pd.DataFrame:
        paying = pieces(context)
        starts, ends = whole_numbers(paying["start_month"]), whole_numbers(paying["end_month"])
        return earliest(context, paying.iloc[np.flatnonzero(ends > starts)], "start_month")

    return _reached(context.shared("first active months", build)["start_month"], month)


def _reached(first: pd.Series, month: int) -> pd.Series:
    return (first <= month).fillna(False).astype("bool")


def is_subscribed(context: MetricContext, month: int) -> pd.Series:
    """Whether an entity has a subscription that counts, be it for nothing, at a month's end."""
    owned = _owned_pairs(context)
    count = _level(context, "begun", month) - _level(context, "over", month)
    has_any = (count[whole_numbers(owned["pair"])] > 0).astype(np.int64)
    index = context.currencies.index
    return pd.Series(sums(whole_numbers(owned["entity"]), has_any, len(index)) > 0, index=index)


def subscription_rows(context: MetricContext, first_month: int, last_month: int) -> pd.Series:
    """How many versions of subscriptions counted from one month's end to another's."""
    owned = _owned_pairs(context)
    counted = _level(context, "begun", last_month) - _level(context, "over", first_month)
    index = context.currencies.index
    rows = sums(whole_numbers(owned["entity"]), counted[whole_numbers(owned["pair"])], len(index))
    return pd.Series(rows, index=index)


def is_inferred_at(context: MetricContext, month: int) -> pd.Series:
    """Whether an entity's recurring revenue at a month's end is what was seen later on, or
    changed in the month on a day that only two deliveries tell."""
    early = pieces(context)
    known = whole_numbers(early["known_month"]) > month
    runs = whole_numbers(early["start_month"]) <= month
    runs &= whole_numbers(early["end_month"]) > month
    taken = _any_of(context, early.iloc[np.flatnonzero(known & runs)])
    return taken | is_inferred_within(context, month - 1, month)


def is_inferred_within(context: MetricContext, before: int, last: int) -> pd.Series:
    """Whether recurring revenue changed from one month's end to another's on a day that only
    two deliveries tell."""
    changes = inferred_changes(context)
    months = whole_numbers(changes["month"])
    return _any_of(context, changes.iloc[np.flatnonzero((months > before) & (months <= last))])


def _any_of(context: MetricContext, rows: pd.DataFrame) -> pd.Series:
    index = context.currencies.index
    theirs = whole_numbers(context.owned(rows)["entity"])
    return pd.Series(np.bincount(theirs, minlength=len(index)) > 0, index=index)


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
    is_first = ~was_subscribed(context, month - 1)
    gain, loss = change.clip(lower=0), (-change).clip(lower=0)
    from_nothing, to_nothing = (~is_subscribed(context, item) for item in (month - 1, month))
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


def movements(context: MetricContext, period: Period) -> pd.DataFrame:
    """The movements of a period's months added up, from its first start to its last end."""
    first, last = month_number(period.start), month_number(period.end) - 1
    months = [month_movements(context, month) for month in range(first, last + 1)]
    added = months[0]
    for later in months[1:]:
        added = added + later
    unknown = added["end"].isna()
    return added.assign(start=months[0]["start"].mask(unknown), end=months[-1]["end"].mask(unknown))
