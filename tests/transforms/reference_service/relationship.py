"""Use, delivery and meetings."""

from datetime import date, timedelta

from transforms.core.periods import Period
from transforms.core.policy import Policy

from .company import Answer, Company, Row, count, inside, quantile, share


def answers(company: Company, client: str, period: Period) -> dict[str, Answer]:
    usage = company.of(client, company.usage)
    return (
        _use(usage, period.valuation_date, company.policy)
        | _delivery(company.of(client, company.tasks), period)
        | _meetings(company, client, company.of(client, company.meetings), period)
    )


def weekly(company: Company, client: str, week: Period) -> Answer:
    usage = company.of(client, company.usage)
    if not usage:
        return Answer(reason="no_rows")
    first = min(row["usage_date"] for row in usage)
    rows = [row for row in usage if inside(row["usage_date"], week)]
    if first >= week.end:
        return Answer(reason="too_short_history")
    return Answer(sum(row["events"] for row in rows), rows=len(rows))


def _use(usage: list[Row], day: date, policy: Policy) -> dict[str, Answer]:
    last = _last_week_end(usage, day, policy)
    recent = _ending(usage, last, 28)
    before = last - timedelta(days=28)
    year = last - timedelta(days=364)
    return {
        "usage_change": _change(usage, recent, before, weeks=12, needed=11),
        "usage_change_year": _change(usage, recent, year, weeks=4, needed=4),
        "seats_used": _seats(_ending(usage, day, 28)),
    }


def _last_week_end(usage: list[Row], day: date, policy: Policy) -> date:
    """The last day, up to this one, of a week of the feed's own or else of the company's."""
    stated = {row["usage_date"].weekday() for row in usage}
    is_weekly = all(row.get("days") == 7 for row in usage)
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    starts = stated.pop() if is_weekly and len(stated) == 1 else names.index(policy.week_starts_on)
    while (day + timedelta(days=1)).weekday() != starts:
        day -= timedelta(days=1)
    return day


def _ending(usage: list[Row], last: date, days: int) -> list[Row]:
    return [row for row in usage if last - timedelta(days=days) < row["usage_date"] <= last]


def _change(
    usage: list[Row], recent: list[Row], base_last: date, weeks: int, needed: int
) -> Answer:
    base = _ending(usage, base_last, weeks * 7)
    rows = len(recent) + len(base)
    if not usage:
        return Answer(reason="no_rows")
    first = base_last - timedelta(days=weeks * 7 - 1)
    measured = 0
    for week in range(weeks):
        monday = first + timedelta(days=7 * week)
        measured += any(monday <= row["usage_date"] < monday + timedelta(days=7) for row in base)
    if measured < needed:
        is_new = min(row["usage_date"] for row in usage) > first
        return Answer(reason="too_short_history" if is_new else "gaps_in_history", rows=rows)
    now = sum(row["events"] for row in recent) / 28
    then = sum(row["events"] for row in base) / (weeks * 7)
    if then == 0:
        return Answer(None, "no_usage", now - then, then, rows)
    return Answer(now / then - 1, "", now - then, then, rows)


def _seats(recent: list[Row]) -> Answer:
    by_account: dict[object, list[Row]] = {}
    for row in recent:
        by_account.setdefault(row["account_id"], []).append(row)
    each = [
        (_largest(rows, "active_users"), _largest(rows, "seats_paid"))
        for rows in by_account.values()
    ]
    each = [pair for pair in each if None not in pair] or each
    users, seats = (_added(column) for column in zip(*each, strict=True)) if each else (None, None)
    if not seats:
        return Answer(None, "no_seats", users, seats, len(recent))
    if users is None:
        return Answer(None, "no_usage", None, seats, len(recent))
    return Answer(users / seats, "", users, seats, len(recent))


def _added(numbers: tuple[float | None, ...]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _largest(rows: list[Row], column: str) -> float | None:
    return max((row[column] for row in rows if row.get(column) is not None), default=None)


def _delivery(tasks: list[Row], period: Period) -> dict[str, Answer]:
    due = [row for row in tasks if inside(row.get("due_date"), period)]
    done = [row for row in due if _done(row) is not None and _done(row) <= row["due_date"]]
    delays = [_delay(row, period) for row in due if row not in done]
    blocked = [row for row in tasks if row.get("blocked_by") and _is_open(row, period)]
    undated = [row for row in tasks if row.get("due_date") is None and _is_open(row, period)]
    late = Answer(quantile(delays, 0.5), rows=len(delays)) if delays else None
    return {
        "delivery_on_time": share(len(done), len(due), "nothing_due"),
        "tasks_due": count(due),
        "delivery_days_overdue_median": late
        or Answer(reason="none_late" if due else "nothing_due"),
        "tasks_blocked": count(blocked),
        "tasks_undated": count(undated),
    }


def _done(row: Row) -> date | None:
    return row.get("completed_date")


def _delay(row: Row, period: Period) -> float:
    done = _done(row)
    return ((done if done and done < period.end else period.valuation_date) - row["due_date"]).days


def _is_open(row: Row, period: Period) -> bool:
    created, completed = row.get("created_date"), _done(row)
    entered = created is None or created < period.end
    return entered and (completed is None or completed >= period.end)


def _meetings(
    company: Company, client: str, meetings: list[Row], period: Period
) -> dict[str, Answer]:
    held = [row for row in meetings if row["is_held"] and row["is_with_client"]]
    days = [company.local_day(row["starts_at"]) for row in held]
    past = [day for day in days if day < period.end]
    inside_count = len([day for day in days if inside(day, period)])
    since = Answer((period.valuation_date - max(past)).days, rows=len(past)) if past else None
    plan = company.policy.meetings_per_quarter
    a_quarter = plan.get(company.tiers.get(client, ""), plan.get("", 0))
    planned = a_quarter * len(period.months) / 3
    of_plan = inside_count / planned if planned else None
    return {
        "meetings_of_plan": Answer(
            of_plan, "" if planned else "no_plan", inside_count, planned, inside_count
        ),
        "meetings_held": Answer(inside_count, rows=inside_count),
        "days_since_meeting": since or Answer(reason="no_meetings"),
    }
