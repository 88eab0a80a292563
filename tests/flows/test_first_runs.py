"""Runs that are the first of everything: no warehouse, no state of Prefect, and all at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

CHECKOUT = Path(__file__).parents[2]


def test_three_first_runs_at_once_all_start(company: Path) -> None:
    """Each comes as far as its exports, of which there are none."""
    for delivery in (company / "landing").iterdir():
        delivery.rename(company / delivery.name)
    kept = {name: said for name, said in os.environ.items() if not name.startswith("PREFECT_")}
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "cli.main", "run", "--company", company, "--period", period],
            cwd=CHECKOUT,
            env=kept | {"LC_ALL": "C.UTF-8", "CARTERA_RUN__WORKERS": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for period in ("2026-Q1", "2026-Q2", "2026-Q3")
    ]
    ended = [(run.communicate(timeout=600)[1].splitlines()[-1], run.returncode) for run in runs]
    assert [code for _, code in ended] == [1, 1, 1], ended
    assert all("holds no exports" in said for said, _ in ended), ended
