"""What must hold of targets of figures."""

from expectations.suite import Suite
from expectations.vocabulary import PERIOD, described, most_rows_usable, period_written, rows_once
from transforms.tables.finance import targets

SUITE = Suite(
    targets,
    each_row=(
        *described(targets),
        period_written("period", PERIOD),
    ),
    across_rows=rows_once(targets),
    of_sources=(most_rows_usable(),),
)
