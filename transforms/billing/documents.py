"""Invoices and credit notes that count, and what was settled against them."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd

from transforms.core.encoded_columns import coded
from transforms.core.exact import Flags, Integers, day_numbers, months_of_days, whole_numbers
from transforms.metrics.metric_context import MetricContext, ultimate_parents
from transforms.metrics.subtotals import subtotals

NEVER_COUNTED = ("draft", "void", "deleted")
"""States of documents that carry neither revenue nor debt."""


def documents(context: MetricContext) -> pd.DataFrame:
    """Every invoice and credit note that counts, in the table's columns and a plain index."""
    return context.by_account("documents", lambda: _documents(context))


def _documents(context: MetricContext) -> pd.DataFrame:
    invoices = context.tables.rows("invoices")
    is_counted = _is_counted(_words(context)["status"])
    # Millions of rows of which all count, as is usual, are not copied.
    counted = invoices if is_counted.all() else invoices.loc[is_counted]
    return counted.reset_index(drop=True)


def _words(context: MetricContext) -> pd.DataFrame:
    """`account_id`, `currency` and `status` of every document, as categorical columns."""

    def build() -> pd.DataFrame:
        rows = context.tables.rows("invoices")
        columns = [rows[name] for name in ("account_id", "currency", "status")]
        with ThreadPoolExecutor() as pool:  # Arrow codes texts without holding up other threads
            found = {str(column.name): column for column in pool.map(coded, columns)}
        return pd.DataFrame(found, copy=False)

    return context.by_account("words of documents", build)


def _is_counted(states: pd.Series) -> Flags:
    """Which documents count; one of which nothing is said does."""
    never = np.flatnonzero(states.cat.categories.isin(NEVER_COUNTED))
    return ~np.isin(states.cat.codes.to_numpy(), never)


def document_numbers(context: MetricContext) -> pd.DataFrame:
    """What figures need of every document, row by row beside `documents`, as numbers.

    `account_id` and `currency` (categorical), `issue_day` (see `day_numbers`), `net_minor`,
    `total_minor`, `is_invoice`, `is_written_off`, `is_paid`, `is_silent` (nothing is said of
    its payment).
    """
    return context.by_account("document numbers", lambda: _document_numbers(context))


def _document_numbers(context: MetricContext) -> pd.DataFrame:
    issued, words = documents(context), _words(context)
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


def document_places(context: MetricContext, rows: pd.DataFrame, names: str) -> Integers:
    """Where the document that each row names stands in `documents`, −1 where it does not.

    A document of another client is none: what is said of one client never depends on whether
    another one is looked at too, nor on who it is looked at together with.
    """
    if rows.empty:
        return np.empty(0, dtype=np.int64)
    ids = rows[names]
    issued = documents(context)
    places = pd.Index(issued["invoice_id"]).get_indexer(pd.Index(ids)).astype(np.int64)
    places = np.where(ids.notna().to_numpy(dtype=np.bool_), places, -1)
    if not len(issued):
        return places
    owners = context.by_account("document owners", lambda: _clients(context, issued))
    named = owners["client"].to_numpy()[np.where(places >= 0, places, 0)]
    return np.where(named == _clients(context, rows)["client"].to_numpy(), places, -1)


def _clients(context: MetricContext, rows: pd.DataFrame) -> pd.DataFrame:
    """The number of each row's reporting client, however the context are grouped; −1 for accounts
    that nobody has told about."""
    owners = context.by_account(
        "reporting clients", lambda: ultimate_parents(context.tables.rows("accounts"))
    )
    number_of, _ = pd.factorize(owners["entity_id"])
    accounts = coded(rows["account_id"])
    place = pd.Index(owners["account_id"]).get_indexer(accounts.cat.categories)
    known = np.append(number_of, -1)[place].astype(np.int64)
    return pd.DataFrame({"client": known[accounts.cat.codes.to_numpy()]}, index=rows.index)


def billings(context: MetricContext) -> pd.DataFrame:
    """By account, currency and month of issue: `net_minor`, `total_minor`, `document_count`."""
    return context.by_account("billings", lambda: _billings(document_numbers(context)))


def owned_billings(context: MetricContext) -> pd.DataFrame:
    """`billings` of these entities' accounts."""
    return context.shared("owned billings", lambda: context.owned(billings(context)))


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
