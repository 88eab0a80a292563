"""Files that are handed in change nothing before they are confirmed, and only one's own clients."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from site_of_clients import Site, form_key

from portal import judging, uploads
from portal.judging import Line, Verdict
from portal.visit import Visit
from warehouse.portal.records import Upload

SignedIn = Callable[[str], TestClient]
FOUND = Verdict(
    kind="workbook",
    client_id="A1",
    is_newest=True,
    is_news=True,
    changes=(Line("Offered discount", "12.5%", "10%"),),
    moved=(),
    record="Decision recorded, not approved",
    warnings=(),
    refused="",
    is_kept=False,
)


def hand_in(browser: TestClient, name: str = "a.xlsx", content: bytes = b"PK..") -> Response:
    form = {"form_key": form_key(browser.get("/"))}
    return browser.post("/uploads", data=form, files={"file": (name, content)})


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A judge that finds the same in every file, and what it was told to store."""
    stored: list[str] = []

    def judge(_who: Visit, _upload: Upload, client_id: str | None = None) -> Verdict:
        if client_id is not None:
            stored.append(client_id)
        return FOUND

    monkeypatch.setattr(uploads, "judge", judge)
    return stored


def test_the_difference_is_shown_and_nothing_stored_before_it_is_confirmed(
    kept: list[str], site: Site, signed_in: SignedIn
) -> None:
    ana = signed_in("ana")
    page = hand_in(ana)
    assert "12.5%" in page.text
    assert kept == []
    answer = ana.post(f"{page.url.path}/keep", data={"form_key": form_key(page)})
    assert answer.status_code == 200
    assert kept == ["A1"]
    assert [e.action for e in site.store.audit()][-3:] == ["upload", "keep-upload", "client"]
    assert ana.post(f"{page.url.path}/keep", data={"form_key": form_key(page)}).status_code == 404


def test_a_discarded_file_is_gone(kept: list[str], signed_in: SignedIn) -> None:
    ana = signed_in("ana")
    page = hand_in(ana)
    ana.post(f"{page.url.path}/discard", data={"form_key": form_key(page)})
    assert ana.get(page.url.path).status_code == 404
    assert kept == []


def test_a_file_is_its_owners_alone(kept: list[str], signed_in: SignedIn) -> None:
    page = hand_in(signed_in("ana"))
    dora = signed_in("dora")
    assert dora.get(page.url.path).status_code == 404
    form = {"form_key": form_key(dora.get("/"))}
    assert dora.post(f"{page.url.path}/keep", data=form).status_code == 404
    assert kept == []


def test_a_file_of_a_foreign_client_looks_like_none(kept: list[str], signed_in: SignedIn) -> None:
    page = hand_in(signed_in("bea"))
    assert page.status_code == 404
    said = re.sub(r'"/[^"]*"', "", page.text)  # addresses have letters by chance
    assert "A1" not in said
    assert "12.5%" not in said
    assert kept == []


def test_finance_hands_in_workbooks_and_no_decks(
    kept: list[str], signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    assert hand_in(signed_in("fin")).status_code == 200
    deck = replace(FOUND, kind="deck")
    monkeypatch.setattr(uploads, "judge", lambda *_told: deck)
    assert hand_in(signed_in("fin"), "a.pptx").status_code == 404
    assert hand_in(signed_in("ana"), "a.pptx").status_code == 200


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.exe", b"MZ"), ("a.xlsx", b"MZ"), ("a.xlsm", b"PK.."), ("", b""), ("../../x", b"PK")],
)
def test_a_file_of_another_type_is_refused_and_not_kept(
    name: str, content: bytes, signed_in: SignedIn, site: Site
) -> None:
    answer = hand_in(signed_in("ana"), name or "x", content)
    assert answer.status_code == 422
    assert "neither a renewal workbook" in answer.text
    assert not site.store.audit()[-1].is_allowed


def test_a_form_larger_than_any_file_of_ours_is_not_read(signed_in: SignedIn) -> None:
    ana = signed_in("ana")
    answer = hand_in(ana, content=b"PK" + bytes(uploads.MOST_BYTES))
    assert answer.status_code == 413
    assert "larger than any of ours" in answer.text
    unsaid = ana.post("/uploads", content=iter([b"a"]))
    assert unsaid.status_code == 413


def test_operators_hand_in_nothing(kept: list[str], signed_in: SignedIn) -> None:
    assert hand_in(signed_in("otto")).status_code == 404


def test_a_real_process_refuses_what_is_no_workbook_of_ours(signed_in: SignedIn) -> None:
    answer = hand_in(signed_in("ana"), "a.xlsx", b"PK not a package")
    assert answer.status_code == 422
    assert "not a sound .xlsx file" in answer.text


def test_a_file_that_takes_too_long_stores_nothing(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "_SECONDS", 0.01)
    answer = hand_in(signed_in("ana"))
    assert answer.status_code == 422
    assert "could not be read in time" in answer.text


def test_files_are_kept_for_a_day(site: Site) -> None:
    now = datetime.now(UTC)
    old = Upload("old", "ana@example.com", "a.xlsx", "", b"PK", now - timedelta(days=2))
    site.store.add_upload(old)
    site.store.add_upload(Upload("new", "ana@example.com", "b.xlsx", "", b"PK", now))
    assert site.store.upload("old", "ana@example.com") is None
    assert site.store.upload("new", "ana@example.com") is not None
