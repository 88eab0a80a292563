"""What of the open balance the client contests: owed still, but not simply late.

Of two open invoices, 100 and 50, the client contests the first:

>>> disputed([100, 50], [True, False])
100
"""

from collections.abc import Iterable

import pandas as pd

from transforms.billing.disputes import disputed_items, disputed_money, disputed_rows
from transforms.billing.explained_money import open_items
from transforms.billing.receivables import is_billed, is_payment_unknown
from transforms.core.periods import Period
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, reasons
from transforms.metrics.metric_context import MetricContext

SPECS = (
    KpiSpec(
        id="disputed_balance",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices",),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Disputed balance",
                "The part of the open balance that stands in invoices which the client contests, "
                "be they due or not. It stays in the open balance and in its ages.",
            ),
            "es": Words(
                "Saldo en disputa",
                "La parte del saldo pendiente que está en facturas que el cliente impugna, hayan "
                "vencido o no. Sigue contando en el saldo pendiente y en su antigüedad.",
            ),
        },
        authority="Aged receivables, accounting practice",
        direction=Direction.DOWN,
        is_compared=False,
    ),
)


def disputed(open_minor: Iterable[int], is_disputed: Iterable[bool]) -> int:
    """What is open of the invoices contested."""
    pairs = zip(open_minor, is_disputed, strict=True)
    return sum(minor for minor, contested in pairs if contested)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; none where an open invoice does not say if it is contested."""
    amount, counts, silent = disputed_money(context, period)
    never, unpaid = ~is_billed(context), is_payment_unknown(context, period)
    absent = reasons(
        context,
        (never, Missing.NO_ROWS),
        (unpaid, Missing.PAYMENT_UNKNOWN),
        (silent, Missing.DISPUTE_UNKNOWN),
        (amount.isna(), Missing.RATE_MISSING),
    )
    known = amount.mask(never | unpaid | silent)
    return measured(context, SPECS[0], known, rows=counts, absent=absent)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Open invoices that are contested, or do not say so, and what settled part of them."""
    items = disputed_items(context, disputed_rows(context, period), period)
    return open_items(context, items, period, LeftOut.NOT_DISPUTED)
