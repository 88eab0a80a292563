"""A deck's pages as pictures: for whoever may have the deck, and for nobody else."""

import hashlib
import io
import zipfile
from collections.abc import Callable

from fastapi.testclient import TestClient
from site_of_clients import KNOWN, Site

from warehouse import ArtifactRecord, Subject, open_warehouse

SignIn = Callable[[str], TestClient]


def picture_pages(site: Site, client_id: str, kind: str = "qbr", count: int = 8) -> str:
    """Pictures of a deck's pages, registered; the address of its preview."""
    number = site.files[client_id, kind]
    deck = site.store.file(number)
    assert deck is not None
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for page in range(1, count + 1):
            archive.writestr(f"{page}.png", f"page {page} of {client_id}")
            archive.writestr(f"{page}-small.png", f"stamp {page} of {client_id}")
    path = f"2026-Q3/{client_id}/internal-pages-{deck.sha256}-es-v1.zip"
    (site.settings.output / path).write_bytes(packed.getvalue())
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        warehouse.register_artifact(
            ArtifactRecord(
                run_id=warehouse.start_run("2026-Q3", KNOWN),
                subject=Subject.client(client_id),
                period="2026-Q3",
                kind="pictures",
                language="es",
                version=1 if kind == "qbr" else 2,
                path=path,
                sha256=hashlib.sha256(packed.getvalue()).hexdigest(),
                size=len(packed.getvalue()),
                edition_id=kind,
            )
        )
    return f"/files/{number}/pages"


def test_the_clients_page_shows_the_first_pages_and_leads_to_all(
    site: Site, signed_in: SignIn
) -> None:
    preview = picture_pages(site, "A1")
    browser = signed_in("ana")
    page = browser.get("/clients/A1").text
    assert page.count("/small.png") == 6
    assert f'href="{preview}"' in page
    assert "See all 8 pages" in page
    whole = browser.get(preview).text
    assert whole.count("/small.png") == 8
    assert 'alt="Page 8 of 8"' in whole
    assert 'tabindex="0"' in whole


def test_without_pictures_the_page_says_so_and_works(site: Site, signed_in: SignIn) -> None:
    browser = signed_in("ana")
    page = browser.get("/clients/A1")
    assert page.status_code == 200
    assert "No pictures of the pages yet" in page.text
    assert browser.get(f"/files/{site.files['A1', 'qbr']}/pages").status_code == 404


def test_a_page_is_served_and_noted_with_its_decks_checksum(site: Site, signed_in: SignIn) -> None:
    preview = picture_pages(site, "A1")
    browser = signed_in("ana")
    answer = browser.get(f"{preview}/2.png")
    assert (answer.content, answer.headers["content-type"]) == (b"page 2 of A1", "image/png")
    entry, deck = site.store.audit()[-1], site.store.file(site.files["A1", "qbr"])
    assert deck is not None
    assert (entry.action, entry.who, entry.sha256) == ("preview", "ana@example.com", deck.sha256)
    again = browser.get(f"{preview}/2.png", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert browser.get(f"{preview}/2/small.png").content == b"stamp 2 of A1"
    assert browser.get(f"{preview}/9.png").status_code == 404


def test_pictures_follow_the_grants_of_their_deck(site: Site, signed_in: SignIn) -> None:
    preview = picture_pages(site, "A1")
    paths = (preview, f"{preview}/1.png", f"{preview}/1/small.png")
    for name, status in (("ana", 200), ("lead", 200), ("bea", 404), ("fin", 404), ("otto", 404)):
        browser = signed_in(name)
        assert [browser.get(path).status_code for path in paths] == [status] * 3, name
    refused = [entry for entry in site.store.audit() if entry.action == "preview"]
    assert any(not entry.is_allowed and entry.who == "bea@example.com" for entry in refused)


def test_the_archive_of_pictures_is_no_download(site: Site, signed_in: SignIn) -> None:
    picture_pages(site, "A1")
    number = max(file.artifact_id for file in site.store.files(["pictures"]))
    assert signed_in("ana").get(f"/files/{number}").status_code == 404


def test_pictures_of_another_version_are_not_shown(site: Site, signed_in: SignIn) -> None:
    picture_pages(site, "A1", "review", 3)
    page = signed_in("ana").get("/clients/A1").text
    assert "Pages of the internal review, version 1" in page
    assert f"/files/{site.files['A1', 'qbr']}/pages" not in page


def test_a_changed_archive_is_not_served(site: Site, signed_in: SignIn) -> None:
    preview = picture_pages(site, "A1")
    for file in site.store.files(["pictures"]):
        (site.settings.output / file.path).write_bytes(b"PK other")
    assert signed_in("ana").get(f"{preview}/1.png").status_code == 410
