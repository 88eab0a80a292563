"""What is contracted for the twelve months after a period, as known on its last day."""

import numpy as np
import pandas as pd

from transforms.billing.recurring import SUBSCRIPTIONS
from transforms.billing.subscription_history import ENDLESS
from transforms.core.exact import (
    NO_DAY,
    Integers,
    day_number,
    half_even_share,
    whole_numbers,
    with_missing,
)
from transforms.core.periods import add_months
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Money
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import has_flagged
from transforms.metrics.rows import Flags


def _is_not_known(rows: pd.DataFrame, asked: Asked) -> Flags:
    """Which begin later, and nobody had seen on the day: what came after is no contract of then."""
    day, seen = day_number(asked.period.valuation_date), rows["seen_day"]
    return (rows["start_day"] > day) & ((seen > day) | (seen == NO_DAY))


def _is_over(rows: pd.DataFrame, asked: Asked) -> Flags:
    return rows["end_day"] <= day_number(asked.period.valuation_date)


def _with_ahead(rows: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `ahead_days` on which each runs and is paid for in the twelve months, and
    `ahead_minor`, that part of a year's money; missing where nobody says how much it is.

    What runs goes on until the end that its row agrees on, and what is free until the day that
    it names: what changed or was cancelled later was not known then, and late payment is no end
    yet.
    """
    is_known = whole_numbers(rows["said_day"]) <= day_number(asked.period.valuation_date)
    known = rows.assign(stated_end=np.where(is_known, rows["stated_end"], ENDLESS))
    first, last = day_number(asked.period.end), day_number(add_months(asked.period.end, 12))
    start, end, free, paid = (
        np.clip(whole_numbers(known[name]), first, last)
        for name in ("start_day", "stated_end", "free_day", "paid_day")
    )
    days: Integers = np.maximum(end - start, 0) - np.maximum(
        np.minimum(end, paid) - np.maximum(start, free), 0
    )
    ahead = half_even_share(whole_numbers(rows["yearly_minor"]), days, last - first)
    is_unsaid = rows["yearly_minor"].isna().to_numpy(dtype=np.bool_)
    minor = with_missing(ahead, is_unsaid, rows.index)
    return rows.assign(ahead_days=days, ahead_minor=minor)


AHEAD = (
    SUBSCRIPTIONS.but_then(LeftOut.NOT_KNOWN_THEN, _is_not_known)
    .but_then(LeftOut.NOT_RUNNING, _is_over)
    .adding(_with_ahead)
    .but(LeftOut.NOT_RUNNING, lambda rows: rows["ahead_days"] == 0)
    .showing(*SUBSCRIPTIONS.shown, "ahead_minor")
)
"""Subscriptions that run in the twelve months after the period."""

CONTRACTED = Money(AHEAD, "ahead_minor", RateKind.MONTH_END)
"""Recurring money of those months, at the month-end rate of the valuation date."""

is_contract_unknown = has_flagged(
    AHEAD.adding(lambda rows, _: rows.assign(is_unsaid=rows["ahead_minor"].isna())), "is_unsaid"
)
"""Whether nobody says what one of an entity's subscriptions of those months is worth."""
