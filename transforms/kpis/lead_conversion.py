"""How many of the leads that are old enough to be judged became clients.

>>> print(worked_example(SPECS[0], "2026-Q3", '''
... lead_id  manager_id  created_date  converted_date
... l1       us          2026-01-01    2026-03-01
... l2       us          2026-01-01    2026-10-01
... l3       us          2026-09-01    2026-09-02
... l4       them        2026-01-01
... '''))
0.5 = 1 / 2; l3: outside_period
"""

import pandas as pd

from transforms.metrics.amounts import (
    Count,
)
from transforms.metrics.figures import Ratio
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    EntityKind,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rows import Rows
from transforms.sales.cohorts import cohort, done_by


def _leads(context: MetricContext) -> pd.DataFrame:
    """Leads with the place of the entity whose manager works them; of everybody, all leads."""
    leads = context.tables.rows("leads")
    if context.entity_type == EntityKind.PORTFOLIO:
        return leads.assign(entity=0)
    owners = leads["manager_id"]
    if context.entity_type == EntityKind.TEAM:
        managers = context.tables.rows("managers").set_index("manager_id")
        owners = owners.map(managers["team"])
    place = context.currencies.index.get_indexer(pd.Index(owners.astype("object")))
    return leads.assign(entity=place)[place >= 0].reset_index(drop=True)


_COHORT = cohort(
    Rows("leads", _leads, shown=("manager_id", "status", "created_date", "converted_date"))
)


SPECS = (
    KpiSpec(
        id="lead_conversion",
        unit=Unit.RATIO,
        roll_up=RollUp.DISTRIBUTION,
        feeds=("leads",),
        grains=WHOLE_MONTHS,
        authority="sales practice",
        figure=Ratio(
            Count(_COHORT, done_by("converted_date")),
            Count(_COHORT),
            none=Missing.NO_LEADS,
        ),
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        of=(EntityKind.MANAGER, EntityKind.TEAM, EntityKind.PORTFOLIO),
    ),
)
