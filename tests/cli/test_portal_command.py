"""Who may sign in, said by commands; and the audit as a file."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import Cartera

from pipeline.settings import load_settings
from portal.passwords import is_right
from warehouse.portal.records import AuditEntry
from warehouse.portal.store import open_portal_store


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery\n"))


@pytest.mark.usefixtures("typed")
def test_somebody_is_let_in_shown_and_let_in_no_more(cartera: Cartera, company: Path) -> None:
    users = ("portal", "users")
    added = ("Ana@Example.com", "--name", "Ana Ruiz", "--role", "finance", "--role", "lead")
    code, out, _ = cartera(*users, "add", *added, "--company", company)
    assert (code, out) == (0, "ana@example.com may sign in (finance, lead).\n")
    store = open_portal_store(load_settings(company).warehouse_url)
    (ana,) = store.people()
    assert is_right("correct horse battery", ana.password_hash)
    assert "correct" not in ana.password_hash
    assert cartera(*users, "disable", "ana@example.com", "--company", company)[0] == 0
    _, shown, _ = cartera(*users, "list", "--company", company, "--lang", "es")
    assert "ana@example.com" in shown
    assert "no puede entrar" in " ".join(shown.split())


@pytest.mark.usefixtures("typed")
def test_a_role_that_is_none_is_refused_in_a_sentence(cartera: Cartera, company: Path) -> None:
    said = ("ana@example.com", "--name", "Ana", "--role", "boss", "--company", company)
    code, _, error = cartera("portal", "users", "add", *said, "--lang", "es")
    assert code == 2
    assert "No existe la función «boss»" in error
    code, _, error = cartera("portal", "users", "disable", "x@example.com", "--company", company)
    assert code == 2
    assert "Nobody signs in as x@example.com" in error


def test_the_audit_is_a_file_that_no_spreadsheet_runs(cartera: Cartera, company: Path) -> None:
    store = open_portal_store(load_settings(company).warehouse_url)
    now = datetime(2026, 10, 1, tzinfo=UTC)
    store.note(AuditEntry(now, "=cmd()", "::1", "sign-in", is_allowed=False))
    code, out, _ = cartera("portal", "audit", "--company", company)
    (row,) = csv.DictReader(io.StringIO(out))
    assert code == 0
    assert (row["who"], row["action"], row["is_allowed"]) == ("'=cmd()", "sign-in", "False")
