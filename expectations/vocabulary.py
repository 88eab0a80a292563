"""The shapes that many suites share, and what a broken expectation does.

An expectation's meta has the `rule`, whose sentences stand in `validation.ftl` of each
language, the `severity`, the `column` to mend where it is not the first that is looked at, the
`facts` of the rule's clause, and the columns that are shown beside the row as `evidence`.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from expectations.engine import (
    Column,
    Expectation,
    ExpectColumnPairValuesAToBeGreaterThanB,
    ExpectColumnValuesToBeBetween,
    ExpectColumnValuesToBeInSet,
    ExpectColumnValuesToBeUnique,
    ExpectColumnValuesToMatchRegex,
    ExpectColumnValuesToNotBeInSet,
    ExpectColumnValuesToNotBeNull,
    ExpectCompoundColumnsToBeUnique,
)
from expectations.own_expectations import (
    ExpectColumnValuesToBeBetweenDays,
    ExpectColumnValuesToBeCurrencies,
)
from expectations.suite import KEPT_OUT, NOWHERE, ORPHAN_SHARE, UNUSABLE_SHARE, found
from transforms.core.canonical import Severity
from transforms.tables import Column as CanonicalColumn
from transforms.tables import Kind, TableSpec

FEWEST_ROWS = 20
"""Of fewer rows a share says little."""

_LARGEST_UNUSABLE_SHARE = 0.5
_ORPHAN_SHARE_OF_NO_FEED = 0.9
_LARGEST_ORPHAN_SHARE = 0.5
_PLAUSIBLE_FROM, _PLAUSIBLE_TO = 1970, 2100
_AS_GX_SAYS = {
    Severity.STOP: "critical",
    Severity.QUARANTINE: "critical",
    Severity.HOLD: "warning",
    Severity.WARN: "info",
}


def told(severity: Severity, rule: str, **meta: Any) -> dict[str, Any]:
    """What a broken expectation does, and which sentences tell of it."""
    return {
        "severity": _AS_GX_SAYS[severity],
        "meta": {"rule": rule, "severity": str(severity), **meta},
    }


quarantine = partial(told, Severity.QUARANTINE)
"""The row is kept out."""
hold = partial(told, Severity.HOLD)
"""The row is used, the client's files are held back."""
warn = partial(told, Severity.WARN)
"""The row is used, and somebody should look at it."""


def described(spec: TableSpec) -> tuple[Expectation, ...]:
    """What the table's description says of each row: key, required columns, words, currencies."""
    currencies = [column.name for column in spec.columns if column.kind is Kind.CURRENCY]
    return (
        *(_filled("key_missing", name) for name in spec.key),
        *(
            _filled("required_missing", column.name)
            for column in spec.columns
            if column.required and not column.may_be_unknown and column.name not in spec.key
        ),
        *(_known_word(column) for column in spec.columns if column.allowed),
        *(
            ExpectColumnValuesToBeCurrencies(column=name, **quarantine("unknown_currency"))
            for name in currencies
        ),
        *_currency_of_money(spec),
    )


def plausible_days(spec: TableSpec) -> Iterator[Expectation]:
    """That required days and instants lie in the years that a company's rows can be of."""
    years = {"low": str(_PLAUSIBLE_FROM), "high": str(_PLAUSIBLE_TO)}
    for column in spec.columns:
        if column.required and column.kind in (Kind.DATE, Kind.TIMESTAMP):
            yield ExpectColumnValuesToBeBetweenDays(
                column=column.name,
                first=f"{_PLAUSIBLE_FROM}-01-01",
                last=f"{_PLAUSIBLE_TO}-01-01",
                **warn("date_implausible", facts=years),
            )


def rows_once(spec: TableSpec) -> tuple[Expectation, ...]:
    """That no row comes twice, and of different rows no two under one key."""
    key, among = list(spec.key), {"among": list(spec.key)}
    facts = {"key": ", ".join(key)}
    repeated = partial(quarantine, "key_repeated", facts=facts, **among)
    return (
        ExpectCompoundColumnsToBeUnique(
            column_list=[column.name for column in spec.columns],
            ignore_row_if="never",
            **quarantine("exact_repeat", column="", **among),
        ),
        ExpectColumnValuesToBeUnique(column=key[0], **repeated())
        if len(key) == 1
        else ExpectCompoundColumnsToBeUnique(
            column_list=key, ignore_row_if="any_value_is_missing", **repeated(column="")
        ),
    )


def most_rows_usable() -> Expectation:
    """That at most half of a source's rows cannot be used."""
    facts = {"share": f"{_LARGEST_UNUSABLE_SHARE:.0%}", "fewest": str(FEWEST_ROWS)}
    return ExpectColumnValuesToBeBetween(
        column=UNUSABLE_SHARE,
        max_value=_LARGEST_UNUSABLE_SHARE,
        **told(Severity.STOP, "most_rows_unusable", column="", facts=facts),
    )


def feed_joins() -> tuple[Expectation, ...]:
    """That more than a tenth of a table's rows join somebody: else it says nothing of clients.
    Where at most half of them do, figures over it are of those alone, and that is told."""
    none, few = _ORPHAN_SHARE_OF_NO_FEED, _LARGEST_ORPHAN_SHARE
    return (
        ExpectColumnValuesToBeBetween(
            column=ORPHAN_SHARE,
            max_value=none,
            strict_max=True,
            **quarantine(
                "feed_joins_nobody", column="account_id", facts={"share": f"{1 - none:.0%}"}
            ),
        ),
        ExpectColumnValuesToBeBetween(
            column=ORPHAN_SHARE,
            max_value=few,
            **warn("feed_joins_few", column="account_id", facts={"share": f"{1 - few:.0%}"}),
        ),
    )


def between(
    column: str,
    low: float | None,
    high: float | None,
    severity: Severity = Severity.QUARANTINE,
) -> Expectation:
    """That a number lies between the bounds, both included; None is open."""
    return ExpectColumnValuesToBeBetween(
        column=column,
        min_value=low,
        max_value=high,
        **told(
            severity,
            "number_out_of_range" if high is not None else "number_too_small",
            facts={
                "low": f"{low:g}" if low is not None else "",
                "high": f"{high:g}" if high is not None else "",
            },
        ),
    )


def days_in_order(first: str, last: str, severity: Severity = Severity.QUARANTINE) -> Expectation:
    """That the first of two days or instants does not lie after the last."""
    return ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=last,
        column_B=first,
        or_equal=True,
        ignore_row_if="either_value_is_missing",
        **told(severity, "dates_reversed", facts={"first": first}),
    )


def period_written(column: str, pattern: str) -> Expectation:
    """That a text is a period, such as 2026-Q3."""
    return ExpectColumnValuesToMatchRegex(
        column=column,
        regex=pattern,
        **quarantine("period_unreadable", facts={"example": "2026-Q3"}),
    )


QUARTER = r"^\d{4}-Q[1-4]$"
PERIOD = r"^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$"


def joins(
    column: str,
    target: str,
    missing: Severity = Severity.QUARANTINE,
    kept_out: Severity | None = None,
) -> tuple[Expectation, Expectation]:
    """That the row which a column names was not kept out of this delivery, and is anywhere."""
    facts = {"target": target}
    broken = (
        (KEPT_OUT, "parent_quarantined", kept_out or missing),
        (NOWHERE, "reference_missing", missing),
    )
    first, last = (
        ExpectColumnValuesToNotBeInSet(
            column=found(column),
            value_set=[state],
            **told(severity, rule, column=column, facts=facts),
        )
        for state, rule, severity in broken
    )
    return first, last


def _filled(rule: str, column: str) -> Expectation:
    return ExpectColumnValuesToNotBeNull(column=column, **quarantine(rule))


def _known_word(column: CanonicalColumn) -> Expectation:
    return ExpectColumnValuesToBeInSet(
        column=column.name,
        value_set=list(column.allowed),
        **told(
            Severity.QUARANTINE if column.required else Severity.WARN,
            "unknown_value",
            facts={"allowed": ", ".join(column.allowed)},
        ),
    )


def _currency_of_money(spec: TableSpec) -> Iterator[Expectation]:
    """That a row with an amount has a currency, where it may lack one."""
    currency = spec.by_name.get("currency")
    amounts = [Column(column.name) for column in spec.columns if column.kind is Kind.MONEY]
    if currency is None or currency.required or not amounts:
        return
    condition = amounts[0].is_not_null()
    for amount in amounts[1:]:
        condition |= amount.is_not_null()
    yield ExpectColumnValuesToNotBeNull(
        column="currency", row_condition=condition, **quarantine("currency_missing")
    )
