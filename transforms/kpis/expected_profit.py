"""What the next twelve months may leave, of what is contracted for them.

Contracted 120,000, and clients of this kind leave 40 % after all cost:

>>> expected_profit(120_000, Fraction(2, 5))
48000
"""

from fractions import Fraction

import pandas as pd

from transforms.agreements import contracted_ahead, subscriptions_ahead
from transforms.exact import month_number
from transforms.explained import LeftOut, Selection
from transforms.explained_money import subscriptions
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Audience, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import measured, reasons
from transforms.periods import Period
from transforms.population import from_norms
from transforms.recurring import has_paid

SPECS = (
    KpiSpec(
        id="expected_profit",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("accounts", "subscriptions", "invoices", "invoice_lines", "costs"),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Expected profit",
                "Recurring money contracted for the twelve months after the period, times the "
                "contribution margin of the clients of the same segment in the last twelve. A "
                "subscription without an end is taken to run on. A forecast.",
            ),
            "es": Words(
                "Beneficio esperado",
                "Importe recurrente contratado para los doce meses posteriores al periodo, por el "
                "margen de contribución de los clientes del mismo segmento en los doce últimos. "
                "Una suscripción sin fin se da por vigente. Es una previsión.",
            ),
        },
        authority="finance practice",
        better=Better.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        is_population=True,
        parts=Unit.MONEY,
    ),
)


def expected_profit(contracted_minor: int, margin: Fraction) -> int:
    """What is contracted times the margin, rounded half-even once."""
    return round(contracted_minor * margin)


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Minor units by entity; the numerator is what is contracted."""
    index = facts.currencies.index
    fewest = facts.policy.population_minimum_clients
    margins, unlike = from_norms(facts, period, lambda norm: norm.margin(fewest))
    never = ~has_paid(facts, month_number(period.valuation_date))
    ahead = contracted_ahead(facts, period)
    absent = reasons(facts, (never, Missing.NO_SUBSCRIPTIONS), (ahead.isna(), Missing.RATE_MISSING))
    ahead = ahead.mask(never)
    left = [
        None if margin is None or pd.isna(minor) else expected_profit(int(minor), margin)
        for minor, margin in zip(ahead, margins, strict=True)
    ]
    rows = subscriptions_ahead(facts, period).groupby("entity_id").size()
    return measured(
        facts,
        SPECS[0],
        pd.Series(left, index=index, dtype="Int64"),
        rows=rows.reindex(index),
        absent=absent.where(never | ahead.isna(), unlike),
        numerator=ahead,
    )


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Subscriptions that run in the twelve months; what others are like is in the snapshot."""
    ahead = subscriptions_ahead(facts, period)
    return (subscriptions(facts, ahead, LeftOut.NOT_RUNNING),)
