"""Subscriptions as successive deliveries showed them: which row held, and from which day."""

import pandas as pd

from transforms.core.deliveries import shown_rows
from transforms.tables import TABLES


def delivered_versions(rows: pd.DataFrame, deliveries: pd.DataFrame) -> pd.DataFrame:
    """Rows of `subscription_versions`, basis `delivered`, from all that the warehouse holds.

    A subscription that a later delivery is the first to show began when its row says, if that
    was after the delivery before.
    """
    spec = TABLES["subscription_versions"]
    if rows.empty:
        return spec.empty()
    known = shown_rows(rows, deliveries, "subscription_id")
    start = known["start_date"]
    is_first = ~known.duplicated(["source", "subscription_id"])
    is_dated = is_first & (start > known["day_before"]) & (start <= known["valid_from"])
    valid_from = known["valid_from"].mask(is_dated, start)
    held = known["valid_until"].isna() | (known["valid_until"] > valid_from)
    dated = known.assign(valid_from=valid_from, basis="delivered")
    return spec.conform(dated[held].reset_index(drop=True))
