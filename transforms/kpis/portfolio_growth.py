"""Whether all clients together bring more, and what of it comes from new ones.

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
>>> print(worked_example(EXISTING, "2026-Q3", INVOICES, LINES_SOLD))
12000; l3: document_not_counted, void: void
>>> print(worked_example(NEW, "2026-Q3", INVOICES, LINES_SOLD))
0; l3: document_not_counted, void: void
"""

from dataclasses import dataclass

from transforms.billing.revenue_rows import REVENUE, is_never_earning
from transforms.metrics.amounts import (
    Less,
    Over,
    Selected,
)
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Absent, Ratio, Value
from transforms.metrics.kpi import (
    GROUPS,
    WHOLE_MONTHS,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.rows import Numbers

_FEEDS = ("invoices", "invoice_lines")
_AUTHORITY = "IFRS 15; growth on the comparable period"
_A_YEAR_AGO = Over(REVENUE, lambda period: period.year_ago)
_NEVER = (Absent(Missing.NO_ROWS, is_never_earning),)


@dataclass(frozen=True)
class _RevenueOf:
    """Of clients with no revenue a year ago, or of those with some: lines of a year ago decide.
    The two add up to all of it, but for clients of which one of them lacks a rate."""

    is_new: bool
    is_money: bool = True

    def of_entities(self, asked: Asked) -> Numbers:
        now, then = REVENUE.of_entities(asked), _A_YEAR_AGO.of_entities(asked)
        is_theirs = ((then > 0) != self.is_new).fillna(False)
        return now.where(is_theirs, 0).mask(then.isna() | now.isna())

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return (*REVENUE.selected(asked), *_A_YEAR_AGO.selected(asked))


GROWTH = KpiSpec(
    id="portfolio_growth",
    unit=Unit.RATIO,
    roll_up=RollUp.DISTRIBUTION,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    is_beside_whole=True,
    authority=_AUTHORITY,
    figure=Ratio(
        Less(REVENUE, (_A_YEAR_AGO,)),
        _A_YEAR_AGO,
        absent=_NEVER,
        none=Missing.NO_OPENING_REVENUE,
    ),
    direction=Direction.UP,
    is_compared=False,
    of=GROUPS,
    operand_unit=Unit.MONEY,
)
EXISTING = KpiSpec(
    id="revenue_existing_clients",
    unit=Unit.MONEY,
    roll_up=RollUp.SUM,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    authority=_AUTHORITY,
    figure=Value(_RevenueOf(is_new=False), absent=_NEVER),
    direction=Direction.UP,
    is_compared=False,
)
NEW = KpiSpec(
    id="revenue_new_clients",
    unit=Unit.MONEY,
    roll_up=RollUp.SUM,
    feeds=_FEEDS,
    grains=WHOLE_MONTHS,
    authority=_AUTHORITY,
    figure=Value(_RevenueOf(is_new=True), absent=_NEVER),
    direction=Direction.UP,
    is_compared=False,
)
SPECS = (GROWTH, EXISTING, NEW)
