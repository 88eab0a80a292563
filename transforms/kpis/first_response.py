"""How soon a person answers.

One in time, one too late, one that waits since July, and one of the last hour of September:

>>> print(worked_example(ON_TIME, "2026-Q3", '''
... ticket_id  created_at           first_response_minutes
... t1         2026-07-01           240
... t2         2026-07-02           246
... t3         2026-07-03
... t4         2026-09-30T17:00:00
... '''))
0.333333333333 = 1 / 3; t4: no_reply
"""

import pandas as pd

from transforms.core.periods import Grain
from transforms.metrics.amounts import Count, Quantile
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Noted, Ratio, Value, has_flagged, without
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
from transforms.service.ticket_rows import ANSWERABLE as JUDGED
from transforms.service.ticket_rows import FILED, REPLIED_EVER

REPLIED = FILED.but(LeftOut.NO_REPLY, lambda tickets: tickets["response_hours"].isna()).showing(
    "priority", "created_at", "first_response_at", "response_hours"
)

_NONE_FILED = (Absent(Missing.NO_ROWS, without(FILED), hides=False),)
_EXPORTED = Noted(Caveat.AS_EXPORTED, has_flagged(REPLIED, "response_is_exported"))

ANSWERABLE = JUDGED.showing(
    "priority", "status", "created_at", "first_response_at", "response_hours", "unanswered_hours"
)


def _in_time(tickets: pd.DataFrame, asked: Asked) -> Flags:
    """The target itself is in time."""
    return tickets["response_hours"] <= asked.context.policy.first_response_target_hours


def _hours(share: float) -> Value:
    return Value(
        Quantile(REPLIED, "response_hours", share),
        absent=_NONE_FILED,
        none=Missing.NO_REPLIES,
        notes=(_EXPORTED,),
    )


MEDIAN = KpiSpec(
    id="first_response_median",
    unit=Unit.HOURS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    charted=(Grain.MONTH,),
    grains=WHOLE_MONTHS,
    authority="Zendesk, first reply time in business hours",
    figure=_hours(0.5),
    direction=Direction.DOWN,
    tile_decimals=1,
    shown=(
        At(Place.TILE, 20),
        At(Place.CHECKLIST, 40),
        At(Place.PRE_SEND, 40),
        At(Place.SERVICE, 10),
    ),
)
P90 = KpiSpec(
    id="first_response_p90",
    unit=Unit.HOURS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    authority="Zendesk, first reply time in business hours",
    figure=_hours(0.9),
    direction=Direction.DOWN,
)
ON_TIME = KpiSpec(
    id="first_response_on_time",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    shown=(At(Place.PORTAL, 120),),
    authority="HDI, service level attainment",
    figure=Ratio(
        Count(ANSWERABLE, _in_time),
        Count(ANSWERABLE),
        absent=(*_NONE_FILED, Absent(Missing.NO_REPLIES, without(REPLIED_EVER))),
        none=Missing.NO_REPLIES,
        notes=(_EXPORTED,),
    ),
    direction=Direction.UP,
    version=2,
)
SPECS = (MEDIAN, P90, ON_TIME)
