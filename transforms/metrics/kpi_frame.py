"""How a KPI's function hands on its values: one row for every entity, value or reason."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.metrics.kpi import KpiSpec, Missing, Unit
from transforms.metrics.metric_context import MetricContext

Numbers = pd.Series  # by entity id


def measured(
    context: MetricContext,
    spec: KpiSpec,
    values: Numbers,
    *,
    rows: Numbers,
    absent: Missing | Numbers = Missing.NO_ROWS,
    numerator: Numbers | None = None,
    denominator: Numbers | None = None,
    note: str | Numbers = "",
) -> pd.DataFrame:
    """A frame of KPI values (all columns but period) for every entity of the context.

    All series are indexed by entity id; an entity that `values` lacks, or has a missing
    value for, gets the reason `absent` (one for all, or by entity). Money values are
    integers in minor units of the entity's currency.
    """
    entities = context.currencies.index
    size = len(entities)
    value = _number_column(values, entities)
    money = spec.unit is Unit.MONEY
    columns = {
        "entity_type": _repeated(context.entity_type, size),
        "entity_id": entities.array,
        "kpi": _repeated(spec.id, size),
        "period": _repeated("", size),
        "currency": context.currencies.array if money else _repeated("", size),
        "unit": _repeated(spec.unit.value, size),
        "version": pd.arrays.IntegerArray(np.full(size, spec.version), np.zeros(size, np.bool_)),
        "value": _no_number(size) if money else _real(value),
        "value_minor": _whole(value if money else _no_number(size)),
        "numerator": _real(_number_column(numerator, entities)),
        "denominator": _real(_number_column(denominator, entities)),
        "rows": _counts(rows, entities),
        "reason": _reason_column(absent, entities, value.isna()),
        "note": _word_column(note, entities),
    }
    return pd.DataFrame(columns)


def ratio(
    context: MetricContext,
    spec: KpiSpec,
    numerator: Numbers,
    denominator: Numbers,
    *,
    rows: Numbers,
    absent: Missing | Numbers,
    note: str | Numbers = "",
) -> pd.DataFrame:
    """Numerator over denominator where the denominator is above zero, else the reason."""
    entities = context.currencies.index
    over = _real(_number_column(denominator, entities)).to_numpy(np.float64, na_value=np.nan)
    part = _real(_number_column(numerator, entities)).to_numpy(np.float64, na_value=np.nan)
    is_divisible = over > 0
    share = np.divide(part, over, out=np.full(len(over), np.nan), where=is_divisible)
    return measured(
        context,
        spec,
        pd.Series(share, index=entities),
        rows=rows,
        absent=absent,
        numerator=numerator,
        denominator=denominator,
        note=note,
    )


def values_of(spec: KpiSpec, asked: Asked) -> pd.DataFrame:
    """KPI values of every entity, of a declared figure."""
    found = spec.figure.working(asked)
    if found.value is None and found.numerator is not None and found.denominator is not None:
        return ratio(
            asked.context,
            spec,
            found.numerator,
            found.denominator,
            rows=found.rows,
            absent=found.absent,
            note=found.note,
        )
    nothing = pd.Series(dtype="Float64")
    return measured(
        asked.context,
        spec,
        nothing if found.value is None else found.value,
        rows=found.rows,
        absent=found.absent,
        numerator=found.numerator,
        denominator=found.denominator,
        note=found.note,
    )


def reasons(context: MetricContext, *cases: tuple[Numbers, Missing]) -> Numbers:
    """By entity, the reason of the first case that holds for it; `no_rows` where none does."""
    entities = context.currencies.index
    holds = [_aligned(case, entities).to_numpy(dtype=np.bool_) for case, _ in cases]
    names = [*(reason.value for _, reason in cases), Missing.NO_ROWS.value]
    first = np.select(holds, list(range(len(cases))), len(cases))
    return pd.Series(np.array(names, dtype=object)[first], index=entities, dtype="object")


def without_value(context: MetricContext, spec: KpiSpec, reason: Missing) -> pd.DataFrame:
    """The same reason for every entity."""
    nothing = pd.Series(dtype="Float64")
    return measured(context, spec, nothing, rows=nothing, absent=reason)


def dated(values: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The same values, said to be of a period."""
    return values.assign(period=_repeated(str(period), len(values)))


def _aligned(numbers: Numbers, entities: pd.Index) -> Numbers:
    return numbers if numbers.index.is_(entities) else numbers.reindex(entities)


# A frame is made for every KPI and period. Its columns are built as the arrays they end up as:
# letting pandas infer and cast fourteen columns each time costs ten times the figures themselves.

_Numbers = pd.arrays.IntegerArray | pd.arrays.FloatingArray
_Texts = pd.api.extensions.ExtensionArray


def _number_column(numbers: Numbers | None, entities: pd.Index) -> _Numbers:
    if numbers is None:
        return _no_number(len(entities))
    array = _aligned(numbers, entities).array
    if isinstance(array, pd.arrays.IntegerArray | pd.arrays.FloatingArray):
        return array
    is_whole = numbers.dtype.kind in "iub"
    return pd.array(array.to_numpy(), dtype="Int64" if is_whole else "Float64")


def _real(numbers: _Numbers) -> _Numbers:
    if isinstance(numbers, pd.arrays.FloatingArray):
        return numbers
    return pd.arrays.FloatingArray(numbers.to_numpy(np.float64, na_value=np.nan), numbers.isna())


def _whole(numbers: _Numbers) -> _Numbers:
    if isinstance(numbers, pd.arrays.IntegerArray):
        return numbers
    return pd.arrays.IntegerArray(numbers.to_numpy(np.int64, na_value=0), numbers.isna())


def _counts(numbers: Numbers, entities: pd.Index) -> _Numbers:
    counted = _aligned(numbers, entities).to_numpy(dtype=np.int64, na_value=0)
    return pd.arrays.IntegerArray(counted, np.zeros(len(entities), dtype=np.bool_))


@lru_cache(maxsize=16)
def _no_number(size: int) -> _Numbers:
    return pd.arrays.FloatingArray(np.full(size, np.nan), np.ones(size, dtype=np.bool_))


@lru_cache(maxsize=256)
def _repeated(word: str, size: int) -> _Texts:
    return pd.array(np.full(size, word, dtype=object), dtype="str")


def _word_column(words: str | Numbers, entities: pd.Index) -> _Texts:
    if isinstance(words, str):
        return _repeated(words, len(entities))
    return words.reindex(entities).fillna("").astype("str").array


def _reason_column(
    absent: Missing | Numbers, entities: pd.Index, missing: npt.NDArray[np.bool_]
) -> _Texts:
    if not missing.any():
        return _repeated("", len(entities))
    reason = absent.value if isinstance(absent, Missing) else _aligned(absent, entities).to_numpy()
    return pd.array(np.where(missing, reason, "").astype(object), dtype="str")
