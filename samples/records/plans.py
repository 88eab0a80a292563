"""What was promised and aimed at, and what may go wrong."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samples.records.parties import Account


@dataclass(frozen=True, slots=True)
class Commitment:
    commitment_id: str
    account: Account
    quarter: str
    text: str
    owner: str
    side: str  # us, client
    due: date
    state: str
    measure: str
    cause: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    goal_id: str
    account: Account
    quarter: str
    text: str
    unit: str
    target: Decimal
    actual: Decimal | None
    direction: str
    worth_hours: int | None = None
    worth_minor: int | None = None
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    entity_type: str
    entity_id: str
    period: str
    metric: str
    target: str  # as finance writes it
    currency: str
    resources: str


@dataclass(frozen=True, slots=True)
class ManagerGoal:
    goal_id: str
    entity_type: str  # manager, team
    entity_id: str
    quarter: str
    text: str
    unit: str
    start: Decimal
    target: Decimal
    actual: Decimal | None
    due: date


@dataclass(frozen=True, slots=True)
class RiskNote:
    note_id: str
    account: Account
    noted: date
    kind: str  # competitor, regulation, people, other
    text: str
    subject: str
    due: date | None = None
    closed: date | None = None
