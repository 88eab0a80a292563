"""People and their sessions."""

import hashlib
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from warehouse.portal.records import Person
from warehouse.registry.records import FORGOTTEN
from warehouse.schema import portal_people, portal_sessions

_OF_SESSION = (
    select(portal_people)
    .join(portal_sessions)
    .where(
        portal_sessions.c.token_hash == bindparam("shown"),
        portal_sessions.c.ends_at > bindparam("now"),
        portal_people.c.is_disabled.is_(False),
    )
)


def save_person(connection: Connection, person: Person) -> None:
    """Add a person, or put the new state in the place of the old; their sessions end."""
    end_sessions(connection, person.email)
    values = {
        "name": person.name,
        "roles": ",".join(sorted(person.roles)),
        "language": person.language,
        "password_hash": person.password_hash,
        "is_disabled": person.is_disabled,
    }
    theirs = portal_people.c.email == person.email
    changed = connection.execute(update(portal_people).where(theirs).values(values))
    if changed.rowcount == 0:
        connection.execute(insert(portal_people).values(values | {"email": person.email}))


def find_person(connection: Connection, email: str) -> Person | None:
    """By the name that they sign in with, also where that is forgotten and they stay out."""
    for written in (email, email_when_forgotten(email)):
        query = select(portal_people).where(portal_people.c.email == written)
        if row := connection.execute(query).first():
            return _person(row)
    return None


def email_when_forgotten(email: str) -> str:
    """What stands in the place of an address that is forgotten, by which it is known again."""
    return f"{FORGOTTEN}{hashlib.sha256(email.strip().lower().encode()).hexdigest()}"


def read_people(connection: Connection) -> tuple[Person, ...]:
    """Everybody, by name."""
    query = select(portal_people).order_by(portal_people.c.email)
    return tuple(_person(row) for row in connection.execute(query))


def start_session(
    connection: Connection, token_hash: str, email: str, now: datetime, ends_at: datetime
) -> None:
    """A session that ends by itself; those that have ended are cleared."""
    connection.execute(delete(portal_sessions).where(portal_sessions.c.ends_at <= now))
    connection.execute(
        insert(portal_sessions).values(
            token_hash=token_hash, email=email, started_at=now, ends_at=ends_at
        )
    )


def person_of_session(connection: Connection, token_hash: str, now: datetime) -> Person | None:
    """Whose session it is; None where it has ended or they may not come in any more."""
    row = connection.execute(_OF_SESSION, {"shown": token_hash, "now": now}).first()
    return None if row is None else _person(row)


def end_session(connection: Connection, token_hash: str) -> None:
    """Whoever shows this token again must sign in."""
    connection.execute(delete(portal_sessions).where(portal_sessions.c.token_hash == token_hash))


def end_sessions(connection: Connection, email: str) -> None:
    """All of a person's."""
    connection.execute(delete(portal_sessions).where(portal_sessions.c.email == email))


def _person(row: Row) -> Person:
    return Person(
        email=row.email,
        name=row.name,
        roles=frozenset(filter(None, row.roles.split(","))),
        language=row.language,
        password_hash=row.password_hash,
        is_disabled=row.is_disabled,
    )
