"""A rule is about to change what the client may or must do.

>>> SPEC.name("en")
'Regulatory change'
"""

from datetime import timedelta

from transforms.signals.evidence import newest
from transforms.signals.model import Case, Found, Severity, SignalSpec, Step

SPEC = SignalSpec("regulation")


def find(case: Case) -> Found | None:
    noted = case.open_risks("regulation")
    if not noted:
        return None
    evidence = newest(note.quote for note in noted)
    places = tuple(range(len(evidence)))
    soon = case.period.end + timedelta(days=case.policy.signals.rule_days)
    days = [note.due_date for note in noted if note.due_date is not None]
    steps = [Step("impact", places)]
    if days:
        steps.append(Step("date", places))
    is_near = any(day < soon for day in days)
    return Found(Severity.ALERT if is_near else Severity.WATCH, evidence, tuple(steps))
