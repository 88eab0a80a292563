"""A renewal workbook as we make it: every formula computed beforehand, then rendered."""

import pickle
from pathlib import Path

from benchmarks.clock import processor_seconds_each
from benchmarks.sample_clients import sample_clients
from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.render.workbook import render_workbook


def prepare(folder: Path, size: int) -> None:
    """Clients who have a workbook, and their workbooks as models."""
    composed = [(client, compose_workbook(client).workbook) for client in sample_clients(size)]
    pairs = [(client, workbook) for client, workbook in composed if workbook is not None]
    (folder / "clients").write_bytes(pickle.dumps([client for client, _ in pairs]))
    (folder / "workbooks").write_bytes(pickle.dumps([workbook for _, workbook in pairs]))


def ours(folder: Path) -> dict[str, float]:
    """Rendering alone, and with composing, a workbook."""
    workbooks = pickle.loads((folder / "workbooks").read_bytes())
    clients = pickle.loads((folder / "clients").read_bytes())
    return {
        "render": processor_seconds_each(render_workbook, workbooks),
        "compose and render": processor_seconds_each(_written, clients),
    }


def _written(client: ClientFile) -> bytes:
    workbook = compose_workbook(client).workbook
    assert workbook is not None
    return render_workbook(workbook)
