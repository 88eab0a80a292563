"""What a later fetch asks of each system: since when, in the vendor's own way and in UTC; and what
was deleted there meanwhile."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import repeat
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from every_system import VENDORS
from extract_runs import FetchingCompany, own_system
from vendor_answers import Zendesk, ticket

from extract.bulk import results_call
from extract.calls import Above, Call, Window, child_calls, list_calls
from extract.client import Page
from extract.database import Database
from extract.grammar import Stream, System
from extract.search import search_call
from messages.errors import worded
from pipeline.fetching.history import FetchRequest, order_for
from warehouse import FetchedPage, FetchRecord

MEXICO = ZoneInfo("America/Mexico_City")
DAYS = Window(datetime(2026, 7, 1, tzinfo=MEXICO), datetime(2026, 7, 15, tzinfo=MEXICO))
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
START, END = "2026-07-01T06:00:00Z", "2026-07-15T06:00:00Z"
UNIX = ("1782885600", "1784095200")
SYSTEMS = {vendor.name: vendor.at("https://vendor.example") for vendor in VENDORS}


def asked(system: System, stream: Stream) -> Call:
    """The first request of a list for what is of some days."""
    if stream.changed_property:
        return search_call(stream, DAYS)
    if not stream.parent:
        return next(list_calls(stream, DAYS, NOW))
    keys = dict.fromkeys(system.lineage(stream), "1")
    above = Above({"id": "1"}, "1", keys)
    return next(child_calls(stream, system.paging_of(stream), above, DAYS, NOW))


@pytest.mark.parametrize(
    ("name", "stream", "told"),
    [
        ("asana", "tasks", {"modified_since": START}),
        ("erp", "orders", {"since": START}),
        ("stripe", "invoices", {"created[gte]": UNIX[0], "created[lt]": UNIX[1]}),
        ("teams", "events", {"startDateTime": START, "endDateTime": END}),
        ("zendesk", "tickets", {"start_time": UNIX[0]}),
        ("zoom", "meetings", {"from": "2026-07-01", "to": "2026-07-15"}),
    ],
)
def test_days_of_a_company_are_asked_for_by_the_vendors_own_parameters(name, stream, told):
    params = dict(asked(SYSTEMS[name], SYSTEMS[name].stream(stream)).params)
    assert told.items() <= params.items()


def test_xero_hubspot_and_salesforce_are_asked_in_their_own_ways():
    assert asked(SYSTEMS["xero"], SYSTEMS["xero"].stream("invoices")).headers == (
        ("If-Modified-Since", START),
    )
    body = json.loads(asked(SYSTEMS["hubspot"], SYSTEMS["hubspot"].stream("deals")).body)
    bounds = [(item["operator"], item["value"]) for item in body["filterGroups"][0]["filters"]]
    assert bounds == [("GTE", f"{UNIX[0]}000"), ("LT", f"{UNIX[1]}000")]
    bulk = Bulk()
    results_call(SYSTEMS["salesforce"], SYSTEMS["salesforce"].stream("Case"), bulk, DAYS)
    assert f"WHERE SystemModstamp >= {START} AND SystemModstamp < {END}" in bulk.query


class Bulk:
    """Salesforce's jobs, done at once."""

    query = ""

    def page(self, _: Stream, call: Call) -> Page:
        if call.body:
            self.query = json.loads(call.body)["query"]
        fields = [{"name": name} for name in SYSTEMS["salesforce"].stream("Case").fields]
        return Page(b"", {"fields": fields, "id": "1", "state": "JobComplete"}, {})

    def wait(self, _: float) -> None:
        raise AssertionError


def test_no_list_that_can_be_asked_for_by_days_is_left_out():
    known = {"companies", "deals", "tickets"}  # HubSpot's, by search
    for name, system in SYSTEMS.items():
        for stream in system.streams:
            if stream.is_asked_since and stream.name not in known:
                if (name, stream.name) == ("stripe", "events"):
                    assert [*list_calls(stream, DAYS, NOW)] == [], "forgotten there by then"
                    continue
                call = asked(system, stream)
                told = str((call.params, call.headers, call.body))
                assert any(text in told for text in (START, UNIX[0], "2026-07-01")), (name, stream)


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_days_before_the_last_fetch_are_had_again(name: str, company: FetchingCompany):
    """Clocks differ, and systems need a while until their lists show what changed."""
    system = SYSTEMS[name]
    page = company.settings.archive / "ab" / "abcd"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("{}")
    carried = next((item for item in system.streams if not system.is_had_whole(item)), None)
    assert carried is not None
    then = NOW - timedelta(days=1)
    pages = (FetchedPage(carried.name, "x-000001.json", "abcd", 1, then.isoformat()),)
    last = FetchRecord(system.system, then, then, delivered_at=then, records=1, pages=pages)
    order = order_for(system, FetchRequest(), last, company.settings, NOW)
    assert order.window == Window(then - timedelta(hours=72 if name == "teams" else 48))


def test_a_databases_own_zone_is_what_its_moments_are_compared_in(tmp_path: Path):
    path = tmp_path / "own.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE orders (id INTEGER, changed_at TIMESTAMP)")
        told = ["2026-07-01 07:59:59.000000", "2026-07-01 08:00:00.000000"]
        database.executemany("INSERT INTO orders VALUES (?, ?)", enumerate(told))
    stream = {"name": "orders", "query": "SELECT * FROM orders", "scope": "s"}
    stream |= {"cursor": "changed_at", "time_zone": "Europe/Madrid"}
    system = System.model_validate(
        {
            "system": "own",
            "title": "Own",
            "console": "c",
            "access": {"secrets": {"url": "OWN"}, "database": "url"},
            "streams": [stream],
        }
    )
    (call,) = list_calls(system.streams[0], Window(DAYS.start), NOW)
    with Database(system, {"url": f"sqlite:///{path}"}, lambda _: None) as database:
        rows = database.page(system.streams[0], call).document["rows"]
    assert [row["id"] for row in rows] == [1], "midnight in Mexico is eight in Madrid"


def notices(company: FetchingCompany, **asked: Any) -> list[str]:
    (feed,) = company.fetch(**asked).feeds
    assert feed.missing == ()
    return [worded(told, "en") for told in feed.notices]


GONE = "that earlier fetches brought is gone there."


@pytest.mark.thorough
def test_what_was_deleted_at_zendesk_and_xero_is_told_by_the_next_fetch(
    fetching, monkeypatch, tmp_path
):
    for name in ("ZENDESK_EMAIL", "ZENDESK_TOKEN", "XERO_CLIENT_ID", "XERO_CLIENT_SECRET"):
        monkeypatch.setenv(f"CARTERA_{name}", "t")
    zendesk, more = Zendesk(), 'values = { subdomain = "s" }\n'
    with fetching("zendesk", "zendesk", zendesk, "Basic dC90b2tlbjp0", more) as (company, _):
        assert notices(company) == []
        zendesk.changed = (ticket(1, "deleted", "2026-11-01T00:00:00Z"),)
        assert notices(company) == [f"Zendesk: 1 record of tickets {GONE}"]
        assert notices(company) == [], "once"
    status = ["AUTHORISED"]

    def xero(path: str, _: Mapping[str, str]) -> Any:
        name = path.rpartition("/")[2]
        payment = [{"PaymentID": "p", "Status": status[0]}] if name == "Payments" else []
        return {name: payment}

    own = own_system("xero", "https://identity.xero.com")
    with fetching("own.toml", "xero_api", xero, "Bearer t", own__toml=own) as (company, fake):
        fake.tokens = repeat(b'{"access_token": "t"}')
        assert notices(company) == []
        status[0] = "DELETED"
        assert notices(company) == [f"Xero: 1 record of payments {GONE}"]
