"""Revenue earned in a period, each invoice line spread over the days that it pays for.

A year paid in advance for 10,000 minor units from 1 January: by 31 January 849 are earned.

>>> from transforms.revenue import recognised_until
>>> recognised_until(10_000, days_passed=31, days=365)
849
"""

import pandas as pd

from transforms.explained import Selection
from transforms.explained_money import earned_lines
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import measured, reasons
from transforms.periods import Grain, Period
from transforms.revenue import first_revenue_month, revenue, revenue_rows

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
        better=Better.UP,
    ),
)


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Minor units by entity; `no_rows` for an entity that never had a line."""
    earned = revenue(facts, period)
    never = first_revenue_month(facts).isna()
    absent = reasons(facts, (never, Missing.NO_ROWS), (earned.isna(), Missing.RATE_MISSING))
    rows = revenue_rows(facts, period)
    return measured(facts, SPECS[0], earned.mask(never), rows=rows, absent=absent)


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Lines earned in the period, each with what of it was."""
    return earned_lines(facts, period)
