"""What rows name is there; rows whose parent was kept out follow it, table after table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from expectations.check import Verdict
from expectations.checker import Checker, tasks_of
from expectations.reference_suites import (
    Keys,
    Link,
    link_checks,
    links,
    tables_in_order,
    with_status,
)
from expectations.staged import Staged
from transforms.core.canonical import Severity
from transforms.tables import TABLES

Known = Mapping[str, frozenset[str]]


def judge_links(
    checker: Checker, staged: Staged, delivered: Sequence[str], known: Known
) -> list[Verdict]:
    """Verdicts on every reference; rows at fault are kept out before the next table's turn."""
    verdicts: list[Verdict] = []
    for name in tables_in_order():
        if name not in staged.names:
            continue
        # A feed that the company does not have cannot be missed.
        there = [
            link
            for link in links(TABLES[name])
            if link.target in delivered or known.get(link.target)
        ]
        others = [link for link in there if link.target != name]
        selfs = [link for link in there if link.target == name]
        for group in (others, selfs):
            if group:
                verdicts += _judge_group(checker, staged, group, known)
    return verdicts


def labels_kept_out(verdicts: Iterable[Verdict]) -> dict[str, set[int]]:
    """By table, the rows that some rule of severity quarantine keeps out."""
    labels: dict[str, set[int]] = {}
    for verdict in verdicts:
        if verdict.check.severity is Severity.QUARANTINE and len(verdict.rows):
            labels.setdefault(verdict.check.table, set()).update(verdict.rows.index)
    return labels


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
    keys = {link.target: Keys(known.get(link.target, frozenset()) - gone, gone)}
    checks = link_checks(link)
    found = [Verdict(check, checked, TABLES[link.table].empty()) for check in checks]
    for frame in staged.unmatched(link.table, link.column, link.target):
        judged = checker.judge(tasks_of(checks, with_status(frame, (link,), keys)))
        found = [
            replace(before, rows=_each_once(before.rows, more.rows))
            for before, more in zip(found, judged, strict=True)
        ]
    return found


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
