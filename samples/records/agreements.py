"""What was agreed and what is asked for: subscriptions, contracts, deals, renewals."""

from dataclasses import dataclass
from datetime import date, timedelta

from samples.days import LAST_DAY, add_months
from samples.records.parties import Account


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
    def paid_period(self) -> tuple[date, date]:
        """The last interval that it was billed for, by what the delivery knows."""
        months = 1 if self.interval == "month" else 12
        last = min(LAST_DAY, self.end - timedelta(days=1)) if self.end else LAST_DAY
        begun, begins = self.start, add_months(self.start, months)
        while begins <= last:
            begun, begins = begins, add_months(begins, months)
        return begun, begins

    @property
    def is_recurring(self) -> bool:
        """Whether it carries recurring revenue at all."""
        paying = self.status not in ("trialing", "unpaid", "incomplete")
        return paying and not self.is_metered

    def runs_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end > day)

    @property
    def is_counted(self) -> bool:
        """Whether it carried recurring revenue at any time."""
        return self.status not in ("trialing", "incomplete") and not self.is_metered

    @property
    def counts_until(self) -> date | None:
        """The first day on which it counts no more: unpaid, the day that the delivery describes."""
        return LAST_DAY if self.status == "unpaid" else self.end

    def counts_on(self, day: date) -> bool:
        until = self.counts_until
        return self.is_counted and self.start <= day and (until is None or until > day)


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
    outcome: str = ""
    """`Renovada` or `Perdida`, as finance writes it; empty while open."""
    decided: date | None = None
    granted: str = ""
