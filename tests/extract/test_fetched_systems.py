"""Each shipped system through a server that answers in the vendor's public form."""

import tomllib
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from extract_runs import landed, rows_of, told
from extract_runs import own_system as shipped_text
from vendor_answers import (
    HUBSPOT_ARCHIVED,
    OWN,
    Zendesk,
    hubspot,
    orders,
    ticket,
    trello,
    xero,
)

from extract.errors import SystemFileError, UnknownSystemError
from extract.systems import load_system, system_names
from messages.errors import worded
from pipeline.compute.figures import figures
from pipeline.fetching.own_systems import own_system
from pipeline.ingest.check import check_company
from pipeline.state import company_state
from sources.mapping.load import builtin_mapping_path

pytestmark = pytest.mark.thorough


def test_hubspot_by_its_cursor(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_HUBSPOT_TOKEN", "pat-secret")
    with fetching("hubspot", "hubspot", hubspot, "Bearer pat-secret") as (company, fake):
        assert told(company) == ""
        asked = [item.get("after", "") for item in fake.asked("/crm/v3/objects/companies")]
        assert asked == ["", "2", "4", ""], "and those that are archived"
        assert fake.asked("/crm/v3/objects/deals")[0]["associations"] == "companies"
        checked = check_company(company.settings)
    assert not checked.stopped
    assert checked.rows_kept_out == 0
    assert checked.rows_good == 5 + 1 + 1, "companies, an owner, a deal"


class HubSpotSearch:
    """Five deals were modified; pages of two, of which no cursor is to be used."""

    def __call__(self, target: str, body: Mapping[str, Any]) -> Any:
        if target.endswith("batch/read"):
            return {
                "results": [
                    {"from": {"id": item["id"]}, "to": [{"toObjectId": 2}]}
                    for item in body["inputs"]
                ]
            }
        if "deals" not in target:
            return {"total": 0, "results": []}
        (group,) = body["filterGroups"]
        last = next(
            (f["value"] for f in group["filters"] if f["propertyName"] == "hs_object_id"), "0"
        )
        properties = {"dealname": "Changed", "amount": "7", "closedate": "2026-07-02T00:00:00Z"}
        properties |= {"hs_is_closed": "false", "dealstage": "open"}
        ids = [key for key in (7, 11, 12, 13, 14) if key > int(last)]
        found: dict[str, Any] = {
            "results": [{"id": str(key), "properties": properties} for key in ids[:2]]
        }
        if len(ids) > 2:
            found["paging"] = {"next": {"after": "10000"}}
        return found


def test_hubspot_later_searches_for_what_was_modified_and_asks_whose_it_is(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_HUBSPOT_TOKEN", "pat-secret")
    with fetching("hubspot", "hubspot", hubspot, "Bearer pat-secret") as (company, fake):
        fake.post = HubSpotSearch()
        company.fetch()
        assert fake.posted == []
        fake.requests.clear()
        HUBSPOT_ARCHIVED["/crm/v3/objects/companies"] = [
            {"id": "5", "properties": {"name": "C5"}, "archived": True}
        ]
        (feed,) = company.fetch().feeds
        HUBSPOT_ARCHIVED.clear()
        assert feed.missing == ()
        assert [worded(item, "en") for item in feed.notices] == [
            "HubSpot: 1 record of companies_archived that earlier fetches brought is gone there."
        ]
        searches = [body for target, body in fake.posted if target.endswith("deals/search")]
        since, after = searches[1]["filterGroups"][0]["filters"]
        assert since["operator"] == "GTE"
        hours = (datetime.now(UTC).timestamp() - int(since["value"]) / 1000) / 3600
        assert 47 < hours < 49
        assert after == {"propertyName": "hs_object_id", "operator": "GT", "value": "11"}
        assert len(searches) == 3
        assert not any("after" in body for body in searches), "which ends at 10 000 results"
        assert not fake.asked("/crm/v3/objects/deals")[0].get("associations")
        deals = {row["opportunity_id"]: row for row in rows_of(company, "opportunities")}
        assert sorted(deals) == ["11", "12", "13", "14", "7"]
        assert {row["account_id"] for row in deals.values()} == {"2"}
        assert deals["7"]["opportunity_name"] == "Changed"
        assert len(rows_of(company, "accounts")) == 4, "one is archived"


def test_zendesk_by_its_incremental_cursor(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_ZENDESK_EMAIL", "a@b.example")
    monkeypatch.setenv("CARTERA_ZENDESK_TOKEN", "secret")
    key = f"Basic {b64encode(b'a@b.example/token:secret').decode()}"
    map_file = "system,external_id,account_id,decision\nzendesk,5,A,yes\n"
    zendesk = Zendesk()
    more = 'values = { subdomain = "acme" }\n'
    files = {"account_map__csv": map_file}
    with fetching("zendesk", "zendesk", zendesk, key, more, **files) as (company, fake):
        assert told(company) == ""
        path = "/api/v2/incremental/tickets/cursor.json"
        assert [item.get("cursor", "") for item in fake.asked(path)] == ["", "b"]
        zendesk.changed = (ticket(1, "deleted", "2026-11-01T00:00:00Z"),)
        assert told(company) == ""
        assert len(fake.asked(path)) == 3
        assert fake.asked(path)[-1]["start_time"] > "1700000000"
        assert landed(company, "zendesk") == [
            "organizations-000001.json",
            "satisfaction_ratings-000001.json",
            *(f"tickets-00000{number}.json" for number in (1, 2, 3)),
        ]
        assert not check_company(company.settings).stopped


def test_trello_board_by_board(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_TRELLO_KEY", "k")
    monkeypatch.setenv("CARTERA_TRELLO_TOKEN", "t")
    key = 'OAuth oauth_consumer_key="k", oauth_token="t"'
    with fetching("trello", "trello", trello, key) as (company, _):
        assert told(company) == ""
        names = ["board@b1-000001.json", "board@b2-000002.json", "trello_boards-000001.json"]
        assert landed(company, "trello") == names
        checked = check_company(company.settings)
        assert not checked.stopped
        assert checked.files_told == ()


def test_trello_later_has_boards_again_on_which_something_happened(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_TRELLO_KEY", "k")
    monkeypatch.setenv("CARTERA_TRELLO_TOKEN", "t")
    key = 'OAuth oauth_consumer_key="k", oauth_token="t"'
    now, before = datetime.now(UTC).isoformat(), "2026-01-01T00:00:00.000Z"
    boards = [
        {"id": name, "shortLink": name, "dateLastActivity": moment}
        for name, moment in (("old", before), ("new", before), ("gone", before))
    ]

    def later(path: str, asked: Mapping[str, str]) -> Any:
        return boards if path == "/1/members/me/boards" else trello(path, asked)

    with fetching("trello", "trello", later, key) as (company, fake):
        company.fetch()
        fake.requests.clear()
        boards[1]["dateLastActivity"] = now
        del boards[2]
        assert told(company) == ""
        assert [path for path, _ in fake.requests[1:]] == ["/1/boards/new"]
        names = ["board@new-000004.json", "board@old-000001.json", "trello_boards-000001.json"]
        assert landed(company, "trello") == names


def test_xero_page_by_page(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_XERO_CLIENT_ID", "me")
    monkeypatch.setenv("CARTERA_XERO_CLIENT_SECRET", "hush")
    own = shipped_text("xero", "https://identity.xero.com")
    with fetching("own.toml", "xero_api", xero, "Bearer t", own__toml=own) as (company, fake):
        fake.tokens = iter([b'{"access_token": "t"}'])
        assert told(company) == ""
        asked = [item.get("page", "1") for item in fake.asked("/api.xro/2.0/Contacts")]
        assert asked == ["1", "2"]
        checked = check_company(company.settings)
        assert checked.stopped == ()
        assert checked.rows_kept_out == 0
        found = figures(company.settings, "2026-Q3", account="C1").set_index("kpi")
        fake.headers.clear()
        fake.tokens = iter([b'{"access_token": "t"}'])
        assert told(company) == ""
        since = {headers["If-Modified-Since"] for headers in fake.headers}
        assert len(since) == 1, "each list is asked for what was modified"
    assert found.loc["invoiced_amount", "value_minor"] == 2 * 10_000 - 1_000


def test_a_companys_own_system_with_a_token_that_runs_out(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_ERP_ID", "me")
    monkeypatch.setenv("CARTERA_ERP_SECRET", "hush")
    more = 'values = { host = "erp.example" }\n'
    with fetching("erp.toml", "xero", orders, "Bearer t1", more, erp__toml=OWN) as (company, fake):
        fake.tokens = iter([b'{"access_token": "old"}', b'{"access_token": "t1"}'])
        assert told(company) == ""
        assert [item.get("page", "1") for item in fake.asked("/orders")] == ["1", "2", "3"]
        assert fake.forms[0] == "grant_type=client_credentials&client_id=me&client_secret=hush"
        assert len(fake.forms) == 2, "the first token had run out"
        fake.tokens = iter([b'{"error": "invalid_client"}'])
        assert "ERP refuses the key" in told(company)


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("system = ", "", "line 1"),
        ('kind = "number"', 'kind = "pages"', "paging.kind: "),
        ("{access_token}", "{nothing}", "{nothing} is filled by nothing"),
        ('path = "/orders"', "", "the list orders needs `path`"),
        ('address = "https://{host}"', "", "`address` is missing"),
        (
            'from_param = "since"',
            'from_param = "since"\ndeleted = ["state", "gone", "deleted"]',
            "deleted: should have at most 2 entries",
        ),
        ("from_param", "from_params", "from_params: unknown key; did you mean 'from_param'?"),
    ],
)
def test_a_description_that_cannot_be_used_is_told_with_its_place(tmp_path, wrong, right, told):
    path = tmp_path / "erp.toml"
    assert wrong in OWN
    path.write_text(OWN.replace(wrong, right))
    with pytest.raises(SystemFileError, match=r"erp\.toml describes no system") as error:
        own_system(path)
    assert told in worded(error.value, "en")
    assert "may not be empty" not in worded(error.value, "en")
    assert "no describe ningún sistema" in worded(error.value, "es")


def test_a_system_without_what_its_address_needs_is_told(fetching):
    with fetching("zendesk", "zendesk", Zendesk(), "") as (company, _):
        assert 'values.subdomain = "…"' in told(company)


def test_no_other_system_is_known():
    with pytest.raises(UnknownSystemError, match="name one of asana, hubspot"):
        load_system("sap")


@pytest.mark.parametrize("name", system_names())
def test_every_system_has_its_page_its_mapping_and_its_scopes(name):
    system = load_system(name)
    page = Path(load_system.__code__.co_filename).parent / name / "README.md"
    text = page.read_text()
    assert builtin_mapping_path(system.mapping).is_file()
    assert all(variable in text for variable in system.access.secrets.values())
    assert all(stream.scope for stream in system.streams)
    fetching_page = Path(__file__).parents[2] / "docs" / "fetching.md"
    assert f"| `{name}` | `{system.mapping}` |" in fetching_page.read_text()
    assert tomllib.loads((page.parent / "system.toml").read_text())["system"] == name


def test_other_systems_go_on_where_one_cannot_be_asked_as_it_is_told(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_HUBSPOT_TOKEN", "pat-secret")
    names = ("erp.toml", "gone.toml", "sap", "zendesk")
    more = "".join(f'[[fetch.systems]]\nsystem = "{name}"\n' for name in names)
    for name in ("own", "other"):
        more += f'[[fetch.systems]]\nsystem = "{name}.toml"\nvalues.host = "h"\n'
    more += '[[fetch.systems]]\nsystem = "salesforce"\nvalues.domain = "d"\nway = "saml"\n'
    files = {"erp__toml": "system = ", "own__toml": OWN, "other__toml": OWN}
    with fetching("hubspot", "hubspot", hubspot, "Bearer pat-secret", more, **files) as (
        company,
        _,
    ):
        summary = company.fetch()
        said = [worded(item, "en") for feed in summary.feeds for item in feed.missing]
        for sentence, place in zip(said, SENTENCES, strict=True):
            assert place in sentence
        assert [path.name for path in company.landed[-1].iterdir()] == ["hubspot"]
        state = company_state(company.settings)
    why = {item.name for item in state.feeds if item.why}
    assert why == {"erp", "gone", "salesforce", "sap", "zendesk"}


SENTENCES = (
    "erp.toml describes no system that can be fetched: line 1",
    "gone.toml describes no system that can be fetched: no such file",
    "'sap' is no system that can be fetched here; name one of asana",
    'Zendesk: write `values.subdomain = "…"`',
    "fetches two systems that are called 'erp'",
    "Salesforce has no way in called 'saml'",
)


def test_other_systems_go_on_where_one_fails(fetching, monkeypatch):
    monkeypatch.setenv("CARTERA_HUBSPOT_TOKEN", "pat-secret")
    monkeypatch.delenv("CARTERA_STRIPE_KEY", raising=False)
    more = '[[fetch.systems]]\nsystem = "stripe"\n'
    with fetching("hubspot", "hubspot", hubspot, "Bearer pat-secret", more) as (company, _):
        summary = company.fetch()
    assert summary.folder is not None
    missing = [worded(item, "en") for feed in summary.feeds for item in feed.missing]
    assert len(missing) == 1
    assert "CARTERA_STRIPE_KEY is not set" in missing[0]
    assert [path.name for path in company.landed[0].iterdir()] == ["hubspot"]
