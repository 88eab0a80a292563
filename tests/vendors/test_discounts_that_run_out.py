"""Discounts change recurring revenue on the day they run out, whenever the next delivery comes."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from whole_company import WholeCompany, customers, deliver, stripe_company, stripe_list

pytestmark = pytest.mark.thorough


def day(text: str) -> int:
    return int(datetime.fromisoformat(f"{text}T00:00:00+00:00").astimezone(UTC).timestamp())


def half(start: str, end: str | None) -> dict[str, Any]:
    coupon = {"id": "half", "duration": "repeating", "percent_off": 50}
    return {"id": "di", "coupon": coupon, "start": day(start), "end": end and day(end)}


def subscription(*discounts: dict[str, Any]) -> dict[str, Any]:
    monthly = {"interval": "month", "interval_count": 1, "usage_type": "licensed"}
    price = {"unit_amount": 10000, "currency": "usd", "recurring": monthly, "product": "p"}
    return {
        "id": "sub",
        "customer": "cus_A",
        "status": "active",
        "start_date": day("2026-01-01"),
        "discounts": list(discounts),
        "items": {"data": [{"id": "si", "price": price, "quantity": 1}]},
    }


def delivered(folder: Path, **by_day: dict[str, Any]) -> WholeCompany:
    """A company whose first delivery came on 1 July, each of the others on its day."""
    first, *others = sorted(by_day.items())
    company = stripe_company(folder, "A", subscriptions=[first[1]])
    (folder / "landing" / "2026-10-01").rename(folder / "landing" / first[0][1:].replace("_", "-"))
    for name, facts in others:
        files = {
            "stripe/subscriptions.json": stripe_list(facts),
            "stripe/customers.json": customers("A"),
        }
        deliver(folder, files, name[1:].replace("_", "-"))
    return company


def test_a_discount_runs_out_on_its_own_day(tmp_path: Path) -> None:
    company = delivered(
        tmp_path,
        d2026_07_01=subscription(half("2026-01-01", "2026-08-01")),
        d2026_10_01=subscription(),
    )
    assert company.told("A", "mrr", "2026-07") == 50
    assert company.told("A", "mrr", "2026-08") == 100
    assert company.told("A", "mrr_expansion", "2026-08") == 50
    assert company.told("A", "mrr_expansion", "2026-09") == 0


def test_a_discount_begins_on_its_own_day(tmp_path: Path) -> None:
    company = delivered(
        tmp_path,
        d2026_07_01=subscription(),
        d2026_10_01=subscription(half("2026-08-15", "2027-08-15")),
    )
    assert company.told("A", "mrr", "2026-07") == 100
    assert company.told("A", "mrr_contraction", "2026-08") == 50
    assert company.told("A", "mrr_contraction", "2026-09") == 0


def test_the_first_delivery_tells_of_a_discount_that_ran_out_before(tmp_path: Path) -> None:
    told = subscription(half("2026-01-01", "2026-08-01"))
    company = delivered(tmp_path, d2026_10_01=told)
    assert [company.told("A", "mrr", f"2026-0{month}") for month in (6, 7, 8)] == [50, 50, 100]
    assert company.told("A", "mrr_expansion", "2026-08") == 50


def test_what_was_told_ahead_and_did_not_come_true_is_what_the_next_delivery_says(
    tmp_path: Path,
) -> None:
    company = delivered(
        tmp_path,
        d2026_07_01=subscription(half("2026-01-01", "2026-11-01")),
        d2026_10_01=subscription(half("2026-01-01", None)),
    )
    assert company.told("A", "mrr", "2026-09") == 50


def test_a_discount_that_is_not_said_leaves_no_sum_of_the_others(tmp_path: Path) -> None:
    named = subscription() | {"id": "other", "discounts": ["di_not_spelled_out"]}
    named["items"] = {"data": [named["items"]["data"][0] | {"id": "si_other"}]}
    company = stripe_company(tmp_path, "A", subscriptions=[subscription(), named])
    assert company.checked.rows_kept_out == 0
    assert company.checked.quarantine["rule"].tolist() == ["discount_unknown"]
    for figure in ("mrr", "arr", "mrr_churn", "nrr"):
        assert company.told("A", figure) == "discount_unknown"
    assert company.told("A", "client_retention") == 1
