"""How many of the leads that are old enough to be judged became clients.

>>> conversion(converted=3, created=12)
0.25
>>> conversion(converted=0, created=0) is None
True
"""

import pandas as pd

from transforms.cohorts import is_done_by, is_in_cohort
from transforms.exact import sums
from transforms.explained import Selection, selection_of
from transforms.facts import Facts
from transforms.kpi import (
    WHOLE_MONTHS,
    Audience,
    Better,
    KpiSpec,
    Missing,
    Of,
    RollUp,
    Unit,
    Words,
)
from transforms.kpi_frame import Numbers, ratio
from transforms.periods import Period

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
        better=Better.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        of=(Of.MANAGER, Of.TEAM, Of.PORTFOLIO),
    ),
)


def conversion(converted: int, created: int) -> float | None:
    """The share of the cohort that became clients; none without a cohort."""
    return converted / created if created > 0 else None


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Converted over all of the cohort, of managers, teams or everybody."""
    cohort = _cohort(facts, period)
    converted = cohort[is_done_by(cohort["converted_date"], period)]
    created = _counts(facts, cohort)
    return ratio(
        facts,
        SPECS[0],
        _counts(facts, converted),
        created,
        rows=created,
        absent=Missing.NO_LEADS,
    )


def _cohort(facts: Facts, period: Period) -> pd.DataFrame:
    leads = _leads(facts)
    return leads[is_in_cohort(leads["created_date"], period, facts.policy)]


def _leads(facts: Facts) -> pd.DataFrame:
    """Leads with `owner`, the entity whose manager works them; of everybody, all leads."""
    leads = facts.tables.rows("leads")
    index = facts.currencies.index
    if facts.entity_type == Of.PORTFOLIO:
        return leads.assign(owner=0)
    owners = leads["manager_id"]
    if facts.entity_type == Of.TEAM:
        managers = facts.tables.rows("managers").set_index("manager_id")
        owners = owners.map(managers["team"])
    place = index.get_indexer(pd.Index(owners.astype("object")))
    return leads.assign(owner=place)[place >= 0]


def _counts(facts: Facts, leads: pd.DataFrame) -> Numbers:
    index = facts.currencies.index
    one = leads.assign(one=1)[["owner", "one"]].to_numpy(dtype="int64")
    return pd.Series(sums(one[:, 0], one[:, 1], len(index)), index=index)


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Leads of the cohort, whether converted or not."""
    shown = ("manager_id", "status", "created_date", "converted_date")
    cohort = _cohort(facts, period)
    return (selection_of(_leads(facts), "leads", cohort, shown),)
