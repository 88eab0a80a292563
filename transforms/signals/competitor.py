"""Somebody else is after the client.

>>> SPEC.words["en"].steps["compare"].format(competitor="Quantia")
'Set what the client gets from us beside Quantia, in the terms of its own goals.'
"""

from transforms.signals.evidence import newest
from transforms.signals.model import Case, Found, Severity, SignalSpec, SignalWords, Step

SPEC = SignalSpec(
    "competitor",
    {
        "en": SignalWords(
            "A competitor is named",
            "A risk note that is not closed, or a request for a discount, names a competitor.",
            {
                "compare": "Set what the client gets from us beside {competitor}, in the terms "
                "of its own goals.",
                "decide": "Find out who decides at the client, and when, before the renewal date.",
            },
        ),
        "es": SignalWords(
            "Se menciona a un competidor",
            "Una nota de riesgo abierta o una solicitud de descuento menciona a un competidor.",
            {
                "compare": "Comparar lo que el cliente obtiene de nosotros con {competitor}, en "
                "los términos de sus propias metas.",
                "decide": "Averiguar quién decide en el cliente, y cuándo, antes de la fecha de "
                "renovación.",
            },
        ),
    },
)


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
