"""Work for the client waits for one of our own teams.

>>> SPEC.step("ask", "en", team="Legal")
'Ask Legal for a date for the work that is waiting, and pass it on to the client.'
"""

from datetime import date

from transforms.signals.evidence import below, oldest
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
    """What waits for longest comes first; an alert where deliveries are late, too."""
    teams = case.rows.waiting
    if not teams:
        return None
    waiting = [(team, oldest(tasks, _TASKS_SHOWN)) for team, tasks in teams.items()]
    waiting.sort(key=lambda found: found[1][0].day or date.max)
    late = below(case.get("delivery_on_time"), case.policy.signals.delivered_on_time)
    evidence = (*late, *(row for _, part in waiting for row in part))
    steps: list[Step] = []
    first = len(late)
    for team, part in waiting:
        steps.append(Step("ask", tuple(range(first, first + len(part))), {"team": team}))
        first += len(part)
    if late:
        steps.append(Step("escalate", tuple(range(len(evidence)))))
    return Found(Severity.ALERT if late else Severity.WATCH, evidence, tuple(steps))
