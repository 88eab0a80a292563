"""A company's own database, by one query a list: a real PostgreSQL, and SQLite."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from extract_runs import FetchingCompany, landed, told
from sqlalchemy import Engine, create_engine, make_url, text

from extract.calls import Call, Window, list_calls, next_call
from extract.client import TRIES
from extract.database import Database
from extract.errors import FetchError, KeyRefusedError, NotAnsweringError
from extract.fetch import Fetched, Order, fetch
from extract.grammar import System
from messages.errors import worded

NOW = datetime.now(UTC)
ALL = Window()

ERP = {
    "system": "erp",
    "title": "ERP",
    "mapping": "erp",
    "console": "the ERP's administrator",
    "access": {"secrets": {"url": "CARTERA_ERP_DATABASE"}, "database": "url"},
    "streams": [
        {
            "name": "orders",
            "query": "SELECT * FROM orders WHERE client <> ' :none' -- own;".removesuffix(
                " -- own;"
            ),
            "scope": "SELECT on orders",
            "cursor": "changed_at",
            "page_rows": 2,
        }
    ],
}


def erp(**stream: Any) -> System:
    return System.model_validate({**ERP, "streams": [{**ERP["streams"][0], **stream}]})


CREATE = {
    "sqlite": (
        "CREATE TABLE orders (id INTEGER, client TEXT, total TEXT, day TEXT, changed_at TIMESTAMP)"
    ),
    "postgresql": (
        "CREATE TABLE orders (id UUID DEFAULT gen_random_uuid(), client TEXT,"
        " total NUMERIC(30, 10), day DATE, changed_at TIMESTAMPTZ, tags JSONB, held BOOLEAN)"
    ),
}


@pytest.fixture
def url(database_kind: str, tmp_path: Path, make_database: Callable[[str], str]) -> str:
    found = (
        f"sqlite:///{tmp_path}/erp.db" if database_kind == "sqlite" else make_database("postgresql")
    )
    with engine(found) as opened, opened.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS orders"))
        connection.execute(text(CREATE[database_kind]))
    return found


@contextmanager
def engine(url: str) -> Iterator[Engine]:
    made = create_engine(url)
    try:
        yield made
    finally:
        made.dispose()


def insert(url: str, *clients: str, days_ago: float = 30) -> None:
    """Orders, each changed so long ago."""
    moment = NOW - timedelta(days=days_ago)
    told = f"{moment:%Y-%m-%d %H:%M:%S.%f}" + ("" if "sqlite" in url else "+00")
    with engine(url) as opened, opened.begin() as connection:
        for number, client in enumerate(clients, 1):
            row = {"client": client, "total": "12345678901234567890.10", "moment": told}
            names = "client, total, day, changed_at" + (", id" if "sqlite" in url else "")
            values = ":client, :total, '2026-07-01', :moment"
            values += f", {number + 10 * len(client)}" if "sqlite" in url else ""
            if "sqlite" not in url:
                values = values.replace(":total", "CAST(:total AS numeric)").replace(
                    ":moment", "CAST(:moment AS timestamptz)"
                )
            connection.execute(text(f"INSERT INTO orders ({names}) VALUES ({values})"), row)


def brought(url: str, system: System, window: Window = ALL) -> list[dict[str, Any]]:
    """Every row, page after page."""
    (stream,) = system.streams
    (call,) = list_calls(stream, window, NOW)
    found: list[dict[str, Any]] = []
    with Database(system, {"url": url}, lambda _: None) as database:
        following: Call | None = call
        while following:
            page = database.page(stream, following)
            assert len(page.document["rows"]) <= stream.page_rows or not stream.id
            found += json.loads(page.content, parse_float=Decimal)["rows"]
            following = next_call(following, stream, system.paging_of(stream), page.document)
    return found


def test_rows_come_page_by_page_each_once_whatever_their_key_is(url):
    insert(url, "a", "b", "c", "d", "e")
    rows = brought(url, erp())
    assert sorted(row["client"] for row in rows) == ["a", "b", "c", "d", "e"]
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)


def test_what_changed_since_is_asked_for_by_the_cursor(url):
    insert(url, "a", "b", "c")
    insert(url, "new1", "new2", "new3", days_ago=1)
    system = erp(time_zone="UTC") if "sqlite" in url else erp()
    window = Window(NOW - timedelta(days=2))
    assert sorted(row["client"] for row in brought(url, system, window)) == ["new1", "new2", "new3"]
    until = Window(NOW - timedelta(days=40), NOW - timedelta(days=2))
    assert sorted(row["client"] for row in brought(url, system, until)) == ["a", "b", "c"]


@pytest.mark.thorough
@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_exact_amounts_days_moments_and_truths_survive(url):
    insert(url, "a")
    with engine(url) as opened, opened.begin() as connection:
        connection.execute(text("""UPDATE orders SET held = true, tags = '{"x": [1.50, null]}'"""))
    (row,) = brought(url, erp())
    assert row["total"] == Decimal("12345678901234567890.1000000000")
    assert row["day"] == "2026-07-01"
    assert datetime.fromisoformat(row["changed_at"]) == NOW - timedelta(days=30)
    assert row["held"] is True
    assert row["tags"]["x"][1] is None


@pytest.mark.thorough
@pytest.mark.parametrize("database_kind", ["postgresql"])
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("SELECT * FROM invoices", "does not understand the query of orders"),
        ("SELECT nothing FROM orders", "does not understand the query of orders"),
        ("DELETE FROM orders RETURNING *", "does not understand the query of orders"),
        ("SELECT nextval('s') AS id", "does not understand the query of orders"),
        ("SELECT *, 1 AS id FROM pg_authid", "give it the right “SELECT on orders”"),
    ],
    ids=["table", "column", "delete", "function that writes", "right"],
)
def test_a_query_that_cannot_be_answered_is_one_sentence(url, query, sentence):
    with engine(url) as opened, opened.begin() as connection:
        connection.execute(text("CREATE SEQUENCE s"))
        connection.execute(text("DROP ROLE IF EXISTS cartera_reader"))
        connection.execute(text("CREATE ROLE cartera_reader LOGIN PASSWORD 'r'"))
        connection.execute(text("GRANT SELECT ON orders TO cartera_reader"))
        connection.execute(text("GRANT USAGE ON SEQUENCE s TO cartera_reader"))
    reader = make_url(url).set(username="cartera_reader", password="r")
    try:
        with pytest.raises(FetchError) as told:
            brought(reader.render_as_string(hide_password=False), erp(query=query))
    finally:
        with engine(url) as opened, opened.begin() as connection:
            connection.execute(text("DROP OWNED BY cartera_reader"))
            connection.execute(text("DROP ROLE cartera_reader"))
    assert sentence in worded(told.value.clause, "en")
    assert "ERP's administrator" in worded(told.value.clause, "en")


@pytest.mark.thorough
@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_wrong_user_is_a_wrong_key(url):
    wrong = (
        make_url(url).set(username="nobody", password="hush").render_as_string(hide_password=False)
    )
    with pytest.raises(KeyRefusedError) as told:
        brought(wrong, erp())
    assert "hush" not in worded(told.value.clause, "en")


@pytest.mark.parametrize(
    "address", ["sqlite:////tmp/there/is/none.db", "hush", "nosuchdriver://u:hush@h/d"]
)
def test_an_address_that_cannot_be_used_is_told_without_it(address):
    with pytest.raises(FetchError, match="what CARTERA_ERP_DATABASE holds is no address") as told:
        brought(address, erp())
    assert "hush" not in str(told.value)


def test_a_database_that_does_not_answer_is_asked_again_and_told():
    gone = "postgresql+psycopg://u:p@127.0.0.1:1/d"
    pauses: list[float] = []
    system = erp()
    with (
        Database(system, {"url": gone}, pauses.append) as database,
        pytest.raises(FetchError, match="ERP stopped answering at orders"),
    ):
        database.page(system.streams[0], Call(""))
    assert pauses == [1, 2, 4, 8, 16]


@contextmanager
def cutting(url: str, times: int) -> Iterator[list[int]]:
    """Another session ends that of whoever asks for a page, so many times; what it ended."""
    ended, over = list[int](), Event()
    find = text(
        "SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE state = 'active' AND pid <> pg_backend_pid()"
        " AND query LIKE '%pg_sleep%cartera_rows%'"
    )

    def cut() -> None:
        with engine(url) as opened, opened.connect() as connection:
            while len(ended) < times and not over.wait(0.01):
                ended.extend(row.pid for row in connection.execute(find) if row.pid not in ended)
                connection.rollback()

    thread = Thread(target=cut)
    thread.start()
    try:
        yield ended
    finally:
        over.set()
        thread.join()


SLOWLY = "SELECT orders.* FROM orders, pg_sleep(0.2)"


@pytest.mark.thorough
@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_connection_that_is_cut_is_made_again_and_no_row_is_lost(url):
    insert(url, "a", "b", "c", "d", "e")
    with cutting(url, 2) as ended:
        rows = brought(url, erp(query=SLOWLY))
    assert len(ended) == 2
    assert sorted(row["client"] for row in rows) == ["a", "b", "c", "d", "e"]


@pytest.mark.thorough
@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_database_cut_between_two_pages_again_and_again_is_gone_on_with(url, tmp_path):
    insert(url, "a", "b", "c", "d", "e")
    system, counts = erp(query=SLOWLY), Counter[str]()

    def once(cuts: int) -> Fetched:
        with (
            ExitStack() as stack,
            Database(system, {"url": url}, lambda _: None) as database,
        ):

            def tell(_: str, records: int) -> None:
                counts["records"] += records
                stack.enter_context(cutting(url, cuts))  # from the second page on

            return fetch(system, database, tmp_path / "erp", Order(), tell)

    with pytest.raises(NotAnsweringError, match="ERP stopped answering at orders"):
        once(TRIES)
    assert counts["records"] == 2, "the first page came"
    pages = once(0).journal.pages
    assert counts["records"] == 5, "and is not asked for again"
    rows = [row for page in pages for row in read_rows(tmp_path / "erp" / page.name)]
    assert sorted(row["client"] for row in rows) == ["a", "b", "c", "d", "e"]


def read_rows(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_bytes())["rows"]


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_rows_without_their_key_are_told(url):
    insert(url, "a", "b", "c")
    with engine(url) as opened, opened.begin() as connection:
        connection.execute(text("UPDATE orders SET id = NULL"))
    with pytest.raises(FetchError, match="its records have no id"):
        brought(url, erp())
    assert len(brought(url, erp(id=""))) == 3, "without a key they are had in one piece"


DESCRIPTION = """\
system = "erp"
title = "ERP"
mapping = "erp"
console = "https://erp.example/keys"

[access]
secrets = { url = "CARTERA_ERP_DATABASE" }
database = "url"

[[streams]]
name = "orders"
query = "SELECT * FROM orders"
cursor = "changed_at"
time_zone = "UTC"
scope = "SELECT on orders"
page_rows = 2
"""


@pytest.mark.thorough
@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_companys_own_database_is_fetched_and_later_what_changed(url, tmp_path, monkeypatch):
    monkeypatch.setenv("CARTERA_ERP_DATABASE", url)
    company = FetchingCompany(tmp_path / "company")
    company.folder.mkdir()
    (company.folder / "erp.toml").write_text(DESCRIPTION)
    (company.folder / "cartera.toml").write_text(
        '[company]\nname = "C"\nreporting_currency = "USD"\n[[sources]]\nmapping = "account_map"\n'
        '[[fetch.systems]]\nsystem = "erp.toml"\n'
    )
    insert(url, "a", "b", "c")
    assert told(company) == ""
    assert landed(company, "erp") == ["orders-000001.json", "orders-000002.json"]
    insert(url, "new", days_ago=0)
    assert told(company) == ""
    (path,) = company.landed[-1].glob("erp/orders-000003.json")
    assert [row["client"] for row in json.loads(path.read_bytes())["rows"]] == ["new"]
    kept = [path.read_bytes() for path in company.folder.rglob("*.json*")]
    assert not any(url.encode() in content for content in kept)
