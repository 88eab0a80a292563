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
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, RollUp, Unit, Working

_FEEDS = ("invoices", "invoice_lines")


def _ever(period: Period) -> Period:
    """All days before the period's end."""
    return Period(date.min, period.end, Grain.RANGE)


def _is(kind: str) -> Algorithm:
    """1 or 0 by entity; revenue is judged net and by currency, so that no rate decides it."""

    def compute(asked: Asked) -> Working:
        before = Period(date.min, asked.period.start, Grain.RANGE)
        windows = (asked.period, asked.period.year_before, before)
        stretches = zip(*(is_earning(asked.over(window)) for window in windows), strict=True)
        ones = [int(kind_of(*flags) == kind) for flags in stretches]
        return Working(pd.Series(ones, asked.entities, dtype="Int64"), rows=EARNED.counted(asked))

    # Every line earned by the period's end: the early ones tell who is not new.
    return Algorithm(lambda asked: ((EARNED, asked.over(_ever(asked.period))),), compute)


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
