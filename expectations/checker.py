"""The one place that runs Great Expectations."""

import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Self, assert_never

import pandas as pd

from expectations.check import Check, Filled, Like, NoneOf, Once, OneOf, Verdict, Within

if TYPE_CHECKING:
    from great_expectations.core.batch_definition import BatchDefinition
    from great_expectations.core.expectation_validation_result import ExpectationValidationResult
    from great_expectations.expectations.expectation import Expectation

_ROW, _VALUE = "row", "value"
_RESULT_FORMAT = {"result_format": "COMPLETE", "unexpected_index_column_names": [_ROW]}


class CheckFailedError(RuntimeError):
    """Great Expectations could not judge a check: a fault of ours, never of the data."""

    def __init__(self, check: Check, reason: object) -> None:
        super().__init__(f"{check.rule} on {check.table}.{check.column} was not judged: {reason}")


@dataclass(frozen=True)
class Checker:
    """An ephemeral context of Great Expectations; nothing of it is written anywhere."""

    batches: "BatchDefinition"

    @classmethod
    def start(cls) -> Self:
        """Import the library, which takes seconds, and set up a context in memory."""
        gx = _great_expectations()
        from great_expectations.data_context.types.base import ProgressBarsConfig

        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(
            globally=False, metric_calculations=False
        )
        asset = context.data_sources.add_pandas("delivery").add_dataframe_asset("measures")
        return cls(asset.add_batch_definition_whole_dataframe("whole"))

    def judge(self, checks: Sequence[Check], frame: pd.DataFrame) -> list[Verdict]:
        """One verdict a check, in the same order."""
        return [self._verdict(check, frame) for check in checks]

    def _verdict(self, check: Check, frame: pd.DataFrame) -> Verdict:
        if frame.empty:
            return Verdict(check, 0, frame)
        measured = check.measure(frame)
        # Two columns only: the library copies and hashes the whole frame again and again.
        narrow = pd.DataFrame({_ROW: frame.index.to_numpy(), _VALUE: measured.array})
        batch = self.batches.get_batch({"dataframe": narrow})
        result = batch.validate(_expectation(check), result_format=_RESULT_FORMAT)
        labels = _labels_at_fault(check, result)
        if isinstance(check.expected, Once):
            labels = _after_the_first(measured, labels)
        return Verdict(check, _rows_checked(result), frame.loc[labels])


def _great_expectations() -> ModuleType:
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")  # versions before 1.24 report home
    with warnings.catch_warnings():
        # Great Expectations 1.24 itself imports modules that Python 3.11 deprecates.
        warnings.filterwarnings("ignore", "module 'sre_", DeprecationWarning)
        import great_expectations

        return great_expectations


def _expectation(check: Check) -> "Expectation":
    from great_expectations.expectations.core.expect_column_values_to_be_between import (
        ExpectColumnValuesToBeBetween,
    )
    from great_expectations.expectations.core.expect_column_values_to_be_in_set import (
        ExpectColumnValuesToBeInSet,
    )
    from great_expectations.expectations.core.expect_column_values_to_be_unique import (
        ExpectColumnValuesToBeUnique,
    )
    from great_expectations.expectations.core.expect_column_values_to_match_regex import (
        ExpectColumnValuesToMatchRegex,
    )
    from great_expectations.expectations.core.expect_column_values_to_not_be_in_set import (
        ExpectColumnValuesToNotBeInSet,
    )
    from great_expectations.expectations.core.expect_column_values_to_not_be_null import (
        ExpectColumnValuesToNotBeNull,
    )

    meta = {"rule": check.rule, "table": check.table, "column": check.column}
    match check.expected:
        case Filled():
            return ExpectColumnValuesToNotBeNull(column=_VALUE, meta=meta)
        case OneOf(values):
            return ExpectColumnValuesToBeInSet(column=_VALUE, value_set=list(values), meta=meta)
        case NoneOf(values):
            return ExpectColumnValuesToNotBeInSet(column=_VALUE, value_set=list(values), meta=meta)
        case Within(low, high):
            return ExpectColumnValuesToBeBetween(
                column=_VALUE, min_value=low, max_value=high, meta=meta
            )
        case Once():
            return ExpectColumnValuesToBeUnique(column=_VALUE, meta=meta)
        case Like(pattern):
            return ExpectColumnValuesToMatchRegex(column=_VALUE, regex=pattern, meta=meta)
        case _ as unreachable:
            assert_never(unreachable)


def _labels_at_fault(check: Check, result: "ExpectationValidationResult") -> list[int]:
    """Index labels of the rows at fault. `success` alone would hide a check that never ran."""
    found = result.result.get("unexpected_index_list")
    if found is None:
        raise CheckFailedError(check, result.exception_info)
    return [int(item[_ROW]) for item in found]


def _rows_checked(result: "ExpectationValidationResult") -> int:
    return int(result.result["element_count"]) - int(result.result.get("missing_count") or 0)


def _after_the_first(measured: pd.Series, labels: list[int]) -> list[int]:
    """Of rows that share a value, all but the first."""
    repeated = measured.loc[sorted(labels)]
    return repeated.index[repeated.duplicated()].tolist()
