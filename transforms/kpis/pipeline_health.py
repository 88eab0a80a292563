"""What a win rate hides: how much is won of all that was begun, and what still lies open.

Two deals were begun, one of them won; another is too young to be judged:

>>> print(worked_example(OF_CREATED, "2026-Q3", '''
... opportunity_id  state  created_date  close_date
... d1              won    2026-01-01    2026-07-01
... d2              open   2026-02-01
... d3              open   2026-09-01
... '''))
0.5 = 1 / 2; d3: outside_period
"""

import pandas as pd

from transforms.core.rates import RateKind
from transforms.metrics.amounts import Count, Money, Where
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Ratio, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    Figure,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.rows import Flags
from transforms.sales.cohorts import cohort, done_by
from transforms.sales.deal_rows import (
    DEALS,
    LOST,
    STANDING,
    STANDING_COLUMNS,
    WON,
    has_no_amount,
    is_won,
    worth_unknown,
)

_BEGUN = cohort(DEALS).showing(*STANDING_COLUMNS)
_DECIDED = (
    DEALS.within("close_date")
    .but(LeftOut.NO_AMOUNT, has_no_amount)
    .but(LeftOut.OUTSIDE_PERIOD, lambda deals: ~deals["state"].isin(["won", "lost"]))
    .showing(*STANDING_COLUMNS)
)


def _amount(where: Where | None = None) -> Money:
    return Money(_DECIDED, "amount_minor", RateKind.AVERAGE, "close_date", where)


def _is_worth_unknown(asked: Asked) -> Flags:
    """Of the deals won, or of those lost: one side alone would make the rate all or nothing."""
    return worth_unknown(WON)(asked) | worth_unknown(LOST)(asked)


def _is_gained(deals: pd.DataFrame, asked: Asked) -> Flags:
    return is_won(deals, asked) & done_by("close_date")(deals, asked)


def _spec(
    id: str,
    unit: Unit,
    figure: Figure,
    roll_up: RollUp,
    better: Direction,
    version: int = 1,
) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=roll_up,
        feeds=("opportunities",),
        grains=WHOLE_MONTHS,
        authority="sales practice",
        figure=figure,
        direction=better,
        is_compared=False,
        audience=Audience.INTERNAL,
        version=version,
        operand_unit=Unit.MONEY if id == "win_rate_amount" else Unit.COUNT,
    )


AMOUNT = _spec(
    "win_rate_amount",
    Unit.RATIO,
    Ratio(
        _amount(is_won),
        _amount(),
        absent=(Absent(Missing.AMOUNT_MISSING, _is_worth_unknown),),
        none=Missing.NO_DEALS,
    ),
    RollUp.RATIO_OF_SUMS,
    Direction.UP,
    version=2,
)
OF_CREATED = _spec(
    "won_of_created",
    Unit.RATIO,
    Ratio(Count(_BEGUN, _is_gained), Count(_BEGUN), none=Missing.NO_DEALS),
    RollUp.RATIO_OF_SUMS,
    Direction.UP,
)
OPEN = _spec(
    "deals_open",
    Unit.COUNT,
    Value(Count(STANDING.showing(*STANDING_COLUMNS))),
    RollUp.SUM,
    Direction.NEITHER,
    version=3,
)
SPECS = (AMOUNT, OF_CREATED, OPEN)
