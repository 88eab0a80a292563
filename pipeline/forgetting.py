"""Forgetting a person or a client: in the warehouse, the archive and the published files.

Sums stay, as amounts and keys do; so do the landing place and the company's own systems, which
are not ours: what still names somebody there is told.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from messages.errors import CarteraError
from pipeline.name_search import Finder, files_below, search
from pipeline.publishing.pictures import pictured_deck
from pipeline.settings import Settings
from sources.landing.archive import copy_of
from transforms.core.written_names import folded
from warehouse import ForgottenRecord, Warehouse, open_warehouse

_SHORTEST = 4
_ALL_RUNS = 1_000_000


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
    kept: tuple[Path, ...]
    """Files beside cartera.toml, and that itself, which a person keeps."""
    unsearched: tuple[Path, ...]
    """Files that cannot be looked through, or not all of them."""
    keys: Mapping[str, int]
    """By table, rows that hold a name as a key, which sums hang on."""
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
        names = _sure(_names(settings, warehouse, person.strip(), client_id))
        if not names:
            raise NobodyToForgetError(client_id or person)
        rows = warehouse.rows_naming(names)
        keys = warehouse.keys_naming(names)
        entries = warehouse.audit_entries_of(names)
    landing = () if "://" in settings.landing else files_below(Path(settings.landing))
    finder = Finder.of(names)
    archive, output, landed = (
        search(files, finder)
        for files in (files_below(settings.archive), files_below(settings.output), landing)
    )
    with open_warehouse(settings.warehouse_url) as warehouse:
        pictures = _pictures(settings, warehouse, (*archive.holding, *output.holding))
    found = Found(
        names,
        rows,
        (*archive.holding, *pictures.archived),
        (*output.holding, *pictures.published),
        landed.holding,
        search(_kept_files(settings), finder).holding,
        (*archive.unsearched, *output.unsearched, *landed.unsearched),
        keys,
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
        for path in (*reversed(found.archived), *reversed(found.published)):
            path.unlink(missing_ok=True)
        warehouse.replace_names(found.names, pseudonym)
    return pseudonym


def _names(settings: Settings, warehouse: Warehouse, person: str, client_id: str) -> frozenset[str]:
    """With the address that cartera.toml gives somebody in the place of the CRM's."""
    pairs = list(settings.notify.addresses.items())

    def also_called(names: Iterable[str]) -> set[str]:
        known = {folded(name) for name in names if name}
        return {name for pair in pairs if known & set(map(folded, pair)) for name in pair}

    asked = {person, *also_called([person])}
    names = frozenset[str]().union(*(warehouse.names_of(name, client_id) for name in asked))
    return names | also_called(names)


def _kept_files(settings: Settings) -> Iterator[Path]:
    """cartera.toml, grants.toml, the account map, mappings: edited by hand, and never by us."""
    for path in files_below(settings.root, "*"):
        if path.suffix.lower() in {".toml", ".csv"}:
            yield path


@dataclass(frozen=True)
class _Pictures:
    """Of pages of decks that hold a name, which no search finds in them."""

    archived: tuple[Path, ...]
    published: tuple[Path, ...]


def _pictures(settings: Settings, warehouse: Warehouse, holding: tuple[Path, ...]) -> _Pictures:
    """Also of decks that were forgotten before: a crash may have left them."""
    before = warehouse.forgotten_files()
    decks = before | {_digest(path) for path in holding}
    registered = [item for item in warehouse.artifacts() if pictured_deck(item.path) in decks]
    digests = before | {item.sha256 for item in registered}
    copies = {copy_of(settings.archive, digest) for digest in digests}
    shown = {
        path for path in files_below(settings.output) if pictured_deck(path.as_posix()) in decks
    }
    return _Pictures(
        tuple(sorted(path for path in copies - set(holding) if path.is_file())),
        tuple(sorted(shown - set(holding))),
    )


def _sure(names: frozenset[str]) -> tuple[str, ...]:
    """Without what is too short to be anybody's alone."""
    return tuple(sorted(name for name in names if len(name) >= _SHORTEST))


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
