"""Vendors' own exports say which account a key is, and which accounts were merged."""

import json
from pathlib import Path

from read_exports import ReadFiles

BUILTIN = Path(__file__).parents[2] / "sources" / "mappings"


def builtin(name: str) -> str:
    return (BUILTIN / f"{name}.toml").read_text(encoding="utf-8")


def test_an_account_merged_in_salesforce_is_told_by_its_master(read_files: ReadFiles) -> None:
    accounts = (
        "Id,IsDeleted,MasterRecordId,Name,Type,ParentId,Industry,OwnerId,CreatedDate,Website\n"
        "A1,false,,Acme,,,,U1,2024-01-01T00:00:00.000+0000,https://www.Acme.com/es\n"
        "A2,true,A1,Acme again,,,,U1,2024-01-01T00:00:00.000+0000,\n"
        "A3,true,,Gone,,,,U1,2024-01-01T00:00:00.000+0000,\n"
    )
    read = read_files(builtin("salesforce"), files={"Account.csv": accounts})
    assert read.column("accounts", "account_id") == ["A1"]
    assert read.column("accounts", "domain") == ["acme.com"]
    assert read.column("account_links", "external_id") == ["A2"]
    assert read.column("account_links", "account_id") == ["A1"]
    assert read.outcomes["filtered:merged"] == 1
    assert read.outcomes["filtered:deleted"] == 1


def test_a_salesforce_export_without_masters_has_no_merges(read_files: ReadFiles) -> None:
    accounts = (
        "Id,IsDeleted,Name,Type,ParentId,Industry,OwnerId,CreatedDate\n"
        "A1,false,Acme,,,,U1,2024-01-01T00:00:00.000+0000\n"
    )
    read = read_files(builtin("salesforce"), files={"Account.csv": accounts})
    assert len(read.table("account_links")) == 0
    assert read.quarantine.empty


def test_companies_merged_in_hubspot_are_told_by_the_one_that_remains(
    read_files: ReadFiles,
) -> None:
    company = {"createdate": "2024-01-01T00:00:00Z"}
    results = [
        {
            "id": "101",
            "archived": False,
            "properties": {
                **company,
                "name": "Acme",
                "domain": "acme.com",
                "hs_merged_object_ids": "98;99",
            },
        },
        {"id": "102", "archived": True, "properties": {**company, "name": "Gone"}},
    ]
    deal = {
        "id": "1",
        "archived": False,
        "properties": {
            "dealname": "Renewal",
            "dealstage": "closedwon",
            "amount": "10",
            "closedate": "2026-08-01T00:00:00Z",
        },
        "associations": {"companies": {"results": [{"id": "99"}]}},
    }
    files = {
        "companies.json": json.dumps({"results": results}),
        "deals.json": json.dumps({"results": [deal]}),
    }
    read = read_files(builtin("hubspot"), files=files)
    assert read.column("accounts", "account_id") == ["101"]
    assert read.column("account_links", "external_id") == ["98", "99"]
    assert read.column("opportunities", "account_id") == ["101"]
    assert read.outcomes["filtered:archived"] == 1


def test_customers_of_stripes_api_join_by_their_metadata(read_files: ReadFiles) -> None:
    customers = [
        {"id": "cus_1", "name": "Acme", "email": "a.b@acme.com", "metadata": {"account_id": "A1"}},
        {"id": "cus_2", "name": None, "email": None, "metadata": {}},
    ]
    charge = {
        "id": "ch_1",
        "customer": "cus_1",
        "status": "succeeded",
        "created": 1_790_000_000,
        "amount": 1500,
        "currency": "eur",
    }
    files = {
        "customers.json": json.dumps({"data": customers}),
        "charges.json": json.dumps({"data": [charge]}),
    }
    read = read_files(builtin("stripe_api"), files=files)
    assert read.column("payments", "account_id") == ["A1"]
    assert read.column("external_accounts", "external_id") == ["cus_1", "cus_2"]
    assert read.column("external_accounts", "domain") == ["acme.com", None]


def test_organisations_of_zendesk_join_by_their_external_id(read_files: ReadFiles) -> None:
    organizations = [
        {
            "id": 7,
            "name": "Acme",
            "external_id": "A1",
            "domain_names": ["Acme.com"],
            "updated_at": "2026-01-01T00:00:00Z",
        },
        {
            "id": 8,
            "name": "Peak",
            "external_id": None,
            "domain_names": [],
            "updated_at": "2026-01-01T00:00:00Z",
        },
    ]
    read = read_files(
        builtin("zendesk"),
        files={"organizations.json": json.dumps({"organizations": organizations})},
    )
    assert read.column("account_links", "account_id") == ["A1"]
    assert read.column("external_accounts", "domain") == ["acme.com", None]
    assert read.quarantine.empty
