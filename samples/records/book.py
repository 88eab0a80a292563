"""The company's own books, as the generator knows them before any export."""

from dataclasses import dataclass, field

from samples.records.agreements import Contract, Opportunity, RenewalRequest, Subscription
from samples.records.billing import Cost, CreditNote, Invoice, Payment, Refund
from samples.records.parties import Account, Contact
from samples.records.plans import Commitment, Goal, RiskNote, Target
from samples.records.service import Answer, Meeting, PartWeek, Task, Ticket, UsageWeek


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
    usage_parts: list[PartWeek] = field(default_factory=list)
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
