"""What must hold of keys of other systems."""

from expectations.suite import Suite
from expectations.vocabulary import described, feed_joins, joins, most_rows_usable, rows_once
from transforms.tables.finance import account_links

SUITE = Suite(
    account_links,
    each_row=(*described(account_links),),
    across_rows=rows_once(account_links),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
