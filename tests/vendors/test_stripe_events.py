"""Stripe's events: the vendor's own history of a subscription, from the day of each change.

Every story is of a customer of its own, and all of them are of one company that is run once.
"""

import json
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Story:
    """A customer's subscription as it is now, if it still is, and the events before."""

    client: str
    now: Json | None
    events: tuple[Json, ...]


def second(month: int, day: int = 1) -> int:
    return int(datetime(2026, month, day, 10, tzinfo=UTC).timestamp())


def item(key: str = "si_1", unit: int = 10_000, quantity: int = 1, created: int = 1) -> Json:
    monthly = {"interval": "month", "interval_count": 1}
    price = {"currency": "usd", "unit_amount": unit, "recurring": monthly, "product": "p"}
    return {"id": key, "quantity": quantity, "price": price, "created": second(created)}


def subscription(*items: Json, **facts: Any) -> Json:
    began = {"start_date": second(1), "created": second(1), "currency": "usd"}
    return began | {"status": "active", "items": {"data": list(items), "has_more": False}} | facts


def event(month: int, now: Json, kind: str = "updated", **before: Any) -> Json:
    data = {"object": now} | ({"previous_attributes": before} if before else {})
    kind = f"customer.subscription.{kind}"
    return {"id": f"evt_{month}", "type": kind, "created": second(month, 15), "data": data}


def listed(*items: Json) -> Json:
    return {"data": list(items)}


def story(client: str, now: Json | None, *events: Json) -> Story:
    """With ids that no other story has."""

    def own(told: Any) -> Any:
        text = json.dumps(told)
        for kind in ("evt", "si", "di"):
            text = text.replace(f'"{kind}_', f'"{kind}_{client}_')
        return json.loads(text)

    ids = {"id": f"sub_{client}", "customer": f"cus_{client}"}
    named = [
        one | {"data": one["data"] | {"object": one["data"]["object"] | ids}} for one in events
    ]
    return Story(client, now and own(now | ids), tuple(own(one) for one in named))


def company(folder: Path, *stories: Story) -> WholeCompany:
    now = [one.now for one in stories if one.now]
    events = [event for one in stories for event in one.events]
    return stripe_company(
        folder, *(one.client for one in stories), subscriptions=now, events=events
    )


def mrr(found: WholeCompany, told: Story, *months: int) -> list[object]:
    return [found.told(told.client, "mrr", f"2026-{month:02d}") for month in months]


_GROWN = subscription(item(unit=15_000, quantity=2))
_GROWTH = (
    event(7, subscription(item(quantity=2)), items=listed(item()), quantity=1),
    event(9, _GROWN, items=listed(item(quantity=2))),
)
GREW, GREW_NEWEST_FIRST = story("Grew", _GROWN, *_GROWTH), story("Later", _GROWN, *_GROWTH[::-1])

_SWAPPED = subscription(item("si_2", 20_000, created=7))
SWAPPED = story("Swapped", _SWAPPED, event(7, _SWAPPED, items=listed(item())))

_OVER = subscription(item(), status="canceled", ended_at=second(8, 15))
DELETED = story("Deleted", None, event(8, _OVER, "deleted"))

UNPAID = story(
    "Unpaid",
    subscription(item()),
    event(8, subscription(item(), status="unpaid"), status="past_due"),
    event(9, subscription(item()), status="unpaid"),
)

HALF = {"id": "half", "duration": "repeating", "percent_off": 50}
_RUNS_OUT = {"id": "di_1", "coupon": HALF, "start": second(6, 15), "end": second(8, 20)}
RAN_OUT = story(
    "RanOut",
    subscription(item()),
    event(6, subscription(item(), discount=_RUNS_OUT), discount=None),
)

_STILL_RUNS = [{"id": "di_1", "coupon": HALF, "start": second(7), "end": None}]
_OWN = item("si_2", 4_000) | {"discounts": _STILL_RUNS}
NAMED = story(
    "Named",
    subscription(item(unit=20_000), _OWN),
    event(
        8,
        subscription(item(unit=20_000), _OWN | {"discounts": ["di_1"]}),
        items=listed(item(), _OWN | {"discounts": []}),
    ),
)

_ALWAYS = [{"id": "di_1", "coupon": HALF, "start": second(1), "end": None}]
_HALVED = subscription(item(unit=20_000), discounts=_ALWAYS)
NAMELESS = story(
    "Nameless", _HALVED, event(8, _HALVED | {"discounts": ["gone"]}, items=listed(item()))
)

_HALVED_TOO = subscription(item(), discounts=_ALWAYS)
OF_NO_WORTH = story(
    "NoWorth", _HALVED_TOO, event(8, _HALVED_TOO | {"discounts": ["di_1"]}, metadata={"a": "b"})
)

STORIES = (
    *(GREW, GREW_NEWEST_FIRST, SWAPPED, DELETED, UNPAID),
    *(RAN_OUT, NAMED, NAMELESS, OF_NO_WORTH),
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> WholeCompany:
    return company(tmp_path_factory.mktemp("company"), *STORIES)


def test_nothing_is_told_but_of_whom_an_event_names_a_discount_that_nobody_knows(
    found: WholeCompany,
) -> None:
    assert found.checked.quarantine["raw"].str.contains(NAMELESS.client).tolist() == [True, True]


@pytest.mark.parametrize("told", [GREW, GREW_NEWEST_FIRST])
def test_changes_count_from_their_own_day_and_the_first_says_what_was_before(
    found: WholeCompany, told: Story
) -> None:
    assert mrr(found, told, 5, 6, 7, 8, 9) == [100, 100, 200, 200, 300]


def test_an_item_that_went_ends_when_another_took_its_place(found: WholeCompany) -> None:
    assert mrr(found, SWAPPED, 6, 7, 8, 9) == [100, 200, 200, 200]
    assert found.told(SWAPPED.client, "mrr_expansion", "2026-07") == 100


def test_a_subscription_that_was_deleted_counts_until_then(found: WholeCompany) -> None:
    assert mrr(found, DELETED, 7, 8) == [100, 0]
    assert found.told(DELETED.client, "mrr_churn", "2026-08") == 100


def test_a_subscription_that_was_unpaid_for_a_month_is_back(found: WholeCompany) -> None:
    assert mrr(found, UNPAID, 7, 8, 9) == [100, 0, 100]


def test_a_discount_is_that_of_the_moment_and_runs_out_on_its_day(found: WholeCompany) -> None:
    assert mrr(found, RAN_OUT, 5, 6, 7, 8) == [100, 50, 50, 100]


def test_a_discount_that_an_event_names_is_the_one_that_still_runs(found: WholeCompany) -> None:
    assert mrr(found, NAMED, 7, 8, 9) == [140, 220, 220]


def test_what_an_event_names_and_nothing_says_leaves_the_amount_unknown(
    found: WholeCompany,
) -> None:
    assert mrr(found, NAMELESS, 7, 8, 9) == ["discount_unknown", "discount_unknown", 100]


def test_an_event_that_changed_nothing_of_worth_says_nothing(found: WholeCompany) -> None:
    assert mrr(found, OF_NO_WORTH, 7, 8, 9) == [50, 50, 50]


def test_moments_that_no_calendar_has_and_customers_that_nobody_knows_are_told(
    tmp_path: Path,
) -> None:
    off = {"id": "di_1", "coupon": HALF, "start": second(1) * 1000, "end": None}
    now = subscription(item())
    wrong = event(8, now, items=listed(item())) | {"created": second(8) * 1000}
    stranger = story("X", now, event(8, now, status="past_due"))
    told = company(tmp_path, story("A", now, wrong), story("B", now | {"discount": off}), stranger)
    landed = tmp_path / "landing" / "2026-10-01"
    (landed / "salesforce" / "Account.csv").write_text(account_rows("AB"), "utf-8")
    deliver(tmp_path, {"stripe/customers.json": customers("A", "B")}, "2026-10-01")
    rules = told.checked.quarantine["rule"]
    assert {"unreadable_number", "unreadable_date"} <= set(rules)
    assert (rules == "unknown_account").sum() == 3


def test_events_of_later_deliveries_add_to_those_known(tmp_path: Path) -> None:
    first = subscription(item(quantity=2))
    known = story("A", first, event(6, first, items=listed(item())))
    found = company(tmp_path, known)
    (tmp_path / "landing" / "2026-10-01").rename(tmp_path / "landing" / "2026-07-01")
    now = subscription(item(quantity=5))
    later = story("A", now, event(8, now, items=listed(item(quantity=2))))
    files = {
        "salesforce/Account.csv": account_rows("A"),
        "stripe/customers.json": customers("A"),
        "stripe/subscriptions.json": stripe_list(*(one for one in [later.now] if one)),
        "stripe/events.json": stripe_list(*later.events),
    }
    deliver(tmp_path, files, "2026-10-01")
    assert mrr(found, known, 5, 7, 8) == [100, 200, 500]
