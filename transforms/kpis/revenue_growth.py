"""Whether a client brings more than it did: growth of recognised revenue.

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
>>> print(worked_example(YEAR, "2026-Q3", INVOICES, LINES_SOLD))
0.2 = 2000 / 10000; l3: document_not_counted, void: void
"""

from collections.abc import Callable

from transforms.billing.revenue_rows import REVENUE, Revenue, is_begun_after, is_never_earning
from transforms.core.periods import Period
from transforms.metrics.amounts import (
    Less,
    Over,
)
from transforms.metrics.figures import Absent, Ratio
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit

_FEEDS = ("invoices", "invoice_lines")
_AUTHORITY = "IFRS 15; growth on the comparable period"


def _growth(
    base: Callable[[Period], Period], months_earlier: Callable[[Period], int] | None = None
) -> Ratio:
    """On another period, with today's revenue at the rates of so many months earlier; the money
    change stays in the numerator."""
    then = Over(REVENUE, base)
    now = Revenue(months_earlier=months_earlier)
    return Ratio(
        Less(now, (then,)),
        then,
        absent=(
            Absent(Missing.NO_ROWS, is_never_earning),
            Absent(
                Missing.NEW_ACCOUNT,
                lambda asked: is_begun_after(asked.over(base(asked.period))),
                hides=False,
            ),
        ),
        none=Missing.NO_OPENING_REVENUE,
    )


def _year_ago(period: Period) -> Period:
    return period.year_ago


def _previous(period: Period) -> Period:
    return period.previous


PREVIOUS = KpiSpec(
    id="revenue_growth",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    is_beside_whole=True,
    authority=_AUTHORITY,
    figure=_growth(_previous),
    direction=Direction.UP,
    operand_unit=Unit.MONEY,
)
YEAR = KpiSpec(
    id="revenue_growth_year",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    is_beside_whole=True,
    authority=_AUTHORITY,
    figure=_growth(_year_ago),
    direction=Direction.UP,
    operand_unit=Unit.MONEY,
)
CONSTANT = KpiSpec(
    id="revenue_growth_year_constant",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    is_beside_whole=True,
    authority="SEC non-GAAP guidance on constant currency",
    figure=_growth(_year_ago, lambda _: 12),
    direction=Direction.UP,
    operand_unit=Unit.MONEY,
)
PREVIOUS_CONSTANT = KpiSpec(
    id="revenue_growth_constant",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    is_beside_whole=True,
    authority="SEC non-GAAP guidance on constant currency",
    figure=_growth(_previous, lambda period: len(period.months)),
    direction=Direction.UP,
    is_compared=False,
    operand_unit=Unit.MONEY,
)
SPECS = (PREVIOUS, YEAR, CONSTANT, PREVIOUS_CONSTANT)
