"""What must hold of people at clients."""

from expectations.suite import Suite
from expectations.vocabulary import described, feed_joins, joins, most_rows_usable, rows_once
from transforms.tables.crm import contacts

SUITE = Suite(
    contacts,
    each_row=(*described(contacts),),
    across_rows=rows_once(contacts),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
