"""How much of last year's revenue the same clients brought this year.

>>> INVOICES = '''
... invoice_id  document_kind  status  issue_date
... now         invoice        open    2026-07-01
... then        invoice        open    2025-07-01
... void        invoice        void    2026-07-01
... '''
>>> LINES_SOLD = '''
... line_id  invoice_id  net_minor  cost_minor
... l1       now         12000      4800
... l2       then        10000      4800
... l3       void        99900      4800
... '''
>>> print(worked_example(SPECS[0], "2026-Q3", INVOICES, LINES_SOLD))
1.2 = 12000 / 10000; l3: document_not_counted, void: void
"""

from transforms.billing.revenue_rows import REVENUE, is_never_earning
from transforms.metrics.amounts import Over
from transforms.metrics.figures import Absent, Ratio
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit

_NOW = Over(REVENUE, lambda period: period.trailing_twelve)
_BEFORE = Over(REVENUE, lambda period: period.trailing_twelve.year_ago)


SPECS = (
    KpiSpec(
        id="revenue_retention",
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=("invoices", "invoice_lines"),
        grains=WHOLE_MONTHS,
        is_beside_whole=True,
        authority="SaaS Metrics Standards Board, applied to revenue",
        figure=Ratio(
            _NOW,
            _BEFORE,
            absent=(Absent(Missing.NO_ROWS, is_never_earning),),
            none=Missing.NO_OPENING_REVENUE,
        ),
        direction=Direction.UP,
        operand_unit=Unit.MONEY,
    ),
)
