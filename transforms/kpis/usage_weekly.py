"""How much the product is used, week by week.

>>> print(worked_example(WEEKLY, "2026-W41", '''
... usage_date  events
... 2026-10-04  5
... 2026-10-05  7
... 2026-10-11  9
... '''))
16; 2026-10-04: outside_period
"""

from transforms.core.periods import Grain
from transforms.kpis.usage import USAGE
from transforms.metrics.amounts import Sum
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Value, without
from transforms.metrics.kpi import Direction, KpiSpec, Missing, RollUp, Unit

BEGUN = USAGE.but_then(
    LeftOut.OUTSIDE_PERIOD, lambda usage, asked: usage["usage_date"] >= asked.end
)


WEEKLY = KpiSpec(
    id="usage_weekly",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("usage",),
    charted=(Grain.WEEK,),
    authority="product analytics practice",
    figure=Value(
        Sum(USAGE.within("usage_date"), "events"),
        absent=(
            Absent(Missing.NO_ROWS, without(USAGE)),
            Absent(Missing.TOO_SHORT_HISTORY, without(BEGUN)),
        ),
    ),
    grains=(Grain.WEEK,),
    direction=Direction.UP,
)
SPECS = (WEEKLY,)
