"""Promises of the service desk: how many tickets met theirs, and what still waits."""

from dataclasses import dataclass, field, fields
from datetime import timedelta

from samples.days import at, business_minutes
from samples.records.book import Book
from samples.records.service import Task, Ticket
from samples.truth.figures import MEDIAN, Figure, absent, count, quantile, ratio
from samples.truth.spans import Span

_HOURS = {"urgent": 8, "high": 8, "normal": 24, "low": 40}
_NAMES = {"urgent": "critical", "high": "high", "normal": "normal", "low": "low"}
_CRITICAL = ("urgent", "high")
_REPLY_MINUTES = 4 * 60


@dataclass
class ServiceLevels:
    """The rows of one client and span, or of many."""

    created: int = 0
    replied_minutes: list[int] = field(default_factory=list)
    unanswered_late: int = 0
    """Tickets that waited for a reply for longer than the target."""
    complaint_minutes: list[int | None] = field(default_factory=list)
    """Until the reply; nothing for one that has none."""
    solved: list[tuple[str, int]] = field(default_factory=list)
    """Priority, and business minutes to the solution."""
    waiting: list[tuple[str, int, int]] = field(default_factory=list)
    """Priority, business minutes and calendar days that it stands open."""
    blocked: int = 0
    undated: int = 0

    def add(self, other: "ServiceLevels") -> None:
        for item in fields(self):
            setattr(self, item.name, getattr(self, item.name) + getattr(other, item.name))

    def figures(self) -> list[Figure]:
        """Shares in time, complaints, and tasks that wait."""
        no_reply = "no_replies" if self.created else "no_rows"
        quick = sum(minutes <= _REPLY_MINUTES for minutes in self.replied_minutes)
        soothed = [m for m in self.complaint_minutes if m is not None and m <= _REPLY_MINUTES]
        complaints = len(self.complaint_minutes)
        ages = [days for priority, _, days in self.waiting if priority in _CRITICAL]
        age = "critical_open_age_median"
        return [
            ratio(
                "first_response_on_time",
                quick,
                len(self.replied_minutes) + self.unanswered_late,
                no_reply,
            ),
            count("complaints", complaints),
            ratio("complaints_on_time", len(soothed), complaints, "no_complaints"),
            self._level("critical_resolution_on_time", *_CRITICAL),
            *(self._level(f"service_level_{name}", word) for word, name in _NAMES.items()),
            count(age, quantile(ages, MEDIAN)) if ages else absent(age, "none_open"),
            count("tasks_blocked", self.blocked),
            count("tasks_undated", self.undated),
        ]

    def _level(self, kpi: str, *priorities: str) -> Figure:
        taken = [(word, minutes) for word, minutes in self.solved if word in priorities]
        met = sum(minutes <= 60 * _HOURS[word] for word, minutes in taken)
        late = sum(
            word in priorities and minutes > 60 * _HOURS[word] for word, minutes, _ in self.waiting
        )
        return ratio(kpi, met, len(taken) + late, "none_solved")


def service_levels(book: Book, span: Span) -> ServiceLevels:
    """One client's rows of the span."""
    tickets = [item for item in book.tickets if item.state != "deleted"]
    open_tasks = [task for task in book.tasks if _waits(task, span)]
    levels = ServiceLevels(
        solved=_solved_in(tickets, span),
        waiting=[_waiting(item, span) for item in tickets if _stands(item, span)],
        blocked=sum(bool(task.blocked_by) for task in open_tasks),
        undated=sum(task.due is None for task in open_tasks),
    )
    filed = [item for item in tickets if span.start <= item.created_at.date() < span.end]
    _replies(levels, filed)
    levels.unanswered_late = sum(_is_unanswered_late(item, span) for item in filed)
    return levels


def _replies(levels: ServiceLevels, created: list[Ticket]) -> None:
    minutes = [_to_reply(item) for item in created]
    levels.created = len(created)
    levels.replied_minutes = [taken for taken in minutes if taken is not None]
    levels.complaint_minutes = [_to_reply(item) for item in created if item.is_complaint]


def _waits(task: Task, span: Span) -> bool:
    return task.created < span.end and (task.completed is None or task.completed >= span.end)


def _solved_in(tickets: list[Ticket], span: Span) -> list[tuple[str, int]]:
    return [
        (item.priority, business_minutes(item.created_at, item.solved_at))
        for item in tickets
        if item.solved_at and span.start <= item.solved_at.date() < span.end
    ]


def _to_reply(ticket: Ticket) -> int | None:
    return business_minutes(ticket.created_at, ticket.replied_at) if ticket.replied_at else None


def _is_unanswered_late(ticket: Ticket, span: Span) -> bool:
    if ticket.replied_at:
        return False
    midnight = at(span.last_day + timedelta(days=1))
    until = min(ticket.solved_at or midnight, midnight)
    return business_minutes(ticket.created_at, until) > _REPLY_MINUTES


def _stands(ticket: Ticket, span: Span) -> bool:
    is_filed = ticket.created_at.date() < span.end
    return is_filed and (ticket.solved_at is None or ticket.solved_at.date() >= span.end)


def _waiting(ticket: Ticket, span: Span) -> tuple[str, int, int]:
    midnight = at(span.last_day + timedelta(days=1))
    days = (span.last_day - ticket.created_at.date()).days
    return ticket.priority, business_minutes(ticket.created_at, midnight), days
