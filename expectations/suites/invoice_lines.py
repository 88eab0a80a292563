"""What must hold of lines of invoices and credit notes."""

from expectations.engine import ExpectColumnPairValuesToBeEqual
from expectations.suite import Suite
from expectations.vocabulary import (
    days_in_order,
    described,
    feed_joins,
    hold,
    joins,
    most_rows_usable,
    rows_once,
)
from transforms.core.canonical import Severity
from transforms.tables.billing import invoice_lines

SUITE = Suite(
    invoice_lines,
    each_row=(
        *described(invoice_lines),
        # Such a line is recognised on its document's date, so it can still be used.
        days_in_order("service_start", "service_end", Severity.WARN),
    ),
    across_rows=rows_once(invoice_lines),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("invoice_id", "invoices"),
        *joins("account_id", "accounts"),
        *joins("product_id", "products", Severity.WARN),
    ),
    among_kept=(
        ExpectColumnPairValuesToBeEqual(
            column_A="currency",
            column_B="invoice_currency",
            ignore_row_if="either_value_is_missing",
            **hold("line_currency_differs", evidence=["invoice_currency"]),
        ),
        ExpectColumnPairValuesToBeEqual(
            column_A="account_id",
            column_B="invoice_account_id",
            ignore_row_if="either_value_is_missing",
            **hold("line_account_differs", evidence=["invoice_account_id"]),
        ),
    ),
    beside=(
        "invoice_currency",
        "invoice_account_id",
    ),
)
