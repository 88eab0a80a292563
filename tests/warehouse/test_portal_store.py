"""What the portal may read and write: its views, its own tables, an audit that only grows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from warehouse import ClientSummary, open_warehouse
from warehouse.engine import make_engine, parse_url, writing
from warehouse.portal.records import AuditEntry, Person
from warehouse.portal.store import open_portal_store

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)
ANA = Person("ana@example.com", "Ana", frozenset({"manager", "lead"}), "es", "hash")


def entry(what: str, *, is_allowed: bool = True) -> AuditEntry:
    return AuditEntry(NOW, "ana@example.com", "::1", "download", is_allowed, what=what)


def summary(period: str, known_at: datetime, name: str) -> ClientSummary:
    return ClientSummary(
        *(period, "A1", name, "Ana", "ana@example.com", True, None, "", None, None, "keep"),
        signals=("falling_use",),
        held=(),
        known_at=known_at,
        edition_id="e",
    )


def test_the_audit_only_grows(warehouse_url: str) -> None:
    store = open_portal_store(warehouse_url)
    store.note(entry("a"))
    store.note(entry("b", is_allowed=False))
    assert [item.what for item in store.audit()] == ["a", "b"]
    assert store.is_audit_unbroken()
    assert store.refused_since("download", NOW - timedelta(hours=1), "::1") == 1
    for statement in ("UPDATE portal_audit SET what = 'c'", "DELETE FROM portal_audit"):
        with (
            pytest.raises(DBAPIError, match="only grows"),
            writing(make_engine(parse_url(warehouse_url))) as connection,
        ):
            connection.execute(text(statement))


def test_an_entry_that_was_put_in_between_breaks_the_chain(warehouse_url: str) -> None:
    store = open_portal_store(warehouse_url)
    store.note(entry("a"))
    with writing(make_engine(parse_url(warehouse_url))) as connection:
        connection.execute(
            text(
                "INSERT INTO portal_audit SELECT 7, at, who, address, action, is_allowed, "
                "subject_kind, subject_id, 'forged', sha256, previous, chain FROM portal_audit"
            )
        )
    assert not store.is_audit_unbroken()


def test_sessions_are_of_people_who_may_come_in(warehouse_url: str) -> None:
    store = open_portal_store(warehouse_url)
    store.save_person(ANA)
    store.start_session("t", ANA.email, NOW, NOW + timedelta(hours=1))
    assert store.person_of_session("t", NOW) == ANA
    assert store.person_of_session("t", NOW + timedelta(hours=1)) is None
    store.end_session("t")
    assert store.person_of_session("t", NOW) is None


def test_a_client_is_shown_as_its_newest_run_saw_it(warehouse_url: str) -> None:
    with open_warehouse(warehouse_url) as warehouse:
        warehouse.save_summaries([summary("2026-Q3", NOW, "new"), summary("2026-Q2", NOW, "old")])
        warehouse.save_summaries([summary("2026-Q1", NOW - timedelta(days=9), "older")])
        assert warehouse.summarised("2026-Q3") == {"A1": "e"}
    (client,) = open_portal_store(warehouse_url).clients()
    assert (client.client_name, client.signals, client.renewal_day) == (
        "new",
        ("falling_use",),
        None,
    )


def documented_grants() -> list[str]:
    """The statements of docs/portal.md."""
    page = (Path(__file__).parents[2] / "docs" / "portal.md").read_text("utf-8")
    block = page.split("```sql\n")[1].split("```")[0]
    return [part.strip() for part in block.split(";") if part.strip()]


def test_the_portals_own_role_reads_views_and_adds_to_the_audit_alone(
    make_database: Callable[[str], str],
) -> None:
    url = parse_url(make_database("postgresql"))
    owner = make_engine(url)
    with writing(owner) as connection:
        for statement in documented_grants():
            connection.execute(text(statement))
    theirs = url.set(username="cartera_portal", password="…")
    try:
        store = open_portal_store(theirs.render_as_string(hide_password=False))
        assert (store.clients(), store.runs(5)) == ((), ())
        store.note(entry("a"))
        with make_engine(theirs).connect() as connection:
            for table in ("canonical_accounts", "kpi_values", "artifacts", "decisions"):
                with pytest.raises(DBAPIError, match="permission denied"):
                    connection.execute(text(f"SELECT * FROM {table}"))
                connection.rollback()
            for statement in ("DELETE FROM portal_audit", "DELETE FROM portal_people"):
                with pytest.raises(DBAPIError, match="permission denied"):
                    connection.execute(text(statement))
                connection.rollback()
    finally:
        with writing(owner) as connection:
            connection.execute(text("DROP OWNED BY cartera_portal"))
            connection.execute(text("DROP ROLE cartera_portal"))
