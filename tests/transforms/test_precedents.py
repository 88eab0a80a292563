"""Decided renewals of like clients."""

from datetime import date

import pandas as pd

from transforms.core.rates import Rates
from transforms.renewals.precedents import DecidedRequests, Precedent, decided_requests
from transforms.tables import TABLES

_RATES = pd.DataFrame([{"base_currency": "USD", "quote_currency": "EUR", "rate": "0.5"}]).assign(
    rate_date=date(2026, 5, 31), rate_kind="month_end"
)


def case(account: str, outcome: str | None, decided: str, **known: object) -> dict[str, object]:
    return {
        "request_id": f"{account} {decided}",
        "account_id": account,
        "requested_date": pd.Timestamp("2025-01-01"),
        "requested_discount": 0.2,
        "granted_discount": 0.1,
        "price_minor": 1_000,
        "currency": "EUR",
        "outcome": outcome,
        "decided_date": pd.Timestamp(decided),
    } | known


def decided(*cases: dict[str, object], **segments: str) -> DecidedRequests:
    requests = TABLES["renewal_requests"].conform(pd.DataFrame(list(cases)))
    accounts = pd.DataFrame(
        [{"account_id": account, "segment": segment} for account, segment in segments.items()]
    )
    return decided_requests(
        requests, accounts, Rates.from_frame(TABLES["fx_rates"].conform(_RATES)), "EUR",
        date(2026, 9, 30),
    )  # fmt: skip


def test_only_decided_cases_of_the_segment_by_others_count_the_newest_first() -> None:
    found = decided(
        case("own", "renewed", "2026-01-31"),
        case("one", "renewed", "2026-02-28"),
        case("two", "lost", "2026-05-31"),
        case("two", None, "2026-06-30"),
        case("two", "renewed", "2026-10-01"),  # after what is known
        case("far", "renewed", "2026-03-31"),
        own="business", one="business", two="business", far="corporate",
    ).of_segment("business", {"own"})  # fmt: skip
    assert found == (
        Precedent(date(2026, 5, 31), 0.2, 0.1, "lost", 1_000),
        Precedent(date(2026, 2, 28), 0.2, 0.1, "renewed", 1_000),
    )


def test_prices_are_of_the_day_of_the_decision_and_what_has_no_rate_is_no_case() -> None:
    found = decided(
        case("one", "renewed", "2026-05-31", currency="USD", granted_discount=None),
        case("two", "renewed", "2026-05-31", currency="JPY"),
        one="business",
        two="business",
    ).of_segment("business", set())
    assert found == (Precedent(date(2026, 5, 31), 0.2, None, "renewed", 500),)
