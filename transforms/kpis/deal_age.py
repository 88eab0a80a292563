"""How long open deals have been open.

Entered on 1 September and on 1 July, seen on 30 September:

>>> print(worked_example(SPECS[0], "2026-Q3", '''
... opportunity_id  state  created_date
... d1              open   2026-09-01
... d2              open   2026-07-01
... d3              open
... d4              won    2026-07-01
... '''))
60; d3: outside_period, d4: not_open
"""

from transforms.metrics.amounts import Quantile
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.sales.deal_rows import (
    STANDING,
)

_AGED = STANDING.but(LeftOut.OUTSIDE_PERIOD, lambda deals: deals["created_date"].isna()).showing(
    "state", "created_date", "close_date"
)


SPECS = (
    KpiSpec(
        id="deals_open_age_median",
        unit=Unit.DAYS,
        roll_up=RollUp.DISTRIBUTION,
        feeds=("opportunities",),
        grains=WHOLE_MONTHS,
        authority="sales practice",
        figure=Value(Quantile(_AGED, "age_days"), none=Missing.NO_DEALS),
        direction=Direction.DOWN,
        is_compared=False,
        version=3,
        audience=Audience.INTERNAL,
    ),
)
