"""How many of the leads that are old enough to be judged became clients.

>>> conversion(converted=3, created=12)
0.25
>>> conversion(converted=0, created=0) is None
True
"""

import pandas as pd

from transforms.core.exact import sums
from transforms.core.periods import Period
from transforms.metrics.explained import Selection, selection_of
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    EntityKind,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
    Words,
)
from transforms.metrics.kpi_frame import Numbers, ratio
from transforms.metrics.metric_context import MetricContext
from transforms.sales.cohorts import is_done_by, is_in_cohort

SPECS = (
    KpiSpec(
        id="lead_conversion",
        unit=Unit.RATIO,
        roll_up=RollUp.DISTRIBUTION,
        feeds=("leads",),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Lead conversion",
                "Leads that became clients by the period's end, as a share of those entered in "
                "the twelve months that ended 90 days (unless set otherwise) before it. Younger "
                "ones are not judged yet.",
            ),
            "es": Words(
                "Conversión de prospectos",
                "Prospectos convertidos en clientes hasta el cierre del periodo, como proporción "
                "de los registrados en los doce meses que terminaron 90 días antes (si no se "
                "configura otra cosa). Los más recientes aún no se juzgan.",
            ),
        },
        authority="sales practice",
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        of=(EntityKind.MANAGER, EntityKind.TEAM, EntityKind.PORTFOLIO),
    ),
)


def conversion(converted: int, created: int) -> float | None:
    """The share of the cohort that became clients; none without a cohort."""
    return converted / created if created > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Converted over all of the cohort, of managers, teams or everybody."""
    cohort = _cohort(context, period)
    converted = cohort[is_done_by(cohort["converted_date"], period)]
    created = _counts(context, cohort)
    return ratio(
        context,
        SPECS[0],
        _counts(context, converted),
        created,
        rows=created,
        absent=Missing.NO_LEADS,
    )


def _cohort(context: MetricContext, period: Period) -> pd.DataFrame:
    leads = _leads(context)
    return leads[is_in_cohort(leads["created_date"], period, context.policy)]


def _leads(context: MetricContext) -> pd.DataFrame:
    """Leads with `owner`, the entity whose manager works them; of everybody, all leads."""
    leads = context.tables.rows("leads")
    index = context.currencies.index
    if context.entity_type == EntityKind.PORTFOLIO:
        return leads.assign(owner=0)
    owners = leads["manager_id"]
    if context.entity_type == EntityKind.TEAM:
        managers = context.tables.rows("managers").set_index("manager_id")
        owners = owners.map(managers["team"])
    place = index.get_indexer(pd.Index(owners.astype("object")))
    return leads.assign(owner=place)[place >= 0]


def _counts(context: MetricContext, leads: pd.DataFrame) -> Numbers:
    index = context.currencies.index
    one = leads.assign(one=1)[["owner", "one"]].to_numpy(dtype="int64")
    return pd.Series(sums(one[:, 0], one[:, 1], len(index)), index=index)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Leads of the cohort, whether converted or not."""
    shown = ("manager_id", "status", "created_date", "converted_date")
    cohort = _cohort(context, period)
    return (selection_of(_leads(context), "leads", cohort, shown),)
