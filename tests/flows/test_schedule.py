"""The scheduled time selects the period."""

from datetime import UTC, datetime

import pytest

from flows.schedule import period_before
from pipeline.compute.known_at import UnknownCutOffError, parse_cut_off
from transforms.core.periods import Grain


@pytest.mark.parametrize(
    ("scheduled", "grain", "fiscal", "period"),
    [
        (datetime(2026, 10, 2, 12, tzinfo=UTC), Grain.MONTH, 1, "2026-09"),
        (datetime(2026, 10, 2, 12, tzinfo=UTC), Grain.QUARTER, 1, "2026-Q3"),
        (datetime(2026, 11, 2, 12, tzinfo=UTC), Grain.QUARTER, 1, "2026-Q3"),
        (datetime(2027, 1, 2, 12, tzinfo=UTC), Grain.QUARTER, 1, "2026-Q4"),
        (datetime(2026, 5, 2, 12, tzinfo=UTC), Grain.QUARTER, 2, "2027-Q1"),
    ],
)
def test_the_last_whole_period_before_the_scheduled_time(
    scheduled: datetime, grain: Grain, fiscal: int, period: str
) -> None:
    assert str(period_before(scheduled, grain, "America/Mexico_City", fiscal)) == period


def test_the_companys_zone_decides_which_day_it_is() -> None:
    first_minutes_of_october_in_utc = datetime(2026, 10, 1, 3, tzinfo=UTC)
    assert str(period_before(first_minutes_of_october_in_utc, Grain.MONTH, "UTC")) == "2026-09"
    mexico = period_before(first_minutes_of_october_in_utc, Grain.MONTH, "America/Mexico_City")
    assert str(mexico) == "2026-08"


def test_a_day_as_cut_off_means_its_last_moment_in_the_companys_zone() -> None:
    assert parse_cut_off("2026-10-01", "America/Mexico_City") == datetime(
        2026, 10, 2, 5, 59, 59, 999999, tzinfo=UTC
    )
    assert parse_cut_off("2026-10-01T06:00+00:00", "UTC") == datetime(2026, 10, 1, 6, tzinfo=UTC)


def test_a_cut_off_that_is_no_day_is_told() -> None:
    with pytest.raises(UnknownCutOffError, match="'yesterday' is no data cut-off"):
        parse_cut_off("yesterday", "UTC")
