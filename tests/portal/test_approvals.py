"""Offers are signed by people with the level who did not ask for them, and by no one else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from site_of_clients import Site, form_key

from pipeline.feedback.standing_decisions import newest_by_client
from transforms.renewals.decision import RenewalDecision
from transforms.renewals.offers import Offer
from transforms.renewals.signing import ApprovalRequest, Progress, progress
from warehouse import open_warehouse
from warehouse.registry.withdrawals import RecordKind

SignedIn = Callable[[str], TestClient]
ASK = ApprovalRequest("counter", 0.15, 2, 0.47, "EUR", 8_000_000, 2, "team_lead", False)


def made(request: ApprovalRequest = ASK, **parts: object) -> RenewalDecision:
    usual = {
        "client_id": "A1",
        "renewal_date": date(2027, 2, 1),
        "edition_id": "e",
        "inputs": {},
        "decision": Offer.COUNTER,
        "reason": "price_pressure",
        "requested_by": "",
        "decided_by": "",
        "signed_by": "",
        "signed_on": "",
        "imported_by": "fin@example.com",
        "imported_at": datetime.now(UTC) - timedelta(minutes=5),
        "sha256": "",
        "request": request,
    }
    return RenewalDecision(**usual | parts)


@pytest.fixture
def asked(site: Site) -> Callable[[RenewalDecision], int]:
    """Stores a decision; its number."""

    def store(decision: RenewalDecision) -> int:
        with open_warehouse(site.settings.warehouse_url) as warehouse:
            warehouse.add_decision(decision)
        return site.store.decisions()[-1].decision_id

    return store


def answer(browser: TestClient, number: int, said: str = "approve", comment: str = "") -> Response:
    key = form_key(browser.get("/renewals"))
    form = {"answer": said, "comment": comment, "form_key": key}
    return browser.post(f"/approvals/{number}", data=form, follow_redirects=False)


def stands(site: Site) -> Progress:
    decision = site.store.decisions()[-1].decision
    assert decision.request is not None
    return progress(decision.request, decision.signatures)


def test_a_level_signs_and_the_next_version_says_who(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    lead = signed_in("lead")
    number = asked(made())
    assert "Our offer: 15% off, 2 years, margin 47.0%" in lead.get("/renewals").text
    assert answer(lead, number, comment="Fair for  two years").status_code == 303
    assert stands(site) is Progress.APPROVED
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        kept = newest_by_client(warehouse.decisions())["A1"]
    assert [(s.name, s.level, s.comment) for s in kept.signatures] == [
        ("Lead", "team_lead", "Fair for two years")
    ]
    page = lead.get("/renewals").text
    assert "Approved by Lead" in page
    assert "Waiting for a signature" not in page
    entry = site.store.audit()[-1]
    assert (entry.who, entry.action, entry.subject_id) == ("lead@example.com", "approve", "A1")


def test_a_higher_band_signs_for_a_lower_and_a_lower_never_for_a_higher(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    higher = replace(ASK, tier=3, approver="director")
    number = asked(made(higher))
    assert answer(signed_in("lead"), number).status_code == 404
    assert stands(site) is Progress.PENDING
    assert answer(signed_in("dora"), asked(made())).status_code == 303
    assert stands(site) is Progress.APPROVED


@pytest.mark.parametrize(
    "own",
    [
        {"imported_by": "lead@example.com"},
        {"requested_by": "LEAD"},
        {"requested_by": "lead@example.com"},
    ],
)
def test_nobody_signs_what_they_asked_for(
    own: dict[str, str],
    site: Site,
    signed_in: SignedIn,
    asked: Callable[[RenewalDecision], int],
) -> None:
    lead, number = signed_in("lead"), asked(made(**own))
    assert "You asked for this offer" in lead.get("/renewals").text
    assert answer(lead, number).status_code == 404
    assert stands(site) is Progress.PENDING
    assert not site.store.audit()[-1].is_allowed


def test_below_the_floor_finance_signs_too(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    low = replace(ASK, margin=0.31, joins_finance=True)
    number = asked(made(low, imported_by="bea@example.com"))
    assert answer(signed_in("lead"), number).status_code == 303
    assert stands(site) is Progress.PENDING
    assert "Still to sign: Finance." in signed_in("lead").get("/renewals").text
    assert answer(signed_in("lead"), number).status_code == 404
    assert answer(signed_in("fin"), number).status_code == 303
    assert stands(site) is Progress.APPROVED


def test_a_refusal_needs_its_reason(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    lead, number = signed_in("lead"), asked(made())
    assert answer(lead, number, "refuse", "  ").status_code == 422
    assert stands(site) is Progress.PENDING
    assert answer(lead, number, "refuse", "Ask for a longer term").status_code == 303
    assert stands(site) is Progress.REFUSED
    entry = site.store.audit()[-1]
    assert (entry.who, entry.action, entry.subject_id) == ("lead@example.com", "refuse", "A1")
    assert answer(signed_in("dora"), number).status_code == 404


def test_an_offer_of_a_client_that_is_not_ones_own_is_not_there(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    number = asked(made(client_id="B1"))
    for name in ("lead", "ana"):
        browser = signed_in(name)
        assert "Client B1" not in browser.get("/renewals").text
        assert answer(browser, number).status_code == 404
    assert stands(site) is Progress.PENDING


def test_two_who_sign_at_once_do_not_both_count(
    site: Site, asked: Callable[[RenewalDecision], int], signed_in: SignedIn
) -> None:
    number = asked(made())
    answer(signed_in("lead"), number)
    signature = site.store.signatures()[0].signature
    assert not site.store.sign(number, (), signature, datetime.now(UTC))
    assert len(site.store.signatures()) == 1


def test_a_signature_is_taken_back_within_a_day_by_its_signer_alone(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    lead, dora, number = signed_in("lead"), signed_in("dora"), asked(made())
    answer(lead, number)
    change = f"signature-{site.store.signatures()[0].signature_id}"

    def undone(browser: TestClient) -> int:
        key = form_key(browser.get("/clients/A1"))
        form = {"change": change, "form_key": key}
        return browser.post("/clients/A1/undo", data=form, follow_redirects=False).status_code

    assert undone(dora) == 404
    assert undone(lead) == 303
    assert stands(site) is Progress.PENDING
    assert undone(lead) == 404


def test_what_was_stored_a_day_ago_stays(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    ana = signed_in("ana")
    old = datetime.now(UTC) - timedelta(hours=25)
    asked(made(imported_by="ana@example.com", imported_at=old))
    page = ana.get("/clients/A1")
    assert "Renewal workbook stored" in page.text
    assert ">Undo<" not in page.text
    form = {"change": "decision-1", "form_key": form_key(page)}
    assert ana.post("/clients/A1/undo", data=form).status_code == 404
    assert len(site.store.decisions()) == 1


def test_a_decision_taken_back_is_read_no_more_and_stays_in_the_register(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    ana = signed_in("ana")
    number = asked(made(imported_by="ana@example.com"))
    form = {"change": f"decision-{number}", "form_key": form_key(ana.get("/clients/A1"))}
    assert ana.post("/clients/A1/undo", data=form, follow_redirects=False).status_code == 303
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        assert warehouse.decisions() == ()
    site.store.withdraw(RecordKind.DECISION, [number], "x", datetime.now(UTC))  # once is enough


def test_a_new_offer_of_other_inputs_is_not_signed_by_the_old_signature(
    site: Site, signed_in: SignedIn, asked: Callable[[RenewalDecision], int]
) -> None:
    answer(signed_in("lead"), asked(made()))
    asked(made(inputs={"offered_discount": 0.3}, decision=None, request=None))
    with open_warehouse(site.settings.warehouse_url) as warehouse:
        kept = newest_by_client(warehouse.decisions())["A1"]
    assert kept.decision is Offer.COUNTER
    assert kept.signatures == ()
