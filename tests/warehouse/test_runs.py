"""Runs exclude each other by period, and the register of files only grows."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from deliveries import NOVEMBER, OCTOBER
from sqlalchemy.exc import IntegrityError

from warehouse import (
    ArtifactRecord,
    RunFile,
    RunInProgressError,
    RunState,
    Subject,
    Warehouse,
    open_warehouse,
)
from warehouse.portal.store import open_portal_store

ACME = Subject.client("acme")

HOLD_FOREVER = """
import sys, time
from warehouse import open_warehouse
with open_warehouse(sys.argv[1]).run_lock("2026-Q3"):
    print("locked", flush=True)
    time.sleep(60)
"""


class YesterdaysClock(datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) - timedelta(days=1)


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


def deck(run_id: str, version: int = 1, **others) -> ArtifactRecord:
    record = ArtifactRecord(
        run_id=run_id,
        subject=ACME,
        period="2026-Q3",
        kind="deck",
        language="es",
        version=version,
        path=f"2026-Q3/acme/deck-v{version}.pptx",
        sha256="5ha",
        size=2**40,
        edition_id=f"edition-{version}",
        dropped=(("nps", "too_few_answers"),),
    )
    return replace(record, **others)


def test_two_runs_of_one_period_exclude_each_other(warehouse, warehouse_url):
    with warehouse.run_lock("2026-Q3"), open_warehouse(warehouse_url) as other:
        with pytest.raises(RunInProgressError, match=r"a run of 2026-Q3 is in progress"):
            other.run_lock("2026-Q3").__enter__()
        with other.run_lock("2026-Q4"):
            other.start_run("2026-Q4", OCTOBER)
    with warehouse.run_lock("2026-Q3"):
        pass


def test_a_lock_leaves_no_file_beside_the_database(tmp_path):
    with open_warehouse(f"sqlite:///{tmp_path / 'cartera.db'}") as warehouse:
        before = set(tmp_path.iterdir())
        with warehouse.run_lock("2026-Q3"):
            assert len(set(tmp_path.iterdir()) - before) == 1
        assert set(tmp_path.iterdir()) == before


@pytest.mark.thorough
def test_a_killed_run_frees_its_lock_and_is_found_interrupted(warehouse, warehouse_url):
    killed = warehouse.start_run("2026-Q3", OCTOBER)
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD_FOREVER, warehouse_url], stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        with pytest.raises(RunInProgressError), warehouse.run_lock("2026-Q3"):
            pass
        process.kill()
    with warehouse.run_lock("2026-Q3"):
        warehouse.start_run("2026-Q3", OCTOBER)
    states = {run.run_id: run.state for run in warehouse.runs()}
    assert states.pop(killed) is RunState.INTERRUPTED
    assert list(states.values()) == [RunState.RUNNING]


def test_an_error_inside_a_run_frees_the_lock(warehouse):
    with pytest.raises(KeyError), warehouse.run_lock("2026-Q3"):
        raise KeyError
    with warehouse.run_lock("2026-Q3"):
        pass


def test_runs_are_listed_newest_first_with_how_they_ended(warehouse):
    first = warehouse.start_run("2026-Q2", OCTOBER)
    warehouse.finish_run(first, RunState.PUBLISHED)
    second = warehouse.start_run("2026-Q3", NOVEMBER)

    newest, oldest = warehouse.runs()
    assert (newest.run_id, newest.state, newest.finished_at) == (second, RunState.RUNNING, None)
    assert (oldest.run_id, oldest.state) == (first, RunState.PUBLISHED)
    assert oldest.finished_at is not None
    assert oldest.finished_at >= oldest.started_at
    assert oldest.known_at == OCTOBER
    assert len(warehouse.runs(limit=1)) == 1


def test_runs_are_in_the_order_in_which_they_began_though_the_clock_was_set_back(
    warehouse, warehouse_url, monkeypatch
):
    first = warehouse.start_run("2026-Q3", OCTOBER)
    monkeypatch.setattr("warehouse.registry.runs.datetime", YesterdaysClock)
    second = warehouse.start_run("2026-Q3", OCTOBER)
    for run_id, sha256 in ((second, "new"), (first, "old")):
        warehouse.register_run_file(RunFile(run_id, "2026-Q3/validation.html", sha256, 3))

    newest, oldest = warehouse.runs()
    assert newest.started_at < oldest.started_at
    assert (newest.run_id, oldest.run_id) == (second, first)
    assert [file.sha256 for file in warehouse.run_files()] == ["old", "new"]
    with closing(open_portal_store(warehouse_url)) as store:
        assert [run.run_id for run in store.runs(5)] == [second, first]


def test_a_file_is_found_by_what_it_was_made_from(warehouse):
    run_id = warehouse.start_run("2026-Q3", OCTOBER)
    warehouse.register_artifact(deck(run_id))
    warehouse.register_artifact(deck(run_id, 2))

    assert warehouse.find_artifact("edition-1", "deck") == deck(run_id)
    assert warehouse.find_artifact("edition-1", "workbook") is None
    assert warehouse.find_artifact("edition-1", "deck", Subject.client("globex")) is None
    assert warehouse.artifacts("2026-Q3", ACME) == (deck(run_id), deck(run_id, 2))
    assert warehouse.artifacts("2026-Q4") == ()


def test_a_client_that_is_called_like_another_subject_is_not_it(warehouse):
    run_id = warehouse.start_run("2026-Q3", OCTOBER)
    subjects = Subject.client("portfolio"), Subject.portfolio(), Subject.manager("portfolio")
    for subject in subjects:
        warehouse.register_artifact(deck(run_id, subject=subject))
    for subject in subjects:
        assert warehouse.artifacts(subject=subject) == (deck(run_id, subject=subject),)
        assert warehouse.find_artifact("edition-1", "deck", subject) == deck(
            run_id, subject=subject
        )


def test_versions_count_by_period_client_and_kind(warehouse):
    run_id = warehouse.start_run("2026-Q3", OCTOBER)
    warehouse.register_artifact(deck(run_id))
    warehouse.register_artifact(deck(run_id, 2, language="en"))

    assert warehouse.next_version("2026-Q3", ACME, "deck") == 3
    assert warehouse.next_version("2026-Q3", ACME, "deck", "es") == 2
    assert warehouse.next_version("2026-Q3", ACME, "workbook") == 1
    assert warehouse.next_version("2026-Q2", ACME, "deck") == 1


def test_a_version_is_registered_once(warehouse):
    run_id = warehouse.start_run("2026-Q3", OCTOBER)
    warehouse.register_artifact(deck(run_id))
    with pytest.raises(IntegrityError):
        warehouse.register_artifact(deck(run_id, sha256="other"))
