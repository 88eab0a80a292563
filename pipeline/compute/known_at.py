"""The data cut-off: what had been landed by then."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from messages.clause import Fact
from messages.errors import CarteraError
from warehouse import Warehouse


class UnknownCutOffError(CarteraError):
    """A cut-off that cannot be read."""

    code = "failure-unknown-cut-off"
    exit_code = 2

    text: str


class NothingKnownError(CarteraError):
    """The warehouse holds no load up to the cut-off."""

    code = "failure-nothing-known"
    known_at: datetime | None

    @property
    def facts(self) -> dict[str, Fact]:
        return {"known_at": f"{self.known_at:%Y-%m-%d %H:%M %Z}" if self.known_at else "none"}


def parse_cut_off(text: str, time_zone: str) -> datetime:
    """A day means its last moment in the company's time zone.

    >>> parse_cut_off("2026-10-01", "UTC").isoformat()
    '2026-10-01T23:59:59.999999+00:00'
    """
    zone = ZoneInfo(time_zone)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UnknownCutOffError(text) from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    if len(text) == len("2026-10-01"):
        midnight = datetime.combine(moment.date() + timedelta(days=1), time(), zone)
        moment = midnight - timedelta(microseconds=1)
    return moment.astimezone(UTC)


def cut_off(warehouse: Warehouse, asked: datetime | None) -> datetime:
    """The landing time of the newest load, or of the newest one by the cut-off asked for.

    The same cut-off names the same figures, however late it is asked within the gap
    between two landings.
    """
    known_at = warehouse.known_at_latest(asked)
    if known_at is None:
        raise NothingKnownError(asked)
    return known_at
