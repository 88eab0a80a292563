"""Work for the client waits for one of our own teams.

>>> SPEC.words["en"].steps["ask"].format(team="Legal")
'Ask Legal for a date for each task that waits for it, and pass the dates on to the client.'
"""

import pandas as pd

from transforms.signals.evidence import below, quoted
from transforms.signals.model import (
    Case,
    Found,
    RowEvidence,
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
    """Alert where deliveries are late too."""
    tasks = case.tables.rows("tasks")
    end = pd.Timestamp(case.period.end)
    entered = tasks["created_date"].isna() | (tasks["created_date"] < end)
    is_open = tasks["completed_date"].isna() | (tasks["completed_date"] >= end)
    waiting = tasks[entered & is_open & tasks["blocked_by"].fillna("").ne("")]
    if waiting.empty:
        return None
    teams = sorted(set(waiting["blocked_by"].astype(str)))
    parts = [_waiting_for(team, waiting) for team in teams]
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


def _waiting_for(team: str, waiting: pd.DataFrame) -> tuple[RowEvidence, ...]:
    rows = waiting.loc[waiting["blocked_by"] == team]
    return quoted("tasks", rows, "task_name", "due_date", _TASKS_SHOWN)
