"""What a person reads of how things stand."""

import pandas as pd

from cli.tables import console, table
from cli.words import Words
from pipeline.compute.restatements import Restatement
from pipeline.state import CompanyState
from reports.client import CausingRow
from transforms.kpis import specs
from warehouse import RunRecord


def print_status(state: CompanyState, words: Words) -> None:
    """Runs, held accounts, quarantine; a part with nothing in it is left out."""
    out = console()
    if not state.runs:
        out.print(words.say("status_none"))
    else:
        columns = ("run", "period", "known_at", "started", "state")
        out.print(_table("status_runs", columns, _run_rows(state.runs, words), words))
    if not state.held.empty:
        rows = [
            (str(row.client_name), str(row.account_id), words.reason(str(row.reason)))
            for row in state.held.itertuples()
        ]
        out.print()
        out.print(_table("status_held", ("client", "id", "why"), rows, words))
    if not state.quarantine.empty:
        columns = ("source", "rule", "file", "line", "column", "expected")
        out.print()
        out.print(_table("status_quarantine", columns, _fault_rows(state.quarantine, words), words))
    if state.restated:
        columns = ("client", "figure", "period", "old", "new", "rows")
        out.print()
        out.print(_table("status_restated", columns, _restated_rows(state.restated, words), words))


def _restated_rows(restated: tuple[Restatement, ...], words: Words) -> list[tuple[str, ...]]:
    return [
        (
            item.client_id,
            specs()[item.kpi].words[words.language].name,
            item.period,
            f"{item.old or item.old_reason} {item.currency}".strip(),
            f"{item.new or item.new_reason} {item.currency}".strip(),
            "; ".join(_cause(row, words) for row in item.rows),
        )
        for item in restated
    ]


def _cause(row: CausingRow, words: Words) -> str:
    return f"{row.source_file}:{row.source_line} ({words.say(f'row_{row.change}')})"


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]], words: Words):
    return table(words.say(title), [words.say(f"column_{name}") for name in columns], rows)


def _run_rows(runs: tuple[RunRecord, ...], words: Words) -> list[tuple[str, ...]]:
    return [
        (
            run.run_id,
            run.period,
            f"{run.known_at:%Y-%m-%d %H:%M}",
            f"{run.started_at:%Y-%m-%d %H:%M}",
            ": ".join(filter(None, (words.say(f"state_{run.state.value}"), run.why))),
        )
        for run in runs
    ]


def _fault_rows(quarantine: pd.DataFrame, words: Words) -> list[tuple[str, ...]]:
    kept_out = quarantine[quarantine["severity"] == "quarantine"].fillna({"column_name": ""})
    rows = kept_out[["source", "rule", "source_file", "source_line", "column_name"]]
    return [
        (str(source), words.reason(str(rule)), *map(str, rest), expected)
        for (source, rule, *rest), expected in zip(
            rows.itertuples(index=False), words.expected(kept_out), strict=True
        )
    ]
