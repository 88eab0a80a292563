"""What renewals are expected to bring equals its slow reference, and says what it rests on."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from money_companies import companies, days
from money_rows import company, subscription
from reference_money import agreements as slow
from reference_money.as_facts import facts_of
from reference_money.company import Company, NoRate
from reference_money.recurring import has_paid

from samples.truth.decided import usual_probability
from transforms.clients.snapshot import population_of
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.kpis import compute_all, specs
from transforms.metrics.arithmetic import steps_of
from transforms.metrics.asked import Asked
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.norms import Population
from transforms.tables import TABLES

Q4 = Period.parse("2026-Q4")
BEGAN = date(2024, 11, 15)
Requests = list[dict[str, Any]]


def request(key: str, day: date, likely: float | None, **parts: Any) -> dict[str, Any]:
    told = {"request_id": key, "account_id": "A", "requested_date": day, "currency": "USD"}
    return told | {"requested_discount": 0.1, "renewal_probability": likely} | parts


def decided(discounts: list[float], renewed: list[bool]) -> Requests:
    """Of somebody else."""
    day = date(2026, 3, 1)
    return [
        request(f"d{at}", day, 0.1, account_id="other", granted_discount=given, decided_date=day)
        | {"outcome": "renewed" if kept else "lost"}
        for at, (given, kept) in enumerate(zip(discounts, renewed, strict=True))
    ]


def known(of: Company, requests: Requests, last_day: date | None = None) -> MetricContext:
    context = facts_of(of)
    frame = pd.DataFrame(requests, columns=list(TABLES["renewal_requests"].by_name))
    tables = {**context.tables, "renewal_requests": TABLES["renewal_requests"].conform(frame)}
    return replace(context, tables=CanonicalTables(tables), last_day=last_day)


def with_history(context: MetricContext) -> MetricContext:
    return replace(context, population=population_of("USD", [context], [Q4]))


def forecast(context: MetricContext, period: Period = Q4) -> dict[str, Any]:
    found = compute_all(context, [period], ["renewal_forecast"])
    return {
        row.entity_id: row.reason or int(row.value_minor)
        for row in found.itertuples()  # type: ignore[misc]
    }


def yearly(minor: int = 1_001, **parts: Any) -> Company:
    return company(subscriptions=[subscription("s", BEGAN, minor)], **parts)


def told(context: MetricContext) -> list[tuple[str, float]]:
    steps = steps_of(specs()["renewal_forecast"].figure, Asked(context, Q4))
    return [(step.code, float(step.facts["factor"])) for step in steps]  # type: ignore[arg-type]


def contract(start: date, end: date, status: str = "Signed") -> dict[str, Any]:
    return {"contract_id": f"{start}", "account_id": "A", "start_date": start, "end_date": end} | {
        "status": status
    }


def test_each_agreement_is_as_likely_as_the_surest_that_is_known_says() -> None:
    asked = [
        request("old", date(2025, 11, 10), 0.1),  # of the renewal before
        request("first", date(2026, 9, 1), 0.9),
        request("second", date(2026, 10, 1), 0.5),
        request("late", date(2026, 11, 15), 0.2),  # on the very day
    ]
    context = with_history(known(yearly(), asked))
    assert forecast(context) == {"A": 500}  # 500.5, half to even
    assert told(context) == [("outlook_request", 0.5)]
    silent = with_history(known(yearly(), [*asked[:2], asked[2] | {"renewal_probability": None}]))
    assert told(silent) == [("outlook_policy", 0.85)]
    ends = date(2026, 11, 15)
    follows = [contract(BEGAN, ends), contract(ends, date(2027, 11, 15))]
    signed = with_history(known(yearly(contracts=follows), asked))
    assert (forecast(signed), told(signed)) == ({"A": 1_001}, [("outlook_signed", 1.0)])
    drafted = [follows[0], follows[1] | {"status": "Draft"}]
    assert told(with_history(known(yearly(contracts=drafted), asked)))[0][0] == "outlook_request"


def test_own_decided_renewals_go_before_the_policy_where_they_tell() -> None:
    discounts, renewed = [0.0] * 20 + [0.2] * 20, [True] * 12 + [False] * 8 + [True] * 16
    helped = with_history(known(yearly(), decided(discounts, [*renewed, *[False] * 4])))
    assert told(helped) == [("outlook_own", pytest.approx(0.6, abs=1e-6))]
    assert forecast(helped) == {"A": 601}
    few = with_history(known(yearly(), decided(discounts[:29], renewed[:29])))
    assert told(few) == [("outlook_policy", 0.85)]
    harmed = [not kept for kept in (*renewed, *[False] * 4)]
    assert told(with_history(known(yearly(), decided(discounts, harmed))))[0][0] == "outlook_policy"


def test_months_to_come_are_told_at_the_newest_rate_and_what_became_of_it_changes_nothing() -> None:
    rates = {("month_end", "EUR", f"2026-{month:02}"): "2" for month in (9, 10)}
    of = company(rates=rates, subscriptions=[subscription("s", BEGAN, 1_000, currency="EUR")])
    ahead = known(of, [], last_day=date(2026, 10, 1))
    november = Period.parse("2026-11")
    assert forecast(with_history(ahead), november) == {"A": 1_700}
    lost = [subscription("s", BEGAN, 1_000, currency="EUR", end_date=date(2026, 11, 15))]
    later = known(replace(of, subscriptions=lost), [], last_day=date(2026, 12, 20))
    assert forecast(with_history(later), november) == {"A": "rate_missing"}
    rated = replace(of, subscriptions=lost, rates=rates | {("month_end", "EUR", "2026-11"): "2"})
    assert forecast(with_history(known(rated, [], date(2026, 12, 20))), november) == {"A": 1_700}


def reference(of: Company, requests: Requests, usual: Fraction) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for client in of.clients:
        if not has_paid(of, client, Q4.valuation_date):
            found[client] = "no_subscriptions"
            continue
        own = [row for row in requests if of.owners.get(row["account_id"]) == client]
        try:
            due = slow.coming_up(of, client, Q4)
        except NoRate:
            found[client] = "rate_missing"
            continue
        found[client] = sum(
            round(minor * _likely(of, own, account, day, usual)) for account, day, minor in due
        )
    return found


def _likely(of: Company, own: Requests, account: str, day: date, usual: Fraction) -> Fraction:
    for row in of.contracts or []:
        begun, end = row["start_date"], row["end_date"] or date.max
        is_near = abs(begun - day) <= timedelta(days=of.policy.renewal.grace_days)
        is_signed = (row.get("status") or "").lower() in ("", "signed")
        if row["account_id"] == account and is_near and end > day and is_signed:
            return Fraction(1)
    before = [row for row in own if timedelta(0) < day - row["requested_date"] < timedelta(366)]
    if before:
        newest = max(before, key=lambda row: (row["requested_date"], row["request_id"]))
        if newest["renewal_probability"] is not None:
            return Fraction(str(newest["renewal_probability"]))
    return usual


asked_for = st.lists(
    st.tuples(
        st.sampled_from(["A1", "A2", "B1", "nobody"]),
        days,
        st.none() | st.sampled_from([0.0, 0.125, 0.5, 0.85, 1.0]),
    ),
    max_size=6,
).map(
    lambda rows: [
        request(f"{at:02}", day, likely, account_id=account)
        for at, (account, day, likely) in enumerate(rows)
    ]
)


@pytest.mark.thorough
@settings(deadline=None, max_examples=40)
@given(
    of=companies,
    asked=asked_for,
    status=st.sampled_from(["Signed", "Draft", None]),
    went=st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.2]), st.booleans()), max_size=45),
)
def test_it_equals_the_reference(of: Company, asked: Requests, status: Any, went: Any) -> None:
    contracts = of.contracts and [row | {"status": status} for row in of.contracts]
    of = replace(of, contracts=contracts)
    others = decided([given for given, _ in went], [kept for _, kept in went])
    context = with_history(known(of, [*asked, *others]))
    if of.subscriptions is None:
        assert set(forecast(context).values()) <= {"feed_missing"}
        return
    usual = usual_probability(went)
    assert forecast(context) == reference(of, asked, usual)


def test_without_a_snapshot_there_is_none() -> None:
    assert forecast(known(yearly(), [])) == {}
    assert Population({}, "USD").decided is None
