"""Deals: what the open ones may bring, how many are won, and whether sales grow.

>>> DEALS_CLOSED = '''
... opportunity_id  state  close_date  amount_minor
... d1              won    2026-07-01  15000
... d2              won    2026-07-02  15000
... d3              lost   2026-07-03  10000
... d4              won    2025-07-03  20000
... '''
>>> print(worked_example(WIN_RATE, "2026-Q3", DEALS_CLOSED))
0.666666666667 = 2 / 3; d4: outside_period
>>> print(worked_example(GROWTH, "2026-Q3", DEALS_CLOSED))
0.5 = 10000 / 20000; d3: not_won
"""

from dataclasses import replace

from transforms.core.rates import RateKind
from transforms.metrics.amounts import (
    Count,
    Less,
    Money,
    Over,
)
from transforms.metrics.asked import Asked
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
from transforms.sales.deal_rows import (
    CLOSED,
    CLOSED_COLUMNS,
    PENDING,
    TOLD,
    WON,
    has_no_expectation,
    is_won,
    terms_unknown,
    worth_unknown,
)

_POTENTIAL = PENDING.showing(
    "stage", "created_date", "amount_minor", "probability", "expected_minor", "currency"
)
_CLOSED = CLOSED.showing(*CLOSED_COLUMNS)
_AMOUNT_WON = Money(WON.showing(*CLOSED_COLUMNS), "amount_minor", RateKind.AVERAGE, "close_date")
_A_YEAR_AGO = Over(_AMOUNT_WON, lambda period: period.year_ago)


def _is_worth_unknown(asked: Asked) -> Flags:
    """Of the deals won now, or of those won a year ago."""
    is_unknown = worth_unknown(WON)
    return is_unknown(asked) | is_unknown(asked.over(asked.period.year_ago))


def _spec(
    id: str,
    unit: Unit,
    figure: Figure,
    operand_unit: Unit = Unit.COUNT,
    version: int = 1,
) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.RATIO_OF_SUMS if unit is Unit.RATIO else RollUp.SUM,
        feeds=("opportunities",),
        grains=WHOLE_MONTHS,
        authority="sales practice",
        figure=figure,
        direction=Direction.UP,
        audience=Audience.INTERNAL,
        operand_unit=operand_unit,
        version=version,
    )


POTENTIAL = _spec(
    "potential_value",
    Unit.MONEY,
    Value(
        Money(_POTENTIAL, "expected_minor", RateKind.MONTH_END),
        absent=(
            Absent(Missing.TERMS_UNKNOWN, terms_unknown),
            Absent(Missing.AMOUNT_MISSING, worth_unknown(TOLD, has_no_expectation)),
        ),
    ),
    version=4,
)
WON_AMOUNT = _spec(
    "won_amount",
    Unit.MONEY,
    Value(_AMOUNT_WON, absent=(Absent(Missing.AMOUNT_MISSING, worth_unknown(WON)),)),
)
WIN_RATE = _spec(
    "win_rate",
    Unit.RATIO,
    Ratio(Count(_CLOSED, is_won), Count(_CLOSED), none=Missing.NO_DEALS),
)
GROWTH = replace(
    _spec(
        "sales_growth",
        Unit.RATIO,
        Ratio(
            Less(_AMOUNT_WON, (_A_YEAR_AGO,)),
            _A_YEAR_AGO,
            absent=(Absent(Missing.AMOUNT_MISSING, _is_worth_unknown),),
            none=Missing.NO_DEALS,
        ),
        Unit.MONEY,
    ),
    # Sales to new clients are growth too: a sum over those who bought a year ago would hide them.
    roll_up=RollUp.DISTRIBUTION,
    is_beside_whole=True,
)
SPECS = (POTENTIAL, WON_AMOUNT, WIN_RATE, GROWTH)
