"""Worker processes: what comes back from them, and that none is left behind."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flows.workers import RunOverError, WorkerKilledError, worker_processes
from pipeline.compute.shards import FEWEST_PER_SHARD, shards_of
from pipeline.publishing.publish import DiskFullError
from transforms.tables import TABLES

pytestmark = pytest.mark.thorough


def full_disk() -> None:
    raise DiskFullError("deck.pptx", Path("/somewhere"))


def killed() -> None:
    os._exit(9)


def test_a_worker_hands_back_results_and_one_sentence_failures() -> None:
    with worker_processes(1) as workers:
        assert workers.call(divmod, 17, 5) == (3, 2)
        with pytest.raises(DiskFullError, match=r"deck\.pptx could not be written to /somewhere"):
            workers.call(full_disk)


def test_a_killed_worker_is_told_in_one_sentence() -> None:
    with worker_processes(1) as workers, pytest.raises(WorkerKilledError, match="fewer `workers`"):
        workers.call(killed)


def test_what_waits_for_a_worker_is_told_that_the_run_is_over() -> None:
    """An error of ours, which no task tries again: retries would keep a stopped run for seconds."""
    with ThreadPoolExecutor(8) as tasks:
        with worker_processes(1) as workers:
            begun = [tasks.submit(workers.call, time.sleep, 1) for _ in range(8)]
            begun[0].result()
        told = [task.exception() for task in begun]
    assert {type(error) for error in told} == {type(None), RunOverError}
    with pytest.raises(RunOverError, match="before this part of it was begun"):
        workers.call(divmod, 17, 5)


_RUN = """
import os, time
from flows.workers import worker_processes
if __name__ == "__main__":
    with worker_processes(1) as workers:
        print(workers.call(os.getpid), flush=True)
        time.sleep(60)
"""


def test_workers_end_when_the_run_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(_RUN)
    path = os.pathsep.join(str(Path(item).resolve()) for item in (".", *sys.path) if item)
    command = [sys.executable, str(script)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}
    ) as run:
        assert run.stdout is not None
        worker = int(run.stdout.readline())
        run.kill()
    patience = time.monotonic() + 20
    while _is_there(worker) and time.monotonic() < patience:
        time.sleep(0.1)
    assert not _is_there(worker)


def _is_there(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"  # a zombie only waits to be counted


@pytest.mark.parametrize(
    ("clients", "workers", "sizes"),
    [
        (FEWEST_PER_SHARD * 2 - 1, 2, [15]),
        (24, 2, [12, 12]),
        (24, 8, [8, 8, 8]),
        (401, 1, [134, 134, 133]),
    ],
)
def test_clients_are_dealt_out_evenly(clients: int, workers: int, sizes: list[int]) -> None:
    import pandas as pd

    rows = pd.DataFrame({"account_id": [f"A{n:04}" for n in range(clients)]})
    shards = shards_of(TABLES["accounts"].conform(rows), "EUR", workers)
    assert [len(shard.client_ids) for shard in shards] == sizes
