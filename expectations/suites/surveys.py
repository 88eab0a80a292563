"""What must hold of answers to surveys."""

from expectations.engine import Column, ExpectColumnValuesToBeInSet
from expectations.suite import Suite
from expectations.vocabulary import (
    described,
    feed_joins,
    joins,
    most_rows_usable,
    plausible_days,
    quarantine,
    rows_once,
)
from transforms.core.canonical import Severity
from transforms.tables.service import surveys

SUITE = Suite(
    surveys,
    each_row=(
        *described(surveys),
        ExpectColumnValuesToBeInSet(
            column="score",
            value_set=list(range(11)),
            row_condition=Column("survey_kind") == "nps",
            **quarantine("nps_score_unknown"),
        ),
        *plausible_days(surveys),
    ),
    across_rows=rows_once(surveys),
    of_sources=(most_rows_usable(),),
    of_feed=feed_joins(),
    across_tables=(
        *joins("account_id", "accounts"),
        *joins("ticket_id", "tickets", Severity.WARN),
    ),
)
