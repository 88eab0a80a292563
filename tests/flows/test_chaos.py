"""Runs that are killed, again and again, at moments that nobody chose: nothing is lost, nothing
stays, and what is published in the end is what an undisturbed run publishes."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.temporary_server import temporary_server
from samples import generate
from warehouse import RunState, open_warehouse

pytestmark = pytest.mark.long  # real kills, clusters and disks take minutes

CHECKOUT = Path(__file__).parents[2]
PERIOD = "2026-Q3"
CLIENTS = 2
SOME_HELD = 3
"""What a run of the sample exits with: one of its clients is always held back."""


@pytest.fixture(scope="module")
def api() -> Iterator[str]:
    """One Prefect server for all runs: what is killed here is Cartera."""
    with temporary_server() as server:
        server.wait_until_ready()
        yield os.environ["PREFECT_API_URL"]


@dataclass(frozen=True)
class Victim:
    """A company whose runs are killed, with a temporary folder of its own."""

    folder: Path
    url: str
    api: str

    def started(self) -> "subprocess.Popen[str]":
        said = {
            "CARTERA_WAREHOUSE__URL": self.url,
            "PREFECT_API_URL": self.api,
            "TMPDIR": str(self.folder / "tmp"),
            "LC_ALL": "C.UTF-8",
        }
        command = ("run", "--company", str(self.folder), "--period", PERIOD)
        return subprocess.Popen(
            [sys.executable, "-m", "cli.main", *command],
            cwd=CHECKOUT,
            env=os.environ | said,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def undisturbed(self) -> float:
        """Run to the end; the seconds that it took."""
        before = time.monotonic()
        with self.started() as run:
            _, said = run.communicate(timeout=600)
        assert run.returncode == SOME_HELD, said
        return time.monotonic() - before

    def killed(self, after: float, *, alone: bool) -> bool:
        """Start a run and kill it, with its workers or alone; whether it was still there."""
        with self.started() as run:
            try:
                run.communicate(timeout=after)
            except subprocess.TimeoutExpired:
                (os.kill if alone else os.killpg)(run.pid, signal.SIGKILL)
                run.wait()
                return True
        return False

    def published(self) -> dict[str, str]:
        """SHA-256 of everything for readers; manifests and validation pages name their run."""
        return {
            path.relative_to(self.folder).as_posix(): digest(path)
            for path in (self.folder / "output").rglob("*")
            if path.suffix in (".pptx", ".xlsx", ".md")
        }

    def assert_whole(self) -> None:
        """What the register says is there, nothing else is, and no run is left half way."""
        output = self.folder / "output"
        with open_warehouse(self.url) as warehouse:
            told = {f"output/{item.path}": item.sha256 for item in warehouse.artifacts()}
            states = [run.state for run in warehouse.runs(1000)]
        assert told == self.published()
        assert states[0] is RunState.PARTLY_PUBLISHED
        assert RunState.RUNNING not in states
        assert [path.name for path in output.rglob(".*")] == []
        assert list(self.folder.rglob("*.lock")) == []
        assert list((self.folder / "tmp").iterdir()) == []
        for path in (self.folder / "archive").rglob("*"):
            assert path.is_dir() or digest(path) in path.name, path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


MakeVictim = Callable[[str], Victim]


@pytest.fixture
def make_victim(tmp_path: Path, make_empty_database: Callable[[str], str], api: str) -> MakeVictim:
    """Makes companies on new databases, without tables as yet."""

    def make(kind: str) -> Victim:
        folder = tmp_path / f"company-{len(list(tmp_path.iterdir()))}"
        generate(folder, CLIENTS, 7)
        (folder / "tmp").mkdir()
        url = f"sqlite:///{folder}/warehouse.db" if kind == "sqlite" else make_empty_database(kind)
        return Victim(folder, url, api)

    return make


@pytest.mark.parametrize("kills", [5, 50], ids=["few", "many"])
def test_runs_killed_at_random_moments_publish_what_an_undisturbed_one_does(
    make_victim: MakeVictim, database_kind: str, kills: int
) -> None:
    reference = make_victim(database_kind)
    seconds = reference.undisturbed()
    reference.assert_whole()
    chance = random.Random()
    moments: list[float] = []
    victim = make_victim(database_kind)
    while len(moments) < kills:
        moment = chance.uniform(0, seconds)
        if victim.killed(moment, alone=chance.random() < 0.5):
            moments.append(round(moment, 2))
            continue
        _assert_same(victim, reference, moments)
        victim = make_victim(database_kind)
    victim.undisturbed()
    _assert_same(victim, reference, moments)


def _assert_same(victim: Victim, reference: Victim, moments: list[float]) -> None:
    assert victim.published() == reference.published(), moments
    victim.assert_whole()
