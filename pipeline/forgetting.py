"""Forgetting a person or a client: in the warehouse, the archive and the published files.

Sums stay, as amounts and keys do; so do the landing place and the company's own systems, which
are not ours: what still names somebody there is told.
"""

import hashlib
import html
import json
import mmap
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from messages.errors import CarteraError
from pipeline.settings import Settings
from warehouse import ForgottenRecord, open_warehouse

_SHORTEST = 4
_ALL_RUNS = 1_000_000
_TAGS = re.compile(rb"<[^>]*>")
_PARAGRAPH_ENDS = re.compile(rb"</(?:\w+:)?(?:p|si|is)>")


class NameTooShortError(CarteraError):
    """A name that would be found in half of all texts."""

    code = "failure-name-too-short"
    exit_code = 2
    name: str
    least: int


class NobodyToForgetError(CarteraError):
    """Nobody and nothing is called so."""

    code = "failure-nobody-to-forget"
    exit_code = 2
    asked: str


@dataclass(frozen=True)
class Found:
    """Where somebody is named."""

    names: tuple[str, ...]
    rows: Mapping[str, int]
    """By table."""
    archived: tuple[Path, ...]
    published: tuple[Path, ...]
    landed: tuple[Path, ...]
    """Files of the landing folder, which are left to their owner."""
    audit_entries: int
    """Of the portal, which nobody may change."""


@contextmanager
def beside_no_run(settings: Settings) -> Iterator[None]:
    """Keeps runs of every period that there was one of out; raises RunInProgressError where one
    is on, which would publish what it has read."""
    with open_warehouse(settings.warehouse_url) as warehouse, ExitStack() as locks:
        published = {item.period for item in warehouse.artifacts()}
        for period in sorted(published | {run.period for run in warehouse.runs(_ALL_RUNS)}):
            locks.enter_context(warehouse.run_lock(period))
        yield


def find(settings: Settings, person: str, client_id: str) -> Found:
    """Where the person, or the client with its people, is named. Changes nothing."""
    if not client_id and len(person.strip()) < _SHORTEST:
        raise NameTooShortError(person, _SHORTEST)
    with open_warehouse(settings.warehouse_url) as warehouse:
        names = _sure(warehouse.names_of(person.strip(), client_id))
        if not names:
            raise NobodyToForgetError(client_id or person)
        rows = warehouse.rows_naming(names)
        entries = warehouse.audit_entries_of(names)
    pattern = _bytes_pattern(names)
    landing = [] if "://" in settings.landing else [Path(settings.landing)]
    found = Found(
        names,
        rows,
        tuple(_holding(settings.archive, pattern)),
        tuple(_holding(settings.output, pattern)),
        tuple(path for place in landing for path in _holding(place, pattern)),
        entries,
    )
    if not (found.rows or found.archived or found.published):
        raise NobodyToForgetError(client_id or person)
    return found


def forget(settings: Settings, found: Found, who: str) -> str:
    """Take the names out, and return the word that stands in their place.

    The record first, then the files, then the rows: after a crash the same command still finds
    by the rows whom it is about, and does the rest.
    """
    pseudonym = f"forgotten-{secrets.token_hex(4)}"
    rows = sum(found.rows.values())
    digests = {path.name for path in found.archived} | {_digest(path) for path in found.published}
    record = ForgottenRecord(datetime.now(UTC), who, pseudonym, rows, tuple(sorted(digests)))
    with open_warehouse(settings.warehouse_url) as warehouse:
        warehouse.add_forgotten(record)
        for path in (*found.archived, *found.published):
            path.unlink(missing_ok=True)
        warehouse.replace_names(found.names, pseudonym)
    return pseudonym


def _sure(names: frozenset[str]) -> tuple[str, ...]:
    """Without what is too short to be anybody's alone."""
    return tuple(sorted(name for name in names if len(name) >= _SHORTEST))


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _bytes_pattern(names: Sequence[str]) -> re.Pattern[bytes]:
    """Finds the names as exports and office files write them."""
    written = {form for name in names for case in _cases(name) for form in _forms(case)}
    alternatives = b"|".join(re.escape(form) for form in sorted(written, key=len, reverse=True))
    return re.compile(rb"(?<![A-Za-z0-9])(?:" + alternatives + rb")(?![A-Za-z0-9])", re.IGNORECASE)


def _cases(name: str) -> tuple[str, ...]:
    """Patterns of bytes know of the cases of A to Z alone."""
    return name, name.upper(), name.lower()


def _forms(name: str) -> Iterator[bytes]:
    """In UTF-8, in Windows' encoding, escaped as JSON, as XML and as HTML."""
    yield name.encode()
    yield name.encode("cp1252", errors="ignore")
    yield json.dumps(name)[1:-1].encode()
    yield name.replace("&", "&amp;").encode()
    yield html.escape(name).encode()
    yield name.encode("utf-16-le")


def _holding(folder: Path, pattern: re.Pattern[bytes]) -> Iterator[Path]:
    """Files below the folder that hold a name, also inside office files and other ZIPs."""
    for path in sorted(folder.rglob("*")):
        is_file = path.is_file() and not path.is_symlink() and path.stat().st_size > 0
        if is_file and _holds(path, pattern):
            yield path


def _holds(path: Path, pattern: re.Pattern[bytes]) -> bool:
    if is_zipfile(path):
        try:
            with ZipFile(path) as packed:
                return any(_says(packed.read(name), pattern) for name in packed.namelist())
        except (BadZipFile, NotImplementedError, RuntimeError):
            pass  # looked at as it stands
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as text:
        return pattern.search(text) is not None


def _says(text: bytes, pattern: re.Pattern[bytes]) -> bool:
    """Whether a part of an office file holds a name: as it stands, also in a tag, or split into
    runs of one paragraph."""
    paragraphs = (_TAGS.sub(b"", part) for part in _PARAGRAPH_ENDS.split(text))
    return bool(pattern.search(text)) or any(map(pattern.search, paragraphs))
