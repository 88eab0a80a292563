"""Judge a delivery: which rows can be used, whose money does not add up, what to mend."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from expectations.alone import RowsAlone
from expectations.check import Check, Verdict
from expectations.checker import Checker
from expectations.data_docs import DataDocs
from expectations.faults import faults_of
from expectations.linked import judge_links, labels_kept_out
from expectations.report import RESULT_DTYPES, ValidationReport
from expectations.staged import Staged
from expectations.stopping import stopped_tables
from expectations.together import judge_kept
from transforms.core.canonical import CanonicalTables, Severity, frame_of

_OTHER_ACCOUNT = "invoice_account_id"
"""Helper column of the account at the other end of a line or payment: it is held as well."""


class Validation:
    """Judges a delivery that comes in pieces: each row alone as it comes, then all together.

    Judged rows are staged. `known` holds keys already in the warehouse by table: rows may name
    those, too. `line_tolerances` are the minor units a line, by source, that documents may
    differ by. Great Expectations' own pages go into the folder `data_docs`, if one is named.
    """

    def __init__(
        self,
        staged: Staged,
        known: Mapping[str, frozenset[str]],
        line_tolerances: Mapping[str, int] | None = None,
        data_docs: Path | None = None,
    ) -> None:
        self._staged = staged
        self._known = known
        self._line_tolerances = line_tolerances or {}
        self._docs = DataDocs(data_docs) if data_docs else None
        self._checker = Checker.start(self._docs.record if self._docs else None)
        self._alone = RowsAlone(self._checker)

    def take(self, tables: CanonicalTables) -> None:
        """Judge the next rows of some tables by themselves, and stage them."""
        for name, rows, kept_out in self._alone.take(tables):
            self._staged.add(name, rows, kept_out)

    def finish(
        self,
        unreadable: Iterable[str] = (),
        tables: frozenset[str] | None = None,
        orphans: Mapping[str, int] | None = None,
    ) -> ValidationReport:
        """Judge what was taken as a whole, without the rows of sources that turned out to be
        unreadable; `tables` are those that the delivery holds, if they are not all, and
        `orphans` counts by table the rows that reading kept out because they join nobody."""
        staged, checker, orphans = self._staged, self._checker, orphans or {}
        for source in unreadable:
            self._alone.forget(source)
            staged.drop_source(source)
        self._drop_absent(tables, orphans)
        delivered = tuple(staged.names)
        alone = self._alone.verdicts(staged)
        stops, stopped = stopped_tables(checker, self._alone.rows_by_source(delivered), alone)
        for name, labels in labels_kept_out(alone).items():
            staged.keep_out(name, labels)
        _drop_stopped(staged, {item.source for item in stopped})
        linked = judge_links(checker, staged, delivered, self._known, orphans)
        verdicts = [*alone, *linked, *judge_kept(checker, staged, self._line_tolerances)]
        if self._docs:
            self._docs.write(checker.context)
        return ValidationReport(
            _results([*alone, *stops, *verdicts[len(alone) :]]),
            faults_of(verdicts, stopped),
            _held(verdicts, {item.source for item in stopped}),
            {item.source: item.told for item in reversed(stopped)},
        )

    def _drop_absent(self, tables: frozenset[str] | None, orphans: Mapping[str, int]) -> None:
        """No tables that the delivery does not hold, nor those of which no row joined anybody."""
        for name in self._staged.names:
            is_there = tables is None or name in tables
            came = self._alone.rows_by_source([name])[name]
            if not is_there or (name in orphans and not any(came.values())):
                self._staged.drop_table(name)


def _drop_stopped(staged: Staged, stopped: set[str]) -> None:
    """No rows of stopped sources; a table that nobody else delivered is left out altogether,
    as if it had not come, so that what is already loaded stays."""
    if not stopped:
        return
    usable = {name: staged.kept_rows(name) for name in staged.names}
    for source in sorted(stopped):
        staged.drop_source(source)
    for name, rows in usable.items():
        if rows and not set(rows) - stopped:
            staged.drop_table(name)


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
        if verdict.check.severity is Severity.HOLD and len(verdict.rows):
            loaded = verdict.rows[~verdict.rows["source"].isin(stopped)]
            for account in _accounts_touched(verdict.check, loaded):
                reasons.setdefault(account, set()).add(verdict.check.rule)
    return {account: tuple(sorted(rules)) for account, rules in sorted(reasons.items())}


def _accounts_touched(check: Check, rows: pd.DataFrame) -> list[str]:
    """The rows' accounts; of a line whose account is not its document's, both."""
    ends = ["account_id", *({_OTHER_ACCOUNT} & set(check.evidence))]
    return pd.concat([rows[end] for end in ends]).dropna().unique().tolist()
