"""Where each client stands on a day: active or not, and when its agreement is up for renewal."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from transforms.activity import is_active
from transforms.facts import Facts
from transforms.renewal_date import RenewalBasis, renewal_table


@dataclass(frozen=True)
class Standing:
    """One client's."""

    is_active: bool
    renewal_date: date | None
    basis: RenewalBasis | None


def standing_of(facts: Facts, day: date, entity: str) -> Standing:
    """One entity's standing; the facts may hold many."""
    table = standing(facts, day)
    place = table.index.get_loc(entity)
    renewal, basis = table["renewal_date"].array[place], table["basis"].array[place]
    is_active = bool(table["is_active"].array[place])
    if pd.isna(renewal):
        return Standing(is_active, None, None)
    return Standing(is_active, renewal.date(), RenewalBasis(basis))


def standing(facts: Facts, day: date) -> pd.DataFrame:
    """By entity id: `is_active`, `renewal_date` and `basis`, the last two as in `renewal_table`."""
    return facts.shared(_name(day), lambda: _standing(facts, day))


def handed_on(whole: pd.DataFrame, day: date, entity: str) -> dict[str, pd.DataFrame]:
    """What `standing` found for many, as the cache of one entity's own facts."""
    return {_name(day): whole.loc[[entity]]}


def _name(day: date) -> str:
    return f"standing on {day}"


def _standing(facts: Facts, day: date) -> pd.DataFrame:
    renewals = renewal_table(facts, day).set_index("entity_id")
    return renewals.assign(is_active=is_active(facts, day).reindex(renewals.index).astype("bool"))
