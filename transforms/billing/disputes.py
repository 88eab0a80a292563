"""Open invoices that the client contests."""

import numpy as np
import pandas as pd

from transforms.billing.receivables import open_documents, silent_documents
from transforms.core.encoded_columns import coded
from transforms.core.exact import Flags, day_number, month_number, sums, whole_numbers
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import in_entity_currency, subtotals, total


def disputed_rows(context: MetricContext, period: Period) -> pd.DataFrame:
    """The rows of invoices open at the period's end that are contested, or of which the export
    does not say so: `is_disputed` is missing there."""
    items = open_documents(context, day_number(period.valuation_date))
    is_named: Flags = items["is_disputed"].to_numpy(dtype=np.bool_, na_value=True)
    return items.loc[is_named]


def disputed_items(context: MetricContext, contested: pd.DataFrame, period: Period) -> pd.DataFrame:
    """These rows with the invoices of which nobody knows whether they are paid."""
    silent = silent_documents(context, day_number(period.valuation_date)).assign(open_minor=0)
    return pd.concat([contested, silent.loc[~silent.index.isin(contested.index)]])


def disputed_money(
    context: MetricContext, period: Period
) -> tuple[pd.Series, pd.Series, pd.Series]:
    """By entity: what is contested, missing without a rate; in how many invoices; and whether
    an open one does not say if it is."""
    owned = context.owned(_by_account(context, period))
    months = np.full(len(owned), month_number(period.valuation_date))
    money = in_entity_currency(context, owned, "disputed_minor", RateKind.MONTH_END, months)
    amount = total(context, money, 0, 1)

    def counted(name: str) -> pd.Series:
        entity, counts = whole_numbers(owned["entity"]), whole_numbers(owned[name])
        return pd.Series(sums(entity, counts, len(amount)), index=amount.index)

    return amount, counted("disputed_count"), counted("silent_count") > 0


def _by_account(context: MetricContext, period: Period) -> pd.DataFrame:
    """By account and currency: `disputed_minor`, `disputed_count`, `silent_count`."""
    rows = disputed_rows(context, period)
    is_silent = rows["is_disputed"].isna().to_numpy(dtype=np.bool_)
    return subtotals(
        coded(rows["account_id"]),
        coded(rows["currency"]),
        np.zeros(len(rows), dtype=np.int64),
        {
            "disputed_minor": np.where(is_silent, 0, whole_numbers(rows["open_minor"])),
            "disputed_count": (~is_silent).astype(np.int64),
            "silent_count": is_silent.astype(np.int64),
        },
    )
