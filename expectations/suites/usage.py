"""What must hold of use of products."""

from expectations.suite import Suite
from expectations.vocabulary import (
    between,
    described,
    feed_joins,
    joins,
    most_rows_usable,
    plausible_days,
    rows_once,
)
from transforms.core.canonical import Severity
from transforms.tables.service import usage

SUITE = Suite(
    usage,
    each_row=(
        *described(usage),
        between("days", 1, 31),
        between("events", 0, None),
        between("active_users", 0, None),
        between("seats_paid", 0, None),
        *plausible_days(usage),
    ),
    across_rows=rows_once(usage),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("product_id", "products", Severity.WARN),
    ),
)
