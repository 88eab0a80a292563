"""Each manager's own new files, told once.

A file counts as told once the mail server has taken the letter and the warehouse has written it
down. A crash between the two sends the same letter again, with the same Message-ID, by which
mailboxes know it; a crash before sends it with the next run of the period, or `cartera notify`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from urllib.parse import quote

from delivery.notice import Notice
from messages.catalogue import Catalogue, catalogue, languages
from messages.clause import Clause, named
from pipeline.notices.links import LASTS, Link, link_key, signed
from pipeline.notices.ways import mailbox
from pipeline.secrets import SecretStore
from pipeline.settings import Settings
from warehouse import ArtifactRecord, ClientSummary, NoticeRecord, SubjectKind, Warehouse

_KINDS = frozenset({"qbr", "review", "renewal", "brief"})
"""What a manager works with; other files belong to these or to others."""


@dataclass(frozen=True)
class Letter:
    """What one manager has not been told of."""

    recipient: str
    language: str
    files: tuple[ArtifactRecord, ...]

    @property
    def key(self) -> str:
        told = "\n".join([self.recipient, *sorted(file.path for file in self.files)])
        return hashlib.sha256(told.encode()).hexdigest()[:40]


def tell_managers(
    settings: Settings, warehouse: Warehouse, period: str, store: SecretStore
) -> list[NoticeRecord]:
    """Send what is due and write down each letter; call it holding the period's lock, once its
    files are published."""
    mail = settings.notify.mail
    if mail is None or not settings.notify.managers:
        return []
    clients = {item.client_id: item for item in warehouse.summaries(period)}
    done: list[NoticeRecord] = []
    for letter in _due(settings, warehouse, period, clients):
        make = partial(_worded, _Places(settings, letter.recipient, store), period, letter, clients)
        why = mailbox(mail, letter.recipient, store).tried(make)
        record = NoticeRecord(datetime.now(UTC), period, "files", letter.recipient, _stored(why))
        warehouse.add_notice(record, () if why else [file.path for file in letter.files])
        done.append(record)
    return done


def _stored(why: Clause | None) -> str:
    return "" if why is None else why.stored()


def _due(
    settings: Settings, warehouse: Warehouse, period: str, clients: Mapping[str, ClientSummary]
) -> Iterator[Letter]:
    newest = {(file.subject, file.kind): file for file in warehouse.artifacts(period)}
    addresses = _addresses(settings, clients)
    theirs: dict[str, list[ArtifactRecord]] = {}
    for file in newest.values():
        manager = _manager(file, clients)
        if file.kind in _KINDS and not file.is_forgotten and (address := addresses.get(manager)):
            theirs.setdefault(address, []).append(file)
    spoken = warehouse.languages_of_people()
    for address, files in sorted(theirs.items()):
        told = warehouse.told_of(address)
        if due := tuple(file for file in files if file.path not in told):
            yield Letter(address, _language(settings, spoken.get(address.lower(), "")), due)


def _addresses(settings: Settings, clients: Mapping[str, ClientSummary]) -> dict[str, str]:
    """Of each manager by name: what cartera.toml says, else what the CRM does."""
    known = {item.manager_name: item.manager_email for item in clients.values()}
    return known | settings.notify.addresses


def _manager(file: ArtifactRecord, clients: Mapping[str, ClientSummary]) -> str:
    """Whose it is, by name; empty where it is nobody's of ours."""
    if file.subject.kind is SubjectKind.MANAGER:
        return file.subject.id
    client = clients.get(file.subject.id) if file.subject.client_id else None
    return client.manager_name if client else ""


def _language(settings: Settings, spoken: str) -> str:
    return spoken if spoken in languages() else settings.company.languages[0]


@dataclass(frozen=True)
class _Places:
    """Where one person finds files."""

    settings: Settings
    recipient: str
    store: SecretStore

    def of(self, file: ArtifactRecord) -> str:
        """A link to the page, where there is a portal; else the path inside the output place."""
        portal, client_id = self.settings.notify.portal.rstrip("/"), file.subject.client_id
        if not portal:
            return file.path
        page = f"/clients/{quote(client_id, safe='')}" if client_id else "/"
        key = link_key(self.store)
        if not key:
            return f"{portal}{page}"
        until = int((datetime.now(UTC) + LASTS).timestamp())
        return f"{portal}/link/{signed(Link(page, self.recipient.lower(), until), key)}"


def _worded(
    places: _Places, period: str, letter: Letter, clients: Mapping[str, ClientSummary]
) -> Notice:
    words, company = catalogue(letter.language), places.settings.company.name
    count = len(letter.files)
    title = words.say("notice-files", company=company, period=period, count=count)
    lines = [_line(words, places, file, clients) for file in letter.files]
    return Notice(title, tuple(sorted(lines)), letter.key)


def _line(
    words: Catalogue, places: _Places, file: ArtifactRecord, clients: Mapping[str, ClientSummary]
) -> str:
    facts = {"what": words.say(named("kind", file.kind)), "version": file.version}
    place = places.of(file)
    if file.subject.client_id is None:
        return words.say("notice-own-file", place=place, **facts)
    client = clients[file.subject.id].client_name
    return words.say("notice-file", client=client, place=place, **facts)
