"""What one unfinished fetch has brought: pages, each on the disk before its line is written.

A killed fetch goes on behind the last line. The folder's name starts with a dot, so nothing in
it is ever taken for an export.
"""

import hashlib
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from extract.calls import Call

MANIFEST = ".fetched.json"
_NAME = "journal.jsonl"
_NUMBER = re.compile(r"-[0-9]{6,}\.(?=[a-z]+$)")


@dataclass(frozen=True)
class KeptPage:
    """A page as it came, and what is asked for after it."""

    stream: str
    name: str
    """Of its file."""
    sha256: str
    size: int
    records: int
    start: int = 0
    """Which of the stream's lists it belongs to: a stream of a parent has one for each record."""
    following: Call | None = None
    keys: tuple[str, ...] = ()
    """The ids of the records above it, the outermost first."""

    @classmethod
    def stored(cls, written: Mapping[str, Any]) -> "KeptPage":
        following = written["following"]
        call = Call.stored(following) if following else None
        return cls(**{**written, "following": call, "keys": tuple(written["keys"])})


@dataclass(frozen=True)
class Kept:
    """What a page is, beside its bytes."""

    stream: str
    records: int
    start: int = 0
    following: Call | None = None
    keys: tuple[str, ...] = ()
    of: str = ""
    """The id that its file is named by, where the answer does not say what it is of."""


@dataclass(frozen=True)
class Carried:
    """A page of an earlier fetch that is still part of what the system says."""

    stream: str
    path: Path
    sha256: str
    records: int
    fetched_at: str
    name: str
    """Of its file in the delivery that it came with."""


@dataclass(frozen=True)
class Delivered:
    """A page as the delivery has it."""

    stream: str
    name: str
    sha256: str
    records: int
    fetched_at: str


class Journal:
    """The pages of one system's fetch, in its folder; those carried come before its own."""

    def __init__(
        self,
        folder: Path,
        started_at: datetime,
        carried: Sequence[Carried] = (),
        pages: Iterable[KeptPage] = (),
    ) -> None:
        self.folder, self.started_at, self._carried = folder, started_at, carried
        self._before = Counter(page.stream for page in carried)
        self._pages: dict[str, list[KeptPage]] = {}
        for page in pages:
            self._of(page.stream).append(page)

    @property
    def carried_streams(self) -> frozenset[str]:
        """Of which earlier pages count, too."""
        return frozenset(self._before)

    @property
    def pages(self) -> tuple[KeptPage, ...]:
        return tuple(page for pages in self._pages.values() for page in pages)

    def of(self, stream: str) -> Sequence[KeptPage]:
        """A stream's pages in their order."""
        return self._of(stream)

    def _of(self, stream: str) -> list[KeptPage]:
        return self._pages.setdefault(stream, [])

    def keep_carried(self, stream: str, named: Collection[str]) -> None:
        """Of a stream's earlier pages only those stay that are named by one of these ids."""
        stems = {_stem(stream, key) for key in named}
        self._carried = [
            page
            for page in self._carried
            if page.stream != stream or _NUMBER.split(page.name)[0] in stems
        ]

    def contents(self, stream: str) -> Iterator[bytes]:
        """A stream's pages as they came, one at a time."""
        for page in self.of(stream):
            yield (self.folder / page.name).read_bytes()

    def forget(self) -> None:
        """The next fetch begins anew."""
        shutil.rmtree(self.folder)

    def keep(self, content: bytes, kept: Kept) -> None:
        """A page, surely on the disk when this returns."""
        stream = kept.stream
        ending = "json" if content[:1] in (b"{", b"[") else "csv"
        number = self._before[stream] + len(self.of(stream)) + 1
        name = f"{_stem(stream, kept.of)}-{number:06d}.{ending}"
        temporary = self.folder / f"{name}.part"
        _write(temporary, content)
        temporary.replace(self.folder / name)
        digest = hashlib.sha256(content).hexdigest()
        page = KeptPage(
            stream, name, digest, len(content), kept.records, kept.start, kept.following, kept.keys
        )
        _append(self.folder / _NAME, json.dumps(asdict(page)))
        self._of(stream).append(page)

    def delivered(self) -> list[Delivered]:
        """Every page of the delivery: those carried, then this fetch's own."""
        found: list[Delivered] = []
        numbers = Counter[str]()
        for page in self._carried:
            numbers[page.stream] += 1
            name = _NUMBER.sub(f"-{numbers[page.stream]:06d}.", page.name)
            told = (page.stream, name, page.sha256, page.records, page.fetched_at)
            found.append(Delivered(*told))
        now = self.started_at.isoformat()
        for page in self.pages:
            if not page.name.startswith("."):
                found.append(Delivered(page.stream, page.name, page.sha256, page.records, now))
        return found

    def close(self) -> None:
        """The fetch is whole: the pages carried join its own, a manifest takes the journal's
        place."""
        for page, delivered in zip(self._carried, self.delivered(), strict=False):
            shutil.copyfile(page.path, self.folder / delivered.name)
        for page in self.pages:
            if page.name.startswith("."):
                (self.folder / page.name).unlink()
        told = {"pages": [asdict(page) for page in self.delivered()]}
        _write(self.folder / MANIFEST, json.dumps(told, indent=1).encode())
        (self.folder / _NAME).unlink()


def _stem(stream: str, of: str) -> str:
    """How the names of files begin that are of a record."""
    return f"{stream}@{quote(of, safe='')}" if of else stream


def open_journal(
    folder: Path, plan: Mapping[str, object], carried: Sequence[Carried], now: datetime
) -> Journal:
    """The journal of a plan: that of an unfinished fetch of the same plan, else a new one."""
    lines = _whole_lines(folder / _NAME)
    if lines and lines[0]["plan"] == json.loads(json.dumps(plan)):
        pages = [KeptPage.stored(line) for line in lines[1:]]
        _forget_others(folder, {page.name for page in pages})
        _write(folder / _NAME, "".join(f"{json.dumps(line)}\n" for line in lines).encode())
        started_at = datetime.fromisoformat(lines[0]["started_at"])
        return Journal(folder, started_at, carried, pages)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _append(folder / _NAME, json.dumps({"plan": plan, "started_at": now.isoformat()}))
    return Journal(folder, now, carried)


def unfinished_plan(folder: Path) -> Mapping[str, Any]:
    """What an unfinished fetch was of; empty where there is none."""
    lines = _whole_lines(folder / _NAME)
    return lines[0]["plan"] if lines else {}


def _whole_lines(path: Path) -> list[Any]:
    """A line that a kill cut short was never promised."""
    if not path.is_file():
        return []
    found = path.read_bytes().split(b"\n")
    return [json.loads(line) for line in found[:-1] if line]


def _forget_others(folder: Path, known: set[str]) -> None:
    for path in folder.iterdir():
        if path.name not in known and path.name != _NAME:
            path.unlink()


def _append(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
