"""How things stand, as the warehouse remembers it."""

from dataclasses import dataclass, replace
from datetime import datetime

import pandas as pd

from pipeline.compute.entities import TABLES, names_of
from pipeline.compute.restatements import Restatement, restatements
from pipeline.compute.rows_as_of import rows_as_of
from pipeline.fetching.feeds import FeedState, feed_states
from pipeline.settings import Settings
from transforms.metrics.kpi import EntityKind
from warehouse import (
    NoticeRecord,
    RunRecord,
    StepRecord,
    Warehouse,
    open_warehouse,
)

SHOWN_RUNS = 10


@dataclass(frozen=True)
class CompanyState:
    """The last runs (newest first), what the newest loads held back or kept out, and the
    figures of earlier periods that they changed."""

    runs: tuple[RunRecord, ...]
    held: pd.DataFrame
    quarantine: pd.DataFrame
    restated: tuple[Restatement, ...]
    untold: tuple[NoticeRecord, ...] = ()
    """Notices of these runs that nobody took, newest first."""
    feeds: tuple[FeedState, ...] = ()
    """Of each system that is fetched."""
    steps: tuple[StepRecord, ...] = ()
    """What the newest run spent."""


def company_state(settings: Settings) -> CompanyState:
    """Reads, and stores nothing."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        state = _state(settings, warehouse)
        feeds = feed_states(settings, warehouse)
        steps = warehouse.steps(state.runs[0].run_id) if state.runs else ()
        return replace(state, feeds=feeds, steps=steps)


def _state(settings: Settings, warehouse: Warehouse) -> CompanyState:
    known_at = warehouse.known_at_latest(None)
    runs = warehouse.runs(SHOWN_RUNS)
    if known_at is None:
        nothing = pd.DataFrame()
        return CompanyState(runs, nothing, nothing, (), _untold(warehouse, runs))
    return CompanyState(
        runs,
        _named(warehouse, known_at, warehouse.held(known_at)),
        warehouse.quarantine(known_at),
        restatements(settings, warehouse, known_at),
        _untold(warehouse, runs),
    )


def _untold(warehouse: Warehouse, runs: tuple[RunRecord, ...]) -> tuple[NoticeRecord, ...]:
    """Since the first of the runs began; where the clock was set back in the midst of one, its end
    is before that."""
    moments = [at for run in runs for at in (run.started_at, run.finished_at) if at]
    return warehouse.failed_notices(min(moments)) if runs else ()


def _named(warehouse: Warehouse, known_at: datetime, held: pd.DataFrame) -> pd.DataFrame:
    """Held accounts with their `client_name`; empty where no export gives one."""
    names = names_of(rows_as_of(warehouse, known_at, names=TABLES), EntityKind.CLIENT)
    return held.assign(client_name=[names.get(key, "") for key in held["account_id"]])
