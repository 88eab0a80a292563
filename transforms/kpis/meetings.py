"""How often we meet the client.

>>> print(worked_example(SINCE, "2026-Q3", '''
... meeting_id  starts_at   is_held  is_with_client
... review      2026-09-20  true     true
... no-show     2026-09-25  false    true
... internal    2026-09-28  true     false
... '''))
10; no-show: not_held, internal: internal_meeting
"""

import pandas as pd

from transforms.clients.meeting_plan import planned_meetings
from transforms.core.periods import Grain
from transforms.metrics.amounts import Count, Given, Smallest
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Ratio, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.metrics.rows import Numbers, Rows

WITH_CLIENT = (
    Rows(
        "meetings",
        lambda context: context.accounts.meetings,
        shown=("starts_at", "subject", "is_held", "is_with_client"),
    )
    .but(LeftOut.NOT_HELD, lambda meetings: ~meetings["is_held"])
    .but(LeftOut.INTERNAL_MEETING, lambda meetings: ~meetings["is_with_client"])
)
IN_PERIOD = WITH_CLIENT.within("day")


def _aged(meetings: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    return meetings.assign(days_ago=(asked.last_day - meetings["day"]).dt.days)


PAST = WITH_CLIENT.but_then(
    LeftOut.OUTSIDE_PERIOD, lambda meetings, asked: meetings["day"] >= asked.end
).adding(_aged)


def _planned(asked: Asked) -> Numbers:
    """Meetings that each entity's tier plans for a period of this length."""
    context = asked.context
    planned = planned_meetings(context.tables, context.policy, asked.period)
    return pd.Series(planned, dtype="Float64").reindex(asked.entities)


HELD = KpiSpec(
    id="meetings_held",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("meetings",),
    grains=WHOLE_MONTHS,
    authority="account management practice",
    figure=Value(Count(IN_PERIOD)),
    direction=Direction.UP,
    charted=(Grain.QUARTER,),
    shown=(At(Place.TILE, 90), At(Place.CADENCE, 10)),
)
SINCE = KpiSpec(
    id="days_since_meeting",
    unit=Unit.DAYS,
    roll_up=RollUp.NONE,
    feeds=("meetings",),
    grains=WHOLE_MONTHS,
    authority="account management practice",
    figure=Value(Smallest(PAST, "days_ago"), none=Missing.NO_MEETINGS),
    direction=Direction.DOWN,
    shown=(At(Place.CADENCE, 20),),
)
OF_PLAN = KpiSpec(
    id="meetings_of_plan",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("meetings", "accounts"),
    grains=WHOLE_MONTHS,
    is_beside_whole=True,
    authority="account management practice",
    figure=Ratio(Count(IN_PERIOD), Given(_planned), none=Missing.NO_PLAN),
    direction=Direction.UP,
    is_compared=False,
    audience=Audience.INTERNAL,
)
SPECS = (HELD, SINCE, OF_PLAN)
