"""What must hold of invoices and credit notes."""

from expectations.engine import (
    Column,
    ExpectColumnPairValuesToBeEqual,
    ExpectColumnValuesToBeBetween,
    ExpectColumnValuesToBeInSet,
)
from expectations.own_expectations import (
    ExpectMulticolumnSumToEqualColumn,
    ExpectMulticolumnValuesToBeAtMost,
)
from expectations.suite import Suite
from expectations.vocabulary import (
    days_in_order,
    described,
    feed_joins,
    hold,
    joins,
    most_rows_usable,
    plausible_days,
    quarantine,
    rows_once,
    warn,
)
from transforms.core.canonical import Severity
from transforms.tables.billing import invoices

_CARRIES_MONEY = Column("status").is_in(["issued", "open", "paid", "uncollectible"])
"""Drafts, voided and deleted documents carry none, so theirs need not add up."""

_IS_PAID = (Column("status") == "paid") & (Column("document_kind") == "invoice")

SUITE = Suite(
    invoices,
    each_row=(
        *described(invoices),
        days_in_order("issue_date", "due_date", Severity.WARN),
        ExpectMulticolumnValuesToBeAtMost(
            column_list=["net_minor", "tax_minor", "total_minor"],
            max_value=0,
            row_condition=Column("document_kind") == "credit_note",
            **quarantine("credit_note_positive", column="total_minor"),
        ),
        ExpectColumnValuesToBeBetween(
            column="total_minor",
            min_value=0,
            row_condition=Column("document_kind") == "invoice",
            **warn("invoice_negative"),
        ),
        *plausible_days(invoices),
    ),
    across_rows=rows_once(invoices),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("credited_invoice_id", "invoices", Severity.WARN, kept_out=Severity.QUARANTINE),
    ),
    among_kept=(
        ExpectMulticolumnSumToEqualColumn(
            column_list=["net_minor", "tax_minor", "total_minor", "tolerance_minor"],
            row_condition=_CARRIES_MONEY,
            **hold("invoice_total_differs", column="total_minor"),
        ),
        ExpectMulticolumnSumToEqualColumn(
            column_list=["lines_net_minor", "net_minor", "lines_tolerance_minor"],
            row_condition=_CARRIES_MONEY,
            **hold("lines_sum_differs", column="net_minor", evidence=["lines_net_minor"]),
        ),
        ExpectColumnValuesToBeInSet(
            column="has_lines",
            value_set=[1],
            row_condition=_CARRIES_MONEY & (Column("net_minor") != 0),
            **hold("invoice_without_lines", column=""),
        ),
        # Where payments are exported, they and not the status say what is still open.
        ExpectColumnValuesToBeInSet(
            column="has_settlement",
            value_set=[1],
            row_condition=_IS_PAID & (Column("total_minor") > 0),
            **warn("paid_without_payment", column="status"),
        ),
        ExpectColumnValuesToBeInSet(
            column="told_apart_minor",
            value_set=[0],
            row_condition=_CARRIES_MONEY,
            **warn("settled_differs", column="amount_due_minor", evidence=["settled_minor"]),
        ),
        ExpectColumnPairValuesToBeEqual(
            column_A="currency",
            column_B="credited_currency",
            ignore_row_if="either_value_is_missing",
            **hold("credit_currency_differs", evidence=["credited_currency"]),
        ),
    ),
    # Made by the database: the sum of a document's lines in its currency (missing without any),
    # what it and its lines may differ by, whether it has lines and something that settled it
    # (1 or 0, missing where none are delivered), what payments and credit notes settle of it and
    # by how much more it says, and the currency of what it takes back.
    beside=(
        "lines_net_minor",
        "tolerance_minor",
        "lines_tolerance_minor",
        "has_lines",
        "has_settlement",
        "settled_minor",
        "told_apart_minor",
        "credited_currency",
    ),
)
