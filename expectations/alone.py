"""What is found in rows by themselves, gathered while a delivery comes in pieces."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
import pandas as pd

from expectations.check import Check, Verdict
from expectations.checker import Checker, Judged
from expectations.staged import Staged
from expectations.suite_book import suites
from transforms.core.canonical import CanonicalTables, Severity
from transforms.tables import TABLES

Place = tuple[str, str, str]


class RowsAlone:
    """What came of pieces, by table and check; what came of a source can still be taken back."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._taken: dict[str, int] = {}
        self._rows: dict[str, Counter[str]] = {}
        self._checked: dict[Place, Counter[str]] = {}
        self._faulty: dict[Place, list[pd.DataFrame]] = {}

    def take(self, tables: CanonicalTables) -> Iterator[tuple[str, pd.DataFrame, frozenset[int]]]:
        """Judge some rows. Gives each table's rows under labels, and the labels of those that
        are to be kept out."""
        for name in tables:
            rows = self._labelled(name, tables[name])
            codes, sources = pd.factorize(rows["source"])
            judged = self._checker.judge(suites()[name].checks("each_row"), rows)
            for found in judged:
                counts = np.bincount(codes[found.applies.to_numpy()], minlength=len(sources))
                checked = self._checked.setdefault(found.check.place, Counter())
                checked.update(dict(zip(sources, counts.tolist(), strict=True)))
                self._faulty.setdefault(found.check.place, []).append(found.rows)
            yield name, rows, _kept_out(judged)

    def forget(self, source: str) -> None:
        """As if no row of the source had come."""
        for counts in (*self._rows.values(), *self._checked.values()):
            counts.pop(source, None)
        for place, faulty in self._faulty.items():
            self._faulty[place] = [rows[rows["source"] != source] for rows in faulty]

    def rows_by_source(self, names: Sequence[str]) -> dict[str, dict[str, int]]:
        """How many rows came, by table and source."""
        return {name: dict(self._rows.get(name, {})) for name in names}

    def verdicts(self, staged: Staged) -> list[Verdict]:
        """One verdict a check of each table, repeated rows among all that came included."""
        return [verdict for name in staged.names for verdict in self._table(staged, name)]

    def _table(self, staged: Staged, name: str) -> Iterator[Verdict]:
        """In the order of the suite."""
        again = {verdict.check.place: verdict for verdict in self._repeated(staged, name)}
        for check in suites()[name].alone:
            yield again.get(check.place) or self._whole(check)

    def _labelled(self, name: str, rows: pd.DataFrame) -> pd.DataFrame:
        start = self._taken.get(name, 0)
        self._taken[name] = start + len(rows)
        by_source = self._rows.setdefault(name, Counter())
        for source, count in rows["source"].value_counts().items():
            by_source[str(source)] += int(count)
        return rows.set_axis(pd.RangeIndex(start, start + len(rows)))

    def _whole(self, check: Check) -> Verdict:
        checked = self._checked.get(check.place, Counter())
        rows = _joined(check.table, self._faulty.get(check.place, []))
        return Verdict(check, checked.total(), rows)

    def _repeated(self, staged: Staged, name: str) -> Iterator[Verdict]:
        """Verdicts on rows that share something."""
        count = self._rows.get(name, Counter()).total()
        every = suites()[name].checks("across_rows")
        for among, checks in groupby(every, key=lambda check: check.among):
            together = list(checks)
            judged = [
                judge_repeats(self._checker, together, frame)
                for frame in staged.sharing(name, among)
            ]
            for number, check in enumerate(together):
                rows = _joined(name, [found[number].rows for found in judged])
                yield Verdict(check, count, rows)


def judge_repeats(checker: Checker, checks: Sequence[Check], rows: pd.DataFrame) -> list[Judged]:
    """Each check in turn, without the rows that one before found: what comes twice as it is
    does not repeat its key as well."""
    found: list[Judged] = []
    for check in checks:
        (judged,) = checker.judge([check], rows)
        found.append(judged)
        rows = rows.drop(index=judged.rows.index)
    return found


def _kept_out(judged: Sequence[Judged]) -> frozenset[int]:
    return frozenset(
        label
        for found in judged
        if found.check.severity is Severity.QUARANTINE
        for label in found.rows.index
    )


def _joined(name: str, parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    filled = [part for part in parts if len(part)]
    return pd.concat(filled).sort_index() if filled else TABLES[name].empty()
