"""Stripe's subscriptions in successive deliveries, with what invoices say of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole_company import WholeCompany, deliver, stripe_company, stripe_list

pytestmark = pytest.mark.thorough

Json = dict[str, object]


def second(month: int, day: int = 1) -> int:
    return int(datetime(2026, month, day, tzinfo=UTC).timestamp())


def subscription(unit_amount: int | None, **facts: object) -> Json:
    recurring = {"interval": "month", "interval_count": 1}
    price = {"currency": "usd", "unit_amount": unit_amount, "recurring": recurring}
    item = {"id": "si_A", "quantity": 1, "price": price | {"billing_scheme": "per_unit"}}
    told = {"id": "sub_A", "customer": "cus_A", "status": "active", "start_date": second(1)}
    return told | {"items": {"data": [item]}} | facts


def invoice(number: int, *lines: tuple[int, int, int, int]) -> Json:
    """Lines of amount, month and day of the start, and month of the end. Since 2025 what a line
    bills stands in its `parent`."""
    total = sum(amount for amount, *_ in lines)
    at = second(lines[0][1])
    items = [
        {
            "id": f"il_{number}_{place}",
            "amount": amount,
            "currency": "usd",
            "period": {"start": second(month, day), "end": second(until)},
            "parent": {"subscription_item_details": {"subscription_item": "si_A"}},
        }
        for place, (amount, month, day, until) in enumerate(lines)
    ]
    told = {"id": f"in_{number}", "customer": "cus_A", "status": "paid", "created": at}
    told |= {"currency": "usd", "total": total, "total_excluding_tax": total}
    told |= {"amount_remaining": 0, "status_transitions": {"finalized_at": at, "paid_at": at}}
    return told | {"parent": {"type": "subscription_details"}, "lines": {"data": items}}


def with_one_between(tmp_path: Path, between: Json) -> WholeCompany:
    """Three deliveries of one subscription, the second in another form."""
    company = stripe_company(tmp_path, "A", subscriptions=[subscription(10_000)])
    landing = company.folder / "landing"
    (landing / "2026-10-01").rename(landing / "2026-08-01")
    for landed, told in (("2026-09-01", between), ("2026-10-01", subscription(10_000))):
        files = {
            path.relative_to(landing / "2026-08-01").as_posix(): path.read_bytes()
            for path in (landing / "2026-08-01").rglob("*.*")
        }
        listed = {"stripe/subscriptions.json": stripe_list(told)}
        deliver(company.folder, files | listed, landed)
    return company


def test_a_subscription_that_a_delivery_could_not_be_read_of_is_no_churn(tmp_path: Path) -> None:
    company = with_one_between(tmp_path, subscription(10_000, status="no such state"))
    assert company.told("A", "mrr", "2026-08") == 100
    assert company.told("A", "mrr_churn") == 0


def test_a_price_that_a_delivery_does_not_say_is_neither_churn_nor_0(tmp_path: Path) -> None:
    company = with_one_between(tmp_path, subscription(None))
    assert company.told("A", "mrr", "2026-07") == 100
    assert company.told("A", "mrr", "2026-08") == "discount_unknown"
    assert company.told("A", "mrr", "2026-09") == 100
    assert company.told("A", "mrr_churn") == "discount_unknown"


def items(*created: tuple[str, int, int]) -> Json:
    """A subscription of January whose items have an id, a month of creation and an amount."""
    (told,) = subscription(0)["items"]["data"]  # type: ignore[index]
    listed = [
        told | {"id": key, "created": second(month), "price": told["price"] | {"unit_amount": unit}}
        for key, month, unit in created
    ]
    return subscription(0, created=second(1), items={"data": listed})


def test_an_item_that_takes_the_place_of_another_has_no_past(tmp_path: Path) -> None:
    company = stripe_company(tmp_path, "A", subscriptions=[items(("si_1", 1, 10_000))])
    (company.folder / "landing/2026-10-01").rename(company.folder / "landing/2026-08-01")
    for landed, told in (
        ("2026-09-01", items(("si_2", 8, 20_000))),
        ("2026-10-01", items(("si_2", 8, 20_000), ("si_3", 9, 5_000))),
    ):
        deliver(company.folder, {"stripe/subscriptions.json": stripe_list(told)}, landed)
        accounts = company.folder / "landing/2026-08-01/salesforce/Account.csv"
        deliver(company.folder, {"salesforce/Account.csv": accounts.read_bytes()}, landed)
    assert [company.told("A", "mrr", f"2026-0{month}") for month in (6, 7, 8, 9)] == [
        *(100, 100),
        *(200, 250),
    ]
    assert company.told("A", "mrr_expansion", "2026-08") == 100
    assert company.told("A", "mrr_expansion", "2026-09") == 50


def test_items_of_the_first_delivery_are_taken_to_be_as_old_as_their_subscription(
    tmp_path: Path,
) -> None:
    told = items(("si_1", 1, 10_000), ("si_2", 8, 5_000))
    company = stripe_company(tmp_path, "A", subscriptions=[told])
    assert company.told("A", "mrr", "2026-07") == 150


def test_invoices_say_since_when_a_price_holds(tmp_path: Path) -> None:
    company = stripe_company(
        tmp_path,
        "A",
        subscriptions=[subscription(20_000)],
        invoices=[
            invoice(1, (10_000, 7, 1, 8)),
            invoice(2, (10_000, 8, 1, 9)),
            invoice(3, (-5_161, 8, 16, 9), (10_323, 8, 16, 9)),
            invoice(4, (20_000, 9, 1, 10)),
        ],
    )
    assert [company.told("A", "mrr", f"2026-0{month}") for month in (7, 8, 9)] == [100, 200, 200]
    assert company.told("A", "mrr_expansion", "2026-08") == 100
