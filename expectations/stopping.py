"""When a source's file is at fault rather than its rows, so that none of it is loaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from expectations import measures
from expectations.check import Check, Verdict, Within
from expectations.checker import Checker
from expectations.wording import catalogue
from transforms.canonical import Severity

_FEWEST_ROWS = 20
"""Of fewer rows a share says little."""

_LARGEST_UNUSABLE_SHARE = 0.5


@dataclass(frozen=True)
class StoppedTable:
    """A source's table most of whose rows cannot be used."""

    source: str
    table: str
    rows: int
    unusable: int
    rule: str
    """The rule that most of them break."""

    @property
    def sentence(self) -> str:
        """What happened and what to do, for a person."""
        name = catalogue("en").rule(self.rule).name.lower()
        return (
            f"{self.source}: {self.unusable:,} of {self.rows:,} rows of {self.table} cannot be "
            f"used, most of them for '{name}', so nothing of {self.source} was loaded; compare "
            f"the export's columns with the mapping of {self.source} and land it again."
        )


def stop_check(table: str) -> Check:
    """That at most half of a source's rows of this table are unusable."""
    return Check(
        "most_rows_unusable",
        table,
        "",
        Severity.STOP,
        measures.number("unusable_share"),
        Within(high=_LARGEST_UNUSABLE_SHARE),
        details=(("share", f"{_LARGEST_UNUSABLE_SHARE:.0%}"), ("fewest", str(_FEWEST_ROWS))),
    )


def stopped_tables(
    checker: Checker, frames: Mapping[str, pd.DataFrame], row_verdicts: Iterable[Verdict]
) -> tuple[list[Verdict], list[StoppedTable]]:
    """One verdict a table (its rows are sources), and what is to be stopped."""
    verdicts = list(row_verdicts)
    judged = [
        (table, _judge(checker, table, frame, [v for v in verdicts if v.check.table == table]))
        for table, frame in frames.items()
    ]
    stopped = [
        StoppedTable(row["source"], table, int(row["rows"]), int(row["unusable"]), row["rule"])
        for table, verdict in judged
        for row in verdict.rows.to_dict("records")
    ]
    return [verdict for _, verdict in judged], stopped


def _judge(checker: Checker, table: str, frame: pd.DataFrame, verdicts: list[Verdict]) -> Verdict:
    broken = [_unusable(verdict) for verdict in verdicts]
    faults = pd.concat([part for part in broken if len(part)] or [_none_unusable()])
    sources = _shares(frame, faults)
    return checker.judge([stop_check(table)], sources)[0]


def _unusable(verdict: Verdict) -> pd.DataFrame:
    keeps_out = verdict.check.severity is Severity.QUARANTINE
    # A file sent twice repeats every row, and none of them is wrong.
    keeps_out = keeps_out and verdict.check.rule != "exact_repeat"
    rows = verdict.rows[["source"]] if keeps_out else verdict.rows[["source"]].head(0)
    return rows.assign(rule=verdict.check.rule)


def _none_unusable() -> pd.DataFrame:
    return pd.DataFrame({"source": [], "rule": []}, dtype="str")


def _shares(frame: pd.DataFrame, faults: pd.DataFrame) -> pd.DataFrame:
    """One row a source with enough rows: its rows, those unusable, and the main rule."""
    rows = frame.groupby("source", sort=True).size()
    unusable = faults[~faults.index.duplicated()].groupby("source").size()
    main = faults.groupby("source")["rule"].agg(lambda rules: rules.mode().iloc[0])
    shares = pd.DataFrame({"rows": rows[rows >= _FEWEST_ROWS]})
    shares = shares.assign(
        unusable=unusable.reindex(shares.index).fillna(0),
        rule=main.reindex(shares.index).astype("str"),
    )
    shares = shares.assign(unusable_share=shares["unusable"] / shares["rows"])
    return shares.reset_index()
