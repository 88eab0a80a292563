"""What a manager (or a team) achieved in a period, beside what was aimed at.

    from transforms.clients.scorecard import scorecard_of, targets_of

    card = scorecard_of(figures, tables, "manager", manager_id, period)
    card.retention.value, card.new_clients.value, card.potential.value_minor
    card.potential_contribution_minor    # a forecast; None where the margin is not known
    card.growth.value, card.nps.value, card.csat.value
    card.leads.ratio, card.leads.converted, card.leads.created
    card.renewal_rate.value, card.renewal_rate_amount.value, card.white_space.value_minor
    for line in card.targets: line.metric, line.target, line.actual, line.attainment, line.resources
    for goal in card.goals: goal.text, goal.progress, goal.due

`figures` are the manager's own: KPI values of `entity_type` "manager" and that id, in the
company's reporting currency, as the KPI store has them. `tables` are the company's: `targets`
and `manager_goals` are read. All of it is internal.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.money import half_even, to_major
from transforms.core.periods import Period
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Missing, Unit


class Figures(Protocol):
    """One entity's figures by KPI and period."""

    def get(self, kpi: str, period: Period, /) -> KpiValue: ...


@dataclass(frozen=True)
class LeadConversion:
    """Leads old enough to be judged, and those of them that became clients."""

    created: int
    converted: int

    @property
    def ratio(self) -> float | None:
        """None without a lead: no leads are no failure to convert them."""
        return self.converted / self.created if self.created else None


@dataclass(frozen=True)
class TargetLine:
    """A target beside what was reached."""

    metric: str
    target: float
    """Money in major units of `currency`."""
    currency: str
    actual: KpiValue
    attainment: float | None
    """Reached over aimed at; None without a figure, in another currency, or for a target of 0."""
    resources: str
    """What was planned for it."""


@dataclass(frozen=True)
class GoalLine:
    """A goal with its measure and its day."""

    text: str
    unit: str
    start: float | None
    target: float
    actual: float | None
    progress: float | None
    """The part of the way from start to target that was covered; None where not measured."""
    due: date | None


@dataclass(frozen=True)
class Scorecard:
    """One manager's or team's period."""

    retention: KpiValue
    net_retention: KpiValue
    new_clients: KpiValue
    won_back: KpiValue
    potential: KpiValue
    margin: KpiValue
    potential_contribution_minor: int | None
    growth: KpiValue
    nps: KpiValue
    csat: KpiValue
    leads: LeadConversion | None
    """None where the company has no leads."""
    renewals_due: KpiValue
    renewals_undecided: KpiValue
    renewal_rate: KpiValue
    renewal_rate_amount: KpiValue
    win_rate: KpiValue
    win_rate_amount: KpiValue
    won_of_created: KpiValue
    attainment: KpiValue
    """Revenue over the revenue aimed at."""
    expected_profit: KpiValue
    white_space: KpiValue
    lifetime_value: KpiValue
    targets: tuple[TargetLine, ...]
    goals: tuple[GoalLine, ...]

    @property
    def figures(self) -> tuple[KpiValue, ...]:
        """Those that stand on it as they are."""
        return tuple(item for item in vars(self).values() if isinstance(item, KpiValue))


def scorecard_of(
    figures: Figures,
    tables: CanonicalTables,
    entity_type: str,
    entity_id: str,
    period: Period,
) -> Scorecard:
    """Everything that a manager's or team's scorecard shows."""
    potential = figures.get("potential_value", period)
    margin = figures.get("contribution_margin", period)
    return Scorecard(
        retention=figures.get("client_retention_ttm", period),
        net_retention=figures.get("nrr_ttm", period),
        new_clients=figures.get("new_clients", period),
        won_back=figures.get("won_back_clients", period),
        potential=potential,
        margin=margin,
        potential_contribution_minor=_potential_contribution(potential, margin),
        growth=figures.get("revenue_growth_year", period),
        nps=figures.get("nps", period),
        csat=figures.get("csat", period),
        leads=_leads(figures.get("lead_conversion", period)),
        renewals_due=figures.get("renewals_due", period),
        renewals_undecided=figures.get("renewals_undecided", period),
        renewal_rate=figures.get("renewal_rate", period),
        renewal_rate_amount=figures.get("renewal_rate_amount", period),
        win_rate=figures.get("win_rate", period),
        win_rate_amount=figures.get("win_rate_amount", period),
        won_of_created=figures.get("won_of_created", period),
        attainment=figures.get("revenue_target_attainment", period),
        expected_profit=figures.get("expected_profit", period),
        white_space=figures.get("white_space", period),
        lifetime_value=figures.get("lifetime_value", period),
        targets=targets_of(figures, tables, entity_type, entity_id, period),
        goals=_goals(tables, entity_type, entity_id, period),
    )


def _leads(figure: KpiValue) -> LeadConversion | None:
    """The counts behind the share; none of them judged yet is a count too."""
    if figure.reason is Missing.FEED_MISSING or figure.denominator is None:
        return None
    return LeadConversion(int(figure.denominator), int(figure.numerator or 0))


def targets_of(
    figures: Figures, tables: CanonicalTables, entity_type: str, entity_id: str, period: Period
) -> tuple[TargetLine, ...]:
    """The period's targets of a client, manager or team, in the order of the dictionary.

    A target of a metric that is no figure of the dictionary is left out.
    """
    rows = tables.rows("targets")
    is_theirs = (rows["entity_type"] == entity_type) & (rows["entity_id"] == entity_id)
    own = rows[is_theirs & (rows["period"] == str(period)) & rows["metric"].isin(list(specs()))]
    order = {kpi: place for place, kpi in enumerate(specs())}
    lines = [
        _line(
            figures.get(str(metric), period), str(metric), float(target), _text(money), _text(use)
        )
        for metric, target, money, use in own[
            ["metric", "target", "currency", "planned_resources"]
        ].itertuples(index=False)
    ]
    return tuple(sorted(lines, key=lambda line: order[line.metric]))


def _line(
    actual: KpiValue, metric: str, target: float, currency: str, resources: str
) -> TargetLine:
    reached = actual.value
    if actual.unit is Unit.MONEY:
        is_same = actual.value_minor is not None and currency == actual.currency
        reached = float(to_major(actual.value_minor or 0, currency)) if is_same else None
    attainment = reached / target if reached is not None and target > 0 else None
    return TargetLine(metric, target, currency, actual, attainment, resources)


def progress_of(start: float | None, target: float, actual: float | None) -> float | None:
    """The part of the way that was covered; without a start, of the way from nothing.

    >>> progress_of(start=4, target=9, actual=7)
    0.6
    >>> progress_of(start=10, target=5, actual=5)
    1.0
    >>> progress_of(start=None, target=60, actual=None) is None
    True
    """
    begin = 0.0 if start is None else start
    if actual is None or target == begin:
        return None
    return (actual - begin) / (target - begin)


def _goals(
    tables: CanonicalTables, entity_type: str, entity_id: str, period: Period
) -> tuple[GoalLine, ...]:
    rows = tables.rows("manager_goals")
    is_theirs = (rows["entity_type"] == entity_type) & (rows["entity_id"] == entity_id)
    own = rows[is_theirs & (rows["quarter"] == str(period))].sort_values("goal_id")
    return tuple(
        GoalLine(
            str(text),
            _text(unit),
            _number(start),
            float(target),
            _number(actual),
            progress_of(_number(start), float(target), _number(actual)),
            None if pd.isna(due) else pd.Timestamp(due).date(),
        )
        for text, unit, start, target, actual, due in own[
            ["goal", "unit", "start", "target", "actual", "due_date"]
        ].itertuples(index=False)
    )


def _potential_contribution(potential: KpiValue, margin: KpiValue) -> int | None:
    """What the open deals may leave, at the margin of the clients there are."""
    if potential.value_minor is None or margin.value is None:
        return None
    return half_even(Decimal(potential.value_minor) * Decimal(repr(margin.value)))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
