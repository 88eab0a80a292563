"""What is found in rows by themselves, gathered while a delivery comes in pieces."""

from collections.abc import Iterator, Sequence

import pandas as pd

from expectations.check import Check, Once, Verdict
from expectations.checker import Checker, Task
from expectations.row_suites import row_suite
from expectations.staged import Staged
from transforms.core.canonical import CanonicalTables, Severity
from transforms.tables import TABLES


class RowsAlone:
    """Verdicts on pieces, by table, check and source: a source can still be taken back."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._taken: dict[str, int] = {}
        self._rows: dict[str, dict[str, int]] = {}
        self._found: dict[tuple[str, int], list[tuple[str, Verdict]]] = {}

    def take(self, tables: CanonicalTables) -> Iterator[tuple[str, pd.DataFrame, frozenset[int]]]:
        """Judge some rows. Gives each table's rows under labels, and the labels of those that
        are to be kept out."""
        labelled = {name: self._labelled(name, tables[name]) for name in tables}
        places = [
            (name, number, source, Task(check, frame))
            for name, rows in labelled.items()
            for source, frame in _by_source(rows)
            for number, check in enumerate(row_suite(TABLES[name]))
            if not isinstance(check.expected, Once)
        ]
        verdicts = self._checker.judge([task for *_, task in places])
        kept_out: dict[str, set[int]] = {name: set() for name in labelled}
        for (name, number, source, _), verdict in zip(places, verdicts, strict=True):
            self._found.setdefault((name, number), []).append((source, verdict))
            if verdict.check.severity is Severity.QUARANTINE:
                kept_out[name] |= set(verdict.rows.index)
        for name, rows in labelled.items():
            yield name, rows, frozenset(kept_out[name])

    def forget(self, source: str) -> None:
        """As if no row of the source had come."""
        for rows in self._rows.values():
            rows.pop(source, None)
        for place, found in self._found.items():
            self._found[place] = [item for item in found if item[0] != source]

    def rows_by_source(self, names: Sequence[str]) -> dict[str, dict[str, int]]:
        """How many rows came, by table and source."""
        return {name: self._rows.get(name, {}) for name in names}

    def verdicts(self, staged: Staged) -> list[Verdict]:
        """One verdict a check of each table, repeated rows among all that came included."""
        return [
            self._repeated(staged, name, check)
            if isinstance(check.expected, Once)
            else self._whole(name, number, check)
            for name in staged.names
            for number, check in enumerate(row_suite(TABLES[name]))
        ]

    def _labelled(self, name: str, rows: pd.DataFrame) -> pd.DataFrame:
        start = self._taken.get(name, 0)
        self._taken[name] = start + len(rows)
        by_source = self._rows.setdefault(name, {})
        for source, count in rows["source"].value_counts().items():
            by_source[str(source)] = by_source.get(str(source), 0) + int(count)
        return rows.set_axis(pd.RangeIndex(start, start + len(rows)))

    def _whole(self, name: str, number: int, check: Check) -> Verdict:
        found = [verdict for _, verdict in self._found.get((name, number), [])]
        faulty = [verdict.rows for verdict in found if len(verdict.rows)]
        rows = pd.concat(faulty).sort_index() if faulty else TABLES[name].empty()
        return Verdict(check, sum(verdict.checked for verdict in found), rows)

    def _repeated(self, staged: Staged, name: str, check: Check) -> Verdict:
        faulty = [
            verdict.rows
            for frame in staged.sharing(name, check.among)
            for verdict in self._checker.judge([Task(check, frame)])
        ]
        rows = pd.concat(faulty).sort_index() if faulty else TABLES[name].empty()
        return Verdict(check, sum(self._rows.get(name, {}).values()), rows)


def _by_source(rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """The rows of each source; one part without a name where there are none."""
    names = rows["source"].unique().tolist()
    if len(names) < 2:
        return [(names[0] if names else "", rows)]
    return [(name, rows[rows["source"] == name]) for name in names]
