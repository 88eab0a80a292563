"""What must hold of what may go wrong with clients."""

from expectations.suite import Suite
from expectations.vocabulary import (
    described,
    feed_joins,
    joins,
    most_rows_usable,
    plausible_days,
    rows_once,
)
from transforms.tables.risks import risk_notes

SUITE = Suite(
    risk_notes,
    each_row=(
        *described(risk_notes),
        *plausible_days(risk_notes),
    ),
    across_rows=rows_once(risk_notes),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(*joins("account_id", "accounts"),),
)
