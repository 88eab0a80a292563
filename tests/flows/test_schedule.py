"""The scheduled time selects the period."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from flows.schedule import monthly_rule, period_before, quarterly_rule
from pipeline.compute.known_at import UnknownCutOffError, parse_cut_off
from pipeline.settings_section import Schedule
from transforms.core.periods import Grain
from transforms.service.business_hours import business_days


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


def starts(rule: str, zone: str, year: int) -> list[datetime]:
    """When Prefect would start runs of a year."""
    from prefect.client.schemas.schedules import RRuleSchedule

    schedule = RRuleSchedule(rrule=rule, timezone=zone).to_rrule()
    at = ZoneInfo(zone)
    return schedule.between(datetime(year, 1, 1, tzinfo=at), datetime(year + 1, 1, 1, tzinfo=at))


@pytest.mark.thorough  # imports Prefect
@pytest.mark.parametrize("country", ["MX", "ES", ""])
def test_runs_start_on_the_third_business_day_at_home(country: str) -> None:
    schedule = Schedule(business_day=3, at=time(6, 30))
    zone = "America/Mexico_City"
    wanted = [
        days[2]
        for month in range(1, 13)
        if (days := [day for day in business_days(country, 2027, 2027) if day.month == month])
    ]
    found = starts(monthly_rule(schedule, country, 2026), zone, 2027)
    assert [moment.date() for moment in found] == wanted
    assert {f"{moment:%H:%M}" for moment in found} == {"06:30"}


@pytest.mark.thorough
def test_quarters_are_the_fiscal_years() -> None:
    found = starts(quarterly_rule(Schedule(), "", 2026, 2), "UTC", 2027)
    assert [(moment.month, moment.day) for moment in found] == [(2, 3), (5, 5), (8, 4), (11, 3)]
