"""What must hold of prices that a contract agrees for later or for more."""

from expectations.suite import Suite
from expectations.vocabulary import described, feed_joins, joins, most_rows_usable, rows_once
from transforms.core.canonical import Severity
from transforms.tables.crm import price_steps

SUITE = Suite(
    price_steps,
    each_row=(*described(price_steps),),
    across_rows=rows_once(price_steps),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("contract_id", "contracts", Severity.WARN),
        *joins("product_id", "products", Severity.WARN),
    ),
)
