"""The name of a run's end is that of the worst that happened."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.ending import Ending, NotWholeError, ended, ending_of, refused
from messages.clause import clause
from pipeline.failures import Failure
from pipeline.ingest.ingest import NothingLandedError
from pipeline.outcome import ClientOutcome, PublishedFile, RunSummary
from transforms.core.periods import Period
from warehouse import Subject

FILE = PublishedFile(Subject.client("1"), "qbr", "es", 1, Path("deck"), "s", 1, "e", is_new=True)
CLIENT = ClientOutcome("1", "Norte", "Ana", None, files=(FILE,))  # type: ignore[arg-type]
WHOLE = RunSummary(
    clients=(CLIENT,), portfolio=None, briefs=(), failures=(), run_id="r",
    period=Period.parse("2026-Q3"), known_at=datetime(2026, 10, 1, tzinfo=UTC), deliveries=(),
    quarantined=(), stopped=frozenset(), manifest=Path("m"), validation_page=Path("v"),
)  # fmt: skip
HELD = replace(CLIENT, client_id="2", files=(), held=("quarantined_money",))
REFUSED = (clause("undelivered-differs", file="deck", target="share"),)

CASES = (
    ({}, Ending.PUBLISHED),
    ({"clients": ()}, Ending.NOTHING_PUBLISHED),
    ({"clients": (CLIENT, HELD)}, Ending.CLIENTS_HELD),
    ({"clients": (CLIENT, HELD), "late": ("stripe/*",)}, Ending.LATE_FEEDS),
    ({"late": ("stripe/*",), "undelivered": REFUSED}, Ending.UNDELIVERED),
    (
        {"undelivered": REFUSED, "failures": (Failure(FILE.subject, "qbr", "KeyError", ()),)},
        Ending.FAULTS,
    ),
    ({"untold": REFUSED}, Ending.PUBLISHED),
)


@pytest.mark.parametrize(("parts", "ending"), CASES)
def test_the_worst_names_the_end(parts: dict[str, object], ending: Ending) -> None:
    summary = replace(WHOLE, **parts)  # type: ignore[arg-type]
    assert ending_of(summary) is ending
    assert summary.is_whole is (ending is Ending.PUBLISHED or not parts.get("clients", True))


TOLD = (
    ("ClientsHeld", {"clients": (CLIENT, HELD)}, "too much billed money"),
    ("LateFeeds", {"late": ("stripe/*",)}, "stripe/*"),
    ("LateFeeds", {"unfetched": REFUSED}, "share"),
    ("Undelivered", {"undelivered": REFUSED}, "share"),
    ("Faults", {"failures": (Failure(FILE.subject, "qbr", "KeyError", ("a.py:1",)),)}, "KeyError"),
    ("NothingPublished", {"clients": ()}, "2026-Q3"),
)


@pytest.mark.parametrize(("name", "parts", "said"), TOLD)
def test_each_end_has_a_state_of_its_own_that_automations_see_and_an_artifact_that_says_why(
    name: str, parts: dict[str, object], said: str, artifacts: dict[str, str]
) -> None:
    """The server makes the event `prefect.flow-run.<name>` of each (test_deployments.py)."""
    summary = replace(WHOLE, **parts)  # type: ignore[arg-type]
    state = ended(summary)
    assert (state.name, state.type.value) == (name, "FAILED")
    assert said in artifacts["cartera-report"]
    result = state.result(raise_on_failure=False)
    assert isinstance(result, NotWholeError)
    assert result.summary is summary


def test_what_is_refused_has_its_own_state_and_sentence(artifacts: dict[str, str]) -> None:
    state = refused(NothingLandedError("landing/"))
    assert (state.name, state.type.value) == ("Refused", "FAILED")
    assert state.message == artifacts["cartera-report"]
    assert "landing/ holds no exports" in str(state.message)


def test_remarks_follow_what_was_refused(artifacts: dict[str, str]) -> None:
    remark = clause("schedule-zone-differs", schedule="UTC", company="Europe/Madrid")
    state = refused(NothingLandedError("landing/"), "cartera-watch", (remark,))
    told = artifacts["cartera-watch"]
    assert told.startswith(f"{state.message}\n\n")
    assert "time zone UTC, cartera.toml in Europe/Madrid" in told


def test_only_a_whole_end_is_completed(artifacts: dict[str, str]) -> None:
    state = ended(WHOLE)
    assert (state.name, state.type.value) == ("Completed", "COMPLETED")
    assert "2026-Q3: 1 file written" in artifacts["cartera-report"]


@pytest.fixture
def artifacts(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What was left beside the run, by key."""
    left: dict[str, str] = {}
    monkeypatch.setattr(
        "flows.ending.create_markdown_artifact", lambda text, key: left.update({key: text})
    )
    return left
