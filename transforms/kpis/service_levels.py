"""Whether tickets of each priority are solved within the time set for it.

Three solved in time, one late, and one that stands open past its target:

>>> print(worked_example(SPECS[3], "2026-Q3", '''
... ticket_id  created_at  status  priority  resolution_hours
... t1         2026-07-01  solved  low       1
... t2         2026-07-01  solved  low       2
... t3         2026-07-01  solved  low       3
... t4         2026-07-01  solved  low       1000
... t5         2026-07-01  open    low
... t6         2026-09-29  open    low
... '''))
0.6 = 3 / 5; t6: within_target
"""

from transforms.core.policy import Policy
from transforms.metrics.amounts import Count
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Noted, Ratio, has_flagged
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Caveat,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.service.ticket_rows import WAITING, judged, solved_within, undated

_SHOWN = ("priority", "status", "created_at", "solved_at", "resolution_hours_counted")


def target_hours(policy: Policy, priority: str) -> float:
    """Business hours within which a ticket of the priority has to be solved."""
    return {
        "critical": policy.critical_resolution_target_hours,
        "high": policy.critical_resolution_target_hours,
        "normal": policy.normal_resolution_target_hours,
        "low": policy.low_resolution_target_hours,
    }[priority]


def _attainment(priority: str) -> Ratio:
    def target(policy: Policy) -> float:
        return target_hours(policy, priority)

    ours = WAITING.but(
        LeftOut.OTHER_PRIORITY, lambda tickets: tickets["priority"].ne(priority).fillna(True)
    ).showing(*_SHOWN)
    rows, solved = judged(ours, target), ours.within("solved_day")
    return Ratio(
        Count(rows, solved_within(target)),
        Count(rows),
        absent=(undated(ours),),
        none=Missing.NONE_SOLVED,
        notes=(Noted(Caveat.AS_EXPORTED, has_flagged(solved, "resolution_is_exported")),),
    )


_PRIORITIES = ("critical", "high", "normal", "low")


def _spec(priority: str) -> KpiSpec:
    return KpiSpec(
        id=f"service_level_{priority}",
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=("tickets",),
        grains=WHOLE_MONTHS,
        authority="HDI, service level attainment",
        figure=_attainment(priority),
        direction=Direction.UP,
        is_compared=False,
    )


SPECS = tuple(map(_spec, _PRIORITIES))
