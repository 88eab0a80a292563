"""Whether the product is used more or less, and by how many of those it is paid for.

>>> print(worked_example(SEATS, "2026-Q3", '''
... usage_date  active_users  seats_paid
... 2026-09-02  30            40
... 2026-09-03  12            20
... 2026-09-30  15            20
... '''))
0.75 = 15 / 20; 2026-09-02: outside_period
"""

from dataclasses import dataclass
from functools import cached_property
from typing import cast

import pandas as pd

from transforms.core.periods import Grain
from transforms.metrics.amounts import (
    LargestOfEach,
    Sum,
)
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Algorithm, Ratio
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
    Working,
)
from transforms.metrics.kpi_frame import reasons
from transforms.metrics.rows import Flags, Numbers, Rows
from transforms.metrics.steps import Step
from transforms.service.usage_weeks import RECENT_DAYS

_BASE_DAYS = 84
_YEAR_DAYS = 364  # whole weeks, so that weekdays are compared with the same weekdays

_WEEK_DAYS = 7

USAGE = Rows(
    "usage", lambda context: context.tables.rows("usage"), shown=("usage_date", "days", "events")
)


def _with_week(usage: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `last_week_ended`, the last day of the last week that was over by the period's end: of
    the company's weeks or, where an account's feed is by the week, of those that it states."""
    starts = asked.context.once(_week_starts, lambda: _week_starts(usage, asked))
    since = (asked.last_day.weekday() - starts + 1) % _WEEK_DAYS
    ended = cast(Numbers, asked.last_day - pd.to_timedelta(since, unit="D"))
    return usage.assign(last_week_ended=ended.astype("datetime64[us]"))


def _week_starts(usage: pd.DataFrame, asked: Asked) -> Numbers:
    """The weekday on which the weeks of each row start; 0 is Monday."""
    facts = pd.DataFrame({"day": usage["usage_date"].dt.day_of_week, "days": usage["days"]})
    by_account = facts.groupby(usage["account"])
    first, last = by_account["day"].transform("min"), by_account["day"].transform("max")
    states_weeks = (by_account["days"].transform("min") == _WEEK_DAYS) & (first == last)
    company = asked.context.policy.week_starts_on.number
    return first.where(states_weeks.fillna(False), company).astype("int64")


_WEEKS = USAGE.adding(_with_week)


@dataclass(frozen=True)
class _Window:
    """So many days of whole weeks that end so many before the last week that was over."""

    days: int
    days_before: int = 0
    weeks_may_lack: int = 0
    """Weeks without a row that it may have: each one makes use look that much grown."""

    def first(self, usage: pd.DataFrame) -> pd.Series:
        return usage["last_week_ended"] - pd.Timedelta(days=self.days_before + self.days - 1)

    @cached_property
    def rows(self) -> Rows:
        return _WEEKS.but(LeftOut.OUTSIDE_PERIOD, self._is_outside)

    def _is_outside(self, usage: pd.DataFrame) -> Flags:
        first, day = self.first(usage), usage["usage_date"]
        return (day < first) | (day > first + pd.Timedelta(days=self.days - 1))

    def uses_a_day(self, asked: Asked) -> Numbers:
        return Sum(self.rows, "events").of_entities(asked) / self.days

    def is_covered(self, asked: Asked) -> Flags:
        """Whether as many weeks as it takes have a row of the entity."""
        usage = self.rows.kept(asked)
        week = (usage["usage_date"] - self.first(usage)).dt.days // _WEEK_DAYS
        measured = usage.assign(week=week).drop_duplicates(["entity", "week"])
        weeks = measured.groupby("entity").size().reindex(range(len(asked.entities)), fill_value=0)
        return weeks.set_axis(asked.entities) >= self.days // _WEEK_DAYS - self.weeks_may_lack

    def has_begun(self, asked: Asked) -> Flags:
        """Whether the entity has a row on its first day or before."""
        usage = _WEEKS.kept(asked)
        early = usage.loc[usage["usage_date"] <= self.first(usage), "entity"]
        return pd.Series(pd.RangeIndex(len(asked.entities)).isin(early), index=asked.entities)


_RECENT = _Window(RECENT_DAYS)


def _change(base: _Window) -> Algorithm:
    """Use a day now, less what it was, over what it was."""

    def compute(asked: Asked) -> Working:
        now, then = _RECENT.uses_a_day(asked), base.uses_a_day(asked)
        is_covered, has_rows = base.is_covered(asked), USAGE.counted(asked) > 0
        return Working(
            None,
            rows=_RECENT.rows.counted(asked) + base.rows.counted(asked),
            absent=reasons(
                asked.context,
                (~has_rows, Missing.NO_ROWS),
                (~is_covered & ~base.has_begun(asked), Missing.TOO_SHORT_HISTORY),
                (~is_covered, Missing.GAPS_IN_HISTORY),
                (has_rows, Missing.NO_USAGE),
            ),
            numerator=(now - then).where(is_covered),
            denominator=then.where(is_covered),
        )

    def steps(asked: Asked) -> tuple[Step, ...]:
        if not base.is_covered(asked).all():
            return ()
        return tuple(
            Step(code, {"number": float(window.uses_a_day(asked).iloc[0]), "days": window.days})
            for code, window in (("usage_now", _RECENT), ("usage_then", base))
        )

    return Algorithm(lambda asked: ((_RECENT.rows, asked), (base.rows, asked)), compute, steps)


def _is_long_ago(usage: pd.DataFrame, asked: Asked) -> Flags:
    day = usage["usage_date"]
    return (day <= asked.last_day - pd.Timedelta(days=RECENT_DAYS)) | (day > asked.last_day)


_SEATS = USAGE.but_then(LeftOut.OUTSIDE_PERIOD, _is_long_ago).showing(
    "usage_date", "days", "active_users", "seats_paid"
)
_PAID = LargestOfEach(_SEATS, "seats_paid", beside="active_users")


def _has_no_seats(asked: Asked) -> Flags:
    return ~(_PAID.of_entities(asked) > 0)


CHANGE = KpiSpec(
    id="usage_change",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("usage",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    is_beside_whole=True,
    authority="product analytics practice",
    figure=_change(_Window(_BASE_DAYS, days_before=RECENT_DAYS, weeks_may_lack=1)),
    direction=Direction.UP,
    shown=(
        At(Place.TILE, 10),
        At(Place.HISTORY, 110),
        At(Place.CHECKLIST, 10),
        At(Place.PRE_SEND, 10),
        At(Place.USAGE, 10),
    ),
    version=3,
)
CHANGE_YEAR = KpiSpec(
    id="usage_change_year",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("usage",),
    grains=WHOLE_MONTHS,
    is_beside_whole=True,
    authority="product analytics practice",
    figure=_change(_Window(RECENT_DAYS, days_before=_YEAR_DAYS)),
    direction=Direction.UP,
    shown=(
        At(Place.CHECKLIST, 20),
        At(Place.PRE_SEND, 20),
        At(Place.USAGE, 20),
        At(Place.USAGE_CARD, 10),
        At(Place.PORTAL, 110),
    ),
    version=3,
)
SEATS = KpiSpec(
    id="seats_used",
    unit=Unit.RATIO,
    roll_up=RollUp.NONE,
    feeds=("usage",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority="product analytics practice",
    figure=Ratio(
        LargestOfEach(_SEATS, "active_users", beside="seats_paid"),
        _PAID,
        absent=(Absent(Missing.NO_SEATS, _has_no_seats, hides=False),),
        none=Missing.NO_USAGE,
    ),
    direction=Direction.UP,
    shown=(
        At(Place.TILE, 60),
        At(Place.HISTORY, 120),
        At(Place.CHECKLIST, 30),
        At(Place.PRE_SEND, 30),
        At(Place.USAGE, 30),
        At(Place.USAGE_CARD, 20),
    ),
    version=2,
)
SPECS = (CHANGE, CHANGE_YEAR, SEATS)
