"""Rows of one key that come several times: made one, or only the newest kept."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from sources.tables.controls import loaded_totals
from transforms.core.canonical import CONTROL_DTYPES
from transforms.tables import Kind, TableSpec

COMBINED = "filtered:combined"
SUPERSEDED = "filtered:superseded"
_FILE = ["source", "source_file", "table_name", "currency"]


@dataclass(frozen=True)
class Versions:
    """Rows of a table beside the moment each was last changed; missing where it says none.

    `others` has `key` and `moment` of rows that are not loaded, be they at fault or taken out
    by a filter: an older version of theirs must not pass for the newest.
    """

    moments: pd.Series
    others: pd.DataFrame


def combined(spec: TableSpec, rows: pd.DataFrame) -> pd.DataFrame:
    """One row for each key, account and currency, in the order of their first.

    Money is added up, a truth holds where it holds in any row, of everything else the first
    that is filled counts. A key of two accounts or currencies stays twice: validation tells.
    """
    named = (name for name in ("account_id", "currency") if name in spec.by_name)
    keys = list(dict.fromkeys([*spec.key, *named]))
    how = {name: _how(spec, name) for name in rows.columns if name not in keys}
    grouped = rows.groupby(keys, sort=False, dropna=False, as_index=False)
    parts = [
        grouped[[name for name in how if how[name] == way]].agg(way, **options)
        for way, options in (("sum", {"min_count": 1}), ("max", {}), ("first", {}))
        if way in how.values()
    ]
    made = pd.concat([parts[0], *(part.drop(columns=keys) for part in parts[1:])], axis=1)
    return spec.conform(made)


def under_survivors(spec: TableSpec, rows: pd.DataFrame, is_former: pd.Series) -> pd.DataFrame:
    """The rows of accounts that were merged made one with those of the account that remains.

    Of other rows a key's first takes part; what else repeats it stays, for validation to tell.
    """
    keys = _keys(spec, rows)
    is_own = ~is_former & ~keys[~is_former].duplicated().reindex(rows.index, fill_value=True)
    takes_part = (is_former | is_own) & keys.isin(keys[is_former])
    if not takes_part.any():
        return rows
    made = combined(spec, rows[takes_part])
    return pd.concat([rows[~takes_part], made], ignore_index=True)


def _how(spec: TableSpec, name: str) -> str:
    match spec.by_name[name].kind:
        case Kind.MONEY:
            return "sum"
        case Kind.BOOLEAN:
            return "max"
        case _:
            return "first"


def newest(spec: TableSpec, rows: pd.DataFrame, versions: Sequence[Versions]) -> pd.DataFrame:
    """Of each key the row that was changed last; of several at one moment the last read."""
    others = pd.concat([part.others for part in versions], ignore_index=True)
    moments = pd.concat([part.moments for part in versions], ignore_index=True)
    dated = pd.DataFrame({"key": _keys(spec, rows), "moment": moments, "row": rows.index})
    every = pd.concat([dated, others], ignore_index=True)
    ordered = every.sort_values("moment", kind="stable", na_position="first")
    last = ordered.drop_duplicates("key", keep="last")
    kept = last["row"].dropna().astype("int64").sort_values()
    return rows.loc[kept].reset_index(drop=True)


def versions_of(
    spec: TableSpec, rows: pd.DataFrame, moments: pd.Series, loaded: pd.Series
) -> Versions:
    """What `newest` needs of a piece: moments of its loaded rows, keys of its other ones."""
    others = pd.DataFrame({"key": _keys(spec, rows[~loaded]), "moment": moments[~loaded]})
    return Versions(moments[loaded], others.reset_index(drop=True))


def _keys(spec: TableSpec, rows: pd.DataFrame) -> pd.Series:
    keys = rows[spec.key[0]].astype("str")
    for name in spec.key[1:]:
        keys = keys + "\x1f" + rows[name].astype("str")
    return keys


def folded_totals(
    name: str, before: pd.DataFrame, after: pd.DataFrame, outcome: str
) -> list[dict[str, object]]:
    """Control totals of the rows that are gone, by file and currency.

    Money of rows that were added to another file's row is taken off there.
    """
    was, stays = loaded_totals(name, before), loaded_totals(name, after)
    both = pd.concat(
        [was, stays.assign(row_count=-stays["row_count"], amount_minor=-stays["amount_minor"])]
    )
    gone = both.groupby(_FILE, as_index=False, dropna=False)[["row_count", "amount_minor"]].sum(
        min_count=1
    )
    gone = gone[gone["row_count"].ne(0) | gone["amount_minor"].fillna(0).ne(0)]
    told = gone.assign(outcome=outcome)[list(CONTROL_DTYPES)]
    return [{str(key): value for key, value in row.items()} for row in told.to_dict("records")]
