"""What must hold of money received and money returned."""

from expectations.engine import (
    Column,
    ExpectColumnPairValuesToBeEqual,
    ExpectColumnValuesToBeBetween,
)
from expectations.suite import Suite
from expectations.vocabulary import (
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
from transforms.tables.billing import payments

SUITE = Suite(
    payments,
    each_row=(
        *described(payments),
        ExpectColumnValuesToBeBetween(
            column="amount_minor",
            max_value=0,
            row_condition=Column("payment_kind") == "refund",
            **quarantine("refund_positive"),
        ),
        ExpectColumnValuesToBeBetween(
            column="amount_minor",
            min_value=0,
            row_condition=Column("payment_kind") == "payment",
            **quarantine("payment_negative"),
        ),
        *plausible_days(payments),
    ),
    across_rows=rows_once(payments),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("invoice_id", "invoices"),
    ),
    among_kept=(
        ExpectColumnPairValuesToBeEqual(
            column_A="currency",
            column_B="invoice_currency",
            ignore_row_if="either_value_is_missing",
            **hold("payment_currency_differs", evidence=["invoice_currency"]),
        ),
        # A parent that pays for its child is ordinary; anything else shows here.
        ExpectColumnPairValuesToBeEqual(
            column_A="account_id",
            column_B="invoice_account_id",
            ignore_row_if="either_value_is_missing",
            **warn("payment_account_differs", evidence=["invoice_account_id"]),
        ),
    ),
    beside=(
        "invoice_currency",
        "invoice_account_id",
    ),
)
