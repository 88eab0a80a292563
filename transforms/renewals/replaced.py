"""Subscriptions that took another one's place in mid-term: they end no agreement, and begin none.

A billing system may write a change of seats as one subscription that ends and another that begins
on the same day. Both are of the agreement that the first one began, unless that day is a yearly
return of its beginning: then it ended, and was renewed.
"""

import numpy as np
import pandas as pd

from transforms.core.exact import Integers, first_days, months_of_days

_SAME = ["account", "product_id", "currency"]


def with_agreement(subscriptions: pd.DataFrame) -> pd.DataFrame:
    """Every version with `agreed_day`, on which the agreement that it belongs to began, and
    whether its subscription `is_replaced` in mid-term."""
    by_id = subscriptions.groupby("subscription_id", sort=False)
    whole = by_id[[*_SAME, "start_day", "term_day"]].agg(
        {**dict.fromkeys(_SAME, "first"), "start_day": "min", "term_day": "min"}
    )
    agreed = dict(zip(whole.index, whole["start_day"].astype("int64").to_list(), strict=True))
    replaced: set[object] = set()
    for before, after, day in _successions(whole.reset_index()):
        if not is_return(agreed[before], day):
            replaced.add(before)
            agreed[after] = min(agreed[after], agreed[before])
    return subscriptions.assign(
        agreed_day=subscriptions["subscription_id"].map(agreed).astype("int64"),
        is_replaced=subscriptions["subscription_id"].isin(replaced),
    )


def _successions(whole: pd.DataFrame) -> list[tuple[object, object, int]]:
    """Pairs of subscriptions of one account, product and currency of which one begins on the day
    that the other ends, and that day, in order."""
    known = whole[whole["product_id"].notna()]
    ended = known.assign(day=known["term_day"])
    begun = known.assign(day=known["start_day"])
    pairs = ended.merge(begun, on=[*_SAME, "day"], suffixes=("", "_next"))
    pairs = pairs[pairs["subscription_id"] != pairs["subscription_id_next"]]
    rows = pairs.sort_values("day", kind="stable")
    columns = ("subscription_id", "subscription_id_next", "day")
    return list(zip(*(rows[name].to_list() for name in columns), strict=True))


def is_return(begun: int, day: int) -> bool:
    """Whether a day is a yearly return of another, both as numbers of days.

    >>> [is_return(19_814, day) for day in (20_179, 20_301, 20_544)]  # 1 April 2024, and later
    [True, False, True]
    """
    year = int(months_of_days(np.array([day]))[0]) // 12
    return day > begun and int(in_year(np.array([begun]), year)[0]) == day


def in_year(days: Integers, year: int) -> Integers:
    """The same day of another year; 29 February is the 28th in years without one.

    >>> in_year(np.array([19_782]), 2026).tolist()  # 29 February 2024
    [20512]
    """
    months = months_of_days(days)
    offset = days - first_days(months)
    there = months % 12 + year * 12
    return first_days(there) + np.minimum(offset, first_days(there + 1) - first_days(there) - 1)
