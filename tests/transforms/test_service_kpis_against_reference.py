"""Every service KPI equals its slow reference, and keeps the promises of all KPIs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_service import relationship, surveys, tickets
from reference_service.as_facts import FEEDS, facts_of
from reference_service.company import Answer, Company

from transforms.canonical import CanonicalTables
from transforms.facts import Facts
from transforms.kpis import compute_all, families
from transforms.periods import Period
from transforms.policy import Policy

pytestmark = pytest.mark.thorough

PERIOD = Period.parse("2026-Q3")
WEEK = Period.parse("2026-W37")
POLICY = Policy(time_zone="America/Mexico_City", holiday_country="MX")
OWNERS = {"A1": "A1", "A2": "A1", "B1": "B1", "C1": "C1"}
OURS = (
    "tickets",
    "first_response",
    "critical_resolution",
    "nps",
    "csat",
    "usage",
    "delivery",
    "meetings",
)

few = settings(deadline=None, max_examples=8)
many = settings(deadline=None, max_examples=400)

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
    tickets=rows_of(
        "ticket_id",
        {
            "priority": st.sampled_from(["critical", "high", "normal", None]),
            "status": st.sampled_from(["open", "solved", "solved", "deleted"]),
            "created_at": moments,
            "first_response_at": st.none() | moments,
            "first_response_minutes": st.none() | st.integers(0, 600),
            "solved_at": moments,
            "resolution_hours": st.none() | st.integers(0, 90),
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
        },
    ),
    meetings=rows_of(
        "meeting_id",
        {"starts_at": moments, "is_held": st.booleans(), "is_with_client": st.booleans()},
    ),
)


def reference(company: Company) -> dict[tuple[str, str], Answer]:
    return {
        (client, kpi): answer
        for client in company.clients
        for room in (tickets, surveys, relationship)
        for kpi, answer in room.answers(company, client, PERIOD).items()
    }


def computed(facts: Facts, period: Period = PERIOD) -> pd.DataFrame:
    names = ("usage_weekly",) if period is WEEK else OURS
    frames = [family.compute(facts, period) for family in families() if family.name in names]
    return pd.concat(frames).set_index(["entity_id", "kpi"]).sort_index()


def answers_in(frame: pd.DataFrame) -> dict[Any, Answer]:
    def number(value: Any) -> float | None:
        return None if pd.isna(value) else float(value)

    return {
        key: Answer(
            number(row["value"]),
            row["reason"],
            number(row["numerator"]),
            number(row["denominator"]),
            int(row["rows"]),
            row["note"],
        )
        for key, row in frame.iterrows()
    }


def nearly(answer: Answer) -> Answer:
    """The same answer, its numbers compared to nine digits."""
    near = {
        name: pytest.approx(number, rel=1e-9, abs=1e-9)
        for name in ("value", "numerator", "denominator")
        if (number := getattr(answer, name)) is not None
    }
    return replace(answer, **near)


def check_against_reference(company: Company) -> None:
    expected, actual = reference(company), answers_in(computed(facts_of(company)))
    assert set(actual) == set(expected)
    for key, answer in expected.items():
        assert actual[key] == nearly(answer), key


@settings(few, max_examples=25)
@given(company=companies)
def test_every_figure_and_its_working_equal_the_reference(company: Company) -> None:
    check_against_reference(company)


@pytest.mark.long
@many
@given(company=companies)
def test_every_figure_of_many_companies_equals_the_reference(company: Company) -> None:
    check_against_reference(company)


@few
@given(company=companies)
def test_weekly_use_equals_the_reference(company: Company) -> None:
    actual = answers_in(computed(facts_of(company), WEEK))
    for client in company.clients:
        assert actual[client, "usage_weekly"] == relationship.weekly(company, client, WEEK)


@few
@given(company=companies)
def test_the_order_of_rows_does_not_matter(company: Company) -> None:
    turned = replace(company, **{feed: getattr(company, feed)[::-1] for feed in FEEDS})
    pd.testing.assert_frame_equal(computed(facts_of(company)), computed(facts_of(turned)))


@few
@given(company=companies)
def test_another_client_changes_no_figure(company: Company) -> None:
    alone = replace(
        company, owners={key: client for key, client in OWNERS.items() if client == "A1"}
    )
    together = computed(facts_of(company)).loc[["A1"]]
    pd.testing.assert_frame_equal(computed(facts_of(alone)), together)


def test_a_feed_that_is_missing_gives_its_reason_and_never_a_number() -> None:
    facts = replace(facts_of(Company(OWNERS, POLICY)), tables=CanonicalTables({}))
    values = compute_all(facts, [PERIOD, WEEK])
    assert {"nps", "csat_answers", "usage_weekly", "tasks_due"} <= set(values["kpi"])
    assert set(values["reason"]) == {"feed_missing"}
    assert values["value"].isna().all()
    assert values["value_minor"].isna().all()
