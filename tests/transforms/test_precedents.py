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


def costs(account: str, months: int, minor: int) -> pd.DataFrame:
    """So much of each kind in each of so many months until February 2026."""
    days = pd.date_range(end="2026-02-01", periods=months, freq="MS")
    rows = [
        {"account_id": account, "month": day, "cost_kind": kind, "amount_minor": minor,
         "currency": "EUR"}
        for day in days
        for kind in ("cost_of_sales", "cost_to_serve")
    ]  # fmt: skip
    return TABLES["costs"].conform(pd.DataFrame(rows))


def decided(
    *cases: dict[str, object], known_costs: pd.DataFrame | None = None, **segments: str
) -> DecidedRequests:
    requests = TABLES["renewal_requests"].conform(pd.DataFrame(list(cases)))
    accounts = pd.DataFrame(
        [{"account_id": account, "segment": segment} for account, segment in segments.items()]
    )
    return decided_requests(
        requests, accounts, TABLES["costs"].empty() if known_costs is None else known_costs,
        Rates.from_frame(TABLES["fx_rates"].conform(_RATES)), "EUR",
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


def test_the_margin_after_is_of_the_price_granted_and_a_whole_year_of_cost() -> None:
    def after(months: int, **known: object) -> float | None:
        case_of = case("one", "renewed", "2026-02-28") | known
        found = decided(case_of, known_costs=costs("one", months, 15), one="business")
        return found.of_segment("business")[0].margin_after

    assert after(12) == (900 - 360) / 900
    assert after(30) == (900 - 360) / 900  # cost before that year is of another
    assert after(11) is None
    assert after(12, currency="USD", decided_date=pd.Timestamp("2026-05-31")) is None
    assert after(12, granted_discount=None) is None
    assert after(12, outcome="lost") is None


def test_a_clients_own_margins_go_by_request() -> None:
    found = decided(
        case("one", "renewed", "2026-02-28"), known_costs=costs("one", 12, 15), one="business"
    )
    assert found.margins_of({"one"}) == {"one 2026-02-28": 0.6}
    assert found.margins_of({"two"}) == {}
