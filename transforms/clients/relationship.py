"""How good the relationship with a client is, of 0 to 100 points, and what to do about it.

    from transforms.clients.relationship import relationship_of

    found = relationship_of(figures, planned_meetings, period, policy)
    found.points, found.coverage, found.change        # points may be None: too little is known
    found.standing, found.rule                        # grow, keep, repair or exit, and why
    for part in found.parts: part.component, part.figure, part.points, part.weight, part.change

Every component is a figure of the dictionary read on a scale; those that have a value are
weighed by the policy's weights. It describes how things stand: it predicts nothing.

Growth of 10 % is worth 75 points, a margin of 60 % or more is worth all of them:

>>> points_of(Component.GROWTH, {"revenue_growth_year": 0.10}, 3, Policy())
75.0
>>> points_of(Component.MARGIN, {"contribution_margin": 0.65}, 3, Policy())
100.0
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

from transforms.core.periods import Period
from transforms.core.policy import Policy, Scale
from transforms.metrics.kpi import KpiValue
from transforms.metrics.smallest_samples import decides

Numbers = Mapping[str, float | None]
"""A client's figures by KPI; None where there is no value."""


class Component(StrEnum):
    """What makes up the score."""

    GROWTH = "growth"
    MARGIN = "margin"
    PAYMENT = "payment"
    SATISFACTION = "satisfaction"
    SERVICE = "service"
    USAGE = "usage"
    CADENCE = "cadence"


class Standing(StrEnum):
    """What to do with a relationship."""

    GROW = "grow"
    KEEP = "keep"
    REPAIR = "repair"
    EXIT = "exit"


class Rule(StrEnum):
    """Why a relationship stands where it does; the first that holds, in this order."""

    UNPROFITABLE_AND_WEAK = "unprofitable_and_weak"
    UNPROFITABLE = "unprofitable"
    WEAK = "weak"
    BROKEN_PART = "broken_part"
    FALLING = "falling"
    STRONG_AND_GROWING = "strong_and_growing"
    STEADY = "steady"


STANDING_OF = {
    Rule.UNPROFITABLE_AND_WEAK: Standing.EXIT,
    Rule.UNPROFITABLE: Standing.REPAIR,
    Rule.WEAK: Standing.REPAIR,
    Rule.BROKEN_PART: Standing.REPAIR,
    Rule.FALLING: Standing.REPAIR,
    Rule.STRONG_AND_GROWING: Standing.GROW,
    Rule.STEADY: Standing.KEEP,
}

BREAKABLE = (Component.PAYMENT, Component.SATISFACTION, Component.SERVICE, Component.USAGE)
"""Components so bad a value of which no good one makes up for."""

_FIGURES: Mapping[Component, tuple[str, ...]] = {
    Component.GROWTH: ("revenue_growth_year",),
    Component.MARGIN: ("contribution_margin",),
    Component.PAYMENT: ("average_days_delinquent",),
    Component.SATISFACTION: ("nps", "csat"),
    Component.SERVICE: ("critical_resolution_on_time", "first_response_on_time"),
    Component.USAGE: ("usage_change",),
    Component.CADENCE: ("meetings_held",),
}
"""Of several figures of a component the first with a value of enough cases counts, each read on
the policy's scale. Meetings are those held over those planned."""

COMPONENT_KPIS = tuple(kpi for kpis in _FIGURES.values() for kpi in kpis)
"""Every figure that a score may rest on."""


@dataclass(frozen=True)
class Score:
    """Points of what is known; `points` is None where that is too little."""

    points: float | None
    coverage: float
    """The weight of what is known over all weights, 0 to 1."""
    parts: Mapping[Component, float]
    """Points of each component that is known."""


def points_of(
    component: Component, numbers: Numbers, planned_meetings: float, policy: Policy
) -> float | None:
    """A component's points, 0 to 100; None where none of its figures has a value."""
    for kpi in _FIGURES[component]:
        if (number := numbers.get(kpi)) is None:
            continue
        if component is Component.CADENCE:
            number = number / planned_meetings if planned_meetings > 0 else 1.0
        return _on_scale(policy.relationship_scales[kpi], number)
    return None


def _on_scale(scale: Scale, number: float) -> float:
    """Points of a figure, straight between two corners."""
    if number <= scale[0][0]:
        return float(scale[0][1])
    for (low, from_points), (high, to_points) in pairwise(scale):
        if number <= high:
            return from_points + (number - low) / (high - low) * (to_points - from_points)
    return float(scale[-1][1])


def score_of(numbers: Numbers, planned_meetings: float, policy: Policy) -> Score:
    """The weighed mean of the components that are known.

    >>> score = score_of({"revenue_growth_year": 0.2, "csat": 1.0}, 3, Policy())
    >>> score.points is None, round(score.coverage, 2)
    (True, 0.4)
    """
    found = {item: points_of(item, numbers, planned_meetings, policy) for item in Component}
    parts = {item: points for item, points in found.items() if points is not None}
    weights = {item: policy.relationship_weights.get(item.value, 0.0) for item in Component}
    whole = sum(weights.values())
    known = sum(weights[item] for item in parts)
    coverage = known / whole if whole > 0 else 0.0
    if known <= 0 or coverage < policy.relationship_coverage:
        return Score(None, coverage, parts)
    points = sum(weights[item] * part for item, part in parts.items()) / known
    return Score(points, coverage, parts)


def rule_of(score: Score, change: float | None, numbers: Numbers, policy: Policy) -> Rule | None:
    """The first rule that holds for a score, its change and the client's margin and growth;
    None without a score.

    >>> numbers = {"contribution_margin": 0.5, "revenue_growth_year": 0.1}
    >>> rule_of(Score(80.0, 1.0, {}), None, numbers, Policy()).value
    'strong_and_growing'
    """
    if (points := score.points) is None:
        return None
    lines = policy.relationship
    margin = numbers.get("contribution_margin")
    if margin is not None and margin < 0:
        return Rule.UNPROFITABLE_AND_WEAK if points < lines.weak_points else Rule.UNPROFITABLE
    if points < lines.weak_points:
        return Rule.WEAK
    if any(score.parts.get(item, lines.broken_points) < lines.broken_points for item in BREAKABLE):
        return Rule.BROKEN_PART
    if change is not None and change <= -lines.fall_points:
        return Rule.FALLING
    is_strong = points >= lines.strong_points and _earns_and_grows(numbers, policy)
    return Rule.STRONG_AND_GROWING if is_strong else Rule.STEADY


def _earns_and_grows(numbers: Numbers, policy: Policy) -> bool:
    margin, growth = numbers.get("contribution_margin"), numbers.get("revenue_growth_year")
    is_profitable = margin is not None and margin >= policy.renewal.margin_floor
    return is_profitable and growth is not None and growth >= policy.materiality_ratio


class Figures(Protocol):
    """One client's figures by KPI and period; `reports.client.KpiBook` is one."""

    def get(self, kpi: str, period: Period, /) -> KpiValue: ...


@dataclass(frozen=True)
class Part:
    """One component of a client's score."""

    component: Component
    figure: KpiValue
    """The figure that counts; without value where the component is not known."""
    points: float | None
    weight: float
    change: float | None
    """Points gained on the period before; None where either is not known, or where another figure
    counted then."""


@dataclass(frozen=True)
class Relationship:
    """A client's score with its parts, and where the relationship stands."""

    points: float | None
    coverage: float
    change: float | None
    parts: tuple[Part, ...]
    rule: Rule | None
    """None where there is no score."""
    is_comparable: bool
    """Whether the score before is made of the same figures."""
    other: tuple[Component, ...] = ()
    """Where it is not: what is known of one of both alone, or is another figure."""

    @property
    def standing(self) -> Standing | None:
        return None if self.rule is None else STANDING_OF[self.rule]


def relationship_of(
    figures: Figures, planned: float, period: Period, policy: Policy
) -> Relationship:
    """The relationship with one client at a period, beside the period before; `planned` are the
    meetings that its tier plans for, see `planned_meetings`."""
    now, before = (_numbers(figures, at, policy) for at in (period, period.previous))
    score, earlier = score_of(now, planned, policy), score_of(before, planned, policy)
    change = difference(score.points, earlier.points)
    read, alike = dict[Component, KpiValue](), dict[Component, bool]()
    for item in Component:
        read[item], then = (_figure(item, figures, at, policy) for at in (period, period.previous))
        alike[item] = read[item].kpi == then.kpi
    parts = tuple(
        Part(
            item,
            figure,
            score.parts.get(item),
            policy.relationship_weights.get(item.value, 0.0),
            difference(score.parts.get(item), earlier.parts.get(item)) if alike[item] else None,
        )
        for item, figure in read.items()
    )
    rule = rule_of(score, change, now, policy)
    both = score.parts.keys() & earlier.parts.keys()
    known = score.parts.keys() | earlier.parts.keys()
    other = tuple(
        item for item in Component if item in known and not (item in both and alike[item])
    )
    return Relationship(score.points, score.coverage, change, parts, rule, not other, other)


def _numbers(figures: Figures, period: Period, policy: Policy) -> dict[str, float | None]:
    found = {kpi: figures.get(kpi, period) for kpi in COMPONENT_KPIS}
    return {kpi: value.value if decides(value, policy) else None for kpi, value in found.items()}


def _figure(component: Component, figures: Figures, period: Period, policy: Policy) -> KpiValue:
    found = [figures.get(kpi, period) for kpi in _FIGURES[component]]
    return next((value for value in found if decides(value, policy)), found[0])


def difference(now: float | None, before: float | None) -> float | None:
    """What was gained; None where either is not known."""
    return None if now is None or before is None else now - before
