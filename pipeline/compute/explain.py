"""One figure with its working: computed anew on what was known, with every row behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from difflib import get_close_matches

import pandas as pd

from messages.catalogue import languages
from messages.clause import Clause
from messages.errors import CarteraError
from pipeline.compute.entities import (
    TABLES,
    Entity,
    entity_named,
    is_group,
    near_hint,
    with_unassigned_deals,
)
from pipeline.compute.known_at import cut_off, parse_cut_off
from pipeline.compute.rows_as_of import kept_out_as_of, rows_as_of
from pipeline.compute.shards import NoAccountsError
from pipeline.publishing.client_files import kpi_values
from pipeline.settings import Settings
from transforms.clients.snapshot import population_of
from transforms.core.canonical import CanonicalTables
from transforms.core.parents import ultimate_parents
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import RateKind, Rates
from transforms.kpis import compute_all, explained, specs
from transforms.metrics.arithmetic import steps_of, windows_of
from transforms.metrics.asked import Asked
from transforms.metrics.explained import Selection, without_clients
from transforms.metrics.kpi import EntityKind, KpiSpec, KpiValue, RollUp
from transforms.metrics.metric_context import MetricContext, client_entities
from transforms.metrics.norms import SegmentNorm
from transforms.metrics.population import norm_of
from transforms.metrics.rollup import ADDED_UP, PORTFOLIO, Grouping, is_in_sums, rolled_values
from transforms.metrics.steps import Step
from transforms.metrics.watched_context import Watch, WatchedContext
from transforms.reference.policy_settings import ELSEWHERE, setting_of
from transforms.sales.deal_versions import DEAL_TABLES
from transforms.sales.unassigned_deals import counts_them
from warehouse import Warehouse, open_warehouse


class UnknownKpiError(CarteraError):
    """Not a figure of the dictionary."""

    code = "failure-unknown-kpi"
    exit_code = 2
    asked: str
    hint: Clause


class WrongGrainError(CarteraError):
    """A figure that does not exist for periods of this length."""

    code = "failure-wrong-grain"
    exit_code = 2
    kpi: str
    grains: tuple[Clause, ...]
    period: str
    grain: Clause


class NoSuchFigureError(CarteraError):
    """A figure that this kind of entity does not have."""

    code = "failure-no-such-figure"
    exit_code = 2
    kpi: str
    kind: Clause
    kinds: tuple[str, ...]


def _can_have(spec: KpiSpec, kind: EntityKind) -> bool:
    return kind in spec.of and not (is_group(kind) and spec.roll_up is RollUp.NONE)


@dataclass(frozen=True)
class Member:
    """A client of a group, and its figure in the company's reporting currency."""

    name: str
    number: float | int | None
    numerator: float | None
    denominator: float | None
    is_counted: bool


@dataclass(frozen=True)
class UsedRate:
    """A rate of a month: so many units of `quote` for one of `base`."""

    kind: str
    base: str
    quote: str
    month: str
    rate: Decimal


@dataclass(frozen=True)
class Explanation:
    """A figure of one client, account or group, and the rows behind it."""

    kind: EntityKind
    client_id: str
    """The id of whichever entity it is of."""
    client_name: str
    currency: str
    spec: KpiSpec
    value: KpiValue
    known_at: datetime
    time_zone: str
    """The company's, whose clocks times are shown by."""
    reporting_currency: str
    selections: tuple[Selection, ...]
    """Empty where a table that the figure needs is not there."""
    steps: tuple[Step, ...] = ()
    """How the value comes out of the rows."""
    members: tuple[Member, ...] = ()
    """Of a group whose figure adds up its clients', what each of them has."""
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    """The settings that the figure depends on, as they would be written."""
    rates: tuple[UsedRate, ...] = ()
    """The exchange rates that money was converted at."""
    norm: SegmentNorm | None = None
    """What clients of the same segment are like, for a figure that compares with them."""
    locales: Mapping[str, str] = field(default_factory=dict[str, str])
    """By language, how numbers are written where the company is; else as the language alone."""

    @property
    def period(self) -> Period:
        return self.value.period


def explain(
    settings: Settings,
    entity: str,
    kpi: str,
    period: str,
    known_at: str | None = None,
    kind: EntityKind = EntityKind.CLIENT,
) -> Explanation:
    """The figure as it was known at the cut-off.

    `entity` is the id or the name of one of the kind, or `portfolio`; a client goes by any of
    its accounts. Stores nothing: exports that no run has loaded yet are not in it.
    """
    kind = EntityKind.PORTFOLIO if entity == PORTFOLIO else kind
    spec, chosen = _asked(settings, kpi, kind, period)
    with open_warehouse(settings.warehouse_url) as warehouse:
        asked = parse_cut_off(known_at, settings.company.time_zone) if known_at else None
        cut = cut_off(warehouse, asked)
        found, tables = _known(settings, warehouse, cut, spec, kind, entity)
        few, out = warehouse.few_join(cut), kept_out_as_of(warehouse, cut)
    facts = _facts(settings, tables, found, spec, chosen, cut)
    context = replace(facts, few_join=few, kept_out=out)
    return Explaining(settings, context, found).of(Wanted(spec, chosen, cut))


@dataclass(frozen=True)
class Wanted:
    """Which figure of which period, by what was known when."""

    spec: KpiSpec
    period: Period
    known_at: datetime


class Explaining:
    """Figures of one entity, from rows that are read and joined once for all of them."""

    def __init__(self, settings: Settings, context: MetricContext, found: Entity) -> None:
        self._settings = settings
        self._found = found
        self._context = WatchedContext.of(context)
        self._one = _together(self._context, found)

    def of(self, wanted: Wanted) -> Explanation:
        """One figure; the settings and rates that it reads are noted."""
        found, spec, period = self._found, wanted.spec, wanted.period
        context, one, noted = self._context, self._one, self._context.noted
        noted.begin()
        is_sum = is_group(found.kind) and spec.roll_up in ADDED_UP
        return Explanation(
            kind=found.kind,
            client_id=found.id,
            client_name=found.name,
            currency=str(found.accounts["currency"].iloc[0]),
            spec=spec,
            value=_value(context if is_group(found.kind) else one, found, spec, period),
            known_at=wanted.known_at,
            time_zone=self._settings.company.time_zone,
            reporting_currency=self._settings.company.reporting_currency,
            selections=rows_behind(context, one, spec, period),
            steps=() if is_sum else _steps(one, spec, period),
            members=_members(context, spec, period) if is_sum else (),
            settings=_settings_read(self._settings.policy, noted),
            rates=_rates_used(noted, windows_of(spec.figure, Asked(one, period))),
            norm=norm_of(context, period, found.id) if spec.is_of_segment else None,
            locales={name: self._settings.company.locale_of(name) for name in languages()},
        )


def _asked(settings: Settings, kpi: str, kind: EntityKind, period: str) -> tuple[KpiSpec, Period]:
    """Which figure of which period it is, once the kind is known to have it."""
    spec, chosen = _spec(kpi), Period.parse(period, settings.company.fiscal_start_month)
    _check_exists(spec, kind, chosen)
    return spec, chosen


def _known(
    settings: Settings,
    warehouse: Warehouse,
    cut: datetime,
    spec: KpiSpec,
    kind: EntityKind,
    entity: str,
) -> tuple[Entity, CanonicalTables]:
    """Whoever is asked for, and the rows that a figure of theirs is made of."""
    who = _everybody(warehouse, cut)
    found = entity_named(settings, who, kind, entity)
    accounts = None if spec.is_population else _read(who.rows("accounts"), found)
    tables = rows_as_of(warehouse, cut, accounts)
    if is_group(kind) and counts_them(spec.feeds):
        tables = CanonicalTables({**tables, **rows_as_of(warehouse, cut, names=DEAL_TABLES)})
        found = with_unassigned_deals(settings, who, found, tables)
    return found, tables


def _settings_read(policy: Policy, noted: Watch) -> Mapping[str, str]:
    """Those that a company sets for its figures, in the order of their keys."""
    keys = sorted(noted.settings_read - ELSEWHERE)
    return {key: setting_of(policy, key) for key in keys}


def _rates_used(noted: Watch, windows: Sequence[Period]) -> tuple[UsedRate, ...]:
    """Average rates are those of the months that its rows are of; what is built for all months at
    once reads those of others, too."""
    spans = [(f"{item.start:%Y-%m}", f"{item.valuation_date:%Y-%m}") for item in windows]
    return tuple(
        UsedRate(*key, rate)
        for key, rate in noted.rates_read.items()
        if key[0] != RateKind.AVERAGE
        or not spans
        or any(first <= key[3] <= last for first, last in spans)
    )


def _steps(one: MetricContext, spec: KpiSpec, period: Period) -> tuple[Step, ...]:
    is_known = all(one.has(feed) for feed in spec.feeds)
    if not is_known:
        return ()
    return steps_of(spec.figure, Asked(one, period))


def _members(context: MetricContext, spec: KpiSpec, period: Period) -> tuple[Member, ...]:
    """Every client of the group, the largest first."""
    frame = compute_all(context, [period], [spec.id])
    values = kpi_values(frame, period.fiscal_start_month)
    counted, accounts = is_in_sums(frame).tolist(), context.tables.rows("accounts")
    names = dict(zip(accounts["account_id"], accounts["account_name"], strict=True))
    members = (
        Member(
            names.get(item.entity_id) or item.entity_id,
            item.number,
            item.numerator,
            item.denominator,
            is_counted,
        )
        for item, is_counted in zip(values, counted, strict=True)
    )
    return tuple(sorted(members, key=lambda member: -abs(member.numerator or member.number or 0)))


def _spec(kpi: str) -> KpiSpec:
    known = specs()
    if kpi not in known:
        raise UnknownKpiError(kpi, near_hint(get_close_matches(kpi.lower(), list(known), 3, 0.5)))
    return known[kpi]


def _everybody(warehouse: Warehouse, cut: datetime) -> CanonicalTables:
    """The tables that entities are found in; raises NoAccountsError where nothing is known."""
    who = rows_as_of(warehouse, cut, names=TABLES)
    if who.rows("accounts").empty:
        raise NoAccountsError(())
    return who


def _check_exists(spec: KpiSpec, kind: EntityKind, period: Period) -> None:
    """Raises where the figure is not of such periods, or not of such entities."""
    if period.grain not in spec.grains:
        grains = tuple(Clause(f"grain-{grain}") for grain in spec.grains)
        grain = Clause(f"grain-{period.grain}")
        raise WrongGrainError(spec.id, grains, str(period), grain)
    if not _can_have(spec, kind):
        of = tuple(str(item) for item in spec.of if _can_have(spec, item))
        raise NoSuchFigureError(spec.id, Clause(f"entity-{kind}"), of)


def _read(accounts: pd.DataFrame, entity: Entity) -> tuple[str, ...]:
    """The entity's accounts and all others of the same clients, whose documents theirs may name."""
    owners = ultimate_parents(accounts)
    is_theirs = owners["account_id"].isin(entity.accounts["account_id"])
    clients = owners.loc[is_theirs, "entity_id"]
    return tuple(owners.loc[owners["entity_id"].isin(clients), "account_id"])


def _facts(
    settings: Settings,
    tables: CanonicalTables,
    entity: Entity,
    spec: KpiSpec,
    period: Period,
    known_at: datetime,
) -> MetricContext:
    """The entity's rows; where the figure compares clients, with what all of them are like."""
    rates = Rates.from_frame(tables.rows("fx_rates"))
    kind = EntityKind.CLIENT if is_group(entity.kind) else entity.kind
    context = MetricContext(
        tables, entity.accounts, settings.policy, rates, kind, last_day=known_at.date()
    )
    if not spec.is_population:
        return context
    currency = settings.company.reporting_currency
    clients = client_entities(tables.rows("accounts"), currency).assign(currency=currency)
    everybody = context.grouped(clients, EntityKind.CLIENT)
    return replace(context, population=population_of(currency, [everybody], (period,)))


def _together(context: MetricContext, entity: Entity) -> MetricContext:
    """All accounts as the one entity that they are."""
    accounts = context.entities.assign(entity_id=entity.id)
    return context.grouped(accounts, entity.kind)


def rows_behind(
    context: MetricContext, one: MetricContext, spec: KpiSpec, period: Period
) -> tuple[Selection, ...]:
    """The rows of all accounts together. A group's figure that adds up its clients' is not made
    of the rows of those that have none."""
    parts = explained(one, spec.id, period)
    if not is_group(EntityKind(one.entity_type)) or spec.roll_up not in ADDED_UP:
        return parts
    values = compute_all(context, [period], [spec.id])
    without = values.loc[~is_in_sums(values), "entity_id"]
    entities = context.entities
    accounts = entities.loc[entities["entity_id"].isin(without), "account_id"]
    return tuple(without_clients(part, accounts) for part in parts)


def _value(context: MetricContext, entity: Entity, spec: KpiSpec, period: Period) -> KpiValue:
    if is_group(entity.kind):
        owner = pd.Series(entity.id, index=context.currencies.index, dtype="str")
        frame = rolled_values(context, [period], (Grouping(entity.kind, owner),), [spec.id])
        frame = frame[frame["kpi"] == spec.id]
    else:
        frame = compute_all(context, [period], [spec.id])
    values = kpi_values(frame, period.fiscal_start_month)
    return next(value for value in values if value.kpi == spec.id)
