"""What must hold of exchange rates."""

from expectations.engine import ExpectColumnValuesToMatchRegex
from expectations.own_expectations import ExpectOneRowAMonth
from expectations.suite import Suite
from expectations.vocabulary import (
    described,
    most_rows_usable,
    plausible_days,
    quarantine,
    rows_once,
)
from transforms.tables.finance import fx_rates

_POSITIVE_DECIMAL = r"^(?=[^eE]*[1-9])\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$"

SUITE = Suite(
    fx_rates,
    each_row=(
        *described(fx_rates),
        ExpectColumnValuesToMatchRegex(
            column="rate", regex=_POSITIVE_DECIMAL, **quarantine("rate_not_positive")
        ),
        *plausible_days(fx_rates),
    ),
    across_rows=(
        *rows_once(fx_rates),
        ExpectOneRowAMonth(
            column_list=["rate_date", "rate_kind", "base_currency", "quote_currency"],
            **quarantine("rate_repeated"),
        ),
    ),
    of_sources=(most_rows_usable(),),
)
