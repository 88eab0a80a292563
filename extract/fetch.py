"""Bring one system's answers, page by page, going on where an earlier fetch stopped."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from extract.bulk import following_call, results_call
from extract.calls import Above, Call, Window, child_calls, list_calls, next_call, says_more
from extract.client import Asks, Page
from extract.errors import (
    AnswerChangedError,
    EndlessPagesError,
    RefusedRequestError,
    UnknownObjectError,
)
from extract.grammar import Stream, System, value_at
from extract.journal import Carried, Journal, Kept, KeptPage, open_journal, unfinished_plan
from extract.records import records_of
from extract.search import following_search, links_call, search_call
from messages.clause import clause

CHANGES = ".changes"
"""The stream of what changed; its files are hidden, and no part of a delivery."""

Tell = Callable[[str, int], None]
"""Called after each page with its stream's name and how many records it has."""


@dataclass(frozen=True)
class Order:
    """What of a system is to be had: all of it, or what changed within a window beside the pages
    that earlier fetches brought."""

    window: Window = field(default_factory=Window)
    carried: tuple[Carried, ...] = ()


@dataclass(frozen=True)
class Fetched:
    """A system that is whole: its pages lie in a folder."""

    system: System
    journal: Journal

    @property
    def records(self) -> int:
        """Brought by this fetch."""
        return sum(page.records for page in self.journal.pages if page.stream != CHANGES)


def fetch(
    system: System, client: Asks, folder: Path, order: Order, tell: Tell = lambda *_: None
) -> Fetched:
    """Every stream of a system; the folder is whole when this returns.

    Raises a FetchError where it cannot be; called again for the same, it goes on from there.
    """
    plan = _plan(system, order)
    whole = _plan(system, Order())
    if unfinished_plan(folder) == whole:  # a full fetch that was begun is ended first
        plan, order = whole, Order()
    journal = open_journal(folder, plan, order.carried, datetime.now(UTC))
    with read_as_described(system, CHANGES.removeprefix(".")):
        starts = _starts_by_changes(system, client, journal, order.window)
    for stream in system.streams:
        window = replace(order.window, start=starts.get(stream.object, order.window.start))
        asking = _Asking(system, stream, client, journal, tell)
        with read_as_described(system, stream.name):
            _fetch_stream(asking, window)
            if stream.replaces:
                journal.keep_carried(stream.name, _still_there(asking))
    return Fetched(system, journal)


@contextmanager
def read_as_described(system: System, stream: str) -> Iterator[None]:
    """What an answer has no place for in the system's description costs this system alone.

    Raises AnswerChangedError.
    """
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        # The error's own message may quote a record.
        what = str(error) if isinstance(error, KeyError) else type(error).__name__
        problem = clause("answer-unread", error=what)
        raise AnswerChangedError(system.title, stream, problem) from error


def _starts_by_changes(
    system: System, client: Asks, journal: Journal, window: Window
) -> dict[str, datetime]:
    """By kind of record, the moment from which on lists are had again: that of the window, or
    when the oldest record was made that changed since."""
    changes = system.changes
    if changes is None or window.start is None:
        return {}
    asking = _Asking(system, changes.model_copy(update={"name": CHANGES}), client, journal, _untold)
    _fetch_stream(asking, Window(window.start))
    starts: dict[str, datetime] = {}
    for content in journal.contents(CHANGES):
        for change in records_of(changes, content) or ():
            kind, made = value_at(change, changes.object_at), value_at(change, changes.created_at)
            if kind and made:
                moment = datetime.fromtimestamp(made, tz=UTC)
                starts[kind] = min(moment, starts.get(kind, window.start))
    return starts


def _still_there(asking: "_Asking") -> set[str]:
    """The records above that have a list which was not had again."""
    again = {page.keys[-1] for page in asking.kept}
    return {above.id for above in _records_above(asking)} - again


def _untold(_stream: str, _records: int) -> None:
    """Changes are no records that anybody counts."""


@dataclass(frozen=True)
class _Asking:
    """What is asked, of whom, and where its answers are kept."""

    system: System
    stream: Stream
    client: Asks
    journal: Journal
    tell: Tell

    @property
    def kept(self) -> Sequence[KeptPage]:
        return self.journal.of(self.stream.name)


def _plan(system: System, order: Order) -> dict[str, object]:
    """What makes two fetches the same one."""
    bounds = [moment and moment.isoformat() for moment in (order.window.start, order.window.end)]
    carried = [page.sha256 for page in order.carried]
    return {"system": system.model_dump(mode="json"), "window": bounds, "carried": carried}


def _fetch_stream(asking: _Asking, window: Window) -> None:
    kept = asking.kept
    done = kept[-1].start + 1 if kept else 0
    if kept and kept[-1].following:
        try:
            _follow(asking, kept[-1].start, kept[-1].following, kept[-1].keys)
        except (UnknownObjectError, RefusedRequestError):
            asking.journal.forget()  # its place in the list is known there no more
            raise
    if kept and _has_one_list(asking.stream):
        return  # it has ended; a bulk query would be made anew
    for start, (call, keys) in islice(enumerate(_starts(asking, window)), done, None):
        try:
            _follow(asking, start, call, keys)
        except UnknownObjectError:
            if not asking.stream.may_lack:
                raise


def _has_one_list(stream: Stream) -> bool:
    """Whether one first request is all there is."""
    return not (stream.parent or stream.kept_days)


_Start = tuple[Call, tuple[str, ...]]
"""The first request of a list, and the ids of the records above it."""


def _starts(asking: _Asking, window: Window) -> Iterator[_Start]:
    """Each of the stream's lists, once."""
    stream, asked = asking.stream, set[Call]()
    if stream.is_bulk:
        yield results_call(asking.system, stream, asking.client, window), ()
        return
    for call, keys in _lists(asking, window):
        if call not in asked:
            asked.add(call)
            yield call, keys


def _lists(asking: _Asking, window: Window) -> Iterator[_Start]:
    stream, now = asking.stream, asking.journal.started_at
    if stream.changed_property and window.start:
        yield search_call(stream, window), ()
        return
    if not stream.parent:
        yield from ((call, ()) for call in list_calls(stream, window, now))
        return
    if stream.is_links:
        yield from ((call, ()) for call in _links(asking) if window.start)
        return
    paging = asking.system.paging_of(stream)
    for above in _records_above(asking):
        for call in child_calls(stream, paging, above, window, now):
            yield call, tuple(above.keys.values())


def _links(asking: _Asking) -> Iterator[Call]:
    """With what the records of each page of the parent are associated."""
    parent = asking.system.stream(asking.stream.parent)
    for content in asking.journal.contents(parent.name):
        ids = [str(value_at(record, parent.id)) for record in records_of(parent, content) or ()]
        if ids:
            yield links_call(asking.stream, ids)


def _records_above(asking: _Asking) -> Iterator[Above]:
    system, stream = asking.system, asking.stream
    parent = system.stream(stream.parent)
    for page in asking.journal.of(parent.name):
        content = (asking.journal.folder / page.name).read_bytes()
        for record in records_of(parent, content) or ():
            yield above_of(system, parent, record, page.keys)


def above_of(system: System, parent: Stream, record: Any, keys: Sequence[str]) -> Above:
    """A parent's record with the ids of those above it, by the names of their streams.

    Raises AnswerChangedError where it has no id.
    """
    key = value_at(record, parent.id)
    if key is None:
        raise AnswerChangedError(
            system.title, parent.name, clause("answer-no-id", column=parent.id)
        )
    lineage = (*system.lineage(parent), parent.name)
    return Above(record, str(key), dict(zip(lineage, (*keys, str(key)), strict=True)))


def _follow(asking: _Asking, start: int, call: Call | None, keys: tuple[str, ...]) -> None:
    """One list from a request on to its end."""
    stream, had = asking.stream, set[Call | bytes]()
    while call:
        page = None if call in had else asking.client.page(stream, call)
        records = checked_records(asking.system, stream, page) if page else []
        said = hashlib.sha256(json.dumps(records).encode()).digest() if records else call
        if page is None or said in had:
            raise EndlessPagesError(asking.system.title, stream.name)
        had |= {call, said}
        call = _following(asking, call, page)
        kept = Kept(stream.name, len(records), start, call, keys, _name_of(asking, keys))
        asking.journal.keep(page.content, kept)
        asking.tell(stream.name, len(records))


def _name_of(asking: _Asking, keys: Sequence[str]) -> str:
    """The id that the names of the stream's files hold."""
    named_by = asking.stream.named_by
    if not named_by:
        return ""
    return dict(zip(asking.system.lineage(asking.stream), keys, strict=True))[named_by]


def _following(asking: _Asking, call: Call, page: Page) -> Call | None:
    """The next page's request. Raises AnswerChangedError where there is more, and not said how."""
    stream = asking.stream
    if stream.is_bulk:
        return following_call(call, page)
    if stream.changed_property and call.body:
        return following_search(stream, call, page)
    paging = asking.system.paging_of(stream)
    following = next_call(call, stream, paging, page.document)
    if following is None and says_more(paging, page.document):
        problem = clause("answer-no-next", at=paging.at or stream.id)
        raise AnswerChangedError(asking.system.title, stream.name, problem)
    return following


def checked_records(system: System, stream: Stream, page: Page) -> list[Any]:
    """A page's records. Raises AnswerChangedError where there is no list of them."""
    found = records_of(stream, page.content)
    if found is not None:
        return found
    problem = clause("answer-no-list", at=stream.records or "/")
    raise AnswerChangedError(system.title, stream.name, problem)
