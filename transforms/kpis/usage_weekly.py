"""How much the product is used, week by week."""

import pandas as pd

from transforms.facts import Facts
from transforms.kpi import Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import measured
from transforms.periods import Grain, Period

WEEKLY = KpiSpec(
    id="usage_weekly",
    unit=Unit.COUNT,
    roll_up=RollUp.SUM,
    feeds=("usage",),
    words={
        "en": Words("Use a week", "Uses of the product from Monday to Sunday."),
        "es": Words("Uso semanal", "Usos del producto de lunes a domingo."),
    },
    authority="product analytics practice",
    grains=(Grain.WEEK,),
    better=Better.UP,
)
SPECS = (WEEKLY,)

_A_MONDAY = pd.Timestamp("2024-01-01")


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """0 in a week without use after the first; before the first row there is no value."""
    weeks = facts.shared("weekly use", lambda: _weeks(facts))
    monday = pd.Timestamp(period.start)
    week = weeks[weeks["monday"] == monday].set_index("entity_id")
    first = weeks.groupby("entity_id")["monday"].min().reindex(facts.currencies.index)
    events = week["events"].reindex(first.index, fill_value=0.0).where(first <= monday)
    absent = pd.Series(Missing.TOO_SHORT_HISTORY.value, index=first.index, dtype="str")
    absent = absent.mask(first.isna(), Missing.NO_ROWS.value)
    return measured(facts, WEEKLY, events, rows=week["row_count"], absent=absent)


def monday_of(days: pd.Series) -> pd.Series:
    """The Monday of each day's ISO week.

    >>> monday_of(pd.Series(pd.to_datetime(["2026-10-04", "2026-10-05"]))).dt.day.tolist()
    [28, 5]
    """
    days_into_week = (days - _A_MONDAY).dt.days % 7
    return days - pd.to_timedelta(days_into_week, unit="D")


def _weeks(facts: Facts) -> pd.DataFrame:
    usage = facts.rows("usage")
    rows = pd.DataFrame(
        {
            "entity_id": usage["entity_id"],
            "monday": monday_of(usage["usage_date"]),
            "events": usage["events"].astype("float64"),
        }
    )
    weeks = rows.groupby(["entity_id", "monday"], as_index=False)
    return weeks.agg(events=("events", "sum"), row_count=("events", "size"))
