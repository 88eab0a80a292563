"""The managers' briefs of a run: each book of clients, as PowerPoint and as Markdown."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from slugify import slugify

from pipeline.failures import Failure, attempt
from pipeline.outcome import ClientOutcome
from pipeline.publishing.brand import BrandInUse, brand_in_use
from pipeline.publishing.client_files import gathered_clients
from pipeline.publishing.edition import DECK_LIBRARY, BriefLine, BriefRecipe, making_of
from pipeline.publishing.publisher import DueFile, Made, Result, already_published, publish
from pipeline.run_context import RunContext
from reports.brief.book import ManagerBook, ordered
from reports.brief.compose import ComposedBrief, compose_brief
from reports.brief.entry import BookEntry, entry_of, unread_entry
from reports.client import ClientFile
from reports.deck.render.deck import render_deck
from reports.deck.view.client_view_build import seen
from warehouse import Subject

_FOLDER = PurePosixPath("briefs")


@dataclass(frozen=True)
class _Form:
    """One of the two files of a brief."""

    kind: str
    suffix: str
    library: str
    render: Callable[[ComposedBrief], bytes]


_FORMS = (
    _Form("brief", ".pptx", DECK_LIBRARY, lambda composed: render_deck(composed.deck)),
    _Form("brief-text", ".md", "", lambda composed: composed.markdown.encode()),
)


@dataclass(frozen=True)
class _Book:
    """A manager's clients, and what became of each."""

    manager_name: str
    clients: tuple[ClientOutcome, ...]
    brand: BrandInUse


def publish_briefs(run: RunContext, clients: Sequence[ClientOutcome]) -> tuple[Result, ...]:
    """Both files of each manager; none where the run is of some clients or for clients' eyes."""
    if not run.is_of_all_for_us:
        return ()
    books = _books(run, clients)
    missing = [
        client
        for book in books
        if not all(already_published(run, due) for due in _due_files(run, book, {}))
        for client in book.clients
    ]
    entries = _entries(run, missing)
    due = (item for book in books for item in _due_files(run, book, entries))
    return tuple(publish(run, item) for item in due)


def _books(run: RunContext, clients: Iterable[ClientOutcome]) -> tuple[_Book, ...]:
    found: dict[str, list[ClientOutcome]] = {}
    for client in clients:
        if client.manager_name:
            found.setdefault(client.manager_name, []).append(client)
    brand = brand_in_use(run.settings)
    return tuple(_Book(name, tuple(own), brand) for name, own in sorted(found.items()))


def _due_files(
    run: RunContext, book: _Book, entries: Mapping[str, BookEntry]
) -> tuple[DueFile, ...]:
    name = book.manager_name
    digest = hashlib.sha256(name.encode()).hexdigest()[:6]
    stem = f"brief-{slugify(name, max_length=40) or 'manager'}-{digest}-{run.period}"
    return tuple(
        DueFile(
            subject=Subject.manager(name),
            kind=form.kind,
            language=run.home_language,
            folder=_FOLDER,
            stem=stem,
            suffix=form.suffix,
            recipe=_recipe(run, book, form),
            make=partial(_made, run, book, entries, form),
        )
        for form in _FORMS
    )


def _recipe(run: RunContext, book: _Book, form: _Form) -> BriefRecipe:
    lines = [
        BriefLine(client.line_matter, client.held, _unmade(client))
        for client in sorted(book.clients, key=lambda client: client.client_id)
    ]
    return BriefRecipe(
        making=making_of(form.kind, run.home_language, form.library, book.brand.mark),
        company_name=run.settings.company.name,
        manager_name=book.manager_name,
        period=str(run.period),
        data_date=run.known_at.date(),
        lines=tuple(lines),
    )


def _entries(run: RunContext, clients: Iterable[ClientOutcome]) -> Mapping[str, BookEntry]:
    """Lines by client: those that publishing left, the others read again."""
    clients = list(clients)
    found = {client.client_id: client.entry for client in clients if client.entry}
    held = {client.client_id: client.held for client in clients}
    wanted = held.keys() - found.keys()
    for shard in run.shards:
        if wanted.intersection(shard.client_ids):
            for client in gathered_clients(run, shard):
                if client.file.client_id in wanted:
                    file = client.file
                    found[file.client_id] = _entry(file, held[file.client_id])
    return found


def _entry(client: ClientFile, held: tuple[str, ...]) -> BookEntry:
    subject = Subject.client(client.client_id)
    read = attempt(subject, "brief", lambda: entry_of(client, seen(client), held))
    return unread_entry(client, held) if isinstance(read, Failure) else read


def _unmade(client: ClientOutcome) -> tuple[str, ...]:
    return tuple(failure.what for failure in client.failures)


def _made(
    run: RunContext, book: _Book, entries: Mapping[str, BookEntry], form: _Form, edition: str
) -> Made:
    own = (replace(entries[item.client_id], unmade=_unmade(item)) for item in book.clients)
    composed = compose_brief(
        ManagerBook(
            manager_name=book.manager_name,
            company_name=run.settings.company.name,
            period=run.period,
            data_date=run.known_at.date(),
            entries=ordered(tuple(own), run.known_at.date()),
            edition=edition,
        ),
        run.home_language,
        book.brand.brand,
    )
    return Made(form.render(composed))
