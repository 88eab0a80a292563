"""What earlier fetches brought: where the next one goes on from, and what is gone since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from extract.calls import Window
from extract.fetch import Order
from extract.grammar import Stream, System, value_at
from extract.journal import Carried, Journal
from extract.records import records_of
from messages.clause import Clause, clause
from pipeline.settings import Settings
from sources.landing.archive import copy_of
from warehouse import FetchedPage, FetchRecord


@dataclass(frozen=True)
class FetchRequest:
    """What somebody asks for: what changed since the last fetch, or a range, or all of it."""

    systems: tuple[str, ...] | None = None
    """Names; every one that cartera.toml has where none is asked for."""
    start: datetime | None = None
    end: datetime | None = None
    is_full: bool = False

    @property
    def is_range(self) -> bool:
        return self.start is not None or self.end is not None


def order_for(
    system: System,
    asked: FetchRequest,
    last: FetchRecord | None,
    settings: Settings,
    now: datetime,
) -> Order:
    """What to ask of a system: all of it the first time, when it is asked for, every so many
    days, where what was brought before is not at hand or too old to go on from, and where the clock
    was set back since."""
    carried = _carried(system, last, settings.archive) if last else None
    if asked.is_range:
        return Order(Window(asked.start, asked.end), carried or ())
    if asked.is_full or last is None or carried is None or not carried:
        return Order()
    moments = [datetime.fromisoformat(page.fetched_at) for page in carried]
    if max(*moments, last.started_at) > now:  # set back: nobody knows what changed in between
        return Order()
    if now - min(moments) > timedelta(days=settings.fetch.full_every_days):
        return Order()
    start = last.started_at - timedelta(hours=system.overlap_hours)
    if system.changes and now - start > timedelta(days=system.changes.kept_days):
        return Order()
    return Order(Window(start), carried)


def cursor_after(asked: FetchRequest, last: FetchRecord | None, fetched_at: datetime) -> datetime:
    """From when on the next fetch asks for changes. A range says nothing of what came after."""
    if not asked.is_range:
        return fetched_at
    if last:
        return last.started_at
    return min(asked.end or fetched_at, fetched_at)


def gone_since(
    system: System, last: FetchRecord | None, journal: Journal, archive: Path
) -> Iterator[Clause]:
    """What to tell of records that an earlier fetch brought and that the system has no more."""
    pages: dict[str, list[FetchedPage]] = {}
    for page in last.pages if last else ():
        pages.setdefault(page.stream, []).append(page)
    for name in sorted(pages):
        stream = next((item for item in system.streams if item.name == name), None)
        if stream is None or not _tells_gone(system, stream, journal):
            continue
        files = [copy_of(archive, page.sha256) for page in pages[name]]
        before = _ids(stream, [path for path in files if path.is_file()])
        now = _ids(stream, [journal.folder / page.name for page in journal.of(name)])
        if gone := len(now - before if stream.deleted else before - now):
            yield clause("fetch-gone", system=system.title, stream=name, count=gone)


def _tells_gone(system: System, stream: Stream, journal: Journal) -> bool:
    """Whether what is missing of a stream was deleted there: it was had whole, and is nothing that
    the system forgets."""
    if stream.deleted:
        return True
    return stream.name not in journal.carried_streams and not system.kept_days_of(stream)


def forgotten_since(system: System, last: FetchRecord | None, now: datetime) -> Iterator[Clause]:
    """What to tell of records that the system forgot before this fetch asked for them."""
    for stream in system.streams if last else ():
        oldest = now - timedelta(days=stream.kept_days)
        if last and stream.kept_days and last.started_at < oldest:
            yield clause(
                "fetch-forgotten",
                system=system.title,
                stream=stream.name,
                days=stream.kept_days,
                start=last.started_at.date(),
                end=oldest.date(),
            )


def _ids(stream: Stream, pages: Sequence[Path]) -> set[str]:
    """Of all records, or of those that are said to be deleted where the system says it."""
    return {
        str(value_at(record, stream.id))
        for page in pages
        for record in records_of(stream, page.read_bytes()) or ()
        if stream.deleted is None or _is_deleted(stream.deleted, record)
    }


def _is_deleted(mark: tuple[str, str], record: object) -> bool:
    at, word = mark
    return str(value_at(record, at)).lower() == word


def _carried(system: System, last: FetchRecord, archive: Path) -> tuple[Carried, ...] | None:
    """The pages that still count; None where one is not in the archive any more."""
    known = {stream.name: stream for stream in system.streams}
    pages = [
        Carried(
            page.stream,
            copy_of(archive, page.sha256),
            page.sha256,
            page.records,
            page.fetched_at,
            page.name,
        )
        for page in last.pages
        if page.stream in known and not system.is_had_whole(known[page.stream])
    ]
    is_there = all(page.path.is_file() and page.fetched_at for page in pages)
    return tuple(pages) if is_there else None
