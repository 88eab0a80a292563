"""The clock is set back between two runs, and again in the midst of one: what came last counts, and
nothing is published twice."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from command_line import Cartera
from set_clock import SetClock, clock_at
from small_company import LANDED, small_company
from victims import digest
from warm_runs import WarmRuns, warm_runs

from flows.temporary_server import temporary_server
from warehouse import ArtifactRecord, RunState, open_warehouse

QUARTER = "2026-Q3"
FIRST = datetime(2026, 10, 5, 12, tzinfo=UTC)
BACK = FIRST - timedelta(days=2)
AN_HOUR = 3600.0
OWN_FILE = "2026-Q3/alta-Alta/internal-renewal-alta-Alta-2026-Q3-en-v{version}.xlsx"
"""Of the client whose invoice changes."""
BEFORE, AFTER = "Alta9,Alta,2026-09-01,109.10", "Alta9,Alta,2026-09-01,209.10"


@pytest.fixture(scope="module")
def runs() -> Iterator[WarmRuns]:
    """By a server whose clock goes right."""
    with temporary_server() as server:
        server.wait_until_ready()
        with warm_runs() as started:
            yield started


@dataclass(frozen=True)
class Company:
    """The small one, and how its exports arrive."""

    folder: Path
    url: str
    runs: WarmRuns
    is_dated: bool

    def delivered(self, day: str, by: datetime, before: str = "", after: str = "") -> None:
        """The exports, with a line changed, by whoever wrote them at that time."""
        landing = self.folder / "landing"
        last = (
            max(path for path in landing.iterdir() if path.is_dir()) if self.is_dated else landing
        )
        there = landing / day if self.is_dated else landing
        if there != last:
            shutil.copytree(last, there)
        exports = there / "invoices.csv"
        exports.write_text(exports.read_text().replace(before, after))
        for path in there.iterdir():
            os.utime(path, (by.timestamp(), by.timestamp()))

    def run(self, clock: SetClock) -> str:
        """One to its end; what it said."""
        said = self.folder / "said.txt"
        started = self.runs.started(self.folder, QUARTER, self.url, said, clock)
        assert self.runs.ended(started) == 0, said.read_text()
        assert "Traceback" not in said.read_text()
        return said.read_text()

    def registered(self) -> tuple[ArtifactRecord, ...]:
        """What was published, each of it as it was."""
        with open_warehouse(self.url) as warehouse:
            found = warehouse.artifacts()
        for item in found:
            assert digest(self.folder / "output" / item.path) == item.sha256
        return found

    def september(self, known_at: datetime | None = None) -> int:
        """The changed invoice, in cents, as it was known then or is now."""
        with open_warehouse(self.url) as warehouse:
            known = warehouse.known_at_latest(known_at)
            assert known is not None
            rows = warehouse.read_tables(known).rows("invoices")
        return int(rows.loc[rows["invoice_id"] == "Alta9", "net_minor"].item())

    def known_at(self) -> datetime:
        with open_warehouse(self.url) as warehouse:
            return warehouse.runs()[0].known_at


@pytest.fixture(
    params=[
        ("undated", "sqlite"),
        pytest.param(("dated", "postgresql"), marks=pytest.mark.long),
        pytest.param(("dated", "sqlite"), marks=pytest.mark.long),
        pytest.param(("undated", "postgresql"), marks=pytest.mark.long),
    ],
    ids="-".join,
)
def company(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    runs: WarmRuns,
    make_empty_database: Callable[[str], str],
) -> Company:
    folders, database_kind = request.param
    folder = tmp_path / "company"
    small_company(folder)
    (folder / "tmp").mkdir()
    if folders == "undated":
        for path in (folder / "landing" / LANDED).iterdir():
            path.rename(folder / "landing" / path.name)
        (folder / "landing" / LANDED).rmdir()
    url = make_empty_database(database_kind)
    return Company(folder, url, runs, folders == "dated")


@pytest.mark.thorough
def test_what_came_last_counts_though_the_clock_was_set_back(
    company: Company, cartera: Cartera, monkeypatch: pytest.MonkeyPatch
) -> None:
    company.delivered(LANDED, FIRST)
    company.run(clock_at(FIRST))
    first, known_first = company.registered(), company.known_at()

    company.delivered("2026-10-02", BACK, BEFORE, AFTER)
    company.run(_back_by_an_hour_once(company.folder / "output" / OWN_FILE.format(version=2)))
    second, known_second = company.registered(), company.known_at()
    company.run(clock_at(BACK - timedelta(hours=2)))

    assert known_second > known_first
    assert company.september() == company.september(known_second) == 20910
    assert company.september(known_first) == 10910
    _assert_numbered_on(first, second)
    assert company.registered() == second
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", company.url)
    _assert_told_in_order(company, cartera)
    _assert_nothing_newest_is_let_go(company, cartera)


def _back_by_an_hour_once(published: Path) -> SetClock:
    clock = clock_at(BACK)
    return replace(clock, once=str(published), then=clock.seconds - AN_HOUR)


def _assert_numbered_on(
    first: tuple[ArtifactRecord, ...], second: tuple[ArtifactRecord, ...]
) -> None:
    """What was there stays, the files that show the change have a second version, others none."""
    assert second[: len(first)] == first
    added = second[len(first) :]
    assert {item.version for item in first} == {1}
    assert {item.version for item in added} == {2}
    assert len({item.path for item in second}) == len(second)
    assert OWN_FILE.format(version=2) in {item.path for item in added}
    assert not [item.path for item in added if "/baja-Baja/" in item.path and "qbr" in item.path]


def _assert_told_in_order(company: Company, cartera: Cartera) -> None:
    """The newest first, though each began before the one below it."""
    with open_warehouse(company.url) as warehouse:
        found = warehouse.runs()
    assert [run.state for run in found] == [RunState.PUBLISHED] * 3
    began = [run.started_at for run in found]
    assert began == sorted(began)
    assert found[1].finished_at is not None
    assert found[1].finished_at < found[1].started_at  # it was set back in the midst of it, too
    code, told, _ = cartera("status", "--company", company.folder, "--lang", "en")
    assert code == 0
    places = [told.index(run.run_id) for run in found]
    assert places == sorted(places)


def _assert_nothing_newest_is_let_go(company: Company, cartera: Cartera) -> None:
    with (company.folder / "cartera.toml").open("a") as settings:
        settings.write("\n[retention]\nversions = 1\nmonths = 1\n")
    newest = {
        (item.subject, item.kind): company.folder / "output" / item.path
        for item in company.registered()
    }
    assert cartera("tidy", "--company", company.folder)[0] == 0
    assert all(path.is_file() for path in newest.values())
    assert (company.folder / "output" / QUARTER / "manifest.json").is_file()
