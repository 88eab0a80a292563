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


def document_places(facts: Facts, invoice_ids: pd.Series) -> Integers:
    """Where each named document stands in `documents`, −1 where it is not among them."""
    index = pd.Index(documents(facts)["invoice_id"])
    places = index.get_indexer(pd.Index(invoice_ids)).astype(np.int64)
    return np.where(invoice_ids.notna().to_numpy(dtype=np.bool_), places, -1)


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
