"""How things stand, as the warehouse remembers it."""

from dataclasses import dataclass

import pandas as pd

from flows.restatements import Restatement, restatements
from flows.settings import Settings
from warehouse import RunRecord, open_warehouse

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
            warehouse.held(known_at),
            warehouse.quarantine(known_at),
            restatements(settings, warehouse, known_at),
        )
