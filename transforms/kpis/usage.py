"""Whether the product is used more or less, and by how many of those it is paid for."""

from datetime import date, timedelta

import pandas as pd

from transforms.core.periods import Grain, Period
from transforms.metrics.entity_rows import counts, in_days, largest, numbered_rows, totals
from transforms.metrics.explained import Selection, selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import Numbers, measured, ratio, reasons
from transforms.metrics.metric_context import MetricContext

_RECENT_DAYS = 28
_BASE_DAYS = 84
_YEAR_DAYS = 364  # whole weeks, so that weekdays are compared with the same weekdays
_WEEKS_MAY_LACK = {_BASE_DAYS: 1, _RECENT_DAYS: 0}
"""Weeks without a row that a base window may have: each one makes use look that much grown."""

CHANGE = KpiSpec(
    id="usage_change",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("usage",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Change in use",
            "Use a day in the last 28 days of the period against the 84 days before them. Read "
            "it beside the same weeks a year earlier: holidays are not a loss of interest. No "
            "value where more than one of the twelve earlier weeks was not measured.",
        ),
        "es": Words(
            "Variación del uso",
            "Uso diario en los últimos 28 días del periodo frente a los 84 días anteriores. "
            "Debe leerse junto a las mismas semanas del año anterior: las vacaciones no son "
            "pérdida de interés. Sin valor si falta la medición de más de una de las doce semanas "
            "anteriores.",
        ),
    },
    is_beside_whole=True,
    authority="product analytics practice",
    direction=Direction.UP,
    version=2,
)
CHANGE_YEAR = KpiSpec(
    id="usage_change_year",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("usage",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Change in use on last year",
            "Use a day in the last 28 days of the period against the same weeks a year earlier "
            "(364 days back, so that weekdays match). No value where any of those "
            "was not measured.",
        ),
        "es": Words(
            "Variación del uso frente al año anterior",
            "Uso diario en los últimos 28 días del periodo frente a las mismas semanas del año "
            "anterior (364 días atrás, para que coincidan los días de la semana). Sin valor si "
            "alguna de ellas no se midió.",
        ),
    },
    is_beside_whole=True,
    authority="product analytics practice",
    direction=Direction.UP,
    version=2,
)
SEATS = KpiSpec(
    id="seats_used",
    unit=Unit.RATIO,
    roll_up=RollUp.NONE,
    feeds=("usage",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Seats used",
            "Most people who used the product on one day (or week, as measured) of the last 28 "
            "days, over the people it is paid for.",
        ),
        "es": Words(
            "Licencias en uso",
            "Mayor número de personas que usaron el producto en un día (o semana, según se "
            "mida) de los últimos 28, sobre las personas por las que se paga.",
        ),
    },
    authority="product analytics practice",
    direction=Direction.UP,
)
SPECS = (CHANGE, CHANGE_YEAR, SEATS)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Windows end with the period's last day, whatever the period's length."""
    last = period.valuation_date
    return pd.concat(
        [
            _change(context, CHANGE, last),
            _change(context, CHANGE_YEAR, last),
            _seats(context, _recent(context, last)),
        ],
        ignore_index=True,
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Rows of the last 28 days, and for a change those of the days they are set against."""
    last = period.valuation_date
    shown = ("usage_date", "days", "active_users", "seats_paid")
    if kpi == SEATS.id:
        return (selection(context, "usage", _recent(context, last), shown),)
    base = window(numbered_rows(context, "usage"), *_base_window(kpi, last))
    both = pd.concat([_recent(context, last), base])
    return (selection(context, "usage", both, (*shown[:2], "events")),)


def _recent(context: MetricContext, last: date) -> pd.DataFrame:
    return window(numbered_rows(context, "usage"), last, _RECENT_DAYS)


def _base_window(kpi: str, last: date) -> tuple[date, int]:
    """The last day and the length of what the last 28 days are set against."""
    if kpi == CHANGE.id:
        return last - timedelta(days=_RECENT_DAYS), _BASE_DAYS
    return last - timedelta(days=_YEAR_DAYS), _RECENT_DAYS


def window(usage: pd.DataFrame, last: date, days: int) -> pd.DataFrame:
    """The rows of so many days up to and including the last one.

    >>> usage = pd.DataFrame({
    ...     "usage_date": pd.to_datetime(["2026-09-02", "2026-09-03", "2026-09-30"]),
    ...     "events": [5, 7, 9],
    ... })
    >>> window(usage, date(2026, 9, 30), 28)["events"].tolist()
    [7, 9]
    """
    return usage[in_days(usage["usage_date"], last - timedelta(days=days - 1), last)]


def _change(context: MetricContext, spec: KpiSpec, last: date) -> pd.DataFrame:
    usage, recent = numbered_rows(context, "usage"), _recent(context, last)
    base_last, base_days = _base_window(spec.id, last)
    base = window(usage, base_last, base_days)
    now = totals(context, recent, "events") / _RECENT_DAYS
    then = totals(context, base, "events") / base_days
    base_first = base_last - timedelta(days=base_days - 1)
    has_begun = counts(context, usage[usage["usage_date"] <= pd.Timestamp(base_first)]) > 0
    has_rows = counts(context, usage) > 0
    weeks = weeks_measured(context, base, base_first)
    is_covered = weeks >= base_days // 7 - _WEEKS_MAY_LACK[base_days]
    change = now - then
    return measured(
        context,
        spec,
        (change / then).where(is_covered & (then > 0)),
        rows=counts(context, recent) + counts(context, base),
        absent=reasons(
            context,
            (~has_rows, Missing.NO_ROWS),
            (~is_covered & ~has_begun, Missing.TOO_SHORT_HISTORY),
            (~is_covered, Missing.GAPS_IN_HISTORY),
            (has_rows, Missing.NO_USAGE),
        ),
        numerator=change.where(is_covered),
        denominator=then.where(is_covered),
    )


def weeks_measured(context: MetricContext, usage: pd.DataFrame, first: date) -> Numbers:
    """How many of the weeks from a first day on have a row of the entity."""
    week = (usage["usage_date"] - pd.Timestamp(first)).dt.days // 7
    once = ~usage.assign(week=week).duplicated(["entity_no", "week"])
    return counts(context, usage[once])


def _seats(context: MetricContext, recent: pd.DataFrame) -> pd.DataFrame:
    users = largest(context, recent, "active_users")
    seats = largest(context, recent, "seats_paid")
    absent = reasons(context, (seats > 0, Missing.NO_USAGE), (~(seats > 0), Missing.NO_SEATS))
    return ratio(context, SEATS, users, seats, rows=counts(context, recent), absent=absent)
