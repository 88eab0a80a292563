"""Agreements that come up for renewal, what became of them, and what is contracted ahead."""

from enum import StrEnum

import numpy as np
import pandas as pd

from transforms.billing.subscription_history import ENDLESS, pieces
from transforms.core.canonical import frame_of
from transforms.core.exact import (
    Integers,
    day_number,
    day_numbers,
    first_days,
    half_even_share,
    month_number,
    months_of_days,
    whole_numbers,
)
from transforms.core.periods import Period, add_months
from transforms.core.rates import RateKind
from transforms.metrics.conversion import in_entity_currency, in_order, total
from transforms.metrics.kpi_frame import Numbers
from transforms.metrics.metric_context import MetricContext

_EVENT = ["account_id", "day"]
_RENEWALS = {
    "entity": "int64",
    "day": "int64",
    "is_inferred": "bool",
    "due_minor": "int64",
    "kept_minor": "int64",
    "is_unrated": "bool",
    "fate": "str",
}


class Fate(StrEnum):
    """What became of an agreement that came up for renewal."""

    RENEWED = "renewed"
    LOST = "lost"
    UNDECIDED = "undecided"


def fate_of(kept: int, decided_on: int, last_day: int) -> Fate:
    """By the recurring money kept on the day it is judged, and whether its time is over.

    `decided_on` ends the days of grace, `last_day` is what is known of: both day numbers.

    >>> [fate_of(kept, 30, last).value for kept, last in ((5, 10), (0, 10), (0, 30))]
    ['renewed', 'undecided', 'lost']
    """
    if kept > 0:
        return Fate.RENEWED
    return Fate.UNDECIDED if last_day < decided_on else Fate.LOST


def renewals(context: MetricContext, period: Period) -> pd.DataFrame:
    """Agreements with recurring money whose end, or yearly return, lies in the period.

    One row an account and day: `entity`, `day`, `is_inferred`, `due_minor` and `kept_minor` a
    year in the entity's currency, `is_unrated` and the `fate`. An account's contracts end for
    all its subscriptions; without any contract, each subscription ends for itself or, where it
    has no end, returns every year. Kept is what runs at the end of the days of grace (or the
    period) beyond what ran anyway.
    """
    return context.shared(f"renewals of {period}", lambda: _renewals(context, period))


def _renewals(context: MetricContext, period: Period) -> pd.DataFrame:
    rows = renewing_subscriptions(context, period)
    if rows.empty:
        return frame_of(_RENEWALS)
    last = day_number(period.valuation_date)
    month = month_number(period.valuation_date)
    keys = [*_EVENT, "entity", "entity_id", "entity_currency", "currency"]
    summed = pd.DataFrame(rows.groupby(keys, as_index=False)[["due", "rest", "after"]].sum())
    owned = summed.assign(month=month)
    months = np.full(len(owned), month)
    for name in ("due", "rest", "after"):
        converted = in_entity_currency(context, owned, name, RateKind.MONTH_END, months)
        summed[name] = converted["minor"]
        summed["is_unrated"] = converted["is_unrated"] | summed.get("is_unrated", False)
    by_event = summed.groupby([*_EVENT, "entity"], as_index=False)
    events = pd.DataFrame(
        by_event.agg({"due": "sum", "rest": "sum", "after": "sum", "is_unrated": "max"})
    )
    inferred = rows.groupby(_EVENT)["is_inferred"].max().reset_index()
    events = events.merge(inferred, on=_EVENT, validate="one_to_one")
    events = events[(events["due"] > 0) | events["is_unrated"]]
    kept = np.minimum(np.clip(events["after"] - events["rest"], 0, None), events["due"])
    decided_on = events["day"] + context.policy.renewal.grace_days
    fates = [fate_of(*item, last) for item in zip(kept, decided_on, strict=True)]
    return pd.DataFrame(
        {
            "entity": events["entity"],
            "day": events["day"],
            "is_inferred": events["is_inferred"].astype("bool"),
            "due_minor": events["due"],
            "kept_minor": kept,
            "is_unrated": events["is_unrated"].astype("bool"),
            "fate": pd.Series([fate.value for fate in fates], index=events.index, dtype="str"),
        }
    )


def renewing_subscriptions(context: MetricContext, period: Period) -> pd.DataFrame:
    """What subscriptions were worth in accounts with something up for renewal in the period,
    once for every such `day`: what of their yearly money is `due`, is the `rest` that ran the day
    before too, and runs `after`, at the end of the days of grace or of the period."""
    events = _events(context, period)
    counted = pieces(context)
    ours = context.owned(counted.assign(piece=np.arange(len(counted))))
    rows = ours.merge(events, on="account_id", how="inner")
    is_named = rows["subscription_id"] == rows["named"]
    is_whole = rows["named"].isna()
    rows = rows.assign(is_due=is_named | is_whole, is_inferred=rows["is_inferred"] & is_named)
    marks = rows.groupby([*_EVENT, "subscription_id"])[["is_due", "is_inferred"]].max()
    rows = rows.drop(columns=["is_due", "is_inferred", "named"])
    rows = rows.drop_duplicates([*_EVENT, "piece"])
    rows = rows.join(marks, on=[*_EVENT, "subscription_id"])
    start, end, day = (whole_numbers(rows[name]) for name in ("start_day", "end_day", "day"))
    judged = np.minimum(day + context.policy.renewal.grace_days, day_number(period.valuation_date))
    ran_before = (start < day) & (end >= day)
    runs_after = (start <= judged) & (end > judged)
    yearly, is_due = whole_numbers(rows["yearly_minor"]), rows["is_due"].to_numpy(dtype=np.bool_)
    kept = rows.assign(
        due=np.where(ran_before & is_due, yearly, 0),
        rest=np.where(ran_before & ~is_due, yearly, 0),
        after=np.where(runs_after, yearly, 0),
    )
    return kept[ran_before | runs_after].reset_index(drop=True)


def ending_contracts(context: MetricContext, period: Period) -> pd.DataFrame:
    """Contracts whose end lies in the period."""
    contracts = _contracts(context)
    start, end = pd.Timestamp(period.start), pd.Timestamp(period.end)
    return contracts[(contracts["end_date"] >= start) & (contracts["end_date"] < end)]


def _contracts(context: MetricContext) -> pd.DataFrame:
    rows = context.rows("contracts")
    return rows[rows["end_date"] > rows["start_date"]]


def _events(context: MetricContext, period: Period) -> pd.DataFrame:
    """`account_id`, `day`, `is_inferred` and the subscription `named`, missing for a contract."""
    ending = ending_contracts(context, period)
    by_contract = pd.DataFrame(
        {
            "account_id": ending["account_id"].array,
            "day": day_numbers(ending["end_date"]),
            "is_inferred": False,
            "named": pd.array([None] * len(ending), dtype="str"),
        }
    )
    every = context.owned(pieces(context))
    free = every[~every["account_id"].isin(_contracts(context)["account_id"])]
    first, last = day_number(period.start), day_number(period.end)
    # A change of price or seats ends nothing: what was agreed until a day does.
    term = whole_numbers(free["term_day"])
    ended = free[(term >= first) & (term < last)].drop_duplicates(["subscription_id", "term_day"])
    began = free.sort_values("start_day", kind="stable").drop_duplicates("subscription_id")
    last_end = free.groupby("subscription_id")["end_day"].max()
    began = began.assign(end_day=began["subscription_id"].map(last_end))
    parts = [
        by_contract.drop_duplicates(_EVENT),
        _named(ended, whole_numbers(ended["term_day"]), is_inferred=False),
        *(_returns(began, year, first, last) for year in _years(period)),
    ]
    return pd.concat([part for part in parts if len(part)] or [by_contract], ignore_index=True)


def _years(period: Period) -> range:
    return range(period.start.year, period.valuation_date.year + 1)


def _returns(free: pd.DataFrame, year: int, first: int, last: int) -> pd.DataFrame:
    """Subscriptions without an end, on the day on which they began, in a later year."""
    start = whole_numbers(free["start_day"])
    day = _in_year(start, year)
    returns = (day > start) & (day >= first) & (day < last)
    places = np.flatnonzero(returns & (whole_numbers(free["end_day"]) == ENDLESS))
    return _named(free.iloc[places], day[places], is_inferred=True)


def _in_year(days: Integers, year: int) -> Integers:
    """The same day of another year; 29 February is the 28th in years without one.

    >>> _in_year(np.array([day_number(pd.Timestamp("2024-02-29").date())]), 2026).tolist()
    [20512]
    """
    months = months_of_days(days)
    offset = days - first_days(months)
    there = months % 12 + year * 12
    return first_days(there) + np.minimum(offset, first_days(there + 1) - first_days(there) - 1)


def _named(subscriptions: pd.DataFrame, day: Integers, *, is_inferred: bool) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "account_id": subscriptions["account_id"].array,
            "day": day,
            "is_inferred": is_inferred,
            "named": subscriptions["subscription_id"].array,
        }
    )


def contracted_ahead(context: MetricContext, period: Period) -> Numbers:
    """Recurring money of the twelve months after the period, by entity, in minor units.

    Each subscription counts by the days of those months on which it runs, as known now; one
    without an end runs on. At the month-end rate of the valuation date; missing without one.
    """
    rows = subscriptions_ahead(context, period)
    month = month_number(period.valuation_date)
    keys = ["account_id", "entity", "entity_currency", "currency"]
    summed = pd.DataFrame(rows.groupby(keys, as_index=False)[["ahead_minor"]].sum())
    owned = summed.assign(month=month)
    months = np.full(len(owned), month)
    converted = in_entity_currency(context, owned, "ahead_minor", RateKind.MONTH_END, months)
    return total(context, in_order(converted), month, month + 1)


def subscriptions_ahead(context: MetricContext, period: Period) -> pd.DataFrame:
    """Pieces of subscriptions that run in the twelve months after the period; `ahead_minor`,
    what they are worth in them.

    What runs on the period's last day is taken to go on until the end that was agreed on: what
    changed later was not known then, and late payment is no end yet.
    """
    rows = context.owned(pieces(context))
    first, last = day_number(period.end), day_number(add_months(period.end, 12))
    begins, ends = whole_numbers(rows["start_day"]), whole_numbers(rows["end_day"])
    runs = (begins < first) & (ends >= first)
    is_known = rows["subscription_id"].isin(rows["subscription_id"][runs]).to_numpy(dtype=np.bool_)
    is_later = (begins >= first) & ~is_known
    start = np.maximum(begins, first)
    end = np.minimum(np.where(runs, whole_numbers(rows["term_day"]), ends), last)
    end = np.where(runs | is_later, end, start)
    days = np.maximum(end - start, 0)
    ahead = half_even_share(whole_numbers(rows["yearly_minor"]), days, last - first)
    return rows.assign(ahead_minor=ahead)[days > 0]
