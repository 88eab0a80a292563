"""Figures without files: ingest, compute one period, read back. No Prefect."""

from collections.abc import Sequence

import pandas as pd

from messages.errors import CarteraError
from pipeline.compute.compute import (
    compute_accounts,
    compute_population,
    compute_portfolio,
    compute_shard,
)
from pipeline.compute.entities import TABLES, entity_named, names_of
from pipeline.compute.known_at import cut_off, parse_cut_off
from pipeline.compute.rows_as_of import rows_as_of
from pipeline.compute.shards import Shard, known_shards
from pipeline.ingest.ingest import ingest
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import Settings
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.metrics.kpi import GROUPS, EntityKind
from transforms.metrics.kpi_periods import NeededPeriods
from transforms.metrics.rollup import PORTFOLIO
from warehouse import open_warehouse


class AccountOfGroupError(CarteraError):
    """One client asked for, and its figures by groups of clients."""

    code = "failure-account-of-group"
    exit_code = 2
    kind: str


def figures(
    settings: Settings,
    period: str,
    known_at: str | None = None,
    account: str | None = None,
    kinds: Sequence[EntityKind] = (),
) -> pd.DataFrame:
    """The period's KPI values (see `transforms.metrics.kpi.KPI_DTYPES`) by entity and KPI, with
    `entity_name`.

    `account` is the name of a client, any account of one, or `portfolio`; None gives everybody
    of the kinds, or every client and the portfolio where no kind is named.
    """
    chosen = Period.parse(period, settings.company.fiscal_start_month)
    kinds = _kinds(account, kinds)
    asked = parse_cut_off(known_at, settings.company.time_zone) if known_at else None
    with open_warehouse(settings.warehouse_url) as warehouse:
        deliveries = ingest(settings, warehouse)
        cut = cut_off(warehouse, asked)
        shards = known_shards(settings, warehouse, cut, deliveries)
        who = rows_as_of(warehouse, cut, names=TABLES)
        wanted = _wanted(settings, who, account)
        _compute(RunContext(RunOrder(settings, chosen, cut, shards), warehouse), wanted, kinds)
        entities = _ids(shards, wanted, kinds)
        values = warehouse.read_kpis(period=str(chosen), known_at=cut, entity_ids=entities)
    values = values[values["entity_type"].isin(kinds)]
    names = {(item.value, key): name for item in kinds for key, name in names_of(who, item).items()}
    keys = zip(values["entity_type"], values["entity_id"], strict=True)
    named = values.assign(entity_name=pd.array([names.get(key, "") for key in keys], dtype="str"))
    return named.sort_values(["entity_type", "entity_id", "kpi"], ignore_index=True)


def _wanted(settings: Settings, who: CanonicalTables, account: str | None) -> frozenset[str] | None:
    """The client that is asked for, by the id of any of its accounts or by name."""
    if account is None or account == PORTFOLIO:
        return None
    return frozenset({entity_named(settings, who, EntityKind.CLIENT, account).id})


def _kinds(account: str | None, kinds: Sequence[EntityKind]) -> tuple[EntityKind, ...]:
    if account == PORTFOLIO:
        return (EntityKind.PORTFOLIO,)
    groups = [kind for kind in kinds if kind in GROUPS]
    if account is not None and groups:
        raise AccountOfGroupError(str(groups[0]))
    if kinds:
        return tuple(kinds)
    return (EntityKind.CLIENT, EntityKind.PORTFOLIO) if account is None else (EntityKind.CLIENT,)


def _ids(
    shards: tuple[Shard, ...], wanted: frozenset[str] | None, kinds: tuple[EntityKind, ...]
) -> tuple[str, ...] | None:
    """The entities asked for; None where all of the kinds are."""
    if wanted is None:
        return None
    if EntityKind.ACCOUNT not in kinds:
        return tuple(wanted)
    every = pd.concat([shard.entities for shard in shards])
    return tuple(every.loc[every["entity_id"].isin(wanted), "account_id"])


def _compute(run: RunContext, wanted: frozenset[str] | None, kinds: tuple[EntityKind, ...]) -> None:
    """Compute what was asked for."""
    periods = (run.period,)
    if EntityKind.ACCOUNT in kinds:
        compute_accounts(run, periods)
    if set(kinds) & set(GROUPS):
        compute_portfolio(run, periods)
    if EntityKind.CLIENT not in kinds:
        return
    for shard in run.shards:
        if wanted is None or wanted & set(shard.client_ids):
            compute_shard(run, shard, NeededPeriods(periods))
    if not set(kinds) & set(GROUPS):
        compute_population(run, periods)
