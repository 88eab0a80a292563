"""The settings that figures, scores and signals depend on, in words, for the KPI dictionary."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import time
from enum import StrEnum
from typing import cast

from transforms.core.policy import Policy, Scale

SAID: Mapping[str, tuple[str, str]] = {
    "business_opens": ("Opening time on working days", "Hora de apertura en días hábiles"),
    "business_closes": ("Closing time on working days", "Hora de cierre en días hábiles"),
    "activity_window_days": (
        "Days of revenue that make a client without subscriptions active",
        "Días con ingresos que hacen activo a un cliente sin suscripciones",
    ),
    "churn_date": (
        "Day on which a cancelled subscription stops counting",
        "Día en que deja de contar una suscripción cancelada",
    ),
    "past_due_days": (
        "Days after which a subscription whose payment is late counts no more",
        "Días tras los que deja de contar una suscripción con el pago atrasado",
    ),
    "paused_days": (
        "Days for which a subscription with paused collection still counts",
        "Días durante los que sigue contando una suscripción con el cobro en pausa",
    ),
    "credit_note_date": (
        "Period that a credit note reduces: its own or the invoice's",
        "Periodo que reduce una nota de crédito: el suyo o el de la factura",
    ),
    "materiality_ratio": (
        "Change of a ratio that is worth a word",
        "Cambio de una proporción que merece mención",
    ),
    "materiality_points": (
        "Change in points that is worth a word",
        "Cambio en puntos que merece mención",
    ),
    "minimum_nps_answers": ("Fewest answers for an NPS", "Respuestas mínimas para un NPS"),
    "nps_claim_answers": (
        "Fewest answers for saying that an NPS changed",
        "Respuestas mínimas para afirmar que un NPS cambió",
    ),
    "quarantined_money_limit": (
        "Share of a client's money kept out that holds its files back",
        "Parte del dinero de un cliente apartada que retiene sus archivos",
    ),
    "first_response_target_hours": (
        "Business hours to a first response",
        "Horas hábiles hasta la primera respuesta",
    ),
    "critical_resolution_target_hours": (
        "Business hours to solve priorities critical and high",
        "Horas hábiles para resolver las prioridades crítica y alta",
    ),
    "normal_resolution_target_hours": (
        "Business hours to solve priority normal",
        "Horas hábiles para resolver la prioridad normal",
    ),
    "low_resolution_target_hours": (
        "Business hours to solve priority low",
        "Horas hábiles para resolver la prioridad baja",
    ),
    "meetings_per_quarter": (
        "Meetings planned a quarter by tier; the empty name is for all others",
        "Reuniones previstas por trimestre y nivel; el nombre vacío vale para los demás",
    ),
    "lead_maturity_days": (
        "Days before leads and deals are judged",
        "Días hasta que se juzgan prospectos y oportunidades",
    ),
    "population_minimum_clients": (
        "Fewest clients of a segment that are a measure for others",
        "Clientes mínimos de un segmento para servir de medida",
    ),
    "population_minimum_owners": (
        "Fewest clients of a segment with a product for it to count as white space",
        "Clientes mínimos del segmento con un producto para contarlo como espacio por cubrir",
    ),
    "lifetime_years": (
        "Years that a lifetime value adds up",
        "Años que suma el valor de vida",
    ),
    "relationship_weights": (
        "Weight of each part of the relationship score",
        "Peso de cada parte de la puntuación de la relación",
    ),
    "relationship_scales": (
        "Points that a figure is worth, straight between the corners given (figure: points)",
        "Puntos que vale una cifra, en línea recta entre los vértices dados (cifra: puntos)",
    ),
    "relationship_coverage": (
        "Part of the weights that must be known for a score",
        "Parte de los pesos que debe conocerse para puntuar",
    ),
    "relationship.weak_points": (
        "Under it a relationship is weak: repair, or exit where it loses money",
        "Por debajo, la relación es débil: reparar, o salir si pierde dinero",
    ),
    "relationship.strong_points": (
        "From it a profitable, growing relationship is worth growing",
        "Desde ahí, una relación rentable que crece merece crecer",
    ),
    "relationship.fall_points": (
        "Fall on the period before that calls for repair",
        "Caída frente al periodo anterior que pide reparar",
    ),
    "relationship.broken_points": (
        "Payment, satisfaction, service or use under it calls for repair",
        "Pago, satisfacción, servicio o uso por debajo pide reparar",
    ),
    "partners.tolerance": (
        "Part of its agreed service level by which a partner may miss it",
        "Parte del nivel de servicio acordado que un socio puede incumplir",
    ),
    "partners.faults": (
        "Faults that clients felt, up to which a partner is faultless",
        "Fallos percibidos por clientes hasta los que un socio no tiene tacha",
    ),
    "signals.use_fall": (
        "Falling use: fall on the twelve weeks before",
        "Uso en descenso: caída frente a las doce semanas anteriores",
    ),
    "signals.use_fall_on_last_year": (
        "Falling use: fall on the same weeks a year earlier",
        "Uso en descenso: caída frente a las mismas semanas del año anterior",
    ),
    "signals.use_fall_alert": (
        "Falling use: fall that makes it an alert",
        "Uso en descenso: caída que lo convierte en alerta",
    ),
    "signals.use_growth": ("Cross-sell: growth of use", "Venta cruzada: crecimiento del uso"),
    "signals.seats_idle": (
        "Falling use: share of seats in use under which fewer are proposed",
        "Uso en descenso: proporción de licencias en uso por debajo de la que se proponen menos",
    ),
    "signals.seats_full": (
        "Cross-sell: share of seats in use over which more are proposed",
        "Venta cruzada: proporción de licencias en uso por encima de la que se proponen más",
    ),
    "signals.satisfied": (
        "Dissatisfied: share of positive answers under it",
        "Descontento: proporción de respuestas positivas por debajo",
    ),
    "signals.answered_on_time": (
        "Dissatisfied: share of first responses on time under it",
        "Descontento: proporción de primeras respuestas a tiempo por debajo",
    ),
    "signals.complaints": (
        "Dissatisfied: complaints, or one less beside slow service",
        "Descontento: quejas, o una menos si el servicio es lento",
    ),
    "signals.delivered_on_time": (
        "Internal bottleneck: share of deliveries on time under which it is an alert",
        "Cuello de botella interno: entregas a tiempo por debajo de las que es alerta",
    ),
    "signals.request_days": (
        "Discount asked: days for which a request stays a signal",
        "Descuento pedido: días que una petición sigue siendo señal",
    ),
    "signals.rule_days": (
        "Regulation: days before a rule takes effect in which it is an alert",
        "Regulación: días antes de que una norma entre en vigor en que es alerta",
    ),
}
"""English and Spanish by key, as written in `[policy]`; a dot leads into a part of its own."""

ELSEWHERE = frozenset(
    {"company_name", "time_zone", "reporting_currency", "fiscal_start_month", "holiday_country"}
)
"""What `[company]` says. The renewal policy is printed in every renewal workbook."""

_RENEWAL = "renewal"


def settings_of(policy: Policy) -> dict[str, str]:
    """The value of every setting by key, as it would be written."""
    found: dict[str, str] = {}
    for item in fields(policy):
        value = getattr(policy, item.name)
        if is_dataclass(value) and item.name != _RENEWAL:
            found |= {f"{item.name}.{name}": _written(part) for name, part in vars(value).items()}
        elif item.name not in ELSEWHERE and item.name != _RENEWAL:
            found[item.name] = _written(value)
    return found


def _written(value: object) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Mapping):
        parts = cast(Mapping[str, object], value)
        return ", ".join(f'"{key}" = {_written(part)}' for key, part in parts.items())
    if isinstance(value, tuple):
        corners = cast(Scale, value)
        return " ".join(f"{figure:g}:{points:g}" for figure, points in corners)
    return value.value if isinstance(value, StrEnum) else f"{value:g}"
