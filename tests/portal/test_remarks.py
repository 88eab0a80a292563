"""What managers type on a client's page goes into the next edition."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from site_of_clients import Site, form_key

from pipeline.feedback.deck_remarks import remarks_of
from portal.remarks import actions
from warehouse import open_warehouse

SignedIn = Callable[[str], TestClient]


def typed(browser: TestClient, client: str, **said: object) -> int:
    form = {"form_key": form_key(browser.get("/clients/A1"))} | said
    url = f"/clients/{client}/remarks"
    return browser.post(url, data=form, follow_redirects=False).status_code


def standing(site: Site) -> dict[tuple[str, str], str]:
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        found = remarks_of(warehouse.remarks("2026-Q3", ("A1",))).get("A1", ())
    return {(item.kind, item.place): item.text for item in found}


def test_comments_and_actions_are_kept_as_imported_decks_keep_them(
    site: Site, signed_in: SignedIn
) -> None:
    ana = signed_in("ana")
    assert typed(ana, "A1", review="Works until\r\nMay", action=["usage", "goals"]) == 303
    assert standing(site) == {
        ("review", "overview"): "Works until\nMay",
        ("qbr", "action:usage"): "x",
        ("qbr", "action:goals"): "x",
    }
    assert "Works until\nMay" in ana.get("/clients/A1").text
    assert typed(ana, "A1", deck="Thank you", action=["usage"]) == 303
    assert standing(site) == {("qbr", "summary"): "Thank you", ("qbr", "action:usage"): "x"}


def test_what_was_written_last_is_taken_back_and_what_stood_before_holds_again(
    site: Site, signed_in: SignedIn
) -> None:
    ana = signed_in("ana")
    typed(ana, "A1", review="First")
    typed(ana, "A1", review="Second")
    last = max(item.remark_id for item in site.store.remarks("A1"))
    form = {"change": f"remark-{last}", "form_key": form_key(ana.get("/clients/A1"))}
    assert ana.post("/clients/A1/undo", data=form, follow_redirects=False).status_code == 303
    assert standing(site) == {("review", "overview"): "First"}


@pytest.mark.parametrize("client", ["A3", "B1", "none", "../A1"])
def test_nobody_writes_about_a_client_that_is_not_their_own(
    client: str, site: Site, signed_in: SignedIn
) -> None:
    assert typed(signed_in("ana"), client, review="x") == 404
    assert site.store.remarks(client) == ()


def test_a_text_longer_than_a_slide_holds_is_cut(site: Site, signed_in: SignedIn) -> None:
    typed(signed_in("ana"), "A1", review="x" * 5_000)
    assert len(standing(site)["review", "overview"]) == 600


def test_every_action_of_decks_can_be_chosen_and_no_other(site: Site, signed_in: SignedIn) -> None:
    assert {"usage", "renewal_now", "seats_few"} <= set(actions())
    typed(signed_in("ana"), "A1", action=["made_up"])
    assert standing(site) == {}
