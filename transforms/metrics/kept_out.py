"""Figures of clients all of whose rows were kept out: absent, as nobody knows what they say.

Where some rows of a table are left that may be of the window, the figure stands, and what was
kept out is told with the delivery. A row whose account nobody could read may be anybody's: it
counts as kept out of every client.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.core.row_days import may_be_of, row_days, row_kinds
from transforms.metrics.arithmetic import selected_of
from transforms.metrics.asked import Asked
from transforms.metrics.kpi import KpiSpec, Missing
from transforms.tables import TABLES

_NUMBERS = ["value", "value_minor", "numerator", "denominator"]
_BASE = {"subscription_versions": "subscriptions", "opportunity_versions": "opportunities"}
"""What each table of versions follows from."""
_Flags = npt.NDArray[np.bool_]


def told_where_kept_out(values: pd.DataFrame, spec: KpiSpec, asked: Asked) -> pd.DataFrame:
    """A figure's values, without those that rest on a window of which a client has no row left
    because its rows were kept out; the reason is `rows_kept_out`."""
    if asked.context.kept_out.empty:
        return values
    is_out = np.zeros(len(values), dtype=np.bool_)
    for rows, window in selected_of(spec.figure, asked):
        if rows.is_counted and _BASE.get(rows.table, rows.table) in spec.feeds:
            gone = _none_left(rows.table, window)
            if gone.any():
                is_out |= gone & (rows.counted(window) == 0).to_numpy(dtype=np.bool_)
    if not is_out.any():
        return values
    numbers = {name: values[name].mask(is_out) for name in _NUMBERS}
    reason = values["reason"].mask(is_out, Missing.ROWS_KEPT_OUT.value)
    note = values["note"].mask(is_out, "")
    return values.assign(reason=reason, note=note, **numbers)


@dataclass(frozen=True)
class KeptOut:
    """Rows of a table with their `first_day`, `last_day` and `kind`."""

    named: pd.DataFrame
    """Kept out, with the `entity` that they are of."""
    anyones: pd.DataFrame
    """Kept out before their account could be read."""
    left: pd.DataFrame
    """Not kept out, with their `entity`: of those with rows that were."""

    def __bool__(self) -> bool:
        return not (self.named.empty and self.anyones.empty)


def kept_out_of(table: str, asked: Asked) -> KeptOut:
    """The rows of a table, and of what it follows from, that were kept out or were not."""
    return asked.context.once((kept_out_of, table), lambda: _kept_out_of(table, asked))


def _kept_out_of(table: str, asked: Asked) -> KeptOut:
    context, names = asked.context, (_BASE.get(table, table), table)
    told = context.kept_out
    told = told[told["table_name"].isin(names)].fillna({"account_id": "", "kind": ""})
    is_anyones = told["account_id"] == ""
    named, anyones = context.placed(told[~is_anyones]), told[is_anyones]
    if named.empty and anyones.empty:
        return KeptOut(named, anyones, anyones)
    accounts = context.entities["account_id"]
    if anyones.empty:
        ids = asked.entities[named["entity"].unique()]
        accounts = accounts[context.entities["entity_id"].isin(ids)]
    left = [_days_of(name, asked, accounts) for name in dict.fromkeys(names)]
    return KeptOut(named, anyones, pd.concat(left, ignore_index=True))


def _none_left(table: str, asked: Asked) -> _Flags:
    """Which entities have rows of the table that were kept out and may be of the period, and none
    of their kind that was not."""
    found = kept_out_of(table, asked)
    if not found:
        return np.zeros(len(asked.entities), dtype=np.bool_)
    left = _of_period(found.left, asked)
    gone = _pairs(_of_period(found.named, asked)).difference(_pairs(left))
    is_gone = _flagged(pd.Series(gone.get_level_values("entity")), asked)
    for kind in _of_period(found.anyones, asked)["kind"].unique():
        is_gone |= ~_flagged(left.loc[left["kind"] == kind, "entity"], asked)
    return is_gone


def _flagged(places: "pd.Series[int]", asked: Asked) -> _Flags:
    """Which entities are among these, by their places."""
    return np.bincount(places.to_numpy(np.int64), minlength=len(asked.entities)) > 0


def _days_of(table: str, asked: Asked, accounts: "pd.Series[str]") -> pd.DataFrame:
    """The days of those accounts' rows, with their `entity` and `kind`."""
    rows, spec = asked.context.tables.rows(table), TABLES[table]
    placed = asked.context.placed(rows[rows["account_id"].isin(accounts)])
    return row_days(spec, placed).assign(entity=placed["entity"], kind=row_kinds(spec, placed))


def _pairs(rows: pd.DataFrame) -> pd.MultiIndex:
    """The entities, and kinds, of some rows."""
    return pd.MultiIndex.from_frame(rows[["entity", "kind"]].drop_duplicates())


def _of_period(rows: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """Rows that may be of the period."""
    return rows[may_be_of(rows, pd.Timestamp(asked.period.start), asked.end)]
