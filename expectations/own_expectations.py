"""Expectations that Great Expectations does not bring, written the way it wants them."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd

from expectations.engine import (
    ColumnMapExpectation,
    ColumnMapMetricProvider,
    ColumnPairMapExpectation,
    ColumnPairMapMetricProvider,
    MulticolumnMapExpectation,
    MulticolumnMapMetricProvider,
    PandasExecutionEngine,
    column_condition_partial,
    column_pair_condition_partial,
    multicolumn_condition_partial,
)
from transforms.core.money import is_currency

IgnoredRows = Literal["all_values_are_missing", "any_value_is_missing", "never"]

_PAIR_DOMAIN = ("batch_id", "table", "column_A", "column_B", "row_condition", "ignore_row_if")
_DOMAIN = ("batch_id", "table", "column_list", "row_condition", "ignore_row_if")


class ColumnValuesCurrency(ColumnMapMetricProvider):
    """Whether a text is an ISO 4217 code."""

    condition_metric_name = "column_values.currency"

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, **_: Any) -> pd.Series:  # noqa: N805 # as GX calls it
        codes, names = pd.factorize(column)
        known = np.array([*(is_currency(name) for name in names), True])
        return pd.Series(known[codes], index=column.index)


class ExpectColumnValuesToBeCurrencies(ColumnMapExpectation):
    """Every value is an ISO 4217 code, of today or of once."""

    map_metric: ClassVar[str | None] = "column_values.currency"


class ColumnValuesFirstOfMonth(ColumnMapMetricProvider):
    """Whether a day is the first of its month."""

    condition_metric_name = "column_values.first_of_month"

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, **_: Any) -> pd.Series:  # noqa: N805 # as GX calls it
        return column.dt.day == 1


class ExpectColumnValuesToBeFirstOfMonth(ColumnMapExpectation):
    """Every day is the first of its month."""

    map_metric: ClassVar[str | None] = "column_values.first_of_month"


class ColumnValuesBetweenDays(ColumnMapMetricProvider):
    """Whether an instant lies between two days."""

    condition_metric_name = "column_values.between_days"
    condition_value_keys = ("first", "last")

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series, first: str, last: str, **_: Any) -> pd.Series:  # noqa: N805 # as GX calls it
        return column.between(pd.Timestamp(first), pd.Timestamp(last))


class ExpectColumnValuesToBeBetweenDays(ColumnMapExpectation):
    """Every instant lies between the start of two days, such as 1970-01-01.

    GX's own range goes through microseconds one by one.
    """

    first: str
    last: str
    map_metric: ClassVar[str | None] = "column_values.between_days"
    success_keys: ClassVar[tuple[str, ...]] = ("mostly", "first", "last")


class ColumnPairClimbEnds(ColumnPairMapMetricProvider):
    """Whether climbing from key to parent comes to an end."""

    condition_metric_name = "column_pair_values.climb_ends"
    condition_domain_keys = _PAIR_DOMAIN
    condition_value_keys = ()

    @column_pair_condition_partial(engine=PandasExecutionEngine)
    def _pandas(
        cls,  # noqa: N805 # as GX calls it
        column_A: pd.Series,  # noqa: N803 # GX passes columns by these names
        column_B: pd.Series,  # noqa: N803
        **_: Any,
    ) -> pd.Series:
        ends = _climbs_that_end(dict(zip(column_A, column_B, strict=True)))
        return column_A.map(ends).astype(bool)


class ExpectColumnPairToFormNoCircle(ColumnPairMapExpectation):
    """Climbing from column_A, a key, to column_B, the key above it, comes to an end."""

    map_metric: ClassVar[str | None] = "column_pair_values.climb_ends"
    ignore_row_if: Literal["neither"] = "neither"
    success_keys: ClassVar[tuple[str, ...]] = ("ignore_row_if", "mostly")


class MulticolumnAtMost(MulticolumnMapMetricProvider):
    """Whether no value of a row is larger."""

    condition_metric_name = "multicolumn_values.at_most"
    condition_domain_keys = _DOMAIN
    condition_value_keys = ("max_value",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, max_value: float, **_: Any) -> pd.Series:  # noqa: N805 # as GX calls it
        return ~(column_list > max_value).fillna(False).any(axis="columns")


class ExpectMulticolumnValuesToBeAtMost(MulticolumnMapExpectation):
    """No value of any of the columns is larger than max_value; missing ones do not matter."""

    max_value: float
    ignore_row_if: IgnoredRows = "all_values_are_missing"
    map_metric: ClassVar[str | None] = "multicolumn_values.at_most"
    success_keys: ClassVar[tuple[str, ...]] = ("mostly", "max_value")


class MulticolumnSumWithin(MulticolumnMapMetricProvider):
    """Whether the first columns of a row add up to the last but one, as far as the last allows."""

    condition_metric_name = "multicolumn_sum.within_tolerance"
    condition_domain_keys = _DOMAIN
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:  # noqa: N805 # as GX calls it
        *addends, total, tolerance = (column_list[name] for name in column_list)
        return (sum(addends[1:], addends[0]) - total).abs() <= tolerance


class ExpectMulticolumnSumToEqualColumn(MulticolumnMapExpectation):
    """column_list: the addends, their total, and by how much a row may differ.

    GX's own sum is compared with one constant.
    """

    ignore_row_if: IgnoredRows = "any_value_is_missing"
    map_metric: ClassVar[str | None] = "multicolumn_sum.within_tolerance"


class MulticolumnOnceAMonth(MulticolumnMapMetricProvider):
    """Whether no row before has the month and the other columns of a row."""

    condition_metric_name = "multicolumn_values.once_a_month"
    condition_domain_keys = _DOMAIN
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series:  # noqa: N805 # as GX calls it
        day = column_list.columns[0]
        months = column_list.assign(**{day: column_list[day].dt.strftime("%Y-%m")})
        return ~months.duplicated()


class ExpectOneRowAMonth(MulticolumnMapExpectation):
    """column_list: a day, then columns of which each combination comes once in the day's month.

    The first that comes is in order.
    """

    ignore_row_if: IgnoredRows = "never"
    map_metric: ClassVar[str | None] = "multicolumn_values.once_a_month"


def _climbs_that_end(parent_of: Mapping[str, str]) -> dict[str, bool]:
    """By key, whether climbing from parent to parent comes to an end."""
    ends: dict[str, bool] = {}
    for key in parent_of:
        path = list(_climb(key, parent_of, ends))
        last = path[-1] if path else key
        next_up = parent_of.get(last)
        reached = ends.get(next_up, next_up not in path) if isinstance(next_up, str) else True
        ends |= dict.fromkeys(path, reached)
    return ends


def _climb(key: str, parent_of: Mapping[str, str], judged: Mapping[str, bool]) -> Iterator[str]:
    """The key and those above it, until one without parent, seen or already judged."""
    seen: set[str] = set()
    current: str | None = key
    while isinstance(current, str) and current in parent_of:
        if current in seen or current in judged:
            return
        seen.add(current)
        yield current
        current = parent_of[current]
