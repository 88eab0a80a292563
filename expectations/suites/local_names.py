"""What must hold of names in other languages."""

from expectations.suite import Suite
from expectations.vocabulary import described, most_rows_usable, rows_once
from transforms.tables.billing import local_names

SUITE = Suite(
    local_names,
    each_row=(*described(local_names),),
    across_rows=rows_once(local_names),
    of_sources=(most_rows_usable(),),
)
