"""How much of what came up for renewal was renewed.

Two agreements of 100 and 300 came up; one was renewed for 90, the other left:

>>> SUBSCRIPTIONS = '''
... subscription_id  account_id  start_date  end_date    yearly_minor  status
... small            us          2025-07-10  2026-07-10  100           active
... smaller          us          2026-07-10              90            active
... large            them        2025-08-10  2026-08-10  300           active
... other            them        2025-01-10  2026-12-31  500           active
... over             us          2025-01-10  2025-12-31  500           active
... '''
>>> print(worked_example(RATE, "2026-Q3", SUBSCRIPTIONS))
0.5 = 1 / 2; over: not_due
>>> print(worked_example(AMOUNT, "2026-Q3", SUBSCRIPTIONS))
0.225 = 90 / 400; over: not_due
"""

from transforms.billing.recurring import never_paid
from transforms.metrics.figures import Absent, Noted, Ratio, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Caveat,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.renewals.agreements import Agreements, Fate, is_inferred, is_unrated, is_unsaid

_DECIDED = (Fate.RENEWED, Fate.LOST)
_UNKNOWN = (
    Absent(Missing.RATE_MISSING, is_unrated),
    Absent(Missing.DISCOUNT_UNKNOWN, is_unsaid),
)


def _spec(
    id: str, figure: Value | Ratio, direction: Direction, operand_unit: Unit = Unit.COUNT
) -> KpiSpec:
    is_ratio = isinstance(figure, Ratio)
    return KpiSpec(
        id=id,
        unit=Unit.RATIO if is_ratio else Unit.COUNT,
        roll_up=RollUp.RATIO_OF_SUMS if is_ratio else RollUp.SUM,
        feeds=("subscriptions",),
        grains=WHOLE_MONTHS,
        authority="SaaS Metrics Standards Board",
        figure=figure,
        direction=direction,
        is_compared=False,
        audience=Audience.INTERNAL,
        operand_unit=operand_unit,
        version=4,
    )


def _rate(renewed: Agreements, decided: Agreements) -> Ratio:
    return Ratio(
        renewed,
        decided,
        absent=(Absent(Missing.NO_SUBSCRIPTIONS, never_paid, hides=False), *_UNKNOWN),
        none=Missing.NO_RENEWALS,
        notes=(Noted(Caveat.INFERRED, is_inferred),),
    )


RATE = _spec(
    "renewal_rate",
    _rate(Agreements((Fate.RENEWED,)), Agreements(_DECIDED)),
    Direction.UP,
)
AMOUNT = _spec(
    "renewal_rate_amount",
    _rate(Agreements(_DECIDED, "kept_minor"), Agreements(_DECIDED, "due_minor")),
    Direction.UP,
    Unit.MONEY,
)
DUE = _spec(
    "renewals_due",
    Value(Agreements(tuple(Fate)), absent=_UNKNOWN),
    Direction.NEITHER,
)
UNDECIDED = _spec(
    "renewals_undecided",
    Value(Agreements((Fate.UNDECIDED,)), absent=_UNKNOWN),
    Direction.DOWN,
)
SPECS = (RATE, AMOUNT, DUE, UNDECIDED)
