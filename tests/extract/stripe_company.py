"""A company that sells through Stripe: its objects, exported by hand or had from the API."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from samples.monthly.company import CLIENTS_MAPPING
from samples.monthly.objects import seconds

Lists = dict[str, Sequence[Mapping[str, Any]]]
CLIENTS = ("Alfa", "Beta", "Gamma")
JULY = seconds(date(2026, 7, 1))

_SETTINGS = """\
[company]
name = "Fetched"
time_zone = "UTC"
reporting_currency = "USD"
languages = ["en"]

[[sources]]
mapping = "clients.toml"

[[sources]]
mapping = "stripe_api"
"""


def stripe_lists() -> Lists:
    """Three clients, each with a subscription, an invoice, its charge; one refund, one credit."""
    return {
        "customers": [_customer(name) for name in CLIENTS],
        "subscriptions": [_subscription(name, place) for place, name in enumerate(CLIENTS, 1)],
        "invoices": [_invoice(name, place) for place, name in enumerate(CLIENTS, 1)],
        "credit_notes": [_credit_note("Beta")],
        "invoice_payments": [_invoice_payment(name) for name in CLIENTS],
        "charges": [_charge(name, place) for place, name in enumerate(CLIENTS, 1)],
        "refunds": [_refund("Gamma")],
        "events": [],
    }


def write_company(folder: Path, more: str = "") -> Path:
    """Its settings, and a list of its clients that a person exports."""
    folder.mkdir(exist_ok=True)
    (folder / "cartera.toml").write_text(_SETTINGS + more)
    (folder / "clients.toml").write_text(CLIENTS_MAPPING)
    clients = folder / "landing" / "2026-10-01" / "clients" / "clients.csv"
    clients.parent.mkdir(parents=True)
    clients.write_text("".join(f"{name}\n" for name in ("id", *CLIENTS)))
    return folder


def write_exports(folder: Path, lists: Lists, day: str = "2026-10-02") -> None:
    """The same objects as files that somebody exported: every list whole, every line inside."""
    for name, items in lists.items():
        whole = [_whole(item) for item in items]
        path = folder / "landing" / day / "stripe" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"object": "list", "has_more": False, "data": whole}))


def changed(lists: Lists, day: datetime) -> Lists:
    """What became of it by a day: one invoice voided, one made, one client and its
    subscription gone. Events tell of what was there before."""
    moment = int(day.timestamp())
    gone = CLIENTS[2]
    voided = {**lists["invoices"][0], "status": "void"}
    made = {**_invoice(CLIENTS[0], 2), "id": "in_new", "number": "N-9", "created": moment}
    made["lines"] = [
        {**line, "id": f"new_{line['id']}", "invoice": "in_new"} for line in made["lines"]
    ]
    event = {"id": "evt_1", "created": moment, "type": "invoice.voided", "data": {"object": voided}}
    return {
        **lists,
        "customers": [item for item in lists["customers"] if item["name"] != gone],
        "subscriptions": [
            item for item in lists["subscriptions"] if item["customer"] != f"cus_{gone}"
        ],
        "invoices": [made, voided, *lists["invoices"][1:]],
        "events": [event],
    }


def seats_changed(lists: Lists, client: str, seats: int, day: datetime) -> Lists:
    """What became of it by a day: a client's subscription has another number of seats. The event
    holds it as Stripe shows it there: with discounts by their ids."""
    moment = int(day.timestamp())
    old = next(item for item in lists["subscriptions"] if item["customer"] == f"cus_{client}")
    (item,) = old["items"]["data"]
    items = {**old["items"], "data": [{**item, "quantity": seats}]}
    now = {**old, "items": items}
    told = {**now, "discounts": [discount["id"] for discount in old["discounts"]]}
    data = {"object": told, "previous_attributes": {"items": old["items"]}}
    kind = "customer.subscription.updated"
    event = {"id": f"evt_{moment}", "created": moment, "type": kind, "data": data}
    others = [item for item in lists["subscriptions"] if item is not old]
    return {**lists, "subscriptions": [now, *others], "events": [event, *lists["events"]]}


def fetched_by(address: str) -> str:
    """What cartera.toml says to fetch from a server of the tests."""
    return f'\n[[fetch.systems]]\nsystem = "stripe"\naddress = "{address}"\n'


def _whole(item: Mapping[str, Any]) -> Mapping[str, Any]:
    if "lines" not in item:
        return item
    return {**item, "lines": {"object": "list", "has_more": False, "data": item["lines"]}}


def _customer(name: str) -> dict[str, Any]:
    return {"id": f"cus_{name}", "name": name, "metadata": {"account_id": name}, "created": JULY}


def _subscription(name: str, seats: int) -> dict[str, Any]:
    price = {
        "id": f"price_{name}",
        "product": "prod_platform",
        "currency": "usd",
        "unit_amount": 10_000,
        "unit_amount_decimal": "10000",
        "billing_scheme": "per_unit",
        "recurring": {"interval": "month", "interval_count": 1, "usage_type": "licensed"},
    }
    item = {"id": f"si_{name}", "quantity": seats, "price": price}
    return {
        "id": f"sub_{name}",
        "customer": f"cus_{name}",
        "status": "active",
        "created": JULY,
        "start_date": JULY,
        "currency": "usd",
        "discounts": [],
        "items": {"object": "list", "has_more": False, "data": [item]},
    }


def _invoice(name: str, place: int) -> dict[str, Any]:
    """The first client's invoice has few lines, the others' more than an invoice holds."""
    count = 10 * place - 5
    lines = [_line(name, number) for number in range(count)]
    return {
        "id": f"in_{name}",
        "object": "invoice",
        "customer": f"cus_{name}",
        "number": f"N-{place}",
        "status": "paid",
        "created": JULY,
        "status_transitions": {"finalized_at": JULY, "paid_at": JULY},
        "currency": "usd",
        "total": 1000 * count,
        "total_excluding_tax": 1000 * count,
        "amount_remaining": 0,
        "lines": lines,
    }


def _line(name: str, number: int) -> dict[str, Any]:
    return {
        "id": f"il_{name}_{number}",
        "invoice": f"in_{name}",
        "amount": 1000,
        "currency": "usd",
        "period": {"start": JULY, "end": seconds(date(2026, 8, 1))},
    }


def _credit_note(name: str) -> dict[str, Any]:
    return {
        "id": f"cn_{name}",
        "customer": f"cus_{name}",
        "invoice": f"in_{name}",
        "number": "C-1",
        "status": "issued",
        "created": JULY,
        "currency": "usd",
        "total": 1200,
        "total_excluding_tax": 1200,
        "lines": [{"id": f"cnli_{number}", "amount": 100} for number in range(12)],
    }


def _invoice_payment(name: str) -> dict[str, Any]:
    payment = {"type": "charge", "charge": f"ch_{name}"}
    return {"id": f"inpay_{name}", "invoice": f"in_{name}", "payment": payment, "created": JULY}


def _charge(name: str, place: int) -> dict[str, Any]:
    amount = 1000 * (10 * place - 5)
    return {
        "id": f"ch_{name}",
        "customer": f"cus_{name}",
        "status": "succeeded",
        "created": JULY,
        "amount": amount,
        "amount_captured": amount,
        "currency": "usd",
    }


def _refund(name: str) -> dict[str, Any]:
    return {
        "id": f"re_{name}",
        "charge": f"ch_{name}",
        "status": "succeeded",
        "created": JULY,
        "amount": 500,
        "currency": "usd",
    }
