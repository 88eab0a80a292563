"""What the renewal arithmetic starts from; what is not known is None, never a guess."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.core.policy import ApprovalBand
from transforms.renewals.acceptance import (
    POLICY_DISCOUNT,
    AcceptanceCurve,
    CurvePoint,
    curve_through,
)
from transforms.renewals.discount_arithmetic import margin
from transforms.renewals.value import Course, Payment

SHORT_TERM_YEARS = 2
ARITHMETIC_VERSION = 4
"""Rises when the meaning of a figure changes."""


@dataclass(frozen=True)
class OfferBounds:
    """What the policy admits without being asked."""

    longest_term: int
    """Years."""
    term_in_force: int
    """Years of the agreement that ends; longer ones must be given something for."""
    term_concession: float
    """Least discount for each year beyond the term in force."""
    services: float
    """Most that services may be worth to the client, as a share of the price."""


@dataclass(frozen=True)
class Proposal:
    """What one side has put on the table; None where nobody has said."""

    discount: float | None = None
    years: int | None = None
    uplift: float | None = None
    """Yearly, inside the term."""
    months: int | None = None
    """Between two invoices."""
    days: float | None = None
    """From the start of what an invoice is for to its payment."""
    services_minor: float | None = None
    """Worth to the client, a year."""
    is_exclusive: bool | None = None

    def payment(self, usual: Payment) -> Payment:
        """How it is paid; what it does not say stays as usual."""
        return Payment(
            usual.months if self.months is None else self.months,
            usual.days if self.days is None else self.days,
        )


@dataclass(frozen=True)
class RenewalInputs:
    """One renewal. Money is minor units a year of one currency."""

    price_minor: int | None
    """Current net price."""
    list_price_minor: int | None
    cost_of_sales_minor: int | None
    cost_to_serve_minor: int | None
    avoidable_share: float
    """Part of the cost that ends when the client leaves."""
    discount: float
    """Asked for, on the current net price."""
    term_discount: float
    """Offered for signing several years."""
    term_years: int
    """Years of the longer term; the shorter one has two."""
    probability: float | None
    """Of renewal at the current price, as somebody states it."""
    probability_discounted: float | None
    """With the discount, or with services worth as much, renewing yearly."""
    probability_term: float | None
    """For the longer term at the discount asked for."""
    default_probability: float
    """At the current price, where nobody states one."""
    default_probability_discounted: float
    """With a discount of 20 %, where nobody states one for the request."""
    term_effect: float
    """Of each further year on the log of the odds, where nobody states the term's probability."""
    course: Course
    bounds: OfferBounds
    added_value_cost_share: float
    """What services cost us for each unit they are worth to the client."""
    wallet_minor: int | None
    """What the client buys of our kind, from anybody."""
    share_gain: float | None
    """Further share of the wallet that exclusivity brings."""
    extra_margin: float | None
    """Contribution margin of that share."""
    obligations_minor: int
    """Cost of what is promised for exclusivity."""
    margin_floor: float
    bands: Sequence[ApprovalBand]
    long_term_years: float
    escalation_minor: int
    """List prices from here go one tier up; 0 for none. In the company's currency."""
    exchange_rate: float | None
    """Company's currency, minor units, for one minor unit of the deal's."""
    concessions_minor: int = 0
    """Worth to the client, a year, of what is asked beside the discount: free seats, services,
    better terms. It costs as services do, and approvals count it as discount."""
    asked: Proposal = Proposal()
    """Of the request, beside `discount` and `concessions_minor`."""
    offered: Proposal = Proposal()
    """Ours, as far as somebody typed it."""

    @property
    def today(self) -> float:
        """Probability of renewal at the current price, stated or by default."""
        return self.default_probability if self.probability is None else self.probability

    @property
    def asked_share(self) -> float:
        """What the request gives the client, of the current price; needs the price."""
        assert self.price_minor
        return self.discount + self.concessions_minor / self.price_minor

    @property
    def curve(self) -> AcceptanceCurve:
        """Probability by what is given and for how long; needs the price."""
        given, stated = self.asked_share, self.probability_discounted
        point = CurvePoint(POLICY_DISCOUNT, self.default_probability_discounted)
        if stated is not None and given > 0:
            point = CurvePoint(given, stated)
        term = None
        if self.probability_term is not None:
            term = CurvePoint(given, self.probability_term, self.term_years)
        return curve_through(self.today, point, term, self.term_effect)

    @property
    def cost_minor(self) -> int | None:
        """Cost of sales and cost to serve; unknown where either is."""
        if self.cost_of_sales_minor is None or self.cost_to_serve_minor is None:
            return None
        return self.cost_of_sales_minor + self.cost_to_serve_minor

    @property
    def avoidable_cost_minor(self) -> float | None:
        """Cost that ends when the client leaves."""
        return None if self.cost_minor is None else self.avoidable_share * self.cost_minor

    @property
    def avoidable_margin(self) -> float | None:
        """Share of the price that would be lost with the client, after commission."""
        cost = self.avoidable_cost_minor
        if cost is None or not self.price_minor:
            return None
        return margin(self.price_minor, cost) - self.course.commission

    def in_company_currency(self, minor: int | None) -> int | None:
        """An amount of the deal in the company's currency; None without it or without a rate."""
        if minor is None or self.exchange_rate is None:
            return None
        return round(minor * self.exchange_rate)

    @property
    def is_large_deal(self) -> bool:
        """Whether approval escalates by size; a deal whose size is unknown does not."""
        if not self.escalation_minor or self.list_price_minor is None or self.exchange_rate is None:
            return False
        return self.list_price_minor * self.exchange_rate >= self.escalation_minor
