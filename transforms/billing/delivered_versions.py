"""Subscriptions as successive deliveries showed them: which row held, and from which day."""

import pandas as pd

from transforms.core.deliveries import shown_rows
from transforms.tables import TABLES

_KEY = ["source", "subscription_id"]


def delivered_versions(rows: pd.DataFrame, deliveries: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions`, basis `delivered`, from all that the warehouse holds.

    A subscription that a later delivery is the first to show began when its row says, if that
    was after the delivery before; or when it joined an agreement that had begun.
    """
    spec = TABLES["subscription_versions"]
    if rows.empty:
        return spec.empty()
    known = _begun_when_added(shown_rows(rows, deliveries, "subscription_id"))
    start = known["start_date"]
    is_first = ~known.duplicated(_KEY)
    is_dated = is_first & (start > known["day_before"]) & (start <= known["valid_from"])
    valid_from = known["valid_from"].mask(is_dated, start)
    held = known["valid_until"].isna() | (known["valid_until"] > valid_from)
    dated = known.assign(valid_from=valid_from, basis="delivered")
    return spec.conform(dated[held].reset_index(drop=True))


def _begun_when_added(known: pd.DataFrame) -> pd.DataFrame:
    """The rows; what joined an agreement since the delivery before the first that shows it
    begins on that day, not with the agreement."""
    added = known["added_date"]
    is_new = (
        ~known.duplicated(_KEY) & (added > known["day_before"]) & (added <= known["valid_from"])
    )
    own = is_new.groupby([known[name] for name in _KEY]).transform("any")
    return known.assign(start_date=known["start_date"].mask(own & added.notna(), added))
