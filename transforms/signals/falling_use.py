"""The client uses the product less, and not because of the season.

>>> SPEC.words["en"].name
'Uses the product less'
"""

from transforms.signals.evidence import below
from transforms.signals.model import Case, Found, Severity, SignalSpec, SignalWords, Step

SPEC = SignalSpec(
    "falling_use",
    {
        "en": SignalWords(
            "Uses the product less",
            "Use is at least 15 % under the twelve weeks before, and at least 10 % under the "
            "same weeks a year earlier.",
            {
                "ask": "Ask the client's sponsor what changed: people, processes, or another tool.",
                "train": "Offer a session with the users of the product; the figures say what "
                "to look at first.",
                "seats": "Come to the renewal with a proposal of your own: fewer seats are in "
                "use than are paid for.",
            },
        ),
        "es": SignalWords(
            "Usa menos el producto",
            "El uso está al menos un 15 % por debajo de las doce semanas anteriores y al menos "
            "un 10 % por debajo de las mismas semanas del año anterior.",
            {
                "ask": "Preguntar al patrocinador del cliente qué cambió: personas, procesos u "
                "otra herramienta.",
                "train": "Ofrecer una sesión con los usuarios del producto; las cifras dicen por "
                "dónde empezar.",
                "seats": "Llegar a la renovación con una propuesta propia: se usan menos "
                "licencias de las que se pagan.",
            },
        ),
    },
)

_FALL = -0.15
_FALL_ON_LAST_YEAR = -0.10
_STEEP = -0.30
_SEATS_ENOUGH = 0.6


def find(case: Case) -> Found | None:
    """Both comparisons must fall: August and Easter week are no loss of interest."""
    change, year = case.get("usage_change"), case.get("usage_change_year")
    fallen, on_year = below(change, _FALL), below(year, _FALL_ON_LAST_YEAR)
    if not (fallen and on_year):
        return None
    idle = below(case.get("seats_used"), _SEATS_ENOUGH)
    steps = [Step("ask", (0, 1)), Step("train", (0, 1))]
    if idle:
        steps.append(Step("seats", (2,)))
    is_steep = bool(below(change, _STEEP))
    severity = Severity.ALERT if is_steep else Severity.WATCH
    return Found(severity, (*fallen, *on_year, *idle), tuple(steps))
