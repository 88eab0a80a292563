"""The manifest: what a run read, published, held back and left out. Written last."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import pandas as pd

from pipeline.compute.restatements import Restatement
from pipeline.failures import Failure
from pipeline.outcome import ClientOutcome, PublishedFile
from pipeline.publishing.publish import replace, write_new
from pipeline.settings import Settings
from transforms.core.periods import Period


def manifest_of(
    settings: Settings,
    run_id: str,
    period: Period,
    known_at: datetime,
    inputs: pd.DataFrame,
    controls: pd.DataFrame,
    stopped: frozenset[str],
    clients: Iterable[ClientOutcome],
    portfolio: PublishedFile | None,
    briefs: tuple[PublishedFile, ...],
    restated: Iterable[Restatement],
    failures: Iterable[Failure],
) -> dict[str, object]:
    """The manifest's content; every path is relative to the output place."""
    clients = tuple(clients)
    files = [file for client in clients for file in client.files]
    if portfolio is not None:
        files.append(portfolio)
    files.extend(briefs)
    return {
        "run_id": run_id,
        "company": settings.company.name,
        "period": str(period),
        "valuation_date": period.valuation_date.isoformat(),
        "known_at": known_at.isoformat(),
        "inputs": _records(inputs),
        "outputs": [_output(file, settings) for file in files],
        "stopped_sources": sorted(stopped),
        "held": [
            {"client_id": item.client_id, "client_name": item.client_name, "reasons": item.held}
            for item in clients
            if item.held
        ],
        "failures": [asdict(item) for item in failures],
        "not_made": [asdict(item) for client in clients for item in client.not_made],
        "dropped_slides": [asdict(item) for client in clients for item in client.dropped_slides],
        "restatements": [_restatement(item) for item in restated],
        "control_totals": _records(controls),
    }


def write_manifest(folder: Path, run_id: str, content: dict[str, object]) -> Path:
    """`manifest-<run>.json`, and `manifest.json` as a copy of the newest complete one."""
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True).encode()
    written = write_new(folder / f"manifest-{run_id}.json", text)
    replace(folder / "manifest.json", text)
    return written.path


def _restatement(item: Restatement) -> dict[str, object]:
    return {**asdict(item), "old_known_at": item.old_known_at.isoformat()}


def _output(file: PublishedFile, settings: Settings) -> dict[str, object]:
    return {**asdict(file), "path": file.path.relative_to(settings.output).as_posix()}


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    plain = frame.astype(object).where(frame.notna(), None)
    return [
        {str(name): _plain(value) for name, value in row.items()}
        for row in plain.to_dict("records")
    ]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
