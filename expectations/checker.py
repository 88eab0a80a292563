"""The one place that runs Great Expectations."""

import logging
import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Self, assert_never

import pandas as pd

from expectations.check import Check, Expected, Filled, Like, Once, OneOf, Verdict, Within

if TYPE_CHECKING:
    from great_expectations.core.batch_definition import BatchDefinition
    from great_expectations.core.expectation_validation_result import ExpectationValidationResult
    from great_expectations.expectations.expectation import Expectation

_PLACE, _VALUE = "place", "value"
_RESULT_FORMAT = {"result_format": "COMPLETE", "unexpected_index_column_names": [_PLACE]}

_ROWS_TOGETHER = 500_000
"""Checks that expect the same are judged in one go up to so many rows: each go has a price of
its own that is high for small tables, and the memory of a go must stay bounded."""

_APART = 2**32
"""More than a table has rows: a place is the check's number times this, plus the row's label."""


class CheckFailedError(RuntimeError):
    """Great Expectations could not judge a check: a fault of ours, never of the data."""

    def __init__(self, checks: Iterable[Check], reason: object) -> None:
        names = ", ".join(f"{check.rule} on {check.table}.{check.column}" for check in checks)
        super().__init__(f"{names} could not be judged: {reason}")


@dataclass(frozen=True)
class Task:
    """A check and the rows it is about."""

    check: Check
    frame: pd.DataFrame


@dataclass(frozen=True)
class Checker:
    """An ephemeral context of Great Expectations; nothing of it is written anywhere."""

    batches: "BatchDefinition"

    @classmethod
    def start(cls) -> Self:
        """Import the library, which takes seconds, and set up a context in memory."""
        gx = load_engine()
        from great_expectations.data_context.types.base import ProgressBarsConfig

        # The module raises its own level and tells of a folder that nobody asked for.
        logging.getLogger(ProgressBarsConfig.__module__).setLevel(logging.WARNING)
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(
            globally=False, metric_calculations=False
        )
        asset = context.data_sources.add_pandas("delivery").add_dataframe_asset("measures")
        return cls(asset.add_batch_definition_whole_dataframe("whole"))

    def judge(self, tasks: Sequence[Task]) -> list[Verdict]:
        """One verdict a task, in the same order."""
        verdicts = {
            number: Verdict(task.check, 0, task.frame)
            for number, task in enumerate(tasks)
            if not len(task.frame)
        }
        for numbers in _together(tasks):
            together = [tasks[number] for number in numbers]
            verdicts |= dict(zip(numbers, self._judge(together), strict=True))
        return [verdicts[number] for number in range(len(tasks))]

    def _judge(self, tasks: list[Task]) -> list[Verdict]:
        """The verdicts of tasks that expect the same."""
        checks = [task.check for task in tasks]
        measured = [task.check.measure(task.frame) for task in tasks]
        batch = self.batches.get_batch({"dataframe": _stacked(checks, measured)})
        result = batch.validate(_expectation(checks), result_format=_RESULT_FORMAT)
        labels = _labels_at_fault(checks, result)
        return [
            _verdict(task, values, found)
            for task, values, found in zip(tasks, measured, labels, strict=True)
        ]


def tasks_of(checks: Iterable[Check], frame: pd.DataFrame) -> list[Task]:
    """Several checks of one table."""
    return [Task(check, frame) for check in checks]


def _together(tasks: Sequence[Task]) -> Iterator[list[int]]:
    """Numbers of tasks that one expectation judges: numbers can be stacked, texts cannot."""
    groups: dict[Expected, list[int]] = {}
    for number, task in enumerate(tasks):
        if not len(task.frame):
            continue  # nothing to judge
        groups.setdefault(task.check.expected, []).append(number)
    for expected, members in groups.items():
        if _compares_texts(expected):
            yield from ([number] for number in members)
        else:
            yield from _of_bounded_size(members, tasks)


def _compares_texts(expected: Expected) -> bool:
    match expected:
        case Like():
            return True
        case OneOf(values):
            return any(isinstance(value, str) for value in values)
        case _:
            return False


def _of_bounded_size(members: list[int], tasks: Sequence[Task]) -> Iterator[list[int]]:
    together: list[int] = []
    rows = 0
    for number in members:
        rows += len(tasks[number].frame)
        if together and rows > _ROWS_TOGETHER:
            yield together
            together, rows = [], len(tasks[number].frame)
        together.append(number)
    yield together


def _stacked(checks: list[Check], measured: list[pd.Series]) -> pd.DataFrame:
    """One long frame of two columns: the library copies and hashes all it gets, repeatedly."""
    parts = [
        pd.DataFrame(
            {
                _PLACE: values.index.to_numpy() + number * _APART,
                _VALUE: _told_apart(check, values, number).array,
            }
        )
        for number, (check, values) in enumerate(zip(checks, measured, strict=True))
    ]
    return pd.concat(parts, ignore_index=True)


def _told_apart(check: Check, values: pd.Series, number: int) -> pd.Series:
    """Where repeats are looked for, the numbers of two checks must never meet."""
    return values + number * _APART if _repeats(check) else values


def _repeats(check: Check) -> bool:
    return isinstance(check.expected, Once)


def _verdict(task: Task, values: pd.Series, labels: list[int]) -> Verdict:
    applies = len(values) if isinstance(task.check.expected, Filled) else int(values.count())
    if _repeats(task.check):
        labels = _after_the_first(values, labels)
    return Verdict(task.check, applies, task.frame.loc[labels])


def load_engine() -> ModuleType:
    """Great Expectations, imported at the first call, which takes seconds."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")  # versions before 1.24 report home
    with warnings.catch_warnings():
        # Great Expectations 1.24 itself imports modules that Python 3.11 deprecates.
        warnings.filterwarnings("ignore", "module 'sre_", DeprecationWarning)
        import great_expectations

        return great_expectations


def _expectation(checks: list[Check]) -> "Expectation":
    """What all these checks expect of their values; their ids travel as its meta."""
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
    from great_expectations.expectations.core.expect_column_values_to_not_be_null import (
        ExpectColumnValuesToNotBeNull,
    )

    meta = {"checks": [[check.rule, check.table, check.column] for check in checks]}
    match checks[0].expected:
        case Filled():
            return ExpectColumnValuesToNotBeNull(column=_VALUE, meta=meta)
        case OneOf(values):
            return ExpectColumnValuesToBeInSet(column=_VALUE, value_set=list(values), meta=meta)
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


def _labels_at_fault(checks: list[Check], result: "ExpectationValidationResult") -> list[list[int]]:
    """By check, index labels of the rows at fault.

    `success` alone would hide a check that never ran.
    """
    found = result.result.get("unexpected_index_list")
    if found is None:
        raise CheckFailedError(checks, result.exception_info)
    labels: list[list[int]] = [[] for _ in checks]
    for item in found:
        number, label = divmod(int(item[_PLACE]), _APART)
        labels[number].append(label)
    return labels


def _after_the_first(measured: pd.Series, labels: list[int]) -> list[int]:
    """Of rows that share a value, all but the first."""
    repeated = measured.loc[sorted(labels)]
    return repeated.index[repeated.duplicated()].tolist()
