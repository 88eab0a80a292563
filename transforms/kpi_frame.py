"""How a KPI's function hands on its values: one row for every entity, value or reason."""

import pandas as pd

from transforms.facts import Facts
from transforms.kpi import KPI_DTYPES, KpiSpec, Missing, Unit

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
    values = values.reindex(entities)
    missing = values.isna()
    reasons = absent.reindex(entities) if isinstance(absent, pd.Series) else absent
    notes = note.reindex(entities).fillna("") if isinstance(note, pd.Series) else note
    money = spec.unit is Unit.MONEY
    frame = pd.DataFrame(
        {
            "entity_type": facts.entity_type,
            "entity_id": entities,
            "kpi": spec.id,
            "period": "",
            "currency": facts.currencies if money else "",
            "unit": spec.unit.value,
            "version": spec.version,
            "value": pd.NA if money else values.astype("Float64"),
            "value_minor": values.astype("Int64") if money else pd.NA,
            "numerator": pd.NA if numerator is None else numerator.reindex(entities),
            "denominator": pd.NA if denominator is None else denominator.reindex(entities),
            "rows": rows.reindex(entities).fillna(0),
            "reason": pd.Series(reasons, index=entities, dtype="str").where(missing, ""),
            "note": notes,
        },
        index=entities,
    )
    return frame.astype(KPI_DTYPES).reset_index(drop=True)


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
    over = denominator.reindex(entities).astype("Float64")
    part = numerator.reindex(entities).astype("Float64")
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


def without_value(facts: Facts, spec: KpiSpec, reason: Missing) -> pd.DataFrame:
    """The same reason for every entity."""
    nothing = pd.Series(dtype="Float64")
    return measured(facts, spec, nothing, rows=nothing, absent=reason)
