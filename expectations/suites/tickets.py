"""What must hold of support tickets."""

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
from transforms.tables.service import tickets

SUITE = Suite(
    tickets,
    each_row=(
        *described(tickets),
        between("first_response_minutes", 0, None),
        between("resolution_hours", 0, None),
        days_in_order("created_at", "first_response_at"),
        days_in_order("created_at", "solved_at"),
        ExpectColumnValuesToNotBeNull(
            column="solved_at",
            row_condition=(Column("status") == "solved") & Column("resolution_hours").is_null(),
            **warn("solved_without_time"),
        ),
        *plausible_days(tickets),
    ),
    across_rows=rows_once(tickets),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
