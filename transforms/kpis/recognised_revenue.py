"""Revenue earned in a period, each invoice line spread over the days that it pays for.

A year paid in advance for 10,000 minor units from 1 January: by 31 January 849 are earned.

>>> print(worked_example(SPECS[0], "2026-01", '''
... invoice_id  document_kind  status  issue_date
... i1          invoice        open    2025-12-20
... ''', '''
... line_id  invoice_id  net_minor  service_start  service_end
... l1       i1          10000      2026-01-01     2027-01-01
... l2       i1          500
... '''))
849; l2: outside_period
"""

from transforms.billing.revenue_rows import REVENUE, is_never_earning
from transforms.core.periods import Grain
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

SPECS = (
    KpiSpec(
        id="recognised_revenue",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("invoices", "invoice_lines"),
        charted=(Grain.QUARTER,),
        grains=WHOLE_MONTHS,
        authority="IFRS 15",
        figure=Value(REVENUE, absent=(Absent(Missing.NO_ROWS, is_never_earning),)),
        direction=Direction.UP,
        shown=(
            At(Place.HISTORY, 10),
            At(Place.MARGIN, 10),
            At(Place.PORTAL, 20),
        ),
    ),
)
