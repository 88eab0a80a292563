"""Whether the product is used more or less, and by how many of those it is paid for."""

from datetime import date, timedelta

import pandas as pd

from transforms.entity_rows import counts, in_days, largest, numbered_rows, totals
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import measured, ratio, reasons
from transforms.periods import Grain, Period

_RECENT_DAYS = 28
_BASE_DAYS = 84
_YEAR_DAYS = 364  # whole weeks, so that weekdays are compared with the same weekdays

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
            "it beside the same weeks a year earlier: holidays are not a loss of interest.",
        ),
        "es": Words(
            "Variación del uso",
            "Uso diario en los últimos 28 días del periodo frente a los 84 días anteriores. "
            "Debe leerse junto a las mismas semanas del año anterior: las vacaciones no son "
            "pérdida de interés.",
        ),
    },
    authority="product analytics practice",
    better=Better.UP,
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
            "(364 days back, so that weekdays match).",
        ),
        "es": Words(
            "Variación del uso frente al año anterior",
            "Uso diario en los últimos 28 días del periodo frente a las mismas semanas del año "
            "anterior (364 días atrás, para que coincidan los días de la semana).",
        ),
    },
    authority="product analytics practice",
    better=Better.UP,
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
    better=Better.UP,
)
SPECS = (CHANGE, CHANGE_YEAR, SEATS)


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Windows end with the period's last day, whatever the period's length."""
    usage, last = numbered_rows(facts, "usage"), period.valuation_date
    before = last - timedelta(days=_RECENT_DAYS)
    year_before = last - timedelta(days=_YEAR_DAYS)
    return pd.concat(
        [
            _change(facts, CHANGE, last, before, _BASE_DAYS),
            _change(facts, CHANGE_YEAR, last, year_before, _RECENT_DAYS),
            _seats(facts, window(usage, last, _RECENT_DAYS)),
        ],
        ignore_index=True,
    )


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


def _change(
    facts: Facts, spec: KpiSpec, last: date, base_last: date, base_days: int
) -> pd.DataFrame:
    usage = numbered_rows(facts, "usage")
    recent, base = window(usage, last, _RECENT_DAYS), window(usage, base_last, base_days)
    now = totals(facts, recent, "events") / _RECENT_DAYS
    then = totals(facts, base, "events") / base_days
    base_first = pd.Timestamp(base_last - timedelta(days=base_days - 1))
    long_enough = counts(facts, usage[usage["usage_date"] <= base_first]) > 0
    has_rows = counts(facts, usage) > 0
    change = now - then
    return measured(
        facts,
        spec,
        (change / then).where(long_enough & (then > 0)),
        rows=counts(facts, recent) + counts(facts, base),
        absent=reasons(
            facts,
            (~has_rows, Missing.NO_ROWS),
            (~long_enough, Missing.TOO_SHORT_HISTORY),
            (has_rows, Missing.NO_USAGE),
        ),
        numerator=change.where(long_enough),
        denominator=then.where(long_enough),
    )


def _seats(facts: Facts, recent: pd.DataFrame) -> pd.DataFrame:
    users = largest(facts, recent, "active_users")
    seats = largest(facts, recent, "seats_paid")
    absent = reasons(facts, (seats > 0, Missing.NO_USAGE), (~(seats > 0), Missing.NO_SEATS))
    return ratio(facts, SEATS, users, seats, rows=counts(facts, recent), absent=absent)
