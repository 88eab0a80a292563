"""Why recurring revenue moved: the bridge from one period's end to the next, closed to the cent.

One subscription grew, another one began: all of it is expansion, as the client paid before.

>>> print(worked_example(spec_of("expansion"), "2026-07", '''
... subscription_id  start_date  end_date    yearly_minor  status
... before           2025-01-01  2026-07-10  120000        active
... after            2026-07-10              150000        active
... beside           2026-07-20              6000          active
... later            2026-08-01              120000        active
... '''))
3000; later: outside_period
>>> print(worked_example(spec_of("reactivation"), "2026-07", '''
... subscription_id  start_date  end_date    yearly_minor  status
... before           2025-01-01  2025-12-31  120000        active
... after            2026-07-10              60000         active
... '''))
5000
"""

from collections.abc import Mapping
from functools import partial

import pandas as pd

from transforms.billing.recurring import (
    BEGUN,
    Recurring,
    is_away_and_back,
    is_inferred_within,
    is_subscribed,
    is_worth_unknown_within,
    never_paid,
    opening,
)
from transforms.core.exact import first_days, months_of_days, whole_numbers
from transforms.metrics.amounts import Given
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Absent, Noted, Value
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
from transforms.metrics.rows import Flags, Numbers

_BETTER: Mapping[str, Direction] = {
    "start": Direction.NEITHER,
    "new": Direction.UP,
    "expansion": Direction.UP,
    "reactivation": Direction.UP,
    "contraction": Direction.DOWN,
    "churn": Direction.DOWN,
    "exchange": Direction.NEITHER,
}
_START = Recurring(opening, rated=opening)
_BASE = Recurring(opening)
_END = Recurring()


def _moved(asked: Asked) -> pd.DataFrame:
    """By entity: `start`, the six movements and `end`, the months of a longer period added up;
    missing where a month lacks a rate.

    start + new + expansion + reactivation − contraction − churn + exchange = end.
    """
    return asked.context.once((_moved, asked.period), lambda: _added(asked))


def _added(asked: Asked) -> pd.DataFrame:
    if asked.period.months == (asked.period,):
        return _of_month(asked)
    months = [_moved(asked.over(month)) for month in asked.period.months]
    added = sum(months[1:], months[0])
    unknown = added["end"].isna()
    return added.assign(start=months[0]["start"].mask(unknown), end=months[-1]["end"].mask(unknown))


def _of_month(asked: Asked) -> pd.DataFrame:
    start, base, end = (amount.of_entities(asked) for amount in (_START, _BASE, _END))
    known = (start + base + end).notna()
    change = (end - base).where(known)
    before = asked.over(opening(asked.period))
    from_nothing, to_nothing = ~is_subscribed(before), ~is_subscribed(asked)
    is_first = ~_was_subscribed(before)
    gain, loss = change.clip(lower=0), (-change).clip(lower=0)
    return pd.DataFrame(
        {
            "start": start.where(known),
            "new": gain.where(from_nothing & is_first, gain * 0),
            "expansion": gain.where(~from_nothing, gain * 0),
            "contraction": loss.where(~to_nothing, loss * 0),
            "churn": loss.where(to_nothing, loss * 0),
            "reactivation": gain.where(from_nothing & ~is_first, gain * 0),
            "exchange": (base - start).where(known),
            "end": end.where(known),
        }
    )


def _was_subscribed(asked: Asked) -> Flags:
    """Whether an entity was subscribed at the end of this month or any before."""
    rows = BEGUN.kept(asked)
    next_month = first_days(months_of_days(whole_numbers(rows["start_day"])) + 1)
    lasted = whole_numbers(rows["end_day"]) >= next_month
    ours = pd.RangeIndex(len(asked.entities)).isin(rows.loc[lasted, "entity"])
    return pd.Series(ours, index=asked.entities)


def _is_kept_too(asked: Asked) -> Flags:
    """Whether what came back was never lost by retention over twelve months."""
    came_back = (_moved(asked)["reactivation"] > 0).fillna(False)
    return came_back & is_away_and_back(asked.over(asked.period.trailing_twelve))


def _size(movement: str, asked: Asked) -> Numbers:
    return _moved(asked)[movement]


_AWAY = {"reactivation": (Noted(Caveat.AWAY_AND_BACK, _is_kept_too),)}


def _spec(movement: str) -> KpiSpec:
    place = Place.PORTFOLIO if movement == "start" else Place.BRIDGE
    return KpiSpec(
        id=f"mrr_{movement}",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("subscriptions",),
        grains=WHOLE_MONTHS,
        authority="ChartMogul",
        figure=Value(
            Given(partial(_size, movement), (BEGUN,), is_money=True),
            absent=(
                Absent(Missing.NO_SUBSCRIPTIONS, never_paid),
                Absent(Missing.DISCOUNT_UNKNOWN, is_worth_unknown_within),
            ),
            notes=(*_AWAY.get(movement, ()), Noted(Caveat.INFERRED, is_inferred_within)),
        ),
        direction=_BETTER[movement],
        shown=(At(place, 10 * list(_BETTER).index(movement)),),
        version=2,
    )


SPECS = tuple(_spec(movement) for movement in _BETTER)


def spec_of(movement: str) -> KpiSpec:
    """The figure of one movement."""
    return next(spec for spec in SPECS if spec.id == f"mrr_{movement}")
