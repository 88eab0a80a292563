"""A company that is fetched, twice, has the figures of the same company's export files."""

import csv
import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from itertools import repeat
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from extract_runs import (
    ACCOUNTS,
    FetchingCompany,
    figures_of,
    land_accounts,
    own_system,
    told,
)
from fake_salesforce import FakeSalesforce
from fake_stripe import served

from extract.systems import load_system

pytestmark = pytest.mark.thorough

_SETTINGS = """\
[company]
name = "C"
reporting_currency = "USD"
[[sources]]
mapping = "account_map"
"""


def exported(folder: Path, mapping: str, more: str = "") -> Path:
    """Another company of the same settings, whose files a person exports."""
    folder.mkdir()
    (folder / "cartera.toml").write_text(f'{_SETTINGS}[[sources]]\nmapping = "{mapping}"\n{more}')
    return folder


def land(folder: Path, day: str, name: str, rows: list[dict[str, Any]]) -> None:
    """A CSV as somebody exports it."""
    path = folder / "landing" / day / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def same_figures(
    company: FetchingCompany, by_hand: Path, make_database: Callable[[str], str]
) -> pd.DataFrame:
    """The figures, which both have."""
    by_api, other = (figures_of(folder, make_database) for folder in (company.folder, by_hand))
    assert by_api.to_csv() == other.to_csv()
    return by_api


def value(found: pd.DataFrame, kpi: str) -> list[Any]:
    rows = found.loc[found["kpi"] == kpi]
    return rows["value_minor"].fillna(rows["value"]).tolist()


DEALS = (("1", "won", 100), ("1", "lost", 50), ("2", "open", 70), ("2", "won", 30))
LATER = ("1", "won", 170)
"""What becomes of the second deal by the second delivery."""
FLAGS = {"won": ("true", "true"), "lost": ("true", "false"), "open": ("false", "false")}


def hubspot_deal(key: int, client: str, state: str, amount: int) -> dict[str, Any]:
    closed, won = FLAGS[state]
    facts = {"dealname": f"D{key}", "dealstage": state, "amount": str(amount)}
    facts |= {"hs_is_closed": closed, "hs_is_closed_won": won, "closedate": "2026-08-01T00:00:00Z"}
    facts |= {"createdate": "2026-02-01T00:00:00Z"}
    linked = {"companies": {"results": [{"id": client, "type": "deal_to_company"}]}}
    return {"id": str(key), "properties": facts, "associations": linked, "archived": False}


def hubspot_lists(path: str, asked: Mapping[str, str]) -> Any:
    if asked.get("archived") == "true" or path.endswith(("owners", "tickets", "pipelines/deals")):
        return {"results": []}
    if path.endswith("companies"):
        made = "2026-01-01T00:00:00Z"
        names = {"1": "Norte", "2": "Sur"}
        return {
            "results": [
                {"id": key, "properties": {"name": name, "createdate": made}}
                for key, name in names.items()
            ]
        }
    return {"results": [hubspot_deal(key, *deal) for key, deal in enumerate(DEALS, 1)]}


def hubspot_changes(target: str, body: Mapping[str, Any]) -> Any:
    if target.endswith("batch/read"):
        return {"results": [{"from": {"id": "2"}, "to": [{"toObjectId": 1}]}]}
    changed = hubspot_deal(2, *LATER)
    del changed["associations"]
    return {"results": [changed] if "deals" in target else []}


def export_hubspot(folder: Path, day: str, deals: tuple[tuple[str, str, int], ...]) -> None:
    made = "2026-01-01 00:00"
    clients = [
        {"Record ID": k, "Company name": n, "Create Date": made}
        for k, n in (("1", "Norte"), ("2", "Sur"))
    ]
    land(folder, day, "hubspot-companies.csv", clients)
    columns = "Ticket ID,Ticket name,Associated Company IDs,Priority,Create date,Close date\n"
    (folder / "landing" / day / "hubspot-tickets.csv").write_text(columns)
    rows = [
        {
            "Record ID": key,
            "Deal Name": f"D{key}",
            "Deal Stage": state,
            "Amount": amount,
            "Close Date": "2026-08-01 00:00",
            "Create Date": "2026-02-01 00:00",
            "Associated Company IDs": client,
            "Is Deal Closed?": FLAGS[state][0],
            "Is Closed Won": FLAGS[state][1],
        }
        for key, (client, state, amount) in enumerate(deals, 1)
    ]
    land(folder, day, "hubspot-deals.csv", rows)


def test_hubspot_as_its_csv_exports(fetching, make_database, monkeypatch, tmp_path):
    monkeypatch.setenv("CARTERA_HUBSPOT_TOKEN", "t")
    by_hand = exported(tmp_path / "by_hand", "hubspot")
    with fetching("hubspot", "hubspot", hubspot_lists, "Bearer t") as (company, fake):
        fake.post = hubspot_changes
        assert told(company) == ""
        assert told(company) == ""
        days = [path.name for path in company.landed]
        export_hubspot(by_hand, days[0], DEALS)
        export_hubspot(by_hand, days[1], (DEALS[0], LATER, *DEALS[2:]))
        found = same_figures(company, by_hand, make_database)
    assert sorted(filter(None, value(found, "won_amount")))[-1] == 27_000


def zendesk_ticket(key: int, org: int, status: str, updated: str) -> dict[str, Any]:
    solved = updated if status == "solved" else None
    metrics = {"solved_at": solved, "reply_time_in_minutes": {"calendar": 30 * key}}
    facts = {
        "subject": f"T{key}",
        "priority": "high",
        "tags": [],
        "created_at": "2026-07-01T00:00:00Z",
    }
    return {
        "id": key,
        "organization_id": org,
        "status": status,
        "updated_at": updated,
        **facts,
        "metric_set": metrics,
    }


TICKETS = [zendesk_ticket(key, 5 + key % 2, "open", "2026-07-02T00:00:00Z") for key in range(1, 6)]
SOLVED = [
    zendesk_ticket(1, 6, "solved", "2026-07-05T00:00:00Z"),
    zendesk_ticket(2, 5, "deleted", "2026-07-06T00:00:00Z"),
]
ORGANIZATIONS = [
    {
        "id": key,
        "name": f"O{key}",
        "external_id": account,
        "domain_names": [],
        "updated_at": "2026-01-01T00:00:00Z",
    }
    for key, account in ((5, "A"), (6, "B"))
]


def zendesk(path: str, asked: Mapping[str, str]) -> Any:
    if path == "/api/v2/organizations":
        return {"organizations": ORGANIZATIONS, "meta": {"has_more": False}}
    if path == "/api/v2/satisfaction_ratings":
        return {"satisfaction_ratings": [], "meta": {"has_more": False}}
    if asked.get("start_time", "0") != "0":
        return {"tickets": SOLVED, "after_cursor": "z", "end_of_stream": True}
    first = "cursor" not in asked
    rows = TICKETS[:3] if first else TICKETS[3:]
    return {"tickets": rows, "after_cursor": "b" if first else "c", "end_of_stream": not first}


def test_zendesk_as_its_whole_json_export(fetching, make_database, monkeypatch, tmp_path):
    monkeypatch.setenv("CARTERA_ZENDESK_EMAIL", "a@b.example")
    monkeypatch.setenv("CARTERA_ZENDESK_TOKEN", "secret")
    own = '[[sources]]\nmapping = "own.toml"\n'
    by_hand = exported(tmp_path / "by_hand", "zendesk", own)
    (by_hand / "own.toml").write_text(ACCOUNTS)
    key = f"Basic {b64encode(b'a@b.example/token:secret').decode()}"
    more = f'values = {{ subdomain = "acme" }}\n{own}'
    files = {"own__toml": ACCOUNTS}
    with fetching("zendesk", "zendesk", zendesk, key, more, **files) as (company, _):
        land_accounts(company, "A", "B")
        land_accounts(FetchingCompany(by_hand), "A", "B")
        assert told(company) == ""
        assert told(company) == ""
        newest = {item["id"]: item for item in (*TICKETS, *SOLVED)}
        for path, rows in zip(company.landed, (TICKETS, list(newest.values())), strict=True):
            folder = by_hand / "landing" / path.name / "zendesk"
            folder.mkdir(parents=True)
            (folder / "tickets.json").write_text(json.dumps({"tickets": rows}))
            whole = json.dumps({"organizations": ORGANIZATIONS})
            (folder / "organizations.json").write_text(whole)
            ratings = json.dumps({"satisfaction_ratings": []})
            (folder / "satisfaction_ratings.json").write_text(ratings)
        found = same_figures(company, by_hand, make_database)
    assert value(found, "tickets_created") == [1, 3], "one of two was deleted"


def salesforce_rows(name: str, deals: tuple[tuple[str, str, int], ...]) -> list[dict[str, str]]:
    """An object's rows as Data Export has them, every field of theirs filled or blank."""
    fields = load_system("salesforce").stream(name).fields
    made = {"CreatedDate": "2026-02-01T00:00:00.000Z", "IsDeleted": "false"}
    if name == "Account":
        known = [{"Id": key, "Name": f"C{key}", "Type": "Customer"} for key in ("1", "2")]
    elif name == "Opportunity":
        known = [
            {
                "Id": f"D{key}",
                "AccountId": client,
                "Name": f"D{key}",
                "StageName": state,
                "IsClosed": FLAGS[state][0],
                "IsWon": FLAGS[state][1],
                "Amount": str(amount),
                "CloseDate": "2026-08-01",
            }
            for key, (client, state, amount) in enumerate(deals, 1)
        ]
    else:
        return []
    return [
        dict.fromkeys(fields, "") | {k: v for k, v in made.items() if k in fields} | row
        for row in known
    ]


CHANGED = (DEALS[0], LATER, *DEALS[2:])


def test_salesforce_as_its_data_export(tmp_path, make_database, monkeypatch):
    monkeypatch.setenv("CARTERA_SALESFORCE_CLIENT_ID", "id")
    monkeypatch.setenv("CARTERA_SALESFORCE_CLIENT_SECRET", "hush")
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
    by_hand = exported(tmp_path / "by_hand", "salesforce")
    folder = exported(tmp_path / "by_api", "salesforce")
    company = FetchingCompany(folder)
    with served(FakeSalesforce([])) as fake:
        with (folder / "cartera.toml").open("a") as file:
            file.write(f'[[fetch.systems]]\nsystem = "salesforce"\naddress = "{fake.address}"\n')
            file.write('values.domain = "acme"\n')
        fake.accounts = salesforce_rows("Account", DEALS)
        fake.rows = {"Opportunity": salesforce_rows("Opportunity", DEALS)}
        assert told(company) == ""
        fake.accounts, fake.rows = [], {"Opportunity": salesforce_rows("Opportunity", CHANGED)[1:2]}
        assert told(company) == ""
    for path, deals in zip(company.landed, (DEALS, CHANGED), strict=True):
        for name in ("Account", "Opportunity"):
            land(by_hand, path.name, f"{name}.csv", salesforce_rows(name, deals))
        for page in path.glob("salesforce/*-000001.csv"):
            if page.name.partition("-")[0] not in ("Account", "Opportunity"):
                empty = by_hand / "landing" / path.name / page.name
                empty.write_bytes(page.read_bytes())
    found = same_figures(company, by_hand, make_database)
    assert sorted(filter(None, value(found, "won_amount")))[-1] == 27_000


def xero_invoice(key: int, status: str, net: float) -> dict[str, Any]:
    """One whose line holds its tax."""
    line = {"LineItemID": f"l{key}", "LineAmount": net * 1.2, "TaxAmount": net * 0.2}
    return {
        "InvoiceID": f"i{key}",
        "Type": "ACCREC",
        "Contact": {"ContactID": f"c{1 + key % 2}"},
        "InvoiceNumber": f"N{key}",
        "Status": status,
        "DateString": "2026-07-02T00:00:00",
        "DueDateString": "2026-07-31T00:00:00",
        "FullyPaidOnDate": "/Date(1785283200000+0000)/",  # 2026-07-29
        "LineAmountTypes": "Inclusive",
        "SubTotal": net,
        "TotalTax": net * 0.2,
        "Total": net * 1.2,
        "AmountDue": 0,
        "CurrencyCode": "USD",
        "LineItems": [line],
    }


XERO = [xero_invoice(key, "PAID", 10.0 * key) for key in range(1, 104)]
VOIDED = xero_invoice(1, "VOIDED", 10.0)


def export_xero(folder: Path, day: str, invoices: list[dict[str, Any]]) -> None:
    """The tables of a warehouse sync."""
    contacts = [{"contact_id": f"c{n}", "name": f"C{n}", "_fivetran_deleted": ""} for n in (1, 2)]
    land(folder, day, "xero_contact_data.csv", contacts)
    rows = [
        {
            "invoice_id": item["InvoiceID"],
            "type": item["Type"],
            "contact_id": item["Contact"]["ContactID"],
            "invoice_number": item["InvoiceNumber"],
            "status": item["Status"],
            "date": "2026-07-02",
            "due_date": "2026-07-31",
            "fully_paid_on_date": "2026-07-29",
            "line_amount_types": "Inclusive",
            "sub_total": item["SubTotal"],
            "total_tax": item["TotalTax"],
            "total": item["Total"],
            "amount_due": 0,
            "currency_code": "USD",
        }
        for item in invoices
    ]
    land(folder, day, "xero_invoice_data.csv", rows)
    lines = [
        {
            "line_item_id": line["LineItemID"],
            "invoice_id": item["InvoiceID"],
            "line_amount": line["LineAmount"],
            "tax_amount": line["TaxAmount"],
            "item_code": "",
            "description": "",
            "quantity": "",
        }
        for item in invoices
        for line in item["LineItems"]
    ]
    land(folder, day, "xero_invoice_line_item_data.csv", lines)


def test_xero_as_the_tables_of_a_warehouse_sync(fetching, make_database, monkeypatch, tmp_path):
    monkeypatch.setenv("CARTERA_XERO_CLIENT_ID", "me")
    monkeypatch.setenv("CARTERA_XERO_CLIENT_SECRET", "hush")
    changed: list[dict[str, Any]] = []

    def xero(path: str, asked: Mapping[str, str]) -> Any:
        name, page = path.rpartition("/")[2], int(asked.get("page", "1"))
        if name == "Contacts":
            return {name: [{"ContactID": f"c{n}", "Name": f"C{n}"} for n in (1, 2)]}
        if name != "Invoices":
            return {name: []}
        # Another is made meanwhile: the second page begins with what the first one ended with.
        return {name: changed or (XERO[:100] if page == 1 else XERO[99:])}

    by_hand = exported(tmp_path / "by_hand", "xero")
    own = own_system("xero", "https://identity.xero.com")
    with fetching("own.toml", "xero_api", xero, "Bearer t", own__toml=own) as (company, fake):
        fake.tokens = repeat(b'{"access_token": "t"}')
        assert told(company) == ""
        changed.append(VOIDED)
        assert told(company) == ""
        export_xero(by_hand, company.landed[0].name, XERO)
        export_xero(by_hand, company.landed[1].name, [VOIDED, *XERO[1:]])
        found = same_figures(company, by_hand, make_database)
    whole = 10_00 * (103 * 104 // 2 - 1)
    assert sum(filter(None, value(found, "invoiced_amount"))) == whole, "each once, but for one"
