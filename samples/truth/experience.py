"""How the client fares: support, satisfaction, projects, meetings. Everything from rows."""

from collections import Counter
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from fractions import Fraction

from samples.days import business_minutes
from samples.records.book import Book
from samples.records.parties import Account
from samples.records.service import Answer, Meeting, Task, Ticket
from samples.truth.figures import MEDIAN, P90, Figure, absent, count, quantile, ratio
from samples.truth.spans import Span

FEWEST_ANSWERS = 5


@dataclass
class Experience:
    """The rows of one client and span, or of many, as far as figures need them."""

    created: int = 0
    solved: int = 0
    replied_minutes: list[int] = field(default_factory=list)
    resolved_minutes: list[int] = field(default_factory=list)
    critical_open: int = 0
    scores: list[int] = field(default_factory=list)
    satisfied: list[bool] = field(default_factory=list)
    tasks: int = 0
    on_time: int = 0
    days_overdue: list[int] = field(default_factory=list)
    meetings: int = 0
    causes: Counter[str] = field(default_factory=Counter)
    days_blocked: list[int] = field(default_factory=list)

    def add(self, other: "Experience") -> None:
        for item in fields(self):
            setattr(self, item.name, getattr(self, item.name) + getattr(other, item.name))


def experience(book: Book, span: Span) -> Experience:
    """One client's rows of the span."""
    rows = Experience(scores=_latest_scores(book.nps, span))
    _support(rows, [item for item in book.tickets if item.state != "deleted"], span)
    _projects(rows, [item for item in book.tasks if item.due and _inside(item.due, span)], span)
    rows.days_blocked = [
        (span.last_day - item.due).days
        for item in book.tasks
        if item.due and item.due < span.last_day and is_waiting(item, span)
    ]
    rows.satisfied = [item.score >= 4 for item in book.csat if item.score and _answered(item, span)]
    rows.meetings = len([item for item in book.meetings if _is_met(item) and _met_in(item, span)])
    return rows


def _support(rows: Experience, tickets: list[Ticket], span: Span) -> None:
    created = [item for item in tickets if _inside(item.created_at.date(), span)]
    rows.created = len(created)
    rows.causes = Counter(item.category for item in created)
    rows.replied_minutes = [_minutes(item, item.replied_at) for item in created if item.replied_at]
    _solutions(rows, tickets, span)
    rows.critical_open = sum(
        _is_critical(item) and _stands_open(item, span.last_day) for item in tickets
    )


def _solutions(rows: Experience, tickets: list[Ticket], span: Span) -> None:
    solved = [item for item in tickets if item.solved_at and _inside(item.solved_at.date(), span)]
    critical = [item for item in solved if _is_critical(item)]
    rows.solved = len(solved)
    rows.resolved_minutes = [_minutes(item, item.solved_at) for item in critical if item.solved_at]


def _projects(rows: Experience, due: list[Task], span: Span) -> None:
    rows.tasks = len(due)
    rows.on_time = sum(item.completed is not None and item.completed <= _due(item) for item in due)
    rows.days_overdue = _overdue(due, span.last_day)


def is_waiting(task: Task, span: Span) -> bool:
    """Whether it is open at the span's end and waits for a team."""
    is_open = task.completed is None or task.completed >= span.end
    return bool(task.blocked_by) and task.created < span.end and is_open


def _inside(day: date, span: Span) -> bool:
    return span.start <= day < span.end


def _minutes(ticket: Ticket, until: datetime) -> int:
    return business_minutes(ticket.created_at, until)


def _is_critical(ticket: Ticket) -> bool:
    return ticket.priority in ("urgent", "high")


def _stands_open(ticket: Ticket, day: date) -> bool:
    filed = ticket.created_at.date() <= day
    return filed and (ticket.solved_at is None or ticket.solved_at.date() > day)


def _answered(answer: Answer, span: Span) -> bool:
    return _inside(answer.answered_at.date(), span)


def _latest_scores(answers: list[Answer], span: Span) -> list[int]:
    latest: dict[str, Answer] = {}
    for item in sorted(answers, key=lambda row: (row.answered_at, row.answer_id)):
        if _answered(item, span):
            latest[item.respondent_id] = item
    return [item.score for item in latest.values() if item.score is not None]


def _due(task: Task) -> date:
    if task.due is None:
        raise ValueError("only tasks with a due date are judged")
    return task.due


def _overdue(due: list[Task], last_day: date) -> list[int]:
    late = [item for item in due if item.completed is None or item.completed > _due(item)]
    ends = [min(item.completed or last_day, last_day) for item in late]
    return [(end - _due(item)).days for end, item in zip(ends, late, strict=True)]


def _is_met(meeting: Meeting) -> bool:
    return meeting.state == "Held" and meeting.is_with_client


def _met_in(meeting: Meeting, span: Span) -> bool:
    return _inside(meeting.starts_at.date(), span)


def days_since_meeting(book: Book, day: date) -> Figure:
    """Days since the last meeting on or before the day."""
    held = [item.starts_at.date() for item in book.meetings if _is_met(item)]
    past = [when for when in held if when <= day]
    if not past:
        return absent("days_since_meeting", "no_meetings")
    return count("days_since_meeting", (day - max(past)).days)


_PLANNED = {"Platinum": 6, "Gold": 3, "Silver": 2}


def meetings_of_plan(client: Account, held: int, span: Span) -> Figure:
    """Meetings held of those that the client's tier plans for a span of this length."""
    planned = Fraction(_PLANNED.get(client.tier, 1) * len(span.months), 3)
    return ratio("meetings_of_plan", held, planned, "no_plan")


def experience_figures(rows: Experience) -> list[Figure]:
    """Counts are never absent; medians, shares and scores are without rows."""
    no_reply = "no_replies" if rows.created else "no_rows"
    return [
        count("tickets_created", rows.created),
        count("tickets_solved", rows.solved),
        _hours("first_response_median", rows.replied_minutes, MEDIAN, no_reply),
        _hours("first_response_p90", rows.replied_minutes, P90, no_reply),
        _hours("critical_resolution_median", rows.resolved_minutes, MEDIAN, "none_solved"),
        _hours("critical_resolution_p90", rows.resolved_minutes, P90, "none_solved"),
        count("critical_open", rows.critical_open),
        *_promoter_figures(rows.scores),
        ratio("csat", sum(rows.satisfied), len(rows.satisfied), "no_answers"),
        count("csat_answers", len(rows.satisfied)),
        ratio("delivery_on_time", rows.on_time, rows.tasks, "nothing_due"),
        count("tasks_due", rows.tasks),
        _days_overdue(rows),
        count("meetings_held", rows.meetings),
        ratio(
            "tickets_top_cause",
            max(rows.causes.values(), default=0),
            sum(rows.causes.values()),
            "no_rows",
        ),
        _days_blocked(rows.days_blocked),
    ]


def _hours(kpi: str, minutes: list[int], share: Fraction, reason: str) -> Figure:
    return count(kpi, quantile(minutes, share) / 60) if minutes else absent(kpi, reason)


def _days_overdue(rows: Experience) -> Figure:
    kpi = "delivery_days_overdue_median"
    if rows.days_overdue:
        return count(kpi, quantile(rows.days_overdue, MEDIAN))
    return absent(kpi, "none_late" if rows.tasks else "nothing_due")


def _days_blocked(days: list[int]) -> Figure:
    kpi = "blocked_days_median"
    return count(kpi, quantile(days, MEDIAN)) if days else absent(kpi, "none_late")


def _promoter_figures(scores: list[int]) -> list[Figure]:
    size = len(scores)
    promoters = sum(score >= 9 for score in scores)
    detractors = sum(score <= 6 for score in scores)
    answers = count("nps_answers", size)
    if size == 0:
        absences = ("nps", "nps_error", "nps_promoters", "nps_detractors")
        return [answers, *(absent(kpi, "no_answers") for kpi in absences)]
    counts = [answers, count("nps_promoters", promoters), count("nps_detractors", detractors)]
    balance = promoters - detractors
    if size < FEWEST_ANSWERS:
        reason = "too_few_answers"
        kept = Figure("nps", numerator=balance, denominator=size, reason=reason)
        return [*counts, kept, absent("nps_error", reason)]
    score = Figure("nps", Fraction(100 * balance, size), numerator=balance, denominator=size)
    spread = Fraction(promoters + detractors, size) - Fraction(balance, size) ** 2
    return [*counts, score, count("nps_error", 196 * float(spread / size) ** 0.5)]
