"""Net and gross retention of recurring revenue: what became of the revenue at the start.

One subscription grew by 30, another one that paid 100 left:

>>> SUBSCRIPTIONS = '''
... subscription_id  start_date  end_date    yearly_minor  status
... grew             2025-01-01  2026-07-01  120000        active
... greater          2026-07-01              156000        active
... left             2025-01-01  2026-08-15  120000        active
... passing          2026-07-02  2026-08-15  120000        active
... '''
>>> print(worked_example(NRR, "2026-Q3", SUBSCRIPTIONS))
0.65 = 13000 / 20000; passing: not_running
>>> print(worked_example(NRR, "2026-07", SUBSCRIPTIONS))
1.65 = 33000 / 20000
>>> print(worked_example(GRR, "2026-07", SUBSCRIPTIONS))
1 = 20000 / 20000
"""

from collections.abc import Callable

from transforms.billing.recurring import (
    Recurring,
    Window,
    is_away_and_back,
    is_inferred_at,
    is_inferred_within,
    is_worth_unknown_at_ends,
    never_paid,
    opening,
)
from transforms.core.periods import Period
from transforms.metrics.amounts import Amount, Least, Over
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Absent, Noted, Ratio
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Caveat,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.metrics.rows import Flags

_START, _END = Recurring(opening, rated=opening), Recurring(rated=opening)
"""Both at the opening rates: what exchange rates did since is in the bridge."""
_KEPT = Least((_START, _END))


def _whole(period: Period) -> Period:
    return period


def _year(period: Period) -> Period:
    return period.trailing_twelve


def _spec(id: str, amount: Amount, window: Window = _whole, shown: tuple[At, ...] = ()) -> KpiSpec:
    def within(where: Callable[[Asked], Flags]) -> Callable[[Asked], Flags]:
        return lambda asked: where(asked.over(window(asked.period)))

    return KpiSpec(
        id=id,
        unit=Unit.RATIO,
        roll_up=RollUp.RATIO_OF_SUMS,
        feeds=("subscriptions",),
        grains=WHOLE_MONTHS,
        authority="SaaS Metrics Standards Board",
        figure=Ratio(
            Over(amount, window),
            Over(_START, window),
            absent=(
                Absent(Missing.NO_SUBSCRIPTIONS, never_paid),
                Absent(Missing.DISCOUNT_UNKNOWN, within(is_worth_unknown_at_ends)),
            ),
            none=Missing.NO_OPENING_REVENUE,
            notes=(
                Noted(Caveat.AWAY_AND_BACK, within(is_away_and_back)),
                Noted(Caveat.INFERRED, within(_is_inferred)),
            ),
        ),
        direction=Direction.UP,
        operand_unit=Unit.MONEY,
        shown=shown,
        version=3,
    )


def _is_inferred(asked: Asked) -> Flags:
    return is_inferred_at(asked.over(opening(asked.period))) | is_inferred_within(asked)


NRR = _spec("nrr", _END)
GRR = _spec("grr", _KEPT)
NRR_YEAR = _spec("nrr_ttm", _END, _year, (At(Place.RECURRING, 20), At(Place.PORTAL, 40)))
GRR_YEAR = _spec("grr_ttm", _KEPT, _year, (At(Place.RECURRING, 30), At(Place.PORTAL, 50)))
SPECS = (NRR, GRR, NRR_YEAR, GRR_YEAR)
