"""Balances that rest on payments which were kept out: what is open is unknown where none is left,
and may be less than it looks where some are."""

import numpy as np
import pandas as pd

from transforms.billing.document_rows import OPEN
from transforms.core.exact import Integers as Counts
from transforms.core.exact import sums, whole_numbers
from transforms.core.row_days import may_be_of
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Noted
from transforms.metrics.kept_out import kept_out_of
from transforms.metrics.kpi import Caveat
from transforms.metrics.rows import Flags, Numbers

_EVER = pd.Timestamp("1900-01-01")


def is_payment_kept_out(asked: Asked) -> Flags:
    """Which entities owe by an invoice that does not say itself what remains of it, and have of
    the time since its issue payments that were kept out and none that was not."""
    if not kept_out_of("payments", asked):
        return pd.Series(data=False, index=asked.entities)
    out, left = _since_oldest_open(asked)
    return pd.Series((out > 0) & (left == 0), index=asked.entities)


def payments_kept_out(asked: Asked) -> Numbers:
    """How many payments were kept out that may have settled some of what an entity owes by such
    invoices, beside others that were not kept out; 0 where none of it was left."""
    if not kept_out_of("payments", asked):
        return pd.Series(0, index=asked.entities)
    out, left = _since_oldest_open(asked)
    return pd.Series(np.where(left > 0, out, 0), index=asked.entities)


SOME_KEPT_OUT = Noted(
    Caveat.PAYMENTS_KEPT_OUT, lambda asked: payments_kept_out(asked) > 0, payments_kept_out
)
"""What is said beside a balance that such payments may have lowered."""


def is_every_payment_kept_out(asked: Asked) -> Flags:
    """Which entities have payments that were kept out, and may have come by the period's end, and
    none that was not."""
    if not kept_out_of("payments", asked):
        return pd.Series(data=False, index=asked.entities)
    out, left = _since(pd.Series(_EVER, index=range(len(asked.entities))), asked)
    return pd.Series((out > 0) & (left == 0), index=asked.entities)


def _since_oldest_open(asked: Asked) -> tuple[Counts, Counts]:
    """Payments since the oldest open invoice that does not say what remains of it."""
    rows = OPEN.kept(asked)
    rests = rows[rows["amount_due_minor"].isna()]
    oldest = rests.groupby("entity")["issue_date"].min()
    return _since(oldest.reindex(range(len(asked.entities))), asked)


def _since(since: "pd.Series[pd.Timestamp]", asked: Asked) -> tuple[Counts, Counts]:
    """How many were kept out and how many were not, from a day of each entity's place on; none of
    one without."""
    found = kept_out_of("payments", asked)
    count = len(asked.entities)
    every = found.anyones.merge(pd.Series(range(count), name="entity"), how="cross")
    out = _came_since(pd.concat([found.named, every]), since, asked)
    left = _came_since(found.left.assign(row_count=1), since, asked)
    return out, left


def _came_since(rows: pd.DataFrame, since: "pd.Series[pd.Timestamp]", asked: Asked) -> Counts:
    """By entity, the payments that may have come from its day on, by the period's end."""
    start = rows["entity"].map(since)
    is_near = start.notna() & may_be_of(rows, start, asked.end)
    near = rows[is_near]
    return sums(
        whole_numbers(near["entity"]), whole_numbers(near["row_count"]), len(asked.entities)
    )
