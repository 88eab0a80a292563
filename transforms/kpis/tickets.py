"""How many tickets were filed and solved.

>>> print(worked_example(SOLVED_COUNT, "2026-Q3", '''
... ticket_id  created_at  solved_at   status
... t1         2026-06-01  2026-07-01  solved
... t2         2026-07-02              open
... t3         2026-07-03  2026-07-04  deleted
... '''))
1; t2: not_solved, t3: deleted
"""

from transforms.core.periods import Grain
from transforms.metrics.amounts import Count
from transforms.metrics.figures import Value
from transforms.metrics.kpi import WHOLE_MONTHS, At, KpiSpec, Place, RollUp, Unit
from transforms.service.ticket_rows import FILED, KNOWN, SOLVED, undated

CREATED = KpiSpec(
    id="tickets_created",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tickets",),
    charted=(Grain.MONTH, Grain.QUARTER),
    grains=WHOLE_MONTHS,
    authority="Zendesk, tickets created",
    figure=Value(Count(FILED.showing("status", "created_at"))),
    shown=(
        At(Place.TILE, 80),
        At(Place.HISTORY, 70),
        At(Place.SERVICE, 5),
        At(Place.SERVICE_CARD, 10),
    ),
)
SOLVED_COUNT = KpiSpec(
    id="tickets_solved",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("tickets",),
    charted=(Grain.MONTH,),
    grains=WHOLE_MONTHS,
    authority="Zendesk, tickets solved",
    figure=Value(
        Count(SOLVED.showing("status", "created_at", "solved_at")), absent=(undated(KNOWN),)
    ),
)
SPECS = (CREATED, SOLVED_COUNT)
