"""What is left of revenue after what it cost.

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
>>> print(worked_example(GROSS_MARGIN, "2026-Q3", INVOICES, LINES_SOLD))
0.6 = 7200 / 12000; l2: outside_period, l3: document_not_counted, then: outside_period, void: void
"""

from transforms.billing.costs import OF_SALES, TO_SERVE
from transforms.billing.revenue_rows import REVENUE, is_never_earning
from transforms.core.periods import Grain
from transforms.metrics.amounts import Less
from transforms.metrics.figures import Absent, Ratio, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)

_LINES = ("invoices", "invoice_lines")
_GROSS = Less(REVENUE, (OF_SALES,))
_LEFT = Less(REVENUE, (OF_SALES, TO_SERVE))
_UNCOSTED = (
    Absent(Missing.NO_ROWS, is_never_earning),
    Absent(Missing.COST_MISSING, OF_SALES.is_lacking),
)
_UNKNOWN = (*_UNCOSTED, Absent(Missing.COST_MISSING, TO_SERVE.is_lacking))


def _spec(id: str, figure: Value | Ratio, feeds: tuple[str, ...]) -> KpiSpec:
    unit = Unit.MONEY if isinstance(figure, Value) else Unit.RATIO
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.SUM if unit is Unit.MONEY else RollUp.RATIO_OF_ALL_SUMS,
        feeds=feeds,
        charted=(Grain.QUARTER,),
        grains=WHOLE_MONTHS,
        authority="Management accounting practice",
        figure=figure,
        direction=Direction.UP,
        audience=Audience.INTERNAL,
        operand_unit=Unit.MONEY,
        version=1 if unit is Unit.MONEY else 2,
    )


GROSS_PROFIT = _spec(
    "gross_profit",
    Value(_GROSS, absent=_UNCOSTED),
    _LINES,
)
GROSS_MARGIN = _spec(
    "gross_margin",
    Ratio(_GROSS, REVENUE, absent=_UNCOSTED, none=Missing.NO_REVENUE),
    _LINES,
)
CONTRIBUTION = _spec(
    "contribution",
    Value(_LEFT, absent=_UNKNOWN),
    (*_LINES, "costs"),
)
CONTRIBUTION_MARGIN = _spec(
    "contribution_margin",
    Ratio(_LEFT, REVENUE, absent=_UNKNOWN, none=Missing.NO_REVENUE),
    (*_LINES, "costs"),
)
SPECS = (GROSS_PROFIT, GROSS_MARGIN, CONTRIBUTION, CONTRIBUTION_MARGIN)
