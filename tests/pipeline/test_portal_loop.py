"""An edited workbook goes up, is signed, and the next version says so: through real files."""

import re
from pathlib import Path

import openpyxl
import pytest
from edited_workbooks import edited, offer_label
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from test_decisions import run, workbooks

from pipeline.settings import load_settings
from portal.accounts import new_person
from portal.app import make_app
from reports.workbook.read_back import read_workbook
from samples import generate
from transforms.renewals.offers import Offer
from warehouse import open_warehouse

pytestmark = pytest.mark.long

PEOPLE = {"fin": "finance", "dora": "director"}
PASSWORD = "correct horse battery"
LEVELS = """
[[approver]]
level = "finance_and_ceo"
persons = ["dora@example.com"]

[[approver]]
level = "finance"
persons = ["dora@example.com"]
"""


def form_key(page: Response) -> str:
    found = re.search(r'name="form_key" value="([0-9a-f]*)"', page.text)
    assert found is not None
    return found[1]


def signed_in(application: FastAPI, name: str) -> TestClient:
    browser = TestClient(application, headers={"accept-language": "en"})
    key = form_key(browser.get("/sign-in"))
    said = {"email": f"{name}@example.com", "password": PASSWORD, "form_key": key}
    assert browser.post("/sign-in", data=said).status_code == 200
    return browser


def handed_in(browser: TestClient, path: Path) -> str:
    """Uploads the file and confirms it; the page that showed what it changes."""
    form = {"form_key": form_key(browser.get("/renewals"))}
    page = browser.post("/uploads", data=form, files={"file": (path.name, path.read_bytes())})
    assert page.status_code == 200
    kept = browser.post(f"{page.url.path}/keep", data={"form_key": form_key(page)})
    assert kept.status_code == 200
    return page.text


def type_offer(browser: TestClient, client_id: str) -> None:
    """Types a condition on the page, sees one refused that the workbook would refuse, and
    confirms the other."""
    place = f"/clients/{client_id}/offer"
    form = {"form_key": form_key(browser.get(place))}
    refused = browser.post(place, data=form | {"term_years": "9"})
    assert refused.status_code == 422
    assert "This file was not taken" in refused.text
    page = browser.post(place, data=form | {"uplift": "1.5"})
    assert "1.5%" in page.text
    kept = browser.post(f"{page.url.path}/keep", data={"form_key": form_key(page)})
    assert "Undo" in kept.text


def texts(path: Path) -> str:
    book = openpyxl.load_workbook(path, data_only=True)
    rows = book[book.sheetnames[0]].iter_rows(values_only=True)
    return " ".join(str(cell) for row in rows for cell in row if cell is not None)


@pytest.mark.filterwarnings("ignore::UserWarning")  # of the sparklines that openpyxl drops
def test_what_is_handed_in_and_signed_is_in_the_next_version(tmp_path: Path) -> None:
    company = tmp_path / "company"
    generate(company, 5, 7)
    (company / "grants.toml").write_text(LEVELS, encoding="utf-8")
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        run(settings, warehouse)
        issued = workbooks(settings)[0]
        said = {
            "in_offered_discount": 0.07,
            "dec_decision": offer_label(issued, Offer.COUNTER),
            "dec_reason": "Presión de precio",
        }
        file = edited(issued, tmp_path / "edited.xlsx", said)
        application = make_app(settings)
        for name, role in PEOPLE.items():
            person = new_person(f"{name}@example.com", name.title(), (role,), "en", PASSWORD)
            application.state.portal.store.save_person(person)
        finance, director = signed_in(application, "fin"), signed_in(application, "dora")

        type_offer(finance, read_workbook(issued).client_id)
        shown = handed_in(finance, file)
        assert "7%" in shown
        assert "not approved" in shown

        page = director.get("/renewals")
        number = re.search(r'action="/approvals/(\d+)"', page.text)
        assert number is not None
        form = {"answer": "approve", "comment": "Good margin", "form_key": form_key(page)}
        assert director.post(f"/approvals/{number[1]}", data=form).status_code == 200

        files = run(settings, warehouse)
    client = read_workbook(issued).client_id
    newest = next(item.path for item in files if item.subject.id == client)
    assert newest.name.endswith("-v2.xlsx")
    assert read_workbook(newest).inputs["offered_discount"] == 0.07
    assert read_workbook(newest).inputs["offered_uplift"] == 0.015
    told = texts(newest)
    assert "por Dora" in told
    assert "Good margin" in told
