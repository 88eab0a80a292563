"""Balances that rest on payments which were kept out: what is open is unknown, not all of it."""

import numpy as np
import pandas as pd

from transforms.billing.document_rows import OPEN
from transforms.core.row_days import may_be_of
from transforms.metrics.asked import Asked
from transforms.metrics.kept_out import kept_out_of
from transforms.metrics.rows import Flags

_EVER = pd.Timestamp("1900-01-01")


def is_payment_kept_out(asked: Asked) -> Flags:
    """Which entities owe by an invoice that does not say itself what remains of it, and have of
    the time since its issue payments that were kept out and none that was not."""
    if not kept_out_of("payments", asked):
        return pd.Series(data=False, index=asked.entities)
    rows = OPEN.kept(asked)
    rests = rows[rows["amount_due_minor"].isna()]
    oldest = rests.groupby("entity")["issue_date"].min()
    return _none_since(oldest.reindex(range(len(asked.entities))), asked)


def is_every_payment_kept_out(asked: Asked) -> Flags:
    """Which entities have payments that were kept out, and may have come by the period's end, and
    none that was not."""
    if not kept_out_of("payments", asked):
        return pd.Series(data=False, index=asked.entities)
    return _none_since(pd.Series(_EVER, index=range(len(asked.entities))), asked)


def _none_since(since: "pd.Series[pd.Timestamp]", asked: Asked) -> Flags:
    """By a day of each entity's place; nothing of one without."""
    found = kept_out_of("payments", asked)
    count = len(asked.entities)
    every = found.anyones.merge(pd.Series(range(count), name="entity"), how="cross")
    out, left = (
        np.bincount(_came_since(rows, since, asked), minlength=count) > 0
        for rows in (pd.concat([found.named, every]), found.left)
    )
    return pd.Series(out & ~left, index=asked.entities)


def _came_since(
    rows: pd.DataFrame, since: "pd.Series[pd.Timestamp]", asked: Asked
) -> "pd.Series[int]":
    """The entities of payments that may have come from its day on, by the period's end."""
    start = rows["entity"].map(since)
    is_near = start.notna() & may_be_of(rows, start, asked.end)
    return rows.loc[is_near, "entity"].astype(np.int64)
