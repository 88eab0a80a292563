"""What was invoiced in a period: for cash planning and reconciliation, not for growth.

A yearly prepayment of 1,200.00 invoiced in January is 1,200.00 in the first quarter and 0 after;
a credit note of 200.00 in March leaves 1,000.00:

>>> print(worked_example(SPECS[0], "2026-Q1", '''
... invoice_id  document_kind  status  issue_date  net_minor  total_minor
... i1          invoice        open    2026-01-02  120000     145200
... c1          credit_note    open    2026-03-02  -20000     -24200
... i2          invoice        void    2026-01-03  120000     145200
... '''))
100000; i2: void
"""

from transforms.billing.document_rows import DOCUMENTS, ISSUED, ISSUED_COLUMNS
from transforms.core.periods import Grain
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Money
from transforms.metrics.figures import Absent, Value, without
from transforms.metrics.kpi import WHOLE_MONTHS, At, KpiSpec, Missing, Place, RollUp, Unit

INVOICED = ISSUED.showing(*ISSUED_COLUMNS, "net_minor", "currency")


SPECS = (
    KpiSpec(
        id="invoiced_amount",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices",),
        charted=(Grain.MONTH, Grain.QUARTER),
        grains=WHOLE_MONTHS,
        authority="IFRS 15, contract liabilities",
        figure=Value(
            Money(INVOICED, "net_minor", RateKind.AVERAGE, "issue_date"),
            absent=(Absent(Missing.NO_ROWS, without(DOCUMENTS)),),
        ),
        shown=(
            At(Place.TILE, 70),
            At(Place.HISTORY, 20),
            At(Place.CHECKLIST, 90),
            At(Place.PRE_SEND, 90),
            At(Place.INVESTMENT, 10),
        ),
    ),
)
