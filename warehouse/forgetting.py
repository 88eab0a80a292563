"""Taking somebody's name out of every row: what is left of it is a word that means nobody."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import (
    Column,
    Connection,
    Row,
    Select,
    Table,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.sql.elements import ColumnElement

from transforms.core.written_names import folded, plain_part, text_pattern
from transforms.tables import TABLES
from warehouse.portal.people import email_when_forgotten
from warehouse.registry.records import FORGOTTEN
from warehouse.registry.tables import METADATA, delivered_files, forgotten, told_files
from warehouse.rows.column_types import TEXT
from warehouse.schema import (
    CANONICAL,
    artifacts,
    portal_audit,
    portal_people,
    portal_sessions,
    portal_uploads,
)

_NO_NAMES = frozenset(
    {"sha256", "edition_id", "state", "kind", "language", "row_hash", "chain", "previous"}
)
"""Columns of other tables that hold ids and words of our own."""
_NAMED_BY = {
    "managers": ("manager_name", "email"),
    "contacts": ("contact_name", "email"),
    "accounts": ("account_name", "domain", "tax_id"),
}
"""What a row of these is called: other columns mention people, and name nobody."""
_PEOPLE = ("managers", "contacts")
"""Canonical tables a row of which is one person."""


@dataclass(frozen=True)
class ForgottenRecord:
    """What was done to forget somebody: never who it was."""

    at: datetime
    who: str
    """Who ordered it."""
    pseudonym: str
    rows: int
    files: tuple[str, ...]
    """SHA-256 of what was taken out of the archive."""


def names_of_person(connection: Connection, text: str) -> frozenset[str]:
    """The text, and what else identifies the people who have it as their name or address."""
    found = {text}
    for columns in (*map(_names, _PEOPLE), [portal_people.c.name, portal_people.c.email]):
        rows = connection.execute(select(*columns).where(_may_hold(columns, [text])))
        for row in rows:
            if any(value and folded(value) == folded(text) for value in row):
                found |= {str(value) for value in row if value}
    return frozenset(found)


def names_of_client(connection: Connection, client_id: str) -> frozenset[str]:
    """What identifies a client and the accounts below it, and the people at them; not what it
    shares with other accounts, as the domain of a mail provider."""
    accounts, contacts = CANONICAL["accounts"], CANONICAL["contacts"]
    is_theirs = or_(accounts.c.account_id == client_id, accounts.c.parent_account_id == client_id)
    ids = select(accounts.c.account_id).where(is_theirs)
    columns = _names("accounts")
    own = _values(connection, select(*columns).where(is_theirs))
    shared = _values(connection, select(*columns).where(accounts.c.account_id.not_in(ids)))
    people = select(*_names("contacts")).where(contacts.c.account_id.in_(ids))
    return (own - shared) | _values(connection, people)


def _values(connection: Connection, query: Select) -> frozenset[str]:
    return frozenset(str(value) for row in connection.execute(query) for value in row if value)


def replace_names(
    connection: Connection, names: Sequence[str], pseudonym: str, *, is_trial: bool
) -> dict[str, int]:
    """Put the word in the place of each name wherever it stands in a text, in rows of every
    version; returns how many rows of each table have it. The sums and the keys stay.

    A row keeps the hash of what it was: the same export again does not bring the name back.
    """
    pattern = text_pattern(names)
    changed: dict[str, int] = {}
    for table, columns in _texts():
        rows = list(_rows_with(connection, table, columns, names, pattern))
        if rows:
            changed[table.name] = len(rows)
        for key, texts in [] if is_trial else rows:
            new = {name: pattern.sub(pseudonym, text) for name, text in texts.items()}
            connection.execute(update(table).where(*key).values(new))
    if told := _told(connection, names):
        changed[told_files.name] = len(told)
    if not is_trial:
        _close_portal(connection, names, pseudonym)
        _tell_nobody(connection, told, pseudonym)
    return changed


def keys_naming(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """By table, rows that hold a name as a key or a path, by which other rows and so sums find
    them: the names that some systems give people as keys stay."""
    pattern = text_pattern(names)
    ours = {portal_people, portal_sessions, portal_uploads, portal_audit, told_files, forgotten}
    found: dict[str, int] = {}
    covered = {table.name: set(columns) for table, columns in _texts()}
    for table in METADATA.sorted_tables:
        columns = [column for column in table.c if _may_be_key(column, covered)]
        if columns and table not in ours:
            rows = sum(1 for _ in _rows_with(connection, table, columns, names, pattern))
            found |= {table.name: rows} if rows else {}
    return found


def audit_entries_of(connection: Connection, names: Sequence[str]) -> int:
    """Entries of the portal's audit that name them, which nobody may change."""
    same = or_(*(_same(portal_audit.c.who, name) for name in names))
    return len(connection.execute(select(portal_audit.c.entry_id).where(same)).all())


def _unname_files(connection: Connection, files: Sequence[str]) -> None:
    """Registered files whose bytes are gone have no name any more, and nobody was sent them."""
    for sha256 in files:
        same = artifacts.c.sha256 == sha256
        paths = select(artifacts.c.path).where(same).scalar_subquery()
        for sent in (told_files, delivered_files):
            connection.execute(delete(sent).where(sent.c.path.in_(paths)))
        connection.execute(update(artifacts).where(same).values(path=f"{FORGOTTEN}{sha256}"))


def add_forgotten(connection: Connection, record: ForgottenRecord) -> None:
    """Keep what is done, before any of it is: whoever goes on after a crash finds the rest."""
    _unname_files(connection, record.files)
    values = {**vars(record), "files": json.dumps(record.files)}
    connection.execute(insert(forgotten).values(values))


def forgotten_records(connection: Connection) -> tuple[ForgottenRecord, ...]:
    """What was ever done to forget somebody, the oldest first."""
    columns = (forgotten.c[item.name] for item in fields(ForgottenRecord))
    rows = connection.execute(select(*columns).order_by(forgotten.c.forgotten_id))
    return tuple(ForgottenRecord(*said, files=tuple(json.loads(files))) for *said, files in rows)


def _same(column: Column, text: str) -> ColumnElement[bool]:
    return func.lower(column) == func.lower(text)


def _personal(name: str) -> list[Column]:
    return [CANONICAL[name].c[column.name] for column in TABLES[name].columns if column.personal]


def _names(name: str) -> list[Column]:
    return [CANONICAL[name].c[column] for column in _NAMED_BY[name]]


def _may_hold(columns: Sequence[Column], names: Sequence[str]) -> ColumnElement[bool]:
    """Holds of every row that holds a name, however that is written, and of few others."""
    parts = {plain_part(name) for name in names}
    return or_(*(c.icontains(part, autoescape=True) for c in columns for part in parts))


def _texts() -> Iterator[tuple[Table, list[Column]]]:
    """Every text that may name somebody: what the table specs say, and all of other tables."""
    for name, table in CANONICAL.items():
        if columns := _personal(name):
            yield table, columns
    canonical = {table.name for table in CANONICAL.values()} | {"portal_audit", "forgotten"}
    for table in METADATA.sorted_tables:
        columns = [column for column in table.c if _may_name(column)]
        if columns and table.name not in canonical:
            yield table, columns


def _may_name(column: Column) -> bool:
    is_key = column.primary_key or bool(column.foreign_keys)
    return isinstance(column.type, type(TEXT)) and not is_key and column.name not in _NO_NAMES


def _may_be_key(column: Column, covered: Mapping[str, Collection[Column]]) -> bool:
    is_text = isinstance(column.type, type(TEXT)) and column.name not in _NO_NAMES
    return is_text and column not in covered.get(column.table.name, ())


def _told(connection: Connection, names: Sequence[str]) -> list[Row]:
    """Whom they were told of files as."""
    rows = connection.execute(select(told_files).where(_may_hold([told_files.c.recipient], names)))
    theirs = set(map(folded, names))
    return [row for row in rows if folded(row.recipient) in theirs]


def _tell_nobody(connection: Connection, told: Sequence[Row], pseudonym: str) -> None:
    """That somebody was told of a file stays, and not who."""
    for row in told:
        same = (told_files.c.recipient == row.recipient, told_files.c.path == row.path)
        connection.execute(delete(told_files).where(*same))
    moments = {row.path: row.told_at for row in told}
    for path, told_at in moments.items():
        values = {"recipient": pseudonym, "path": path, "told_at": told_at}
        connection.execute(insert(told_files).values(values))


def _rows_with(
    connection: Connection,
    table: Table,
    columns: Sequence[Column],
    names: Sequence[str],
    pattern: re.Pattern[str],
) -> Iterator[tuple[list, dict[str, str]]]:
    """The key of each row that holds a name, and the texts that do."""
    keys = list(table.primary_key.columns)
    may_hold = _may_hold(columns, names)
    for row in connection.execute(select(*keys, *columns).where(may_hold)).all():
        held = dict(zip((c.name for c in columns), row[len(keys) :], strict=True))
        texts = {name: text for name, text in held.items() if text and pattern.search(text)}
        if texts:
            yield [key == value for key, value in zip(keys, row, strict=False)], texts


def _close_portal(connection: Connection, names: Sequence[str], pseudonym: str) -> None:
    """They can sign in no more, and what they handed in and nobody judged is gone. What keeps
    them out is a digest of their address."""
    rows = connection.execute(select(portal_people.c.email, portal_people.c.language))
    theirs = set(map(folded, names))
    for email, language in [row for row in rows if folded(row.email) in theirs]:
        for table in (portal_sessions, portal_uploads, portal_people):
            connection.execute(delete(table).where(table.c.email == email))
        closed = {
            "email": email_when_forgotten(email),
            "name": pseudonym,
            "roles": "",
            "language": language,
            "password_hash": "",
            "is_disabled": True,
        }
        connection.execute(delete(portal_people).where(portal_people.c.email == closed["email"]))
        connection.execute(insert(portal_people).values(closed))
