"""Stripe calls "paused" a trial that nobody paid after, and a subscription that was paid and
rests."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from whole_company import stripe_company

pytestmark = pytest.mark.thorough

Json = dict[str, Any]


def second(month: int, day: int = 1) -> int:
    return int(datetime(2026, month, day, 10, tzinfo=UTC).timestamp())


def subscription(client: str, status: str = "paused", trial: int | None = None) -> Json:
    monthly = {"interval": "month", "interval_count": 1}
    price = {"currency": "usd", "unit_amount": 9_000, "recurring": monthly, "product": "p"}
    item = {"id": f"si_{client}", "quantity": 1, "price": price, "created": second(1)}
    began = {"start_date": second(1), "created": second(1), "currency": "usd", "status": status}
    tried = {"trial_start": trial and second(1), "trial_end": trial and second(trial)}
    ids = {"id": f"sub_{client}", "customer": f"cus_{client}"}
    return ids | began | tried | {"items": {"data": [item], "has_more": False}}


def event(client: str, month: int, trial: int | None = None) -> Json:
    before = {"status": "trialing" if trial else "active"}
    data = {"object": subscription(client, trial=trial), "previous_attributes": before}
    told = {"type": "customer.subscription.updated", "created": second(month, 15), "data": data}
    return {"id": f"evt_{client}"} | told


def test_a_paused_subscription_counts_until_it_is_paused(tmp_path: Path) -> None:
    """From the day that an event says, else from the delivery that shows it, which is told."""
    found = stripe_company(
        *(tmp_path, "Seen", "Dated", "Tried", "Told"),
        subscriptions=[
            *(subscription("Seen"), subscription("Dated")),
            *(subscription("Tried", trial=2), subscription("Told", trial=2)),
        ],
        events=[event("Dated", 7), event("Told", 2, trial=2)],
    )
    quarters = ("2026-Q1", "2026-Q2", "2026-Q3")
    told = {
        client: [found.told(client, "mrr", quarter) for quarter in quarters]
        for client in ("Seen", "Dated", "Tried", "Told")
    }
    assert told["Seen"] == told["Dated"] == [90, 90, 0]
    assert told["Tried"] == told["Told"] == ["no_subscriptions"] * 3
    assert [found.told("Dated", "mrr", f"2026-{month}") for month in ("06", "07")] == [90, 0]
    assert found.beside("Seen", "mrr") == "inferred"
