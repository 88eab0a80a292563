"""What was billed, paid and spent."""

from dataclasses import dataclass
from datetime import date, datetime

from samples.records.parties import Account


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
    credited_minor: int = 0
    """What credit notes took off before it was paid; 0 once it is."""
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
class Cost:
    account: Account
    month: date
    kind: str  # cost_of_sales, cost_to_serve
    amount_minor: int
    fixed_share: str
