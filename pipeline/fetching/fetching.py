"""Fetch every system that cartera.toml names, and land those that are whole as one delivery."""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from extract.calls import Window
from extract.client import Client
from extract.delivery import deliver, fetching_room
from extract.errors import FetchError, LandingNotLocalError, UnknownSystemError
from extract.fetch import Fetched, fetch
from extract.grammar import System
from extract.journal import Journal
from extract.secrets import Secrets, secrets_of
from extract.systems import load_system
from messages.clause import Clause
from pipeline.settings import Settings
from sources.landing.archive import BLOCK_BYTES, stored
from warehouse import FetchedPage, FetchRecord, Warehouse

_AT_ONCE = 4
"""Systems; each is asked by one request at a time."""

Tell = Callable[[str, str, int], None]
"""Called after each page with the system's and the stream's name and the page's records."""


@dataclass(frozen=True)
class Surroundings:
    """Who knows the secrets, who hears how far it is, and who waits where a system asks for it."""

    secrets: Secrets = os.environ.get
    tell: Tell = lambda *_: None
    wait: Callable[[float], None] = time.sleep


@dataclass(frozen=True)
class Feed:
    """How one system's fetch ended."""

    title: str
    records: int = 0
    pages: int = 0
    told: Clause | None = None
    """Why it is not whole."""


@dataclass(frozen=True)
class FetchSummary:
    """What was brought; without a folder nothing was."""

    feeds: tuple[Feed, ...]
    folder: Path | None

    @property
    def is_whole(self) -> bool:
        return not any(feed.told for feed in self.feeds)


@dataclass(frozen=True)
class _Ended:
    """One system's try."""

    system: System
    started_at: datetime
    result: Fetched | FetchError


def chosen_systems(settings: Settings, names: Sequence[str] | None = None) -> tuple[System, ...]:
    """The systems that cartera.toml names, or those of them that are asked for.

    Raises UnknownSystemError for a name that is none.
    """
    named = {item.system: item for item in settings.fetch.systems}
    for name in names or ():
        if name not in named:
            raise UnknownSystemError(name, tuple(named))
    systems = (load_system(name) for name in names or named)
    return tuple(
        system.model_copy(update={"address": named[system.system].address or system.address})
        for system in systems
    )


def fetch_feeds(
    settings: Settings,
    warehouse: Warehouse,
    systems: Sequence[System],
    around: Surroundings,
) -> FetchSummary:
    """Bring the systems' answers into the landing place.

    A system that is not whole is told and stays out of the delivery; what came of it is kept
    for the next fetch. Raises FetchInProgressError and LandingNotLocalError.
    """
    if "://" in settings.landing:
        raise LandingNotLocalError(settings.landing)
    with fetching_room(Path(settings.landing)) as room:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            tries = list(pool.map(partial(_tried, room, around), systems))
        whole = [item.result for item in tries if isinstance(item.result, Fetched)]
        for fetched in whole:
            _archive(fetched.journal, settings.archive)
        folder, moment = deliver(whole, room, datetime.now(UTC)) if whole else (None, None)
    for item in tries:
        warehouse.add_fetch(_record(item, moment))
    return FetchSummary(tuple(map(_feed, tries)), folder)


def _tried(room: Path, around: Surroundings, system: System) -> _Ended:
    started_at = datetime.now(UTC)
    try:
        with Client(system, secrets_of(system, around.secrets), around.wait) as client:
            tell = partial(around.tell, system.title)
            found = fetch(system, client, room / system.system, Window(), tell)
            return _Ended(system, found.journal.started_at, found)
    except FetchError as error:
        return _Ended(system, started_at, error)


def _archive(journal: Journal, archive: Path) -> None:
    """Every page, untouched under its digest, before anything reads it."""
    for page in journal.pages:
        with (journal.folder / page.name).open("rb") as file:
            stored(iter(partial(file.read, BLOCK_BYTES), b""), archive)


def _feed(item: _Ended) -> Feed:
    if isinstance(item.result, FetchError):
        return Feed(item.system.title, told=item.result.clause)
    return Feed(item.system.title, item.result.records, len(item.result.journal.pages))


def _record(item: _Ended, moment: datetime | None) -> FetchRecord:
    now = datetime.now(UTC)
    if isinstance(item.result, FetchError):
        why = item.result.clause.stored()
        return FetchRecord(item.system.system, item.started_at, now, why)
    pages = tuple(
        FetchedPage(page.stream, page.name, page.sha256, page.records)
        for page in item.result.journal.pages
    )
    return FetchRecord(
        item.system.system,
        item.started_at,
        now,
        delivered_at=moment,
        records=item.result.records,
        pages=pages,
    )
