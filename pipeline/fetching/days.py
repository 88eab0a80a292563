"""The days of a range, as a person writes them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from messages.errors import CarteraError


class UnknownDayError(CarteraError):
    """A day that cannot be read."""

    code = "fetch-unknown-day"
    exit_code = 2
    text: str


class EmptyRangeError(CarteraError):
    """A range that ends before it begins."""

    code = "fetch-empty-range"
    exit_code = 2
    start: str
    end: str


class FullRangeError(CarteraError):
    """Everything, and a range of it."""

    code = "fetch-full-range"
    exit_code = 2


def asked_range(
    start: str | None, end: str | None, zone: ZoneInfo, *, is_full: bool
) -> tuple[datetime | None, datetime | None]:
    """The moments that bound the days asked for. Raises UnknownDayError, EmptyRangeError where the
    last day is before the first, and FullRangeError where everything is asked for as well."""
    first, after = first_moment(start, zone), moment_after(end, zone)
    if is_full and (first or after):
        raise FullRangeError
    if start and end and first and after and after <= first:
        raise EmptyRangeError(start, end)
    return first, after


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
