"""The days of a range, as a person writes them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from messages.errors import CarteraError


class UnknownDayError(CarteraError):
    """A day that cannot be read."""

    code = "fetch-unknown-day"
    exit_code = 2
    text: str


def first_moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    """When the day begins in the company's time zone.

    >>> first_moment("2026-07-01", ZoneInfo("America/Mexico_City")).isoformat()
    '2026-07-01T06:00:00+00:00'
    """
    return None if text is None else _begins(_day(text), zone)


def moment_after(text: str | None, zone: ZoneInfo) -> datetime | None:
    """When the day is over."""
    return None if text is None else _begins(_day(text) + timedelta(days=1), zone)


def _begins(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnknownDayError(text) from error
