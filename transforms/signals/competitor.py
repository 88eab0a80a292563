"""Somebody else is after the client.

>>> SPEC.words["en"].steps["compare"].format(competitor="Quantia")
'Set what the client gets from us beside Quantia, in the terms of its own goals.'
"""

from transforms.signals.evidence import known_by, quoted
from transforms.signals.model import Case, Found, Severity, SignalSpec, SignalWords, Step
from transforms.signals.risks import open_risks

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
    """Alert where the client itself named it when asking for a discount."""
    noted = open_risks(case, "competitor")
    asked = known_by(case, "renewal_requests", "requested_date")
    named = asked[asked["competitor"].fillna("").ne("")]
    rows = quoted("risk_notes", noted, "note", "noted_date")
    claims = quoted("renewal_requests", named, "competitor", "requested_date", most=1)
    evidence = (*claims, *rows)
    if not evidence:
        return None
    places = tuple(range(len(evidence)))
    subjects = [claim.text for claim in claims] + [str(name) for name in noted["subject"].dropna()]
    steps = [Step("decide", places)]
    if subjects:
        steps.insert(0, Step("compare", places, {"competitor": subjects[0]}))
    return Found(Severity.ALERT if claims else Severity.WATCH, evidence, tuple(steps))
