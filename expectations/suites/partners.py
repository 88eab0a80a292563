"""What must hold of suppliers, resellers and implementers."""

from expectations.suite import Suite
from expectations.vocabulary import (
    QUARTER,
    between,
    described,
    most_rows_usable,
    period_written,
    rows_once,
)
from transforms.tables.partners import partners

SUITE = Suite(
    partners,
    each_row=(
        *described(partners),
        between("service_target", 0, 1),
        between("service_reached", 0, 1),
        between("incidents", 0, None),
        period_written("quarter", QUARTER),
    ),
    across_rows=rows_once(partners),
    of_sources=(most_rows_usable(),),
)
