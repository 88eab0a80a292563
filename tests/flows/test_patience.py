"""A run that a network or a database kept from its end is tried again, and that is told."""

import logging

import pytest

from flows import report
from messages.clause import clause
from messages.errors import CarteraError
from pipeline.readiness import NotReadyError
from sources.landing.places.errors import LandingUnreachableError
from warehouse.errors import WarehouseDeniedError, WarehouseUnreachableError

AWAY = WarehouseUnreachableError("cartera at db.internal")
MADE, ASKED = object(), object()


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> list[CarteraError]:
    """What each try fails with; the one after them does not."""
    failures: list[CarteraError] = []

    def reported(_asked: object) -> object:
        if failures:
            raise failures.pop(0)
        return MADE

    monkeypatch.setattr(report, "_reported", reported)
    monkeypatch.setattr(report, "_PAUSES_SECONDS", (0, 0))
    return failures


def test_what_may_heal_is_tried_again_and_told(
    tries: list[CarteraError], caplog: pytest.LogCaptureFixture
) -> None:
    tries += [AWAY, LandingUnreachableError("s3://b", clause("os-connection-lost"))]
    with caplog.at_level(logging.WARNING, "cartera.progress"):
        assert report._patiently(ASKED) is MADE
    first, second = (record.getMessage() for record in caplog.records)
    assert first.startswith("Tries again in 0 seconds: ") and "db.internal" in first
    assert "s3://b" in second


def test_there_are_three_tries(tries: list[CarteraError]) -> None:
    tries += [AWAY] * 4
    with pytest.raises(WarehouseUnreachableError):
        report._patiently(ASKED)
    assert len(tries) == 1


@pytest.mark.parametrize(
    ("error", "left"),
    [
        (WarehouseDeniedError("db"), 1),
        (NotReadyError((clause("os-connection-lost"),)), 1),
        (NotReadyError((clause("os-connection-lost"),), all_may_heal=True), 0),
    ],
)
def test_what_a_person_has_to_mend_is_told_at_once(
    tries: list[CarteraError], error: CarteraError, left: int
) -> None:
    tries += [error, WarehouseDeniedError("db")]
    with pytest.raises(CarteraError):
        report._patiently(ASKED)
    assert len(tries) == left
