"""Runs that are killed, again and again, at moments that nobody chose: nothing is lost, nothing
stays, and what is published in the end is what an undisturbed run publishes."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_company import small_company
from victims import OF_SAMPLE, OF_SMALL_COMPANY, Victim, WarmVictim, WholeVictim
from warm_runs import WarmRuns, warm_runs

from flows.temporary_server import temporary_server
from samples import generate

QUARTER = "2026-Q3"


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


WriteCompany = Callable[[Path], object]
MakeFolder = Callable[[str, WriteCompany], tuple[Path, str]]


@pytest.fixture
def make_folder(tmp_path: Path, make_empty_database: Callable[[str], str]) -> MakeFolder:
    """Makes companies, each with the address of a new database without tables as yet."""

    def make(kind: str, write: WriteCompany) -> tuple[Path, str]:
        folder = tmp_path / f"company-{len(list(tmp_path.iterdir()))}"
        write(folder)
        (folder / "tmp").mkdir()
        url = f"sqlite:///{folder}/warehouse.db" if kind == "sqlite" else make_empty_database(kind)
        return folder, url

    return make


def sample(folder: Path) -> None:
    generate(folder, 2, 7)


@pytest.mark.thorough
def test_a_small_company_killed_three_times_publishes_what_an_undisturbed_one_does(
    make_folder: MakeFolder, runs: WarmRuns, database_kind: str
) -> None:
    def make() -> Victim:
        place = make_folder(database_kind, small_company)
        return WarmVictim(*place, QUARTER, OF_SMALL_COMPANY, runs)

    _killed_and_killed(make, 3)  # six, as there are two databases


@pytest.mark.long
def test_so_does_one_with_every_kind_of_table_that_is_killed_fifty_times(
    make_folder: MakeFolder, runs: WarmRuns, database_kind: str
) -> None:
    def make() -> Victim:
        return WarmVictim(*make_folder(database_kind, sample), QUARTER, OF_SAMPLE, runs)

    _killed_and_killed(make, 50)


@pytest.mark.long
def test_so_do_runs_that_are_killed_with_their_workers_or_without(
    make_folder: MakeFolder, api: str, database_kind: str
) -> None:
    def make() -> Victim:
        return WholeVictim(*make_folder(database_kind, sample), QUARTER, OF_SAMPLE, api)

    _killed_and_killed(make, 5)


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
