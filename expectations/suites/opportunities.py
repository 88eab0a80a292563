"""What must hold of deals."""

from expectations.engine import ExpectColumnValuesToNotBeNull
from expectations.suite import Suite
from expectations.vocabulary import (
    between,
    days_in_order,
    described,
    feed_joins,
    joins,
    most_rows_usable,
    rows_once,
    warn,
)
from transforms.core.canonical import Severity
from transforms.tables.crm import opportunities

SUITE = Suite(
    opportunities,
    each_row=(
        *described(opportunities),
        between("probability", 0, 1),
        days_in_order("created_date", "close_date", Severity.WARN),
        ExpectColumnValuesToNotBeNull(column="account_id", **warn("deal_without_account")),
    ),
    across_rows=rows_once(opportunities),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("manager_id", "managers", Severity.WARN),
        *joins("product_id", "products", Severity.WARN),
    ),
)
