"""The company's own books: one record a row, as the generator knows them before any export."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Manager:
    manager_id: str
    first_name: str
    last_name: str
    email: str
    team: str
    is_manager: bool = True

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class Account:
    """A billing account with its keys in every system."""

    number: int
    account_id: str
    name: str
    kind: str  # Salesforce's Type: Customer - Direct, Prospect, Partner
    parent_id: str
    manager: Manager
    segment: str
    tier: str
    industry: str
    city: str
    country: str
    locale: str
    currency: str
    created: date
    customer_id: str = ""
    organization_id: int = 0
    payment_days: int = 30
    tax_percent: int = 0

    @property
    def language(self) -> str:
        return self.locale[:2]


@dataclass(frozen=True, slots=True)
class Subscription:
    """A recurring agreement. `unit_minor` is one unit's price an interval, before discount."""

    subscription_id: str
    account: Account
    product_id: str
    status: str  # Stripe's word
    quantity: int
    interval: str  # month, year
    unit_minor: int
    percent_off: int
    start: date
    end: date | None = None
    cancelled: date | None = None
    is_metered: bool = False

    @property
    def gross_minor(self) -> int:
        """What an interval costs before the discount."""
        return self.unit_minor * self.quantity

    @property
    def discount_minor(self) -> int:
        """What the coupon takes off an interval; unit prices make it a whole number."""
        return self.gross_minor * self.percent_off // 100

    @property
    def yearly_minor(self) -> int:
        a_year = 12 if self.interval == "month" else 1
        return (self.gross_minor - self.discount_minor) * a_year

    @property
    def is_recurring(self) -> bool:
        """Whether it carries recurring revenue at all."""
        paying = self.status not in ("trialing", "unpaid", "incomplete")
        return paying and not self.is_metered

    def runs_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end > day)


@dataclass(frozen=True, slots=True)
class Line:
    """An invoice line. It has a service period `[start, end)` or none."""

    line_id: str
    product_id: str
    description: str
    quantity: int
    gross_minor: int
    discount_minor: int = 0
    start: date | None = None
    end: date | None = None
    subscription_id: str = ""

    @property
    def net_minor(self) -> int:
        return self.gross_minor - self.discount_minor


@dataclass(slots=True)
class Invoice:
    """An invoice; times are local."""

    invoice_id: str
    number: str
    account: Account
    issued_at: datetime
    due: date
    lines: list[Line]
    net_minor: int
    tax_minor: int
    status: str = "open"
    paid_minor: int = 0
    is_disputed: bool = False

    @property
    def issued(self) -> date:
        return self.issued_at.date()

    @property
    def total_minor(self) -> int:
        return self.net_minor + self.tax_minor

    @property
    def counts(self) -> bool:
        return self.status not in ("draft", "void")


@dataclass(frozen=True, slots=True)
class CreditNote:
    """Takes back an invoice in whole or part; amounts are positive here as in Stripe."""

    credit_note_id: str
    number: str
    account: Account
    invoice_id: str
    issued_at: datetime
    net_minor: int
    tax_minor: int
    line_id: str
    product_id: str
    description: str
    reason: str

    @property
    def issued(self) -> date:
        return self.issued_at.date()

    @property
    def total_minor(self) -> int:
        return self.net_minor + self.tax_minor


@dataclass(frozen=True, slots=True)
class Payment:
    payment_id: str
    account: Account
    invoice_id: str
    invoice_number: str
    paid_at: datetime
    amount_minor: int
    status: str = "Paid"
    refunded_minor: int = 0
    mode: str = "Live"

    @property
    def moved_money(self) -> bool:
        """Whether the money came, be it returned later."""
        return self.status not in ("Failed", "Pending")


@dataclass(frozen=True, slots=True)
class Refund:
    refund_id: str
    account: Account
    payment_id: str
    invoice_id: str
    refunded_at: datetime
    amount_minor: int
    reason: str


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


@dataclass(frozen=True, slots=True)
class Contact:
    contact_id: str
    account: Account
    first_name: str
    last_name: str
    job_title: str
    email: str
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Contract:
    """`end` is the first day after it; Salesforce writes the last day."""

    contract_id: str
    number: str
    account: Account
    status: str
    start: date
    end: date
    notice_days: int
    is_auto_renewed: bool


@dataclass(frozen=True, slots=True)
class Opportunity:
    opportunity_id: str
    account: Account
    name: str
    stage: str
    kind: str
    amount_minor: int
    probability: int
    created: date
    closes: date
    product_id: str


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody who might become a client; `converted` is the day on which that came true."""

    manager: Manager
    created: date
    converted: date | None


@dataclass(frozen=True, slots=True)
class Cost:
    account: Account
    month: date
    kind: str  # cost_of_sales, cost_to_serve
    amount_minor: int
    fixed_share: str


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
class RenewalRequest:
    request_id: str
    account: Account
    requested: date
    discount: str
    price_minor: int
    list_price_minor: int
    reason_code: str
    competitor: str
    probability: str
    probability_discounted: str
    probability_term: str
    term_years: int
    avoidable_share: str
    wallet_minor: int


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
class Partner:
    partner_id: str
    quarter: str
    name: str
    kind: str  # supplier, reseller, implementer
    service: str
    spend_minor: int
    currency: str
    agreed: Decimal
    reached: Decimal
    incidents: int
    is_replaceable: bool


@dataclass(slots=True)
class Book:
    """Everything the company knows of one reporting client and its accounts."""

    client: Account
    accounts: list[Account]
    subscriptions: list[Subscription] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    credit_notes: list[CreditNote] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    refunds: list[Refund] = field(default_factory=list)
    tickets: list[Ticket] = field(default_factory=list)
    nps: list[Answer] = field(default_factory=list)
    csat: list[Answer] = field(default_factory=list)
    usage: list[UsageWeek] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    contracts: list[Contract] = field(default_factory=list)
    opportunities: list[Opportunity] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    requests: list[RenewalRequest] = field(default_factory=list)
    risks: list[RiskNote] = field(default_factory=list)
