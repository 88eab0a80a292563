"""What a person reads of how things stand."""

from datetime import UTC, datetime

import pandas as pd

from cli.tables import console, table
from cli.words import expected, reason
from messages.catalogue import Catalogue
from messages.clause import from_stored, named
from messages.errors import worded
from messages.formats import Formats
from pipeline.compute.restatements import Restatement
from pipeline.state import CompanyState
from reports.client import CausingRow
from transforms.kpis import specs
from warehouse import NoticeRecord, RunRecord, StepRecord


def print_status(state: CompanyState, words: Catalogue) -> None:
    """Runs, held accounts, quarantine; a part with nothing in it is left out."""
    out = console()
    if not state.runs:
        out.print(words.say("status-none"))
    else:
        columns = ("run", "period", "known_at", "started", "state")
        out.print(_table("status-runs", columns, _run_rows(state.runs, words), words))
    if state.steps:
        columns = ("step", "parts", "wall_seconds", "cpu_seconds")
        title = words.say("status-steps", run=state.runs[0].run_id)
        named_columns = [words.say(named("column", name)) for name in columns]
        out.print()
        out.print(table(title, named_columns, _step_rows(state.steps, words)))
    if state.feeds:
        columns = ("system", "complete_until", "records", "state")
        out.print()
        out.print(_table("status-feeds", columns, _feed_rows(state, words), words))
    if not state.held.empty:
        rows = [
            (str(row.client_name), str(row.account_id), reason(words, str(row.reason)))
            for row in state.held.itertuples()
        ]
        out.print()
        out.print(_table("status-held", ("client", "id", "why"), rows, words))
    if not state.quarantine.empty:
        columns = ("source", "rule", "file", "line", "column", "expected")
        out.print()
        out.print(_table("status-quarantine", columns, _fault_rows(state.quarantine, words), words))
    if state.untold:
        columns = ("started", "period", "whom", "why")
        out.print()
        out.print(_table("status-untold", columns, _untold_rows(state.untold, words), words))
    if state.restated:
        columns = ("client", "figure", "period", "old", "new", "rows")
        out.print()
        out.print(_table("status-restated", columns, _restated_rows(state.restated, words), words))


def _step_rows(steps: tuple[StepRecord, ...], words: Catalogue) -> list[tuple[str, ...]]:
    formats = Formats(words.language)
    return [
        (
            words.say(named("step", item.step)),
            str(item.parts),
            formats.decimal(item.wall_seconds, 1),
            formats.decimal(item.cpu_seconds, 1),
        )
        for item in steps
    ]


def _feed_rows(state: CompanyState, words: Catalogue) -> list[tuple[str, ...]]:
    """Until when what is there of each system is whole, and why its newest fetch was not."""
    rows: list[tuple[str, ...]] = []
    for item in state.feeds:
        until = item.complete_until
        age = _age(until, words) if until else words.say("status-feed-never")
        known = words.text(item.records) if until else ""
        how = words.say("fetch-state-whole") if until else ""
        rows.append((item.name, age, known, worded(item.why, words.language) if item.why else how))
    return rows


def _age(until: datetime, words: Catalogue) -> str:
    days = (datetime.now(UTC) - until).days
    return words.say("status-feed-age", moment=f"{until:%Y-%m-%d %H:%M}", days=days)


def _untold_rows(untold: tuple[NoticeRecord, ...], words: Catalogue) -> list[tuple[str, ...]]:
    return [
        (
            f"{item.at:%Y-%m-%d %H:%M}",
            item.period,
            item.way,
            worded(from_stored(item.why), words.language),
        )
        for item in untold
    ]


def _restated_rows(restated: tuple[Restatement, ...], words: Catalogue) -> list[tuple[str, ...]]:
    return [
        (
            item.client_id,
            specs()[item.kpi].name(words.language),
            item.period,
            f"{item.old or item.old_reason} {item.currency}".strip(),
            f"{item.new or item.new_reason} {item.currency}".strip(),
            "; ".join(_cause(row, words) for row in item.rows),
        )
        for item in restated
    ]


def _cause(row: CausingRow, words: Catalogue) -> str:
    return f"{row.source_file}:{row.source_line} ({words.say(named('row', row.change))})"


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]], words: Catalogue):
    return table(words.say(title), [words.say(named("column", name)) for name in columns], rows)


def _run_rows(runs: tuple[RunRecord, ...], words: Catalogue) -> list[tuple[str, ...]]:
    return [
        (
            run.run_id,
            run.period,
            f"{run.known_at:%Y-%m-%d %H:%M}",
            f"{run.started_at:%Y-%m-%d %H:%M}",
            ": ".join(filter(None, (words.say(named("state", run.state.value)), _why(run, words)))),
        )
        for run in runs
    ]


def _why(run: RunRecord, words: Catalogue) -> str:
    return worded(from_stored(run.why), words.language)


def _fault_rows(quarantine: pd.DataFrame, words: Catalogue) -> list[tuple[str, ...]]:
    kept_out = quarantine[quarantine["severity"] == "quarantine"].fillna({"column_name": ""})
    rows = kept_out[["source", "rule", "source_file", "source_line", "column_name"]]
    return [
        (str(source), reason(words, str(rule)), *map(str, rest), said)
        for (source, rule, *rest), said in zip(
            rows.itertuples(index=False), expected(words, kept_out), strict=True
        )
    ]
