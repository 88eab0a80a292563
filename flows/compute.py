"""Figures of the clients of a shard, and of everybody: groups, and what compares clients."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

import pandas as pd

from flows.known_rows import known_rows
from flows.settings import Settings
from flows.shards import Shard
from transforms.facts import Facts, account_entities
from transforms.groups import client_groupings
from transforms.kpi import Of
from transforms.kpi_periods import NeededPeriods
from transforms.kpis import compute_all, compute_needed, specs
from transforms.periods import Period
from transforms.population import Population
from transforms.rates import Rates
from transforms.rollup import PORTFOLIO, Grouping, rolled_values
from warehouse import Warehouse


def compute_shard(
    settings: Settings,
    warehouse: Warehouse,
    shard: Shard,
    needed: NeededPeriods,
    known_at: datetime,
) -> int:
    """Compute and store every figure needed of the shard's clients; returns how many.

    Those that compare clients are not among them: see `compute_population`.
    """
    facts = _facts(settings, warehouse, shard.entities, known_at, shard.account_ids)
    values = compute_needed(facts, needed)
    warehouse.save_kpis(values, known_at)
    return len(values)


def compute_portfolio(
    settings: Settings,
    warehouse: Warehouse,
    shards: Sequence[Shard],
    periods: Sequence[Period],
    known_at: datetime,
) -> int:
    """Compute and store the figures of all clients together, and by manager, team and segment,
    in the company's reporting currency; and those of clients that compare them."""
    facts = _with_population(_everybody(settings, warehouse, shards, known_at), periods)
    compared = _compared(facts, shards, periods)
    values = pd.concat([_rolled(facts, periods), compared], ignore_index=True)
    warehouse.save_kpis(values, known_at)
    return len(values)


def compute_groups(
    settings: Settings,
    warehouse: Warehouse,
    shards: Sequence[Shard],
    periods: Sequence[Period],
    known_at: datetime,
) -> int:
    """As `compute_portfolio`, for periods that the reported one is set beside: only figures that
    reports compare."""
    names = [spec.id for spec in specs().values() if spec.is_compared]
    values = _rolled(_everybody(settings, warehouse, shards, known_at), periods, names)
    warehouse.save_kpis(values, known_at)
    return len(values)


def compute_population(
    settings: Settings,
    warehouse: Warehouse,
    shards: Sequence[Shard],
    periods: Sequence[Period],
    known_at: datetime,
) -> int:
    """Compute and store, of every client, the figures that compare it with the others."""
    facts = _with_population(_everybody(settings, warehouse, shards, known_at), periods)
    values = _compared(facts, shards, periods)
    warehouse.save_kpis(values, known_at)
    return len(values)


def compute_accounts(
    settings: Settings,
    warehouse: Warehouse,
    shards: Sequence[Shard],
    periods: Sequence[Period],
    known_at: datetime,
) -> int:
    """Compute and store every figure of each billing account, in its own currency."""
    facts = _with_population(_everybody(settings, warehouse, shards, known_at), periods)
    accounts = account_entities(facts.tables.rows("accounts"), facts.policy.reporting_currency)
    values = compute_all(facts.grouped(accounts, Of.ACCOUNT), periods)
    warehouse.save_kpis(values, known_at)
    return len(values)


def _everybody(
    settings: Settings, warehouse: Warehouse, shards: Sequence[Shard], known_at: datetime
) -> Facts:
    """All clients in the reporting currency."""
    currency = settings.company.reporting_currency
    entities = _entities(shards).assign(currency=currency)
    return _facts(settings, warehouse, entities, known_at, None)


def _with_population(everybody: Facts, periods: Sequence[Period]) -> Facts:
    """The same, with the snapshot of what all clients are like."""
    return replace(everybody, population=Population.of(everybody, periods))


def _rolled(
    everybody: Facts, periods: Sequence[Period], only: Collection[str] | None = None
) -> pd.DataFrame:
    clients = everybody.currencies.index
    everyone = Grouping(PORTFOLIO, pd.Series(PORTFOLIO, index=clients, dtype="str"))
    groupings = (everyone, *client_groupings(everybody.tables, clients))
    return rolled_values(everybody, periods, groupings, only)


def _compared(everybody: Facts, shards: Sequence[Shard], periods: Sequence[Period]) -> pd.DataFrame:
    """Figures that read the snapshot, of each client in its own currency."""
    names = [spec.id for spec in specs().values() if spec.is_population]
    return compute_all(everybody.grouped(_entities(shards), Of.CLIENT), periods, names)


def _entities(shards: Sequence[Shard]) -> pd.DataFrame:
    return pd.concat([shard.entities for shard in shards], ignore_index=True)


def _facts(
    settings: Settings,
    warehouse: Warehouse,
    entities: pd.DataFrame,
    known_at: datetime,
    accounts: Sequence[str] | None,
) -> Facts:
    tables = known_rows(warehouse, known_at, accounts)
    rates = Rates.from_frame(tables.rows("fx_rates"))
    return Facts(tables, entities, settings.policy, rates, last_day=known_at.date())
