"""Random small companies with tickets, answers, use, tasks and meetings."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from reference_service.company import Company

from transforms.core.periods import Period
from transforms.core.policy import Policy

PERIOD = Period.parse("2026-Q3")
WEEK = Period.parse("2026-W37")
POLICY = Policy(
    time_zone="America/Mexico_City",
    holiday_country="MX",
    meetings_per_quarter={"gold": 3, "none": 0, "": 1},
)
OWNERS = {"A1": "A1", "A2": "A1", "B1": "B1", "C1": "C1"}

# A bit before the quarter to a bit after it, on the hour, so that borders are often met.
moments = st.integers(-24 * 20, 24 * 110).map(
    lambda hours: datetime(2026, 7, 1, 6, tzinfo=UTC) + timedelta(hours=hours)
)
days = st.integers(-60, 110).map(lambda step: date(2026, 7, 1) + timedelta(days=step))
use_days = st.integers(-500, 100).map(lambda step: date(2026, 7, 1) + timedelta(days=step))
accounts = st.sampled_from(["A1", "A2", "B1"])


def rows_of(key: str, columns: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    row = st.fixed_dictionaries({"account_id": accounts, **columns})
    return st.lists(row, max_size=12).map(
        lambda rows: [{key: f"{place:02}", **row} for place, row in enumerate(rows)]
    )


def _weekly(account: str, lost: frozenset[int], events: list[int]) -> list[dict[str, Any]]:
    """A row for each of the sixty weeks that end with the quarter, but the lost ones."""
    first = date(2026, 10, 1) - timedelta(days=7 * 60)
    return [
        {
            "usage_id": f"w{week:02}",
            "account_id": account,
            "usage_date": first + timedelta(days=7 * week),
            "days": 7,
            "events": events[week % len(events)],
        }
        for week in range(60)
        if week not in lost
    ]


single_use = rows_of(
    "usage_id",
    {
        "usage_date": use_days,
        "days": st.just(1),
        "events": st.integers(0, 500),
        "active_users": st.none() | st.integers(0, 40),
        "seats_paid": st.none() | st.integers(0, 40),
    },
)

steady_use = st.builds(
    _weekly,
    accounts,
    st.frozensets(st.integers(0, 59), max_size=6),
    st.lists(st.integers(0, 90), min_size=1, max_size=5),
) | st.just([])

companies = st.builds(
    Company,
    owners=st.just(OWNERS),
    policy=st.just(POLICY),
    tiers=st.dictionaries(st.sampled_from(["A1", "B1"]), st.sampled_from(["gold", "none"])),
    tickets=rows_of(
        "ticket_id",
        {
            "priority": st.sampled_from(["critical", "high", "normal", "low", None]),
            "status": st.sampled_from(["open", "solved", "solved", "deleted"]),
            "created_at": moments,
            "first_response_at": st.none() | moments,
            "first_response_minutes": st.none() | st.integers(0, 600),
            "solved_at": moments,
            "resolution_hours": st.none() | st.integers(0, 90),
            "is_complaint": st.sampled_from([None, False, True]),
            "category": st.sampled_from([None, "", "Access", "Billing"]),
        },
    ),
    surveys=rows_of(
        "answer_id",
        {
            "survey_kind": st.sampled_from(["nps", "nps", "csat"]),
            "respondent_id": st.sampled_from([None, "ana", "luis", "eva", "jon", "mia", "paz"]),
            "score": st.none() | st.integers(0, 10),
            "is_positive": st.none() | st.booleans(),
            "answered_at": moments,
        },
    ),
    usage=st.builds(
        lambda single, steady: single + steady,
        single_use,
        steady_use,
    ),
    tasks=rows_of(
        "task_id",
        {
            "task_name": st.just("task"),
            "due_date": st.none() | days,
            "completed_date": st.none() | days,
            "created_date": st.none() | days,
            "blocked_by": st.sampled_from([None, "", "Legal"]),
            "category": st.sampled_from([None, None, "training", "maintenance", "other"]),
        },
    ),
    usage_parts=rows_of(
        "usage_part_id",
        {
            "usage_date": days,
            "days": st.just(7),
            "part_kind": st.sampled_from(["team", "module"]),
            "part": st.sampled_from(["Sales", "Stock"]),
            "events": st.integers(0, 2),
        },
    ),
    goals=rows_of(
        "goal_id",
        {
            "quarter": st.sampled_from(["2026-Q3", "2026-Q3", "2026-Q2"]),
            "goal": st.just("goal"),
            "target": st.just(1),
            "direction": st.just("up"),
            "worth_hours": st.none() | st.integers(0, 90),
            "worth_minor": st.none() | st.integers(0, 90_000),
            "currency": st.just("USD"),
            "worth_confirmed_by": st.sampled_from([None, "", "Ana"]),
        },
    ),
    meetings=rows_of(
        "meeting_id",
        {"starts_at": moments, "is_held": st.booleans(), "is_with_client": st.booleans()},
    ),
)
