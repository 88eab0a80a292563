"""From whole systems to one delivery in the landing place, by a single rename."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from extract.errors import FetchInProgressError
from extract.fetch import Fetched

_ROOM = ".fetching"
_ASSEMBLED = "delivery-"
_NAMED = "%Y-%m-%dT%H%M"
"""By its minute in UTC."""


@contextmanager
def fetching_room(landing: Path) -> Iterator[Path]:
    """The hidden folder where systems wait until they are whole; one process at a time.

    A delivery that was assembled when its process was killed is landed first.
    """
    room = landing / _ROOM
    room.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(room / ".lock", timeout=0):
            for assembled in sorted(room.glob(f"{_ASSEMBLED}*")):
                _land(assembled, landing)
            yield room
    except Timeout as error:
        raise FetchInProgressError(str(landing)) from error


def deliver(systems: Sequence[Fetched], room: Path, now: datetime) -> tuple[Path, datetime]:
    """The folder of a new delivery of these systems, and the moment (UTC) that names it."""
    landing = room.parent
    moment = _next(landing, now)
    assembled = room / f"{_ASSEMBLED}{moment:{_NAMED}}"
    assembled.mkdir()
    for fetched in systems:
        fetched.journal.close()
        fetched.journal.folder.replace(assembled / fetched.system.system)
    return _land(assembled, landing), moment


def _land(assembled: Path, landing: Path) -> Path:
    return assembled.replace(landing / assembled.name.removeprefix(_ASSEMBLED))


def _next(landing: Path, now: datetime) -> datetime:
    """This minute, or the one after the newest delivery fetched before: where the clock was set
    back since, what was fetched last does not pass for the older one."""
    fetched = [found for path in landing.iterdir() if (found := _moment_of(path.name))]
    after = max(fetched, default=now - timedelta(days=1)) + timedelta(minutes=1)
    return max(now.replace(second=0, microsecond=0), after)


def _moment_of(name: str) -> datetime | None:
    """When a folder of this name was fetched; None where it was not."""
    try:
        return datetime.strptime(name, _NAMED).replace(tzinfo=UTC)
    except ValueError:
        return None
