"""The wording of relationship scores: components, standings and the rules behind them."""

from collections.abc import Mapping
from dataclasses import dataclass

from transforms.clients.relationship import Component, Rule, Standing


@dataclass(frozen=True)
class RelationshipWords:
    """One language."""

    components: Mapping[Component, str]
    standings: Mapping[Standing, str]
    rules: Mapping[Rule, str]


WORDS: Mapping[str, RelationshipWords] = {
    "en": RelationshipWords(
        {
            Component.GROWTH: "Growth",
            Component.MARGIN: "Margin",
            Component.PAYMENT: "Payment",
            Component.SATISFACTION: "Satisfaction",
            Component.SERVICE: "Service",
            Component.USAGE: "Use",
            Component.CADENCE: "Meetings",
        },
        {
            Standing.GROW: "Grow",
            Standing.KEEP: "Keep",
            Standing.REPAIR: "Repair",
            Standing.EXIT: "Exit",
        },
        {
            Rule.UNPROFITABLE_AND_WEAK: "It loses money, and the score is weak.",
            Rule.UNPROFITABLE: "It loses money.",
            Rule.WEAK: "The score is weak.",
            Rule.BROKEN_PART: "Payment, satisfaction, service or use has all but failed.",
            Rule.FALLING: "The score fell sharply on the period before.",
            Rule.STRONG_AND_GROWING: "The score is strong, the margin is above the floor, and "
            "revenue grows.",
            Rule.STEADY: "Nothing calls for more, or less, than keeping it well.",
        },
    ),
    "es": RelationshipWords(
        {
            Component.GROWTH: "Crecimiento",
            Component.MARGIN: "Margen",
            Component.PAYMENT: "Pago",
            Component.SATISFACTION: "Satisfacción",
            Component.SERVICE: "Servicio",
            Component.USAGE: "Uso",
            Component.CADENCE: "Reuniones",
        },
        {
            Standing.GROW: "Hacer crecer",
            Standing.KEEP: "Mantener",
            Standing.REPAIR: "Reparar",
            Standing.EXIT: "Salir",
        },
        {
            Rule.UNPROFITABLE_AND_WEAK: "Pierde dinero y la puntuación es débil.",
            Rule.UNPROFITABLE: "Pierde dinero.",
            Rule.WEAK: "La puntuación es débil.",
            Rule.BROKEN_PART: "Pago, satisfacción, servicio o uso, en nivel crítico.",
            Rule.FALLING: "La puntuación cayó con fuerza frente al periodo anterior.",
            Rule.STRONG_AND_GROWING: "La puntuación es alta, el margen supera el mínimo y los "
            "ingresos crecen.",
            Rule.STEADY: "Nada pide más, ni menos, que mantenerla bien.",
        },
    ),
}
