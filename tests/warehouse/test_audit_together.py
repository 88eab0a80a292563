"""Entries of the audit that many write at once: each is kept, in one chain, with few commits."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest

from warehouse.portal.audit import Together
from warehouse.portal.records import AuditEntry
from warehouse.portal.store import open_portal_store

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)


def entry(what: str) -> AuditEntry:
    return AuditEntry(NOW, "ana@example.com", "::1", "download", is_allowed=True, what=what)


def test_all_of_a_crowd_are_written_once_in_one_unbroken_chain(warehouse_url: str) -> None:
    store, names = open_portal_store(warehouse_url), [f"{number}" for number in range(40)]
    with ThreadPoolExecutor(20) as crowd:
        list(crowd.map(lambda name: store.note(entry(name)), names))
    assert sorted(item.what for item in store.audit()) == sorted(names)
    assert store.is_audit_unbroken()


def test_what_waits_for_a_turn_is_written_together() -> None:
    """While the first is written, the others gather; each returns only when it is written."""
    first, gathered, written = Event(), Event(), list[list[str]]()

    def write(entries: Sequence[AuditEntry]) -> None:
        if not written:
            first.set()
            assert gathered.wait(10)
        written.append([item.what for item in entries])

    together = Together(write)
    with ThreadPoolExecutor(4) as crowd:
        begun = [crowd.submit(together.add, entry("a"))]
        assert first.wait(10)
        begun += [crowd.submit(together.add, entry(name)) for name in "bcd"]
        while len(together._waiting) < 3:
            assert not any(item.done() for item in begun)
        gathered.set()
        for item in begun:
            item.result(10)
    assert written[0] == ["a"]
    assert sorted(written[1]) == ["b", "c", "d"]
    assert len(written) == 2


def refused(write: Callable[[str], None]) -> Callable[[Sequence[AuditEntry]], None]:
    """A database that takes nothing together with `bad`."""

    def attempt(entries: Sequence[AuditEntry]) -> None:
        if any(item.what == "bad" for item in entries):
            raise ValueError("no text of ours")
        for item in entries:
            write(item.what)

    return attempt


def test_an_entry_that_cannot_be_written_fails_alone() -> None:
    kept = list[str]()
    together = Together(refused(kept.append))
    together._turn.acquire()
    with ThreadPoolExecutor(3) as crowd:
        begun = {name: crowd.submit(together.add, entry(name)) for name in ("bad", "good", "fine")}
        while len(together._waiting) < 3:
            pass
        together._turn.release()
        for name in ("good", "fine"):
            begun[name].result(10)
        with pytest.raises(ValueError, match="no text of ours"):
            begun["bad"].result(10)
    assert sorted(kept) == ["fine", "good"]


class Ended(BaseException):
    """What ends a thread in the middle of whatever it does."""


def test_what_ends_the_writing_thread_costs_nobody_elses_entry() -> None:
    written, turns = list[str](), list[int]()

    def write(entries: Sequence[AuditEntry]) -> None:
        turns.append(len(entries))
        if len(turns) == 1:
            raise Ended
        written.extend(item.what for item in entries)

    together = Together(write)
    together._turn.acquire()
    with ThreadPoolExecutor(3) as crowd:
        begun = {crowd.submit(together.add, entry(name)): name for name in "abc"}
        while len(together._waiting) < 3:
            pass
        together._turn.release()
        ended = [name for item, name in begun.items() if isinstance(item.exception(10), Ended)]
    assert len(ended) == 1
    assert sorted([*written, *ended]) == ["a", "b", "c"]
    assert not together._waiting
