"""When a source's file is at fault rather than its rows, so that none of it is loaded."""

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from expectations.check import Check, Verdict
from expectations.checker import Checker
from expectations.suite_book import suites
from expectations.vocabulary import FEWEST_ROWS
from expectations.wording import expected_clause
from messages.clause import Clause, clause, named
from transforms.core.canonical import Severity


@dataclass(frozen=True)
class StoppedTable:
    """A source's table most of whose rows cannot be used."""

    source: str
    table: str
    rows: int
    unusable: int
    rule: str
    """The rule that most of them break."""
    source_file: str
    source_line: int
    """Where the first of them stands."""

    @property
    def told(self) -> Clause:
        """What happened and what to do, for a person."""
        return clause(
            "export-rows-unusable",
            source=self.source,
            unusable=self.unusable,
            rows=self.rows,
            table=clause(named("table", self.table)),
            rule=clause(f"{named('rule', self.rule)}.name"),
            file=self.source_file,
            line=self.source_line,
        )

    def as_fault(self) -> dict[str, object]:
        """One row of the quarantine."""
        evidence = {"rows": self.rows, "unusable": self.unusable, "rule": self.rule}
        (check,) = suites()[self.table].checks("of_sources")
        return {
            "source": self.source,
            "source_file": self.source_file,
            "source_line": self.source_line,
            "table_name": self.table,
            "column_name": "",
            "rule": check.rule,
            "severity": str(check.severity),
            "account_id": "",
            "expected": expected_clause(check).stored(),
            "currency": "",
            "raw": json.dumps(evidence),
        }


def stopped_tables(
    checker: Checker, rows: Mapping[str, Mapping[str, int]], row_verdicts: Iterable[Verdict]
) -> tuple[list[Verdict], list[StoppedTable]]:
    """One verdict a table (its rows are sources), and what is to be stopped. `rows` tells how
    many came by table and source."""
    broken: dict[str, list[pd.DataFrame]] = {name: [] for name in rows}
    for verdict in row_verdicts:
        if _keeps_out(verdict.check):
            broken[verdict.check.table].append(_unusable(verdict))
    verdicts = [
        Verdict(judged.check, judged.checked, judged.rows)
        for name, by_source in rows.items()
        for judged in checker.judge(
            suites()[name].checks("of_sources"), _shares(by_source, pd.concat(broken[name]))
        )
    ]
    stopped = [
        _stopped_table(verdict.check.table, row)
        for verdict in verdicts
        for row in verdict.rows.to_dict("records")
    ]
    return verdicts, stopped


def _stopped_table(table: str, row: dict[Hashable, Any]) -> StoppedTable:
    return StoppedTable(
        row["source"],
        table,
        int(row["rows"]),
        int(row["unusable"]),
        row["rule"],
        row["source_file"],
        int(row["source_line"]),
    )


def _keeps_out(check: Check) -> bool:
    # A file sent twice repeats every row, and none of them is wrong.
    return check.severity is Severity.QUARANTINE and check.rule != "exact_repeat"


def _unusable(verdict: Verdict) -> pd.DataFrame:
    return verdict.rows[["source", "source_file", "source_line"]].assign(rule=verdict.check.rule)


def _shares(by_source: Mapping[str, int], faults: pd.DataFrame) -> pd.DataFrame:
    """One row a source with enough rows: its rows, those unusable, the main rule, the first."""
    names = pd.Index(sorted(by_source), dtype="str", name="source")
    rows = pd.Series([by_source[name] for name in names], index=names, dtype="int64")
    each = faults[~faults.index.duplicated()].sort_index().groupby("source")
    shares = pd.DataFrame({"rows": rows[rows >= FEWEST_ROWS]}).join(each.size().rename("unusable"))
    main = faults.groupby("source")["rule"].agg(lambda rules: rules.mode().iloc[0])
    shares = shares.join(main).join(each[["source_file", "source_line"]].first())
    shares = shares.assign(unusable=shares["unusable"].fillna(0))
    return shares.assign(unusable_share=shares["unusable"] / shares["rows"]).reset_index()
