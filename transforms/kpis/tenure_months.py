"""How long a client has been one.

First revenue on 15 January 2024: at the end of September 2026 that is 32 whole months ago.

>>> from datetime import date
>>> whole_months(date(2024, 1, 15), date(2026, 10, 1))
32
"""

from datetime import date, timedelta

import pandas as pd

from transforms.exact import Flags, whole_numbers
from transforms.explained import LeftOut, Selection
from transforms.explained_money import chosen_lines, subscriptions
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import measured, reasons, without_value
from transforms.periods import Period
from transforms.recurring import first_subscription_day, paying_subscriptions
from transforms.revenue import earned_rows, first_revenue_day

SPECS = (
    KpiSpec(
        id="tenure_months",
        unit=Unit.MONTHS,
        roll_up=RollUp.NONE,
        feeds=(),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Tenure",
                "Whole months from the first day with revenue to the period's end; for companies "
                "without invoices, from the first day of the first paid subscription.",
            ),
            "es": Words(
                "Antigüedad",
                "Meses completos desde el primer día con ingresos hasta el final del periodo; en "
                "empresas sin facturas, desde el primer día de la primera suscripción de pago.",
            ),
        },
        authority="Relationship duration, account management practice",
    ),
)


def whole_months(first: date, end: date) -> int:
    """Months that have gone by from a day to the (exclusive) end of a period."""
    months = (end.year - first.year) * 12 + end.month - first.month
    return months - (end.day < first.day)


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Months by entity; `new_account` for one whose first revenue lies after the period."""
    if facts.has("invoices") and facts.has("invoice_lines"):
        first = first_revenue_day(facts)
    elif facts.has("subscriptions"):
        first = first_subscription_day(facts)
    else:
        return without_value(facts, SPECS[0], Missing.FEED_MISSING)
    index = facts.currencies.index
    days = [date(1970, 1, 1) + timedelta(days=int(day)) for day in whole_numbers(first)]
    months = pd.Series([whole_months(day, period.end) for day in days], index, dtype="Int64")
    has_begun = pd.Series([day < period.end for day in days], index=index) & first.notna()
    absent = reasons(facts, (first.notna(), Missing.NEW_ACCOUNT))
    rows = first.notna().astype("Int64")
    return measured(facts, SPECS[0], months.where(has_begun), rows=rows, absent=absent)


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The lines, or subscriptions, of the first day."""
    if facts.has("invoices") and facts.has("invoice_lines"):
        first = first_revenue_day(facts).min()
        return chosen_lines(facts, _earned_first(facts, first), LeftOut.NOT_THE_FIRST)
    if not facts.has("subscriptions"):
        return ()
    paying, first = facts.owned(paying_subscriptions(facts)), first_subscription_day(facts).min()
    is_first: Flags = whole_numbers(paying["start_day"]) == (-1 if pd.isna(first) else int(first))
    return (subscriptions(facts, paying.loc[is_first], LeftOut.NOT_THE_FIRST),)


def _earned_first(facts: Facts, first: int) -> pd.DataFrame:
    day = 0 if pd.isna(first) else int(first)
    return earned_rows(facts, day, day + 1)
