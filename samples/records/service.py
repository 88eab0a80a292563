"""How clients were served: tickets, answers, use, tasks and meetings."""

from dataclasses import dataclass
from datetime import date, datetime

from samples.records.parties import Account


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket; times are local. `state` is Zendesk's word."""

    ticket_id: int
    account: Account
    requester_id: int
    subject: str
    priority: str
    state: str
    category: str
    is_complaint: bool
    created_at: datetime
    replied_at: datetime | None = None
    solved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to an NPS (0–10) or CSAT (1–5) survey; no score where it was left empty."""

    answer_id: str
    account: Account
    respondent_id: str
    score: int | None
    answered_at: datetime
    comment: str = ""
    theme: str = ""
    ticket_id: int | None = None


@dataclass(frozen=True, slots=True)
class UsageWeek:
    account: Account
    first_day: date
    events: int
    active_users: int
    seats_paid: int


@dataclass(frozen=True, slots=True)
class PartWeek:
    """What of a week one team of the client, or one module of the product, counts for."""

    account: Account
    first_day: date
    kind: str  # team, module
    part: str
    events: int
    active_users: int


@dataclass(frozen=True, slots=True)
class Task:
    task_id: str
    account: Account
    name: str
    project: str
    section: str
    assignee: str
    assignee_email: str
    created: date
    due: date | None
    completed: date | None
    is_milestone: bool = False
    blocked_by: str = ""
    category: str = ""  # Entrega, Formación, Mantenimiento


@dataclass(frozen=True, slots=True)
class Meeting:
    meeting_id: str
    account: Account
    subject: str
    starts_at: datetime
    minutes: int
    kind: str  # Meeting, Call, Business Review
    state: str  # Held, No Show, Cancelled
    is_with_client: bool
