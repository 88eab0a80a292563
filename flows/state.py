"""How things stand, as the warehouse remembers it."""

from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from flows.entities import TABLES, names_of
from flows.known_rows import known_rows
from flows.restatements import Restatement, restatements
from flows.settings import Settings
from transforms.kpi import Of
from warehouse import RunRecord, Warehouse, open_warehouse

SHOWN_RUNS = 10


@dataclass(frozen=True)
class CompanyState:
    """The last runs (newest first), what the newest loads held back or kept out, and the
    figures of earlier periods that they changed."""

    runs: tuple[RunRecord, ...]
    held: pd.DataFrame
    quarantine: pd.DataFrame
    restated: tuple[Restatement, ...]


def company_state(settings: Settings) -> CompanyState:
    """Reads, and stores nothing."""
    with open_warehouse(settings.warehouse_url) as warehouse:
        known_at = warehouse.known_at_latest(None)
        runs = warehouse.runs(SHOWN_RUNS)
        if known_at is None:
            nothing = pd.DataFrame()
            return CompanyState(runs, nothing, nothing, ())
        return CompanyState(
            runs,
            _named(warehouse, known_at, warehouse.held(known_at)),
            warehouse.quarantine(known_at),
            restatements(settings, warehouse, known_at),
        )


def _named(warehouse: Warehouse, known_at: datetime, held: pd.DataFrame) -> pd.DataFrame:
    """Held accounts with their `client_name`; empty where no export gives one."""
    names = names_of(known_rows(warehouse, known_at, names=TABLES), Of.CLIENT)
    return held.assign(client_name=[names.get(key, "") for key in held["account_id"]])
