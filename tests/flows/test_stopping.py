"""Ctrl-C and SIGTERM end a run at once, in one sentence, and it is recorded."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.settings import load_settings
from samples import generate
from warehouse import RunState, open_warehouse

pytestmark = pytest.mark.thorough

LONGEST_SECONDS = 5
STARTING = "Starting Prefect"
"""What a run says before there is a warehouse."""
SENTENCE = "Error: stopped by a signal; what was already published stands"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stopped") / "company"
    generate(folder, 8, 7)
    return folder


def started(company: Path, *arguments: str) -> "subprocess.Popen[str]":
    """A run as a terminal starts it: a group of processes that Ctrl-C reaches as a whole."""
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    environment.pop("PREFECT_API_URL", None)
    command = [sys.executable, "-m", "cli.main", "run", "--company", str(company), *arguments]
    return subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def heard(run: "subprocess.Popen[str]", until: str) -> None:
    """Reads what the run says up to a line that starts so."""
    assert run.stderr is not None
    said: list[str] = []
    for line in run.stderr:
        said.append(line)
        if line.startswith(until):
            return
    raise AssertionError("".join(said))


@pytest.mark.parametrize(
    ("until", "how"),
    [
        (STARTING, signal.SIGTERM),
        pytest.param("Reading exports", signal.SIGINT, marks=pytest.mark.long),
        ("Computing figures", signal.SIGTERM),
        pytest.param("Writing files", signal.SIGINT, marks=pytest.mark.long),
        pytest.param("Computing figures", signal.SIGINT, marks=pytest.mark.long),
        pytest.param("Writing files", signal.SIGTERM, marks=pytest.mark.long),
    ],
)
def test_a_signal_ends_a_run_in_one_sentence(
    company: Path, until: str, how: signal.Signals
) -> None:
    before = [] if until == STARTING else _states(company)
    with started(company, "--period", "2026-Q3") as run:
        heard(run, until)
        sent = time.monotonic()
        if how is signal.SIGINT:
            os.killpg(run.pid, how)  # Ctrl-C
        else:
            run.send_signal(how)
        _, said = run.communicate(timeout=60)
    assert time.monotonic() - sent < LONGEST_SECONDS
    assert [line for line in said.splitlines() if not line[-1:].isdigit()][-1].startswith(SENTENCE)
    assert "Traceback" not in said
    assert run.returncode == 130
    assert _stays_of(run.pid) == []
    if until != STARTING:
        assert _states(company) == [*before, RunState.INTERRUPTED]


def _states(company: Path) -> list[RunState]:
    """Of its runs, oldest first."""
    with open_warehouse(load_settings(company).warehouse_url) as warehouse:
        return [record.state for record in reversed(warehouse.runs(1000))]


def _stays_of(session: int) -> list[int]:
    """What a run left behind for good: multiprocessing's own tracker ends a moment after it."""
    patience = time.monotonic() + LONGEST_SECONDS
    while (left := _left_of(session)) and time.monotonic() < patience:
        time.sleep(0.1)
    return left


def _left_of(session: int) -> list[int]:
    """Processes that a run left behind."""
    left: list[int] = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            left.append(int(status.parent.name))
    return left
