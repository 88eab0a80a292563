"""How much of the client's tickets the most frequent cause makes up.

Two of three tickets with a category are about access:

>>> print(worked_example(TOP, "2026-Q3", '''
... ticket_id  created_at  category   status
... t1         2026-07-01  Access     open
... t2         2026-07-02  Access     open
... t3         2026-07-03  Billing    open
... t4         2026-07-04             open
... t5         2026-06-04  Billing    open
... '''))
0.666666666667 = 2 / 3; t4: no_category, t5: outside_period
"""

import pandas as pd

from transforms.core.exact import whole_numbers
from transforms.metrics.amounts import Count, Given
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Ratio, has_any
from transforms.metrics.kpi import WHOLE_MONTHS, At, KpiSpec, Missing, Place, RollUp, Unit
from transforms.metrics.rows import Numbers
from transforms.service.ticket_rows import FILED, KNOWN

CATEGORISED = (
    KNOWN.but(LeftOut.NO_CATEGORY, lambda tickets: tickets["category"].fillna("") == "")
    .within("created_day")
    .showing("created_at", "category", "priority", "status")
)


def _most_frequent(asked: Asked) -> Numbers:
    """How many tickets the most frequent category of each entity has."""
    tickets = CATEGORISED.kept(asked)
    by_cause = tickets.groupby(["entity", "category"]).size().groupby("entity").max()
    most = pd.Series(by_cause).reindex(range(len(asked.entities)), fill_value=0)
    return pd.Series(whole_numbers(most), asked.entities)


TOP = KpiSpec(
    id="tickets_top_cause",
    unit=Unit.RATIO,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("tickets",),
    grains=WHOLE_MONTHS,
    authority="HDI",
    figure=Ratio(
        Given(_most_frequent, (CATEGORISED,)),
        Count(CATEGORISED),
        absent=(Absent(Missing.NO_CATEGORY, has_any(FILED), hides=False),),
    ),
    shown=(At(Place.BREAKDOWN, 10),),
)
SPECS = (TOP,)
