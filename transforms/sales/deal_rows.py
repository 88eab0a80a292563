"""Deals that figures are taken from: open on a day, closed in a period, begun in a cohort."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.core.exact import Integers, whole_numbers
from transforms.metrics.amounts import Count
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.kpi import GROUPS
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rows import Flags, Rows
from transforms.sales.deal_versions import held_on, told_on, was_open_on
from transforms.sales.unassigned_deals import with_stand_ins

CLOSED_COLUMNS = ("state", "close_date", "deal_kind", "amount_minor", "currency")
STANDING_COLUMNS = ("state", "created_date", "close_date", "amount_minor", "currency")


def _deals(context: MetricContext) -> pd.DataFrame:
    """All deals; those without account are those of stand-ins, which only groups have."""
    return with_stand_ins(context.tables.rows("opportunities"))


DEALS = Rows("opportunities", _deals, amounts=("amount_minor",))
CLOSED = DEALS.but(LeftOut.NOT_WON, lambda deals: deals["state"] == "open").within("close_date")
"""Deals won or lost in the period, by their close date."""
WON = DEALS.but(LeftOut.NOT_WON, lambda deals: deals["state"] != "won").within("close_date")
LOST = DEALS.but(LeftOut.NOT_WON, lambda deals: deals["state"] != "lost").within("close_date")


def is_won(deals: pd.DataFrame, _: Asked) -> Flags:
    """Which closed deals were won."""
    return deals["state"] == "won"


def has_no_amount(deals: pd.DataFrame) -> Flags:
    """Deals whose amount, or its currency, nobody says."""
    return deals["amount_minor"].isna() | deals["currency"].isna()


def has_no_expectation(deals: pd.DataFrame) -> Flags:
    """Deals whose amount or probability nobody says."""
    return has_no_amount(deals) | deals["probability"].isna()


def worth_unknown(
    deals: Rows, is_unsaid: Callable[[pd.DataFrame], Flags] = has_no_amount
) -> Callable[[Asked], Flags]:
    """Whose deals' worth together is unknown: one of a client's does not say it, or none of a
    group's does. A sum without them would be taken for all of it."""

    def is_unknown(asked: Asked) -> Flags:
        valued = Count(deals, lambda rows, _: ~is_unsaid(rows)).of_entities(asked)
        every = deals.counted(asked)
        is_group = asked.context.entity_type in GROUPS
        return ((valued == 0) & (every > 0)) if is_group else valued < every

    return is_unknown


def _versions(context: MetricContext) -> pd.DataFrame:
    """All versions of all deals, as `_deals` has today's rows."""
    return context.once(_versions, lambda: with_stand_ins(context.accounts.deals))


def _with_age(deals: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    return deals.assign(age_days=(asked.last_day - deals["created_date"]).dt.days)


def _did_not_hold(deals: pd.DataFrame, asked: Asked) -> Flags:
    return pd.Series(~held_on(deals, asked.period.valuation_date), deals.index)


def _was_closed(deals: pd.DataFrame, asked: Asked) -> Flags:
    was_open = was_open_on(deals, asked.period.valuation_date, asked.context.last_day)
    return pd.Series(~was_open, deals.index)


STANDING = (
    Rows("opportunity_versions", _versions)
    .but_then(LeftOut.OUTSIDE_PERIOD, lambda deals, asked: deals["created_date"] >= asked.end)
    .but_then(LeftOut.OTHER_VERSION, _did_not_hold)
    .but_then(LeftOut.NOT_OPEN, _was_closed)
    .adding(_with_age)
)
"""Deals entered by the period's end that were not won or lost by then, as they were then."""


def terms_known(deals: pd.DataFrame, asked: Asked) -> Flags:
    """Of which standing deals the row says what they were worth on the day: not of one that the
    row calls closed since, nor where it tells of a day long after."""
    told = told_on(deals, asked.context.last_day)
    latest = asked.last_day + pd.Timedelta(days=asked.context.policy.deal_terms_days)
    return (deals["state"] == "open") & (told.isna() | (told <= latest))


def _with_expected(deals: pd.DataFrame, _: Asked) -> pd.DataFrame:
    """With `expected_minor`, amount × probability, half-even."""
    probability = deals["probability"].to_numpy(np.float64)
    return deals.assign(expected_minor=_expected(whole_numbers(deals["amount_minor"]), probability))


def _is_untold(deals: pd.DataFrame, asked: Asked) -> Flags:
    return ~terms_known(deals, asked)


def terms_unknown(asked: Asked) -> Flags:
    """Whose open deals nobody says the worth of on the period's last day."""
    return Count(STANDING, _is_untold).of_entities(asked) > 0


TOLD = STANDING.but_then(LeftOut.TERMS_UNKNOWN, _is_untold)
PENDING = TOLD.but(LeftOut.NO_AMOUNT, has_no_expectation).adding(_with_expected)
"""Open deals whose amount and probability on the period's last day are known."""


def _expected(amount: Integers, probability: npt.NDArray[np.float64]) -> Integers:
    """Amounts times their probabilities as they are written, rounded half-even.

    7 % of 1.50 are 10.5 minor units, which floats take for a little more:

    >>> _expected(np.array([150, 150]), np.array([0.07, 0.5])).tolist()
    [10, 75]
    """
    exact = {share: Fraction(Decimal(repr(share))) for share in set(probability.tolist())}
    pairs = zip(amount.tolist(), probability.tolist(), strict=True)
    return np.array([round(minor * exact[share]) for minor, share in pairs], dtype=np.int64)
