"""What of the open balance the client contests: owed still, but not simply late.

>>> print(worked_example(SPECS[0], "2026-Q3", '''
... invoice_id  document_kind  status  issue_date  total_minor  is_disputed
... i1          invoice        open    2026-07-02  10000        true
... i2          invoice        open    2026-07-02  5000         false
... '''))
10000; i2: not_disputed
"""

from transforms.billing.document_rows import is_never_billed, is_payment_unknown, open_but
from transforms.billing.payments_kept_out import SOME_KEPT_OUT, is_payment_kept_out
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Count, Money
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.metrics.rows import Flags

DISPUTED = open_but(LeftOut.NOT_DISPUTED, lambda rows: ~rows["is_disputed"])


def _is_unsaid(asked: Asked) -> Flags:
    """Whether an open invoice does not say if it is contested."""
    unsaid = Count(DISPUTED, lambda rows, _: rows["is_disputed"].isna())
    return unsaid.of_entities(asked) > 0


SPECS = (
    KpiSpec(
        id="disputed_balance",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices",),
        grains=WHOLE_MONTHS,
        authority="Aged receivables, accounting practice",
        figure=Value(
            Money(DISPUTED, "open_minor", RateKind.MONTH_END),
            absent=(
                Absent(Missing.NO_ROWS, is_never_billed),
                Absent(Missing.PAYMENT_UNKNOWN, is_payment_unknown),
                Absent(Missing.ROWS_KEPT_OUT, is_payment_kept_out),
                Absent(Missing.DISPUTE_UNKNOWN, _is_unsaid),
            ),
            notes=(SOME_KEPT_OUT,),
        ),
        direction=Direction.DOWN,
        is_compared=False,
        shown=(At(Place.OVERVIEW, 40),),
    ),
)
