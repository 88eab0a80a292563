"""Every role at every page of every client: what is not theirs looks exactly like nothing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from site_of_clients import PEOPLE, Site, form_key
from test_grants import OWN, SEES_RENEWALS

from portal.visit import SESSION_COOKIE, new_token, token_hash

SignedIn = Callable[[str], TestClient]
CLIENTS = ("A1", "A2", "A3", "B1")
PAGES_OF_OWN = ("/clients/{}/figures/2026-Q3/mrr",)
WRITES = ("/clients/{}/remarks", "/clients/{}/undo")
EVERY_PAGE = ("/", "/renewals", "/week", "/portfolio", "/runs", "/clients/A1", "/files/1")


def told(answer: Response, path: str) -> str:
    """The page, but for what differs on any page: its own address and the form's key."""
    text = answer.text.replace(path, "HERE").replace(path.replace("/", "%2F"), "HERE")
    return re.sub(r'value="[0-9a-f]{64}"', "", text)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_client_that_is_not_ones_own_looks_like_none(name: str, signed_in: SignedIn) -> None:
    browser = signed_in(name)
    nothing = told(browser.get("/clients/none"), "/clients/none")
    for client in CLIENTS:
        path = f"/clients/{client}"
        is_theirs = client in {*OWN[name], *SEES_RENEWALS[name]}
        answer = browser.get(path)
        assert answer.status_code == (200 if is_theirs else 404), path
        assert is_theirs or told(answer, path) == nothing
        for page in PAGES_OF_OWN:
            path = page.format(client)
            answer = browser.get(path)
            assert answer.status_code == (200 if client in OWN[name] else 404), path
            assert client in OWN[name] or told(answer, path) == nothing


@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_is_written_about_a_client_that_is_not_ones_own(
    name: str, site: Site, signed_in: SignedIn
) -> None:
    browser = signed_in(name)
    key = form_key(browser.get("/nothing"))
    for client in (client for client in CLIENTS if client not in OWN[name]):
        for page in WRITES:
            said = {"form_key": key, "review": "x", "change": "remark-1"}
            assert browser.post(page.format(client), data=said).status_code == 404
        assert site.store.remarks(client) == ()


@pytest.mark.parametrize(
    "path",
    [
        "/files/..%2f..%2fcartera.toml",
        "/files/1%00",
        "/files/-1",
        "/files/99999999999999999999",
        "/static/..%2f..%2fgrants.py",
        "/static/%2e%2e/app.py",
        "/clients/..%2F..%2Fetc%2Fpasswd",
        "/clients/A1%00",
        "/clients/A1/figures/..%2f..%2f2026-Q3/mrr",
        "/decks/..%2f..%2f.zip",
        "/uploads/..%2fx",
        "/runs/..%2f..%2f/validation",
    ],
)
def test_forged_ids_and_paths_lead_nowhere(path: str, signed_in: SignedIn) -> None:
    for name in ("dora", "otto"):
        answer = signed_in(name).get(path)
        assert answer.status_code == 404
        assert "passwd" not in answer.text or "root:" not in answer.text


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_a_session_that_is_over_opens_nothing(path: str, site: Site) -> None:
    token, now = new_token(), datetime.now(UTC)
    site.store.start_session(token_hash(token), "dora@example.com", now, now)
    late = TestClient(site.client.app, cookies={SESSION_COOKIE: token})
    assert late.get(path, follow_redirects=False).headers["location"].startswith("/sign-in")
    site.store.start_session(
        token_hash(other := new_token()), "dora@example.com", now, now + timedelta(hours=1)
    )
    for forged in (other[:-1], other + "x", token_hash(other)):
        stranger = TestClient(site.client.app, cookies={SESSION_COOKIE: forged})
        answer = stranger.get(path, follow_redirects=False)
        assert answer.headers["location"].startswith("/sign-in")
