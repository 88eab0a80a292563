"""The client has asked for a lower price.

>>> SPEC.words["en"].name
'Asks for a discount'
"""

from datetime import timedelta

from transforms.signals.evidence import newest
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
    "discount_asked",
    {
        "en": SignalWords(
            "Asks for a discount",
            "A discount was asked for in the months up to the end of the period.",
            {
                "floor": "Before any answer, work out with finance the largest discount that "
                "pays, in the renewal workbook.",
                "trade": "Offer something for something: a longer term, prepayment, exclusivity "
                "or added value instead of a lower price.",
                "margin": "Say what the margin is after the discount to whoever has to approve "
                "it; the margin today leaves little room.",
            },
        ),
        "es": SignalWords(
            "Pide un descuento",
            "Se pidió un descuento en los meses anteriores al cierre del periodo.",
            {
                "floor": "Antes de responder, calcular con finanzas el mayor descuento que "
                "compensa, en el libro de renovación.",
                "trade": "Ofrecer algo a cambio de algo: un plazo mayor, pago por adelantado, "
                "exclusividad o valor añadido en lugar de un precio menor.",
                "margin": "Informar del margen tras el descuento a quien deba aprobarlo; el "
                "margen actual deja poco espacio.",
            },
        ),
    },
)


def find(case: Case) -> Found | None:
    since = case.period.end - timedelta(days=case.policy.signals.request_days)
    rows = newest(item.reason for item in case.rows.requests if item.requested_date >= since)
    if not rows:
        return None
    margin = _thin_margin(case)
    places = tuple(range(len(rows)))
    steps = [Step("floor", places), Step("trade", places)]
    if margin:
        steps.append(Step("margin", (*places, len(rows))))
    return Found(Severity.ALERT, (*rows, *margin), tuple(steps))


def _thin_margin(case: Case) -> tuple[FigureEvidence, ...]:
    asked = max(item.discount for item in case.rows.requests)
    margin, floor = case.get("contribution_margin"), case.policy.renewal.margin_floor
    if margin.value is None or asked >= 1:
        return ()
    after = 1 - (1 - margin.value) / (1 - asked)
    return (FigureEvidence(margin, floor),) if after < floor else ()
