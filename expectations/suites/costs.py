"""What must hold of what clients cost."""

from expectations.own_expectations import ExpectColumnValuesToBeFirstOfMonth
from expectations.suite import Suite
from expectations.vocabulary import (
    between,
    described,
    feed_joins,
    joins,
    most_rows_usable,
    plausible_days,
    quarantine,
    rows_once,
)
from transforms.tables.finance import costs

SUITE = Suite(
    costs,
    each_row=(
        *described(costs),
        between("fixed_share", 0, 1),
        ExpectColumnValuesToBeFirstOfMonth(column="month", **quarantine("month_not_first_day")),
        *plausible_days(costs),
    ),
    across_rows=rows_once(costs),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
