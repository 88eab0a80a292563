"""Signing in and out, sessions, and forms of other sites."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from site_of_clients import ENGLISH, PASSWORD, Site, form_key, sign_in

from portal.accounts import WeakPasswordError, disable, new_person
from portal.signing_in import _TRIES_OF_ADDRESS
from portal.visit import SESSION_COOKIE, SIGN_IN, token_hash
from warehouse.portal.records import AuditEntry

SignedIn = Callable[[str], TestClient]


def test_whoever_has_not_signed_in_is_sent_there_and_back(site: Site) -> None:
    answer = site.client.get("/clients/A1?x=1", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?to=%2Fclients%2FA1%3Fx%3D1"
    assert (
        sign_in(site.client, "ana", to="/clients/A1?x=1").headers["location"] == "/clients/A1?x=1"
    )


@pytest.mark.parametrize("to", ["https://evil.example", "//evil.example", "/\\evil.example", "x"])
def test_nobody_is_sent_to_another_site(site: Site, to: str) -> None:
    assert sign_in(site.client, "ana", to=to).headers["location"] == "/"
    assert site.client.get("/choose", params={"language": "es", "to": to}).url.host == "testserver"


@pytest.mark.parametrize(("name", "password"), [("ana", "wrong"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_name_or_password_is_refused_in_the_same_words(
    site: Site, name: str, password: str
) -> None:
    answer = sign_in(site.client, name, password)
    assert answer.status_code == 401
    assert "do not match" in answer.text
    assert SESSION_COOKIE not in answer.cookies


def test_five_wrong_tries_make_a_name_wait_and_no_other(site: Site) -> None:
    for _ in range(5):
        assert sign_in(site.client, "ana", "wrong").status_code == 401
    assert sign_in(site.client, "ana").status_code == 429
    assert sign_in(site.client, "bea").status_code == 303


def test_the_cookie_is_out_of_reach_of_scripts_and_the_warehouse_keeps_its_hash_alone(
    site: Site,
) -> None:
    said = sign_in(site.client, "ana").headers["set-cookie"]
    assert "HttpOnly" in said
    assert "SameSite=lax" in said
    token = site.client.cookies[SESSION_COOKIE]
    assert site.store.person_of_session(token_hash(token), datetime.now(UTC)) is not None
    assert site.store.person_of_session(token, datetime.now(UTC)) is None


def test_over_https_the_cookie_never_travels_in_the_clear(site: Site) -> None:
    browser = TestClient(site.client.app, base_url="https://testserver")
    answer = sign_in(browser, "ana")
    assert "Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_a_session_ends_with_signing_out_and_cannot_be_used_again(
    site: Site, signed_in: SignedIn
) -> None:
    browser = signed_in("ana")
    token = browser.cookies[SESSION_COOKIE]
    browser.post("/sign-out", data={"form_key": form_key(browser.get("/"))})
    thief = TestClient(site.client.app, cookies={SESSION_COOKIE: token})
    assert thief.get("/", follow_redirects=False).headers["location"].startswith("/sign-in")


def test_sessions_end_when_somebody_is_let_in_no_more_or_gets_a_new_password(
    site: Site, signed_in: SignedIn
) -> None:
    ana, bea = signed_in("ana"), signed_in("bea")
    disable(site.store, "Ana@example.com")
    site.store.save_person(
        new_person("bea@example.com", "Bea", ("manager",), "", "another password")
    )
    for browser in (ana, bea):
        assert browser.get("/", follow_redirects=False).status_code == 303
    assert sign_in(site.client, "ana").status_code == 401


def test_forms_of_another_site_or_session_change_nothing(site: Site, signed_in: SignedIn) -> None:
    ana, bea = signed_in("ana"), signed_in("bea")
    for key in ("", "0" * 64, form_key(bea.get("/"))):
        assert ana.post("/sign-out", data={"form_key": key}).status_code == 403
    assert ana.get("/", follow_redirects=False).status_code == 200
    bare = TestClient(site.client.app)
    said = {"email": "ana@example.com", "password": PASSWORD, "form_key": ""}
    assert bare.post("/sign-in", data=said).status_code == 403


def test_pages_may_not_be_framed_or_run_anything(site: Site) -> None:
    headers = site.client.get("/sign-in").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "private, no-store"
    assert headers["x-content-type-options"] == "nosniff"


def test_a_short_password_is_refused() -> None:
    with pytest.raises(WeakPasswordError):
        new_person("x@example.com", "X", ("manager",), "", "elevenchars")


def test_people_read_pages_in_their_browsers_language_or_the_one_they_choose(site: Site) -> None:
    spanish = {"accept-language": "fr;q=0.9, es-MX;q=0.8"}
    assert "Correo electrónico" in site.client.get("/sign-in", headers=spanish).text
    site.client.get("/choose", params={"language": "en", "to": "/sign-in"})
    assert "E-mail" in site.client.get("/sign-in", headers=spanish).text


def test_whoever_tries_many_names_from_one_place_waits_too(site: Site) -> None:
    for number in range(_TRIES_OF_ADDRESS):
        site.store.note(
            AuditEntry(datetime.now(UTC), f"n{number}", "testclient", SIGN_IN, is_allowed=False)
        )
    assert sign_in(site.client, "ana").status_code == 429


def test_tries_before_the_clock_was_set_back_keep_nobody_out_for_days(site: Site) -> None:
    then = datetime.now(UTC) + timedelta(days=2)
    for _ in range(_TRIES_OF_ADDRESS):
        site.store.note(
            AuditEntry(then, "ana@example.com", "testclient", SIGN_IN, is_allowed=False)
        )
    assert sign_in(site.client, "ana").status_code == 303


def test_each_sign_in_its_refusal_and_its_end_stand_in_the_audit(site: Site) -> None:
    browser = TestClient(site.client.app, headers=ENGLISH)
    sign_in(browser, "ana", "wrong")
    sign_in(browser, "ana")
    browser.post("/sign-out", data={"form_key": form_key(browser.get("/"))})
    told = [(entry.action, entry.is_allowed, entry.who) for entry in site.store.audit()]
    ana = "ana@example.com"
    assert told == [("sign-in", False, ana), ("sign-in", True, ana), ("sign-out", True, ana)]
    assert all(entry.address == "testclient" for entry in site.store.audit())


def test_a_theme_that_was_chosen_stays_and_without_one_the_system_decides(site: Site) -> None:
    assert "data-theme" not in site.client.get("/sign-in").text
    assert 'data-theme="dark"' in site.client.get("/choose?theme=dark&to=/sign-in").text
    assert 'data-theme="dark"' in site.client.get("/choose?theme=red&to=/sign-in").text
    assert 'data-theme="light"' in site.client.get("/choose?theme=light&to=/sign-in").text
