"""What goals brought, which parts of the client use it, and what kinds of work were done."""

from datetime import timedelta

from transforms.core.periods import Period

from .company import Answer, Company, Row, count, inside, quantile


def answers(company: Company, client: str, period: Period) -> dict[str, Answer]:
    tasks = company.of(client, company.tasks)
    parts = company.of(client, company.usage_parts)
    goals = company.of(client, company.goals)
    return {
        **{f"{kind}s_active": _active(parts, kind, period) for kind in ("team", "module")},
        **_work(tasks, period),
        **_stuck(tasks, period),
        "value_hours": _worth(goals, "worth_hours", period),
        "value_money": _worth(goals, "worth_minor", period),
        "tickets_top_cause": _cause(company, company.of(client, company.tickets), period),
    }


def _active(rows: list[Row], kind: str, period: Period) -> Answer:
    named = [row for row in rows if row["part_kind"] == kind and row["usage_date"] < period.end]
    if not named:
        return Answer(None, "no_rows", 0, 0)
    first = period.end - timedelta(days=28)
    used = {row["part"] for row in named if row["usage_date"] >= first and row["events"] > 0}
    every = {row["part"] for row in named}
    return Answer(len(used) / len(every), "", len(used), len(every), len(named))


def _work(tasks: list[Row], period: Period) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    is_sorted = any(row.get("category") is not None for row in tasks)
    for kind in ("training", "maintenance"):
        own = [row for row in tasks if row.get("category") == kind]
        for word, day in (("due", "due_date"), ("done", "completed_date")):
            told = count([row for row in own if inside(row.get(day), period)])
            found[f"{kind}_{word}"] = told if is_sorted else Answer(reason="no_category")
    return found


def _stuck(tasks: list[Row], period: Period) -> dict[str, Answer]:
    waits = []
    for row in tasks:
        created, done, due = row.get("created_date"), row.get("completed_date"), row.get("due_date")
        is_open = (created is None or created < period.end) and (done is None or done >= period.end)
        if row.get("blocked_by") and is_open and due is not None and due < period.valuation_date:
            waits.append(float((period.valuation_date - due).days))
    median = Answer(quantile(waits, 0.5), rows=len(waits)) if waits else Answer(reason="none_late")
    return {
        "tasks_blocked_late": Answer(len(waits), rows=len(waits)),
        "blocked_days_median": median,
    }


def _worth(goals: list[Row], column: str, period: Period) -> Answer:
    own = [row for row in goals if row["quarter"] == str(period)]
    told = [row for row in own if row.get(column) is not None and row.get("worth_confirmed_by")]
    if not told:
        return Answer(reason="no_worth" if own else "no_rows")
    return Answer(sum(row[column] for row in told), rows=len(told))


def _cause(company: Company, tickets: list[Row], period: Period) -> Answer:
    filed = [
        row
        for row in tickets
        if row["status"] != "deleted" and inside(company.local_day(row["created_at"]), period)
    ]
    causes = [row["category"] for row in filed if row.get("category")]
    if not causes:
        return Answer(None, "no_category" if filed else "no_rows", 0, 0)
    most = max(causes.count(cause) for cause in causes)
    return Answer(most / len(causes), "", most, len(causes), len(causes))
