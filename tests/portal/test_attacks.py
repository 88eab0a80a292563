"""What nobody types into a browser: every answer is a page with one sentence, and is guarded."""

import threading
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from site_of_clients import ENGLISH, Site, form_key, sign_in

from portal import judging
from portal.judging import NotJudgedError, judge
from portal.visit import SESSION_COOKIE, Visit, token_hash

pytestmark = pytest.mark.thorough

SignedIn = Callable[[str], TestClient]
HEAD = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("key", ["é", "\N{FULLWIDTH DIGIT ONE}" * 64, ""])
@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/clients/A1/remarks"])
def test_a_forged_form_key_of_any_letters_is_one_that_expired(
    key: str, path: str, signed_in: SignedIn
) -> None:
    answer = signed_in("dora").post(path, data={"form_key": key, "email": "x", "password": "x"})
    assert answer.status_code == 403
    assert "nothing was changed" in answer.text


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"x"),
        ("application/x-www-form-urlencoded", b"a=1&" * 3000),
    ],
)
def test_a_broken_form_is_a_page_in_the_readers_language(
    kind: str, content: bytes, signed_in: SignedIn
) -> None:
    answer = signed_in("dora").post("/uploads", content=content, headers={"content-type": kind})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/html")
    assert "The form came incomplete" in answer.text


def test_a_form_in_pieces_is_not_read_whatever_length_it_says(signed_in: SignedIn) -> None:
    """Else its length would be no limit."""
    headers = HEAD | {"content-length": "5", "transfer-encoding": "chunked"}
    answer = signed_in("dora").post("/uploads", content=iter([b"a" * 10]), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/?q=a%00", "/week?manager=%00", "/clients/A1%00", "/link/%00"])
def test_an_address_that_no_database_keeps_is_nothing(
    path: str, site: Site, signed_in: SignedIn
) -> None:
    before = len(site.store.audit())
    browser = signed_in("dora")
    assert browser.get(path).status_code == 404
    assert all("\0" not in entry.subject_id for entry in site.store.audit()[before:])


def test_a_text_that_no_database_keeps_is_not_taken(site: Site, signed_in: SignedIn) -> None:
    browser = signed_in("ana")
    key = form_key(browser.get("/clients/A1"))
    for path, field in (
        ("/clients/A1/remarks", "review"),
        ("/clients/A1/offer", "comment"),
        ("/clients/A1/undo", "change"),
        ("/approvals/1", "comment"),
    ):
        assert browser.post(path, data={field: "a\0b", "form_key": key}).status_code == 404, path
    assert site.store.remarks("A1") == ()
    stranger = TestClient(site.client.app, headers=ENGLISH)
    said = {"email": "a\0b", "password": "x", "form_key": form_key(stranger.get("/sign-in"))}
    assert stranger.post("/sign-in", data=said).status_code == 404
    assert all("\0" not in entry.who for entry in site.store.audit())


@pytest.mark.parametrize(
    "name", ["a\0.xlsx", "é" * 200 + ".xlsx", "\N{OLD PERSIAN SIGN A}" * 99 + ".xlsx"]
)
def test_a_file_of_any_name_is_kept_under_one_that_every_disk_takes(
    name: str, site: Site, signed_in: SignedIn
) -> None:
    browser = signed_in("ana")
    sent = {"file": (name, b"PK")}
    key = form_key(browser.get("/clients/A1"))
    browser.post("/uploads", data={"form_key": key}, files=sent, follow_redirects=False)
    kept = site.store.audit()[-1].what
    assert kept.endswith(".xlsx")
    assert len(kept.encode()) <= 150
    assert "\0" not in kept


def test_a_fault_that_nobody_foresaw_is_a_guarded_page_without_its_details(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Visit) -> None:
        raise RuntimeError("the secret detail")

    monkeypatch.setattr("portal.signing_in._form", fail)
    browser = TestClient(site.client.app, headers=ENGLISH, raise_server_exceptions=False)
    answer = browser.get("/sign-in")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["cache-control"] == "private, no-store"


def test_who_waits_for_a_turn_gives_the_thread_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_AT_ONCE", threading.BoundedSemaphore(1))
    monkeypatch.setattr(judging, "_WAIT_SECONDS", 0.01)
    with judging._AT_ONCE, pytest.raises(NotJudgedError):
        judge(None, None)  # type: ignore[arg-type]


def test_a_file_that_broke_its_reader_is_kept_no_longer(
    site: Site, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise NotJudgedError

    monkeypatch.setattr("portal.uploads.judge", broken)
    browser = signed_in("ana")
    key = form_key(browser.get("/clients/A1"))
    sent = {"file": ("a.xlsx", b"PK")}
    answer = browser.post("/uploads", data={"form_key": key}, files=sent, follow_redirects=False)
    place = answer.headers["location"]
    assert browser.get(place).status_code == 422
    assert browser.get(place).status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "a b", "<script>", ""])
@pytest.mark.parametrize("path", ["/", "/runs/", "/week/", "/runs//", "/sign-in/"])
def test_the_host_that_a_request_names_leads_nobody_anywhere(
    host: str, path: str, signed_in: SignedIn
) -> None:
    browser = signed_in("dora")
    answer = browser.get(path, headers={"host": host}, follow_redirects=False)
    assert answer.status_code == (200 if path == "/" else 404)
    assert "location" not in answer.headers
    assert not host or host not in answer.text.replace(path, "")


@pytest.mark.parametrize("language", ["xx", "en\r\nset-cookie: a=b", "en; path=/x", "../en"])
def test_only_a_language_that_there_is_can_be_chosen(language: str, site: Site) -> None:
    answer = site.client.get("/choose", params={"language": language}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "set-cookie" not in answer.headers


def test_a_session_that_somebody_else_planted_is_never_the_readers(site: Site) -> None:
    """Signing in always makes a new one, and none of before is worth anything."""
    browser = TestClient(site.client.app, headers=ENGLISH)
    browser.cookies[SESSION_COOKIE] = "planted"
    assert sign_in(browser, "ana").status_code == 303
    given = [cookie.value or "" for cookie in browser.cookies.jar if cookie.name == SESSION_COOKIE]
    assert len(set(given) - {"planted"}) == 1
    for token in ("planted", token_hash((set(given) - {"planted"}).pop())):
        stranger = TestClient(site.client.app, headers=ENGLISH, cookies={SESSION_COOKIE: token})
        answer = stranger.get("/", follow_redirects=False)
        assert answer.headers["location"].startswith("/sign-in")


def test_a_sign_in_ends_no_session_and_opens_no_other_ones(site: Site, signed_in: SignedIn) -> None:
    first, second = signed_in("ana"), signed_in("ana")
    assert first.cookies[SESSION_COOKIE] != second.cookies[SESSION_COOKIE]
    second.post("/sign-out", data={"form_key": form_key(second.get("/"))})
    assert second.get("/", follow_redirects=False).status_code == 303
    assert first.get("/", follow_redirects=False).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"range": "bytes=0-0", "if-range": "Wed, 21 Oct 2099 07:28:00 GMT"},
        {"range": "bytes=0-0", "if-range": 'W/"x"'},
        {"range": ",".join(["bytes=0-0", *(f"{at}-{at}" for at in range(0, 4000, 2))])},
        {"if-none-match": "*, W/"},
    ],
)
def test_no_condition_on_a_range_gets_parts_of_another_file(
    headers: dict[str, str], site: Site, signed_in: SignedIn
) -> None:
    path = f"/files/{site.files['A1', 'qbr']}"
    browser = signed_in("ana")
    whole = browser.get(path).content
    answer = browser.get(path, headers=headers)
    assert (answer.status_code, answer.content) == (200, whole)
    assert signed_in("bea").get(path, headers=headers).status_code == 404
