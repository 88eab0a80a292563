"""What must hold of accounts of other systems."""

from expectations.suite import Suite
from expectations.vocabulary import described, most_rows_usable, rows_once
from transforms.tables.finance import external_accounts

SUITE = Suite(
    external_accounts,
    each_row=(*described(external_accounts),),
    across_rows=rows_once(external_accounts),
    of_sources=(most_rows_usable(),),
)
