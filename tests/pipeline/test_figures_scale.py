"""Figures of many clients take as much more as there are more clients, in bounded memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import measured_figures
import pytest
from measured_figures import Measured

from pipeline.ingest.ingest import ingest
from pipeline.settings import load_settings
from samples import generate
from warehouse import open_warehouse

pytestmark = pytest.mark.long

FEWER, MORE = 200, int(os.environ.get("CARTERA_FIGURES_CLIENTS", "800"))
"""`CARTERA_FIGURES_CLIENTS=4000` takes an hour."""

PEAK_MIB = 1_024


def measured(folder: Path, clients: int) -> Measured:
    """Load a sample company, and compute its figures in a process of its own."""
    generate(folder, clients, 7)
    settings = load_settings(folder)
    with open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, measured_figures.__file__, str(folder)],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def test_figures_cost_is_linear_in_clients_and_memory_is_bounded(tmp_path: Path) -> None:
    fewer, more = measured(tmp_path / "fewer", FEWER), measured(tmp_path / "more", MORE)
    growth = more.clients / fewer.clients
    assert more.figures == pytest.approx(fewer.figures * growth, rel=0.01)
    assert more.client_seconds < 1.15 * growth * fewer.client_seconds
    assert more.group_seconds < 1.15 * growth * fewer.group_seconds
    assert more.peak_mib < PEAK_MIB
