"""Whether tickets of each priority are solved within the time set for it.

Three solved in time, one late, and one that stands open past its target:

>>> attainment(met=3, breached=2)
0.6
>>> attainment(met=0, breached=0) is None
True
"""

from collections.abc import Mapping

import pandas as pd

from transforms.entity_rows import counts, in_period, noted
from transforms.explained import LeftOut, Selection
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import ratio
from transforms.periods import Period
from transforms.policy import Policy
from transforms.ticket_times import AS_EXPORTED, chosen_tickets, standing_tickets, timed_tickets

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
        better=Better.UP,
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


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """One ratio a priority, of tickets solved in the period and those open past the target."""
    return pd.concat([_level(facts, spec, period) for spec in SPECS], ignore_index=True)


def _level(facts: Facts, spec: KpiSpec, period: Period) -> pd.DataFrame:
    target = target_hours(facts.policy)[_PRIORITIES[spec.id]]
    solved, late = _solved_and_late(facts, spec.id, period)
    met = counts(facts, solved[solved["resolution_hours"] <= target])
    judged = counts(facts, solved) + counts(facts, late)
    note = noted(facts, solved, "resolution_is_exported", AS_EXPORTED)
    return ratio(facts, spec, met, judged, rows=judged, absent=Missing.NONE_SOLVED, note=note)


def _solved_and_late(facts: Facts, kpi: str, period: Period) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tickets of the priority solved in the period, and those that stand open past the target."""
    priority = _PRIORITIES[kpi]
    tickets, standing = timed_tickets(facts), standing_tickets(facts, period)
    is_late = standing["waited_hours"] > target_hours(facts.policy)[priority]
    solved = tickets[(tickets["priority"] == priority) & in_period(tickets["solved_day"], period)]
    return solved, standing[(standing["priority"] == priority) & is_late]


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Tickets of the priority solved in the period, with the hours they took, and those open
    past the target."""
    entered = pd.concat(_solved_and_late(facts, kpi, period))
    rows = facts.rows("tickets")
    standing = rows["ticket_id"].isin(standing_tickets(facts, period)["ticket_id"])
    shown = ("priority", "status", "created_at", "solved_at", "resolution_hours_counted")
    return (
        chosen_tickets(
            facts,
            entered.assign(resolution_hours_counted=entered["resolution_hours"]),
            shown,
            (rows["priority"].ne(_PRIORITIES[kpi]).fillna(True), LeftOut.OTHER_PRIORITY),
            (standing, LeftOut.WITHIN_TARGET),
        ),
    )
