"""What must hold of recurring agreements."""

from expectations.engine import Column, ExpectColumnValuesToNotBeNull
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
    warn,
)
from transforms.core.canonical import Severity
from transforms.tables.billing import subscriptions

SUITE = Suite(
    subscriptions,
    each_row=(
        *described(subscriptions),
        # Neither keeping nor dropping a negative agreement gives a recurring sum to present.
        between("yearly_minor", 0, None, Severity.HOLD),
        between("quantity", 0, None, Severity.WARN),
        days_in_order("start_date", "end_date"),
        days_in_order("start_date", "cancelled_date", Severity.WARN),
        ExpectColumnValuesToNotBeNull(
            column="end_date",
            row_condition=Column("status").is_in(["cancelled", "ended"]),
            **warn("ended_without_date"),
        ),
        *plausible_days(subscriptions),
    ),
    across_rows=rows_once(subscriptions),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("product_id", "products", Severity.WARN),
    ),
)
