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

from transforms.billing import costs
from transforms.billing.costs import SALES_UNCOSTED, UNCOSTED
from transforms.billing.revenue_rows import REVENUE
from transforms.core.periods import Grain
from transforms.metrics.figures import Ratio, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)

_LINES = ("invoices", "invoice_lines")


def _spec(id: str, figure: Value | Ratio, feeds: tuple[str, ...], shown: tuple[At, ...]) -> KpiSpec:
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
        shown=shown,
        tile_decimals=0 if unit is Unit.MONEY else 1,
        version=1 if unit is Unit.MONEY else 2,
    )


GROSS_PROFIT = _spec(
    "gross_profit",
    Value(costs.GROSS_PROFIT, absent=SALES_UNCOSTED),
    _LINES,
    (At(Place.MARGIN, 20),),
)
GROSS_MARGIN = _spec(
    "gross_margin",
    Ratio(costs.GROSS_PROFIT, REVENUE, absent=SALES_UNCOSTED, none=Missing.NO_REVENUE),
    _LINES,
    (At(Place.HISTORY, 30),),
)
CONTRIBUTION = _spec(
    "contribution",
    Value(costs.CONTRIBUTION, absent=UNCOSTED),
    (*_LINES, "costs"),
    (At(Place.MARGIN, 30),),
)
CONTRIBUTION_MARGIN = _spec(
    "contribution_margin",
    Ratio(costs.CONTRIBUTION, REVENUE, absent=UNCOSTED, none=Missing.NO_REVENUE),
    (*_LINES, "costs"),
    (
        At(Place.HISTORY, 40),
        At(Place.CHECKLIST, 100),
        At(Place.MARGIN, 40),
        At(Place.OVERVIEW, 50),
        At(Place.PORTAL, 30),
    ),
)
SPECS = (GROSS_PROFIT, GROSS_MARGIN, CONTRIBUTION, CONTRIBUTION_MARGIN)
