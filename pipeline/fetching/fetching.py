"""Fetch every system that cartera.toml names, and land those that are whole as one delivery."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from extract.asking import asking
from extract.client import Client
from extract.database import Database
from extract.delivery import deliver, fetching_room
from extract.errors import (
    AnswersNotKeptError,
    FetchError,
    LandingNotLocalError,
    UnusableSystemError,
)
from extract.fetch import Fetched, fetch
from extract.grammar import System
from extract.journal import Journal
from messages.clause import Clause
from messages.os_faults import os_fault
from pipeline.fetching.chosen import Chosen, chosen_systems
from pipeline.fetching.history import (
    FetchRequest,
    cursor_after,
    forgotten_since,
    gone_since,
    order_for,
)
from pipeline.fetching.keys import keeper_of, keys_of
from pipeline.publishing.kept import keep_blocks
from pipeline.secrets import SecretKeeper, SecretStore, no_keeper, no_store
from pipeline.settings import Settings
from sources.landing.archive import BLOCK_BYTES
from warehouse import FetchedPage, FetchRecord, Warehouse

_AT_ONCE = 4
"""Systems; each is asked by one request at a time."""

Tell = Callable[[str, str, int], None]
"""Called after each page with the system's and the stream's name and the page's records."""


@dataclass(frozen=True)
class Surroundings:
    """Who else knows and takes secrets, who hears how far it is, and who waits where a system
    asks for it."""

    store: SecretStore = no_store
    keeper: SecretKeeper = no_keeper
    tell: Tell = lambda *_: None
    wait: Callable[[float], None] = time.sleep


def asked_by(system: System, around: Surroundings) -> Client | Database:
    """Who asks a system, with its secrets; to be closed. Raises a FetchError."""
    keeper = keeper_of(system, around.store, around.keeper)
    return asking(system, keys_of(system, around.store), around.wait, keeper)


@dataclass(frozen=True)
class Feed:
    """How one system's fetch ended."""

    title: str
    records: int = 0
    pages: int = 0
    missing: tuple[Clause, ...] = ()
    """Why it is not whole; a fetch tells the first thing, a check of keys all of them."""
    notices: tuple[Clause, ...] = ()
    """What was deleted there, or is lost."""


@dataclass(frozen=True)
class FetchSummary:
    """What was brought; without a folder nothing was."""

    feeds: tuple[Feed, ...]
    folder: Path | None

    @property
    def is_whole(self) -> bool:
        return not any(feed.missing for feed in self.feeds)


@dataclass(frozen=True)
class _Ended:
    """One system's try."""

    chosen: Chosen
    cursor: datetime
    result: Fetched | FetchError | UnusableSystemError
    notices: tuple[Clause, ...] = ()


def fetch_feeds(
    settings: Settings, warehouse: Warehouse, asked: FetchRequest, around: Surroundings
) -> FetchSummary:
    """Bring the systems' answers into the landing place.

    A system that is not whole is told and stays out of the delivery; what came of it is kept
    for the next fetch. Raises UnknownSystemError, FetchInProgressError,
    LandingNotLocalError, ArchiveError, and AnswersNotKeptError where the disk refuses them.
    """
    systems = chosen_systems(settings, asked.systems)
    if "://" in settings.landing:
        raise LandingNotLocalError(settings.landing)
    last = {record.system: record for record in warehouse.fetches(whole=True)}
    try:
        with fetching_room(Path(settings.landing)) as room:
            bringing = _Bringing(settings, asked, around, room, last)
            tries = _side_by_side(bringing.tried, systems)
            whole = [item.result for item in tries if isinstance(item.result, Fetched)]
            folder, moment = deliver(whole, room, datetime.now(UTC)) if whole else (None, None)
    except OSError as error:
        raise AnswersNotKeptError(settings.landing, os_fault(error)) from error
    for item in tries:
        warehouse.add_fetch(_record(item, moment))
    return FetchSummary(tuple(map(_feed, tries)), folder)


@dataclass(frozen=True)
class _Bringing:
    """One fetch of all systems; `last` has each one's last whole fetch."""

    settings: Settings
    asked: FetchRequest
    around: Surroundings
    room: Path
    last: Mapping[str, FetchRecord]

    def tried(self, chosen: Chosen) -> _Ended:
        now, system = datetime.now(UTC), chosen.found
        if isinstance(system, UnusableSystemError):
            return _Ended(chosen, now, system)
        last = self.last.get(system.system)
        order = order_for(system, self.asked, last, self.settings, now)
        try:
            with asked_by(system, self.around) as client:
                tell = partial(self.around.tell, system.title)
                found = fetch(system, client, self.room / system.system, order, tell)
        except FetchError as error:
            return _Ended(chosen, now, error)
        self._archive(found.journal)
        notices = list(gone_since(system, last, found.journal, self.settings.archive))
        if not self.asked.is_range:
            notices += forgotten_since(system, last, found.journal.started_at)
        cursor = cursor_after(self.asked, last, found.journal.started_at)
        return _Ended(chosen, cursor, found, tuple(notices))

    def _archive(self, journal: Journal) -> None:
        """Every page, untouched under its digest, before anything reads it."""
        for page in journal.pages:
            with (journal.folder / page.name).open("rb") as file:
                blocks = iter(partial(file.read, BLOCK_BYTES), b"")
                keep_blocks(self.settings.archive, page.name, blocks)


def _side_by_side(tried: Callable[[Chosen], _Ended], systems: Sequence[Chosen]) -> list[_Ended]:
    """Some at a time, in threads that end with the process: one that waits for an answer keeps
    nobody who stops the run."""
    waiting, ended = SimpleQueue[int](), SimpleQueue[tuple[int, _Ended | BaseException]]()
    for number in range(len(systems)):
        waiting.put(number)

    def work() -> None:
        with suppress(Empty):
            while True:
                number = waiting.get_nowait()
                try:
                    ended.put((number, tried(systems[number])))
                except BaseException as error:  # noqa: BLE001 raised where it is waited for
                    ended.put((number, error))

    for _ in range(min(_AT_ONCE, len(systems))):
        Thread(target=work, daemon=True).start()
    found = dict(ended.get() for _ in systems)
    results = [found[number] for number in range(len(systems))]
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return [result for result in results if isinstance(result, _Ended)]


def _feed(item: _Ended) -> Feed:
    title, result = item.chosen.title, item.result
    if not isinstance(result, Fetched):
        return Feed(title, missing=(result.clause,))
    return Feed(title, result.records, len(result.journal.pages), notices=item.notices)


def _record(item: _Ended, moment: datetime | None) -> FetchRecord:
    now, result = datetime.now(UTC), item.result
    if not isinstance(result, Fetched):
        return FetchRecord(item.chosen.name, item.cursor, now, result.clause.stored())
    return FetchRecord(
        item.chosen.name,
        item.cursor,
        now,
        delivered_at=moment,
        records=result.records,
        pages=tuple(FetchedPage(**asdict(page)) for page in result.journal.delivered()),
    )
