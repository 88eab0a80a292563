"""Recurring revenue on the last day of a period, by month and by year.

A yearly amount of 1,000.00 is 83.33 a month, while the yearly figure keeps every cent.

>>> SUBSCRIPTIONS = '''
... subscription_id  start_date  end_date    yearly_minor  is_metered  status
... runs             2026-07-01              100000                    active
... over             2025-01-01  2026-07-01  99900                     active
... by_use           2026-07-01              99900         true        active
... '''
>>> print(worked_example(MRR, "2026-Q3", SUBSCRIPTIONS))
8333; over: not_running, by_use: metered
>>> print(worked_example(ARR, "2026-Q3", SUBSCRIPTIONS))
100000; over: not_running, by_use: metered
"""

from transforms.billing.recurring import (
    Recurring,
    closing,
    is_inferred_at,
    is_worth_unknown,
    never_paid,
)
from transforms.core.periods import Grain
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Absent, Noted, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Caveat,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.metrics.rows import Flags


def _is_unknown(asked: Asked) -> Flags:
    return is_worth_unknown(asked.over(closing(asked.period)))


def _spec(
    id: str, charted: tuple[Grain, ...], shown: tuple[At, ...] = (), *, is_yearly: bool
) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("subscriptions",),
        charted=charted,
        grains=WHOLE_MONTHS,
        authority="ChartMogul, Stripe",
        figure=Value(
            Recurring(is_yearly=is_yearly),
            absent=(
                Absent(Missing.NO_SUBSCRIPTIONS, never_paid),
                Absent(Missing.DISCOUNT_UNKNOWN, _is_unknown),
            ),
            notes=(Noted(Caveat.INFERRED, is_inferred_at),),
        ),
        direction=Direction.UP,
        shown=shown,
        version=2,
    )


MRR = _spec(
    "mrr",
    (Grain.MONTH,),
    (
        At(Place.PRE_SEND, 100),
        At(Place.PORTFOLIO, 80),
        At(Place.FEE, 10),
        At(Place.RECURRING, 10),
        At(Place.PORTAL, 10),
        At(Place.BRIEF, 10),
    ),
    is_yearly=False,
)
ARR = _spec("arr", (), (At(Place.LINEAGE, 10), At(Place.OVERVIEW, 10)), is_yearly=True)
SPECS = (MRR, ARR)
