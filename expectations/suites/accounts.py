"""What must hold of clients."""

from expectations.own_expectations import ExpectColumnPairToFormNoCircle
from expectations.suite import Suite
from expectations.vocabulary import described, hold, joins, most_rows_usable, rows_once
from transforms.core.canonical import Severity
from transforms.tables.crm import accounts

SUITE = Suite(
    accounts,
    each_row=(*described(accounts),),
    across_rows=rows_once(accounts),
    of_sources=(most_rows_usable(),),
    across_tables=(
        # A filtered holding company is no fault; a parent that fell to one leaves its children
        # with half of the client's figures.
        *joins("parent_account_id", "accounts", Severity.WARN, kept_out=Severity.HOLD),
        *joins("manager_id", "managers", Severity.WARN),
    ),
    among_kept=(
        ExpectColumnPairToFormNoCircle(
            column_A="account_id",
            column_B="parent_account_id",
            **hold("parent_cycle", column="parent_account_id"),
        ),
    ),
)
