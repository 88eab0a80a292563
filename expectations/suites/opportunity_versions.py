"""What must hold of deals as they were."""

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
from transforms.core.canonical import Severity
from transforms.tables.crm import opportunity_versions

SUITE = Suite(
    opportunity_versions,
    each_row=(
        *described(opportunity_versions),
        *plausible_days(opportunity_versions),
        between("probability", 0, 1),
    ),
    across_rows=rows_once(opportunity_versions),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("manager_id", "managers", Severity.WARN),
        *joins("product_id", "products", Severity.WARN),
    ),
)
