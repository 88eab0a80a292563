"""What must hold between documents, their lines and what paid them, and among accounts.

Nothing is kept out here: money that does not add up holds the client back.
"""

import pandas as pd

from expectations import measures
from expectations.check import Check, OneOf, Within
from expectations.reference_suites import cycle_free
from transforms.canonical import CanonicalTables, Severity

_COUNTED = ("issued", "open", "paid", "uncollectible")
"""Drafts, voided and deleted documents carry no money, so theirs need not add up."""

_EQUAL = Within(0, 0)
_YES = OneOf((1.0,))

ACCOUNT_CHECKS = (
    Check("parent_cycle", "accounts", "parent_account_id", Severity.HOLD, cycle_free, _YES),
)

INVOICE_CHECKS = (
    Check(
        "invoice_total_differs",
        "invoices",
        "total_minor",
        Severity.HOLD,
        measures.number("total_excess_minor"),
        _EQUAL,
    ),
    Check(
        "lines_sum_differs",
        "invoices",
        "net_minor",
        Severity.HOLD,
        measures.number("lines_excess_minor"),
        _EQUAL,
        evidence=("lines_net_minor",),
    ),
    Check(
        "invoice_without_lines",
        "invoices",
        "",
        Severity.HOLD,
        measures.number("lines_expected_and_there"),
        _YES,
    ),
    # Where payments are exported, they and not the status say what is still open.
    Check(
        "paid_without_payment",
        "invoices",
        "status",
        Severity.WARN,
        measures.number("payment_expected_and_there"),
        _YES,
    ),
    Check(
        "credit_currency_differs",
        "invoices",
        "currency",
        Severity.HOLD,
        measures.same("currency", "credited_currency"),
        _YES,
        evidence=("credited_currency",),
    ),
)

LINE_CHECKS = (
    Check(
        "line_currency_differs",
        "invoice_lines",
        "currency",
        Severity.HOLD,
        measures.same("currency", "invoice_currency"),
        _YES,
        evidence=("invoice_currency",),
    ),
    Check(
        "line_account_differs",
        "invoice_lines",
        "account_id",
        Severity.HOLD,
        measures.same("account_id", "invoice_account_id"),
        _YES,
        evidence=("invoice_account_id",),
    ),
)

PAYMENT_CHECKS = (
    Check(
        "payment_currency_differs",
        "payments",
        "currency",
        Severity.HOLD,
        measures.same("currency", "invoice_currency"),
        _YES,
        evidence=("invoice_currency",),
    ),
    # A parent that pays for its child is ordinary; anything else shows here.
    Check(
        "payment_account_differs",
        "payments",
        "account_id",
        Severity.WARN,
        measures.same("account_id", "invoice_account_id"),
        _YES,
        evidence=("invoice_account_id",),
    ),
)

OTHER_ACCOUNT = "invoice_account_id"
"""Helper column of the account at the other end of a line or payment: it is held as well."""

_DOCUMENT_CHECKS = {
    "accounts": ACCOUNT_CHECKS,
    "invoices": INVOICE_CHECKS,
    "invoice_lines": LINE_CHECKS,
    "payments": PAYMENT_CHECKS,
}


def money_suites() -> dict[str, tuple[Check, ...]]:
    """Checks by table, on the frames of `with_evidence`."""
    return dict(_DOCUMENT_CHECKS)


def with_evidence(tables: CanonicalTables) -> dict[str, pd.DataFrame]:
    """The tables that these checks look at, with what they compare beside each row."""
    invoices = tables.rows("invoices")
    frames = {
        "accounts": tables.rows("accounts"),
        "invoices": _with_payments(
            _with_sums(invoices, tables.rows("invoice_lines")), tables.rows("payments")
        ),
        "invoice_lines": _with_document(tables.rows("invoice_lines"), invoices),
        "payments": _with_document(tables.rows("payments"), invoices),
    }
    return {name: frame for name, frame in frames.items() if name in tables}


def _with_document(rows: pd.DataFrame, invoices: pd.DataFrame) -> pd.DataFrame:
    """Lines or payments beside the currency and account of the document they name."""
    documents = invoices.set_index("invoice_id")
    return rows.assign(
        invoice_currency=rows["invoice_id"].map(documents["currency"]).astype("str"),
        invoice_account_id=rows["invoice_id"].map(documents["account_id"]).astype("str"),
    )


def _with_sums(invoices: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    sums = _sum_of_lines(invoices, lines)
    counted = invoices["status"].isin(_COUNTED)
    lined_sources = invoices["source"].isin(lines["source"].unique()) & counted
    total = invoices["net_minor"] + invoices["tax_minor"]
    with_money = lined_sources & (invoices["net_minor"] != 0)
    return invoices.assign(
        lines_net_minor=sums,
        lines_excess_minor=(sums - invoices["net_minor"]).where(counted),
        total_excess_minor=(total - invoices["total_minor"]).where(counted),
        lines_expected_and_there=invoices["invoice_id"]
        .isin(lines["invoice_id"])
        .astype("float64")
        .where(with_money),
        credited_currency=_credited_currency(invoices),
    )


def _with_payments(invoices: pd.DataFrame, payments: pd.DataFrame) -> pd.DataFrame:
    is_paid = (invoices["status"] == "paid") & (invoices["document_kind"] == "invoice")
    is_expected = is_paid & (invoices["total_minor"] > 0).fillna(False) & (len(payments) > 0)
    settled = pd.concat([payments["invoice_id"], invoices["credited_invoice_id"]])
    there = invoices["invoice_id"].isin(settled).astype("float64")
    return invoices.assign(payment_expected_and_there=there.where(is_expected))


def _sum_of_lines(invoices: pd.DataFrame, lines: pd.DataFrame) -> pd.Series:
    """Net of each document's lines in its own currency; missing where it has no such line."""
    sums = lines.groupby(["invoice_id", "currency"], sort=False)["net_minor"].sum()
    keys = pd.MultiIndex.from_frame(invoices[["invoice_id", "currency"]])
    return pd.Series(sums.reindex(keys).array, index=invoices.index, dtype="Int64")


def _credited_currency(invoices: pd.DataFrame) -> pd.Series:
    currency_of = invoices.set_index("invoice_id")["currency"]
    return invoices["credited_invoice_id"].map(currency_of).astype("str")
