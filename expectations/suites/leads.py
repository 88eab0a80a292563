"""What must hold of people who may become clients."""

from expectations.suite import Suite
from expectations.vocabulary import (
    days_in_order,
    described,
    joins,
    most_rows_usable,
    plausible_days,
    rows_once,
)
from transforms.core.canonical import Severity
from transforms.tables.crm import leads

SUITE = Suite(
    leads,
    each_row=(
        *described(leads),
        days_in_order("created_date", "converted_date", Severity.WARN),
        *plausible_days(leads),
    ),
    across_rows=rows_once(leads),
    of_sources=(most_rows_usable(),),
    across_tables=(
        *joins("manager_id", "managers", Severity.WARN),
        *joins("converted_account_id", "accounts", Severity.WARN),
    ),
)
