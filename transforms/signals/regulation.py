"""A rule is about to change what the client may or must do.

>>> SPEC.words["en"].name
'A rule changes'
"""

from datetime import timedelta

from transforms.signals.evidence import newest
from transforms.signals.model import Case, Found, Severity, SignalSpec, SignalWords, Step

SPEC = SignalSpec(
    "regulation",
    {
        "en": SignalWords(
            "A rule changes",
            "A risk note that is not closed is about regulation.",
            {
                "impact": "Write down in a page what the rule changes for this client and for "
                "our product, and have Legal read it.",
                "date": "Agree on what has to be ready before the rule takes effect, and by whom.",
            },
        ),
        "es": SignalWords(
            "Cambio normativo",
            "Una nota de riesgo abierta trata de regulación.",
            {
                "impact": "Resumir en una página qué cambia la norma para este cliente y para "
                "nuestro producto, y pedir a Legal que la revise.",
                "date": "Acordar qué debe estar listo antes de que la norma entre en vigor, y "
                "quién lo hará.",
            },
        ),
    },
)


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
