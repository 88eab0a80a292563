"""What must hold of meetings."""

from expectations.suite import Suite
from expectations.vocabulary import (
    described,
    feed_joins,
    joins,
    most_rows_usable,
    plausible_days,
    rows_once,
)
from transforms.tables.crm import meetings

SUITE = Suite(
    meetings,
    each_row=(
        *described(meetings),
        *plausible_days(meetings),
    ),
    across_rows=rows_once(meetings),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
