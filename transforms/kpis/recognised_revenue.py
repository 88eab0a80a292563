"""Revenue earned in a period, each invoice line spread over the days that it pays for.

A year paid in advance for 10,000 minor units from 1 January: by 31 January 849 are earned.

>>> from transforms.billing.revenue import recognised_until
>>> recognised_until(10_000, days_passed=31, days=365)
849
"""

import pandas as pd

from transforms.billing.explained_money import earned_lines
from transforms.billing.revenue import first_revenue_month, revenue, revenue_rows
from transforms.core.periods import Grain, Period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, reasons
from transforms.metrics.metric_context import MetricContext

SPECS = (
    KpiSpec(
        id="recognised_revenue",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices", "invoice_lines"),
        charted=(Grain.QUARTER,),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Recognised revenue",
                "Invoice lines without tax, each spread by day over the service period it pays "
                "for, or counted on its invoice date where it has none. Credit notes reduce it "
                "on their own date. Other currencies at the month's average rate.",
            ),
            "es": Words(
                "Ingresos reconocidos",
                "Líneas de factura sin impuestos, repartidas por días en el periodo de servicio "
                "que pagan o contadas en la fecha de la factura si no lo indican. Las notas de "
                "crédito restan en su propia fecha. Otras monedas al cambio medio del mes.",
            ),
        },
        authority="IFRS 15",
        direction=Direction.UP,
    ),
)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; `no_rows` for an entity that never had a line."""
    earned = revenue(context, period)
    never = first_revenue_month(context).isna()
    absent = reasons(context, (never, Missing.NO_ROWS), (earned.isna(), Missing.RATE_MISSING))
    rows = revenue_rows(context, period)
    return measured(context, SPECS[0], earned.mask(never), rows=rows, absent=absent)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Lines earned in the period, each with what of it was."""
    return earned_lines(context, period)
