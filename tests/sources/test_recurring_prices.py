"""Prices as billing systems hold them: packages, tiers, decimals, intervals and discounts."""

import json
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest
from mapping_texts import table_mapping
from read_exports import ReadFiles
from test_vendor_shapes import builtin, linked

from sources.values.price_discounts import DiscountUnknownError
from sources.values.prices import PricedItem, PriceUnknownError, yearly_amount

OCTOBER = datetime(2026, 10, 1, tzinfo=UTC)
START, LATER, NOW = 1735732800, 1793491200, int(OCTOBER.timestamp())
MONTHLY = {"interval": "month", "interval_count": 1, "usage_type": "licensed"}
FLAT = {"unit_amount": 10000, "currency": "usd", "recurring": MONTHLY}


def yearly(price: dict[str, Any], quantity: object = 1, *groups: object, items: object = ()) -> Any:
    texts = [json.dumps(group) if group else "" for group in (*groups, "", "", "", "")][:4]
    told = json.dumps(items or [{"price": price, "quantity": quantity}])
    return yearly_amount(PricedItem(json.dumps(price), str(quantity), texts, told), OCTOBER)


def every(interval: str, count: int) -> dict[str, Any]:
    return FLAT | {"recurring": MONTHLY | {"interval": interval, "interval_count": count}}


@pytest.mark.parametrize(
    ("price", "quantity", "amount"),
    [
        (FLAT, 3, 360_000),
        (every("month", 3), 1, 40_000),
        (every("year", 2), 1, 5_000),
        (every("week", 2), 1, 260_000),
        (every("day", 30), 1, Fraction(365 * 10000, 30)),
        (FLAT | {"unit_amount": None, "unit_amount_decimal": "12.5"}, 1000, 150_000),
        (FLAT | {"unit_amount": 13, "unit_amount_decimal": "12.5"}, 1000, 150_000),
        (FLAT | {"transform_quantity": {"divide_by": 10, "round": "up"}}, 21, 360_000),
        (FLAT | {"transform_quantity": {"divide_by": 10, "round": "up"}}, 20, 240_000),
        (FLAT | {"transform_quantity": {"divide_by": 10, "round": "down"}}, 29, 240_000),
        ({"amount": 500, "currency": "usd", "interval": "year", "interval_count": 1}, 2, 1_000),
        (FLAT | {"unit_amount": None, "recurring": MONTHLY | {"usage_type": "metered"}}, 5, 0),
    ],
)
def test_what_a_price_comes_to_in_a_year(
    price: dict[str, Any], quantity: int, amount: Fraction
) -> None:
    assert yearly(price, quantity) == amount


TIERS = [
    {"up_to": 5, "unit_amount": 700, "flat_amount": 1000},
    {"up_to": 10, "unit_amount_decimal": "650.5"},
    {"up_to": None, "unit_amount": 600},
]


@pytest.mark.parametrize(
    ("mode", "quantity", "a_month"),
    [
        ("graduated", 3, 1000 + 3 * 700),
        ("graduated", 5, 1000 + 5 * 700),
        ("graduated", 7, 1000 + 5 * 700 + 2 * Fraction("650.5")),
        ("graduated", 12, 1000 + 5 * 700 + 5 * Fraction("650.5") + 2 * 600),
        ("volume", 5, 1000 + 5 * 700),
        ("volume", 7, 7 * Fraction("650.5")),
        ("volume", 12, 12 * 600),
    ],
)
def test_tiers_by_quantity(mode: str, quantity: int, a_month: Fraction) -> None:
    price = FLAT | {"unit_amount": None, "billing_scheme": "tiered", "tiers_mode": mode}
    assert yearly(price | {"tiers": TIERS}, quantity) == 12 * a_month
    with pytest.raises(PriceUnknownError):
        yearly(price, quantity)


def discount(key: str = "di", end: int | None = None, start: int = START, **coupon: Any) -> Any:
    return {"id": key, "start": start, "end": end, "coupon": {"duration": "forever"} | coupon}


QUARTER = discount(percent_off=25.0)


@pytest.mark.parametrize(
    ("groups", "a_month"),
    [
        (([], [QUARTER]), 7500),
        (("", "", QUARTER), 7500),
        (("", ["di"], QUARTER), 7500),
        (("", [QUARTER], QUARTER), 7500),
        (([QUARTER], [discount("dj", percent_off=50)]), 3750),
        (("", [QUARTER, discount("dj", amount_off=500, currency="usd")]), 7000),
        (("", [discount(amount_off=500, currency="usd")]), 9500),
        (("", [discount(amount_off=50000, currency="usd")]), 0),
        (("", [discount(percent_off=100)]), 0),
        (("", "", "", QUARTER), 7500),
        (("", [discount(percent_off=10)], "", discount("dc", percent_off=50)), 9000),
        (([discount(percent_off=10)], "", "", discount("dc", percent_off=50)), 4500),
        (("", [discount(percent_off=25, duration="once")]), 10000),
        (("", [discount(percent_off=25, duration="repeating", end=LATER)]), 7500),
        (("", [discount(percent_off=25, duration="repeating", end=NOW)]), 7500),
        (("", [discount(percent_off=25, duration="repeating", end=NOW - 86400)]), 10000),
        (("", [discount(percent_off=25, start=NOW)]), 10000),
        (
            ("", [{"id": "di", "source": {"coupon": {"percent_off": 25, "duration": "forever"}}}]),
            7500,
        ),
    ],
)
def test_discounts_that_run_lower_what_recurs(groups: tuple[object, ...], a_month: int) -> None:
    assert yearly(FLAT, 1, *groups) == 12 * a_month


def test_a_price_of_several_currencies_is_that_of_the_one_that_is_paid() -> None:
    options = {"eur": {"unit_amount": 9000}, "usd": {"unit_amount": 10000}}
    told = json.dumps(FLAT | {"currency_options": options})
    assert yearly_amount(PricedItem(told, currency="eur"), OCTOBER) == 12 * 9000
    assert yearly_amount(PricedItem(told, currency="USD"), OCTOBER) == 12 * 10000
    items = json.dumps([{"price": FLAT | {"currency_options": options}, "quantity": 3}] * 2)
    off = (json.dumps([discount(amount_off=5400, currency="eur")]),)
    item = PricedItem(told, "3", off, items, currency="eur")
    assert yearly_amount(item, OCTOBER) == 12 * (27000 - 2700)


@pytest.mark.parametrize(
    ("price", "facts"),
    [
        (FLAT, {"currency": "eur"}),
        (FLAT, {"goes_on": "true"}),
        (FLAT | {"tax_behavior": "inclusive"}, {"taxed_by_vendor": "true", "taxes": ("[]",)}),
    ],
)
def test_what_an_export_does_not_say_of_a_price_is_not_guessed(
    price: dict[str, Any], facts: dict[str, Any]
) -> None:
    with pytest.raises(PriceUnknownError):
        yearly_amount(PricedItem(json.dumps(price), **facts), OCTOBER)


def test_taxes_that_the_vendor_finds_out_are_outside_other_prices() -> None:
    for price in (FLAT, FLAT | {"tax_behavior": "exclusive"}):
        item = PricedItem(json.dumps(price), taxed_by_vendor="true", currency="usd")
        assert yearly_amount(item, OCTOBER) == 120000


def test_an_amount_off_is_shared_out_among_the_items() -> None:
    items = [{"price": FLAT, "quantity": 3}, {"price": FLAT, "quantity": 1}]
    off = [discount(amount_off=4000, currency="usd")]
    each = [yearly(FLAT, count, "", off, items=items) for count in (3, 1)]
    assert each == [12 * 27000, 12 * 9000]


def test_a_coupon_for_some_products_leaves_the_others() -> None:
    one, other = FLAT | {"product": "one"}, FLAT | {"product": {"id": "other"}}
    items = [{"price": price, "quantity": 2} for price in (one, other)]
    half = [discount(percent_off=50, applies_to={"products": ["one"]})]
    assert [yearly(price, 2, "", half, items=items) for price in (one, other)] == [120000, 240000]
    off = [discount(amount_off=5000, currency="usd", applies_to={"products": ["other"]})]
    assert [yearly(price, 2, "", off, items=items) for price in (one, other)] == [240000, 180000]


def test_an_amount_off_has_a_worth_in_other_currencies() -> None:
    options = {"usd": {"amount_off": 2700}}
    off = discount(amount_off=2500, currency="eur", currency_options=options)
    assert yearly(FLAT, 1, "", [off]) == 12 * 7300


@pytest.mark.parametrize(
    ("behavior", "rates", "yearly_minor"),
    [
        ("unspecified", [{"percentage": 25.0, "inclusive": True}], 96000),
        ("inclusive", [{"percentage": 25.0, "inclusive": True}], 96000),
        ("inclusive", [{"percentage": 25.0, "inclusive": False}], 120000),
        ("exclusive", [{"percentage": 25.0, "inclusive": True}], 120000),
        ("inclusive", [], 120000),
    ],
)
def test_tax_inside_a_price_does_not_recur(
    behavior: str, rates: list[object], yearly_minor: int
) -> None:
    price = json.dumps(FLAT | {"tax_behavior": behavior})
    item = PricedItem(price, taxes=("", json.dumps(rates)))
    assert yearly_amount(item, OCTOBER) == yearly_minor


@pytest.mark.parametrize(
    "groups",
    [
        ("", ["di_unexpanded"]),
        ("", [{"id": "di", "coupon": "co_unexpanded", "start": START, "end": None}]),
        ("", [discount(id="co")]),
        ("", [discount(amount_off=5, currency="eur")]),
    ],
)
def test_a_discount_whose_worth_is_not_said_is_told(groups: tuple[object, ...]) -> None:
    with pytest.raises(DiscountUnknownError):
        yearly(FLAT, 1, *groups)


TAXED = {"enabled": True}


def subscription(key: str, **facts: Any) -> dict[str, Any]:
    item = {"id": f"si_{key}", "quantity": 1000, "price": facts.pop("price", FLAT)}
    told = {"id": key, "customer": "cus", "status": "active", "start_date": START}
    return told | {"items": {"data": [item]}} | facts


def test_stripes_subscriptions_are_read_with_what_their_customers_have_off(
    read_files: ReadFiles,
) -> None:
    decimal = FLAT | {"unit_amount": None, "unit_amount_decimal": "12.5"}
    krona = FLAT | {"currency": "isk", "unit_amount": 500_000}
    part = subscription("6")
    part["items"]["has_more"] = True
    listed = [
        subscription("1", price=decimal),
        subscription("2", discounts=["di_1"]),
        subscription("3", customer="cus2"),
        subscription("4", price=krona),
        subscription("5", currency="eur"),
        part,
        subscription("7", price=FLAT | {"tax_behavior": "inclusive"}, automatic_tax=TAXED),
    ]
    customers = [{"id": "cus"}, {"id": "cus2", "discount": discount("dc", percent_off=50)}]
    files = {
        "subscriptions.json": json.dumps({"data": listed}),
        "customers.json": json.dumps({"data": customers}),
    }
    read = read_files(builtin("stripe_api"), files=files, known=linked("stripe", cus="A", cus2="B"))
    told = [150_000, None, 60_000_000, 60_000_000, None, None, None]
    assert read.column("subscriptions", "yearly_minor") == told
    unknown = [(2, "yearly_minor", "discount_unknown")]
    assert read.faults == unknown + [(line, "yearly_minor", "price_unknown") for line in (5, 6, 7)]


DASHBOARD = """id,Customer ID,Quantity,Currency,Interval,Amount,Status,Start Date (UTC),Coupon,\
Canceled At (UTC),Ended At (UTC),percent_off (metadata)
1,cus,1,usd,month,100.00,active,2025-01-01 00:00,,,,
2,cus,1,usd,month,100.00,active,2025-01-01 00:00,SUMMER,,,25
3,cus,1,usd,month,100.00,active,2025-01-01 00:00,SUMMER,,,
"""


@pytest.mark.parametrize("lacks", ["", ",percent_off (metadata)"])
def test_a_coupon_of_the_dashboard_without_its_worth_is_told(
    read_files: ReadFiles, lacks: str
) -> None:
    lines = DASHBOARD.replace(lacks, "") if lacks else DASHBOARD
    if lacks:
        lines = "\n".join(
            line if place == 0 else line.rpartition(",")[0]
            for place, line in enumerate(lines.splitlines())
        )
    known = linked("stripe", cus="A")
    read = read_files(builtin("stripe"), files={"subscriptions.csv": lines}, known=known)
    known_worth = [120_000, None, None] if lacks else [120_000, 90_000, None]
    assert read.column("subscriptions", "yearly_minor") == known_worth
    assert {fault[2] for fault in read.faults} == {"discount_unknown"}
    assert len(read.faults) == (2 if lacks else 1)


@pytest.mark.parametrize(
    ("word", "trial_end", "state", "is_trial"),
    [
        ("active", "", "active", False),
        ("Canceled", "2025-02-01 00:00", "cancelled", False),
        ("trialing", "2025-02-01 00:00", "trialing", True),
        ("paused", "2025-02-01 00:00", "trialing", True),
        ("Paused", "", "paused", False),
    ],
)
def test_a_paused_subscription_of_the_dashboard_was_a_trial_where_one_ended(
    read_files: ReadFiles, word: str, trial_end: str, state: str, is_trial: bool
) -> None:
    head, first, *_ = DASHBOARD.splitlines()
    lines = f"{head},Trial End (UTC)\n{first.replace('active', word)},{trial_end}\n"
    known = linked("stripe", cus="A")
    read = read_files(builtin("stripe"), files={"subscriptions.csv": lines}, known=known)
    found = [read.column("subscriptions", name) for name in ("status", "is_trial")]
    assert (found, read.faults) == ([[state], [is_trial]], [])


@pytest.mark.parametrize(
    ("amount", "quantity", "rule"),
    [
        ("", "1", "required_missing"),
        ("1200 a year", "1", "unreadable_number"),
        ("100.00", "", "unreadable_number"),
    ],
)
def test_a_subscription_whose_amount_cannot_be_read_is_there_without_it(
    read_files: ReadFiles, amount: str, quantity: str, rule: str
) -> None:
    first, *others = DASHBOARD.splitlines()
    line = others[0].replace("100.00", amount).replace("cus,1,", f"cus,{quantity},")
    files = {"subscriptions.csv": f"{first}\n{line}\n"}
    read = read_files(builtin("stripe"), files=files, known=linked("stripe", cus="A"))
    assert read.column("subscriptions", "yearly_minor") == [None]
    assert read.faults == [(2, "yearly_minor", rule)]


ENDS = """subscription_id = "id"
account_id = "id"
status = {{ value = "ended" }}
is_trial = {{ value = false }}
start_date = {{ value = "2024-01-01" }}
end_date = {{ column = "day", {rule} }}
yearly_minor = {{ value = "1" }}
currency = {{ value = "USD" }}"""


@pytest.mark.parametrize(
    ("rule", "ends"),
    [
        ('day = "last_of_month", end_is_inclusive = true', "2024-07-01"),
        ('day = "first_of_next_month"', "2024-07-01"),
        ('day = "first_of_month"', "2024-06-01"),
        ('day = "last_of_month"', "2024-06-30"),
    ],
)
def test_the_month_is_found_before_its_last_day_is_left(
    read_files: ReadFiles, rule: str, ends: str
) -> None:
    mapping = table_mapping("subscriptions", ENDS.format(rule=rule))
    text = "id,day\n1,2024-06-04\n2,2024-06-30\n3,2024-06-01\n"
    known = linked("x", a="1", b="2", c="3")
    read = read_files(mapping, files={"export.csv": text}, known=known)
    assert [str(day.date()) for day in read.table("subscriptions")["end_date"]] == [ends] * 3


INVOICES = """invoice_id = "id"
account_id = "id"
document_kind = { value = "invoice" }
status = { value = "open" }
issue_date = { value = "2026-01-01" }
currency = { value = "EUR" }
net_minor = { column = "net", round = "half_even" }
tax_minor = { column = "total", minus = ["net"], round = "each" }
total_minor = { column = "total", round = "half_even" }"""


def test_tax_is_what_rounded_total_and_net_leave(read_files: ReadFiles) -> None:
    text = "id,net,total\n1,60.5055,73.211655\n2,0.005,0.015\n"
    read = read_files(
        table_mapping("invoices", INVOICES),
        files={"export.csv": text},
        known=linked("x", a="1", b="2"),
    )
    columns = ("net_minor", "tax_minor", "total_minor")
    assert [read.column("invoices", name) for name in columns] == [[6051, 0], [1270, 2], [7321, 2]]
