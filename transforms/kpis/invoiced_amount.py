"""What was invoiced in a period: for cash planning and reconciliation, not for growth.

A yearly prepayment of 120,000 invoiced in January is 120,000 in the first quarter and 0 after;
a credit note of 20,000 in March leaves 100,000.

>>> net_of_credits([120_000, -20_000])
100000
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from transforms.billing.documents import owned_billings
from transforms.billing.explained_money import issued_documents
from transforms.core.exact import month_number, sums, whole_numbers
from transforms.core.periods import Grain, Period
from transforms.core.rates import RateKind
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, reasons, without
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import among, in_entity_currency, in_order, total

SPECS = (
    KpiSpec(
        id="invoiced_amount",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices",),
        charted=(Grain.MONTH, Grain.QUARTER),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Invoiced amount",
                "Invoices issued in the period less credit notes issued in it, without tax. "
                "Drafts and voided documents never count. Other currencies at the month's "
                "average rate.",
            ),
            "es": Words(
                "Importe facturado",
                "Facturas emitidas en el periodo menos las notas de crédito emitidas en él, sin "
                "impuestos. Los borradores y los documentos anulados nunca cuentan. Otras "
                "monedas al cambio medio del mes.",
            ),
        },
        authority="IFRS 15, contract liabilities",
    ),
)


def net_of_credits(net_minor: Iterable[int]) -> int:
    """Invoices and credit notes of one currency; a credit note's amount is negative."""
    return sum(net_minor)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; `no_rows` for an entity that never had a document."""
    owned = context.shared("billings by month", lambda: _counted(context))
    start, end = month_number(period.start), month_number(period.end)
    invoiced = total(context, _converted(context), start, end)
    never = context.shared("never billed", lambda: _never_billed(context, owned))["is_never"]
    absent = reasons(context, (never, Missing.NO_ROWS), (invoiced.isna(), Missing.RATE_MISSING))
    low, high = np.searchsorted(owned["month"].to_numpy(), [start, end])
    issued = owned.iloc[low:high]
    rows = sums(
        whole_numbers(issued["entity"]), whole_numbers(issued["document_count"]), len(never)
    )
    return measured(
        context,
        SPECS[0],
        without(invoiced, never),
        rows=pd.Series(rows, index=invoiced.index),
        absent=absent,
    )


def _never_billed(context: MetricContext, owned: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"is_never": ~among(context, owned)}, context.currencies.index)


def _counted(context: MetricContext) -> pd.DataFrame:
    return in_order(owned_billings(context)[["entity", "month", "document_count"]])


def _converted(context: MetricContext) -> pd.DataFrame:
    def build() -> pd.DataFrame:
        owned = owned_billings(context)
        months = whole_numbers(owned["month"])
        return in_order(in_entity_currency(context, owned, "net_minor", RateKind.AVERAGE, months))

    return context.shared("converted billings", build)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Documents issued in the period."""
    months = month_number(period.start), month_number(period.end)
    return (issued_documents(context, *months),)
