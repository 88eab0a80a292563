"""The manifest: what a run read, published, held back and left out. Written last."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import pandas as pd

from pipeline.compute.restatements import Restatement, restatements
from pipeline.failures import Failure
from pipeline.outcome import PublishedFile, RunResults
from pipeline.publishing.kept import keep_run_file
from pipeline.publishing.publish import replace, write_new
from pipeline.run_context import RunContext
from pipeline.settings import Settings
from warehouse import Subject, SubjectKind


def write_manifest(run: RunContext, results: RunResults) -> Path:
    """`manifest-<run>.json`, and `manifest.json` as a copy of the newest complete one."""
    folder = run.settings.output / str(run.period)
    content = manifest_of(run, results)
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True).encode()
    own, newest = folder / f"manifest-{run.run_id}.json", folder / "manifest.json"
    keep_run_file(run, own, text)
    keep_run_file(run, newest, text)
    written = write_new(own, text)
    replace(newest, text)
    return written.path


def manifest_of(run: RunContext, results: RunResults) -> dict[str, object]:
    """The manifest's content; every path is relative to the output place."""
    warehouse, known_at, clients = run.warehouse, run.known_at, results.clients
    return {
        "run_id": run.run_id,
        "company": run.settings.company.name,
        "period": str(run.period),
        "valuation_date": run.period.valuation_date.isoformat(),
        "known_at": known_at.isoformat(),
        "inputs": inputs_of(warehouse.exports(known_at), run.settings.archive),
        "outputs": [_output(file, run.settings) for file in results.files],
        "stopped_sources": sorted(warehouse.stopped_sources(known_at)),
        "held": [
            {"client_id": item.client_id, "client_name": item.client_name, "reasons": item.held}
            for item in clients
            if item.held
        ],
        "failures": [_failure(item) for item in results.failures],
        "not_made": [asdict(item) for client in clients for item in client.not_made],
        "dropped_slides": [asdict(item) for client in clients for item in client.dropped_slides],
        "restatements": [
            _restatement(item) for item in restatements(run.settings, warehouse, known_at)
        ],
        "control_totals": _records(warehouse.controls(known_at)),
    }


def inputs_of(exports: pd.DataFrame, archive: Path) -> list[dict[str, object]]:
    """The raw files, each with its place inside the archive: where that lies on this machine is
    nobody's business who is handed a manifest."""
    inside = [_inside(str(path), archive) for path in exports["archive_path"]]
    return _records(exports.assign(archive_path=pd.array(inside, dtype="str")))


def _inside(path: str, archive: Path) -> str:
    """The path below the archive; the last two parts where it lay elsewhere when it was kept."""
    own = Path(path)
    if own.is_relative_to(archive):
        return own.relative_to(archive).as_posix()
    return "/".join(own.parts[-2:])


def _restatement(item: Restatement) -> dict[str, object]:
    return {**asdict(item), "old_known_at": item.old_known_at.isoformat()}


def _output(file: PublishedFile, settings: Settings) -> dict[str, object]:
    return {
        **_whose(file.subject),
        "kind": file.kind,
        "language": file.language,
        "version": file.version,
        "path": file.path.relative_to(settings.output).as_posix(),
        "sha256": file.sha256,
        "size": file.size,
        "edition": file.edition,
        "is_new": file.is_new,
    }


def _failure(item: Failure) -> dict[str, object]:
    told = {"what": item.what, "error": item.error, "trace": item.trace}
    return {**_whose(item.subject), **told}


def _whose(subject: Subject) -> dict[str, object]:
    """A client's id or a manager's name; neither for what is of all clients."""
    manager = subject.id if subject.kind is SubjectKind.MANAGER else None
    return {"client_id": subject.client_id, "manager": manager}


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    plain = frame.astype(object).where(frame.notna(), None)
    return [
        {str(name): _plain(value) for name, value in row.items()}
        for row in plain.to_dict("records")
    ]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
