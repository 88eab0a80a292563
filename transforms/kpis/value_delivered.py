"""What the client's goals brought it in the quarter, as it confirmed.

Two goals saved 120 and 60 hours, of which the client confirmed the first; one brought money:

>>> GOALS_OF_YEAR = '''
... goal_id  quarter  worth_hours  worth_minor  worth_confirmed_by
... g1       2026-Q3  120                       Ana
... g2       2026-Q3  60
... g3       2026-Q3               500000       Ana
... g4       2026-Q2  30                        Ana
... g5       2026-Q3
... '''
>>> print(worked_example(HOURS, "2026-Q3", GOALS_OF_YEAR))
120; g2: unconfirmed, g3: no_worth, g4: outside_period, g5: no_worth
>>> print(worked_example(MONEY, "2026-Q3", GOALS_OF_YEAR))
500000; g1: no_worth, g2: no_worth, g4: no_worth, g5: no_worth
"""

import pandas as pd

from transforms.core.periods import Grain
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Amount, Money, Sum
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Value, without
from transforms.metrics.kpi import At, Direction, KpiSpec, Missing, Place, RollUp, Unit
from transforms.metrics.rows import Flags, Rows

_GOALS = Rows("goals", lambda context: context.tables.rows("goals"))


def _is_of_another(goals: pd.DataFrame, asked: Asked) -> Flags:
    return goals["quarter"] != str(asked.period)


_OF_QUARTER = _GOALS.but_then(LeftOut.OUTSIDE_PERIOD, _is_of_another)


def _confirmed(column: str) -> Rows:
    """Goals of the quarter whose worth of this kind somebody at the client has confirmed."""
    return (
        _GOALS.but(LeftOut.NO_WORTH, lambda goals: goals[column].isna())
        .but(LeftOut.UNCONFIRMED, lambda goals: goals["worth_confirmed_by"].fillna("") == "")
        .but_then(LeftOut.OUTSIDE_PERIOD, _is_of_another)
        .showing("goal", "quarter", column, "currency", "worth_confirmed_by")
    )


def _spec(id: str, unit: Unit, amount: Amount, confirmed: Rows, *shown: At) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.SUM,
        feeds=("goals",),
        grains=(Grain.QUARTER,),
        authority="TSIA; Gainsight",
        figure=Value(
            amount,
            absent=(
                Absent(Missing.NO_ROWS, without(_OF_QUARTER)),
                Absent(Missing.NO_WORTH, without(confirmed)),
            ),
        ),
        direction=Direction.UP,
        shown=shown,
    )


_HOURS, _MONEY = _confirmed("worth_hours"), _confirmed("worth_minor")
HOURS = _spec(
    "value_hours",
    Unit.HOURS,
    Sum(_HOURS, "worth_hours"),
    _HOURS,
    At(Place.CHECKLIST, 90),
    At(Place.VALUE, 10),
)
MONEY = _spec(
    "value_money",
    Unit.MONEY,
    Money(_MONEY, "worth_minor", RateKind.MONTH_END),
    _MONEY,
    At(Place.VALUE, 20),
)
SPECS = (HOURS, MONEY)
