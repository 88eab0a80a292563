"""Days sales outstanding by count-back: how many days of billing the open balance stands for.

200 are open at the end of September; September billed 150 (30 days) and August 100 (31 days):
all of September, and half of August.

>>> days_outstanding(200, billed=[150, 100], days=[30, 31])
45.5
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from transforms.billing.documents import owned_billings
from transforms.billing.explained_money import billed_items
from transforms.billing.receivables import BUCKETS, balance, is_payment_unknown, open_documents
from transforms.core.exact import (
    Integers,
    day_number,
    first_days,
    month_number,
    sums,
    whole_numbers,
)
from transforms.core.periods import Grain, Period
from transforms.core.rates import RateKind
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import WHOLE_MONTHS, Direction, KpiSpec, Missing, RollUp, Unit, Words
from transforms.metrics.kpi_frame import measured, reasons
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import among, in_entity_currency

DSO = KpiSpec(
    id="dso",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("invoices",),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Days sales outstanding (DSO)",
            "How many days of billing the open balance stands for, counted back month by "
            "month from the period's last day, tax included.",
        ),
        "es": Words(
            "Días de cobro pendientes (DSO)",
            "Cuántos días de facturación representa el saldo pendiente, contados hacia atrás "
            "mes a mes desde el último día del periodo, con impuestos.",
        ),
    },
    authority="Count-back method, credit management practice",
    direction=Direction.DOWN,
    operand_unit=Unit.MONEY,
)
DELINQUENT = KpiSpec(
    id="average_days_delinquent",
    unit=Unit.DAYS,
    roll_up=RollUp.DISTRIBUTION,
    feeds=("invoices",),
    grains=WHOLE_MONTHS,
    words={
        "en": Words(
            "Average days delinquent",
            "Days sales outstanding less what they would be if nothing were overdue: how late "
            "invoices are paid, whatever their terms.",
        ),
        "es": Words(
            "Días medios de retraso en el cobro",
            "Días de cobro pendientes menos los que serían si nada estuviera vencido: cuánto se "
            "retrasan los pagos, sea cual sea el plazo.",
        ),
    },
    authority="Count-back method, credit management practice",
    direction=Direction.DOWN,
    operand_unit=Unit.MONEY,
)
SPECS = (DSO, DELINQUENT)

_MONTHS_BACK = 24
_MONTHS_BILLED = 12


def days_outstanding(balance: int, billed: Sequence[int], days: Sequence[int]) -> float | None:
    """Days that the balance stands for; months newest first. None where months run out."""
    counted = _count_back(np.array([balance]), np.array([billed]), np.array(days))
    return None if np.isnan(counted[0]) else float(counted[0])


def _count_back(balances: Integers, billed: Integers, days: Integers) -> np.ndarray:
    """The same for one client a row of `billed`; NaN where a balance outlasts the months."""
    left = balances.astype(np.int64)
    counted = np.zeros(len(left), dtype=np.float64)
    for month, length in enumerate(days):
        of_month = billed[:, month]
        is_whole = (left > 0) & (left >= of_month)  # a month without billings takes its days only
        is_last = (left > 0) & ~is_whole
        part = left / np.where(is_last, of_month, 1) * length
        counted += np.where(is_whole, length, 0) + np.where(is_last, part, 0)
        left = np.where(is_last, 0, left - np.where(is_whole, np.maximum(of_month, 0), 0))
    return np.where(left > 0, np.nan, counted)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Both by entity; the balance as numerator, twelve months' billings as denominator."""
    last = month_number(period.valuation_date)
    owed = balance(context, period, 0, len(BUCKETS))
    unknown = is_payment_unknown(context, period)
    billed = _billed(context, last)
    table = _by_month(billed, last, len(owed))
    months = last - np.arange(_MONTHS_BACK)
    lengths = first_days(months + 1) - first_days(months)
    counted = _count_back(whole_numbers(owed), table, lengths)
    best = _count_back(whole_numbers(balance(context, period, 0, 1)), table, lengths)
    unrated = owed.isna() | among(context, billed.loc[billed["is_unrated"]])
    year = pd.DataFrame(table[:, :_MONTHS_BILLED], index=owed.index)
    is_billed, recent = (year > 0).any(axis=1), year.sum(axis=1)
    never = pd.Series(~among(context, owned_billings(context)), index=owed.index)
    absent = reasons(
        context,
        (never, Missing.NO_ROWS),
        (unknown, Missing.PAYMENT_UNKNOWN),
        (unrated, Missing.RATE_MISSING),
        (~is_billed, Missing.NO_BILLINGS),
        (is_billed, Missing.BALANCE_EXCEEDS_BILLINGS),
    )
    is_known = is_billed & ~unrated & ~unknown
    parts = (DSO, counted), (DELINQUENT, counted - best)
    return pd.concat(
        [
            measured(
                context,
                spec,
                pd.Series(days, index=owed.index).where(is_known),
                rows=_document_rows(context, last),
                absent=absent,
                numerator=owed.mask(never | unknown),
                denominator=recent.where(is_known),
            )
            for spec, days in parts
        ],
        ignore_index=True,
    )


def _billed(context: MetricContext, last: int) -> pd.DataFrame:
    """Billings of the months looked at, all at the rate of the last one."""

    def build() -> pd.DataFrame:
        owned = owned_billings(context)
        near = owned.loc[(owned["month"] <= last) & (owned["month"] > last - _MONTHS_BACK)]
        months = np.full(len(near), last)
        return in_entity_currency(context, near, "total_minor", RateKind.MONTH_END, months)

    return context.shared(f"billings at rates of {last}", build)


def _by_month(billed: pd.DataFrame, last: int, entities: int) -> Integers:
    """Billings with a row an entity and a column a month, the newest first."""
    months_back = last - whole_numbers(billed["month"])
    places = whole_numbers(billed["entity"]) * _MONTHS_BACK + months_back
    table = sums(places, whole_numbers(billed["minor"]), entities * _MONTHS_BACK)
    return table.reshape(entities, _MONTHS_BACK)


def _document_rows(context: MetricContext, last: int) -> pd.Series:
    """Documents of the twelve months to the valuation date."""
    owned = owned_billings(context)
    month = whole_numbers(owned["month"])
    is_near = (month <= last) & (month > last - _MONTHS_BILLED)
    counted = np.where(is_near, whole_numbers(owned["document_count"]), 0)
    index = context.currencies.index
    return pd.Series(sums(whole_numbers(owned["entity"]), counted, len(index)), index=index)


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """Documents that are open or were billed in the months looked at, and what settled them."""
    items = open_documents(context, day_number(period.valuation_date))
    return billed_items(context, items, period, _MONTHS_BACK)
