"""How soon critical incidents are solved, and how many stand open.

One filed on 28 September that stands open on the 30th is two days old:

>>> print(worked_example(AGE, "2026-Q3", '''
... ticket_id  created_at  status  priority
... t1         2026-09-28  open    critical
... t2         2026-09-01  open    low
... '''))
2; t2: not_critical
"""

from transforms.core.periods import Grain
from transforms.core.policy import Policy
from transforms.metrics.amounts import Count, Quantile
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Noted, Ratio, Value, has_flagged
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
from transforms.service.ticket_rows import (
    CRITICAL,
    STANDING,
    is_open,
    judged,
    solved_within,
    undated,
)

SOLVED_IN_PERIOD = CRITICAL.but_then(LeftOut.NOT_SOLVED, is_open).within("solved_day")


def _target(policy: Policy) -> float:
    return policy.critical_resolution_target_hours


JUDGED = judged(CRITICAL, _target)
_UNDATED = (undated(CRITICAL),)
_EXPORTED = Noted(Caveat.AS_EXPORTED, has_flagged(SOLVED_IN_PERIOD, "resolution_is_exported"))


def _hours(share: float) -> Value:
    of = Quantile(SOLVED_IN_PERIOD, "resolution_hours_counted", share)
    return Value(of, absent=_UNDATED, none=Missing.NONE_SOLVED, notes=(_EXPORTED,))


MEDIAN = KpiSpec(
    id="critical_resolution_median",
    unit=Unit.HOURS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority="HDI, time to resolve",
    figure=_hours(0.5),
    direction=Direction.DOWN,
    tile_decimals=1,
    shown=(
        At(Place.HISTORY, 80),
        At(Place.CHECKLIST, 50),
        At(Place.PRE_SEND, 50),
        At(Place.SERVICE, 20),
    ),
)
P90 = KpiSpec(
    id="critical_resolution_p90",
    unit=Unit.HOURS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    authority="HDI, time to resolve",
    figure=_hours(0.9),
    direction=Direction.DOWN,
)
ON_TIME = KpiSpec(
    id="critical_resolution_on_time",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    shown=(At(Place.PORTAL, 130),),
    authority="HDI, service level attainment",
    figure=Ratio(
        Count(JUDGED, solved_within(_target)),
        Count(JUDGED),
        absent=_UNDATED,
        none=Missing.NONE_SOLVED,
        notes=(_EXPORTED,),
    ),
    direction=Direction.UP,
)
OPEN = KpiSpec(
    id="critical_open",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    authority="HDI, backlog",
    figure=Value(Count(STANDING)),
    direction=Direction.DOWN,
    shown=(
        At(Place.SERVICE, 30),
        At(Place.SERVICE_CARD, 20),
    ),
)
AGE = KpiSpec(
    id="critical_open_age_median",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    authority="HDI, backlog",
    figure=Value(Quantile(STANDING, "age_days"), none=Missing.NONE_OPEN),
    direction=Direction.DOWN,
    is_compared=False,
)
SPECS = (MEDIAN, P90, ON_TIME, OPEN, AGE)
