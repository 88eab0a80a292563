"""Weeks are named by the day on which they begin, as the feed states it."""

from datetime import date, timedelta

import pytest
from reference_service.as_facts import facts_of
from reference_service.company import Company

from transforms.core.policy import Policy
from transforms.service.usage_weeks import week_days

THURSDAY = date(2026, 9, 24)


@pytest.mark.parametrize(
    ("days", "back", "told"),
    [
        (7, (0, 7, 14), {"A": 3}),
        (7, (3, 10), {"A": 0}),
        (7, (0, 6), {}),  # on two weekdays
        (1, (0, 7, 14), {}),  # by the day
        (7, (), {}),
    ],
)
def test_the_weeks_of_a_feed_begin_on_the_day_that_it_states(
    days: int, back: tuple[int, ...], told: dict[str, int]
) -> None:
    rows = [
        {
            "usage_id": f"{ago}",
            "account_id": "A",
            "usage_date": THURSDAY - timedelta(days=ago),
            "days": days,
            "events": 1,
            "active_users": 1,
            "seats_paid": 1,
        }
        for ago in back
    ]
    assert week_days(facts_of(Company({"A": "A"}, Policy(), usage=rows))) == told
