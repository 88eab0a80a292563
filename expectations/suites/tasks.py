"""What must hold of tasks."""

from expectations.suite import Suite
from expectations.vocabulary import (
    days_in_order,
    described,
    feed_joins,
    joins,
    most_rows_usable,
    rows_once,
)
from transforms.core.canonical import Severity
from transforms.tables.delivery import tasks

SUITE = Suite(
    tasks,
    each_row=(
        *described(tasks),
        days_in_order("created_date", "completed_date", Severity.WARN),
    ),
    across_rows=rows_once(tasks),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
