"""Time to first value equals its slow reference, also from the rows that its explanation shows."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from money_rows import company, subscription
from reference_money.as_facts import facts_of

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.kpis import compute_all, explained
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

Q3 = Period.parse("2026-Q3")
SIGNED = date(2026, 7, 1)


def used(day: date, users: int | None, seats: int | None, days: int = 7) -> dict[str, Any]:
    measured = {"active_users": users, "seats_paid": seats, "events": 1}
    return {"usage_id": f"{day}", "account_id": "A", "usage_date": day, "days": days, **measured}


def known(starts: list[date], use: list[dict[str, Any]], policy: Policy | None = None) -> Any:
    rows = [subscription(f"s{at}", day, 1200) for at, day in enumerate(starts)]
    context = facts_of(company(subscriptions=rows, policy=policy or Policy()))
    usage = TABLES["usage"].conform(pd.DataFrame(use, columns=list(used(SIGNED, 1, 1))))
    return replace(context, tables=CanonicalTables({**context.tables, "usage": usage}))


def figure(context: MetricContext) -> Any:
    (row,) = compute_all(context, [Q3], ["days_to_value"]).itertuples()
    return row.reason or row.value


def slow(starts: list[date], use: list[dict[str, Any]]) -> Any:
    begun = [day for day in starts if day < Q3.end]
    if not begun:
        return "no_subscriptions"
    start = min(begun)
    if start < date(2025, 10, 1):
        return "older_client"
    seen = sorted((row for row in use if row["usage_date"] < Q3.end), key=lambda r: r["usage_date"])
    if not seen:
        return "no_rows"
    if seen[0]["usage_date"] > start + timedelta(days=7):
        return "too_short_history"
    told = [row for row in seen if None not in (row["active_users"], row["seats_paid"])]
    for row in told:
        is_since = row["usage_date"] + timedelta(days=row["days"]) > start
        if is_since and row["seats_paid"] and 2 * row["active_users"] >= row["seats_paid"]:
            return max((row["usage_date"] - start).days, 0)
    return "no_value_yet" if told else "no_seats"


WEEKS = [SIGNED + timedelta(days=7 * week - 4) for week in range(-1, 14)]


@pytest.mark.parametrize(
    ("use", "days"),
    [
        ([used(WEEKS[2], 19, 40), used(WEEKS[3], 20, 40), used(WEEKS[4], 40, 40)], 10),
        ([used(WEEKS[0], 40, 40), used(WEEKS[2], 40, 40)], 3),  # the first was a trial's
        ([used(SIGNED - timedelta(days=3), 40, 40)], 0),  # its week had begun before
        ([used(WEEKS[2], 19, 40)], "no_value_yet"),
        ([used(WEEKS[2], None, None)], "no_seats"),
        ([used(WEEKS[2], 5, 0)], "no_value_yet"),
        ([used(WEEKS[5], 40, 40)], "too_short_history"),
        ([used(date(2026, 10, 1), 40, 40)], "no_rows"),
        ([], "no_rows"),
    ],
)
def test_first_value_is_the_first_week_in_which_half_of_the_seats_are_used(
    use: list[dict[str, Any]], days: Any
) -> None:
    assert figure(known([SIGNED], use)) == days == slow([SIGNED], use)


def test_it_is_of_new_clients_alone_and_their_first_subscription_counts() -> None:
    use = [used(WEEKS[2], 40, 40)]
    assert figure(known([date(2025, 9, 30), SIGNED], use)) == "older_client"
    assert figure(known([date(2026, 10, 1)], use)) == "no_subscriptions"
    assert figure(known([SIGNED, date(2026, 8, 1)], use)) == 3


def test_a_company_says_how_much_use_is_value() -> None:
    use = [used(WEEKS[2], 20, 40), used(WEEKS[3], 32, 40)]
    assert figure(known([SIGNED], use, Policy(first_value_use=0.8))) == 10


usage = st.builds(
    used,
    st.sampled_from(WEEKS),
    st.sampled_from([None, 0, 5, 10, 20]),
    st.sampled_from([None, 0, 20]),
    st.sampled_from([1, 7]),
)
rows = st.lists(usage, max_size=8, unique_by=lambda row: row["usage_date"])
days = st.sampled_from([date(2025, 9, 30), date(2026, 6, 26), SIGNED, date(2026, 8, 3)])


@settings(deadline=None, max_examples=25)
@given(st.lists(days, max_size=2), rows)
def test_it_equals_the_reference_and_comes_out_of_the_rows_shown(
    starts: list[date], use: list[dict[str, Any]]
) -> None:
    context, told = known(starts, use), slow(starts, use)
    assert figure(context) == told
    if isinstance(told, int):
        begun, seen = explained(context, "days_to_value", Q3)
        of = [row for row in use if row["usage_id"] in set(seen.entered["usage_id"])]
        assert slow([min(begun.entered["start_date"]).date()], of) == told
