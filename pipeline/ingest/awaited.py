"""Files that a period waits for: which of them have come, and which are late."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fnmatch import fnmatch

from messages.errors import CarteraError
from pipeline.settings import Settings
from sources.landing.delivery_folders import in_delivery
from sources.landing.landing import ListedFile
from transforms.core.periods import Period
from transforms.service.business_hours import business_days

_PACKED = ".zip"


class NothingAwaitedError(CarteraError):
    """cartera.toml names no file that a period waits for."""

    code = "failure-nothing-awaited"


@dataclass(frozen=True)
class AwaitedFile:
    """A pattern of `[schedule] awaited`, and the first file that fits it since the period's end."""

    pattern: str
    found: ListedFile | None


@dataclass(frozen=True)
class Look:
    """What of a period's exports has come at some moment."""

    period: Period
    due_at: datetime
    """From then on what has not come is late: the scheduled run starts without it."""
    is_due: bool
    files: tuple[AwaitedFile, ...]

    @property
    def waiting(self) -> tuple[str, ...]:
        """The patterns that nothing fits yet."""
        return tuple(item.pattern for item in self.files if item.found is None)

    @property
    def late(self) -> tuple[str, ...]:
        return self.waiting if self.is_due else ()

    @property
    def mark(self) -> str:
        """Another one when other files are the first to fit, or one of them was replaced."""
        text = "\n".join(
            f"{item.found.source_file} {item.found.size} {item.found.modified_at.isoformat()}"
            for item in self.files
            if item.found
        )
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def look_for(
    settings: Settings, period: Period, landed: Iterable[ListedFile], now: datetime
) -> Look:
    """Which of the awaited files have landed since the period's end.

    Raises NothingAwaitedError where none is awaited, and UnknownHolidayCountryError.
    """
    if not settings.schedule.awaited:
        raise NothingAwaitedError
    fresh = sorted(
        (file for file in landed if period.is_over_on(file.landed_at.date())),
        key=lambda file: (file.landed_at, file.source_file),
    )
    files = tuple(
        AwaitedFile(pattern, next((file for file in fresh if _fits(file, pattern)), None))
        for pattern in settings.schedule.awaited
    )
    due_at = _due_at(settings, period)
    return Look(period, due_at, now >= due_at, files)


def late_files(
    settings: Settings, exports: Iterable[tuple[str, datetime]], period: Period, today: date
) -> tuple[str, ...]:
    """The awaited patterns that no file fits which landed on the period's last day (UTC, as
    deliveries are dated) or later; none is awaited while it is not over. `exports` are the files
    of each source's newest load, and when each landed."""
    if today < period.end:
        return ()
    names = [
        in_delivery(name).casefold()
        for name, landed_at in exports
        if period.is_over_on(landed_at.date())
    ]
    return tuple(
        pattern
        for pattern in settings.schedule.awaited
        if not any(fnmatch(name, pattern.casefold()) for name in names)
    )


def _fits(file: ListedFile, pattern: str) -> bool:
    """Whether the file is one that is awaited, or a ZIP that one is awaited in."""
    name, wanted = in_delivery(file.source_file).casefold(), pattern.casefold()
    if fnmatch(name, wanted):
        return True
    depth = name.count("/") + 1
    return name.endswith(_PACKED) and fnmatch(name, "/".join(wanted.split("/")[:depth]))


def _due_at(settings: Settings, period: Period) -> datetime:
    """When the period's scheduled run starts."""
    schedule, company, end = settings.schedule, settings.company, period.end
    after = [day for day in business_days(company.country, end.year, end.year) if day >= end]
    return datetime.combine(after[schedule.business_day - 1], schedule.at, company.zone)
