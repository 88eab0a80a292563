"""What must hold of discounts asked for."""

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
from transforms.tables.finance import renewal_requests

SUITE = Suite(
    renewal_requests,
    each_row=(
        *described(renewal_requests),
        between("requested_discount", 0, 1),
        between("renewal_probability", 0, 1),
        between("renewal_probability_discounted", 0, 1),
        between("renewal_probability_term", 0, 1),
        between("avoidable_cost_share", 0, 1),
        between("price_minor", 0, None),
        between("list_price_minor", 0, None),
        between("wallet_minor", 0, None),
        between("concessions_minor", 0, None),
        between("term_years", 1, 20),
        *plausible_days(renewal_requests),
    ),
    across_rows=rows_once(renewal_requests),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
