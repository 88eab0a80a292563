"""How good the relationship with a client is, in points, and where it stands.

Full marks for growth, margin and satisfaction, and payments 30 days late on average:

>>> from transforms.core.policy import Policy
>>> from transforms.clients.relationship import score_of
>>> known = {"revenue_growth_year": 0.2, "contribution_margin": 0.6, "nps": 50.0}
>>> round(score_of(known | {"average_days_delinquent": 30.0}, 3, Policy()).points, 1)
89.3
"""

from collections.abc import Mapping
from dataclasses import dataclass

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
from transforms.core.periods import Grain
from transforms.kpis import compute_all, explained
from transforms.metrics.asked import Asked
from transforms.metrics.explained import Selection
from transforms.metrics.kpi import (
    At,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
    Working,
)
from transforms.metrics.smallest_samples import without_small_samples
from transforms.metrics.steps import Step

_Scores = Mapping[str, tuple[Numbers, Score]]


@dataclass(frozen=True)
class _Scored:
    """A score of other figures, each as it is declared."""

    def working(self, asked: Asked) -> Working:
        """Points by entity; the note says where the relationship stands and by which rule, as
        `repair/weak`. The numerator is the part of all weights that is known, in per cent."""
        now, before = _scores(asked), _scores(asked.over(asked.period.previous))
        index = asked.entities
        scores = [now[key][1] for key in index]
        notes = [_note(asked, *now[key], before[key][1]) for key in index]
        return Working(
            pd.Series([score.points for score in scores], index, dtype="Float64"),
            rows=pd.Series([len(score.parts) for score in scores], index, dtype="Int64"),
            absent=Missing.LOW_COVERAGE,
            numerator=pd.Series([100 * score.coverage for score in scores], index, dtype="Float64"),
            denominator=pd.Series(100.0, index),
            note=pd.Series(notes, index, dtype="str"),
        )

    def steps(self, asked: Asked) -> tuple[Step, ...]:
        """Of the one entity: the points of each component that is known, times its weight."""
        ((_, score),) = _scores(asked).values()
        if score.points is None:
            return ()
        weights = asked.context.policy.relationship_weights
        parts = [
            Step("score_part", {"component": part, "points": points, "weight": weights[part]})
            for part, points in score.parts.items()
        ]
        facts = {
            "number": sum(points * weights[part] for part, points in score.parts.items()),
            "weights": sum(weights[part] for part in score.parts),
            "points": score.points,
        }
        return (*parts, Step("score_whole", facts))

    def explained(self, asked: Asked) -> tuple[Selection, ...]:
        """The rows of every figure that the score rests on, one figure after the other."""
        named = (explained(asked.context, name, asked.period) for name in COMPONENT_KPIS)
        return tuple(part for parts in named for part in parts)


def _scores(asked: Asked) -> _Scores:
    """The figures and the score of every entity."""
    values = asked.context.once((_figures, asked.period), lambda: _figures(asked))
    policy = asked.context.policy
    planned = planned_meetings(asked.context.tables, policy, asked.period)
    columns = {kpi: values[kpi].to_list() for kpi in COMPONENT_KPIS}
    found: dict[str, tuple[Numbers, Score]] = {}
    for place, entity in enumerate(asked.entities):
        numbers = {
            kpi: None if pd.isna(column[place]) else float(column[place])
            for kpi, column in columns.items()
        }
        found[entity] = numbers, score_of(numbers, planned.get(entity, 0.0), policy)
    return found


def _figures(asked: Asked) -> pd.DataFrame:
    """A row an entity, a column a figure."""
    values = compute_all(asked.context, [asked.period], COMPONENT_KPIS)
    values = without_small_samples(values, asked.context.policy)
    wide = values.pivot_table(
        index="entity_id", columns="kpi", values="value", aggfunc="first", dropna=False
    )
    return wide.reindex(index=asked.entities, columns=list(COMPONENT_KPIS))


def _note(asked: Asked, numbers: Numbers, score: Score, earlier: Score) -> str:
    change = difference(score.points, earlier.points)
    rule = rule_of(score, change, numbers, asked.context.policy)
    return "" if rule is None else f"{STANDING_OF[rule].value}/{rule.value}"


SPECS = (
    KpiSpec(
        id="relationship_score",
        unit=Unit.POINTS,
        roll_up=RollUp.NONE,
        feeds=(),
        grains=(Grain.QUARTER, Grain.YEAR),
        authority="account management practice",
        figure=_Scored(),
        direction=Direction.UP,
        audience=Audience.INTERNAL,
        shown=(
            At(Place.STANDING, 10),
            At(Place.PORTAL, 80),
        ),
        version=2,
    ),
)
