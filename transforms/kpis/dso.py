"""Days sales outstanding by count-back: how many days of billing the open balance stands for.

200 are open at the end of September; September billed 150 (30 days) and August 100 (31 days):
all of September, and half of August.

>>> days_outstanding(200, billed=[150, 100], days=[30, 31])
45.5
>>> print(worked_example(DSO, "2026-Q3", '''
... invoice_id  document_kind  status  issue_date  total_minor  paid_date
... i1          invoice        open    2026-09-15  15000
... i2          invoice        open    2026-08-20  5000
... i3          invoice        paid    2026-08-25  5000         2026-09-20
... i4          invoice        paid    2024-08-25  5000         2024-09-20
... '''))
45.5 = 20000 / 25000; i4: outside_period
"""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.billing.document_rows import (
    DOCUMENTS,
    ISSUED,
    OPEN,
    OPEN_COLUMNS,
    is_open,
    is_payment_unknown,
    with_open,
    with_settlements,
)
from transforms.billing.payments_kept_out import SOME_KEPT_OUT, is_payment_kept_out
from transforms.core.exact import (
    Integers,
    first_days,
    month_number,
    sums,
    whole_numbers,
)
from transforms.core.periods import Grain
from transforms.core.rates import RateKind
from transforms.metrics.amounts import (
    Money,
    converted,
)
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Algorithm, without
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
from transforms.metrics.rows import Flags
from transforms.metrics.steps import Minor, Step

_MONTHS_BACK = 24
_MONTHS_BILLED = 12


def _is_not_looked_at(documents: pd.DataFrame, asked: Asked) -> Flags:
    """Documents that are neither open nor billed in the months up to the period's last."""
    first = asked.end - pd.DateOffset(months=_MONTHS_BACK)
    is_near = (documents["issue_date"] >= first) & (documents["issue_date"] < asked.end)
    return ~is_near & ~is_open(documents, asked)


LOOKED_AT = with_settlements(
    DOCUMENTS.adding(with_open).but_then(LeftOut.OUTSIDE_PERIOD, _is_not_looked_at), *OPEN_COLUMNS
)
_BALANCE = Money(OPEN, "open_minor", RateKind.MONTH_END, apart="bucket")
_NOT_DUE = Money(OPEN, "open_minor", RateKind.MONTH_END, where=lambda rows, _: rows["bucket"] == 0)


def days_outstanding(balance: int, billed: Sequence[int], days: Sequence[int]) -> float | None:
    """Days that the balance stands for; months newest first. None where months run out."""
    counted = _count_back(np.array([balance]), np.array([billed]), np.array(days))
    return None if np.isnan(counted[0]) else float(counted[0])


def _count_back(balances: Integers, billed: Integers, days: Integers) -> np.ndarray:
    """The same for one client a row of `billed`; NaN where a balance outlasts the months."""
    taken, left = _taken(balances, billed, days)
    return np.where(left > 0, np.nan, taken.sum(axis=1))


def _taken(
    balances: Integers, billed: Integers, days: Integers
) -> tuple[npt.NDArray[np.float64], Integers]:
    """The days that each month gives, a row a client, and what of the balance the months leave."""
    left = balances.astype(np.int64)
    taken = np.zeros(billed.shape, dtype=np.float64)
    for month, length in enumerate(days):
        of_month = billed[:, month]
        is_whole = (left > 0) & (left >= of_month)  # a month without billings takes its days only
        is_last = (left > 0) & ~is_whole
        part = left / np.where(is_last, of_month, 1) * length
        taken[:, month] = np.where(is_whole, length, 0) + np.where(is_last, part, 0)
        left = np.where(is_last, 0, left - np.where(is_whole, np.maximum(of_month, 0), 0))
    return taken, left


def _steps(asked: Asked, *, late_only: bool) -> tuple[Step, ...]:
    """Month by month: what was billed, and the days that it gives to the balance."""
    balances = (("dso_balance", _BALANCE), *((("dso_not_due", _NOT_DUE),) if late_only else ()))
    counted = (step for name, money in balances for step in _counted_back(asked, name, money))
    return (*counted, *SOME_KEPT_OUT.steps(asked))


def _counted_back(asked: Asked, name: str, balance: Money) -> Iterator[Step]:
    (owed,), (table, _) = balance.of_entities(asked), _billed(asked)
    if pd.isna(owed):
        return
    yield Step(name, {"number": Minor(int(owed))})
    taken, _ = _taken(np.array([owed], dtype=np.int64), table, _lengths(asked))
    last = asked.period.months[-1]
    for back, (days, billed) in enumerate(zip(taken[0], table[0], strict=True)):
        if days > 0:
            month = last.shift(-back)
            facts = {"billed": Minor(int(billed)), "taken": float(days), "days": month.days}
            yield Step("dso_month", {"period": str(month), **facts})


def _billed(asked: Asked) -> tuple[Integers, Flags]:
    """Billings with a row an entity and a column a month, the newest first, all at the rate of
    the last one; and whose lack that rate."""
    last, size = month_number(asked.period.valuation_date), len(asked.entities)
    summed = ISSUED.by_month(asked)
    near = summed.loc[(summed["month"] <= last) & (summed["month"] > last - _MONTHS_BACK)]
    found = converted(asked, near, "total_minor", RateKind.MONTH_END, np.full(len(near), last))
    of_entity = whole_numbers(found["entity"])
    places = of_entity * _MONTHS_BACK + last - whole_numbers(found["month"])
    table = sums(places, whole_numbers(found["minor"]), size * _MONTHS_BACK)
    unrated = np.bincount(of_entity[found["is_unrated"].to_numpy()], minlength=size) > 0
    return table.reshape(size, _MONTHS_BACK), pd.Series(unrated, index=asked.entities)


def _lengths(asked: Asked) -> Integers:
    """Days of the months, the newest first."""
    months = month_number(asked.period.valuation_date) - np.arange(_MONTHS_BACK)
    return first_days(months + 1) - first_days(months)


def _days(asked: Asked, *, late_only: bool) -> Working:
    """The balance as numerator, twelve months' billings as denominator."""
    owed, (table, unrated) = _BALANCE.of_entities(asked), _billed(asked)
    lengths = _lengths(asked)
    counted = _count_back(whole_numbers(owed), table, lengths)
    if late_only:
        counted -= _count_back(whole_numbers(_NOT_DUE.of_entities(asked)), table, lengths)
    year = pd.DataFrame(table[:, :_MONTHS_BILLED], index=asked.entities)
    is_billed, never, unknown, kept_out = (
        (year > 0).any(axis=1),
        without(DOCUMENTS)(asked),
        is_payment_unknown(asked),
        is_payment_kept_out(asked),
    )
    unrated |= owed.isna()
    absent = reasons(
        asked.context,
        (never, Missing.NO_ROWS),
        (unknown, Missing.PAYMENT_UNKNOWN),
        (kept_out, Missing.ROWS_KEPT_OUT),
        (unrated, Missing.RATE_MISSING),
        (~is_billed, Missing.NO_BILLINGS),
        (is_billed, Missing.BALANCE_EXCEEDS_BILLINGS),
    )
    is_known = is_billed & ~unrated & ~unknown & ~kept_out
    told = np.where(SOME_KEPT_OUT.where(asked) & is_known, SOME_KEPT_OUT.caveat.value, "")
    return Working(
        pd.Series(counted, index=asked.entities).where(is_known),
        rows=ISSUED.counted(asked.over(asked.period.trailing_twelve)),
        absent=absent,
        numerator=owed.mask(never | unknown | kept_out),
        denominator=year.sum(axis=1).where(is_known),
        note=pd.Series(told, index=asked.entities, dtype="object"),
    )


def _figure(*, late_only: bool) -> Algorithm:
    return Algorithm(
        lambda asked: ((LOOKED_AT, asked),),
        partial(_days, late_only=late_only),
        partial(_steps, late_only=late_only),
    )


DSO = KpiSpec(
    id="dso",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("invoices",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority="Count-back method, credit management practice",
    figure=_figure(late_only=False),
    direction=Direction.DOWN,
    shown=(
        At(Place.HISTORY, 60),
        At(Place.RECEIVABLES, 30),
        At(Place.PORTAL, 70),
    ),
    operand_unit=Unit.MONEY,
)
DELINQUENT = KpiSpec(
    id="average_days_delinquent",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("invoices",),
    grains=WHOLE_MONTHS,
    authority="Count-back method, credit management practice",
    figure=_figure(late_only=True),
    direction=Direction.DOWN,
    operand_unit=Unit.MONEY,
)
SPECS = (DSO, DELINQUENT)
