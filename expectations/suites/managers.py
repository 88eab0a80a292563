"""What must hold of relationship managers."""

from expectations.suite import Suite
from expectations.vocabulary import described, most_rows_usable, rows_once
from transforms.tables.crm import managers

SUITE = Suite(
    managers,
    each_row=(*described(managers),),
    across_rows=rows_once(managers),
    of_sources=(most_rows_usable(),),
)
