"""Figures of the clients of a shard, and of everybody: groups, and what compares clients."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from pipeline.compute.client_inputs import client_marks, own_figures
from pipeline.compute.rows_as_of import kept_out_as_of, rows_as_of, rows_when_asked
from pipeline.compute.shards import Shard
from pipeline.run_context import RunContext
from transforms.clients.snapshot import population_of
from transforms.core.canonical import KEPT_OUT_DTYPES, frame_of
from transforms.core.periods import Period
from transforms.core.rates import Rates
from transforms.kpis import compute_all, compute_needed, specs
from transforms.metrics.groups import client_groupings
from transforms.metrics.kpi import EntityKind
from transforms.metrics.kpi_periods import NeededPeriods, months_ahead
from transforms.metrics.metric_context import MetricContext, account_entities
from transforms.metrics.norms import Population
from transforms.metrics.rollup import (
    PORTFOLIO,
    Grouping,
    added_up,
    read_together,
    recomputed_for_groups,
    values_to_add,
)
from transforms.sales.deal_versions import DEAL_TABLES, deal_versions
from transforms.sales.unassigned_deals import counts_them, stand_ins


def compute_shard(run: RunContext, shard: Shard, needed: NeededPeriods) -> int:
    """Compute and store every figure needed of the shard's clients; returns how many it computed.

    Clients whose figures came from the same before keep those. Figures that compare clients are not
    among them: see `compute_population`.
    """
    context = _metrics(run, shard.entities, shard.account_ids)
    marks = client_marks(run, shard, context, needed)
    kept = run.warehouse.take_over_kpis(marks, own_figures(needed))
    changed = shard.without(kept)
    if changed is None:
        return 0
    if kept:
        context = _metrics(run, changed.entities, changed.account_ids)
    inputs = {client: marks.inputs[client] for client in changed.client_ids}
    values = compute_needed(context, needed)
    run.warehouse.save_kpis(values, run.known_at, replace(marks, inputs=inputs))
    return len(values)


def compute_portfolio(run: RunContext, periods: Sequence[Period]) -> int:
    """Compute and store the figures of all clients together, and by manager, team and segment,
    in the company's reporting currency; and those of clients that compare them."""
    everybody = _everybody(run, periods)
    return _saved(run, everybody.of_groups(everybody.population(), None))


def compute_groups(run: RunContext, periods: Sequence[Period]) -> int:
    """As `compute_portfolio`, for periods that the reported one is set beside: only figures that
    reports compare."""
    names = [spec.id for spec in specs().values() if spec.is_compared]
    everybody = _everybody(run, periods)
    return _saved(run, everybody.of_groups(None, names))


def compute_ahead(run: RunContext) -> int:
    """Compute and store, of every client, the figures of months to come, as far ahead as renewals
    are prepared."""
    months = months_ahead(run.period, run.settings.policy.renewal.window_days)
    names = [spec.id for spec in specs().values() if spec.is_ahead]
    everybody = _everybody(run, months)
    return everybody.save_compared(everybody.history(), names)


def compute_population(run: RunContext, periods: Sequence[Period]) -> int:
    """Compute and store, of every client, the figures that compare it with the others."""
    everybody = _everybody(run, periods)
    return everybody.save_compared(everybody.population(), compared())


def compute_accounts(run: RunContext, periods: Sequence[Period]) -> int:
    """Compute and store every figure of each billing account, in its own currency."""
    everybody = _everybody(run, periods)
    return everybody.save_accounts(everybody.population())


def compared() -> tuple[str, ...]:
    """The figures that compare clients with each other."""
    return tuple(spec.id for spec in specs().values() if spec.is_population)


_SHARDS_AT_ONCE = 4
"""Each time takes a second or two whatever the number of clients: some 800 bound the memory."""


def _everybody(run: RunContext, periods: Sequence[Period]) -> "_Everybody":
    """All clients, their shards as fewer and larger ones."""
    starts = range(0, len(run.shards), _SHARDS_AT_ONCE)
    several = (run.shards[start : start + _SHARDS_AT_ONCE] for start in starts)
    larger = tuple(Shard(number, _entities(some)) for number, some in enumerate(several))
    return _Everybody(run, larger, tuple(periods))


@dataclass(frozen=True)
class _Everybody:
    """All clients, of whom no more rows are held at once than a figure needs.

    What is added up, and what each client is compared by, comes from a shard at a time. Only
    figures taken from the rows of all clients read all of those, table by table.
    """

    run: RunContext
    shards: tuple[Shard, ...]
    periods: tuple[Period, ...]

    def population(self) -> Population:
        """The snapshot of what all clients are like."""
        currency = self.run.settings.company.reporting_currency
        parts = (self._of_shard(shard, None) for shard in self.shards)
        return population_of(currency, parts, self.periods)

    def history(self) -> Population:
        """What is decided of all clients' renewals, without what they are like in any period."""
        currency = self.run.settings.company.reporting_currency
        parts = (self._of_shard(shard, None) for shard in self.shards)
        return population_of(currency, parts, ())

    def of_groups(
        self, population: Population | None, only: Collection[str] | None
    ) -> pd.DataFrame:
        """The figures of all clients together, and by manager, team and segment; where there is
        a snapshot, those of clients that read it as well."""
        tables = rows_as_of(self.run.warehouse, self.run.known_at, names=("accounts", "managers"))
        clients = pd.Index(self._together["entity_id"].unique()).sort_values()
        everyone = Grouping(PORTFOLIO, pd.Series(PORTFOLIO, index=clients, dtype="str"))
        groupings = (everyone, *client_groupings(tables, clients))
        parts = [self._parts(shard, population, only) for shard in self.shards]
        of_nobody = self._of_deals_without_account(only)
        to_add = pd.concat([*(part for part, _ in parts), of_nobody], ignore_index=True)
        # In the clients' order, whatever the shards: fractions add up to the same last digit.
        added = added_up(to_add.sort_values("entity_id", kind="stable"), groupings)
        again = [self._recomputed_for_groups(groupings, names) for names in read_together(only)]
        return pd.concat([added, *again, *(own for _, own in parts)], ignore_index=True)

    def save_compared(self, population: Population, names: Collection[str]) -> int:
        """Store, of each client in its own currency, these figures, which read the snapshot."""
        values = (
            self._compared(self._of_shard(shard, population), shard, names) for shard in self.shards
        )
        return sum(_saved(self.run, part) for part in values)

    def save_accounts(self, population: Population) -> int:
        """Store every figure of each billing account, in its own currency."""
        return sum(_saved(self.run, self._of_accounts(shard, population)) for shard in self.shards)

    def _parts(
        self, shard: Shard, population: Population | None, only: Collection[str] | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """A shard's figures that groups add up, and its clients' own that read the snapshot."""
        context = self._of_shard(shard, population)
        own = self._compared(context, shard, compared())
        return values_to_add(context, self.periods, only), own

    def _recomputed_for_groups(
        self, groupings: Sequence[Grouping], names: Collection[str]
    ) -> pd.DataFrame:
        context = self._all_at_once or self._metrics(self._together, None)
        return recomputed_for_groups(
            context.grouped(self._together, EntityKind.CLIENT), self.periods, groupings, names
        )

    @cached_property
    def _together(self) -> pd.DataFrame:
        """Everybody in one currency, with the stand-ins for accounts that deals lack."""
        currency = self.run.settings.company.reporting_currency
        entities = pd.concat([_entities(self.shards), self._stand_ins], ignore_index=True)
        return entities.assign(currency=currency)

    @cached_property
    def _stand_ins(self) -> pd.DataFrame:
        deals = rows_as_of(self.run.warehouse, self.run.known_at, names=DEAL_TABLES)
        return stand_ins(deal_versions(deals), self.run.settings.company.reporting_currency)

    def _of_deals_without_account(self, only: Collection[str] | None) -> pd.DataFrame:
        """Their figures, which groups add up with those of clients."""
        names = {spec.id for spec in specs().values() if counts_them(spec.feeds)}
        # What was kept out may be a client's; they are none.
        nothing = frame_of(KEPT_OUT_DTYPES)
        context = replace(self._metrics(self._stand_ins, None), kept_out=nothing)
        wanted = names if only is None else names.intersection(only)
        return values_to_add(context, self.periods, wanted)

    def _compared(
        self, context: MetricContext, shard: Shard, names: Collection[str]
    ) -> pd.DataFrame:
        """Figures that read the snapshot, of each client in its own currency; without it none."""
        return compute_all(context.grouped(shard.entities, EntityKind.CLIENT), self.periods, names)

    def _of_accounts(self, shard: Shard, population: Population) -> pd.DataFrame:
        context = self._of_shard(shard, population)
        rows, currency = context.tables.rows("accounts"), context.policy.reporting_currency
        return compute_all(
            context.grouped(account_entities(rows, currency), EntityKind.ACCOUNT), self.periods
        )

    def _of_shard(self, shard: Shard, population: Population | None) -> MetricContext:
        context = self._all_at_once or self._metrics(shard.entities, shard.account_ids)
        return replace(context, population=population)

    @cached_property
    def _all_at_once(self) -> MetricContext | None:
        """Of so few clients that they are one shard: what is computed once serves again."""
        return self._metrics(self.shards[0].entities, None) if len(self.shards) == 1 else None

    def _metrics(self, entities: pd.DataFrame, accounts: Sequence[str] | None) -> MetricContext:
        """Those clients in the company's reporting currency."""
        alike = entities.assign(currency=self.run.settings.company.reporting_currency)
        return _metrics(self.run, alike, accounts)


def _entities(shards: Sequence[Shard]) -> pd.DataFrame:
    return pd.concat([shard.entities for shard in shards], ignore_index=True)


def _metrics(
    run: RunContext, entities: pd.DataFrame, accounts: Sequence[str] | None
) -> MetricContext:
    tables = rows_when_asked(run.warehouse, run.known_at, accounts)
    rates = Rates.from_frame(tables.rows("fx_rates"))
    last_day = run.known_at.date()
    return MetricContext(
        tables,
        entities,
        run.settings.policy,
        rates,
        last_day=last_day,
        few_join=run.warehouse.few_join(run.known_at),
        kept_out=kept_out_as_of(run.warehouse, run.known_at, accounts),
    )


def _saved(run: RunContext, values: pd.DataFrame) -> int:
    run.warehouse.save_kpis(values, run.known_at)
    return len(values)
