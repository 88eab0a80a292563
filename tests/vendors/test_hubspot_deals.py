"""HubSpot's deals: what open ones may bring, in pipelines and dates of any form."""

from pathlib import Path

import pytest
from whole_company import WholeCompany, write_company

pytestmark = pytest.mark.thorough

STAGES = [
    {"id": "990", "label": "Offer", "metadata": {"isClosed": "false", "probability": "0.5"}},
    {"id": "991", "label": "Yes", "metadata": {"isClosed": "true", "probability": "1.0"}},
    {"id": "992", "label": "No", "metadata": {"isClosed": "true", "probability": "0.0"}},
]


def deal(key: str, stage: str, amount: str | None, **facts: str) -> dict[str, object]:
    told = {"dealname": key, "dealstage": stage, "pipeline": "88", "amount": amount}
    told |= {"createdate": "2026-05-01T00:00:00Z", "closedate": "2026-08-15T00:00:00Z"}
    linked = {"companies": {"results": [{"id": "1", "type": "deal_to_company"}]}}
    return {"id": key, "properties": told | facts, "associations": linked, "archived": False}


def company(folder: Path, *deals: dict[str, object]) -> WholeCompany:
    files = {
        "hubspot/companies.json": {"results": [{"id": "1", "properties": {"name": "A"}}]},
        "hubspot/deals.json": {"results": list(deals)},
        "hubspot/pipelines.json": {"results": [{"id": "88", "label": "New", "stages": STAGES}]},
    }
    return write_company(folder, ("hubspot",), files)


def test_a_deal_without_a_probability_has_that_of_its_stage(tmp_path: Path) -> None:
    found = company(tmp_path, deal("1", "990", "400"), deal("2", "991", "900"))
    assert found.told("A", "potential_value") == 200
    assert found.told("A", "won_amount") == 900


def test_an_open_deal_without_amount_and_a_loss_without_one_have_a_reason(tmp_path: Path) -> None:
    found = company(tmp_path, deal("1", "990", None), deal("2", "992", ""), deal("3", "991", "900"))
    assert found.told("A", "potential_value") == "amount_missing"
    assert found.told("A", "win_rate_amount") == "amount_missing"
    assert found.told("A", "won_amount") == 900
    assert found.told("A", "win_rate") == 0.5


def test_moments_in_milliseconds_are_read(tmp_path: Path) -> None:
    dates = {"createdate": "1777593600000", "closedate": "1786752000000"}
    found = company(tmp_path, deal("1", "991", "900", **dates))
    assert found.told("A", "won_amount") == 900


def test_a_deal_whose_amount_cannot_be_read_is_a_deal_without_amount(tmp_path: Path) -> None:
    deals = deal("1", "991", "900"), deal("2", "991", "1.2.3"), deal("3", "992", "100")
    found = company(tmp_path, *deals)
    assert found.told("A", "won_amount") == "amount_missing"
    assert found.told("A", "win_rate") == 2 / 3
    assert found.checked.rows_kept_out == 0
    assert found.checked.quarantine["rule"].tolist() == ["unreadable_number"]
