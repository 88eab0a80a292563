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
            "Use is clearly under that of the twelve weeks before, and under that of the same "
            "weeks a year earlier.",
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
            "El uso está claramente por debajo del de las doce semanas anteriores, y por debajo "
            "del de las mismas semanas del año anterior.",
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


def find(case: Case) -> Found | None:
    """Both comparisons must fall: August and Easter week are no loss of interest."""
    limits = case.policy.signals
    change, year = case.get("usage_change"), case.get("usage_change_year")
    fallen, on_year = below(change, -limits.use_fall), below(year, -limits.use_fall_on_last_year)
    if not (fallen and on_year):
        return None
    idle = below(case.get("seats_used"), limits.seats_idle)
    steps = [Step("ask", (0, 1)), Step("train", (0, 1))]
    if idle:
        steps.append(Step("seats", (2,)))
    is_steep = bool(below(change, -limits.use_fall_alert))
    severity = Severity.ALERT if is_steep else Severity.WATCH
    return Found(severity, (*fallen, *on_year, *idle), tuple(steps))
