"""What must hold of use by team or module."""

from expectations.suite import Suite
from expectations.vocabulary import (
    described,
    feed_joins,
    joins,
    most_rows_usable,
    plausible_days,
    rows_once,
)
from transforms.tables.service import usage_parts

SUITE = Suite(
    usage_parts,
    each_row=(*described(usage_parts), *plausible_days(usage_parts)),
    across_rows=rows_once(usage_parts),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=joins("account_id", "accounts"),
)
