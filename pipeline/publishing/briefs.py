"""The managers' briefs of a run: each book of clients, as PowerPoint and as Markdown."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from slugify import slugify

from pipeline.compute.shards import Shard
from pipeline.failures import Failure, attempt
from pipeline.outcome import ClientOutcome, PublishedFile
from pipeline.publishing.brand import BrandInUse, brand_in_use
from pipeline.publishing.client_files import client_files
from pipeline.publishing.publish import first_free
from pipeline.publishing.publish_clients import RunContext
from pipeline.publishing.variant import Variant
from pipeline.settings import Settings
from reports.brief.book import ManagerBook, ordered
from reports.brief.compose import compose_brief
from reports.brief.entry import BookEntry, entry_of, unread_entry
from reports.client import ClientFile
from reports.deck.render.deck import render_deck
from reports.deck.view.client_view_build import seen
from warehouse import ArtifactRecord, Warehouse

_KINDS = {"brief": ".pptx", "brief-text": ".md"}
"""Kinds of files in the register, and how their names end."""


@dataclass(frozen=True)
class _Desk:
    """What all briefs of a run share."""

    settings: Settings
    warehouse: Warehouse
    run: RunContext
    brand: BrandInUse
    language: str


def publish_briefs(
    settings: Settings,
    warehouse: Warehouse,
    shards: Sequence[Shard],
    run: RunContext,
    clients: Sequence[ClientOutcome],
) -> tuple[PublishedFile | Failure, ...]:
    """Both files of each manager; none where the run is of some clients or for clients' eyes."""
    if run.accounts is not None or run.variant is Variant.CLIENT:
        return ()
    language = run.language or settings.company.languages[0]
    context = _Desk(settings, warehouse, run, brand_in_use(settings), language)
    books: dict[str, list[ClientOutcome]] = {}
    for client in clients:
        if client.manager_name:
            books.setdefault(client.manager_name, []).append(client)
    known = {name: _known(context, name, _edition(context, book)) for name, book in books.items()}
    missing = [client for name, book in books.items() if not known[name] for client in book]
    entries = _entries(context, shards, missing)
    files: list[PublishedFile | Failure] = []
    for name, book in sorted(books.items()):
        files.extend(known[name] or _published(context, name, book, entries))
    return tuple(files)


def _edition(context: _Desk, book: Sequence[ClientOutcome]) -> str:
    """The hash of what the clients' lines are made from, and of the day they are counted from."""
    lines = sorted(
        (client.client_id, client.facts, client.held, _unmade(client)) for client in book
    )
    told = (lines, context.run.known_at.date(), context.language, context.brand.mark)
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _known(context: _Desk, name: str, edition: str) -> tuple[PublishedFile, ...]:
    """The files of an edition that was published before and is still there; else nothing."""
    found = [context.warehouse.find_artifact(edition, kind, _owner(name)) for kind in _KINDS]
    there = [item for item in found if item and (context.settings.output / item.path).is_file()]
    if len(there) < len(_KINDS):
        return ()
    return tuple(_file(context, item, is_new=False) for item in there)


def _owner(name: str) -> str:
    """Whose the file is, in the register: no client's."""
    return f"manager:{name}"


def _entries(
    context: _Desk, shards: Iterable[Shard], clients: Iterable[ClientOutcome]
) -> Mapping[str, BookEntry]:
    """Lines by client: those that publishing left, the others read again."""
    clients = list(clients)
    found = {client.client_id: client.entry for client in clients if client.entry}
    held = {client.client_id: client.held for client in clients}
    wanted = held.keys() - found.keys()
    for shard in shards:
        if not wanted.intersection(shard.client_ids):
            continue
        run = context.run
        for file in client_files(
            context.settings, context.warehouse, shard, run.period, run.known_at
        ):
            if file.client_id in wanted:
                found[file.client_id] = _entry(file, held[file.client_id])
    return found


def _entry(client: ClientFile, held: tuple[str, ...]) -> BookEntry:
    read = attempt(client.client_id, "brief", lambda: entry_of(client, seen(client), held))
    return unread_entry(client, held) if isinstance(read, Failure) else read


def _unmade(client: ClientOutcome) -> tuple[str, ...]:
    return tuple(failure.what for failure in client.failures)


def _published(
    context: _Desk,
    name: str,
    clients: Sequence[ClientOutcome],
    entries: Mapping[str, BookEntry],
) -> tuple[PublishedFile | Failure, ...]:
    own = ordered(tuple(replace(entries[item.client_id], unmade=_unmade(item)) for item in clients))
    book = ManagerBook(
        manager_name=name,
        company_name=context.settings.company.name,
        period=context.run.period,
        data_date=context.run.known_at.date(),
        entries=own,
        edition=_edition(context, clients),
    )
    contents = attempt(_owner(name), "brief", _made, book, context)
    if isinstance(contents, Failure):
        return (contents,)
    return tuple(
        _written(context, book, kind, content)
        for kind, content in zip(_KINDS, contents, strict=True)
    )


def _made(book: ManagerBook, context: _Desk) -> tuple[bytes, bytes]:
    composed = compose_brief(book, context.language, context.brand.brand)
    return render_deck(composed.deck), composed.markdown.encode()


def _written(context: _Desk, book: ManagerBook, kind: str, content: bytes) -> PublishedFile:
    period, owner = str(context.run.period), _owner(book.manager_name)
    folder = context.settings.output / period / "briefs"
    digest = hashlib.sha256(book.manager_name.encode()).hexdigest()[:6]
    stem = f"brief-{slugify(book.manager_name, max_length=40) or 'manager'}-{digest}-{period}"
    number, written = first_free(
        context.warehouse.next_version(period, owner, kind),
        lambda number: folder / f"{stem}-{context.language}-v{number}{_KINDS[kind]}",
        content,
    )
    record = ArtifactRecord(
        run_id=context.run.run_id,
        client_id=owner,
        period=period,
        kind=kind,
        language=context.language,
        version=number,
        path=written.path.relative_to(context.settings.output).as_posix(),
        sha256=written.sha256,
        size=written.size,
        edition_id=book.edition,
    )
    context.warehouse.register_artifact(record)
    return _file(context, record, is_new=True)


def _file(context: _Desk, record: ArtifactRecord, *, is_new: bool) -> PublishedFile:
    return PublishedFile(
        record.client_id,
        record.kind,
        record.language,
        record.version,
        context.settings.output / record.path,
        record.sha256,
        record.size,
        record.edition_id,
        is_new,
    )
