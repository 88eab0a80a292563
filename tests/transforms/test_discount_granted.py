"""The discount on list equals its slow reference, and is none where the list says nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from money_companies import companies
from money_rows import company, figure, subscription
from reference_money.as_facts import facts_of
from reference_money.company import Company
from reference_money.listed import discount

from transforms.core.periods import Period
from transforms.kpis import compute_all, explained

Q3 = Period.parse("2026-Q3")


def product(key: str, **parts: Any) -> dict[str, Any]:
    usual = {"product_name": key, "is_recurring": True, "currency": "USD"}
    return {"product_id": key, "list_price_minor": 1_000, **usual, **parts}


def sold(yearly: int, **parts: Any) -> dict[str, Any]:
    row = subscription("s1", date(2025, 1, 1), yearly, **parts)
    return {"product_id": "core", "quantity": 10, **row}


def of(row: dict[str, Any], **listed: Any) -> Any:
    return figure(
        company(subscriptions=[row], products=[product("core", **listed)]),
        "discount_granted",
        "2026-Q3",
    )


def test_what_is_paid_is_set_beside_the_list_price_of_as_many_units() -> None:
    assert of(sold(9_000)) == pytest.approx(0.1)
    assert of(sold(10_500)) == pytest.approx(-0.05)
    assert of(sold(0)) == 1


def test_there_is_none_without_a_list_price_in_the_subscriptions_currency() -> None:
    assert of(sold(9_000), list_price_minor=None) == "no_list_price"
    assert of(sold(9_000), currency="EUR") == "no_list_price"
    assert of(sold(9_000, product_id="odd")) == "no_list_price"
    assert of(sold(9_000, quantity=None)) == "no_list_price"
    assert of(sold(9_000, start_date=date(2026, 10, 1))) == "no_subscriptions"


def dressed(parts: tuple[Company, list[str], list[float | None]]) -> Company:
    given, products, units = parts
    rows = given.subscriptions and [
        row | {"product_id": products[at % len(products)], "quantity": units[at % len(units)]}
        for at, row in enumerate(given.subscriptions)
    ]
    listed = [
        product("core"),
        product("euro", currency="EUR"),
        product("odd", list_price_minor=None),
    ]
    return replace(given, subscriptions=rows, products=listed)


sellers = st.tuples(
    companies,
    st.lists(st.sampled_from(["core", "euro", "odd"]), min_size=1, max_size=4),
    st.lists(st.sampled_from([None, 1.0, 2.5, 12.0]), min_size=1, max_size=4),
).map(dressed)


@pytest.mark.thorough
@settings(deadline=None, max_examples=12)
@given(sellers)
def test_it_equals_the_reference(given: Company) -> None:
    values = compute_all(facts_of(given), [Q3], ["discount_granted"])
    for row in values.itertuples():
        answer = discount(given, row.entity_id, Q3)
        assert row.reason == answer.reason
        if answer.value is not None:
            assert row.value == pytest.approx(answer.value, rel=1e-9)
            named = discount(only_entered(given, row.entity_id), row.entity_id, Q3)
            assert named.value == pytest.approx(answer.value, rel=1e-9)


def only_entered(of: Company, client: str) -> Company:
    """The company with no subscriptions but those that the explanation shows as entered."""
    context = facts_of(of)
    ours = context.entities[context.entities["entity_id"] == client].reset_index(drop=True)
    (part,) = explained(replace(context, entities=ours), "discount_granted", Q3)
    keys = set(part.entered["subscription_id"])
    rows = [row for row in of.subscriptions or [] if row["subscription_id"] in keys]
    return replace(of, subscriptions=rows)
