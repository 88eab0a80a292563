"""Work for the client waits for one of our own teams.

>>> SPEC.step("ask", "en", team="Legal")
'Ask Legal for a date for each waiting task, and pass the dates on to the client.'
"""

from transforms.signals.evidence import below, newest
from transforms.signals.model import (
    Case,
    Found,
    Severity,
    SignalSpec,
    Step,
)

SPEC = SignalSpec("internal_bottleneck")

_TASKS_SHOWN = 6


def find(case: Case) -> Found | None:
    teams = case.rows.waiting
    if not teams:
        return None
    parts = [newest(tasks, _TASKS_SHOWN) for tasks in teams.values()]
    late = below(case.get("delivery_on_time"), case.policy.signals.delivered_on_time)
    evidence = tuple(row for part in parts for row in part)
    steps: list[Step] = []
    first = 0
    for team, part in zip(teams, parts, strict=True):
        steps.append(Step("ask", tuple(range(first, first + len(part))), {"team": team}))
        first += len(part)
    if late:
        steps.append(Step("escalate", tuple(range(len(evidence) + 1))))
    return Found(Severity.ALERT if late else Severity.WATCH, (*evidence, *late), tuple(steps))
