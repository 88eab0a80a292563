"""What a person reads of how things stand."""

import pandas as pd

from cli.tables import console, table
from cli.words import Words
from flows.state import CompanyState


def print_status(state: CompanyState, words: Words) -> None:
    """Runs, held accounts, quarantine; a part with nothing in it is left out."""
    out = console()
    if state.runs.empty:
        out.print(words.say("status_none"))
    else:
        columns = ("run", "period", "known_at", "state", "started")
        out.print(_table("status_runs", columns, _run_rows(state.runs), words))
    if not state.held.empty:
        rows = [(row.account_id, words.reason(str(row.reason))) for row in state.held.itertuples()]
        out.print()
        out.print(_table("status_held", ("client", "why"), rows, words))
    if not state.quarantine.empty:
        columns = ("source", "rule", "file", "line", "column", "expected")
        out.print()
        out.print(_table("status_quarantine", columns, _fault_rows(state.quarantine, words), words))


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]], words: Words):
    return table(words.say(title), [words.say(f"column_{name}") for name in columns], rows)


def _run_rows(runs: pd.DataFrame) -> list[tuple[str, ...]]:
    return [
        (
            row.run_id,
            row.period,
            f"{row.known_at:%Y-%m-%d %H:%M}",
            row.state,
            f"{row.started_at:%Y-%m-%d %H:%M}",
        )
        for row in runs.itertuples()
    ]


def _fault_rows(quarantine: pd.DataFrame, words: Words) -> list[tuple[str, ...]]:
    kept_out = quarantine[quarantine["severity"] == "quarantine"]
    texts = kept_out[["source", "source_file", "column_name", "expected"]].fillna("")
    return [
        (
            text.source,
            words.reason(str(fault.rule)),
            text.source_file,
            str(fault.source_line),
            text.column_name,
            text.expected,
        )
        for text, fault in zip(texts.itertuples(), kept_out.itertuples(), strict=True)
    ]
