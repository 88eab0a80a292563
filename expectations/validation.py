"""Judge a delivery: which rows can be used, whose money does not add up, what to mend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from expectations.check import Check, Verdict
from expectations.checker import Checker, tasks_of
from expectations.faults import faults_of
from expectations.money_suites import OTHER_ACCOUNT, money_suites, with_evidence
from expectations.reference_suites import (
    Keys,
    Link,
    link_checks,
    links,
    tables_in_order,
    with_status,
)
from expectations.row_suites import row_suite
from expectations.stopping import StoppedTable, stopped_tables
from transforms.canonical import CanonicalTables, Severity, frame_of
from transforms.tables import TABLES

Frames = dict[str, pd.DataFrame]

RESULT_DTYPES: dict[str, str] = {
    "rule": "str",
    "table_name": "str",
    "column_name": "str",
    "severity": "str",
    "checked": "Int64",  # rows that the rule applied to; sources for the rule that stops one
    "failed": "Int64",
}
"""Columns of the frame of results: one row is one rule on one column."""


@dataclass(frozen=True)
class ValidationReport:
    """What a delivery is good for."""

    tables: CanonicalTables
    """The rows that can be loaded."""
    results: pd.DataFrame
    """Columns of RESULT_DTYPES: every rule that was checked, broken or not."""
    quarantine: pd.DataFrame
    """Columns of QUARANTINE_DTYPES: every fault. Each row kept out has exactly one of severity
    quarantine."""
    held: Mapping[str, tuple[str, ...]]
    """Rules of severity hold that an account's rows break, by account id."""
    stopped: Mapping[str, str]
    """Sources of which nothing is loaded, each with a sentence for a person. Only rows at fault
    are in the quarantine; their others are simply not in the tables."""


def validate(tables: CanonicalTables, known: Mapping[str, frozenset[str]]) -> ValidationReport:
    """Judge the tables, each alone and then together.

    `known` holds keys already in the warehouse by table: rows may name those, too. Rows are
    told apart by their position, so the frames may come in any order and with any index.
    """
    checker = Checker.start()
    frames = {name: tables[name].reset_index(drop=True) for name in tables}
    alone = checker.judge(
        [
            task
            for name, frame in frames.items()
            for task in tasks_of(row_suite(TABLES[name]), frame)
        ]
    )
    stops, stopped = stopped_tables(checker, frames, alone)
    usable = _without_sources(_without_faulty(frames, alone), stopped)
    linked, usable = _judge_links(checker, usable, frames, known, {s.source for s in stopped})
    together = _judge_money(checker, usable)
    verdicts = [*alone, *linked, *together]
    return ValidationReport(
        CanonicalTables({name: rows.reset_index(drop=True) for name, rows in usable.items()}),
        _results([*alone, *stops, *linked, *together]),
        faults_of(verdicts, stopped),
        _held(verdicts, {item.source for item in stopped}),
        {item.source: item.sentence for item in reversed(stopped)},
    )


def _without_faulty(frames: Frames, verdicts: Iterable[Verdict]) -> Frames:
    """The rows that no rule of severity quarantine keeps out."""
    faulty: dict[str, set[int]] = {name: set() for name in frames}
    for verdict in verdicts:
        if verdict.check.severity is Severity.QUARANTINE:
            faulty[verdict.check.table] |= set(verdict.rows.index)
    return {
        name: frame.drop(index=list(faulty[name])) if faulty[name] else frame
        for name, frame in frames.items()
    }


def _without_sources(frames: Frames, stopped: list[StoppedTable]) -> Frames:
    """No rows of stopped sources; a table that nobody else delivered is left out altogether,
    as if it had not come, so that what is already loaded stays."""
    names = [item.source for item in stopped]
    if not names:
        return frames
    left = {name: frame[~frame["source"].isin(names)] for name, frame in frames.items()}
    return {name: left[name] for name in frames if len(left[name]) or frames[name].empty}


def _judge_links(
    checker: Checker,
    usable: Frames,
    delivered: Frames,
    known: Mapping[str, frozenset[str]],
    stopped: set[str],
) -> tuple[list[Verdict], Frames]:
    """What rows name is there; rows whose parent was kept out follow it, table after table."""
    verdicts: list[Verdict] = []
    left = dict(usable)
    for name in tables_in_order():
        if name not in left:
            continue
        others = [link for link in links(TABLES[name]) if link.target != name]
        selfs = [link for link in links(TABLES[name]) if link.target == name]
        for group in (others, selfs):
            found, left = _judge_group(checker, name, group, left, delivered, known, stopped)
            verdicts += found
    return verdicts, left


def _judge_group(
    checker: Checker,
    name: str,
    group: list[Link],
    left: Frames,
    delivered: Frames,
    known: Mapping[str, frozenset[str]],
    stopped: set[str],
) -> tuple[list[Verdict], Frames]:
    """The group's verdicts; repeated while rows fall that others of the same table name."""
    verdicts: list[Verdict] = []
    while True:
        keys = {link.target: _keys(link.target, left, delivered, known, stopped) for link in group}
        # A feed that the company does not have cannot be missed.
        there = tuple(
            link for link in group if keys[link.target].present or link.target in delivered
        )
        checks = [check for link in there for check in link_checks(link)]
        found = checker.judge(tasks_of(checks, with_status(left[name], there, keys)))
        verdicts = _joined(verdicts, found)
        before = len(left[name])
        left = left | _without_faulty({name: left[name]}, found)
        if len(left[name]) == before or all(link.target != name for link in there):
            return verdicts, left


def _joined(before: list[Verdict], again: list[Verdict]) -> list[Verdict]:
    """The verdicts of a repeated round, with the rows that fell in earlier ones."""
    if not before:
        return again
    return [
        replace(old, rows=_each_once(pd.concat([old.rows, new.rows])))
        for old, new in zip(before, again, strict=True)
    ]


def _each_once(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[~rows.index.duplicated()]


def _keys(
    table: str,
    left: Frames,
    delivered: Frames,
    known: Mapping[str, frozenset[str]],
    stopped: set[str],
) -> Keys:
    """Keys a row may name. One kept out of this delivery counts as gone even where the
    warehouse knows it: loading the delivery supersedes it."""
    key = TABLES[table].key[0]
    there = set(left[table][key]) if table in left else set()
    came = delivered[table] if table in delivered else TABLES[table].empty()
    came = came[~came["source"].isin(stopped)]
    gone = set(came[key].dropna()) - there
    return Keys(there | (set(known.get(table, ())) - gone), gone)


def _judge_money(checker: Checker, usable: Frames) -> list[Verdict]:
    frames = with_evidence(CanonicalTables(usable))
    suites = money_suites()
    tasks = [task for name, frame in frames.items() for task in tasks_of(suites[name], frame)]
    return checker.judge(tasks)


def _results(verdicts: list[Verdict]) -> pd.DataFrame:
    rows = [_result(verdict.check, verdict.checked, len(verdict.rows)) for verdict in verdicts]
    return frame_of(RESULT_DTYPES, rows)


def _result(check: Check, checked: int, failed: int) -> dict[str, object]:
    return {
        "rule": check.rule,
        "table_name": check.table,
        "column_name": check.column,
        "severity": str(check.severity),
        "checked": checked,
        "failed": failed,
    }


def _held(verdicts: Iterable[Verdict], stopped: set[str]) -> dict[str, tuple[str, ...]]:
    """Rules of severity hold by account; rows that are not loaded anyway hold nobody."""
    reasons: dict[str, set[str]] = {}
    for verdict in verdicts:
        if verdict.check.severity is Severity.HOLD:
            loaded = verdict.rows[~verdict.rows["source"].isin(stopped)]
            for account in _accounts_touched(verdict.check, loaded):
                reasons.setdefault(account, set()).add(verdict.check.rule)
    return {account: tuple(sorted(rules)) for account, rules in sorted(reasons.items())}


def _accounts_touched(check: Check, rows: pd.DataFrame) -> list[str]:
    """The rows' accounts; of a line whose account is not its document's, both."""
    ends = ["account_id", *({OTHER_ACCOUNT} & set(check.evidence))]
    return pd.concat([rows[end] for end in ends]).dropna().unique().tolist()
