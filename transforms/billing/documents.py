"""Invoices and credit notes, and what was settled against them."""

import numpy as np
import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.encoded_columns import coded, numbered
from transforms.core.exact import Flags, Integers, day_numbers, sums, whole_numbers, with_columns
from transforms.core.parents import ultimate_parents

NEVER_COUNTED = ("draft", "void", "deleted")
"""States of documents that carry neither revenue nor debt."""

_MEASURED = [
    *("account_id", "issue_date", "due_date", "paid_date", "net_minor", "total_minor"),
    *("amount_due_minor", "is_disputed"),
]

NEVER = int(np.iinfo(np.int64).max)
"""A day number that no period reaches."""


def is_counted(documents: pd.DataFrame) -> Flags:
    """Which documents count; one of which nothing is said does."""
    return ~documents["status"].isin(NEVER_COUNTED).to_numpy(dtype=np.bool_)


def document_places(tables: CanonicalTables, rows: pd.DataFrame, names: str) -> Integers:
    """Where the counted document that each row names stands in the table, −1 where none does.

    A document of another client is none: what is said of one client never depends on whether
    another one is looked at too, nor on who it is looked at together with.
    """
    documents = tables.rows("invoices")
    if rows.empty or documents.empty:
        return np.full(len(rows), -1)
    ids = rows[names]
    places = pd.Index(documents["invoice_id"]).get_indexer(pd.Index(ids)).astype(np.int64)
    places = np.where(ids.notna().to_numpy(dtype=np.bool_), places, -1)
    named = documents.take(np.where(places >= 0, places, 0))
    is_ours = _clients(tables, named) == _clients(tables, rows)
    return np.where((places >= 0) & is_ours & is_counted(named), places, -1)


def _clients(tables: CanonicalTables, rows: pd.DataFrame) -> Integers:
    """The number of each row's reporting client; −1 for accounts that nobody has told about."""
    owners = ultimate_parents(tables.rows("accounts"))
    number_of, _ = pd.factorize(owners["entity_id"])
    places, accounts = numbered(rows["account_id"])
    known = np.append(number_of, -1)[pd.Index(owners["account_id"]).get_indexer(accounts)]
    return np.append(known, -1)[places].astype(np.int64)


def settling_documents(tables: CanonicalTables) -> pd.DataFrame:
    """Every document with its `place` in the table and, of a credit note that counts, the
    `settled_place` of the invoice that it settles, `settles_minor`, and what counts of it where
    it names no invoice, `unnamed_minor`: what it says remains of it, else all of it."""
    rows = tables.rows("invoices")
    # Millions of rows carry the few columns that figures need, their words as numbers.
    words = {name: coded(rows[name]) for name in ("document_kind", "status", "currency")}
    documents = rows[_MEASURED].assign(**words)
    is_credit = (documents["document_kind"] == "credit_note").to_numpy(dtype=np.bool_)
    is_credit = is_credit & is_counted(documents)
    settled = np.full(len(rows), -1)
    credits = rows.loc[is_credit]
    settled[is_credit] = _settled_place(tables, credits, "credited_invoice_id")
    amount, unnamed = np.zeros((2, len(rows)), dtype=np.int64)
    amount[is_credit] = -whole_numbers(credits["total_minor"])
    unnamed[is_credit] = _remaining_credit(credits)
    return with_columns(
        documents,
        place=np.arange(len(rows)),
        is_credit=is_credit,
        settled_place=settled,
        settles_minor=amount,
        unnamed_minor=unnamed,
    )


def _remaining_credit(credits: pd.DataFrame) -> Integers:
    due = credits["amount_due_minor"]
    is_used = (credits["status"] == "paid").to_numpy(dtype=np.bool_)
    is_told = due.notna().to_numpy(dtype=np.bool_)
    whole = -whole_numbers(credits["total_minor"])
    left = np.where(is_told, np.abs(whole_numbers(due)), whole)
    return np.where(is_used & ~is_told, 0, left)


def with_told(documents: pd.DataFrame, payments: pd.DataFrame) -> pd.DataFrame:
    """Documents with `beside_minor`, by how much more than what we see each invoice says that it
    was settled, below 0 where it says less; the `beside_day` from which that counts; and whether
    the document says that day, `is_dated`.

    A document is believed over payments that we cannot see (a customer's balance, cash, another
    bank), and over what we set against it and it does not. Their day is the one on which it says
    that it was paid in full, else the day of issue.
    """
    due, paid_on = documents["amount_due_minor"], documents["paid_date"]
    is_dated = paid_on.notna().to_numpy(dtype=np.bool_)
    is_paid = is_dated | (documents["status"] == "paid").to_numpy(dtype=np.bool_)
    is_invoice = (documents["document_kind"] == "invoice").to_numpy(dtype=np.bool_)
    is_told = is_invoice & (is_paid | due.notna().to_numpy(dtype=np.bool_))
    asked = np.maximum(whole_numbers(documents["total_minor"]), 0)
    # Few of millions say what remains, or were settled before our eyes: the others are not moved.
    remains = np.flatnonzero(is_told & ~is_paid)
    beside = asked.copy()
    left = whole_numbers(documents["total_minor"])[remains] - whole_numbers(due.iloc[remains])
    beside[remains] = np.maximum(left, 0)
    place, seen = _settled_minor(documents, payments)
    # More than it asks for is an excess to be told, and settles nothing further.
    beside[place] -= np.minimum(seen, asked[place])
    beside[~is_told] = 0
    return with_columns(
        documents,
        beside_minor=beside,
        beside_day=day_numbers(paid_on.fillna(documents["issue_date"])),
        is_dated=is_dated,
    )


def _settled_minor(*rows: pd.DataFrame) -> tuple[Integers, Integers]:
    """The places of the documents that some of the rows settle, and how much of each."""
    settling = [
        part.loc[part["settled_place"] >= 0, ["settled_place", "settles_minor"]] for part in rows
    ]
    on = pd.concat(settling)
    places, number = np.unique(whole_numbers(on["settled_place"]), return_inverse=True)
    return places, sums(number, whole_numbers(on["settles_minor"]), len(places))


def settling_payments(tables: CanonicalTables) -> pd.DataFrame:
    """Every payment with the `settled_place` of its invoice among the documents, `settles_minor`
    and, of a refund, `refunds_minor`; 0 of one that moved no money."""
    rows = tables.rows("payments")
    has_moved = (rows["status"] == "succeeded").to_numpy(dtype=np.bool_)
    is_refund = (rows["payment_kind"] == "refund").to_numpy(dtype=np.bool_)
    amount = np.where(has_moved, whole_numbers(rows["amount_minor"]), 0)
    return rows.assign(
        settled_place=np.where(has_moved, _settled_place(tables, rows, "invoice_id"), -1),
        settles_minor=np.where(is_refund, 0, amount),
        refunds_minor=np.where(is_refund, -amount, 0),
        unnamed_minor=np.where(is_refund, 0, amount),
    )


def _settled_place(tables: CanonicalTables, rows: pd.DataFrame, names: str) -> Integers:
    """Money in another currency than the invoice it names settles nothing: two currencies are
    never subtracted from one another."""
    place = document_places(tables, rows, names)
    if not (place >= 0).any():
        return place
    named = tables.rows("invoices").take(np.where(place >= 0, place, 0))
    is_invoice = (named["document_kind"] == "invoice").to_numpy(dtype=np.bool_)
    is_same = named["currency"].to_numpy() == rows["currency"].to_numpy()
    return np.where((place >= 0) & is_invoice & is_same, place, -1)


def day_of(place: Integers, documents: pd.DataFrame) -> Integers:
    """The issue day number of the document at each place; of −1, one never reached."""
    days = np.full(len(place), NEVER)
    is_named = place >= 0
    days[is_named] = day_numbers(documents["issue_date"].take(place[is_named]))
    return days
