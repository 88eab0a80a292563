"""The client is unhappy with what it gets.

Its steps are sentences in both languages:

>>> SPEC.step("call", "en")
'Call those who gave low scores and ask what would have earned a nine.'
"""

from collections.abc import Sequence

from transforms.signals.evidence import above, below, newest
from transforms.signals.model import (
    Case,
    Evidence,
    FigureEvidence,
    Found,
    Severity,
    SignalSpec,
    Step,
)

SPEC = SignalSpec("dissatisfied")


def find(case: Case) -> Found | None:
    """Alert where the service shows it too; else to be watched. Complaints alone claim nothing of
    who rates our help well: see `complaints`."""
    mood = (
        *below(case.telling("nps"), 0),
        *below(case.telling("csat"), case.policy.signals.satisfied),
    )
    comments = newest(case.rows.low_comments) if mood else ()
    complaints = newest(case.rows.complaints)
    slow = slow_service(case)
    evidence = (*mood, *comments, *complaints, *slow)
    if not mood and (not are_many(case) or is_content(case)):
        return None
    severity = Severity.ALERT if slow else Severity.WATCH
    call = "rated" if is_of_ratings(evidence) else "call"
    counts = {call: len(mood) + len(comments), "answer": len(complaints), "plan": len(slow)}
    return Found(severity, evidence, _steps(counts, case))


def is_of_ratings(evidence: Sequence[Evidence]) -> bool:
    """Whether it is the ratings of tickets that are low, and no score of the whole."""
    figures = [item.value.kpi for item in evidence if isinstance(item, FigureEvidence)]
    return "csat" in figures and "nps" not in figures


def are_many(case: Case) -> bool:
    """Whether so many complaints were filed that they are told: one happens to everybody, and slow
    service that nobody minds is no discontent."""
    complaints = len(newest(case.rows.complaints))
    least = case.policy.signals.complaints
    return complaints > 0 and complaints + bool(slow_service(case)) >= least


def is_content(case: Case) -> bool:
    """Whether enough people rated our help, and rated it well, and no score is below zero."""
    rated, score = case.telling("csat").value, case.telling("nps").value
    return rated is not None and rated >= case.policy.signals.satisfied and (score or 0.0) >= 0


def slow_service(case: Case) -> tuple[FigureEvidence, ...]:
    """Figures of service outside their targets."""
    target = case.policy.critical_resolution_target_hours
    return (
        *above(case.telling("critical_resolution_median"), target),
        *below(case.telling("first_response_on_time"), case.policy.signals.answered_on_time),
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
