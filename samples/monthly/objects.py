"""Stripe's API objects as they stood on a day: lists of customers and of subscriptions."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from samples.monthly.stories import State, Story


def write_delivery(folder: Path, stories: tuple[Story, ...], on: date) -> None:
    """The lists of one delivery, which describe a day."""
    folder.mkdir(parents=True)
    known = [story for story in stories if story.start <= on]
    clients = sorted({story.client for story in known})
    _write(folder / "customers.json", [_customer(client) for client in clients])
    _write(folder / "subscriptions.json", [_subscription(story, on) for story in known])


def _write(path: Path, objects: list[dict[str, object]]) -> None:
    text = json.dumps({"object": "list", "has_more": False, "data": objects}, indent=1)
    path.write_text(text + "\n", "utf-8")


def _customer(client: str) -> dict[str, object]:
    return {
        "id": f"cus_{client}",
        "object": "customer",
        "name": client,
        "email": f"billing@{client.lower()}.example",
        "metadata": {"account_id": client},
    }


def _subscription(story: Story, on: date) -> dict[str, object]:
    state = story.on(on)
    assert state is not None, "only subscriptions that began are written"
    is_over = story.ended is not None and story.ended <= on
    ended = seconds(story.ended) if story.ended and is_over else None
    trial = story.trial if story.trial and story.trial[0] <= on else None
    return {
        "id": story.subscription_id,
        "object": "subscription",
        "customer": f"cus_{story.client}",
        "status": "canceled" if is_over else state.status,
        "start_date": seconds(story.start),
        "created": seconds(story.start),
        "ended_at": ended,
        "canceled_at": ended,
        "cancel_at_period_end": False,
        "trial_start": seconds(trial[0]) if trial else None,
        "trial_end": seconds(trial[1]) if trial else None,
        "pause_collection": {"behavior": "void", "resumes_at": None} if state.is_paused else None,
        "discounts": [_discount(state)] if state.percent_off else [],
        "items": {
            "object": "list",
            "has_more": False,
            "data": [_item(story, state.seats, state.unit_minor)],
        },
    }


def _discount(state: State) -> dict[str, object]:
    return {
        "id": f"di_{state.percent_off}_{state.day}",
        "object": "discount",
        "start": seconds(state.day),
        "end": None,
        "coupon": {
            "id": f"OFF{state.percent_off}",
            "object": "coupon",
            "percent_off": state.percent_off,
            "amount_off": None,
            "currency": None,
            "duration": "forever",
            "duration_in_months": None,
        },
    }


def _item(story: Story, seats: int, unit_minor: int) -> dict[str, object]:
    return {
        "id": story.subscription_id.replace("sub_", "si_"),
        "object": "subscription_item",
        "quantity": seats,
        "price": {
            "id": f"price_{story.subscription_id}_{unit_minor}",
            "object": "price",
            "product": "prod_platform",
            "currency": "usd",
            "unit_amount": unit_minor,
            "unit_amount_decimal": str(unit_minor),
            "billing_scheme": "per_unit",
            "recurring": {
                "interval": story.interval,
                "interval_count": story.intervals,
                "usage_type": "licensed",
            },
            "transform_quantity": None,
        },
        "subscription": story.subscription_id,
    }


def seconds(day: date) -> int:
    """Unix seconds of a day's first moment, UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
