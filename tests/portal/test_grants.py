"""Who may see what: a full matrix of roles, pages and files, and what a stranger learns."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from site_of_clients import PEOPLE, Site

SignedIn = Callable[[str], TestClient]
OWN = {
    "ana": {"A1", "A2"},
    "bea": {"B1", "A2"},
    "lead": {"A1", "A2", "A3"},
    "dora": {"A1", "A2", "A3", "B1"},
    "fin": set(),
    "otto": set(),
}
SEES_RENEWALS = OWN | {"fin": {"A1", "A2", "A3", "B1"}}
BRIEF_OF_ANA = {"lead", "dora"}  # it tells of A3 too, which Ana herself is denied


@pytest.mark.parametrize("name", PEOPLE)
def test_files_are_given_to_whom_they_are_granted_and_look_absent_to_others(
    name: str, site: Site, signed_in: SignedIn
) -> None:
    browser = signed_in(name)
    absent = browser.get("/files/4711")
    for (subject, kind), number in site.files.items():
        answer = browser.get(f"/files/{number}")
        if kind in ("qbr", "review", "explained"):
            is_theirs = subject in OWN[name]
        elif kind == "renewal":
            is_theirs = subject in SEES_RENEWALS[name]
        elif kind in ("brief", "brief-text"):
            is_theirs = name in BRIEF_OF_ANA
        else:
            is_theirs = name in {"dora", "fin"}
        if is_theirs:
            assert answer.status_code == 200, (subject, kind)
            assert answer.content == site.path(subject, kind).read_bytes()
        else:
            assert answer.status_code == 404, (subject, kind)
            assert answer.text.replace(f"/files/{number}", "") == absent.text.replace(
                "/files/4711", ""
            )


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_of_clients_are_given_to_whom_they_are_granted(
    name: str, signed_in: SignedIn
) -> None:
    browser = signed_in(name)
    for client in ("A1", "A2", "A3", "B1", "../A1", "A1%2F..", "A1' OR '1'='1"):
        answer = browser.get(f"/clients/{client}")
        is_theirs = client in OWN[name] | SEES_RENEWALS[name]
        assert answer.status_code == (200 if is_theirs else 404), client
        assert ("Client A1" in answer.text) == (is_theirs and client == "A1")


def test_finance_sees_workbooks_and_no_deck_score_or_signal(signed_in: SignedIn) -> None:
    page = signed_in("fin").get("/clients/A2").text
    assert "Renewal workbook".casefold() in page.casefold()
    for hidden in ("Review deck", "Internal review", "61 points", "Usage is falling"):
        assert hidden.casefold() not in page.casefold()


def test_operators_see_runs_and_no_client(signed_in: SignedIn) -> None:
    browser = signed_in("otto")
    runs = browser.get("/runs")
    assert "2026-Q3" in runs.text
    assert "Client A1" not in runs.text
    assert browser.get("/renewals").status_code == 404
    assert str(browser.get("/").url).endswith("/runs")


def test_what_there_is_not_looks_like_what_is_not_ours(signed_in: SignedIn) -> None:
    browser = signed_in("ana")
    absent = browser.get("/nothing")
    for answer in (browser.get("/files/x"), browser.put("/"), browser.get("/clients/B1")):
        assert answer.status_code == absent.status_code == 404
        assert "nothing at this address" in answer.text


@pytest.mark.parametrize("name", ["ana", "lead", "dora", "fin"])
def test_runs_are_for_operators(name: str, signed_in: SignedIn) -> None:
    assert signed_in(name).get("/runs").status_code == 404


def test_a_change_of_grants_holds_at_the_next_request(site: Site, signed_in: SignedIn) -> None:
    browser = signed_in("ana")
    assert browser.get("/clients/A1").status_code == 200
    (site.settings.root / "grants.toml").write_text(
        '[[exception]]\nperson = "Ana@example.com"\nclient = "A1"\nmay_see = false\n'
    )
    assert browser.get("/clients/A1").status_code == 404
    assert browser.get(f"/files/{site.files['A1', 'qbr']}").status_code == 404


def test_grants_that_cannot_be_read_give_nothing(site: Site, signed_in: SignedIn) -> None:
    browser = signed_in("ana")
    (site.settings.root / "grants.toml").write_text("[[team]]\nleads = 3\n")
    answer = browser.get("/clients/A1")
    assert answer.status_code == 503
    assert "Client A1" not in answer.text
