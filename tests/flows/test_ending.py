"""The name of a run's end is that of the worst that happened."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.ending import Ending, ending_of
from messages.clause import clause
from pipeline.failures import Failure
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
