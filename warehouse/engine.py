"""Engines and transactions, and the database's complaints in our own words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from messages.clause import clause
from messages.errors import CarteraError
from warehouse.errors import (
    NotAWarehouseError,
    WarehouseBusyError,
    WarehouseDeniedError,
    WarehouseFullError,
    WarehouseMissingError,
    WarehouseReadOnlyError,
    WarehouseUnreachableError,
    WarehouseUrlError,
)

BUSY_SECONDS = 60
CONNECT_SECONDS = 10
_AT_ONCE = 10
"""Connections that a server keeps; more are opened for a moment where more are needed."""

_SQLITE_ERRORS: dict[str, type[CarteraError]] = {
    "SQLITE_FULL": WarehouseFullError,
    "SQLITE_IOERR_SHMSIZE": WarehouseFullError,  # no room for what connections share
    "SQLITE_READONLY": WarehouseReadOnlyError,
    "SQLITE_CANTOPEN": WarehouseMissingError,
    "SQLITE_BUSY": WarehouseBusyError,
    "SQLITE_LOCKED": WarehouseBusyError,
    "SQLITE_NOTADB": NotAWarehouseError,
    "SQLITE_CORRUPT": NotAWarehouseError,
    "SQLITE_PERM": WarehouseDeniedError,
    "SQLITE_AUTH": WarehouseDeniedError,
    "SQLITE_IOERR": WarehouseUnreachableError,
}

_POSTGRES_ERRORS: dict[str, type[CarteraError]] = {
    "53100": WarehouseFullError,
    "25006": WarehouseReadOnlyError,
    "55P03": WarehouseBusyError,
    "57P01": WarehouseUnreachableError,  # it is stopped, or crashed, or starts
    "57P02": WarehouseUnreachableError,
    "57P03": WarehouseUnreachableError,
    "3D000": WarehouseMissingError,
    "42501": WarehouseDeniedError,
    "28000": WarehouseDeniedError,
    "28P01": WarehouseDeniedError,
}

# A refused connection has no code, only the server's words, in the server's language.
_POSTGRES_WORDS: tuple[tuple[str, type[CarteraError]], ...] = (
    ("FATAL:  the database system is", WarehouseUnreachableError),  # starting up, or stopping
    ("FATAL:  sorry, too many clients", WarehouseBusyError),
    ("FATAL:  database ", WarehouseMissingError),
    ("FATAL:  no existe la base de datos", WarehouseMissingError),
    ("FATAL:  ", WarehouseDeniedError),
    ("no password supplied", WarehouseDeniedError),
)


def parse_url(text: str) -> URL:
    """The URL of a SQLite file or a PostgreSQL database; raises WarehouseUrlError otherwise."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise WarehouseUrlError(clause("warehouse-url-unreadable")) from error
    match url.get_backend_name():
        case "sqlite" if url.database in (None, "", ":memory:"):
            raise WarehouseUrlError(clause("warehouse-url-without-file"))
        case "sqlite":
            return url.set(drivername="sqlite+pysqlite")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case other:
            raise WarehouseUrlError(clause("warehouse-url-unknown-kind", other=other))


def place_of(url: URL) -> str:
    """Where the database is, in words that hold no password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    where = url.host or url.query.get("host") or "localhost"
    port = f":{url.port}" if url.port else ""
    return f"{url.database} at {where}{port}"


def make_engine(url: URL) -> Engine:
    """An engine whose transactions behave the same on both databases.

    Connections are not pooled: transactions are few and long, and a warehouse that is passed
    to threads or workers, or forgotten, holds nothing open.
    """
    return _engine(url, poolclass=NullPool)


def make_pooled_engine(url: URL) -> Engine:
    """The same for a server's many short transactions; whoever holds it disposes of it."""
    is_remote = url.get_backend_name() != "sqlite"
    told = {"pool_size": _AT_ONCE, "max_overflow": -1, "pool_pre_ping": is_remote}
    return _engine(url, poolclass=QueuePool, **told)


def _engine(url: URL, **pool: Any) -> Engine:
    if url.get_backend_name() == "sqlite":
        told = {"timeout": BUSY_SECONDS, "check_same_thread": False}
        engine = create_engine(url, connect_args=told, **pool)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, connect_args={"connect_timeout": CONNECT_SECONDS}, **pool)


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own BEGIN comes too late: DDL and reads would run outside the transaction.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -131072")
    connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    told = connection.get_execution_options()
    if not told.get("asks", False):
        # A transaction that will write takes its lock at once: taking it later can only fail.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if told.get("writes", False) else "BEGIN")


def for_questions(engine: Engine) -> Engine:
    """The same connections for single statements, each of which sees one state of the database
    by itself: a server is not asked to begin and end a transaction around it."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="AUTOCOMMIT")
    return engine.execution_options(asks=True)


@contextmanager
def asking(engine: Engine) -> Iterator[Connection]:
    """A connection of `for_questions` for one statement; failures become CarteraErrors."""
    with in_our_words(engine.url), engine.connect() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database; failures become CarteraErrors."""
    with in_our_words(engine.url), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is kept as a whole or not at all; failures become CarteraErrors."""
    with in_our_words(engine.url), engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def in_our_words(url: URL) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if (ours := _error_class(error.orig)) is None:
            raise
        raise ours(place_of(url)) from error
    except (sqlite3.Error, psycopg.Error) as error:  # from the bulk paths
        if (ours := _error_class(error)) is None:
            raise
        raise ours(place_of(url)) from error


def _error_class(error: BaseException | None) -> type[CarteraError] | None:
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "")
        return next((found for key, found in _SQLITE_ERRORS.items() if name.startswith(key)), None)
    if isinstance(error, psycopg.Error):
        return _postgres_error_class(error)
    return None


def _postgres_error_class(error: psycopg.Error) -> type[CarteraError] | None:
    if error.sqlstate is not None:
        return _POSTGRES_ERRORS.get(error.sqlstate)
    if not isinstance(error, psycopg.OperationalError):
        return None
    said = str(error)
    refused = (found for words, found in _POSTGRES_WORDS if words in said)
    return next(refused, WarehouseUnreachableError)


def sqlite_file(engine: Engine) -> Path:
    """The database file of a SQLite engine."""
    return Path(str(engine.url.database))
