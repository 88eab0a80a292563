"""Subscriptions of which nobody says how much they are worth: no figure takes them for 0."""

from datetime import date
from typing import Any

import pytest
from money_rows import company, figure, subscription
from reference_money.as_facts import facts_of
from reference_money.company import Company
from test_population_kpis import EASY, PRODUCTS

from transforms.billing.owned_products import owned_products
from transforms.core.periods import Period
from transforms.metrics.asked import Asked
from transforms.renewals.contracted import is_contract_unknown

Q3 = Period.parse("2026-Q3")
BEGAN = date(2025, 8, 10)


def client(*subscriptions: dict[str, Any], **tables: Any) -> Company:
    return company(subscriptions=list(subscriptions), **tables)


def unsaid(key: str, start: date = BEGAN, **facts: Any) -> dict[str, Any]:
    return subscription(key, start, 0, **facts) | {"yearly_minor": None}


RENEWALS = ("renewal_rate", "renewal_rate_amount", "renewals_due", "renewals_undecided")


@pytest.mark.parametrize("kpi", RENEWALS)
def test_what_comes_up_for_renewal_without_an_amount_has_a_reason(kpi: str) -> None:
    told = client(subscription("s", BEGAN, 1200), unsaid("t"))
    assert figure(told, kpi, "2026-Q3") == "discount_unknown"


def test_an_amount_that_runs_beside_a_renewal_all_the_time_decides_nothing() -> None:
    beside = client(subscription("s", BEGAN, 1200), unsaid("t", date(2025, 2, 1)))
    assert figure(beside, "renewal_rate_amount", "2026-Q3") == 1
    after = client(
        subscription("s", BEGAN, 1200, end_date=date(2026, 8, 10)), unsaid("t", date(2026, 8, 10))
    )
    assert figure(after, "renewal_rate_amount", "2026-Q3") == "discount_unknown"


def test_the_next_twelve_months_are_not_known_either() -> None:
    def is_unknown(*subscriptions: dict[str, Any]) -> bool:
        return bool(is_contract_unknown(Asked(facts_of(client(*subscriptions)), Q3)).loc["A"])

    assert is_unknown(subscription("s", BEGAN, 1200), unsaid("t"))
    assert not is_unknown(subscription("s", BEGAN, 1200))
    assert not is_unknown(unsaid("t", end_date=date(2026, 9, 1)))


def test_a_product_without_an_amount_is_in_no_median() -> None:
    told = client(
        subscription("s", BEGAN, 1200, product_id="core"),
        unsaid("t", product_id="plus"),
        subscription("u", BEGAN, 500, product_id="plus"),
        products=PRODUCTS,
        policy=EASY,
    )
    owned = owned_products(Asked(facts_of(told), Q3))
    assert owned[["product_id", "yearly_minor"]].to_numpy().tolist() == [["core", 1200]]


def test_an_amount_that_nobody_says_is_no_discount_of_everything() -> None:
    listed = [{"product_id": "p", "product_name": "P", "is_recurring": True} | PRICED]
    told = client(
        subscription("s", BEGAN, 900, product_id="p", quantity=1.0),
        unsaid("t", product_id="p", quantity=1.0),
        products=listed,
    )
    assert figure(told, "discount_granted", "2026-Q3") == 0.1


PRICED = {"list_price_minor": 1000, "currency": "USD"}
