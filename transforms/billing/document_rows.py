"""Documents and payments that money figures are taken from: issued, open on a day, settled."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from transforms.billing.documents import NEVER, NEVER_COUNTED, day_of
from transforms.core.exact import Flags as Mask
from transforms.core.exact import (
    Integers,
    day_number,
    day_numbers,
    sums,
    whole_numbers,
    with_columns,
)
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.rows import Flags, Rows

_BUCKET_ENDS = (0, 30, 60, 90)
"""Days past due: up to 0 (or no due date), then thirty at a time."""
_HELD_BY = ["account", "currency"]

ISSUED_COLUMNS = ("document_kind", "invoice_number", "status", "issue_date")
OPEN_COLUMNS = (*ISSUED_COLUMNS, "due_date", "total_minor", "open_minor", "currency")
_EXCESS_COLUMNS = (*ISSUED_COLUMNS, "due_date", "total_minor", "excess_minor", "currency")
_PAYMENT_COLUMNS = ("payment_kind", "status", "paid_date", "invoice_id", "amount_minor", "currency")


def counted(documents: Rows) -> Rows:
    """Without those whose state never counts."""
    for state in NEVER_COUNTED:
        documents = documents.but(LeftOut(state), lambda rows, state=state: rows["status"] == state)
    return documents


DOCUMENTS = counted(
    Rows(
        "invoices",
        lambda context: context.accounts.documents,
        amounts=("net_minor", "total_minor"),
    )
)
"""Every invoice and credit note that counts."""

ISSUED = DOCUMENTS.within("issue_date")
"""Those issued in the period."""

MONEY_MOVED = (
    Rows("payments", lambda context: context.accounts.payments, shown=_PAYMENT_COLUMNS)
    .but(LeftOut.FAILED, lambda payments: payments["status"] == "failed")
    .but(LeftOut.PENDING, lambda payments: payments["status"] == "pending")
)


CREDIT_NOTES = DOCUMENTS.but(LeftOut.ANOTHER_DOCUMENT, lambda rows: ~rows["is_credit"])


def _settled_by(rows: pd.DataFrame, asked: Asked, dated: str) -> Mask:
    """Which rows settle an invoice that existed by then: they and it are of the period's end."""
    day = day_number(asked.period.valuation_date)
    place = whole_numbers(rows["settled_place"])
    exists = day_of(place, asked.context.accounts.documents) <= day
    return exists & (day_numbers(rows[dated]) <= day)


def _applied(asked: Asked, column: str) -> Integers:
    """What was settled or refunded by the period's end on every document, by its place."""
    accounts = asked.context.accounts
    total = np.zeros(len(accounts.documents), dtype=np.int64)
    for rows, dated in ((accounts.payments, "paid_date"), (accounts.documents, "issue_date")):
        if column in rows:
            named = rows.loc[rows["settled_place"] >= 0, ["settled_place", dated, column]]
            on = named.loc[_settled_by(named, asked, dated)]
            total += sums(whole_numbers(on["settled_place"]), whole_numbers(on[column]), len(total))
    return total


def with_open(documents: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `open_minor`, 0 of what is settled, and whether anything is said of its payment."""
    seen = _applied(asked, "settles_minor")[whole_numbers(documents["place"])]
    left = whole_numbers(documents["total_minor"]) - _settled(seen, documents, asked)
    np.maximum(left, 0, out=left)
    is_silent = _is_silent(documents, asked).to_numpy(dtype=np.bool_)
    return with_columns(documents, open_minor=left, is_silent=is_silent)


def _settled(seen: Integers, documents: pd.DataFrame, asked: Asked) -> Integers:
    """What we see and what documents say beside it; said to be less than what came back, none of
    it."""
    settled = _told_beside(documents, asked)
    settled += seen
    return np.maximum(settled, np.minimum(seen, 0), out=settled)


def _told_beside(documents: pd.DataFrame, asked: Asked) -> Integers:
    """What of `beside_minor` counts by the period's end."""
    day = day_number(asked.period.valuation_date)
    counts = (documents["beside_day"] <= day).to_numpy(dtype=np.bool_)
    return whole_numbers(documents["beside_minor"]) * counts


def _with_age(documents: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    past_due = (asked.last_day - documents["due_date"]).dt.days.fillna(0)
    days: Integers = past_due.to_numpy(dtype=np.int64)
    bucket: Integers = np.searchsorted(_BUCKET_ENDS, days).astype(np.int64)
    return with_columns(documents, bucket=bucket)


def _is_silent(documents: pd.DataFrame, asked: Asked) -> Flags:
    """Invoices of which nothing says if they were paid."""
    is_silent = documents["status"] == "issued"
    if asked.context.has("payments") or not is_silent.any():
        return is_silent & False
    return is_silent & documents["paid_date"].isna() & documents["amount_due_minor"].isna()


def is_open(documents: pd.DataFrame, asked: Asked) -> Flags:
    """Which documents, with `open_minor`, somebody owes us something for."""
    is_chased = (documents["document_kind"] == "invoice") & (documents["status"] != "uncollectible")
    return is_chased & ~_is_later(documents, asked) & (documents["open_minor"] > 0)


def _is_later(documents: pd.DataFrame, asked: Asked) -> Flags:
    return documents["issue_date"] >= asked.end


_OWED = (
    DOCUMENTS.but_then(LeftOut.OUTSIDE_PERIOD, _is_later)
    .but(LeftOut.ANOTHER_DOCUMENT, lambda rows: rows["document_kind"] == "credit_note")
    .but(LeftOut.WRITTEN_OFF, lambda rows: rows["status"] == "uncollectible")
    .adding(with_open)
)


def with_settlements(rows: Rows, *columns: str, loose: bool = False) -> Rows:
    """The documents, explained beside the payments and credit notes set against them; with
    `loose`, beside those that settle no invoice too."""

    def is_none(asked: Asked, settling: pd.DataFrame, dated: str) -> Mask:
        is_settled = _settled_by(settling, asked, dated)
        place = whole_numbers(settling["settled_place"])
        ours = is_settled & np.isin(place, whole_numbers(rows.kept(asked)["place"]))
        is_past = (settling[dated] < asked.end).to_numpy(dtype=np.bool_, na_value=False)
        return ~(ours | (loose & ~is_settled & is_past))

    def names_another(payments: pd.DataFrame, asked: Asked) -> Flags:
        named = payments["invoice_id"]
        ids = asked.context.tables.rows("invoices")["invoice_id"]
        ours = ids.take(whole_numbers(rows.kept(asked)["place"]))
        is_another = named.notna() & ~named.isin(ours)
        return is_another & is_none(asked, payments, "paid_date")

    payments = MONEY_MOVED.but_then(LeftOut.ANOTHER_DOCUMENT, names_another).but_then(
        LeftOut.OUTSIDE_PERIOD,
        lambda payments, asked: pd.Series(is_none(asked, payments, "paid_date"), payments.index),
    )
    credits = DOCUMENTS.but_then(
        LeftOut.ANOTHER_DOCUMENT,
        lambda documents, asked: ~documents["is_credit"] | is_none(asked, documents, "issue_date"),
    )
    return rows.showing(*columns, beside=(credits, payments))


_OPEN = _OWED.but(LeftOut.SETTLED, lambda rows: rows["open_minor"] == 0).adding(_with_age)
OPEN = with_settlements(_OPEN, *OPEN_COLUMNS)
"""Invoices of which something is open at the period's end, and the `bucket` of their age."""


def open_but(why: LeftOut, where: Callable[[pd.DataFrame], Flags]) -> Rows:
    """Open invoices without those of which this holds; what nobody knows to be paid stays in."""
    some = _OPEN.but(why, lambda rows: where(rows).fillna(False) & ~rows["is_silent"])
    return with_settlements(some, *OPEN_COLUMNS)


def _with_excess(documents: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With what was paid and credited beyond an invoice and not refunded; and what it says of its
    settlement beyond what we see, as `held_minor`, below 0 where it says more."""
    place = whole_numbers(documents["place"])
    settled = _applied(asked, "settles_minor")[place]
    asks = np.maximum(whole_numbers(documents["total_minor"]), 0)
    excess = settled - _applied(asked, "refunds_minor")[place] - asks
    is_owed = (documents["document_kind"] == "invoice") & (documents["status"] != "uncollectible")
    return documents.assign(
        excess_minor=np.where(settled != 0, np.maximum(excess, 0), 0),
        held_minor=np.where(is_owed, -_told_beside(documents, asked), 0),
        is_silent=is_owed & _is_silent(documents, asked),
    )


def _has_no_excess(documents: pd.DataFrame) -> Flags:
    return (documents["excess_minor"] == 0) & (documents["held_minor"] == 0)


OVERPAID = with_settlements(
    DOCUMENTS.but_then(LeftOut.OUTSIDE_PERIOD, _is_later)
    .adding(_with_excess)
    .but(LeftOut.ANOTHER_DOCUMENT, lambda rows: _has_no_excess(rows) & ~rows["is_silent"]),
    *_EXCESS_COLUMNS,
    loose=True,
)
"""Invoices for which more was paid and credited than they ask for, or that say otherwise than we
see."""


def unapplied_money(asked: Asked) -> pd.DataFrame:
    """By `account` and `currency`, `unapplied_minor` and `item_count`: payments and credit notes
    that settle no invoice, and what exceeds the invoice they name, less what was refunded."""
    loose, over = _loose(asked), OVERPAID.kept(asked)
    excess = over.loc[over["excess_minor"] > 0]
    parts = [
        loose.assign(unapplied_minor=loose["unapplied_minor"].clip(lower=0)),
        excess.assign(unapplied_minor=excess["excess_minor"], item_count=1),
        _taken_up(over, loose, asked),
    ]
    columns = [*_HELD_BY, "unapplied_minor", "item_count"]
    together = pd.concat([part[columns] for part in parts], ignore_index=True)
    summed = together.groupby(_HELD_BY, as_index=False, observed=True).sum()
    return summed.assign(unapplied_minor=summed["unapplied_minor"].clip(lower=0))


def _loose(asked: Asked) -> pd.DataFrame:
    """What names no invoice, net of refunds that name none, and the `day` on which the first of
    it came."""
    parts: list[pd.DataFrame] = []
    for rows, dated in ((MONEY_MOVED, "paid_date"), (CREDIT_NOTES, "issue_date")):
        found = rows.kept(asked)
        is_loose = ~_settled_by(found, asked, dated) & (found[dated] < asked.end).to_numpy()
        held = found.loc[is_loose]
        minor = held["unnamed_minor"] - held.get("refunds_minor", 0)
        parts.append(held[_HELD_BY].assign(held_minor=minor, day=day_numbers(held[dated])))
    grouped = pd.concat(parts, ignore_index=True).groupby(_HELD_BY, as_index=False)
    return grouped.agg(
        unapplied_minor=("held_minor", "sum"), item_count=("day", "size"), day=("day", "min")
    )


def _taken_up(over: pd.DataFrame, loose: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """What invoices say of their settlement beyond what we see: money that names no invoice has
    gone there, so it is not unapplied. What they say less stays with the client.

    Money cannot have settled what was paid in full before it came. Without payments nothing is
    known of the rest, and only what invoices say less counts.
    """
    held = whole_numbers(over["held_minor"])
    every = over[_HELD_BY].assign(
        unapplied_minor=held,
        item_count=(held > 0).astype(np.int64),
        paid_day=np.where(over["is_dated"], over["beside_day"], NEVER),
    )
    rows: pd.DataFrame = every[pd.Series(held != 0, index=every.index)]
    if not asked.context.has("payments"):
        return rows[rows["unapplied_minor"] > 0]
    first = loose[[*_HELD_BY, "day"]]
    dated: pd.DataFrame = rows.merge(first, on=_HELD_BY, how="left", validate="many_to_one")
    return dated[(dated["unapplied_minor"] > 0) | ~(dated["paid_day"] < dated["day"])]


SILENT = _OWED.but(LeftOut.SETTLED, lambda rows: ~rows["is_silent"])


def is_payment_unknown(asked: Asked) -> Flags:
    """Whether an entity has an invoice of which nothing says if it was paid by the period's
    end: its balance is unknown then, not 0."""
    return SILENT.counted(asked) > 0


def is_never_billed(asked: Asked) -> Flags:
    """Whether an entity has no document that counts, and no money moved, ever."""
    return (DOCUMENTS.counted(asked) == 0) & (MONEY_MOVED.counted(asked) == 0)
