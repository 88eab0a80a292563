"""Whether tickets of each priority are solved within the time set for it.

Three solved in time, one late, and one that stands open past its target:

>>> attainment(met=3, breached=2)
0.6
>>> attainment(met=0, breached=0) is None
True
"""

from collections.abc import Mapping

import pandas as pd

from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.metrics.entity_rows import counts, in_period, noted
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import ratio
from transforms.metrics.metric_context import MetricContext
from transforms.service.ticket_times import (
    AS_EXPORTED,
    chosen_tickets,
    standing_tickets,
    timed_tickets,
)

_NAMES = {
    "critical": ("critical", "crítica"),
    "high": ("high", "alta"),
    "normal": ("normal", "normal"),
    "low": ("low", "baja"),
}


def _spec(priority: str, english: str, spanish: str) -> KpiSpec:
    return KpiSpec(
        id=f"service_level_{priority}",
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=("tickets",),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                f"Service level, priority {english}",
                f"Tickets of priority {english} solved in the period within the target of business "
                "hours, as a share of those solved in it and those still open past the target.",
            ),
            "es": Words(
                f"Nivel de servicio, prioridad {spanish}",
                f"Tickets de prioridad {spanish} resueltos en el periodo dentro del plazo objetivo "
                "en horas hábiles, como proporción de los resueltos en él y de los que siguen "
                "abiertos con el plazo vencido.",
            ),
        },
        authority="HDI, service level attainment",
        direction=Direction.UP,
        is_compared=False,
    )


_PRIORITIES = {spec.id: name for name, said in _NAMES.items() for spec in [_spec(name, *said)]}
SPECS = tuple(_spec(name, *said) for name, said in _NAMES.items())


def attainment(met: int, breached: int) -> float | None:
    """The share that met its target; none where nothing could."""
    return met / (met + breached) if met + breached > 0 else None


def target_hours(policy: Policy) -> Mapping[str, float]:
    """Business hours within which a ticket of each priority has to be solved."""
    return {
        "critical": policy.critical_resolution_target_hours,
        "high": policy.critical_resolution_target_hours,
        "normal": policy.normal_resolution_target_hours,
        "low": policy.low_resolution_target_hours,
    }


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """One ratio a priority, of tickets solved in the period and those open past the target."""
    return pd.concat([_level(context, spec, period) for spec in SPECS], ignore_index=True)


def _level(context: MetricContext, spec: KpiSpec, period: Period) -> pd.DataFrame:
    target = target_hours(context.policy)[_PRIORITIES[spec.id]]
    solved, late = _solved_and_late(context, spec.id, period)
    met = counts(context, solved[solved["resolution_hours"] <= target])
    judged = counts(context, solved) + counts(context, late)
    note = noted(context, solved, "resolution_is_exported", AS_EXPORTED)
    return ratio(context, spec, met, judged, rows=judged, absent=Missing.NONE_SOLVED, note=note)


def _solved_and_late(
    context: MetricContext, kpi: str, period: Period
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tickets of the priority solved in the period, and those that stand open past the target."""
    priority = _PRIORITIES[kpi]
    tickets, standing = timed_tickets(context), standing_tickets(context, period)
    is_late = standing["waited_hours"] > target_hours(context.policy)[priority]
    solved = tickets[(tickets["priority"] == priority) & in_period(tickets["solved_day"], period)]
    return solved, standing[(standing["priority"] == priority) & is_late]


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Tickets of the priority solved in the period, with the hours they took, and those open
    past the target."""
    entered = pd.concat(_solved_and_late(context, kpi, period))
    rows = context.rows("tickets")
    standing = rows["ticket_id"].isin(standing_tickets(context, period)["ticket_id"])
    shown = ("priority", "status", "created_at", "solved_at", "resolution_hours_counted")
    return (
        chosen_tickets(
            context,
            entered.assign(resolution_hours_counted=entered["resolution_hours"]),
            shown,
            (rows["priority"].ne(_PRIORITIES[kpi]).fillna(True), LeftOut.OTHER_PRIORITY),
            (standing, LeftOut.WITHIN_TARGET),
        ),
    )
