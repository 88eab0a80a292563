"""What must hold of clients' own goals."""

from expectations.suite import Suite
from expectations.vocabulary import (
    QUARTER,
    described,
    feed_joins,
    joins,
    most_rows_usable,
    period_written,
    rows_once,
)
from transforms.tables.delivery import goals

SUITE = Suite(
    goals,
    each_row=(
        *described(goals),
        period_written("quarter", QUARTER),
    ),
    across_rows=rows_once(goals),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
