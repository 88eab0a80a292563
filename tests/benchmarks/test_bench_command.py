"""`python -m benchmarks` from end to end, every comparison at a tiny size."""

import subprocess
import sys

import pytest

from benchmarks.comparisons import COMPARISONS
from benchmarks.process import CHECKOUT

pytestmark = pytest.mark.long

SIZES = {"deck": 1, "workbook": 3, "figures": 2_000, "exports": 400, "run": 3, "portal": 4}


@pytest.mark.parametrize("name", COMPARISONS)
def test_every_comparison_prints_its_lines(name: str) -> None:
    options = ["--only", name, "--rounds", "1", "--size", str(SIZES.get(name, 500))]
    command = [sys.executable, "-m", "benchmarks", *options]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=1200)
    assert done.returncode == 0, done.stderr
    _, *lines = done.stdout.splitlines()
    assert len(lines) == len(COMPARISONS[name].lines), done.stdout
    assert all(" ms" in line for line in lines), done.stdout
