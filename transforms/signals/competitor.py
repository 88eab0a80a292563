"""Somebody else is after the client.

>>> SPEC.step("compare", "en", competitor="Quantia")
'Compare what the client gets from us with Quantia, in terms of its own goals.'
"""

from transforms.signals.evidence import newest
from transforms.signals.model import Case, Found, Severity, SignalSpec, Step

SPEC = SignalSpec("competitor")


def find(case: Case) -> Found | None:
    noted = case.open_risks("competitor")
    named = [asked.competitor for asked in case.rows.requests if asked.competitor is not None]
    claims = newest(named, most=1)
    evidence = (*claims, *newest(note.quote for note in noted))
    if not evidence:
        return None
    places = tuple(range(len(evidence)))
    subjects = [claim.text for claim in claims] + [note.subject for note in noted if note.subject]
    steps = [Step("decide", places)]
    if subjects:
        steps.insert(0, Step("compare", places, {"competitor": subjects[0]}))
    return Found(Severity.ALERT if claims else Severity.WATCH, evidence, tuple(steps))
