"""A Stripe that is not ours: localstripe pages, refuses and answers in its own way."""

import json
import sys
import time
from collections.abc import Iterator

import httpx
import pytest
from extract_runs import FetchingCompany, landed, own_system, told
from other_servers import serving

pytestmark = pytest.mark.thorough

_SERVER = """
import sys
from aiohttp import web
from localstripe import server
server.store.dump_to_disk = lambda: None
web.run_app(server.app, host="127.0.0.1", port=int(sys.argv[1]), print=None)
"""
KEY = "sk_test_local"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(lambda port: [sys.executable, "-c", _SERVER, str(port)]) as found:
        yield found


@pytest.fixture
def company(tmp_path, address, make_database, monkeypatch) -> FetchingCompany:
    """Only of the lists that localstripe has, two records a page."""
    monkeypatch.setenv("CARTERA_WAREHOUSE__URL", make_database("sqlite"))
    monkeypatch.setenv("CARTERA_STRIPE_KEY", KEY)
    shipped = own_system("stripe", "").split("[[streams]]")
    lists = ("customers", "charges", "refunds", "events")
    there = [part for part in shipped[1:] if any(f'"/v1/{name}"' in part for name in lists)]
    head = shipped[0].partition("# Lists are asked for")[0]
    text = "[[streams]]".join([head, *there]).replace('limit = "100"', 'limit = "2"')
    text = text.replace(', type = "customer.subscription.*"', "")  # it knows whole kinds only
    (tmp_path / "local.toml").write_text(text)
    (tmp_path / "cartera.toml").write_text(
        '[company]\nname = "C"\nreporting_currency = "USD"\n[[sources]]\nmapping = "stripe_api"\n'
        f'[[fetch.systems]]\nsystem = "local.toml"\naddress = "{address}"\n'
    )
    return FetchingCompany(tmp_path)


def test_customers_of_localstripe_come_page_by_page_each_once(company, address):
    made = []
    for number in range(5):
        answer = httpx.post(f"{address}/v1/customers", data={"name": f"C{number}"}, auth=(KEY, ""))
        made.append(answer.json()["id"])
    assert told(company) == ""
    assert [name for name in landed(company, "stripe") if "customers" in name] == [
        f"customers-00000{number}.json" for number in (1, 2, 3)
    ]
    pages = sorted(company.landed[-1].glob("stripe/customers-*.json"))
    ids = [item["id"] for page in pages for item in json.loads(page.read_bytes())["data"]]
    assert sorted(ids) == sorted(made)


def test_events_of_localstripe_come_within_their_days(company, address):
    sent = {"email": "a@b.example", "source[object]": "card", "source[number]": "4242424242424242"}
    sent |= {"source[exp_month]": "12", "source[exp_year]": "2040", "source[cvc]": "123"}
    client = httpx.post(f"{address}/v1/customers", data=sent, auth=(KEY, "")).json()["id"]
    plan = {"id": "p", "amount": "1000", "currency": "usd", "interval": "month"}
    plan |= {"product[name]": "P"}
    httpx.post(f"{address}/v1/plans", data=plan, auth=(KEY, "")).raise_for_status()
    bought = {"customer": client, "items[0][plan]": "p"}
    httpx.post(f"{address}/v1/subscriptions", data=bought, auth=(KEY, "")).raise_for_status()
    time.sleep(1.1)  # a fetch asks for what is over, by the second
    assert told(company) == ""
    pages = sorted(company.landed[-1].glob("stripe/events-*.json"))
    found = [item for page in pages for item in json.loads(page.read_bytes())["data"]]
    assert "customer.subscription.created" in {item["type"] for item in found}
    assert len({item["id"] for item in found}) == len(found)


def test_localstripe_refuses_a_key_that_is_none(company, monkeypatch):
    monkeypatch.setenv("CARTERA_STRIPE_KEY", "nothing")
    assert "Stripe refuses the key" in told(company)
