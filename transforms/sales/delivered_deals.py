"""Deals as successive deliveries showed them: which row held, and from which day."""

import pandas as pd

from transforms.core.deliveries import ONE_DAY, shown_rows
from transforms.tables import TABLES

_DEAL = ["source", "opportunity_id", "owner"]


def delivered_deals(rows: pd.DataFrame, deliveries: pd.DataFrame) -> pd.DataFrame:
    """Rows of `opportunity_versions`, basis `delivered`, from all that the warehouse holds.

    A change counts from the day that the first delivery which shows it describes, and a deal
    from the day on which it was entered, if no earlier delivery lacked it on that day. A deal
    that was open in one delivery and is closed in the next was closed on the day that it says,
    as far as that lies between the two: what a delivery showed open on its day was open then.
    """
    spec = TABLES["opportunity_versions"]
    if rows.empty:
        return spec.empty()
    known = shown_rows(rows, deliveries, "opportunity_id")
    known = known.assign(owner=known["account_id"].fillna(""), seen=known["valid_from"])
    begins = _first_days(known)
    is_next = known.duplicated(_DEAL) & known.groupby(_DEAL)["valid_until"].shift().eq(
        known["seen"]
    )
    following = begins.where(is_next).groupby([known[name] for name in _DEAL]).shift(-1)
    ends = following.fillna(known["valid_until"])
    held = ends.isna() | begins.isna() | (ends > begins)
    dated = known.assign(
        valid_from=begins,
        valid_until=ends,
        told_date=known["seen"] + ONE_DAY,
        basis="delivered",
    )
    return spec.conform(dated[held].reset_index(drop=True))


def _first_days(known: pd.DataFrame) -> pd.Series:
    """The first day of each row; missing where it was so from the start, whenever that was."""
    seen, before, created = known["seen"], known["day_before"], known["created_date"]
    is_first = ~known.duplicated(_DEAL)
    is_told_from_start = is_first & (before.isna() | ((created > before) & (created <= seen)))
    begins = seen.mask(is_told_from_start, created)
    was_open = known.groupby(_DEAL)["state"].shift().eq("open")
    is_closed = known["state"].ne("open") & was_open & ~is_first
    closes = known["close_date"]
    between = closes.where(closes > before, before + ONE_DAY).where(closes <= seen + ONE_DAY, seen)
    return begins.mask(is_closed, between)
