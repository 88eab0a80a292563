"""Each way a database fails is one sentence of its own, and no sentence has the password."""

import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from deliveries import OCTOBER, accounts, export, promote
from sqlalchemy import Engine, event, make_url, text

from messages.errors import CarteraError
from warehouse import open_warehouse
from warehouse.engine import make_engine, parse_url, writing
from warehouse.errors import (
    NotAWarehouseError,
    StagingFullError,
    WarehouseBusyError,
    WarehouseDeniedError,
    WarehouseFullError,
    WarehouseMissingError,
    WarehouseReadOnlyError,
    WarehouseUnreachableError,
    WarehouseUrlError,
)


@contextmanager
def pragma(statement: str) -> Iterator[None]:
    """Every SQLite connection made meanwhile starts with this."""

    def on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(statement)

    event.listen(Engine, "connect", on_connect)
    try:
        yield
    finally:
        event.remove(Engine, "connect", on_connect)


@pytest.mark.parametrize(
    ("url", "fact"),
    [
        ("warehouse.db", "cannot be read"),
        ("sqlite://", "names no file"),
        ("mysql://root@localhost/x", "names 'mysql', which is neither sqlite nor postgresql"),
        ("postgresql://host:port/x", "cannot be read"),
    ],
)
def test_a_url_that_cannot_be_used_says_why(url, fact):
    with pytest.raises(WarehouseUrlError, match=fact):
        open_warehouse(url)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(WarehouseMissingError, match=r"nowhere/warehouse\.db does not exist"):
        open_warehouse(f"sqlite:///{tmp_path}/nowhere/warehouse.db")


def test_a_file_that_is_no_database_is_named(tmp_path):
    (tmp_path / "notes.txt").write_text("not a database, but long enough to look at" * 30)
    with pytest.raises(NotAWarehouseError, match=r"notes\.txt is not a readable"):
        open_warehouse(f"sqlite:///{tmp_path}/notes.txt")


def test_a_full_disk_takes_the_whole_load_back(make_database):
    url = make_database("sqlite")
    many = accounts(*(f"a{number}" for number in range(3000)))
    with (
        pragma("PRAGMA max_page_count = 90"),
        open_warehouse(url) as warehouse,
        pytest.raises(WarehouseFullError, match="is full and nothing was changed"),
    ):
        promote(warehouse, OCTOBER, [export("crm", "1")], {"accounts": many})
    with open_warehouse(url) as warehouse:
        assert warehouse.known_at_latest() is None


def test_a_full_temporary_folder_is_not_called_the_warehouses_disk(make_database):
    many = accounts(*(f"a{number}" for number in range(3000)))
    with (
        open_warehouse(make_database("sqlite")) as warehouse,
        warehouse.staging() as staging,
    ):
        with staging.staged._room._writer.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 10")
            cursor.fetchall()
        with pytest.raises(
            StagingFullError, match=r"temporary folder .*cartera-staging-.* is full"
        ):
            staging.add("accounts", many)


def test_a_read_only_file_is_told(make_database):
    url = make_database("sqlite")
    with (
        pragma("PRAGMA query_only = ON"),
        open_warehouse(url) as warehouse,
        pytest.raises(WarehouseReadOnlyError, match="is read-only"),
    ):
        warehouse.start_run("2026-Q3", OCTOBER)


def test_a_file_that_somebody_keeps_locked_is_told(make_database, monkeypatch):
    monkeypatch.setattr("warehouse.engine.BUSY_SECONDS", 0.1)
    url = make_database("sqlite")
    with (
        open_warehouse(url) as warehouse,
        writing(make_engine(parse_url(url))),
        pytest.raises(WarehouseBusyError, match="locked by another process"),
    ):
        warehouse.start_run("2026-Q3", OCTOBER)


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda url: url.set(port=closed_port()), WarehouseUnreachableError),
        (lambda url: url.set(host="no-such-host.invalid"), WarehouseUnreachableError),
        (lambda url: url.set(database="no_such_database"), WarehouseMissingError),
        (lambda url: url.set(password="hunter2-wrong"), WarehouseDeniedError),
        (lambda url: url.set(username="nobody_we_know"), WarehouseDeniedError),
    ],
    ids=["port", "host", "database", "password", "user"],
)
def test_a_server_that_cannot_be_used_is_told_without_the_password(
    make_empty_database, change: Callable, expected: type[CarteraError]
):
    url = make_url(make_empty_database("postgresql"))
    if not (url.host and url.password):
        pytest.skip("this server listens on no port, or asks for no password")
    wrong = change(url)
    with pytest.raises(expected) as caught:
        open_warehouse(wrong.render_as_string(hide_password=False))
    sentence = str(caught.value)
    assert str(wrong.database) in sentence
    assert str(wrong.password) not in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("53100", WarehouseFullError),
        ("25006", WarehouseReadOnlyError),
        ("42501", WarehouseDeniedError),
        ("55P03", WarehouseBusyError),
        ("57P01", WarehouseUnreachableError),
    ],
)
def test_what_the_server_reports_later_is_told_too(make_empty_database, code, expected):
    engine = make_engine(parse_url(make_empty_database("postgresql")))
    with pytest.raises(expected), writing(engine) as connection:
        connection.execute(text(f"DO $$ BEGIN RAISE SQLSTATE '{code}'; END $$"))


def test_postgres_urls_of_any_driver_use_ours():
    assert parse_url("postgres://u@h/d").drivername == "postgresql+psycopg"
    assert parse_url("postgresql+psycopg2://u@h/d").drivername == "postgresql+psycopg"
