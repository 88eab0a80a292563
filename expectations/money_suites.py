"""What must hold between documents, their lines and what paid them, and among accounts.

Nothing is kept out here: money that does not add up holds the client back.
"""

import pandas as pd

from expectations import measures
from expectations.check import Check, OneOf, Within
from expectations.reference_suites import cycle_free
from transforms.core.canonical import Severity

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

DOCUMENT_CHECKS = {
    "invoices": INVOICE_CHECKS,
    "invoice_lines": LINE_CHECKS,
    "payments": PAYMENT_CHECKS,
}
"""By table, on the frames of `with_evidence`."""


def money_suites() -> dict[str, tuple[Check, ...]]:
    """Every check of this module by table."""
    return {"accounts": ACCOUNT_CHECKS, **DOCUMENT_CHECKS}


def with_evidence(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with what these checks look at. They come with what stands beside them: invoices
    with `lines_net_minor` (missing without lines of its currency), what its total and its lines
    may differ by (`tolerance_minor`, `lines_tolerance_minor`), `has_lines` and
    `has_settlement` (1 or 0, missing where none are delivered) and `credited_currency`; lines
    and payments with the currency and account of their document."""
    return _with_differences(rows) if name == "invoices" else rows


def _with_differences(invoices: pd.DataFrame) -> pd.DataFrame:
    counted = invoices["status"].isin(_COUNTED)
    total = invoices["net_minor"] + invoices["tax_minor"]
    with_money = counted & (invoices["net_minor"] != 0).fillna(False)
    is_paid = (invoices["status"] == "paid") & (invoices["document_kind"] == "invoice")
    is_expected = is_paid & (invoices["total_minor"] > 0).fillna(False)
    lines_excess = _beyond(
        invoices["lines_net_minor"] - invoices["net_minor"], invoices["lines_tolerance_minor"]
    )
    total_excess = _beyond(total - invoices["total_minor"], invoices["tolerance_minor"])
    return invoices.assign(
        lines_excess_minor=lines_excess.where(counted),
        total_excess_minor=total_excess.where(counted),
        lines_expected_and_there=invoices["has_lines"].where(with_money),
        payment_expected_and_there=invoices["has_settlement"].where(is_expected),
    )


def _beyond(difference: pd.Series, tolerance: pd.Series) -> pd.Series:
    """The difference; 0 where it is no larger than what rounding makes."""
    return difference.mask((difference.abs() <= tolerance).fillna(False), 0)
