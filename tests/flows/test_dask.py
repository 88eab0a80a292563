"""A Dask cluster does what processes do: a real scheduler, two workers, the same bytes."""

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from cluster_work import always_killed, full_disk, killed_once
from distributed import Client

from flows.chosen_workers import workers_of
from flows.dask_workers import (
    DaskWorkerLostError,
    NoDaskWorkerError,
    SchedulerUnreachableError,
    UnfitDaskWorkerError,
    _difference,
    _machine,
)
from flows.workers import RunOverError, Workers
from messages.clause import clause
from messages.errors import worded
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.publishing.publish import DiskFullError
from pipeline.run_context import RunOrder
from pipeline.settings import Settings, load_settings
from pipeline.work import (
    figures_of_shard,
    figures_together,
    file_of_all,
    files_of_managers,
    files_of_shard,
)
from samples import generate
from transforms.core.periods import Period
from warehouse import open_warehouse

pytestmark = pytest.mark.long  # real kills, clusters and disks take minutes

CHECKOUT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120
PERIOD = "2026-Q3"
CLIENTS = 16
"""Two shards."""


PAGE = (CHECKOUT / "docs" / "scaling.md").read_text("utf-8")
SCHEDULER, WORKERS = re.findall(r"```sh\n(.*)\n(.*)\n```", PAGE)[0]


@contextmanager
def typed(line: str, address: str) -> Iterator[None]:
    """A line of the page at work, on this machine."""
    host, _, port = address.removeprefix("tcp://").partition(":")
    here = line.replace("10.0.0.5", host).replace("8786", port)
    here = here.replace(".venv/bin/", f"{Path(sys.executable).parent}/")
    path = os.pathsep.join((str(CHECKOUT), str(Path(__file__).parent)))
    with subprocess.Popen(
        here.split(),
        env=os.environ | {"PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    address = f"tcp://127.0.0.1:{_free_port()}"
    with typed(SCHEDULER, address), Client(address, timeout=PATIENCE_SECONDS, set_as_default=False):
        yield address


@contextmanager
def working(scheduler: str, line: str) -> Iterator[None]:
    """With the two workers that a line starts."""
    with (
        typed(line, scheduler),
        Client(scheduler, timeout=PATIENCE_SECONDS, set_as_default=False) as client,
    ):
        client.wait_for_workers(2, timeout=PATIENCE_SECONDS)
        yield


@pytest.fixture
def two_workers(scheduler: str) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with working(scheduler, WORKERS):
        yield scheduler


@pytest.fixture
def settings(company: Path, make_database) -> Settings:
    """The sample company's, on PostgreSQL."""
    return replace(load_settings(company), warehouse_url=make_database("postgresql"))


@contextmanager
def workers_at(address: str, settings: Settings) -> Iterator[Workers]:
    with workers_of(replace(settings, dask=address)) as workers:
        yield workers


def test_a_cluster_hands_back_results_and_one_sentence_failures(
    two_workers: str, settings: Settings, tmp_path: Path
) -> None:
    with workers_at(two_workers, settings) as workers:
        assert workers.call(divmod, 17, 5) == (3, 2)
        with pytest.raises(DiskFullError, match=r"deck\.pptx could not be written to /somewhere"):
            workers.call(full_disk)
        assert workers.call(killed_once, tmp_path / "trace") != os.getpid()
    with pytest.raises(RunOverError, match="before this part of it was begun"):
        workers.call(divmod, 17, 5)
    assert list(settings.root.rglob(".staged-*")) == []


@contextmanager
def running(company: Path, **said: str) -> Iterator[None]:
    """A run by hand, in a process of its own; one client of the sample is always held back."""
    kept = {name: text for name, text in os.environ.items() if name != "PREFECT_API_URL"}
    with subprocess.Popen(
        [sys.executable, "-m", "cli.main", "run", "--company", company, "--period", PERIOD],
        env=kept | said | {"LC_ALL": "C.UTF-8", "CARTERA_RUN__WORKERS": "2"},
        cwd=CHECKOUT,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield
        _, told = process.communicate(timeout=1200)
    assert process.returncode == 3, told


def bytes_of(company: Path) -> dict[str, str]:
    """SHA-256 of every published file; manifests and validation pages tell ids of runs."""
    return {
        str(path.relative_to(company)): hashlib.sha256(path.read_bytes()).hexdigest()
        for kind in ("pptx", "xlsx", "md")
        for path in (company / "output").rglob(f"*.{kind}")
    }


def test_a_part_that_no_worker_survives_is_told(two_workers: str, settings: Settings) -> None:
    with workers_at(two_workers, settings) as workers, pytest.raises(DaskWorkerLostError):
        workers.call(always_killed)


def test_a_scheduler_that_is_not_there_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.dask_workers._LONGEST_CONNECT_SECONDS", 1)
    nowhere = f"tcp://127.0.0.1:{_free_port()}"
    for address in (nowhere, "no address"):
        with (
            pytest.raises(
                SchedulerUnreachableError, match=f"no Dask scheduler answers at {address}"
            ),
            workers_at(address, settings),
        ):
            pass


def test_a_scheduler_without_workers_is_told(
    scheduler: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.dask_workers._LONGEST_CONNECT_SECONDS", 3)
    with pytest.raises(NoDaskWorkerError), workers_at(scheduler, settings):
        pass


def test_a_worker_that_does_two_things_at_once_is_told(scheduler: str, settings: Settings) -> None:
    with (
        working(scheduler, WORKERS.replace("--nthreads 1", "--nthreads 2")),
        pytest.raises(UnfitDaskWorkerError, match="start it with --nthreads 1"),
        workers_at(scheduler, settings),
    ):
        pass


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (lambda here: replace(here, cartera="0.0.9"), "it has Cartera 0.0.9 on Python"),
        (lambda here: replace(here, unseen=("/srv/output/.staged-1",)), "files that are in /srv/o"),
        (lambda here: replace(here, fault=clause("dask-threads")), "--nthreads"),
        (lambda here: ModuleNotFoundError("pipeline"), "cannot load Cartera"),
        (lambda here: here, ""),
    ],
)
def test_a_worker_that_would_make_other_files_is_told(there, told: str) -> None:
    here = replace(_machine("sqlite://", ()), fault=None)
    difference = _difference(here, there(here))
    assert told in (worded(difference, "en") if difference else "")
    assert (difference is None) == (not told)


def ordered(settings: Settings) -> RunOrder:
    period = Period.parse(PERIOD, settings.company.fiscal_start_month)
    with open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
        known_at = cut_off(warehouse, None)
        shards = known_shards(settings, warehouse, known_at, ())
        run_id = warehouse.start_run(PERIOD, known_at)
    return RunOrder(settings, period, known_at, shards, run_id)


def worked(settings: Settings) -> int:
    """What the flow gives to workers, all at once as its tasks do; returns how many shards."""
    order = ordered(settings)
    with workers_of(settings) as workers, ThreadPoolExecutor() as tasks:
        list(tasks.map(partial(workers.call, figures_of_shard, order), order.shards))
        for period in (order.period, order.period.previous, order.period.year_ago):
            workers.call(figures_together, order, period)
        made = list(tasks.map(partial(workers.call, files_of_shard, order), order.shards))
        clients = tuple(outcome for outcomes in made for outcome in outcomes)
        workers.call(file_of_all, order, clients)
        workers.call(files_of_managers, order, clients)
    return len(order.shards)


def test_a_cluster_makes_the_same_bytes_as_processes(
    two_workers: str, tmp_path: Path, make_database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.compute.shards.FEWEST_PER_SHARD", 2)
    for name in ("here", "there"):
        generate(tmp_path / name, 4, 7)
    here, there = (
        replace(
            load_settings(tmp_path / name),
            workers=2,
            dask=address,
            warehouse_url=make_database("postgresql"),
        )
        for name, address in (("here", ""), ("there", two_workers))
    )
    assert worked(here) == worked(there) == 2
    assert len(bytes_of(tmp_path / "here")) > 4
    assert bytes_of(tmp_path / "here") == bytes_of(tmp_path / "there")


@pytest.mark.long
def test_a_run_whose_cluster_loses_a_worker_makes_the_same_bytes(
    two_workers: str, tmp_path: Path, make_database
) -> None:
    generate(tmp_path / "here", CLIENTS, 7)
    shutil.copytree(tmp_path / "here", tmp_path / "there")
    with running(tmp_path / "here"):
        pass
    url = make_database("postgresql")
    with (
        running(tmp_path / "there", CARTERA_RUN__DASK=two_workers, CARTERA_WAREHOUSE__URL=url),
        Client(two_workers, set_as_default=False) as client,
    ):
        while not bytes_of(tmp_path / "there"):
            time.sleep(0.2)
        os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
    assert len(bytes_of(tmp_path / "here")) > CLIENTS
    assert bytes_of(tmp_path / "here") == bytes_of(tmp_path / "there")
