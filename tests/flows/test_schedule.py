"""The scheduled time selects the period."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

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


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Asia/Tokyo"])
@pytest.mark.parametrize("cron_zone", ["UTC", "America/Los_Angeles", "Asia/Tokyo"])
def test_the_zones_of_schedule_and_company_may_differ(zone: str, cron_zone: str) -> None:
    """Never a month off: midnight of the first in one may be the last day in the other."""
    scheduled = datetime(2027, 1, 1, tzinfo=ZoneInfo(cron_zone))
    assert str(period_before(scheduled, Grain.MONTH, zone)) == "2026-12"
    assert str(period_before(scheduled, Grain.QUARTER, zone)) == "2026-Q4"


def test_the_day_before_a_months_last_is_still_of_the_month_before() -> None:
    assert str(period_before(datetime(2026, 10, 30, 12, tzinfo=UTC), Grain.MONTH, "UTC")) == (
        "2026-09"
    )


def test_a_day_as_cut_off_means_its_last_moment_in_the_companys_zone() -> None:
    assert parse_cut_off("2026-10-01", "America/Mexico_City") == datetime(
        2026, 10, 2, 5, 59, 59, 999999, tzinfo=UTC
    )
    assert parse_cut_off("2026-10-01T06:00+00:00", "UTC") == datetime(2026, 10, 1, 6, tzinfo=UTC)


def test_a_cut_off_that_is_no_day_is_told() -> None:
    with pytest.raises(UnknownCutOffError, match="'yesterday' is no data cut-off"):
        parse_cut_off("yesterday", "UTC")
