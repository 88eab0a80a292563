"""Complaints were filed, while those who rated our help were content: no discontent is claimed.

>>> SPEC.step("answer", "en")
'Answer each complaint in writing, and ask whether what it was about is solved.'
"""

from transforms.signals import dissatisfied
from transforms.signals.evidence import newest
from transforms.signals.model import Case, FigureEvidence, Found, Severity, SignalSpec, Step

SPEC = SignalSpec("complaints")


def find(case: Case) -> Found | None:
    """To be watched: how many there were, beside the share of positive ratings."""
    complaints = newest(case.rows.complaints)
    if not dissatisfied.is_content(case) or not dissatisfied.are_many(case):
        return None
    counted = (FigureEvidence(case.get("complaints")), FigureEvidence(case.get("csat")))
    slow = dissatisfied.slow_service(case)
    first = len(counted) + len(complaints)
    steps = [Step("answer", tuple(range(len(counted), first)))]
    if slow:
        steps.append(Step("speed", tuple(range(first, first + len(slow)))))
    return Found(Severity.WATCH, (*counted, *complaints, *slow), tuple(steps))
