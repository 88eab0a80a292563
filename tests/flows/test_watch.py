"""What the watcher says of its looks, and which runs it starts."""

import logging
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytestmark = pytest.mark.thorough  # imports Prefect

SETTINGS = """\
[company]
name = "Norte"
[schedule]
awaited = ["stripe/invoices*.csv", "salesforce/*"]
"""

Look = Callable[[str], Any]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The runs that Prefect was told to start: their deployments and periods."""
    from flows import watch

    given: list[str] = []

    def start(deployment: str, parameters: dict[str, str], **_: object) -> SimpleNamespace:
        given.append(f"{deployment} {parameters['period']}")
        return SimpleNamespace(id=f"run-{len(given)}")

    monkeypatch.setattr(watch, "run_deployment", start)
    return given


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What stands on the page that each look leaves."""
    from flows import watch

    pages: list[str] = []
    monkeypatch.setattr(watch, "create_markdown_artifact", lambda text, **_: pages.append(text))
    return pages


@pytest.fixture
def look(tmp_path: Path) -> Look:
    from flows.watch import watch

    (tmp_path / "cartera.toml").write_text(SETTINGS)
    (tmp_path / "landing").mkdir()
    return lambda period: watch.fn(str(tmp_path), period, settled_after_seconds=0)


def landed(folder: Path, name: str) -> None:
    path = folder / "landing" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("id\n1\n")


def test_a_month_that_is_not_whole_says_what_it_waits_for_and_from_when_that_is_late(
    tmp_path: Path, look: Look, started: list[str], told: list[str]
) -> None:
    from flows.watch import StillAwaitedError

    landed(tmp_path, "2091-01-01/salesforce/Account.csv")
    state = look("2090-12")
    sentence = "2090-12 still waits for stripe/invoices*.csv; late from 2091-01-03 06:00 UTC on."
    assert (state.name, state.message) == ("Awaiting", sentence)
    assert state.type.value == "CANCELLED", "`cartera awaited` exits with 3"
    with pytest.raises(StillAwaitedError):
        state.result()
    assert told[0].startswith(f"{sentence}\n\n|")
    assert "| `salesforce/*` | `2091-01-01/salesforce/Account.csv` |" in told[0]
    assert started == []


def test_a_month_that_is_whole_says_which_runs_it_started(
    tmp_path: Path, look: Look, started: list[str], told: list[str]
) -> None:
    landed(tmp_path, "2091-01-01/salesforce/Account.csv")
    landed(tmp_path, "2091-01-02/stripe/invoices-12.csv")
    state = look("2090-12")
    sentence = "The exports of 2090-12 are complete; run: run-1, run-2."
    assert (state.name, state.message) == ("Complete", sentence)
    assert told[0].startswith(sentence)
    assert started == ["cartera report/monthly 2090-12", "cartera report/quarterly 2090-Q4"]
    look("2090-11")
    assert started[2:] == ["cartera report/monthly 2090-11"], "no quarter ends with it"


def test_late_files_are_a_state_and_no_traceback_in_the_workers_log(
    tmp_path: Path, look: Look, started: list[str], told: list[str]
) -> None:
    from flows.watch import LateFilesError

    landed(tmp_path, "2026-01-01/salesforce/Account.csv")
    state = look("2025-12")
    assert (state.name, started) == ("LateFeeds", [])
    with pytest.raises(LateFilesError, match="stripe/invoices") as raised:
        state.result()
    log = logging.getLogger("prefect.flow_runs")
    raised_in = (raised.type, raised.value, raised.tb)
    record = log.makeRecord(log.name, logging.ERROR, "", 0, "ended", (), raised_in)
    assert not log.filter(record)
