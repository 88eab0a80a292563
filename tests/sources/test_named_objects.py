"""Prices, discounts, coupons and tax rates that stand by their ids, and in lists beside."""

import json
from typing import Any

from read_exports import ReadFiles
from test_vendor_shapes import builtin, linked

Json = dict[str, Any]

START, AUGUST = 1767225600, 1785542400
MONTHLY = {"interval": "month", "interval_count": 1, "usage_type": "licensed"}
FLAT = {"id": "flat", "unit_amount": 10_000, "currency": "usd", "recurring": MONTHLY}
TIERED = FLAT | {"id": "tiered", "unit_amount": None, "billing_scheme": "tiered"}
TIERS = {"tiers_mode": "graduated", "tiers": [{"up_to": None, "unit_amount": 5000}]}
HALF = {"id": "HALF", "duration": "forever", "percent_off": 50}
RUNS = {"id": "di_half", "coupon": "HALF", "start": START, "end": None}
LISTS = {
    "prices": [FLAT, TIERED | TIERS, {"id": "twice"}, {"id": "twice", "unit_amount": 1}],
    "plans": [FLAT | {"id": "gold"}],
    "discounts": [RUNS],
    "coupons": [HALF],
    "tax_rates": [{"id": "txr", "inclusive": True, "percentage": 25}],
}


def subscription(price: object, **facts: Any) -> Json:
    item = {"quantity": 2, facts.pop("kept", "price"): price}
    began = {"start_date": START, "created": START, "currency": "usd", "customer": "cus"}
    return began | {"status": "active", "items": {"data": [item]}} | facts


def two_items() -> Json:
    off = {"id": "off", "duration": "forever", "amount_off": 10_000, "currency": "usd"}
    told = subscription(FLAT, discounts=[{"id": "d", "coupon": off, "start": START}])
    return told | {"items": {"data": [told["items"]["data"][0], {"quantity": 1, "price": "no"}]}}


TOLD = {
    "price": (subscription("flat"), 200),
    "plan": (subscription("gold", kept="plan"), 200),
    "tiers": (subscription(TIERED), 100),
    "discount": (subscription("flat", discounts=["di_half"]), 100),
    "coupon": (subscription(FLAT, discount=RUNS), 100),
    "ended": (subscription(FLAT, discount=RUNS | {"end": AUGUST}), 200),
    "source": (subscription(FLAT, discount={"id": "d", "source": {"coupon": "HALF"}}), 100),
    "customer's": (subscription(FLAT, customer="cus2"), 100),
    "tax": (subscription(FLAT, default_tax_rates=["txr"]), 160),
    "other price": (subscription("other"), "price_unknown"),
    "said in two ways": (subscription("twice"), "price_unknown"),
    "other coupon": (subscription(FLAT, discount=RUNS | {"coupon": "NO"}), "discount_unknown"),
    "other tax": (subscription(FLAT, default_tax_rates=["no"]), "price_unknown"),
    "other item": (two_items(), "discount_unknown"),
}


def files(**lists: object) -> dict[str, str]:
    customers = [{"id": "cus"}, {"id": "cus2", "discount": "di_half"}]
    told = {"customers": customers} | lists
    return {f"{name}.json": json.dumps({"data": items}) for name, items in told.items()}


def keyed(told: Json, key: str) -> Json:
    items = [item | {"id": f"{key} {place}"} for place, item in enumerate(told["items"]["data"])]
    return told | {"id": key, "items": {"data": items}}


def a_month(read: Any, table: str = "subscriptions") -> dict[str, object]:
    """By subscription, what the first item comes to, or the rule under which it is unknown."""
    rules = dict.fromkeys(read.column(table, "subscription_id"), None)
    amounts = dict(zip(rules, read.column(table, "yearly_minor"), strict=True))
    raw = [json.loads(text)["id"] for text in read.quarantine["raw"]]
    amounts |= dict(zip(raw, read.quarantine["rule"], strict=True))
    whole = {
        key: value / 1200 if isinstance(value, int) else value for key, value in amounts.items()
    }
    return {key.removesuffix(" 0"): value for key, value in whole.items() if key.endswith(" 0")}


def test_what_stands_by_its_id_is_what_a_list_beside_says(read_files: ReadFiles) -> None:
    listed = [keyed(told, key) for key, (told, _) in TOLD.items()]
    known = linked("stripe", cus="A", cus2="B")
    read = read_files(
        builtin("stripe_api"), files=files(subscriptions=listed, **LISTS), known=known
    )
    assert a_month(read) == {key: outcome for key, (_, outcome) in TOLD.items()}


def test_without_the_lists_what_stands_by_its_id_is_unknown(read_files: ReadFiles) -> None:
    listed = [keyed(told, key) for key, (told, _) in TOLD.items()]
    known = linked("stripe", cus="A", cus2="B")
    read = read_files(builtin("stripe_api"), files=files(subscriptions=listed), known=known)
    unknown = {key for key, outcome in a_month(read).items() if isinstance(outcome, str)}
    assert unknown == set(TOLD)


def test_events_find_what_they_name(read_files: ReadFiles) -> None:
    now = keyed(subscription("tiered"), "sub")
    old = {"items": keyed(subscription("flat"), "sub")["items"]}
    data = {"object": now, "previous_attributes": old}
    kind = "customer.subscription.updated"
    event = {"id": "evt", "type": kind, "created": AUGUST, "data": data}
    known = linked("stripe", cus="A")
    read = read_files(builtin("stripe_api"), files=files(events=[event], **LISTS), known=known)
    assert read.column("subscription_versions", "yearly_minor") == [240_000, 120_000]
