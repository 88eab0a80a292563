"""Invoices and credit notes that count, and what was settled against them."""

import numpy as np
import pandas as pd

from transforms.exact import Integers, day_numbers, months_of_days, whole_numbers
from transforms.facts import Facts
from transforms.subtotals import coded, subtotals

NEVER_COUNTED = ("draft", "void", "deleted")
"""States of documents that carry neither revenue nor debt."""


def documents(facts: Facts) -> pd.DataFrame:
    """Every invoice and credit note that counts, in the table's columns and a plain index."""
    return facts.by_account("documents", lambda: _documents(facts))


def _documents(facts: Facts) -> pd.DataFrame:
    invoices = facts.tables.rows("invoices")
    return invoices.loc[~invoices["status"].isin(NEVER_COUNTED)].reset_index(drop=True)


def document_places(facts: Facts, rows: pd.DataFrame, names: str) -> Integers:
    """Where the document that each row names stands in `documents`, −1 where it does not.

    A document of another client is none: what is said of one client never depends on whether
    another one is looked at too.
    """
    if rows.empty:
        return np.empty(0, dtype=np.int64)
    ids = rows[names]
    issued = documents(facts)
    places = pd.Index(issued["invoice_id"]).get_indexer(pd.Index(ids)).astype(np.int64)
    places = np.where(ids.notna().to_numpy(dtype=np.bool_), places, -1)
    owners = facts.by_account("document owners", lambda: _owners(facts, issued))
    if not len(owners):
        return places
    named = owners["owner"].to_numpy()[np.where(places >= 0, places, 0)]
    return np.where(named == _owners(facts, rows)["owner"].to_numpy(), places, -1)


def _owners(facts: Facts, rows: pd.DataFrame) -> pd.DataFrame:
    """The number of each row's entity; those of accounts outside are told apart by −1."""
    accounts = coded(rows["account_id"])
    owner_of, _ = pd.factorize(facts.entities["entity_id"])
    place = facts.account_index.get_indexer(accounts.cat.categories)
    known = np.append(owner_of, -1)[place].astype(np.int64)
    return pd.DataFrame({"owner": known[accounts.cat.codes.to_numpy()]}, index=rows.index)


def billings(facts: Facts) -> pd.DataFrame:
    """By account, currency and month of issue: `net_minor`, `total_minor`, `document_count`."""
    return facts.by_account("billings", lambda: _billings(documents(facts)))


def _billings(issued: pd.DataFrame) -> pd.DataFrame:
    return subtotals(
        coded(issued["account_id"]),
        coded(issued["currency"]),
        months_of_days(day_numbers(issued["issue_date"])),
        {
            "net_minor": whole_numbers(issued["net_minor"]),
            "total_minor": whole_numbers(issued["total_minor"]),
            "document_count": np.ones(len(issued), dtype=np.int64),
        },
    )
