"""What the portal may read and write: its views, its own tables, an audit that only grows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from transforms.renewals.decision import RenewalDecision
from transforms.renewals.offers import Offer
from transforms.renewals.signing import ApprovalRequest, Signature
from warehouse import ClientSummary, RemarkRecord, open_warehouse
from warehouse.engine import make_engine, parse_url, writing
from warehouse.portal.people import save_person
from warehouse.portal.records import AuditEntry, Person, Upload
from warehouse.portal.store import PortalStore, open_portal_store
from warehouse.registry.withdrawals import RecordKind

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
    assert store.refused_between("download", NOW - timedelta(hours=1), NOW, "::1") == 1
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
        assert (store.clients(), store.runs(5), store.totals(["mrr"])) == ((), (), ())
        assert (store.exports(), store.fetches(), store.fetches(whole=True)) == ((), (), ())
        store.note(entry("a"))
        with writing(owner) as connection:
            save_person(connection, ANA)
        _everything_that_people_hand_in(store, theirs.render_as_string(hide_password=False))
        with make_engine(theirs).connect() as connection:
            for table in ("canonical_accounts", "kpi_values", "client_summaries"):
                with pytest.raises(DBAPIError, match="permission denied"):
                    connection.execute(text(f"SELECT * FROM {table}"))
                connection.rollback()
            kept = ("portal_audit", "portal_people", "decisions", "signatures", "withdrawals")
            for statement in (f"DELETE FROM {table}" for table in kept):
                with pytest.raises(DBAPIError, match="permission denied"):
                    connection.execute(text(statement))
                connection.rollback()
    finally:
        with writing(owner) as connection:
            connection.execute(text("DROP OWNED BY cartera_portal"))
            connection.execute(text("DROP ROLE cartera_portal"))


def _everything_that_people_hand_in(store: PortalStore, url: str) -> None:
    """An upload that becomes a decision, signed and taken back; a remark."""
    asked = ApprovalRequest("counter", 0.1, 1, 0.5, "EUR", 1_000, 1, "account_manager", False)
    made = RenewalDecision(
        client_id="A1",
        renewal_date=NOW.date(),
        edition_id="e",
        inputs={"offered_discount": 0.1},
        decision=Offer.COUNTER,
        reason="budget_cut",
        requested_by="",
        decided_by="",
        signed_by="",
        signed_on="",
        imported_by=ANA.email,
        imported_at=NOW,
        sha256="",
        request=asked,
    )
    store.add_upload(Upload("u", ANA.email, "a.xlsx", "", b"PK", NOW))
    store.remove_upload("u")
    with open_warehouse(url) as warehouse:
        warehouse.add_decision(made)
        assert warehouse.artifacts() == ()
    stored = store.decisions()[0]
    assert stored.decision == made
    signature = Signature("account_manager", True, "", "Bea", "bea@example.com", NOW.date())
    assert store.sign(stored.decision_id, (), signature, NOW)
    assert store.decisions()[0].decision.signatures == (signature,)
    remark = RemarkRecord("A1", "2026-Q3", "qbr", "summary", "text", "", "", ANA.email, NOW)
    store.add_remarks([remark])
    assert store.remarks("A1")[0].remark == remark
    store.withdraw(RecordKind.DECISION, [stored.decision_id], ANA.email, NOW)
    assert store.decisions() == ()
