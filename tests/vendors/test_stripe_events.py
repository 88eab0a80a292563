"""Stripe's events: the vendor's own history of a subscription, from the day of each change."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from whole_company import (
    WholeCompany,
    account_rows,
    customers,
    deliver,
    stripe_company,
    stripe_list,
)

pytestmark = pytest.mark.thorough

Json = dict[str, Any]


def second(month: int, day: int = 1) -> int:
    return int(datetime(2026, month, day, 10, tzinfo=UTC).timestamp())


def item(key: str = "si_1", unit: int = 10_000, quantity: int = 1, created: int = 1) -> Json:
    monthly = {"interval": "month", "interval_count": 1}
    price = {"currency": "usd", "unit_amount": unit, "recurring": monthly, "product": "p"}
    return {"id": key, "quantity": quantity, "price": price, "created": second(created)}


def subscription(*items: Json, **facts: Any) -> Json:
    began = {"start_date": second(1), "created": second(1), "currency": "usd"}
    told = {"id": "sub_1", "customer": "cus_A", "status": "active"} | began
    return told | {"items": {"data": list(items), "has_more": False}} | facts


def event(month: int, now: Json, kind: str = "updated", **before: Any) -> Json:
    data = {"object": now} | ({"previous_attributes": before} if before else {})
    kind = f"customer.subscription.{kind}"
    return {"id": f"evt_{month}", "type": kind, "created": second(month, 15), "data": data}


def listed(*items: Json) -> Json:
    return {"data": list(items)}


def company(folder: Path, now: list[Json], *events: Json) -> WholeCompany:
    return stripe_company(folder, "A", subscriptions=now, events=events)


def mrr(found: WholeCompany, *months: int) -> list[object]:
    return [found.told("A", "mrr", f"2026-{month:02d}") for month in months]


@pytest.mark.parametrize("is_newest_first", [False, True])
def test_changes_count_from_their_own_day_and_the_first_says_what_was_before(
    tmp_path: Path, is_newest_first: bool
) -> None:
    now = subscription(item(unit=15_000, quantity=2))
    events = [
        event(7, subscription(item(quantity=2)), items=listed(item()), quantity=1),
        event(9, now, items=listed(item(quantity=2))),
    ]
    found = company(tmp_path, [now], *(events[::-1] if is_newest_first else events))
    assert found.checked.quarantine.empty
    assert mrr(found, 5, 6, 7, 8, 9) == [100, 100, 200, 200, 300]


def test_an_item_that_went_ends_when_another_took_its_place(tmp_path: Path) -> None:
    now = subscription(item("si_2", 20_000, created=7))
    found = company(tmp_path, [now], event(7, now, items=listed(item())))
    assert mrr(found, 6, 7, 8, 9) == [100, 200, 200, 200]
    assert found.told("A", "mrr_expansion", "2026-07") == 100


def test_a_subscription_that_was_deleted_counts_until_then(tmp_path: Path) -> None:
    over = subscription(item(), status="canceled", ended_at=second(8, 15))
    found = company(tmp_path, [], event(8, over, "deleted"))
    assert mrr(found, 7, 8) == [100, 0]
    assert found.told("A", "mrr_churn", "2026-08") == 100


def test_a_subscription_that_was_unpaid_for_a_month_is_back(tmp_path: Path) -> None:
    now = subscription(item())
    unpaid = event(8, subscription(item(), status="unpaid"), status="past_due")
    found = company(tmp_path, [now], unpaid, event(9, now, status="unpaid"))
    assert mrr(found, 7, 8, 9) == [100, 0, 100]


HALF = {"id": "half", "duration": "repeating", "percent_off": 50}


def test_a_discount_is_that_of_the_moment_and_runs_out_on_its_day(tmp_path: Path) -> None:
    off = {"id": "di", "coupon": HALF, "start": second(6, 15), "end": second(8, 20)}
    begun = event(6, subscription(item(), discount=off), discount=None)
    found = company(tmp_path, [subscription(item())], begun)
    assert mrr(found, 5, 6, 7, 8) == [100, 50, 50, 100]


def test_a_discount_that_an_event_names_is_the_one_that_still_runs(tmp_path: Path) -> None:
    off = [{"id": "di", "coupon": HALF, "start": second(7), "end": None}]
    own = {**item("si_2", 4_000), "discounts": off}
    now = subscription(item(unit=20_000), own)
    named = subscription(item(unit=20_000), own | {"discounts": ["di"]})
    first = listed(item(), own | {"discounts": []})
    found = company(tmp_path, [now], event(8, named, items=first))
    assert found.checked.quarantine.empty
    assert mrr(found, 7, 8, 9) == [140, 220, 220]


def test_what_an_event_names_and_nothing_says_leaves_the_amount_unknown(tmp_path: Path) -> None:
    off = [{"id": "di", "coupon": HALF, "start": second(1), "end": None}]
    now = subscription(item(unit=20_000), discounts=off)
    change = event(8, now | {"discounts": ["gone"]}, items=listed(item()))
    found = company(tmp_path, [now], change)
    assert mrr(found, 7, 8, 9) == ["discount_unknown", "discount_unknown", 100]


def test_an_event_that_changed_nothing_of_worth_says_nothing(tmp_path: Path) -> None:
    off = [{"id": "di", "coupon": HALF, "start": second(1), "end": None}]
    now = subscription(item(), discounts=off)
    found = company(tmp_path, [now], event(8, now | {"discounts": ["di"]}, metadata={"a": "b"}))
    assert found.checked.quarantine.empty
    assert mrr(found, 7, 8, 9) == [50, 50, 50]


def test_moments_that_no_calendar_has_are_told(tmp_path: Path) -> None:
    off = {"id": "di", "coupon": HALF, "start": second(1) * 1000, "end": None}
    now = subscription(item())
    wrong = event(8, now, items=listed(item())) | {"created": second(8) * 1000}
    found = company(tmp_path, [now, now | {"discount": off, "id": "sub_2"}], wrong)
    assert "unreadable_number" in set(found.checked.quarantine["rule"])
    assert "unreadable_date" in set(found.checked.quarantine["rule"])


def test_events_of_a_customer_that_nobody_knows_are_kept_out(tmp_path: Path) -> None:
    now = subscription(item(), customer="cus_X")
    found = company(tmp_path, [now], event(8, now, status="past_due"))
    assert found.checked.quarantine["rule"].tolist() == ["unknown_account"] * 3


def test_events_of_later_deliveries_add_to_those_known(tmp_path: Path) -> None:
    first = subscription(item(quantity=2))
    found = company(tmp_path, [first], event(6, first, items=listed(item())))
    (tmp_path / "landing" / "2026-10-01").rename(tmp_path / "landing" / "2026-07-01")
    now = subscription(item(quantity=5))
    files = {
        "salesforce/Account.csv": account_rows("A"),
        "stripe/customers.json": customers("A"),
        "stripe/subscriptions.json": stripe_list(now),
        "stripe/events.json": stripe_list(event(8, now, items=listed(item(quantity=2)))),
    }
    deliver(tmp_path, files, "2026-10-01")
    assert mrr(found, 5, 6, 7, 8) == [100, 200, 200, 500]
