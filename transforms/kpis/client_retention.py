"""Whether clients stayed: those active at both ends of a window, over those active at its start.

>>> print(worked_example(PERIOD, "2026-Q3", subscriptions='''
... subscription_id  start_date  end_date    yearly_minor  status
... left             2025-01-01  2026-07-20  120000        active
... came             2026-07-20              120000        active
... later            2026-10-20              120000        active
... '''))
1 = 1 / 1; later: outside_period
"""

from transforms.billing.recurring import Window, closing, opening
from transforms.clients.activity import BILLING, Active
from transforms.core.periods import Period
from transforms.metrics.amounts import Least, Over
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Absent, ByFeeds, Ratio
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit
from transforms.metrics.rows import Flags


def _stayed(window: Window) -> Ratio:
    """1 for a client that stayed, 0 for one that left, no value for one not active before."""
    was, still = Active(opening), Active(closing)
    before = Over(was, window)

    def was_not(asked: Asked) -> Flags:
        return before.of_entities(asked) == 0

    return Ratio(
        Over(Least((was, still)), window),
        before,
        absent=(Absent(Missing.NOT_ACTIVE_AT_START, was_not),),
    )


def _spec(id: str, window: Window) -> KpiSpec:
    stayed = _stayed(window)
    return KpiSpec(
        id=id,
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=(),
        grains=WHOLE_MONTHS,
        authority="Customer (logo) retention, SaaS Metrics Standards Board",
        figure=ByFeeds(((("subscriptions",), stayed), (BILLING, stayed))),
        direction=Direction.UP,
        version=3,
    )


def _whole(period: Period) -> Period:
    return period


def _year(period: Period) -> Period:
    return period.trailing_twelve


PERIOD = _spec("client_retention", _whole)
YEAR = _spec("client_retention_ttm", _year)
SPECS = (PERIOD, YEAR)
