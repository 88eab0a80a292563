"""Work for the client waits for one of our own teams.

>>> SPEC.words["en"].steps["ask"].format(team="Legal")
'Ask Legal for a date for each task that waits for it, and pass the dates on to the client.'
"""

from transforms.signals.evidence import below, newest
from transforms.signals.model import (
    Case,
    Found,
    Severity,
    SignalSpec,
    SignalWords,
    Step,
)

SPEC = SignalSpec(
    "internal_bottleneck",
    {
        "en": SignalWords(
            "Held up by our own teams",
            "Tasks of the client stand open because they wait for another team.",
            {
                "ask": "Ask {team} for a date for each task that waits for it, and pass the "
                "dates on to the client.",
                "escalate": "Take the list to the heads of the teams: the client's deliveries "
                "are late because of it.",
            },
        ),
        "es": SignalWords(
            "Frenado por nuestros propios equipos",
            "Hay tareas del cliente abiertas porque esperan a otro equipo.",
            {
                "ask": "Pedir a {team} una fecha para cada tarea que lo espera y comunicar las "
                "fechas al cliente.",
                "escalate": "Llevar la lista a los responsables de los equipos: las entregas del "
                "cliente se retrasan por ello.",
            },
        ),
    },
)

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
