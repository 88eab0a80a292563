"""What clients owe at the period's end, how long it is overdue, and money not yet set off.

Due on 15 August and on 30 September, seen on 30 September:

>>> INVOICES = '''
... invoice_id  document_kind  status  issue_date  due_date    total_minor
... i1          invoice        open    2026-07-15  2026-08-15  10000
... i2          invoice        open    2026-08-30  2026-09-30  5000
... '''
>>> [worked_example(_spec, "2026-Q3", INVOICES) for _spec in (_AGES[0], _AGES[2])]
['5000; i1: other_age', '10000; i2: other_age']
"""

import numpy as np
import pandas as pd

from transforms.billing.document_rows import (
    OVERPAID,
    is_never_billed,
    is_payment_unknown,
    open_but,
    unapplied_money,
)
from transforms.core.exact import month_number, sums, whole_numbers
from transforms.core.periods import Grain
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Money, money
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Algorithm, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Direction,
    Figure,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
    Words,
    Working,
)
from transforms.metrics.kpi_frame import reasons

_ABSENT = (
    Absent(Missing.NO_ROWS, is_never_billed),
    Absent(Missing.PAYMENT_UNKNOWN, is_payment_unknown),
)


def _owed(first_bucket: int, last_bucket: int) -> Value:
    """What is open of some ages; the five of them add up to the open balance."""
    rows = open_but(
        LeftOut.OTHER_AGE, lambda rows: ~rows["bucket"].between(first_bucket, last_bucket)
    )
    return Value(Money(rows, "open_minor", RateKind.MONTH_END), absent=_ABSENT)


def _unapplied(asked: Asked) -> Working:
    """What settles no invoice, and what exceeds the invoices it names; never below 0."""
    held = unapplied_money(asked)
    last = np.full(len(held), month_number(asked.period.valuation_date))
    amount = money(asked, held, "unapplied_minor", last, RateKind.MONTH_END)
    of_entity = whole_numbers(asked.context.with_currencies(held)["entity"])
    counts = sums(of_entity, whole_numbers(held["item_count"]), len(asked.entities))
    never, unknown = is_never_billed(asked), is_payment_unknown(asked)
    absent = reasons(
        asked.context,
        (never, Missing.NO_ROWS),
        (unknown, Missing.PAYMENT_UNKNOWN),
        (amount.isna(), Missing.RATE_MISSING),
    )
    rows = pd.Series(counts, index=asked.entities)
    return Working(amount.mask(never | unknown), rows=rows, absent=absent)


def _spec(
    id: str,
    direction: Direction,
    english: Words,
    spanish: Words,
    figure: Figure,
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
        figure=figure,
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
    _owed(0, 4),
)
_OVERDUE = _spec(
    "overdue_balance",
    Direction.DOWN,
    Words("Overdue balance", "The part of the open balance whose due date has passed."),
    Words("Saldo vencido", "La parte del saldo pendiente cuya fecha de vencimiento ha pasado."),
    _owed(1, 4),
)
_AGES = (
    _spec(
        "ageing_not_due",
        Direction.NEITHER,
        Words("Not yet due", "Open balance that is not past its due date, or has none."),
        Words("No vencido", "Saldo pendiente que no ha vencido o no tiene vencimiento."),
        _owed(0, 0),
    ),
    _spec(
        "ageing_1_30",
        Direction.DOWN,
        Words("1 to 30 days overdue", "Open balance one to thirty days past its due date."),
        Words("Vencido de 1 a 30 días", "Saldo pendiente vencido hace entre 1 y 30 días."),
        _owed(1, 1),
    ),
    _spec(
        "ageing_31_60",
        Direction.DOWN,
        Words("31 to 60 days overdue", "Open balance 31 to 60 days past its due date."),
        Words("Vencido de 31 a 60 días", "Saldo pendiente vencido hace entre 31 y 60 días."),
        _owed(2, 2),
    ),
    _spec(
        "ageing_61_90",
        Direction.DOWN,
        Words("61 to 90 days overdue", "Open balance 61 to 90 days past its due date."),
        Words("Vencido de 61 a 90 días", "Saldo pendiente vencido hace entre 61 y 90 días."),
        _owed(3, 3),
    ),
    _spec(
        "ageing_over_90",
        Direction.DOWN,
        Words("More than 90 days overdue", "Open balance more than 90 days past its due date."),
        Words("Vencido hace más de 90 días", "Saldo pendiente vencido hace más de 90 días."),
        _owed(4, 4),
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
    Algorithm(lambda asked: ((OVERPAID, asked),), _unapplied),
    charted=(),
)
SPECS = (_OPEN, _OVERDUE, *_AGES, _UNAPPLIED)
