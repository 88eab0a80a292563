"""The flow: ingest, compute by shards, roll up, then compose, render and publish by shards.

Read `report` downward: each line is a step of the data's one way through the house.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from prefect import flow, task, unmapped
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.task_runners import ThreadPoolTaskRunner

from flows.schedule import period_before
from flows.summary import summary_markdown
from flows.workers import Workers, worker_processes
from messages.errors import CarteraError
from pipeline.compute.known_at import cut_off, parse_cut_off
from pipeline.compute.restatements import restatements
from pipeline.compute.shards import Shard, known_shards, wanted_clients
from pipeline.failures import Failure
from pipeline.ingest.ingest import IngestedDelivery, ingest
from pipeline.ingest.validation_page import quarantine_counts, write_validation_page
from pipeline.outcome import ClientOutcome, PublishedFile, RunSummary
from pipeline.publishing.brand import brand_in_use
from pipeline.publishing.manifest import manifest_of, write_manifest
from pipeline.publishing.publish_clients import RunContext
from pipeline.publishing.variant import Variant
from pipeline.settings import Settings, company_folder, load_settings
from pipeline.work import (
    figures_of_groups,
    figures_of_shard,
    figures_together,
    file_of_all,
    files_of_managers,
    files_of_shard,
)
from transforms.core.periods import Grain, Period
from transforms.metrics.kpi_periods import needed_periods
from warehouse import RunState, Warehouse, open_warehouse

_TASKS_AT_ONCE = 64
"""Tasks only wait for a worker process; how many of those there are is the company's setting."""

progress = logging.getLogger("cartera.progress")
"""Says how far a run is: each record is one of the `total` parts of a `phase`."""


def _is_worth_retrying(_task: object, _run: object, state: object) -> bool:
    """A broken connection may heal; a user's mistake will not."""
    failure = state.result(raise_on_failure=False)  # type: ignore[attr-defined]
    return not isinstance(failure, CarteraError)


_step = partial(
    task,
    retries=2,
    retry_delay_seconds=[1, 10],
    retry_condition_fn=_is_worth_retrying,
    cache_policy=NO_CACHE,
)


@dataclass(frozen=True)
class Plan:
    """What one run works on, once the exports are in."""

    settings: Settings
    run: RunContext
    shards: tuple[Shard, ...]
    workers: Workers


@_step(name="ingest")
def ingest_step(settings: Settings) -> tuple[IngestedDelivery, ...]:
    """Land, read, validate, promote."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return ingest(settings, warehouse)


@_step(name="compute shard")
def compute_step(plan: Plan, shard: Shard) -> int:
    """Phase A: the figures of a shard's clients."""
    needed = needed_periods(plan.run.period)
    count = plan.workers.call(figures_of_shard, plan.settings, shard, needed, plan.run.known_at)
    _tell("compute", len(plan.shards))
    return count


@_step(name="roll up")
def roll_up_step(plan: Plan, period: Period) -> int:
    """Phase B: the figures of all clients together in one period, and in the run's own what
    compares them."""
    figures = figures_together if period == plan.run.period else figures_of_groups
    return plan.workers.call(figures, plan.settings, plan.shards, period, plan.run.known_at)


@_step(name="publish shard")
def publish_step(plan: Plan, shard: Shard) -> tuple[ClientOutcome, ...]:
    """Phase C: the files of a shard's clients."""
    outcomes = plan.workers.call(files_of_shard, plan.settings, shard, plan.run)
    _tell("publish", len(plan.shards))
    return outcomes


@_step(name="publish portfolio")
def portfolio_step(
    plan: Plan, clients: tuple[ClientOutcome, ...]
) -> PublishedFile | Failure | None:
    """The workbook of all clients, from what the shards published."""
    return plan.workers.call(file_of_all, plan.settings, plan.shards, plan.run, clients)


@_step(name="publish briefs")
def briefs_step(
    plan: Plan, clients: tuple[ClientOutcome, ...]
) -> tuple[PublishedFile | Failure, ...]:
    """Each manager's book of clients."""
    return plan.workers.call(files_of_managers, plan.settings, plan.shards, plan.run, clients)


@flow(name="cartera report", task_runner=ThreadPoolTaskRunner(max_workers=_TASKS_AT_ONCE))  # type: ignore[arg-type]
def report(
    period: str | None = None,
    grain: Grain = Grain.QUARTER,
    company: str = "",
    known_at: str | None = None,
    accounts: tuple[str, ...] | None = None,
    language: str | None = None,
    variant: Variant = Variant.BOTH,
) -> RunSummary:
    """From raw exports to presented files, for one period.

    Without `period` it is the last whole month or quarter (`grain`) before the scheduled
    time of the run, whenever the run really starts. Without `company` it is the folder that
    CARTERA_COMPANY names where the run is worked on.
    """
    settings = load_settings(company_folder(company))
    brand_in_use(settings)  # a brand that cannot be used is told before anything is read
    chosen = _period(settings, period, grain)
    asked = parse_cut_off(known_at, settings.company.time_zone) if known_at else None
    with (
        open_warehouse(settings.warehouse_url) as warehouse,
        warehouse.run_lock(str(chosen)),
        worker_processes(settings.workers) as workers,
    ):
        deliveries = ingest_step(settings)
        _tell("ingest", 1)
        plan = _plan(
            settings, workers, warehouse, chosen, deliveries, asked, accounts, language, variant
        )
        with _recorded(warehouse, plan) as run:
            compute_step.map(unmapped(plan), plan.shards).result()
            roll_up_step.map(unmapped(plan), _compared(plan.run.period)).result()
            published = publish_step.map(unmapped(plan), plan.shards).result()
            clients = tuple(outcome for outcomes in published for outcome in outcomes)
            portfolio = portfolio_step.submit(plan, clients)
            briefs = briefs_step.submit(plan, clients)
            files = portfolio.result(), *briefs.result()
            summary = _finish(warehouse, plan, deliveries, clients, files)
            run.state = _state(summary)
    create_markdown_artifact(summary_markdown(summary), key="cartera-report")
    return summary


def _compared(period: Period) -> tuple[Period, ...]:
    return period, period.previous, period.year_ago


def _period(settings: Settings, asked: str | None, grain: Grain) -> Period:
    fiscal = settings.company.fiscal_start_month
    if asked:
        return Period.parse(asked, fiscal)
    scheduled = flow_run.scheduled_start_time or datetime.now(UTC)
    return period_before(scheduled, grain, settings.company.time_zone, fiscal)


def _plan(
    settings: Settings,
    workers: Workers,
    warehouse: Warehouse,
    period: Period,
    deliveries: tuple[IngestedDelivery, ...],
    asked: datetime | None,
    accounts: tuple[str, ...] | None,
    language: str | None,
    variant: Variant,
) -> Plan:
    known_at = cut_off(warehouse, asked)
    shards = known_shards(settings, warehouse, known_at, deliveries)
    wanted = wanted_clients(shards, accounts)
    run_id = warehouse.start_run(str(period), known_at)
    run = RunContext(run_id, period, known_at, wanted, language, variant)
    return Plan(settings, run, shards, workers)


def _finish(
    warehouse: Warehouse,
    plan: Plan,
    deliveries: tuple[IngestedDelivery, ...],
    clients: tuple[ClientOutcome, ...],
    of_all: tuple[PublishedFile | Failure | None, ...],
) -> RunSummary:
    """The validation page, then the manifest, then the run is over. `of_all` is the portfolio,
    then the briefs."""
    settings, run = plan.settings, plan.run
    portfolio, *briefs = (item if isinstance(item, PublishedFile) else None for item in of_all)
    written = tuple(item for item in briefs if item is not None)
    failures = (
        *(failure for client in clients for failure in client.failures),
        *(item for item in of_all if isinstance(item, Failure)),
    )
    folder = settings.output / str(run.period)
    page = write_validation_page(settings, warehouse, run.known_at, run.period, deliveries)
    content = manifest_of(
        settings,
        run.run_id,
        run.period,
        run.known_at,
        warehouse.exports(run.known_at),
        warehouse.controls(run.known_at),
        warehouse.stopped_sources(run.known_at),
        clients,
        portfolio,
        written,
        restatements(settings, warehouse, run.known_at),
        failures,
    )
    manifest = write_manifest(folder, run.run_id, content)
    return RunSummary(
        run.run_id,
        run.period,
        run.known_at,
        deliveries,
        clients,
        quarantine_counts(warehouse.quarantine(run.known_at)),
        warehouse.stopped_sources(run.known_at),
        manifest,
        page,
        portfolio,
        written,
        failures,
    )


@dataclass
class _RunEnd:
    """How a run ended; failed until somebody says better."""

    state: RunState = RunState.FAILED
    why: str = ""


@contextmanager
def _recorded(warehouse: Warehouse, plan: Plan) -> Iterator[_RunEnd]:
    """Whatever happens inside, the warehouse learns how the run ended."""
    end = _RunEnd()
    try:
        yield end
    except Exception as error:
        is_ours = isinstance(error, CarteraError)
        end.why = error.clause.stored() if is_ours else type(error).__name__
        raise
    finally:
        warehouse.finish_run(plan.run.run_id, end.state, end.why)


def _state(summary: RunSummary) -> RunState:
    if not (summary.written or summary.unchanged):
        return RunState.NOTHING_PUBLISHED
    return RunState.PUBLISHED if summary.is_whole else RunState.PARTLY_PUBLISHED


def _tell(phase: str, total: int) -> None:
    """One more part of `total` is done."""
    progress.info("%s: one of %s", phase, total, extra={"phase": phase, "total": total})
