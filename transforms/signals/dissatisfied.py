"""The client is unhappy with what it gets.

Its steps are sentences in both languages:

>>> SPEC.words["en"].steps["call"]
'Call whoever gave the low scores within a week, and ask what would have made it a nine.'
"""

from transforms.signals.evidence import above, below, newest
from transforms.signals.model import (
    Case,
    FigureEvidence,
    Found,
    Severity,
    SignalSpec,
    SignalWords,
    Step,
)

SPEC = SignalSpec(
    "dissatisfied",
    {
        "en": SignalWords(
            "Unhappy with the service",
            "More detractors than promoters, low satisfaction, several complaints in the "
            "period, or one beside incidents or first answers outside their targets.",
            {
                "call": "Call whoever gave the low scores within a week, and ask what would "
                "have made it a nine.",
                "answer": "Answer every complaint in writing, with what was done and by when.",
                "incidents": "Agree with support on an owner and a date for each critical "
                "incident, and tell the client both.",
                "plan": "Bring a service plan to the next meeting: targets, what changes, and "
                "the day on which it is measured again.",
            },
        ),
        "es": SignalWords(
            "Descontento con el servicio",
            "Más detractores que promotores, satisfacción baja, varias quejas en el "
            "periodo, o una junto a incidencias o primeras respuestas fuera de su objetivo.",
            {
                "call": "Llamar en una semana a quienes dieron las notas bajas y preguntar qué "
                "habría hecho falta para un nueve.",
                "answer": "Responder por escrito a cada queja, con lo que se hizo y para cuándo.",
                "incidents": "Acordar con soporte un responsable y una fecha para cada incidencia "
                "crítica, y comunicar ambos al cliente.",
                "plan": "Llevar a la próxima reunión un plan de servicio: objetivos, qué cambia "
                "y el día en que se vuelve a medir.",
            },
        ),
    },
)


def find(case: Case) -> Found | None:
    """Alert where the service shows it too; else to be watched."""
    mood = (*_scores(case), *below(case.get("csat"), case.policy.signals.satisfied))
    comments = newest(case.rows.low_comments) if mood else ()
    complaints = newest(case.rows.complaints)
    slow = _slow(case)
    evidence = (*mood, *comments, *complaints, *slow)
    # One complaint happens to everybody, and slow service that nobody minds is no discontent.
    if not mood and len(complaints) + bool(slow) < case.policy.signals.complaints:
        return None
    if not mood and not complaints:
        return None
    severity = Severity.ALERT if slow else Severity.WATCH
    counts = {"call": len(mood) + len(comments), "answer": len(complaints), "plan": len(slow)}
    return Found(severity, evidence, _steps(counts, case))


def _scores(case: Case) -> tuple[FigureEvidence, ...]:
    promoters, detractors = case.get("nps_promoters"), case.get("nps_detractors")
    score = below(case.get("nps"), 0)
    if score or promoters.value is None or detractors.value is None:
        return score
    return above(detractors, promoters.value)


def _slow(case: Case) -> tuple[FigureEvidence, ...]:
    target = case.policy.critical_resolution_target_hours
    return (
        *above(case.get("critical_resolution_median"), target),
        *below(case.get("first_response_on_time"), case.policy.signals.answered_on_time),
    )


def _steps(counts: dict[str, int], case: Case) -> tuple[Step, ...]:
    """A step for each kind of evidence; `counts` in the order of the evidence."""
    steps: list[Step] = []
    first = 0
    for name, count in counts.items():
        places = tuple(range(first, first + count))
        first += count
        if count:
            steps.append(Step(name, places))
    if counts["plan"] and (case.get("critical_open").value or 0) > 0:
        steps.insert(len(steps) - 1, Step("incidents", steps[-1].cites))
    return tuple(steps)
