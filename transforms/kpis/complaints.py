"""Whether complaints are answered in time.

>>> print(worked_example(ON_TIME, "2026-Q3", '''
... ticket_id  created_at  is_complaint  first_response_minutes
... t1         2026-07-01  true          30
... t2         2026-07-02  true          600
... t3         2026-07-03  false         10
... '''))
0.5 = 1 / 2; t3: no_complaint
"""

import pandas as pd

from transforms.metrics.amounts import Count
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Ratio, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.rows import Flags
from transforms.service.ticket_rows import (
    FILED,
)

COMPLAINTS = FILED.but(
    LeftOut.NO_COMPLAINT, lambda tickets: ~tickets["is_complaint"].fillna(False)
).showing("is_complaint", "created_at", "first_response_at", "response_hours")


def _in_time(tickets: pd.DataFrame, asked: Asked) -> Flags:
    return tickets["response_hours"] <= asked.context.policy.first_response_target_hours


COUNT = KpiSpec(
    id="complaints",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    authority="account management practice",
    figure=Value(Count(COMPLAINTS)),
    direction=Direction.DOWN,
)
ON_TIME = KpiSpec(
    id="complaints_on_time",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    authority="HDI, service level attainment",
    figure=Ratio(Count(COMPLAINTS, _in_time), Count(COMPLAINTS), none=Missing.NO_COMPLAINTS),
    direction=Direction.UP,
)
SPECS = (COUNT, ON_TIME)
