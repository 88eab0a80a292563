"""Who the company knows: managers, billing accounts, contacts, partners, leads."""

from dataclasses import dataclass
from datetime import date
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
class Contact:
    contact_id: str
    account: Account
    first_name: str
    last_name: str
    job_title: str
    email: str
    is_active: bool = True


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


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody who might become a client; `converted` is the day on which that came true."""

    manager: Manager
    created: date
    converted: date | None
