"""Whether clients stayed: those active at both ends of a window, over those active at its start.

>>> client_retention(active_at_start=20, active_at_both=19)
0.95
>>> client_retention(active_at_start=0, active_at_both=0) is None
True
"""

from datetime import timedelta

import pandas as pd

from transforms.activity import has_billing, is_earning
from transforms.exact import day_number, month_number
from transforms.explained import Selection
from transforms.explained_money import lines_of_days, running_at_ends
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import ratio, without_value
from transforms.periods import Period
from transforms.recurring import is_subscribed, subscription_rows
from transforms.revenue import revenue_rows

PERIOD = KpiSpec(
    id="client_retention",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=(),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Client retention",
            "Clients active at the start and at the end of the period, over clients active at "
            "its start. Active means with recurring revenue; for companies without "
            "subscriptions, with revenue in the last months (180 days unless set otherwise).",
        ),
        "es": Words(
            "Retención de clientes",
            "Clientes activos al inicio y al final del periodo, entre los activos al inicio. "
            "Activo es quien tiene ingresos recurrentes; en empresas sin suscripciones, quien "
            "tuvo ingresos en los últimos meses (180 días si no se configura otra cosa).",
        ),
    },
    authority="Customer (logo) retention, SaaS Metrics Standards Board",
    better=Better.UP,
)
YEAR = KpiSpec(
    id="client_retention_ttm",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=(),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Client retention over twelve months",
            "Client retention over the twelve months that end with the period.",
        ),
        "es": Words(
            "Retención de clientes en doce meses",
            "Retención de clientes en los doce meses que terminan con el periodo.",
        ),
    },
    authority="Customer (logo) retention, SaaS Metrics Standards Board",
    better=Better.UP,
)
SPECS = (PERIOD, YEAR)


def client_retention(active_at_start: int, active_at_both: int) -> float | None:
    """The share of clients that stayed; none where there was none to stay."""
    return active_at_both / active_at_start if active_at_start > 0 else None


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """1 for a client that stayed, 0 for one that left, no value for one not active before."""
    windows = ((PERIOD, period), (YEAR, period.trailing_twelve))
    return pd.concat([_over(facts, spec, window) for spec, window in windows], ignore_index=True)


def _over(facts: Facts, spec: KpiSpec, window: Period) -> pd.DataFrame:
    if facts.has("subscriptions"):
        before, last = month_number(window.start) - 1, month_number(window.valuation_date)
        rows = subscription_rows(facts, before, last)
        was, stayed = is_subscribed(facts, before), is_subscribed(facts, last)
    elif has_billing(facts):
        rows = revenue_rows(facts, window)
        was = is_earning(facts, window.start - timedelta(days=1))
        stayed = is_earning(facts, window.valuation_date)
    else:
        return without_value(facts, spec, Missing.FEED_MISSING)
    numerator = (was & stayed).astype("Int64").where(was)
    denominator = was.astype("Int64").where(was)
    absent = Missing.NOT_ACTIVE_AT_START
    return ratio(facts, spec, numerator, denominator, rows=rows, absent=absent)


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Subscriptions that run at either end of the window; without any feed of them, lines
    earned in the days up to either end."""
    window = period if kpi == PERIOD.id else period.trailing_twelve
    before = window.start - timedelta(days=1)
    if facts.has("subscriptions"):
        return (running_at_ends(facts, month_number(before), month_number(window.valuation_date)),)
    if not has_billing(facts):
        return ()
    ends = [day_number(day) + 1 for day in (before, window.valuation_date)]
    days = facts.policy.activity_window_days
    return lines_of_days(facts, [(end - days, end) for end in ends])
