"""A database that is stopped and started under a run: the run goes on or ends in one sentence, and
the next one publishes what an undisturbed run does."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres_server import NoPostgresError, PostgresServer, start_postgres_to_stop
from small_company import small_company
from victims import OF_SMALL_COMPANY, WarmVictim
from warm_runs import warm_runs

from flows.temporary_server import temporary_server

pytestmark = pytest.mark.long

AWAY_SECONDS = 2
LEAST_SHARE, MOST_SHARE = 0.15, 0.85
"""Of an undisturbed run's time, when the database goes."""


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    try:
        started = start_postgres_to_stop()
    except NoPostgresError as error:
        pytest.skip(str(error))
    yield started
    started.close()


@pytest.mark.parametrize("times", [1, 6])
def test_a_run_whose_database_goes_and_comes_ends_in_a_sentence_or_goes_on(
    tmp_path: Path, server: PostgresServer, times: int
) -> None:
    def victim(name: str) -> WarmVictim:
        folder = tmp_path / name
        small_company(folder)
        (folder / "tmp").mkdir()
        url = server.create_database().render_as_string(hide_password=False)
        return WarmVictim(folder, url, "2026-Q3", OF_SMALL_COMPANY, runs)

    with temporary_server() as prefect, warm_runs() as runs:
        prefect.wait_until_ready()
        reference = victim("reference")
        seconds = reference.undisturbed()
        for turn in range(times):
            share = random.uniform(LEAST_SHARE, MOST_SHARE)
            disturbed = victim(f"disturbed-{turn}")
            run = disturbed.started()
            time.sleep(seconds * share)
            server.restart(AWAY_SECONDS)
            code, said = disturbed.runs.ended(run), disturbed.said.read_text()
            if code != OF_SMALL_COMPANY.code:
                assert code == 1
                assert "Traceback" not in said
                assert said.count("\nError: ") == 1, said
            disturbed.undisturbed()
            assert disturbed.published() == reference.published(), (share, said)
            disturbed.assert_whole()
    assert "PREFECT_API_URL" not in os.environ
