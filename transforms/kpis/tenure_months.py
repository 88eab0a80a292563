"""How long a client has been one.

First revenue on 15 January 2024: at the end of September 2026 that is 32 whole months ago.

>>> from datetime import date
>>> whole_months(date(2024, 1, 15), date(2026, 10, 1))
32
"""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.billing.explained_money import subscriptions
from transforms.billing.recurring import first_subscription_day
from transforms.billing.revenue import earned_between
from transforms.billing.revenue_rows import LINES, with_documents
from transforms.billing.subscription_history import pieces
from transforms.core.exact import whole_numbers
from transforms.core.periods import Period
from transforms.metrics.amounts import Smallest
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.figures import explained
from transforms.metrics.kpi import WHOLE_MONTHS, KpiSpec, Missing, RollUp, Unit
from transforms.metrics.kpi_frame import measured, reasons, without_value
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rows import Flags, Numbers

SPECS = (
    KpiSpec(
        id="tenure_months",
        unit=Unit.MONTHS,
        roll_up=RollUp.NONE,
        feeds=(),
        grains=WHOLE_MONTHS,
        authority="Relationship duration, account management practice",
    ),
)


def whole_months(first: date, end: date) -> int:
    """Months that have gone by from a day to the (exclusive) end of a period."""
    months = (end.year - first.year) * 12 + end.month - first.month
    return months - (end.day < first.day)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Months by entity; `new_account` for one whose first revenue lies after the period."""
    if context.has("invoices") and context.has("invoice_lines"):
        first = _first_day(Asked(context, period))
    elif context.has("subscriptions"):
        first = first_subscription_day(context)
    else:
        return without_value(context, SPECS[0], Missing.FEED_MISSING)
    index = context.currencies.index
    days = [date(1970, 1, 1) + timedelta(days=int(day)) for day in whole_numbers(first)]
    months = pd.Series([whole_months(day, period.end) for day in days], index, dtype="Int64")
    has_begun = pd.Series([day < period.end for day in days], index=index) & first.notna()
    absent = reasons(context, (first.notna(), Missing.NEW_ACCOUNT))
    rows = first.notna().astype("Int64")
    return measured(context, SPECS[0], months.where(has_begun), rows=rows, absent=absent)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The lines, or subscriptions, of the first day."""
    if context.has("invoices") and context.has("invoice_lines"):
        return explained([(FIRST_LINES, Asked(context, period))])
    if not context.has("subscriptions"):
        return ()
    paying = context.owned(pieces(context))
    first = first_subscription_day(context).min()
    is_first: npt.NDArray[np.bool_] = whole_numbers(paying["start_day"]) == (
        -1 if pd.isna(first) else int(first)
    )
    return (subscriptions(context, paying.loc[is_first], LeftOut.NOT_THE_FIRST),)


def _first_day(asked: Asked) -> Numbers:
    """The day number of each entity's first earned day; missing where it has none."""
    return Smallest(LINES, "first_day").of_entities(asked).astype("Int64")


def _is_later(lines: pd.DataFrame, asked: Asked) -> Flags:
    first = _first_day(asked).to_numpy(dtype=np.int64, na_value=0)[whole_numbers(lines["entity"])]
    return lines["first_day"] > first


def _with_earned(lines: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `earned_minor`, what is earned on the first day."""
    if lines.empty:
        return lines.assign(earned_minor=0)
    day = int(lines["first_day"].iloc[0])
    return lines.assign(earned_minor=earned_between(lines, day, day + 1))


FIRST_LINES = with_documents(LINES.but_then(LeftOut.NOT_THE_FIRST, _is_later).adding(_with_earned))
