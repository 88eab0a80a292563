"""Figures of clients all of whose rows were kept out: absent, as nobody knows what they say.

Where some rows of a table are left that may be of the window, the figure stands, and what was
kept out is told with the delivery.
"""

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


def _none_left(table: str, asked: Asked) -> _Flags:
    """Which entities have rows of the table that were kept out and may be of the period, and none
    of their kind that was not."""
    out, left = asked.context.once((_none_left, table), lambda: _of_those(table, asked))
    gone = _in_period(out, asked).difference(_in_period(left, asked))
    places = gone.get_level_values("entity").to_numpy(np.int64)
    return np.bincount(places, minlength=len(asked.entities)) > 0


def _of_those(table: str, asked: Asked) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Of the entities with rows of the table that were kept out: those rows, and all others."""
    context, names = asked.context, (_BASE.get(table, table), table)
    told = context.kept_out
    out = context.placed(told[told["table_name"].isin(names)])
    if out.empty:
        return out, out
    ids = asked.entities[out["entity"].unique()]
    own = context.entities["account_id"][context.entities["entity_id"].isin(ids)]
    left = [_days_of(name, asked, own) for name in dict.fromkeys(names)]
    return out.fillna({"kind": ""}), pd.concat(left, ignore_index=True)


def _days_of(table: str, asked: Asked, accounts: "pd.Series[str]") -> pd.DataFrame:
    """The days of those accounts' rows, with their `entity` and `kind`."""
    rows, spec = asked.context.tables.rows(table), TABLES[table]
    placed = asked.context.placed(rows[rows["account_id"].isin(accounts)])
    return row_days(spec, placed).assign(entity=placed["entity"], kind=row_kinds(spec, placed))


def _in_period(rows: pd.DataFrame, asked: Asked) -> pd.MultiIndex:
    """The entities, and kinds, of rows that may be of the period."""
    found = rows[may_be_of(rows, pd.Timestamp(asked.period.start), asked.end)]
    return pd.MultiIndex.from_frame(found[["entity", "kind"]].drop_duplicates())
