"""A delivery taken whole: what reading and judging hand on piece by piece, in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from sources.landing.landing import Delivery
from sources.mapping.grammar import SourceMapping
from sources.tables.controls import close_controls, loaded_totals
from sources.tables.read import (
    BUFFER_ROWS,
    CompanyContext,
    DeliveryReader,
    KnownKeys,
    StoppedSource,
)
from transforms.core.canonical import CONTROL_DTYPES, CanonicalTables, frame_of
from transforms.tables import TABLES
from warehouse import open_staging


@dataclass(frozen=True)
class ReadResult:
    """All that reading told, and every row."""

    tables: CanonicalTables
    quarantine: pd.DataFrame
    controls: pd.DataFrame
    stopped: tuple[StoppedSource, ...]
    unmatched: tuple[str, ...]
    unlinked: pd.DataFrame


def read_delivery(
    delivery: Delivery,
    mappings: Sequence[SourceMapping],
    known: KnownKeys,
    company: CompanyContext,
    rows: int = BUFFER_ROWS,
) -> ReadResult:
    """Every buffer, without the rows of sources that turned out to be unreadable."""
    reader = DeliveryReader(delivery, mappings, known, company)
    pieces: dict[str, list[pd.DataFrame]] = {}
    for tables in reader.buffers(rows):
        for name, frame in tables.items():
            pieces.setdefault(name, []).append(frame)
    outcome = reader.outcome()
    return ReadResult(
        CanonicalTables(
            {
                name: _without(outcome.unreadable, name, frames)
                for name, frames in pieces.items()
                if name in outcome.tables
            }
        ),
        outcome.quarantine,
        outcome.controls,
        outcome.stopped,
        outcome.unmatched,
        outcome.unlinked,
    )


def _without(sources: frozenset[str], name: str, frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    rows = pd.concat(filled, ignore_index=True) if filled else TABLES[name].empty()
    return TABLES[name].conform(rows[~rows["source"].isin(sources)])


def closed_controls(
    read: pd.DataFrame, tables: CanonicalTables, quarantine: pd.DataFrame
) -> pd.DataFrame:
    """The control totals of a delivery whose rows are all at hand."""
    parts = [loaded_totals(name, frame) for name, frame in tables.items() if len(frame)]
    loaded = pd.concat(parts) if parts else frame_of(CONTROL_DTYPES)
    return close_controls(read, loaded, quarantine)


@dataclass(frozen=True)
class Judged:
    """A report, and the rows that can be loaded."""

    tables: CanonicalTables
    results: pd.DataFrame
    quarantine: pd.DataFrame
    held: Mapping[str, tuple[str, ...]]
    stopped: Mapping[str, str]


def validate(
    tables: CanonicalTables,
    known: Mapping[str, frozenset[str]],
    pieces: Sequence[CanonicalTables] = (),
) -> Judged:
    """Judge tables in one piece, or in several, which are then given instead."""
    from expectations.validation import Validation  # imports Great Expectations

    with open_staging() as staging:
        validation = Validation(staging, known)
        for piece in pieces or (tables,):
            validation.take(piece)
        report = validation.finish()
        return Judged(
            staging.tables(), report.results, report.quarantine, report.held, report.stopped
        )
