"""Links of letters: for one person, for a while, and no way in by themselves."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from site_of_clients import Site

from pipeline.notices.links import KEY_VARIABLE, Link, opened, signed

KEY = "a key that only the portal and the letters have"
SignIn = Callable[[str], TestClient]


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, KEY)


def link(hours: float, email: str = "ana@example.com", key: str = KEY, path: str = "") -> str:
    until = int((datetime.now(UTC) + timedelta(hours=hours)).timestamp())
    return "/link/" + signed(Link(path or "/clients/A1", email, until), key)


def test_a_link_leads_its_own_person_to_the_page(site: Site, signed_in: SignIn) -> None:
    answer = signed_in("ana").get(link(1), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/clients/A1")
    entry = site.store.audit()[-1]
    assert (entry.action, entry.who, entry.is_allowed) == ("link", "ana@example.com", True)


def test_a_link_lets_nobody_in_who_has_not_signed_in(site: Site) -> None:
    answer = site.client.get(link(1), follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?to=%2Flink%2F")


def test_anothers_link_looks_as_if_it_were_not_there(site: Site, signed_in: SignIn) -> None:
    browser = signed_in("bea")
    nothing = browser.get("/link/nothing").text
    for hours in (1, -1):
        answer = browser.get(link(hours))
        assert answer.status_code == 404
        assert answer.text.partition("<main")[2] == nothing.partition("<main")[2]
        assert "ana@example.com" not in answer.text
    assert not site.store.audit()[-1].is_allowed


def test_a_link_used_again_after_its_end_says_so_and_leads_on(
    site: Site, signed_in: SignIn
) -> None:
    over = link(-1)
    for browser in (signed_in("ana"), site.client):
        answer = browser.get(over)
        assert answer.status_code == 410
        assert "This link has expired" in answer.text
        assert "Client A1" not in answer.text
    assert 'href="/sign-in?to=%2Fclients%2FA1"' in site.client.get(over).text


@pytest.mark.parametrize("forge", ["another key", "moved on", "no key here", "torn", "empty"])
def test_a_forged_link_is_none(
    site: Site, signed_in: SignIn, forge: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = {
        "another key": link(1, key="guessed"),
        "moved on": link(-1).split(".")[0] + "." + link(1).split(".")[1],
        "no key here": link(1),
        "torn": link(1)[:-3],
        "empty": "/link/.",
    }[forge]
    if forge == "no key here":
        monkeypatch.delenv(KEY_VARIABLE)
    assert signed_in("ana").get(address).status_code == 404


def test_a_link_leads_to_no_other_site(site: Site, signed_in: SignIn) -> None:
    answer = signed_in("ana").get(link(1, path="//evil.example"), follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_link_holds_what_was_signed() -> None:
    one = Link("/clients/ñ 1", "ana@example.com", 5)
    assert opened(signed(one, KEY), KEY) == one
    assert opened(signed(one, KEY), "") is None
