"""What must hold of subscriptions as they were."""

from expectations.suite import Suite
from expectations.vocabulary import (
    described,
    feed_joins,
    joins,
    most_rows_usable,
    plausible_days,
    rows_once,
)
from transforms.core.canonical import Severity
from transforms.tables.billing import subscription_versions

SUITE = Suite(
    subscription_versions,
    each_row=(
        *described(subscription_versions),
        *plausible_days(subscription_versions),
    ),
    across_rows=rows_once(subscription_versions),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("product_id", "products", Severity.WARN),
    ),
)
