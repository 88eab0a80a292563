"""Where each client stands on a day: active or not, and when its agreement is up for renewal."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from transforms.clients.activity import is_active
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.renewal_date import RenewalBasis, renewal_table


@dataclass(frozen=True)
class Standing:
    """One client's."""

    is_active: bool
    renewal_date: date | None
    basis: RenewalBasis | None


def standing_of(context: MetricContext, day: date, entity: str) -> Standing:
    """One entity's standing; the context may hold many."""
    table = standing(context, day)
    place = table.index.get_loc(entity)
    renewal, basis = table["renewal_date"].array[place], table["basis"].array[place]
    is_active = bool(table["is_active"].array[place])
    if pd.isna(renewal):
        return Standing(is_active, None, None)
    return Standing(is_active, renewal.date(), RenewalBasis(basis))


def standing(context: MetricContext, day: date) -> pd.DataFrame:
    """By entity id: `is_active`, `renewal_date` and `basis`, the last two as in `renewal_table`."""
    return context.shared(_name(day), lambda: _standing(context, day))


def handed_on(whole: pd.DataFrame, day: date, entity: str) -> dict[str, pd.DataFrame]:
    """What `standing` found for many, as the cache of one entity's own context."""
    return {_name(day): whole.loc[[entity]]}


def _name(day: date) -> str:
    return f"standing on {day}"


def _standing(context: MetricContext, day: date) -> pd.DataFrame:
    renewals = renewal_table(context, day).set_index("entity_id")
    return renewals.assign(is_active=is_active(context, day).reindex(renewals.index).astype("bool"))
