"""Invoices and credit notes that count, and what was settled against them."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd

from transforms.exact import Flags, Integers, day_numbers, months_of_days, whole_numbers
from transforms.facts import Facts, ultimate_parents
from transforms.subtotals import subtotals
from transforms.texts import coded

NEVER_COUNTED = ("draft", "void", "deleted")
"""States of documents that carry neither revenue nor debt."""


def documents(facts: Facts) -> pd.DataFrame:
    """Every invoice and credit note that counts, in the table's columns and a plain index."""
    return facts.by_account("documents", lambda: _documents(facts))


def _documents(facts: Facts) -> pd.DataFrame:
    invoices = facts.tables.rows("invoices")
    is_counted = _is_counted(_words(facts)["status"])
    # Millions of rows of which all count, as is usual, are not copied.
    counted = invoices if is_counted.all() else invoices.loc[is_counted]
    return counted.reset_index(drop=True)


def _words(facts: Facts) -> pd.DataFrame:
    """`account_id`, `currency` and `status` of every document, as categorical columns."""

    def build() -> pd.DataFrame:
        rows = facts.tables.rows("invoices")
        columns = [rows[name] for name in ("account_id", "currency", "status")]
        with ThreadPoolExecutor() as pool:  # Arrow codes texts without holding up other threads
            found = {str(column.name): column for column in pool.map(coded, columns)}
        return pd.DataFrame(found, copy=False)

    return facts.by_account("words of documents", build)


def _is_counted(states: pd.Series) -> Flags:
    """Which documents count; one of which nothing is said does."""
    never = np.flatnonzero(states.cat.categories.isin(NEVER_COUNTED))
    return ~np.isin(states.cat.codes.to_numpy(), never)


def document_numbers(facts: Facts) -> pd.DataFrame:
    """What figures need of every document, row by row beside `documents`, as numbers.

    `account_id` and `currency` (categorical), `issue_day` (see `day_numbers`), `net_minor`,
    `total_minor`, `is_invoice`, `is_written_off`, `is_paid`, `is_silent` (nothing is said of
    its payment).
    """
    return facts.by_account("document numbers", lambda: _document_numbers(facts))


def _document_numbers(facts: Facts) -> pd.DataFrame:
    issued, words = documents(facts), _words(facts)
    if len(words) > len(issued):
        words = words.loc[_is_counted(words["status"])]
    status = words["status"]
    return pd.DataFrame(
        {
            "account_id": words["account_id"].array,
            "currency": words["currency"].array,
            "issue_day": day_numbers(issued["issue_date"]),
            "net_minor": whole_numbers(issued["net_minor"]),
            "total_minor": whole_numbers(issued["total_minor"]),
            "is_invoice": (issued["document_kind"] == "invoice").to_numpy(dtype=np.bool_),
            "is_written_off": (status == "uncollectible").to_numpy(dtype=np.bool_),
            "is_paid": (status == "paid").to_numpy(dtype=np.bool_),
            "is_silent": (status == "issued").to_numpy(dtype=np.bool_),
        },
        copy=False,  # a copy would lay all columns of a kind side by side in one block
    )


def document_places(facts: Facts, rows: pd.DataFrame, names: str) -> Integers:
    """Where the document that each row names stands in `documents`, −1 where it does not.

    A document of another client is none: what is said of one client never depends on whether
    another one is looked at too, nor on who it is looked at together with.
    """
    if rows.empty:
        return np.empty(0, dtype=np.int64)
    ids = rows[names]
    issued = documents(facts)
    places = pd.Index(issued["invoice_id"]).get_indexer(pd.Index(ids)).astype(np.int64)
    places = np.where(ids.notna().to_numpy(dtype=np.bool_), places, -1)
    if not len(issued):
        return places
    owners = facts.by_account("document owners", lambda: _clients(facts, issued))
    named = owners["client"].to_numpy()[np.where(places >= 0, places, 0)]
    return np.where(named == _clients(facts, rows)["client"].to_numpy(), places, -1)


def _clients(facts: Facts, rows: pd.DataFrame) -> pd.DataFrame:
    """The number of each row's reporting client, however the facts are grouped; −1 for accounts
    that nobody has told about."""
    owners = facts.by_account(
        "reporting clients", lambda: ultimate_parents(facts.tables.rows("accounts"))
    )
    number_of, _ = pd.factorize(owners["entity_id"])
    accounts = coded(rows["account_id"])
    place = pd.Index(owners["account_id"]).get_indexer(accounts.cat.categories)
    known = np.append(number_of, -1)[place].astype(np.int64)
    return pd.DataFrame({"client": known[accounts.cat.codes.to_numpy()]}, index=rows.index)


def billings(facts: Facts) -> pd.DataFrame:
    """By account, currency and month of issue: `net_minor`, `total_minor`, `document_count`."""
    return facts.by_account("billings", lambda: _billings(document_numbers(facts)))


def owned_billings(facts: Facts) -> pd.DataFrame:
    """`billings` of these entities' accounts."""
    return facts.shared("owned billings", lambda: facts.owned(billings(facts)))


def _billings(issued: pd.DataFrame) -> pd.DataFrame:
    added = subtotals(
        issued["account_id"],
        issued["currency"],
        months_of_days(issued["issue_day"].to_numpy()),
        {
            "net_minor": issued["net_minor"].to_numpy(),
            "total_minor": issued["total_minor"].to_numpy(),
        },
    )
    return added.rename(columns={"row_count": "document_count"})
