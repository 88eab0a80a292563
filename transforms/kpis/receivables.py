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
from transforms.billing.payments_kept_out import (
    SOME_KEPT_OUT,
    is_every_payment_kept_out,
    is_payment_kept_out,
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
    At,
    Direction,
    Figure,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
    Working,
)
from transforms.metrics.kpi_frame import reasons

_ABSENT = (
    Absent(Missing.NO_ROWS, is_never_billed),
    Absent(Missing.PAYMENT_UNKNOWN, is_payment_unknown),
    Absent(Missing.ROWS_KEPT_OUT, is_payment_kept_out),
)


def _owed(first_bucket: int, last_bucket: int) -> Value:
    """What is open of some ages; the five of them add up to the open balance."""
    rows = open_but(
        LeftOut.OTHER_AGE, lambda rows: ~rows["bucket"].between(first_bucket, last_bucket)
    )
    balance = Money(rows, "open_minor", RateKind.MONTH_END, apart="bucket")
    return Value(balance, absent=_ABSENT, notes=(SOME_KEPT_OUT,))


def _unapplied(asked: Asked) -> Working:
    """What settles no invoice, and what exceeds the invoices it names; never below 0."""
    held = unapplied_money(asked)
    last = np.full(len(held), month_number(asked.period.valuation_date))
    amount = money(asked, held, "unapplied_minor", last, RateKind.MONTH_END)
    of_entity = whole_numbers(asked.context.with_currencies(held)["entity"])
    counts = sums(of_entity, whole_numbers(held["item_count"]), len(asked.entities))
    never, unknown = is_never_billed(asked), is_payment_unknown(asked)
    kept_out = is_every_payment_kept_out(asked)
    absent = reasons(
        asked.context,
        (never, Missing.NO_ROWS),
        (unknown, Missing.PAYMENT_UNKNOWN),
        (kept_out, Missing.ROWS_KEPT_OUT),
        (amount.isna(), Missing.RATE_MISSING),
    )
    rows = pd.Series(counts, index=asked.entities)
    return Working(amount.mask(never | unknown | kept_out), rows=rows, absent=absent)


def _spec(
    id: str,
    direction: Direction,
    figure: Figure,
    shown: tuple[At, ...] = (),
    charted: tuple[Grain, ...] = (Grain.QUARTER,),
) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices",),
        grains=WHOLE_MONTHS,
        authority="Aged receivables, accounting practice",
        direction=direction,
        charted=charted,
        figure=figure,
        shown=shown,
    )


_OPEN = _spec(
    "open_balance",
    Direction.NEITHER,
    _owed(0, 4),
    (At(Place.PORTFOLIO, 100), At(Place.RECEIVABLES, 10), At(Place.OVERVIEW, 20)),
)
_OVERDUE = _spec(
    "overdue_balance",
    Direction.DOWN,
    _owed(1, 4),
    (
        At(Place.HISTORY, 50),
        At(Place.PORTFOLIO, 90),
        At(Place.RECEIVABLES, 20),
        At(Place.OVERVIEW, 30),
        At(Place.PORTAL, 60),
        At(Place.BRIEF, 20),
    ),
)
_AGES = (
    _spec(
        "ageing_not_due",
        Direction.NEITHER,
        _owed(0, 0),
        (At(Place.AGEING, 10),),
    ),
    _spec(
        "ageing_1_30",
        Direction.DOWN,
        _owed(1, 1),
        (At(Place.AGEING, 20),),
    ),
    _spec(
        "ageing_31_60",
        Direction.DOWN,
        _owed(2, 2),
        (At(Place.AGEING, 30),),
    ),
    _spec(
        "ageing_61_90",
        Direction.DOWN,
        _owed(3, 3),
        (At(Place.AGEING, 40),),
    ),
    _spec(
        "ageing_over_90",
        Direction.DOWN,
        _owed(4, 4),
        (At(Place.AGEING, 50),),
    ),
)
_UNAPPLIED = _spec(
    "unapplied_balance",
    Direction.NEITHER,
    Algorithm(lambda asked: ((OVERPAID, asked),), _unapplied),
    charted=(),
)
SPECS = (_OPEN, _OVERDUE, *_AGES, _UNAPPLIED)
