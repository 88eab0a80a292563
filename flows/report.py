"""The flow: ingest, compute by shards, roll up, then compose, render and publish by shards.

Read `report` downward: each line is a step of the data's one way through the house.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from prefect import State, flow, unmapped
from prefect.runtime import flow_run
from prefect.task_runners import ThreadPoolTaskRunner

from flows.chosen_workers import workers_of
from flows.ending import NotWholeError, ended, refused
from flows.schedule import period_before
from flows.secret_blocks import keep_secret_block, secret_block
from flows.steps import step
from flows.workers import Workers
from flows.zones import misread_zones
from messages.clause import Clause, clause
from messages.errors import CarteraError, worded
from pipeline.compute.known_at import cut_off, parse_cut_off
from pipeline.compute.shards import Shard, known_shards, wanted_clients
from pipeline.delivering.deliver import deliver
from pipeline.failures import faults_named
from pipeline.fetching.feeds import late_feeds
from pipeline.fetching.fetching import Surroundings, fetch_feeds
from pipeline.fetching.history import FetchRequest
from pipeline.ingest.awaited import late_files
from pipeline.ingest.ingest import ingest
from pipeline.ingest.ingested import IngestedDelivery
from pipeline.ingest.validation_page import quarantine_counts, write_validation_page
from pipeline.notices.telling import Telling
from pipeline.outcome import ClientOutcome, RunResults, RunSummary
from pipeline.publishing.manifest import write_manifest
from pipeline.publishing.publish import sweep_unfinished
from pipeline.publishing.publisher import Result, results_of
from pipeline.publishing.variant import Variant
from pipeline.readiness import ready
from pipeline.retention import kept_by_settings
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import Settings, company_folder, load_settings
from pipeline.steps import StepBook, timed
from pipeline.telemetry import hearers
from pipeline.unchanged import has_run, keep_mark, results_as_before
from pipeline.work import (
    figures_of_shard,
    figures_together,
    file_of_all,
    files_of_managers,
    files_of_shard,
)
from transforms.core.periods import Grain, Period
from warehouse import RunState, Warehouse, open_warehouse

_Made = TypeVar("_Made")
_TASKS_AT_ONCE = 64
"""Tasks only wait for a worker process; how many of those there are is the company's setting."""

_PAUSES_SECONDS = (10, 60)
"""Before the second and the third try of a run that a network or a database kept from its end."""

progress = logging.getLogger("cartera.progress")
"""Says how far a run is: each record is one of the `total` parts of a `phase`, or has `told`, in
spite of what the run goes on."""


@dataclass(frozen=True)
class Plan:
    """What one run works on, once the exports are in, and who works."""

    order: RunOrder
    workers: Workers
    book: StepBook

    def done(
        self, step: str, function: Callable[..., _Made], *arguments: Any, of: Shard | None = None
    ) -> _Made:
        """What a worker made of a part of a step."""
        made, spent = self.workers.call(timed, function, self.order, *arguments)
        self.book.add(step, spent, of and of.number, of.account_ids if of else ())
        return made


@step("fetch")
def fetch_step(settings: Settings, period: Period) -> tuple[Clause, ...]:
    """The systems' answers into the landing place, where cartera.toml has runs do that; what is
    missing of them, or was not fetched since the period ended."""
    if not settings.fetch.systems:
        return ()
    around = Surroundings(store=secret_block, keeper=keep_secret_block)
    with open_warehouse(settings.warehouse_url) as warehouse:
        if not settings.fetch.before_run:
            return tuple(late_feeds(settings, warehouse, period, datetime.now(UTC)))
        feeds = fetch_feeds(settings, warehouse, FetchRequest(), around).feeds
    return tuple(told for feed in feeds for told in feed.missing)


@step("ingest")
def ingest_step(settings: Settings) -> tuple[IngestedDelivery, ...]:
    """Land, read, validate, promote."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        return ingest(settings, warehouse)


@step("compute shard")
def compute_step(plan: Plan, shard: Shard) -> int:
    """Phase A: the figures of a shard's clients."""
    count = plan.done("compute", figures_of_shard, shard, of=shard)
    _tell("compute", len(plan.order.shards))
    return count


@step("roll up")
def roll_up_step(plan: Plan, period: Period) -> int:
    """Phase B: the figures of all clients together in one period, and in the run's own what
    compares them."""
    return plan.done("together", figures_together, period)


@step("publish shard")
def publish_step(plan: Plan, shard: Shard) -> tuple[ClientOutcome, ...]:
    """Phase C: the files of a shard's clients."""
    outcomes = plan.done("publish", files_of_shard, shard, of=shard)
    _tell("publish", len(plan.order.shards))
    return outcomes


@step("publish portfolio")
def portfolio_step(plan: Plan, clients: tuple[ClientOutcome, ...]) -> Result | None:
    """The workbook of all clients, from what the shards published."""
    return plan.done("portfolio", file_of_all, clients)


@step("publish briefs")
def briefs_step(plan: Plan, clients: tuple[ClientOutcome, ...]) -> tuple[Result, ...]:
    """Each manager's book of clients."""
    return plan.done("briefs", files_of_managers, clients)


@flow(name="cartera report", task_runner=ThreadPoolTaskRunner(max_workers=_TASKS_AT_ONCE))  # type: ignore[arg-type]
def report(
    period: str | None = None,
    grain: Grain = Grain.QUARTER,
    company: str = "",
    known_at: str | None = None,
    accounts: tuple[str, ...] | None = None,
    language: str | None = None,
    variant: Variant = Variant.BOTH,
) -> State[RunSummary]:
    """From raw exports to presented files, for one period.

    Without `period` it is the last whole month or quarter (`grain`) before the scheduled
    time of the run, whenever the run really starts. Without `company` it is the folder that
    CARTERA_COMPANY names where the run is worked on.

    Ends as COMPLETED where everything was published, and otherwise in a state named by what
    is missing (`flows.ending`).
    """
    remarks: tuple[Clause, ...] = ()
    try:
        with faults_named():
            settings = load_settings(company_folder(company))
            asked_at = flow_run.scheduled_start_time or datetime.now(UTC)
            chosen = _period(settings, period, grain, asked_at)
            asked = parse_cut_off(known_at, settings.company.time_zone) if known_at else None
            telling = Telling(settings, str(chosen), secret_block)
            request = Request(
                settings, chosen, asked_at, asked, accounts, language, variant, telling
            )
            with telling.failures(), faults_named():
                remarks = telling.remarks = misread_zones(settings.company.time_zone)
                summary = _patiently(request)
            summary = replace(summary, remarks=(*remarks, *summary.remarks))
            return ended(telling.end(summary))
    except CarteraError as error:
        return refused(error, remarks=remarks)


def run_report(**asked: Any) -> RunSummary:
    """What `report` made, for who called it here; raises what kept it from making anything."""
    state = report(**asked, return_state=True)  # pyright: ignore[reportCallIssue] Prefect's own argument
    result = state.result(raise_on_failure=False)
    if isinstance(result, NotWholeError):
        return result.summary
    if isinstance(result, BaseException):
        raise result
    return result


@dataclass(frozen=True)
class Request:
    """What somebody, or the schedule, asks for."""

    settings: Settings
    period: Period
    asked_at: datetime
    """When it was, or should have been."""
    known_at: datetime | None
    accounts: tuple[str, ...] | None
    language: str | None
    variant: Variant
    telling: Telling
    """Who learns of it."""


def _patiently(asked: Request) -> RunSummary:
    """The run, from its beginning, once more where what kept it from its end may be away by then:
    with the period's lock taken anew, it goes on from what is published."""
    for pause in _PAUSES_SECONDS:
        try:
            return _reported(asked)
        except CarteraError as error:
            if not error.may_heal:
                raise
            _go_on(clause("run-again", seconds=pause, why=error.clause))
        time.sleep(pause)
    return _reported(asked)


def _reported(asked: Request) -> RunSummary:
    """The table of the house, downward; however it ends, the warehouse learns it."""
    settings, period = asked.settings, asked.period
    ready(settings)  # whatever a run needs is looked at before anything is read
    is_first = not has_run(settings, str(period))
    with (
        hearers(settings) as hears,
        open_warehouse(settings.warehouse_url) as warehouse,
        warehouse.run_lock(str(period)),
        workers_of(settings, at_once=is_first) as workers,
    ):
        sweep_unfinished(settings.output, settings.archive, str(period))
        asked.telling.start()
        book = StepBook(str(period), hears)
        with _recorded(warehouse, book) as end, faults_named():
            summary = _made(asked, warehouse, workers, book)
            end.state = _state(summary)
        asked.telling.managers(warehouse)
    return summary


def _made(asked: Request, warehouse: Warehouse, workers: Workers, book: StepBook) -> RunSummary:
    """Everything that is read and made, step by step."""
    settings, period = asked.settings, asked.period
    # What was known then is asked for: nothing of today belongs to it.
    with book.measured("fetch"):
        unfetched = () if asked.known_at else fetch_step(settings, period)
    for told in unfetched:  # before the run goes on without them
        _go_on(clause("feed-late", told=told))
    with book.measured("ingest"):
        deliveries = ingest_step(settings)
    _tell("ingest", 1)
    order = _order(asked, warehouse, deliveries)
    book.run_id = order.run_id
    run, heights = RunContext(order, warehouse), warehouse.heights()
    with book.measured("compare"):
        before = results_as_before(run, heights)
    results = before or _published(Plan(order, workers, book))
    today = (asked.known_at or asked.asked_at).astimezone(settings.company.zone).date()
    with book.measured("finish"):
        summary = _finish(run, deliveries, results, today)
    with book.measured("deliver"):
        lost = deliver(settings, warehouse, str(period), summary.manifest)
    keep_mark(run, results, heights)
    told = kept_by_settings(settings, warehouse, datetime.now(UTC), str(period))
    return replace(summary, undelivered=lost, unfetched=unfetched, remarks=told)


def _order(
    asked: Request, warehouse: Warehouse, deliveries: tuple[IngestedDelivery, ...]
) -> RunOrder:
    known = cut_off(warehouse, asked.known_at)
    shards = known_shards(asked.settings, warehouse, known, deliveries)
    return RunOrder(
        settings=asked.settings,
        period=asked.period,
        known_at=known,
        shards=shards,
        clients=wanted_clients(shards, asked.accounts),
        run_id=warehouse.start_run(str(asked.period), known),
        language=asked.language,
        variant=asked.variant,
    )


def _published(plan: Plan) -> RunResults:
    """Figures by shards, figures of all together, then files by shards and of all together."""
    shards = plan.order.shards
    compute_step.map(unmapped(plan), shards).result()
    roll_up_step.map(unmapped(plan), _compared(plan.order.period)).result()
    published = publish_step.map(unmapped(plan), shards).result()
    clients = tuple(outcome for outcomes in published for outcome in outcomes)
    portfolio = portfolio_step.submit(plan, clients)
    briefs = briefs_step.submit(plan, clients)
    return results_of(clients, portfolio.result(), briefs.result())


def _compared(period: Period) -> tuple[Period, ...]:
    return period, period.previous, period.year_ago


def _period(settings: Settings, asked: str | None, grain: Grain, asked_at: datetime) -> Period:
    fiscal = settings.company.fiscal_start_month
    if asked:
        return Period.parse(asked, fiscal)
    return period_before(asked_at, grain, settings.company.time_zone, fiscal)


def _finish(
    run: RunContext,
    deliveries: tuple[IngestedDelivery, ...],
    results: RunResults,
    today: date,
) -> RunSummary:
    """The validation page, then the manifest, then the run is over."""
    page = write_validation_page(run, deliveries)
    exports = run.warehouse.exports(run.known_at)
    landed = zip(exports["source_file"], exports["landed_at"], strict=True)
    late = late_files(run.settings, landed, run.period, today)
    return RunSummary(
        **vars(results),
        run_id=run.run_id,
        period=run.period,
        known_at=run.known_at,
        deliveries=deliveries,
        quarantined=quarantine_counts(run.warehouse.quarantine(run.known_at)),
        stopped=run.warehouse.stopped_sources(run.known_at),
        manifest=write_manifest(run, results),
        validation_page=page,
        late=late,
    )


@dataclass
class _RunEnd:
    """How a run ended; failed until somebody says better."""

    state: RunState = RunState.FAILED
    why: str = ""


@contextmanager
def _recorded(warehouse: Warehouse, book: StepBook) -> Iterator[_RunEnd]:
    """Whatever happens inside, the warehouse learns how the run ended, and what it spent."""
    end = _RunEnd()
    try:
        yield end
    except CarteraError as error:
        end.why = error.clause.stored()
        raise
    except BaseException:  # a signal
        end.state = RunState.INTERRUPTED
        raise
    finally:
        if not book.run_id:  # it ended before its exports were in
            known = warehouse.known_at_latest(None) or datetime.now(UTC)
            book.run_id = warehouse.start_run(book.period, known)
        warehouse.finish_run(book.run_id, end.state, end.why)
        warehouse.add_steps(book.run_id, book.records())


def _state(summary: RunSummary) -> RunState:
    if not summary.is_published:
        return RunState.NOTHING_PUBLISHED
    return RunState.PUBLISHED if summary.is_whole else RunState.PARTLY_PUBLISHED


def _go_on(told: Clause) -> None:
    """Say in spite of what it goes on."""
    progress.warning("%s", worded(told, "en"), extra={"told": told})


def _tell(phase: str, total: int) -> None:
    """One more part of `total` is done."""
    progress.info("%s: one of %s", phase, total, extra={"phase": phase, "total": total})
