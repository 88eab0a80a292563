"""Tickets, first response and critical resolution."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from transforms.core.periods import Period

from .clock import hours_by_day
from .company import Answer, Company, Row, count, inside, quantile, share


def answers(company: Company, client: str, period: Period) -> dict[str, Answer]:
    tickets = [row for row in company.of(client, company.tickets) if row["status"] != "deleted"]
    filed = [row for row in tickets if inside(company.local_day(row["created_at"]), period)]
    solved = [row for row in tickets if _solved_inside(company, row, period)]
    unknown = not solved and _none_solved(company, tickets, period) == "solution_undated"
    return (
        {"tickets_created": count(filed)}
        | {"tickets_solved": Answer(reason="solution_undated") if unknown else count(solved)}
        | _responses(company, tickets, filed, period)
        | _complaints(company, [row for row in filed if row.get("is_complaint")])
        | _resolutions(company, tickets, [row for row in solved if _is_critical(row)], period)
        | _levels(company, tickets, solved, period)
    )


def _responses(
    company: Company, tickets: list[Row], filed: list[Row], period: Period
) -> dict[str, Answer]:
    hours = [h for row in filed if (h := _response_hours(company, row)) is not None]
    reason = "no_replies" if filed else "no_rows"
    exported = any(row.get("first_response_minutes") is not None for row in filed)
    note = "as_exported" if exported else ""
    target = company.policy.first_response_target_hours
    silent = [row for row in filed if _response_hours(company, row) is None]
    late = len([row for row in silent if _unanswered(company, row, period) > target])
    in_time = share(len([h for h in hours if h <= target]), len(hours) + late, reason, note)
    if not any(_response_hours(company, row) is not None for row in tickets):
        in_time = Answer(reason=reason, rows=late)
    return {
        "first_response_median": _quantile(hours, 0.5, reason, note),
        "first_response_p90": _quantile(hours, 0.9, reason, note),
        "first_response_on_time": in_time,
    }


def _complaints(company: Company, filed: list[Row]) -> dict[str, Answer]:
    target = company.policy.first_response_target_hours
    hours = [_response_hours(company, row) for row in filed]
    met = len([h for h in hours if h is not None and h <= target])
    return {
        "complaints": count(filed),
        "complaints_on_time": share(met, len(filed), "no_complaints"),
    }


def _resolutions(
    company: Company, tickets: list[Row], solved: list[Row], period: Period
) -> dict[str, Answer]:
    hours = [_resolution_hours(company, row) for row in solved]
    note = "as_exported" if any(row.get("resolution_hours") is not None for row in solved) else ""
    standing = [row for row in tickets if _is_critical(row) and _is_open(company, row, period)]
    target = company.policy.critical_resolution_target_hours
    met = len([h for h in hours if h <= target])
    late = len([row for row in standing if _waited(company, row, period) > target])
    last = period.valuation_date
    none = _none_solved(company, [row for row in tickets if _is_critical(row)], period)
    ages = [float((last - company.local_day(row["created_at"])).days) for row in standing]
    return {
        "critical_resolution_median": _quantile(hours, 0.5, none, note),
        "critical_resolution_p90": _quantile(hours, 0.9, none, note),
        "critical_resolution_on_time": share(met, len(hours) + late, none, note),
        "critical_open": count(standing),
        "critical_open_age_median": _quantile(ages, 0.5, "none_open", ""),
    }


def _levels(
    company: Company, tickets: list[Row], solved: list[Row], period: Period
) -> dict[str, Answer]:
    policy = company.policy
    targets = {
        "critical": policy.critical_resolution_target_hours,
        "high": policy.critical_resolution_target_hours,
        "normal": policy.normal_resolution_target_hours,
        "low": policy.low_resolution_target_hours,
    }
    found: dict[str, Answer] = {}
    for priority, target in targets.items():
        done = [row for row in solved if row.get("priority") == priority]
        ours = [row for row in tickets if row.get("priority") == priority]
        met = [row for row in done if _resolution_hours(company, row) <= target]
        late = [
            row
            for row in tickets
            if row.get("priority") == priority
            and _is_open(company, row, period)
            and _waited(company, row, period) > target
        ]
        exported = any(row.get("resolution_hours") is not None for row in done)
        note = "as_exported" if exported else ""
        found[f"service_level_{priority}"] = share(
            len(met), len(done) + len(late), _none_solved(company, ours, period), note
        )
    return found


def _quantile(hours: list[float], part: float, reason: str, note: str) -> Answer:
    if not hours:
        return Answer(reason=reason)
    return Answer(quantile(hours, part), rows=len(hours), note=note)


def _is_critical(row: Row) -> bool:
    return row.get("priority") in ("critical", "high")


def _solved_at(row: Row) -> datetime | None:
    if row["status"] != "solved":
        return None
    if row.get("solved_at") is None and row.get("resolution_hours") is not None:
        return row["created_at"] + timedelta(hours=row["resolution_hours"])
    return row.get("solved_at")


def _is_undated(row: Row) -> bool:
    return row["status"] == "solved" and _solved_at(row) is None


def _none_solved(company: Company, rows: list[Row], period: Period) -> str:
    """Why nothing is known of tickets solved in a period."""
    filed = [row for row in rows if company.local_day(row["created_at"]) < period.end]
    return "solution_undated" if any(map(_is_undated, filed)) else "none_solved"


def _solved_inside(company: Company, row: Row, period: Period) -> bool:
    solved_at = _solved_at(row)
    return solved_at is not None and inside(company.local_day(solved_at), period)


def _is_open(company: Company, row: Row, period: Period) -> bool:
    if company.local_day(row["created_at"]) >= period.end:
        return False
    solved_at = _solved_at(row)
    if solved_at is None:
        return row["status"] == "open"
    return company.local_day(solved_at) >= period.end


def _waited(company: Company, row: Row, period: Period) -> float:
    zone = ZoneInfo(company.policy.time_zone)
    end = datetime.combine(period.end, time(0), zone).astimezone(UTC)
    return hours_by_day(row["created_at"], end, company.policy)


def _unanswered(company: Company, row: Row, period: Period) -> float:
    zone = ZoneInfo(company.policy.time_zone)
    end = datetime.combine(period.end, time(0), zone).astimezone(UTC)
    if _is_undated(row):
        return 0
    return hours_by_day(row["created_at"], min(_solved_at(row) or end, end), company.policy)


def _response_hours(company: Company, row: Row) -> float | None:
    if row.get("first_response_minutes") is not None:
        return row["first_response_minutes"] / 60
    if row.get("first_response_at") is None:
        return None
    return hours_by_day(row["created_at"], row["first_response_at"], company.policy)


def _resolution_hours(company: Company, row: Row) -> float:
    if row.get("resolution_hours") is not None:
        return row["resolution_hours"]
    return hours_by_day(row["created_at"], row["solved_at"], company.policy)
