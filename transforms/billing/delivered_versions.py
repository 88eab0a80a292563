"""Subscriptions as successive deliveries showed them: which row held, and from which day."""

import json
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

from transforms.tables import TABLES

DELIVERIES = {"source": "str", "load_id": "Int64", "landed_at": "datetime64[us, UTC]"}
"""Columns of a frame of loads that brought subscriptions."""

_ONE_DAY = pd.Timedelta(days=1)


def delivered_versions(rows: pd.DataFrame, deliveries: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions`, basis `delivered`.

    `rows` are those of `subscriptions` with the loads that brought them (`first_load_id`) and
    ended them (`superseded_load_id`, missing while they hold). A delivery describes the day
    before it landed. A subscription that a later delivery is the first to show began when its
    row says, if that was after the delivery before. A landing that is read again, by another
    mapping or from mended files, corrects what the same landing had shown: its rows hold from
    the day of those that they replace, and what it leaves out never was.
    """
    spec = TABLES["subscription_versions"]
    if rows.empty:
        return spec.empty()
    known = _with_days(rows, deliveries)
    known = known.sort_values(["source", "subscription_id", "first_load_id"], kind="stable")
    known = _corrected(known.reset_index(drop=True))
    start = known["start_date"]
    is_first = ~known.duplicated(["source", "subscription_id"])
    is_dated = is_first & (start > known["day_before"]) & (start <= known["valid_from"])
    valid_from = known["valid_from"].mask(is_dated, start)
    held = known["valid_until"].isna() | (known["valid_until"] > valid_from)
    dated = known.assign(valid_from=valid_from, basis="delivered")
    return spec.conform(dated[held].reset_index(drop=True))


def without_kept_out(
    rows: pd.DataFrame, deliveries: pd.DataFrame, kept_out: pd.DataFrame
) -> pd.DataFrame:
    """The rows, of which none ended in a delivery that kept its subscription out.

    A row that was quarantined is not gone: what was known before holds until the next
    delivery that shows the subscription, or lacks it. `kept_out` has the `source`, `load_id`
    and text (`raw`) of rows that were quarantined; one that names the subscription's key is
    taken for its own.
    """
    out: dict[_Load, list[str]] = {}
    for source, load, raw in kept_out[["source", "load_id", "raw"]].itertuples(index=False):
        out.setdefault((str(source), int(load)), []).append(str(raw))
    if not out:
        return rows
    loads = deliveries.sort_values("load_id").groupby("source")["load_id"].apply(list).to_dict()
    begun = set(zip(rows["source"], rows["subscription_id"], rows["first_load_id"], strict=True))
    ends = [
        None if pd.isna(end) else _end_shown(out, loads[source], begun, (source, key, end))
        for source, key, end in zip(
            rows["source"], rows["subscription_id"], rows["superseded_load_id"], strict=True
        )
    ]
    return rows.assign(superseded_load_id=pd.Series(ends, rows.index, dtype="Int64"))


_Load = tuple[str, int]
"""Source and load."""
_Row = tuple[str, str, int]
"""Source, subscription and load."""


def _end_shown(
    out: Mapping[_Load, Sequence[str]], loads: Sequence[int], begun: Collection[_Row], row: _Row
) -> int | None:
    """The load that truly ended a row: the first from its end on that did not keep it out."""
    source, key, end = row
    written = json.dumps(key, ensure_ascii=False)
    for load in (load for load in loads if load >= end):
        is_out = any(written in raw for raw in out.get((source, load), ()))
        if (source, key, load) in begun or not is_out:
            return load
    return None


def _with_days(rows: pd.DataFrame, deliveries: pd.DataFrame) -> pd.DataFrame:
    """The days that the first and the ending load describe, and whether each read a landing
    again; `day_before`, the one that the delivery before the first described."""
    loads = deliveries.sort_values(["source", "load_id"]).reset_index(drop=True)
    described = loads["landed_at"].dt.tz_localize(None).dt.normalize() - _ONE_DAY
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


def _corrected(known: pd.DataFrame) -> pd.DataFrame:
    """Without the rows that a second reading of their landing replaced or left out."""
    same = known["subscription_id"].eq(known["subscription_id"].shift()) & known["source"].eq(
        known["source"].shift()
    )
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
