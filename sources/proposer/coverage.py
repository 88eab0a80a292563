"""What the proposal feeds: which figures have their tables, and what the others lack."""

from dataclasses import dataclass

from sources.proposer.guesses import SURE, TableGuess
from sources.proposer.propose import Proposal
from transforms.kpis import specs
from transforms.tables import TABLES


@dataclass(frozen=True)
class Lack:
    """Tables that no file feeds, and the ids of the figures that need them."""

    tables: tuple[str, ...]
    kpis: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """How many of all figures have every table they need, and what the others lack."""

    fed: int
    all: int
    lacks: tuple[Lack, ...]
    empty_columns: tuple[tuple[str, tuple[str, ...]], ...]
    """Of each fed table, the optional columns that nothing fills."""


def coverage_of(proposal: Proposal) -> Coverage:
    """Figures need whole tables; an empty column may leave one of them without a value."""
    fed = {table.table for table in proposal.tables}
    fed |= {table for file in proposal.files for table in file.shipped}
    lacking: dict[tuple[str, ...], list[str]] = {}
    for spec in specs().values():
        missing = tuple(feed for feed in spec.feeds if feed not in fed)
        if missing:
            lacking.setdefault(missing, []).append(spec.id)
    lacks = tuple(Lack(tables, tuple(kpis)) for tables, kpis in sorted(lacking.items()))
    count = sum(len(lack.kpis) for lack in lacks)
    return Coverage(len(specs()) - count, len(specs()), lacks, _empty_columns(proposal))


def _empty_columns(proposal: Proposal) -> tuple[tuple[str, tuple[str, ...]], ...]:
    filled: dict[str, set[str]] = {}
    for table in proposal.tables:
        filled.setdefault(table.table, set()).update(_filled(table))
    found = (
        (table, tuple(item.name for item in TABLES[table].columns if item.name not in columns))
        for table, columns in filled.items()
    )
    return tuple((table, columns) for table, columns in found if columns)


def _filled(table: TableGuess) -> set[str]:
    return {item.column for item in table.columns if item.confidence >= SURE}
