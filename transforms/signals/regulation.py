"""A rule is about to change what the client may or must do.

>>> SPEC.words["en"].name
'A rule changes'
"""

from datetime import timedelta

import pandas as pd

from transforms.signals.evidence import quoted
from transforms.signals.model import Case, Found, Severity, SignalSpec, SignalWords, Step
from transforms.signals.risks import open_risks

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
    """Alert where a rule takes effect soon."""
    noted = open_risks(case, "regulation")
    if noted.empty:
        return None
    evidence = quoted("risk_notes", noted, "note", "noted_date")
    places = tuple(range(len(evidence)))
    soon = pd.Timestamp(case.period.end + timedelta(days=case.policy.signals.rule_days))
    is_near = bool((noted["due_date"] < soon).any())
    steps = [Step("impact", places)]
    if noted["due_date"].notna().any():
        steps.append(Step("date", places))
    return Found(Severity.ALERT if is_near else Severity.WATCH, evidence, tuple(steps))
