"""Runs that are killed, again and again, at moments that nobody chose: nothing is lost, nothing
stays, and what is published in the end is what an undisturbed run publishes."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from victims import Victim, WarmVictim, WholeVictim
from warm_runs import WarmRuns, warm_runs

from flows.temporary_server import temporary_server
from samples import generate

pytestmark = pytest.mark.long  # real kills take minutes

QUARTER, MONTH = "2026-Q3", "2026-09"
CLIENTS = 2


@pytest.fixture(scope="module")
def api() -> Iterator[str]:
    """One Prefect server for all runs: what is killed here is Cartera."""
    with temporary_server() as server:
        server.wait_until_ready()
        yield os.environ["PREFECT_API_URL"]


@pytest.fixture(scope="module")
def runs(api: str) -> Iterator[WarmRuns]:
    with warm_runs() as started:
        yield started


MakeFolder = Callable[[str], tuple[Path, str]]


@pytest.fixture
def make_folder(tmp_path: Path, make_empty_database: Callable[[str], str]) -> MakeFolder:
    """Makes companies, each with the address of a new database without tables as yet."""

    def make(kind: str) -> tuple[Path, str]:
        folder = tmp_path / f"company-{len(list(tmp_path.iterdir()))}"
        generate(folder, CLIENTS, 7)
        (folder / "tmp").mkdir()
        url = f"sqlite:///{folder}/warehouse.db" if kind == "sqlite" else make_empty_database(kind)
        return folder, url

    return make


@pytest.mark.parametrize(
    ("period", "kills"),
    [(MONTH, 5), (QUARTER, 50)],
    ids=["few", "many"],
)
def test_runs_killed_at_random_moments_publish_what_an_undisturbed_one_does(
    make_folder: MakeFolder, runs: WarmRuns, database_kind: str, period: str, kills: int
) -> None:
    _killed_and_killed(
        lambda: WarmVictim(*make_folder(database_kind), period=period, runs=runs), kills
    )


def test_so_do_runs_that_are_killed_with_their_workers_or_without(
    make_folder: MakeFolder, api: str, database_kind: str
) -> None:
    _killed_and_killed(lambda: WholeVictim(*make_folder(database_kind), period=QUARTER, api=api), 5)


def _killed_and_killed(make: Callable[[], Victim], kills: int) -> None:
    reference = make()
    seconds = reference.undisturbed()
    reference.assert_whole()
    chance = random.Random()
    moments: list[float] = []
    victim = make()
    while len(moments) < kills:
        moment = chance.uniform(0, seconds)
        if victim.killed(moment, alone=chance.random() < 0.5):
            moments.append(round(moment, 2))
            continue
        _assert_same(victim, reference, moments)
        victim = make()
    victim.undisturbed()
    _assert_same(victim, reference, moments)


def _assert_same(victim: Victim, reference: Victim, moments: list[float]) -> None:
    assert victim.published() == reference.published(), moments
    victim.assert_whole()
