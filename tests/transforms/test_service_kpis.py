"""What each service figure counts, in tables small enough to check by eye."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from reference_service.as_facts import facts_of
from reference_service.company import Company, Row

from transforms.core.periods import Period
from transforms.core.policy import Policy, Weekday
from transforms.kpis import specs
from transforms.metrics.asked import Asked
from transforms.metrics.kpi_frame import values_of
from transforms.service.open_incidents import open_incidents
from transforms.service.ticket_rows import WAITING

QUARTER = Period.parse("2026-Q3")
BOGOTA = Policy(time_zone="America/Bogota", holiday_country="CO")


def figure(
    kpi: str, period: Period = QUARTER, policy: Policy = BOGOTA, **rows: list[Row]
) -> tuple[Any, str, str]:
    """Value (or None), reason and note of client A."""
    owned = {feed: [{"account_id": "A", **row} for row in given] for feed, given in rows.items()}
    context = facts_of(Company({"A": "A"}, policy, **owned))
    row = values_of(specs()[kpi], Asked(context, period)).iloc[0]
    return (None if row.isna()["value"] else row["value"], row["reason"], row["note"])


def at(text: str) -> datetime:
    """An instant by the clocks of Bogotá, five hours behind UTC."""
    return datetime.fromisoformat(f"{text}-05:00").astimezone(UTC)


def ticket(created: str, **more: object) -> Row:
    row: Row = {"ticket_id": created, "priority": "critical", "status": "open"}
    return {**row, "created_at": at(created), **more}


def answer(person: str | None, score: int, day: str, key: str = "a") -> Row:
    row: Row = {"answer_id": f"{day}{key}", "survey_kind": "nps", "score": score}
    return {**row, "respondent_id": person, "answered_at": at(f"{day} 12:00")}


def use(day: str, events: int, **more: object) -> Row:
    return {"usage_id": day, "usage_date": date.fromisoformat(day), "events": events, **more}


def task(due: str | None, done: str | None, **more: object) -> Row:
    days = {
        "due_date": due and date.fromisoformat(due),
        "completed_date": done and date.fromisoformat(done),
    }
    return {"task_id": f"{due}{done}", "task_name": "Go live", **days, **more}


def test_a_ticket_belongs_to_the_quarter_of_the_companys_own_clocks() -> None:
    late_on_the_last_day = ticket("2026-09-30 23:30")
    assert late_on_the_last_day["created_at"].month == 10
    assert figure("tickets_created", tickets=[late_on_the_last_day])[0] == 1


def test_deleted_tickets_never_count() -> None:
    tickets = [ticket("2026-08-03 10:00", status="deleted")]
    assert figure("tickets_created", tickets=tickets)[0] == 0
    assert figure("first_response_median", tickets=tickets)[1] == "no_rows"


def test_first_response_waits_through_weekend_and_holiday() -> None:
    # Friday 14 August 17:00 to Tuesday 18 August 10:00; Monday the 17th is a holiday.
    tickets = [ticket("2026-08-14 17:00", first_response_at=at("2026-08-18 10:00"))]
    assert figure("first_response_median", tickets=tickets) == (2, "", "")


def test_a_reply_at_the_target_itself_is_on_time() -> None:
    tickets = [
        ticket("2026-08-03 10:00", first_response_at=at("2026-08-03 14:00")),
        ticket("2026-08-04 10:00", first_response_at=at("2026-08-04 14:01")),
    ]
    assert figure("first_response_on_time", tickets=tickets)[0] == 0.5


def test_a_ticket_that_nobody_answered_within_the_target_is_late() -> None:
    kpi, answered = "first_response_on_time", ticket("2026-07-01T10:00", first_response_minutes=60)
    waiting = ticket("2026-07-06T10:00")
    assert figure(kpi, tickets=[answered, waiting])[0] == 0.5
    of_the_last_hour = ticket("2026-09-30T17:00")
    assert figure(kpi, tickets=[answered, of_the_last_hour])[0] == 1
    solved_at_once = ticket("2026-07-06T10:00", status="solved", solved_at=at("2026-07-06T11:00"))
    assert figure(kpi, tickets=[answered, solved_at_once])[0] == 1
    assert figure(kpi, tickets=[waiting])[:2] == (None, "no_replies")


def test_tickets_without_a_reply_give_a_reason_and_no_time() -> None:
    tickets = [ticket("2026-08-03 10:00")]
    assert figure("first_response_p90", tickets=tickets) == (None, "no_replies", "")


def test_durations_of_the_export_are_taken_as_they_are_and_labelled() -> None:
    tickets = [ticket("2026-08-03 10:00", first_response_minutes=90)]
    assert figure("first_response_median", tickets=tickets) == (1.5, "", "as_exported")


def test_a_ticket_with_a_duration_but_no_time_was_solved_that_long_after_filing() -> None:
    solved = ticket("2026-06-30 23:00", status="solved", resolution_hours=30)
    assert figure("critical_resolution_median", tickets=[solved]) == (30, "", "as_exported")


def test_a_reopened_ticket_is_not_solved() -> None:
    reopened = ticket("2026-08-03 10:00", solved_at=at("2026-08-04 10:00"))
    assert figure("tickets_solved", tickets=[reopened])[0] == 0
    assert figure("critical_open", tickets=[reopened])[0] == 1


def test_a_ticket_solved_nobody_knows_when_is_closed_and_has_no_time() -> None:
    undated = ticket("2026-08-03 10:00", status="solved")
    assert figure("critical_open", tickets=[undated])[0] == 0
    dated = ticket("2026-08-03 10:00", status="solved", solved_at=at("2026-08-03 12:00"))
    for kpi in ("tickets_solved", "critical_resolution_median", "critical_resolution_on_time"):
        assert figure(kpi, tickets=[undated]) == (None, "solution_undated", "")
    assert figure("tickets_solved", tickets=[undated, dated])[0] == 1
    assert figure("critical_resolution_median", tickets=[undated, dated])[0] == 2
    later = ticket("2026-10-02 10:00", status="solved")
    assert figure("tickets_solved", tickets=[later])[0] == 0


def test_nobody_knows_whether_a_ticket_solved_nobody_knows_when_was_answered_in_time() -> None:
    answered = ticket("2026-07-01T10:00", first_response_minutes=60)
    undated = ticket("2026-07-06T10:00", status="solved")
    assert figure("first_response_on_time", tickets=[answered, undated])[0] == 1


def test_a_critical_ticket_solved_after_the_quarter_was_open_at_its_end() -> None:
    later = ticket("2026-09-29 10:00", status="solved", solved_at=at("2026-10-01 00:00"))
    assert figure("critical_open", tickets=[later])[0] == 1
    assert figure("critical_resolution_median", tickets=[later])[1] == "none_solved"


def test_open_past_the_target_is_a_breach_and_open_within_it_is_not_judged() -> None:
    met = ticket("2026-08-03 10:00", status="solved", solved_at=at("2026-08-03 18:00"))
    breached = ticket("2026-08-10 10:00")
    young = ticket("2026-09-30 10:00")  # eight business hours, the target, by midnight
    share = figure("critical_resolution_on_time", tickets=[met, breached, young])
    assert share == (0.5, "", "")
    assert figure("critical_resolution_on_time", tickets=[young])[1] == "none_solved"


def test_waiting_ends_at_midnight_by_the_companys_clocks() -> None:
    auckland = Policy(time_zone="Pacific/Auckland")
    filed = datetime(2026, 9, 29, 21, tzinfo=UTC)  # 10:00 of the 30th there
    row: Row = {"ticket_id": "1", "account_id": "A", "priority": "high", "status": "open"}
    context = facts_of(Company({"A": "A"}, auckland, tickets=[{**row, "created_at": filed}]))
    assert WAITING.kept(Asked(context, QUARTER))["waited_hours"].tolist() == [8]


def test_only_the_latest_answer_of_a_person_counts() -> None:
    surveys = [
        answer("ana", 2, "2026-07-02"),
        answer("ana", 9, "2026-08-02", "b"),
        answer("ana", 5, "2026-08-02", "a"),
        answer(None, 0, "2026-08-03"),
        answer(None, 8, "2026-08-04"),
        answer("eva", 9, "2026-08-05"),
        answer("jon", 7, "2026-08-05", "c"),
        answer("mia", 9, "2026-10-01"),
    ]
    assert figure("nps_answers", surveys=surveys)[0] == 5
    assert figure("nps", surveys=surveys) == (20, "", "")


def test_few_answers_are_counted_but_not_scored() -> None:
    surveys = [answer("ana", 10, "2026-08-02"), answer("eva", 3, "2026-08-03")]
    assert figure("nps", surveys=surveys)[1] == "too_few_answers"
    assert figure("nps_error", surveys=surveys)[1] == "too_few_answers"
    assert figure("nps_promoters", surveys=surveys)[0] == 1


def test_without_answers_there_are_no_promoters_rather_than_none() -> None:
    assert figure("nps_promoters", surveys=[]) == (None, "no_answers", "")


def test_an_unanswered_survey_is_not_negative() -> None:
    rating: Row = {"survey_kind": "csat", "answered_at": at("2026-08-02 12:00")}
    surveys = [
        {"answer_id": "1", "is_positive": True, **rating},
        {"answer_id": "2", "is_positive": None, **rating},
    ]
    assert figure("csat", surveys=surveys) == (1, "", "")


def weekly_use(first: str, *events: int) -> list[Row]:
    """One row a week from a day on; a week of −1 was not measured."""
    days = [date.fromisoformat(first) + timedelta(days=7 * step) for step in range(len(events))]
    return [use(str(day), count) for day, count in zip(days, events, strict=True) if count >= 0]


# The last week of the quarter that was over on its last day, a Wednesday, ends on 27 September.
def test_use_is_compared_by_the_companys_weeks_and_by_those_that_a_weekly_feed_states() -> None:
    daily = [use("2026-06-07", 9), *weekly_use("2026-06-14", *[7] * 12, *[14] * 4)]
    assert figure("usage_change", usage=daily)[0] == pytest.approx(1)
    later = [*daily, use("2026-09-28", 900)]
    assert figure("usage_change", usage=later)[0] == pytest.approx(1)
    by_week = [row | {"days": 7} for row in weekly_use("2026-06-11", *[7] * 12, *[14] * 4)]
    assert figure("usage_change", usage=by_week)[0] == pytest.approx(1)
    from_tuesday = Policy(week_starts_on=Weekday.TUESDAY)
    assert figure("usage_change", policy=from_tuesday, usage=later)[0] > 10


# The twelve weeks before the last four begin on 8 June and end on 30 August.
def test_use_is_compared_by_day_not_by_sum() -> None:
    usage = weekly_use("2026-06-11", *[70] * 12, *[35] * 4)
    assert figure("usage_change", usage=usage)[0] == pytest.approx(-0.5)


def test_a_base_window_without_use_gives_no_change() -> None:
    usage = weekly_use("2026-06-11", *[0] * 12, *[35] * 4)
    assert figure("usage_change", usage=usage) == (None, "no_usage", "")


def test_a_client_that_started_within_the_base_window_has_too_short_a_history() -> None:
    usage = weekly_use("2026-06-25", *[70] * 14)
    assert figure("usage_change", usage=usage)[1] == "too_short_history"


def test_a_client_back_after_weeks_without_measurement_has_not_grown() -> None:
    paused = [use("2025-09-04", 70), *weekly_use("2026-06-11", *[70] * 5, *[-1] * 4, *[70] * 7)]
    assert figure("usage_change", usage=paused) == (None, "gaps_in_history", "")
    one_week_lost = weekly_use("2026-06-11", *[70] * 5, -1, *[70] * 10)
    assert figure("usage_change", usage=one_week_lost)[0] == pytest.approx(1 / 11)


def test_the_same_weeks_of_last_year_are_364_days_back() -> None:
    last_year = weekly_use("2025-09-04", 100, 100, 100, 100, 900)
    usage = [*last_year, use("2026-09-27", 600)]
    assert figure("usage_change_year", usage=usage)[0] == pytest.approx(0.5)
    with_a_gap = [use("2025-08-01", 1), *last_year[1:], use("2026-09-27", 600)]
    assert figure("usage_change_year", usage=with_a_gap)[1] == "gaps_in_history"


def test_seats_need_to_be_known() -> None:
    seats = [use("2026-09-10", 1, active_users=8, seats_paid=10), use("2026-09-17", 1)]
    assert figure("seats_used", usage=seats)[0] == 0.8
    assert figure("seats_used", usage=[use("2026-09-10", 1, active_users=8)])[1] == "no_seats"


def test_a_week_without_use_is_zero_only_after_the_first() -> None:
    usage = [use("2026-08-12", 5), use("2026-08-16", 4)]
    weeks = [Period.parse(f"2026-W{week}") for week in (32, 33, 34)]
    found = [figure("usage_weekly", week, usage=usage)[:2] for week in weeks]
    assert found == [(None, "too_short_history"), (9, ""), (0, "")]


def test_a_task_done_on_its_due_date_is_on_time() -> None:
    tasks = [
        task("2026-08-01", "2026-08-01"),
        task("2026-08-02", "2026-08-03"),
        task("2026-09-20", None),
        task(None, "2026-08-05"),
    ]
    assert figure("delivery_on_time", tasks=tasks)[0] == pytest.approx(1 / 3)
    assert figure("delivery_days_overdue_median", tasks=tasks)[0] == 5.5
    assert figure("tasks_due", tasks=tasks)[0] == 3


def test_a_task_done_after_the_quarter_was_open_at_its_end() -> None:
    late = task("2026-09-25", "2026-12-25")
    assert figure("delivery_days_overdue_median", tasks=[late])[0] == 5


def test_tasks_that_were_all_in_time_are_not_nothing_due() -> None:
    done = task("2026-09-25", "2026-09-20")
    kpi = "delivery_days_overdue_median"
    assert figure(kpi, tasks=[done])[1] == "none_late"
    assert figure(kpi, tasks=[task("2026-11-25", None)])[1] == "nothing_due"


def test_without_complaints_the_reason_says_so() -> None:
    kpi = "complaints_on_time"
    assert figure(kpi, tickets=[ticket("2026-07-01T10:00")])[1] == "no_complaints"


def test_only_tasks_open_at_the_end_of_the_quarter_are_blocked() -> None:
    tasks = [
        task("2026-08-01", None, blocked_by="Legal"),
        task("2026-08-02", "2026-08-20", blocked_by="Legal"),
        task("2026-08-03", "2026-10-01", blocked_by="Billing"),
        task("2026-12-01", None, blocked_by="Legal", created_date=date(2026, 10, 1)),
        task("2026-08-04", None),
    ]
    assert figure("tasks_blocked", tasks=tasks)[0] == 2


def test_meetings_count_when_held_with_the_client() -> None:
    meetings: list[Row] = [
        {"meeting_id": "1", "starts_at": at("2026-09-20 10:00"), "is_with_client": True},
        {"meeting_id": "2", "starts_at": at("2026-09-25 10:00"), "is_with_client": False},
        {"meeting_id": "3", "starts_at": at("2026-10-01 10:00"), "is_with_client": True},
    ]
    held = [{**row, "is_held": True} for row in meetings]
    assert figure("meetings_held", meetings=held)[0] == 1
    assert figure("days_since_meeting", meetings=held)[0] == 10
    no_shows = [{**row, "is_held": False} for row in meetings]
    assert figure("days_since_meeting", meetings=no_shows)[1] == "no_meetings"


def test_seats_of_a_group_are_those_of_every_company_that_is_measured() -> None:
    rows = [
        {**use("2026-09-10", 1, active_users=8, seats_paid=10), "account_id": "A"},
        {**use("2026-09-17", 1, active_users=3, seats_paid=20), "account_id": "B"},
        {**use("2026-09-18", 1, active_users=5, seats_paid=20), "account_id": "B"},
        {**use("2026-09-19", 1, active_users=90), "account_id": "C"},
    ]
    for number, row in enumerate(rows):
        row["usage_id"] = str(number)
    company = Company(dict.fromkeys("ABC", "A"), BOGOTA, usage=rows)
    found = values_of(specs()["seats_used"], Asked(facts_of(company), QUARTER)).iloc[0]
    assert (found["numerator"], found["denominator"]) == (13, 30)


def test_days_of_open_incidents_are_of_those_that_are_counted() -> None:
    rows = [
        ticket("2026-09-10 09:00"),
        ticket("2026-08-25 09:00", priority="high"),
        ticket("2026-08-01 09:00", priority="low"),
        ticket("2026-08-02 09:00", status="deleted"),
        ticket("2026-08-03 09:00", status="solved", solved_at=at("2026-09-01 09:00")),
        ticket("2026-09-20 09:00", status="solved", solved_at=at("2026-10-02 09:00")),
        ticket("2026-10-01 09:00"),
    ]
    owned = [{**row, "account_id": "A"} for row in rows]
    days = open_incidents(facts_of(Company({"A": "A"}, BOGOTA, tickets=owned)), QUARTER)["A"]
    assert days == (date(2026, 8, 25), date(2026, 9, 10), date(2026, 9, 20))
    assert figure("critical_open", tickets=rows)[0] == len(days)
