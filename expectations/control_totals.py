"""Control totals side by side: what was read, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

OUTCOMES = ("read", "loaded", "quarantined", "filtered", "stopped")
_PLACE = ["source", "source_file", "table_name", "currency"]


@dataclass(frozen=True)
class Tally:
    """Rows, and their money in minor units where there is any."""

    rows: int
    amount_minor: int | None


@dataclass(frozen=True)
class Reconciled:
    """One file's rows of one table in one currency."""

    source: str
    source_file: str
    table: str
    currency: str
    by_outcome: dict[str, Tally]
    filters: tuple[str, ...]
    """Names of the filters that left rows out."""

    @property
    def missing_rows(self) -> int:
        """Rows read and not accounted for; below zero where there are too many."""
        rows = {outcome: tally.rows for outcome, tally in self.by_outcome.items()}
        return rows["read"] - sum(rows[outcome] for outcome in OUTCOMES[1:])

    @property
    def missing_minor(self) -> int:
        """Minor units read and not accounted for."""
        money = {outcome: tally.amount_minor or 0 for outcome, tally in self.by_outcome.items()}
        return money["read"] - sum(money[outcome] for outcome in OUTCOMES[1:])

    @property
    def ties(self) -> bool:
        return self.missing_rows == 0 and self.missing_minor == 0


def reconcile(controls: pd.DataFrame) -> list[Reconciled]:
    """Every file, table and currency, in the order of their names."""
    totals = controls.assign(
        outcome=controls["outcome"].str.split(":").str[0],
        filter=controls["outcome"].str.extract(r"^filtered:(.*)$")[0],
    )
    totals = totals.assign(currency=totals["currency"].fillna(""))
    return [_reconciled(part) for _, part in totals.groupby(_PLACE, sort=True)]


def total_rows(reconciled: list[Reconciled], outcome: str) -> int:
    """Rows of one outcome over everything."""
    return sum(item.by_outcome[outcome].rows for item in reconciled)


def _reconciled(part: pd.DataFrame) -> Reconciled:
    """One place from all of its totals."""
    names = [str(part[name].iloc[0]) for name in _PLACE]
    filters = tuple(sorted(part["filter"].dropna().unique()))
    return Reconciled(names[0], names[1], names[2], names[3], _tallies(part), filters)


def _tallies(part: pd.DataFrame) -> dict[str, Tally]:
    return {outcome: _tally(part[part["outcome"] == outcome]) for outcome in OUTCOMES}


def _tally(part: pd.DataFrame) -> Tally:
    amounts = part["amount_minor"].dropna()
    return Tally(int(part["row_count"].sum()), int(amounts.sum()) if len(amounts) else None)


def by_file(reconciled: list[Reconciled]) -> Iterator[tuple[str, list[Reconciled]]]:
    """The entries of each file."""
    files = dict.fromkeys(item.source_file for item in reconciled)
    for name in files:
        yield name, [item for item in reconciled if item.source_file == name]
