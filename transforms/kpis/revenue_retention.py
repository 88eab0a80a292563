"""How much of last year's revenue the same clients brought this year.

>>> revenue_retention(trailing=90, prior=100)
0.9
>>> revenue_retention(trailing=90, prior=0) is None
True
"""

import pandas as pd

from transforms.explained import Selection
from transforms.explained_money import earned_lines
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import ratio, reasons
from transforms.periods import Period
from transforms.revenue import first_revenue_month, revenue, revenue_rows

SPECS = (
    KpiSpec(
        id="revenue_retention",
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=("invoices", "invoice_lines"),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Revenue retention",
                "Recognised revenue of the twelve months that end with the period, over that of "
                "the twelve months before, of clients with revenue in those.",
            ),
            "es": Words(
                "Retención de ingresos",
                "Ingresos reconocidos en los doce meses que terminan con el periodo, entre los "
                "de los doce meses anteriores, de los clientes con ingresos en estos.",
            ),
        },
        is_beside_whole=True,
        authority="SaaS Metrics Standards Board, applied to revenue",
        better=Better.UP,
        parts=Unit.MONEY,
    ),
)


def revenue_retention(trailing: int, prior: int) -> float | None:
    """Revenue of twelve months over the twelve before; none where those are not above zero."""
    return trailing / prior if prior > 0 else None


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Trailing over prior twelve months by entity."""
    trailing, prior = period.trailing_twelve, period.trailing_twelve.year_ago
    now, base = revenue(facts, trailing), revenue(facts, prior)
    never = first_revenue_month(facts).isna()
    absent = reasons(
        facts,
        (never, Missing.NO_ROWS),
        (now.isna() | base.isna(), Missing.RATE_MISSING),
        (base.notna(), Missing.NO_OPENING_REVENUE),
    )
    rows = revenue_rows(facts, trailing) + revenue_rows(facts, prior)
    base = base.mask(never | now.isna())
    return ratio(facts, SPECS[0], now.mask(never), base, rows=rows, absent=absent)


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Lines earned in the two years that end with the period."""
    return earned_lines(facts, period.trailing_twelve, period.trailing_twelve.year_ago)
