"""What must hold of contracts."""

from expectations.suite import Suite
from expectations.vocabulary import (
    between,
    days_in_order,
    described,
    feed_joins,
    joins,
    most_rows_usable,
    plausible_days,
    rows_once,
)
from transforms.core.canonical import Severity
from transforms.tables.crm import contracts

SUITE = Suite(
    contracts,
    each_row=(
        *described(contracts),
        between("notice_days", 0, None, Severity.WARN),
        days_in_order("start_date", "end_date"),
        *plausible_days(contracts),
    ),
    across_rows=rows_once(contracts),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
