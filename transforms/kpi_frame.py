"""How a KPI's function hands on its values: one row for every entity, value or reason."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.facts import Facts
from transforms.kpi import KpiSpec, Missing, Unit

Numbers = pd.Series  # by entity id


def measured(
    facts: Facts,
    spec: KpiSpec,
    values: Numbers,
    *,
    rows: Numbers,
    absent: Missing | Numbers = Missing.NO_ROWS,
    numerator: Numbers | None = None,
    denominator: Numbers | None = None,
    note: str | Numbers = "",
) -> pd.DataFrame:
    """A frame of KPI values (all columns but period) for every entity of the facts.

    All series are indexed by entity id; an entity that `values` lacks, or has a missing
    value for, gets the reason `absent` (one for all, or by entity). Money values are
    integers in minor units of the entity's currency.
    """
    entities = facts.currencies.index
    values = _aligned(values, entities)
    missing = values.isna().to_numpy(dtype=np.bool_)
    nothing = pd.Series(pd.NA, index=entities, dtype="Float64")
    money = spec.unit is Unit.MONEY
    return pd.DataFrame(
        {
            "entity_type": _words(facts.entity_type, entities),
            "entity_id": entities.array,
            "kpi": _words(spec.id, entities),
            "period": _words("", entities),
            "currency": facts.currencies.array if money else _words("", entities),
            "unit": _words(spec.unit.value, entities),
            "version": _integers(pd.Series(spec.version, index=entities)),
            "value": _floats(nothing if money else values),
            "value_minor": _integers(values if money else nothing),
            "numerator": _floats(nothing if numerator is None else _aligned(numerator, entities)),
            "denominator": _floats(
                nothing if denominator is None else _aligned(denominator, entities)
            ),
            "rows": _integers(_aligned(rows, entities).fillna(0)),
            "reason": _reasons(absent, entities, missing),
            "note": _words(note, entities),
        }
    )


def ratio(
    facts: Facts,
    spec: KpiSpec,
    numerator: Numbers,
    denominator: Numbers,
    *,
    rows: Numbers,
    absent: Missing | Numbers,
    note: str | Numbers = "",
) -> pd.DataFrame:
    """Numerator over denominator where the denominator is above zero, else the reason."""
    entities = facts.currencies.index
    over = _aligned(denominator, entities).astype("Float64")
    part = _aligned(numerator, entities).astype("Float64")
    return measured(
        facts,
        spec,
        (part / over).where(over > 0),
        rows=rows,
        absent=absent,
        numerator=part,
        denominator=over,
        note=note,
    )


def reasons(facts: Facts, *cases: tuple[Numbers, Missing]) -> Numbers:
    """By entity, the reason of the first case that holds for it; `no_rows` where none does."""
    entities = facts.currencies.index
    holds = [_aligned(case, entities).to_numpy(dtype=np.bool_) for case, _ in cases]
    named = np.select(holds, [reason.value for _, reason in cases], Missing.NO_ROWS.value)
    return pd.Series(named.astype(object), index=entities)


def without_value(facts: Facts, spec: KpiSpec, reason: Missing) -> pd.DataFrame:
    """The same reason for every entity."""
    nothing = pd.Series(dtype="Float64")
    return measured(facts, spec, nothing, rows=nothing, absent=reason)


def _aligned(numbers: Numbers, entities: pd.Index) -> Numbers:
    return numbers if numbers.index is entities else numbers.reindex(entities)


# The columns are built as the arrays they end up as: a frame is made for every KPI and period,
# and casting fourteen columns each time costs ten times the figures themselves.


def _floats(numbers: Numbers) -> pd.arrays.FloatingArray:
    missing = numbers.isna().to_numpy(dtype=np.bool_)
    return pd.arrays.FloatingArray(numbers.to_numpy(dtype=np.float64, na_value=np.nan), missing)


def _integers(numbers: Numbers) -> pd.arrays.IntegerArray:
    missing = numbers.isna().to_numpy(dtype=np.bool_)
    return pd.arrays.IntegerArray(numbers.to_numpy(dtype=np.int64, na_value=0), missing)


def _words(words: str | Numbers, entities: pd.Index) -> pd.api.extensions.ExtensionArray:
    if isinstance(words, str):
        return pd.array(np.full(len(entities), words, dtype=object), dtype="str")
    return words.reindex(entities).fillna("").astype("str").array


def _reasons(
    absent: Missing | Numbers, entities: pd.Index, missing: npt.NDArray[np.bool_]
) -> pd.api.extensions.ExtensionArray:
    reason = absent.value if isinstance(absent, Missing) else _aligned(absent, entities).to_numpy()
    return pd.array(np.where(missing, reason, "").astype(object), dtype="str")
