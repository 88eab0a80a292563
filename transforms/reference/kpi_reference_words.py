"""The wording of the KPI dictionary's page around the definitions themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from transforms.core.periods import Grain
from transforms.metrics.kpi import Audience, Caveat, Direction, Missing, RollUp, Unit


@dataclass(frozen=True)
class PageWords:
    """One language: labels, and a word for everything a definition may hold."""

    title: str
    introduction: str
    figure: str
    id: str
    unit: str
    roll_up: str
    periods: str
    better: str
    audience: str
    feeds: str
    no_feed: str
    authority: str
    version: str
    settings_title: str
    settings_introduction: str
    setting: str
    default: str
    reasons_title: str
    reasons_introduction: str
    reason: str
    meaning: str
    caveats_title: str
    caveats_introduction: str
    caveat: str
    units: Mapping[Unit, str]
    roll_ups: Mapping[RollUp, str]
    grains: Mapping[Grain, str]
    directions: Mapping[Direction, str]
    audiences: Mapping[Audience, str]
    reasons: Mapping[Missing, str]
    caveats: Mapping[Caveat, str]
    authorities: Mapping[str, str]
    """Authorities that are not proper names, in this language."""


_ENGLISH = PageWords(
    title="Key figures",
    introduction=(
        "Every figure that decks, workbooks and `cartera kpis` may show, as it is computed. "
        "This page is made from the definitions in `transforms/kpis/`; how a figure is read "
        "where its definition leaves a choice stands in "
        "[decision 0001](decisions/0001-how-each-figure-is-read.md). "
        "En español: [kpis.es.md](kpis.es.md)."
    ),
    figure="Figure",
    id="Id",
    unit="Unit",
    roll_up="Of several clients",
    periods="Periods",
    better="Good news when",
    audience="Shown to",
    feeds="Needs",
    no_feed="nothing",
    authority="Source of the definition",
    version="Version of the definition",
    settings_title="What a company may set",
    settings_introduction=(
        "Figures, scores, classes and signals follow these settings of `[policy]` in "
        "`cartera.toml`; a key with a dot stands in a part of its own, as `weak_points` in "
        "`[policy.relationship]`. The settings of renewals are printed in every renewal workbook."
    ),
    setting="Setting",
    default="Default",
    reasons_title="Why a figure may be missing",
    reasons_introduction=(
        "What is not known is never shown as zero: a figure without a value says why. Files "
        "print “n/a” and the reason."
    ),
    reason="Reason",
    meaning="Meaning",
    caveats_title="What is said beside a figure",
    caveats_introduction=("Some figures hold with a caveat, which `cartera explain` prints."),
    caveat="Caveat",
    units={
        Unit.MONEY: "money",
        Unit.RATIO: "ratio",
        Unit.COUNT: "count",
        Unit.DAYS: "days",
        Unit.HOURS: "hours",
        Unit.MONTHS: "months",
        Unit.POINTS: "points",
    },
    roll_ups={
        RollUp.SUM: "the sum of theirs",
        RollUp.RATIO_OF_SUMS: "the sum of their numerators over the sum of their denominators",
        RollUp.DISTRIBUTION: "computed afresh from the rows of all of them",
        RollUp.NONE: "not stated",
    },
    grains={
        Grain.WEEK: "week",
        Grain.MONTH: "month",
        Grain.QUARTER: "quarter",
        Grain.YEAR: "year",
        Grain.RANGE: "range of months",
    },
    directions={
        Direction.UP: "it rises",
        Direction.DOWN: "it falls",
        Direction.NEITHER: "neither by itself",
    },
    audiences={Audience.CLIENT: "clients and staff", Audience.INTERNAL: "staff only"},
    reasons={
        Missing.FEED_MISSING: "The company delivers no export that the figure needs.",
        Missing.NO_ROWS: "The export is there and has nothing of this client.",
        Missing.NEW_ACCOUNT: "The client was not one yet in the period compared with.",
        Missing.NO_OPENING_REVENUE: "There was no revenue to compare with.",
        Missing.NO_REVENUE: "There was no revenue to take a share of.",
        Missing.NO_SUBSCRIPTIONS: "The client never had a paying subscription.",
        Missing.COST_MISSING: "A month with revenue has no cost; unknown is not free.",
        Missing.RATE_MISSING: "An exchange rate that the figure needs is not known.",
        Missing.NO_BILLINGS: "Nothing was billed in the last twelve months.",
        Missing.BALANCE_EXCEEDS_BILLINGS: "More is owed than was billed in two years.",
        Missing.PAYMENT_UNKNOWN: "The export does not say which invoices are paid.",
        Missing.DISPUTE_UNKNOWN: "The export does not say which open invoices are contested.",
        Missing.NO_ANSWERS: "Nobody answered.",
        Missing.TOO_FEW_ANSWERS: "Too few people answered for a score; the counts are shown.",
        Missing.NO_REPLIES: "No ticket filed in the period was answered yet.",
        Missing.NONE_SOLVED: "No critical incident was solved in the period.",
        Missing.NO_USAGE: "There was no use to compare with.",
        Missing.TOO_SHORT_HISTORY: "The client's history does not reach back far enough.",
        Missing.NO_DEALS: "No deal of the kind to compute it from.",
        Missing.AMOUNT_MISSING: "A won deal (of a group: every one) says no amount; a sum "
        "without it would pass for all.",
        Missing.LOW_COVERAGE: "Too few of the parts that make it up are known.",
        Missing.GAPS_IN_HISTORY: "Weeks that the figure is compared with were not measured.",
        Missing.NOTHING_DUE: "Nothing of the kind was due in the period.",
        Missing.NO_MEETINGS: "No meeting with the client was ever held.",
        Missing.NO_SEATS: "The number of seats paid for is not known, or zero.",
        Missing.NOT_ACTIVE_AT_START: "The client was not active when the window began.",
        Missing.NOT_ACTIVE: "The client is no longer active at the period's end.",
        Missing.NO_RENEWALS: "No renewal that fell due in the period is decided.",
        Missing.NONE_OPEN: "Nothing of the kind stood open at the period's end.",
        Missing.NO_PLAN: "Nothing was planned for it.",
        Missing.NO_LEADS: "No lead is old enough to be judged.",
        Missing.NO_TARGET: "No target was set for the period in the currency of the figure.",
        Missing.NO_SEGMENT: "The client's account does not say what segment it is of.",
        Missing.TOO_FEW_CLIENTS: "Too few clients are like this one to be a measure for it.",
        Missing.PERIOD_NOT_OVER: "A part of a period is not set beside a whole one.",
    },
    caveats={
        Caveat.AS_EXPORTED: "The export gives durations, not times: they are used as they are.",
        Caveat.INFERRED: (
            "It rests on what no export states: a yearly anniversary, a day that only two "
            "deliveries tell, or an amount from before the first one."
        ),
        Caveat.RATE_MISSING: "Clients without an exchange rate are not in it.",
        Caveat.AWAY_AND_BACK: (
            "A client's recurring revenue stopped in the window and came back: it counts as kept."
        ),
        Caveat.PERIOD_NOT_OVER: "The data end before the period does.",
    },
    authorities={},
)

_SPANISH = PageWords(
    title="Indicadores",
    introduction=(
        "Todos los indicadores que pueden aparecer en presentaciones, libros de Excel y "
        "`cartera kpis`, tal como se calculan. Esta página se genera a partir de las "
        "definiciones de `transforms/kpis/`; cómo se lee cada una cuando deja margen está en la "
        "[decisión 0001](decisions/0001-how-each-figure-is-read.md) (en inglés). "
        "In English: [kpis.md](kpis.md)."
    ),
    figure="Indicador",
    id="Id",
    unit="Unidad",
    roll_up="De varios clientes",
    periods="Periodos",
    better="Buena noticia si",
    audience="Se muestra a",
    feeds="Necesita",
    no_feed="nada",
    authority="Origen de la definición",
    version="Versión de la definición",
    settings_title="Lo que puede fijar una empresa",
    settings_introduction=(
        "Indicadores, puntuaciones, clases y señales siguen estos ajustes de `[policy]` en "
        "`cartera.toml`; una clave con punto está en su propia parte, como `weak_points` en "
        "`[policy.relationship]`. Los ajustes de las renovaciones se imprimen en cada libro de "
        "renovación."
    ),
    setting="Ajuste",
    default="Valor",
    reasons_title="Por qué puede faltar un indicador",
    reasons_introduction=(
        "Lo que no se sabe nunca se muestra como cero: un indicador sin valor dice por qué. Los "
        "archivos escriben «n/d» y el motivo."
    ),
    reason="Motivo",
    meaning="Significado",
    caveats_title="Lo que se advierte junto a un indicador",
    caveats_introduction=("Algunas cifras llevan una advertencia, que imprime `cartera explain`."),
    caveat="Advertencia",
    units={
        Unit.MONEY: "dinero",
        Unit.RATIO: "proporción",
        Unit.COUNT: "número",
        Unit.DAYS: "días",
        Unit.HOURS: "horas",
        Unit.MONTHS: "meses",
        Unit.POINTS: "puntos",
    },
    roll_ups={
        RollUp.SUM: "la suma de los suyos",
        RollUp.RATIO_OF_SUMS: "la suma de sus numeradores entre la suma de sus denominadores",
        RollUp.DISTRIBUTION: "se calcula de nuevo con las filas de todos",
        RollUp.NONE: "no se indica",
    },
    grains={
        Grain.WEEK: "semana",
        Grain.MONTH: "mes",
        Grain.QUARTER: "trimestre",
        Grain.YEAR: "año",
        Grain.RANGE: "intervalo de meses",
    },
    directions={
        Direction.UP: "sube",
        Direction.DOWN: "baja",
        Direction.NEITHER: "ni una cosa ni la otra por sí sola",
    },
    audiences={Audience.CLIENT: "clientes y equipo", Audience.INTERNAL: "solo al equipo"},
    reasons={
        Missing.FEED_MISSING: "La empresa no entrega ninguna exportación que lo contenga.",
        Missing.NO_ROWS: "La exportación existe y no tiene nada de este cliente.",
        Missing.NEW_ACCOUNT: "Aún no era cliente en el periodo con el que se compara.",
        Missing.NO_OPENING_REVENUE: "No había ingresos con los que comparar.",
        Missing.NO_REVENUE: "No hubo ingresos de los que calcular la proporción.",
        Missing.NO_SUBSCRIPTIONS: "El cliente nunca tuvo una suscripción de pago.",
        Missing.COST_MISSING: "Un mes con ingresos no tiene coste; desconocido no es gratis.",
        Missing.RATE_MISSING: "Falta un tipo de cambio necesario.",
        Missing.NO_BILLINGS: "No se facturó nada en los últimos doce meses.",
        Missing.BALANCE_EXCEEDS_BILLINGS: "Se debe más de lo facturado en dos años.",
        Missing.PAYMENT_UNKNOWN: "La exportación no dice qué facturas están pagadas.",
        Missing.DISPUTE_UNKNOWN: "La exportación no dice qué facturas pendientes se impugnan.",
        Missing.NO_ANSWERS: "Nadie respondió.",
        Missing.TOO_FEW_ANSWERS: "Muy pocas respuestas para un índice; se muestra el recuento.",
        Missing.NO_REPLIES: "Ningún ticket registrado en el periodo tiene aún respuesta.",
        Missing.NONE_SOLVED: "No se resolvió ninguna incidencia crítica en el periodo.",
        Missing.NO_USAGE: "No había uso con el que comparar.",
        Missing.TOO_SHORT_HISTORY: "El historial del cliente no se remonta lo suficiente.",
        Missing.NO_DEALS: "No hay oportunidades con las que calcularla.",
        Missing.AMOUNT_MISSING: "Una oportunidad ganada (de un grupo: todas) no dice su "
        "importe; una suma sin ella pasaría por el total.",
        Missing.LOW_COVERAGE: "Se conocen muy pocas de las partes que la componen.",
        Missing.GAPS_IN_HISTORY: "Faltan mediciones de semanas con las que se compara la cifra.",
        Missing.NOTHING_DUE: "No vencía nada de este tipo en el periodo.",
        Missing.NO_MEETINGS: "Nunca se ha celebrado una reunión con el cliente.",
        Missing.NO_SEATS: "No se conoce el número de licencias pagadas, o es cero.",
        Missing.NOT_ACTIVE_AT_START: "El cliente no estaba activo al inicio de la ventana.",
        Missing.NOT_ACTIVE: "El cliente ya no está activo al cierre del periodo.",
        Missing.NO_RENEWALS: "No hay ninguna renovación del periodo ya decidida.",
        Missing.NONE_OPEN: "No había nada de este tipo abierto al cierre del periodo.",
        Missing.NO_PLAN: "No había nada previsto.",
        Missing.NO_LEADS: "Ningún prospecto tiene antigüedad suficiente para juzgarlo.",
        Missing.NO_TARGET: "No se fijó un objetivo del periodo en la moneda de la cifra.",
        Missing.NO_SEGMENT: "La cuenta del cliente no indica a qué segmento pertenece.",
        Missing.TOO_FEW_CLIENTS: "Hay muy pocos clientes parecidos para tomarlos como medida.",
        Missing.PERIOD_NOT_OVER: "Una parte de un periodo no se compara con uno entero.",
    },
    caveats={
        Caveat.AS_EXPORTED: "La exportación da duraciones y no horas: se usan tal cual.",
        Caveat.INFERRED: (
            "Se apoya en algo que ninguna exportación dice: un aniversario, un día que solo se "
            "deduce de dos entregas o un importe anterior a la primera."
        ),
        Caveat.RATE_MISSING: "Quedan fuera los clientes sin tipo de cambio.",
        Caveat.AWAY_AND_BACK: (
            "Los ingresos recurrentes de un cliente cesaron en la ventana y volvieron: cuentan "
            "como conservados."
        ),
        Caveat.PERIOD_NOT_OVER: "Los datos terminan antes que el periodo.",
    },
    authorities={
        "product analytics practice": "práctica de la analítica de producto",
        "account management practice": "práctica de la gestión de cuentas",
        "project management practice": "práctica de la gestión de proyectos",
        "finance practice": "práctica financiera",
        "sales practice": "práctica comercial",
    },
)

PAGE_WORDS: Mapping[str, PageWords] = {"en": _ENGLISH, "es": _SPANISH}
"""By language."""
