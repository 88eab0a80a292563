"""What clients owe at the period's end, how long it is overdue, and money not yet set off.

>>> from transforms.billing.receivables import ageing_bucket
>>> ageing_bucket(days_past_due=45)
'31_60'
"""

import pandas as pd

from transforms.billing.explained_money import open_items, unapplied_items
from transforms.billing.receivables import (
    BUCKETS,
    balance,
    is_billed,
    is_payment_unknown,
    item_rows,
    open_documents,
    silent_documents,
    unapplied_balance,
)
from transforms.core.exact import day_number
from transforms.core.periods import Grain, Period
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, reasons, without
from transforms.metrics.metric_context import MetricContext


def _spec(
    id: str,
    direction: Direction,
    english: Words,
    spanish: Words,
    charted: tuple[Grain, ...] = (Grain.QUARTER,),
) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices",),
        grains=WHOLE_MONTHS,
        words={"en": english, "es": spanish},
        authority="Aged receivables, accounting practice",
        direction=direction,
        charted=charted,
    )


_OPEN = _spec(
    "open_balance",
    Direction.NEITHER,
    Words(
        "Open balance",
        "What is unpaid on the period's last day of invoices issued by then, tax included, after "
        "payments and credit notes that name them. Money that names no invoice is shown apart.",
    ),
    Words(
        "Saldo pendiente",
        "Lo que queda por pagar el último día del periodo de las facturas emitidas hasta "
        "entonces, con impuestos, tras los pagos y las notas de crédito que las citan. El dinero "
        "que no cita ninguna factura se muestra aparte.",
    ),
)
_OVERDUE = _spec(
    "overdue_balance",
    Direction.DOWN,
    Words("Overdue balance", "The part of the open balance whose due date has passed."),
    Words("Saldo vencido", "La parte del saldo pendiente cuya fecha de vencimiento ha pasado."),
)
_AGES = (
    _spec(
        "ageing_not_due",
        Direction.NEITHER,
        Words("Not yet due", "Open balance that is not past its due date, or has none."),
        Words("No vencido", "Saldo pendiente que no ha vencido o no tiene vencimiento."),
    ),
    _spec(
        "ageing_1_30",
        Direction.DOWN,
        Words("1 to 30 days overdue", "Open balance one to thirty days past its due date."),
        Words("Vencido de 1 a 30 días", "Saldo pendiente vencido hace entre 1 y 30 días."),
    ),
    _spec(
        "ageing_31_60",
        Direction.DOWN,
        Words("31 to 60 days overdue", "Open balance 31 to 60 days past its due date."),
        Words("Vencido de 31 a 60 días", "Saldo pendiente vencido hace entre 31 y 60 días."),
    ),
    _spec(
        "ageing_61_90",
        Direction.DOWN,
        Words("61 to 90 days overdue", "Open balance 61 to 90 days past its due date."),
        Words("Vencido de 61 a 90 días", "Saldo pendiente vencido hace entre 61 y 90 días."),
    ),
    _spec(
        "ageing_over_90",
        Direction.DOWN,
        Words("More than 90 days overdue", "Open balance more than 90 days past its due date."),
        Words("Vencido hace más de 90 días", "Saldo pendiente vencido hace más de 90 días."),
    ),
)
_UNAPPLIED = _spec(
    "unapplied_balance",
    Direction.NEITHER,
    Words(
        "Unapplied balance",
        "Payments and credit notes that name no invoice, and what exceeds the invoice they "
        "name, less what was refunded. Never taken off the open balance.",
    ),
    Words(
        "Saldo sin aplicar",
        "Pagos y notas de crédito que no citan ninguna factura, y lo que excede de la factura "
        "que citan, menos lo reembolsado. Nunca se descuenta del saldo pendiente.",
    ),
    charted=(),
)
SPECS = (_OPEN, _OVERDUE, *_AGES, _UNAPPLIED)

_RANGES = (
    (_OPEN, 0, len(BUCKETS)),
    (_OVERDUE, 1, len(BUCKETS)),
    *((spec, bucket, bucket + 1) for bucket, spec in enumerate(_AGES)),
)
"""Each figure's ages: from one bucket up to, not including, another."""


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Minor units by entity; the five ages add up to the open balance."""
    whole = balance(context, period, 0, len(BUCKETS))
    unknown = is_payment_unknown(context, period)
    frames = [
        _values(
            context,
            spec,
            without(balance(context, period, low, high), whole.isna() | unknown),
            item_rows(context, period, low, high),
            unknown,
        )
        for spec, low, high in _RANGES
    ]
    loose, rows = unapplied_balance(context, period)
    return pd.concat(
        [*frames, _values(context, _UNAPPLIED, loose, rows, unknown)], ignore_index=True
    )


def _values(
    context: MetricContext, spec: KpiSpec, amount: pd.Series, rows: pd.Series, unknown: pd.Series
) -> pd.DataFrame:
    never = ~is_billed(context)
    absent = reasons(
        context,
        (never, Missing.NO_ROWS),
        (unknown, Missing.PAYMENT_UNKNOWN),
        (amount.isna(), Missing.RATE_MISSING),
    )
    amount = without(amount, never | unknown)
    return measured(context, spec, amount, rows=rows, absent=absent)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Invoices open at the valuation date, in the ages that count, and what settled part of
    them; of the unapplied balance, the money and the invoices that it stands in."""
    if kpi == _UNAPPLIED.id:
        return unapplied_items(context, period)
    low, high = next((low, high) for spec, low, high in _RANGES if spec.id == kpi)
    items = open_documents(context, day_number(period.valuation_date))
    is_in = (items["bucket"] >= low) & (items["bucket"] < high)
    silent = silent_documents(context, day_number(period.valuation_date))
    return open_items(context, items[is_in | items.index.isin(silent.index)], period)
