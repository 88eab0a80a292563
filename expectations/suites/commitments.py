"""What must hold of what was promised in reviews."""

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
from transforms.tables.delivery import commitments

SUITE = Suite(
    commitments,
    each_row=(
        *described(commitments),
        period_written("quarter", QUARTER),
    ),
    across_rows=rows_once(commitments),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
