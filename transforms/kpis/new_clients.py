"""Clients won, and clients won back.

Nothing in the year before, but revenue once: it came back.

>>> kind_of(now=True, year_before=False, ever_before=True)
'won_back_clients'
>>> kind_of(now=True, year_before=False, ever_before=False)
'new_clients'
>>> kind_of(now=True, year_before=True, ever_before=True) is None
True
"""

from datetime import date

import pandas as pd

from transforms.billing.revenue_rows import EARNED, is_earning
from transforms.core.periods import Grain, Period
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Algorithm
from transforms.metrics.kpi import (
    GROUPS,
    WHOLE_MONTHS,
    Direction,
    KpiSpec,
    RollUp,
    Unit,
    Working,
)

_FEEDS = ("invoices", "invoice_lines")


def _deciding(asked: Asked) -> Period:
    """The days whose revenue decides: the year before, where there was any, makes a client none of
    the two; earlier days matter only where there was none, and to a group, of whose clients each
    is judged by itself."""
    period = asked.period
    if asked.context.entity_type not in GROUPS:
        if not is_earning(asked).any():
            return period
        if is_earning(asked.over(period.year_before)).any():
            return Period(period.year_before.start, period.end, Grain.RANGE)
    return Period(date.min, period.end, Grain.RANGE)


def _is(kind: str) -> Algorithm:
    """1 or 0 by entity; revenue is judged net and by currency, so that no rate decides it."""

    def compute(asked: Asked) -> Working:
        before = Period(date.min, asked.period.start, Grain.RANGE)
        windows = (asked.period, asked.period.year_before, before)
        stretches = zip(*(is_earning(asked.over(window)) for window in windows), strict=True)
        ones = [int(kind_of(*flags) == kind) for flags in stretches]
        return Working(pd.Series(ones, asked.entities, dtype="Int64"), rows=EARNED.counted(asked))

    return Algorithm(lambda asked: ((EARNED, asked.over(_deciding(asked))),), compute)


NEW = KpiSpec(
    id="new_clients",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    authority="account management practice",
    figure=_is("new_clients"),
    direction=Direction.UP,
)
WON_BACK = KpiSpec(
    id="won_back_clients",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    authority="account management practice",
    figure=_is("won_back_clients"),
    direction=Direction.UP,
)
SPECS = (NEW, WON_BACK)


def kind_of(now: bool, year_before: bool, ever_before: bool) -> str | None:
    """What a client with or without revenue in three stretches of days counts as."""
    if not now or year_before:
        return None
    return WON_BACK.id if ever_before else NEW.id
