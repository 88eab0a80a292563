"""How good the relationship with a client is, in points, and where it stands.

Full marks for growth, margin and satisfaction, and payments 30 days late on average:

>>> from transforms.core.policy import Policy
>>> from transforms.clients.relationship import score_of
>>> known = {"revenue_growth_year": 0.2, "contribution_margin": 0.6, "nps": 50.0}
>>> round(score_of(known | {"average_days_delinquent": 30.0}, 3, Policy()).points, 1)
89.3
"""

import pandas as pd

from transforms.clients.meeting_plan import planned_meetings
from transforms.clients.relationship import (
    COMPONENT_KPIS,
    STANDING_OF,
    Numbers,
    Score,
    difference,
    rule_of,
    score_of,
)
from transforms.core.periods import Grain, Period
from transforms.kpis import compute_all, explained
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import Audience, Direction, KpiSpec, Missing, RollUp, Unit
from transforms.metrics.kpi_frame import measured
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.smallest_samples import without_small_samples

SPECS = (
    KpiSpec(
        id="relationship_score",
        unit=Unit.POINTS,
        roll_up=RollUp.NONE,
        feeds=(),
        grains=(Grain.QUARTER, Grain.YEAR),
        authority="account management practice",
        direction=Direction.UP,
        audience=Audience.INTERNAL,
        version=2,
    ),
)


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """Points by entity; the note says where the relationship stands and by which rule, as
    `repair/weak`. The numerator is the part of all weights that is known, in per cent."""
    now, before = _scores(context, period), _scores(context, period.previous)
    index = context.currencies.index
    points = pd.Series([now[key][1].points for key in index], index, dtype="Float64")
    notes = [_note(context, *now[key], before[key][1]) for key in index]
    coverage = pd.Series([100 * now[key][1].coverage for key in index], index, dtype="Float64")
    parts = pd.Series([len(now[key][1].parts) for key in index], index, dtype="Int64")
    return measured(
        context,
        SPECS[0],
        points,
        rows=parts,
        absent=Missing.LOW_COVERAGE,
        numerator=coverage,
        denominator=pd.Series(100.0, index),
        note=pd.Series(notes, index, dtype="str"),
    )


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The rows of every figure that the score rests on, one figure after the other."""
    return tuple(part for name in COMPONENT_KPIS for part in explained(context, name, period))


def _scores(context: MetricContext, period: Period) -> dict[str, tuple[Numbers, Score]]:
    """The figures and the score of every entity."""
    name = f"relationship figures of {period}"
    values = context.shared(name, lambda: _figures(context, period))
    planned = planned_meetings(context.tables, context.policy, period)
    columns = {kpi: values[kpi].to_list() for kpi in COMPONENT_KPIS}
    found: dict[str, tuple[Numbers, Score]] = {}
    for place, entity in enumerate(context.currencies.index):
        numbers = {
            kpi: None if pd.isna(column[place]) else float(column[place])
            for kpi, column in columns.items()
        }
        score = score_of(numbers, planned.get(entity, 0.0), context.policy)
        found[entity] = numbers, score
    return found


def _figures(context: MetricContext, period: Period) -> pd.DataFrame:
    """A row an entity, a column a figure."""
    values = without_small_samples(compute_all(context, [period], COMPONENT_KPIS), context.policy)
    wide = values.pivot_table(
        index="entity_id", columns="kpi", values="value", aggfunc="first", dropna=False
    )
    return wide.reindex(index=context.currencies.index, columns=list(COMPONENT_KPIS))


def _note(context: MetricContext, numbers: Numbers, score: Score, earlier: Score) -> str:
    change = difference(score.points, earlier.points)
    rule = rule_of(score, change, numbers, context.policy)
    return "" if rule is None else f"{STANDING_OF[rule].value}/{rule.value}"
