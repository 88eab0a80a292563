"""The one place that has Great Expectations judge rows."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

import pandas as pd

from expectations.check import Check
from expectations.engine import (
    BatchDefinition,
    EphemeralDataContext,
    ExpectationSuite,
    ExpectationSuiteValidationResult,
    ExpectationValidationResult,
    ExpectColumnValuesToBeBetween,
    ExpectColumnValuesToBeUnique,
    ExpectColumnValuesToNotBeNull,
    ExpectCompoundColumnsToBeUnique,
    PandasExecutionEngine,
    ProgressBarsConfig,
    gx,
)

Record = Callable[[ExpectationSuiteValidationResult], None]
"""Takes what Great Expectations itself says of a batch."""

_UNIQUE = (ExpectColumnValuesToBeUnique, ExpectCompoundColumnsToBeUnique)
_CONDITIONS = PandasExecutionEngine()


class CheckFailedError(RuntimeError):
    """Great Expectations could not judge a check: a fault of ours, never of the data."""

    def __init__(self, check: Check, reason: object) -> None:
        place = f"{check.rule} on {check.table}.{check.column}"
        super().__init__(f"{place} could not be judged: {reason}")


@dataclass(frozen=True)
class Judged:
    """What came of one check of some rows."""

    check: Check
    applies: pd.Series
    """Whether the rule applies to a row, of each row."""
    rows: pd.DataFrame
    """The rows at fault."""

    @property
    def checked(self) -> int:
        """Rows that the rule applied to."""
        return int(self.applies.sum())


@dataclass(frozen=True)
class Checker:
    """An ephemeral context of Great Expectations; nothing of it is written anywhere."""

    context: EphemeralDataContext
    batches: BatchDefinition
    record: Record | None = None

    @classmethod
    def start(cls, record: Record | None = None) -> Self:
        """A context in memory."""
        # The module raises its own level and tells of a folder that nobody asked for.
        logging.getLogger(ProgressBarsConfig.__module__).setLevel(logging.WARNING)
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(
            globally=False, metric_calculations=False
        )
        asset = context.data_sources.add_pandas("delivery").add_dataframe_asset("rows")
        return cls(context, asset.add_batch_definition_whole_dataframe("whole"), record)

    def judge(self, checks: Sequence[Check], frame: pd.DataFrame) -> list[Judged]:
        """One verdict a check of a table's section, in the same order.

        All of them are validated at once; those that do not hold a second time, for the rows.
        """
        if not checks or not len(frame):
            nowhere = pd.Series(False, index=frame.index)
            return [Judged(check, nowhere, frame) for check in checks]
        rows = _as_compared(checks, frame)
        batch = self.batches.get_batch({"dataframe": rows})
        result = batch.validate(_suite(checks), result_format="BASIC")
        if self.record:
            self.record(result)
        faulty = [
            check
            for check, item in zip(checks, _results(checks, result), strict=True)
            if item.result["unexpected_count"]
        ]
        labels: dict[tuple[str, str, str], list[int]] = {}
        if faulty:
            whole = batch.validate(_suite(faulty), result_format="COMPLETE")
            found = zip(faulty, _results(faulty, whole), strict=True)
            labels = {check.place: _labels(check, item, rows) for check, item in found}
        return [
            Judged(check, in_question(check, rows), frame.loc[labels.get(check.place, [])])
            for check in checks
        ]


def in_question(check: Check, rows: pd.DataFrame) -> pd.Series:
    """To which rows a check applies: those of its row condition that have what it looks at."""
    expectation, condition = check.expectation, getattr(check.expectation, "row_condition", None)
    if condition:
        wanted = rows.query(_CONDITIONS.condition_to_filter_clause(condition))
        applies = pd.Series(rows.index.isin(wanted.index), index=rows.index)
    else:
        applies = pd.Series(True, index=rows.index)
    if isinstance(expectation, ExpectColumnValuesToNotBeNull):
        return applies
    there = rows.loc[:, list(check.columns)].notna()
    match getattr(expectation, "ignore_row_if", "any_value_is_missing"):
        case "never" | "neither":
            return applies
        case "all_values_are_missing":
            return applies.where(there.any(axis="columns"), False)
        case _:
            return applies.where(there.all(axis="columns"), False)


def _suite(checks: Sequence[Check]) -> ExpectationSuite:
    first = checks[0]
    return ExpectationSuite(
        name=f"{first.table}.{first.section}", expectations=[check.expectation for check in checks]
    )


def _results(
    checks: Sequence[Check], result: ExpectationSuiteValidationResult
) -> list[ExpectationValidationResult]:
    """The result of each check; they come in another order than they were asked for."""
    by_place = {_place(item): item for item in result.results}
    found = [by_place[check.rule, check.columns[0]] for check in checks]
    for check, item in zip(checks, found, strict=True):
        # `success` alone would hide a check that never ran.
        if "unexpected_count" not in item.result:
            raise CheckFailedError(check, item.exception_info)
    return found


def _place(item: ExpectationValidationResult) -> tuple[str, str]:
    """Rule and first column, which no two checks of a section share."""
    told = item.expectation_config
    assert told
    rule, names = (told.meta or {})["rule"], told.kwargs
    return rule, names.get("column") or names.get("column_A") or names["column_list"][0]


def _labels(check: Check, result: ExpectationValidationResult, rows: pd.DataFrame) -> list[int]:
    """Index labels of the rows at fault."""
    labels = sorted(int(label) for label in result.result["unexpected_index_list"])
    if len(labels) != result.result["unexpected_count"]:
        raise CheckFailedError(check, f"{len(labels)} rows of {result.result['unexpected_count']}")
    if isinstance(check.expectation, _UNIQUE):
        repeated = rows.loc[labels, list(check.columns)]
        return repeated.index[repeated.duplicated()].tolist()  # the first of them is in order
    return labels


def _as_compared(checks: Sequence[Check], frame: pd.DataFrame) -> pd.DataFrame:
    """The columns that are looked at, as Great Expectations compares them without a loop.

    An empty text is no value, instants are UTC without saying so, and a number that is held
    between bounds is a float: nullable integers would be compared one by one.
    """
    names = dict.fromkeys(name for check in checks for name in looked_at(check))
    ranges = {
        name
        for check in checks
        if isinstance(check.expectation, ExpectColumnValuesToBeBetween)
        for name in check.columns
    }
    columns = {name: _comparable(frame[name], name in ranges) for name in names}
    return pd.DataFrame(columns, index=frame.index, copy=False)


def _comparable(values: pd.Series, is_ranged: bool) -> pd.Series:
    if values.dtype == "str":
        return values.mask(values == "")
    if isinstance(values.dtype, pd.DatetimeTZDtype):
        return values.dt.tz_localize(None)
    is_number = pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)
    return values.astype("float64") if is_ranged and is_number else values


def looked_at(check: Check) -> tuple[str, ...]:
    """The columns of a check and of its row condition."""
    condition = getattr(check.expectation, "row_condition", None)
    return (*check.columns, *_named(condition.dict() if condition else {}))


def _named(condition: dict) -> tuple[str, ...]:
    """The columns of a row condition, as Great Expectations serialises it."""
    own = (condition["column"]["name"],) if "column" in condition else ()
    return (*own, *(name for part in condition.get("conditions", ()) for name in _named(part)))
