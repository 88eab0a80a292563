"""How much of last year's revenue the same clients brought this year.

>>> revenue_retention(trailing=90, prior=100)
0.9
>>> revenue_retention(trailing=90, prior=0) is None
True
"""

import pandas as pd

from transforms.billing.explained_money import earned_lines
from transforms.billing.revenue import first_revenue_month, revenue, revenue_rows
from transforms.core.periods import Period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import ratio, reasons
from transforms.metrics.metric_context import MetricContext

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
        direction=Direction.UP,
        operand_unit=Unit.MONEY,
    ),
)


def revenue_retention(trailing: int, prior: int) -> float | None:
    """Revenue of twelve months over the twelve before; none where those are not above zero."""
    return trailing / prior if prior > 0 else None


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Trailing over prior twelve months by entity."""
    trailing, prior = period.trailing_twelve, period.trailing_twelve.year_ago
    now, base = revenue(context, trailing), revenue(context, prior)
    never = first_revenue_month(context).isna()
    absent = reasons(
        context,
        (never, Missing.NO_ROWS),
        (now.isna() | base.isna(), Missing.RATE_MISSING),
        (base.notna(), Missing.NO_OPENING_REVENUE),
    )
    rows = revenue_rows(context, trailing) + revenue_rows(context, prior)
    base = base.mask(never | now.isna())
    return ratio(context, SPECS[0], now.mask(never), base, rows=rows, absent=absent)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Lines earned in the two years that end with the period."""
    return earned_lines(context, period.trailing_twelve, period.trailing_twelve.year_ago)
