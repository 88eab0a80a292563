"""What must hold of the price list."""

from expectations.suite import Suite
from expectations.vocabulary import between, described, most_rows_usable, rows_once
from transforms.core.canonical import Severity
from transforms.tables.billing import products

SUITE = Suite(
    products,
    each_row=(
        *described(products),
        between("list_price_minor", 0, None, Severity.WARN),
    ),
    across_rows=rows_once(products),
    of_sources=(most_rows_usable(),),
)
