"""Rows as successive deliveries showed them: from which day each is known to have held."""

import json
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

DELIVERIES = {"source": "str", "load_id": "Int64", "landed_at": "datetime64[us, UTC]"}
"""Columns of a frame of loads that brought a table."""

ONE_DAY = pd.Timedelta(days=1)


def shown_rows(rows: pd.DataFrame, deliveries: pd.DataFrame, key: str) -> pd.DataFrame:
    """The rows, by source, `key` and load, with the days that deliveries give them.

    `rows` are versions of a table's with the loads that brought them (`first_load_id`) and
    ended them (`superseded_load_id`, missing while they hold). A delivery describes the day
    before it landed: `valid_from` is the day of the first that shows a row, `valid_until` that of
    the first which no longer does, `day_before` that of the delivery before the first; missing
    where there is none. A landing that is read again, by another mapping or from mended files,
    corrects what the same landing had shown: its rows hold from the day of those that they
    replace, and what it leaves out never was.
    """
    known = _with_days(rows, deliveries)
    known = known.sort_values(["source", key, "first_load_id"], kind="stable")
    return _corrected(known.reset_index(drop=True), key)


def without_kept_out(
    rows: pd.DataFrame, deliveries: pd.DataFrame, kept_out: pd.DataFrame, key: str
) -> pd.DataFrame:
    """The rows, of which none ended in a delivery that kept it out.

    A row that was quarantined is not gone: what was known before holds until the next
    delivery that shows it, or lacks it. `kept_out` has the `source`, `load_id` and text (`raw`)
    of rows that were quarantined; one that names the row's `key` is taken for its own.
    """
    out: dict[_Load, list[str]] = {}
    for source, load, raw in kept_out[["source", "load_id", "raw"]].itertuples(index=False):
        out.setdefault((str(source), int(load)), []).append(str(raw))
    if not out:
        return rows
    loads = deliveries.sort_values("load_id").groupby("source")["load_id"].apply(list).to_dict()
    begun = set(zip(rows["source"], rows[key], rows["first_load_id"], strict=True))
    ends = [
        None if pd.isna(end) else _end_shown(out, loads[source], begun, (source, own, end))
        for source, own, end in zip(
            rows["source"], rows[key], rows["superseded_load_id"], strict=True
        )
    ]
    return rows.assign(superseded_load_id=pd.Series(ends, rows.index, dtype="Int64"))


_Load = tuple[str, int]
"""Source and load."""
_Row = tuple[str, str, int]
"""Source, key and load."""


def _end_shown(
    out: Mapping[_Load, Sequence[str]], loads: Sequence[int], begun: Collection[_Row], row: _Row
) -> int | None:
    """The load that truly ended a row: the first from its end on that did not keep it out."""
    source, own, end = row
    written = json.dumps(own, ensure_ascii=False)
    for load in (load for load in loads if load >= end):
        is_out = any(written in raw for raw in out.get((source, load), ()))
        if (source, own, load) in begun or not is_out:
            return load
    return None


def _with_days(rows: pd.DataFrame, deliveries: pd.DataFrame) -> pd.DataFrame:
    """The days that the first and the ending load describe, and whether each read a landing
    again; `day_before`, the one that the delivery before the first described."""
    loads = deliveries.sort_values(["source", "load_id"]).reset_index(drop=True)
    described = loads["landed_at"].dt.tz_localize(None).dt.normalize() - ONE_DAY
    is_again = loads.duplicated(["source", "landed_at"])
    previous = described.groupby(loads["source"]).shift()
    # What a landing showed anew when it was read again, it might have shown the first time.
    earlier = (
        previous.mask(is_again).groupby([loads["source"], loads["landed_at"]]).transform("first")
    )
    days = loads.assign(day=described, is_again=is_again, day_before=earlier)
    first = days.drop(columns="landed_at").rename(
        columns={"load_id": "first_load_id", "day": "valid_from"}
    )
    last = days[["source", "load_id", "day", "is_again"]].rename(
        columns={"load_id": "superseded_load_id", "day": "valid_until", "is_again": "is_undone"}
    )
    ends = rows["superseded_load_id"].astype("Int64")
    merged = rows.assign(superseded_load_id=ends).merge(
        first, on=["source", "first_load_id"], how="left", validate="many_to_one"
    )
    return merged.merge(
        last, on=["source", "superseded_load_id"], how="left", validate="many_to_one"
    )


def _corrected(known: pd.DataFrame, key: str) -> pd.DataFrame:
    """Without the rows that a second reading of their landing replaced or left out."""
    same = known[key].eq(known[key].shift()) & known["source"].eq(known["source"].shift())
    replaced = known["superseded_load_id"].shift().eq(known["first_load_id"]).fillna(False)
    takes_over = (same & replaced & known["is_again"]).to_numpy(dtype=np.bool_)
    chain = np.cumsum(~takes_over)
    by_chain = known.groupby(chain)
    corrected = known.assign(
        valid_from=by_chain["valid_from"].transform("first"),
        day_before=by_chain["day_before"].transform("first"),
    )
    is_undone = known["is_undone"].astype("boolean").fillna(False).to_numpy(dtype=np.bool_)
    return corrected[~is_undone].reset_index(drop=True)
