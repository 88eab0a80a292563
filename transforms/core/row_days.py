"""What a row may be of: its days, by all that it says of days, its kind and its key."""

import pandas as pd

from transforms.tables import Kind, TableSpec

_ANYWHERE = pd.Timedelta(hours=14)
"""How far a clock somewhere may be from UTC: an instant is of a day by the company's."""


_KINDS = {"surveys": "survey_kind"}


def row_days(spec: TableSpec, rows: pd.DataFrame, doubted: str = "") -> pd.DataFrame:
    """`first_day` and `last_day` of rows that have the table's columns, or some of them.

    A row that lacks one of its days may go on: its last is missing. Where the column `doubted`
    is of days, or the table has none, neither is known.
    """
    kinds = {item.name: item.kind for item in spec.columns}
    known = [name for name, kind in kinds.items() if kind in (Kind.DATE, Kind.TIMESTAMP)]
    given = [name for name in known if name in rows]
    if not given or doubted in known:
        return pd.DataFrame({"first_day": pd.NaT, "last_day": pd.NaT}, index=rows.index)
    starts = pd.DataFrame({name: _days(rows[name], -_ANYWHERE) for name in given})
    ends = pd.DataFrame({name: _days(rows[name], _ANYWHERE) for name in given})
    goes_on = ends.isna().any(axis="columns") | (len(given) < len(known))
    last = ends.max(axis="columns").mask(goes_on)
    return pd.DataFrame({"first_day": starts.min(axis="columns"), "last_day": last})


def row_kinds(spec: TableSpec, rows: pd.DataFrame) -> "pd.Series[str]":
    """What tells rows of one table apart that no figure puts together, such as the survey that an
    answer is of; empty where nothing does."""
    name = _KINDS.get(spec.name, "")
    kinds = rows[name] if name in rows else pd.Series("", index=rows.index)
    return kinds.fillna("").astype("str")


def row_keys(spec: TableSpec, rows: pd.DataFrame) -> "pd.Series[str]":
    """The values of the table's key; missing where they are not said, or it has several columns."""
    name, *others = spec.key
    if others or name not in rows:
        return pd.Series(None, index=rows.index, dtype="str")
    return rows[name].astype("str")


def may_be_of(
    days: pd.DataFrame, start: "pd.Timestamp | pd.Series[pd.Timestamp]", end: pd.Timestamp
) -> "pd.Series[bool]":
    """Which rows may be of some day from `start` on, one for all or one a row, and before `end`,
    by their `row_days`."""
    has_begun = days["first_day"].isna() | (days["first_day"] < end)
    return has_begun & (days["last_day"].isna() | (days["last_day"] >= start))


def _days(days: pd.Series, apart: pd.Timedelta) -> pd.Series:
    if isinstance(days.dtype, pd.DatetimeTZDtype):
        days = (days + apart).dt.tz_localize(None).dt.normalize()
    return days.astype("datetime64[us]")
