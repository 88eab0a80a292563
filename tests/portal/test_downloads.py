"""What is downloaded is what was registered, and each download stands in the audit."""

import io
import zipfile
from collections.abc import Callable

from fastapi.testclient import TestClient
from site_of_clients import Site

SignedIn = Callable[[str], TestClient]


def test_a_file_has_its_own_name_and_the_registered_bytes(site: Site, signed_in: SignedIn) -> None:
    answer = signed_in("ana").get(f"/files/{site.files['A1', 'qbr']}")
    assert answer.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''qbr-%C3%B1and%C3%BA-A1.pptx"
    )
    assert answer.headers["content-type"].endswith("presentationml.presentation")
    entry = site.store.audit()[-1]
    assert (entry.who, entry.action, entry.is_allowed) == ("ana@example.com", "download", True)
    assert answer.headers["etag"] == f'"{entry.sha256}"'


def test_a_file_that_the_browser_has_is_not_sent_again(site: Site, signed_in: SignedIn) -> None:
    browser, path = signed_in("ana"), f"/files/{site.files['A1', 'qbr']}"
    tag = browser.get(path).headers["etag"]
    again = browser.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert signed_in("bea").get(path, headers={"if-none-match": tag}).status_code == 404


def test_a_download_that_broke_off_goes_on_where_it_stopped(
    site: Site, signed_in: SignedIn
) -> None:
    browser, path = signed_in("ana"), f"/files/{site.files['A1', 'qbr']}"
    whole = browser.get(path)
    ours, theirs = {"if-range": whole.headers["etag"]}, {"if-range": '"of-an-older-version"'}
    rest = browser.get(path, headers={"range": "bytes=3-"} | ours)
    assert (rest.status_code, rest.content) == (206, whole.content[3:])
    size = len(whole.content)
    assert rest.headers["content-range"] == f"bytes 3-{size - 1}/{size}"
    assert browser.get(path, headers={"range": "bytes=3-"} | theirs).content == whole.content
    assert browser.get(path, headers={"range": f"bytes={size}-"}).status_code == 416
    site.path("A1", "qbr").write_bytes(b"changed")
    assert browser.get(path, headers={"range": "bytes=3-"}).status_code == 410


def test_a_file_that_was_changed_or_lost_is_not_served(site: Site, signed_in: SignedIn) -> None:
    browser, path = signed_in("ana"), f"/files/{site.files['A1', 'qbr']}"
    site.path("A1", "qbr").write_bytes(b"changed")
    assert browser.get(path).status_code == 410
    site.path("A1", "qbr").unlink()
    answer = browser.get(path)
    assert answer.status_code == 410
    assert "no longer where it was published" in answer.text


def test_a_register_that_leads_out_of_the_output_place_is_not_followed(
    site: Site, signed_in: SignedIn
) -> None:
    path = site.path("A1", "qbr")
    secret = site.settings.root / "cartera.toml"
    path.unlink()
    path.symlink_to(secret)
    assert signed_in("ana").get(f"/files/{site.files['A1', 'qbr']}").status_code == 410


def test_all_decks_of_a_quarter_are_those_of_my_clients_and_nothing_internal(
    site: Site, signed_in: SignedIn
) -> None:
    answer = signed_in("bea").get("/decks/2026-Q3.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        contents = {packed.read(name) for name in packed.namelist()}
    assert contents == {b"A2 qbr", b"B1 qbr"}
    downloaded = [entry.subject_id for entry in site.store.audit() if entry.action == "download"]
    assert sorted(downloaded) == ["A2", "B1"]
    for name in ("fin", "otto"):
        assert signed_in(name).get("/decks/2026-Q3.zip").status_code == 404
    assert signed_in("bea").get("/decks/2026-Q2.zip").status_code == 404


def test_the_audit_tells_who_was_refused_what(site: Site, signed_in: SignedIn) -> None:
    browser = signed_in("bea")
    browser.get(f"/files/{site.files['A1', 'review']}")
    browser.get("/clients/A1")
    refused = [entry for entry in site.store.audit() if not entry.is_allowed]
    assert [(entry.who, entry.action) for entry in refused] == [
        ("bea@example.com", "download"),
        ("bea@example.com", "client"),
    ]
    assert site.store.is_audit_unbroken()
