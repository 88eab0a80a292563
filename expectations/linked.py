"""What rows name is there; rows whose parent was kept out follow it, table after table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter

import numpy as np
import pandas as pd

from expectations.check import Check, Verdict
from expectations.checker import Checker
from expectations.staged import Staged
from expectations.suite import KEPT_OUT, NOWHERE, THERE, found
from expectations.suite_book import suites
from transforms.core.canonical import Severity
from transforms.tables import TABLES

Known = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Link:
    """A column that holds another table's key, and the checks of it."""

    table: str
    column: str
    target: str

    @property
    def checks(self) -> tuple[Check, ...]:
        every = suites()[self.table].checks("across_tables")
        return tuple(check for check in every if check.column == self.column)


def judge_links(
    checker: Checker,
    staged: Staged,
    delivered: Sequence[str],
    known: Known,
    orphans: Mapping[str, int],
) -> list[Verdict]:
    """Verdicts on every reference; rows at fault are kept out before the next table's turn.

    A feed that joins nobody is as if it had not come, so that figures over it say so instead of
    counting little or nothing: what is left of it is kept out, too. `orphans` are rows that
    reading kept out already, as they join nobody.
    """
    verdicts: list[Verdict] = []
    for name in _tables_in_order():
        if name not in staged.names:
            continue
        usable, first = sum(staged.kept_rows(name).values()), len(verdicts)
        # A feed that the company does not have cannot be missed.
        there = [
            link for link in _links(name) if link.target in delivered or known.get(link.target)
        ]
        others = [link for link in there if link.target != name]
        selfs = [link for link in there if link.target == name]
        for group in (others, selfs):
            if group:
                verdicts += _judge_group(checker, staged, group, known)
        gone = _orphans(verdicts[first:])
        counts = pd.DataFrame({"rows": [usable], "orphans": [gone]}) + orphans.get(name, 0)
        verdicts += _judge_feed(checker, staged, name, counts)
    return verdicts


def labels_kept_out(verdicts: Iterable[Verdict]) -> dict[str, set[int]]:
    """By table, the rows that some rule of severity quarantine keeps out."""
    labels: dict[str, set[int]] = {}
    for verdict in verdicts:
        if verdict.check.severity is Severity.QUARANTINE and len(verdict.rows):
            labels.setdefault(verdict.check.table, set()).update(verdict.rows.index)
    return labels


def _orphans(verdicts: Sequence[Verdict]) -> int:
    """How many rows name one that is nowhere; those that follow one kept out join somebody."""
    unknown = (verdict for verdict in verdicts if verdict.check.rule != "parent_quarantined")
    return sum(len(labels) for labels in labels_kept_out(unknown).values())


def _judge_feed(
    checker: Checker, staged: Staged, name: str, counts: pd.DataFrame
) -> Iterator[Verdict]:
    """Whether the table says anything of clients; if not, what is left of it is at fault. Where
    it says little, that is told once, by the first row that is left."""
    shares = counts[counts["rows"] > 0].assign(orphan_share=counts["orphans"] / counts["rows"])
    for judged in checker.judge(suites()[name].checks("of_feed"), shares):
        rest = list(staged.kept(name)) if len(judged.rows) else []
        rows = pd.concat(rest) if rest else TABLES[name].empty()
        is_told = judged.check.severity is Severity.WARN
        yield Verdict(judged.check, int(shares["rows"].sum()), rows.head(1) if is_told else rows)
        if len(judged.rows) and not is_told:
            staged.keep_out(name, rows.index)
            staged.drop_table(name)


def _links(name: str) -> list[Link]:
    """Every reference of the table."""
    columns = TABLES[name].columns
    return [Link(name, item.name, item.references) for item in columns if item.references]


def _tables_in_order() -> tuple[str, ...]:
    """Every table, after those it names."""
    named = {name: sorted({link.target for link in _links(name)} - {name}) for name in TABLES}
    return tuple(TopologicalSorter(named).static_order())


def _judge_group(
    checker: Checker, staged: Staged, group: Sequence[Link], known: Known
) -> list[Verdict]:
    """The group's verdicts; repeated while rows fall that others of the same table name."""
    name = group[0].table
    verdicts: list[Verdict] = []
    while True:
        filled = staged.filled(name, [link.column for link in group])
        found = [
            verdict
            for link in group
            for verdict in _judge_link(checker, staged, link, filled[link.column], known)
        ]
        verdicts = _joined(verdicts, found)
        fallen = labels_kept_out(found).get(name, set())
        staged.keep_out(name, fallen)
        if not fallen or all(link.target != name for link in group):
            return verdicts


def _judge_link(
    checker: Checker, staged: Staged, link: Link, checked: int, known: Known
) -> list[Verdict]:
    """Both checks. Rows that name one which is staged are in order and not looked at again."""
    gone = staged.kept_out_keys(link.target)
    present = known.get(link.target, frozenset()) - gone
    verdicts = [Verdict(check, checked, TABLES[link.table].empty()) for check in link.checks]
    for frame in staged.unmatched(link.table, link.column, link.target):
        beside = frame.assign(**{found(link.column): _states(frame[link.column], present, gone)})
        judged = checker.judge(link.checks, beside)
        verdicts = [
            replace(before, rows=_each_once(before.rows, more.rows))
            for before, more in zip(verdicts, judged, strict=True)
        ]
    return verdicts


def _states(named: pd.Series, present: Set[str], gone: Set[str]) -> pd.Series:
    """What became of each row that is named; missing where none is."""
    codes, names = pd.factorize(named)
    states = [KEPT_OUT if key in gone else THERE if key in present else NOWHERE for key in names]
    return pd.Series(np.array([*states, None], dtype=object)[codes], named.index, dtype="str")


def _joined(before: list[Verdict], again: list[Verdict]) -> list[Verdict]:
    """The verdicts of a repeated round, with the rows that fell in earlier ones."""
    if not before:
        return again
    return [
        replace(old, rows=_each_once(old.rows, new.rows))
        for old, new in zip(before, again, strict=True)
    ]


def _each_once(before: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    if before.empty or more.empty:
        return more if before.empty else before
    rows = pd.concat([before, more])
    return rows[~rows.index.duplicated()]
