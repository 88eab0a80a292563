"""Offers typed on the page: read like a person writes numbers, judged like an edited workbook."""

import json
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from site_of_clients import Site, form_key

from portal import uploads
from portal.judging import Line, Verdict
from portal.visit import Visit
from warehouse.portal.records import Upload

SignIn = Callable[[str], TestClient]
PAGE = "/clients/A1/offer"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, object], str | None]]:
    """What the judge was given, and the client it was to store it for."""
    given: list[tuple[dict[str, object], str | None]] = []

    def judge(_who: Visit, upload: Upload, client_id: str | None = None) -> Verdict:
        given.append((json.loads(upload.content), client_id))
        line = (Line("Offered: discount", "10%", "12.5%"),)
        return Verdict("workbook", "A1", True, True, line, (), "", (), "", client_id is not None)

    monkeypatch.setattr(uploads, "judge", judge)
    return given


def typed(browser: TestClient, **said: str) -> Response:
    form = said | {"form_key": form_key(browser.get(PAGE))}
    return browser.post(PAGE, data=form)


def test_an_offer_is_shown_before_it_is_stored(
    signed_in: SignIn, judged: list[tuple[dict[str, object], str | None]]
) -> None:
    browser = signed_in("fin")
    page = typed(browser, discount="12,5 %", term_years="3", services="1200")
    assert "12.5%" in page.text
    inputs = {"offered_discount": 0.125, "offered_term_years": 3, "offered_services": 1200}
    assert judged == [({"client_id": "A1", "inputs": inputs, "record": {}}, None)]
    kept = browser.post(f"{page.url.path}/keep", data={"form_key": form_key(page)})
    assert kept.status_code == 200
    assert judged[-1][1] == "A1"


def test_an_offer_that_is_decided_says_who_asks_for_it(
    signed_in: SignIn, judged: list[tuple[dict[str, object], str | None]]
) -> None:
    typed(signed_in("fin"), discount="5", decide="1", reason="price_pressure", comment="once")
    record = judged[0][0]["record"]
    assert record == {
        "decision": "counter",
        "reason": "price_pressure",
        "requested_by": "Fin",
        "comment": "once",
    }


@pytest.mark.parametrize("text", ["ten", "1e99", "NaN", "1.2.3", "9" * 40])
def test_what_is_no_number_is_told_and_kept_in_the_form(
    signed_in: SignIn, judged: list[tuple[dict[str, object], str | None]], text: str
) -> None:
    page = typed(signed_in("fin"), discount=text, term_years="2")
    assert page.status_code == 422
    assert "holds no number" in page.text
    assert f'value="{text}"' in page.text
    assert not judged


def test_an_empty_form_is_no_offer(
    signed_in: SignIn, judged: list[tuple[dict[str, object], str | None]]
) -> None:
    assert "Nothing was typed yet" in typed(signed_in("fin")).text
    assert not judged


def test_nobody_types_for_a_client_that_is_not_theirs(site: Site, signed_in: SignIn) -> None:
    for name in ("bea", "otto"):
        browser = signed_in(name)
        assert browser.get(PAGE).status_code == 404
    entry = site.store.audit()[-1]
    assert (entry.action, entry.is_allowed, entry.who) == ("offer", False, "otto@example.com")


def test_an_offer_without_its_forms_key_is_not_taken(signed_in: SignIn) -> None:
    assert signed_in("fin").post(PAGE, data={"discount": "5"}).status_code == 403
