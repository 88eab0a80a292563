"""How each system that is fetched stands: until when its data are complete, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol

from extract.errors import UnusableSystemError
from messages.clause import Clause, clause, from_stored
from pipeline.fetching.chosen import chosen_systems
from pipeline.settings import Settings
from transforms.core.periods import Period
from warehouse import FetchRecord


class FetchesKept(Protocol):
    """The warehouse, or what of it somebody may read."""

    def fetches(self, *, whole: bool = False) -> tuple[FetchRecord, ...]:
        """The newest fetch of each system, or the newest whole one."""
        ...


@dataclass(frozen=True)
class FeedState:
    """A system that cartera.toml names."""

    name: str
    title: str
    complete_until: datetime | None
    """UTC; None where it was never whole."""
    records: int
    why: Clause | str | None
    """Why the newest fetch was not whole, or the next one cannot be."""


def feed_states(settings: Settings, warehouse: FetchesKept) -> tuple[FeedState, ...]:
    """In the order of cartera.toml."""
    newest = {item.system: item for item in warehouse.fetches()}
    whole = {item.system: item for item in warehouse.fetches(whole=True)}
    found: list[FeedState] = []
    for chosen in chosen_systems(settings):
        last, tried = whole.get(chosen.name), newest.get(chosen.name)
        why = from_stored(tried.why) if tried and tried.why else None
        if isinstance(chosen.found, UnusableSystemError):
            why = chosen.found.clause
        until = last.started_at if last else None
        records = sum(page.records for page in last.pages) if last else 0
        found.append(FeedState(chosen.name, chosen.title, until, records, why))
    return tuple(found)


def late_feeds(
    settings: Settings, warehouse: FetchesKept, period: Period, now: datetime
) -> Iterator[Clause]:
    """What to tell of systems whose data end before a period does that is over."""
    over = datetime.combine(period.end, time(), settings.company.zone)
    if over > now:
        return
    for feed in feed_states(settings, warehouse):
        if feed.complete_until is None:
            yield clause("fetch-never", system=feed.title)
        elif feed.complete_until < over:
            until = f"{feed.complete_until:%Y-%m-%d %H:%M}"
            yield clause("fetch-late", system=feed.title, moment=until, day=period.valuation_date)
