"""What the renewal arithmetic starts from; what is not known is None, never a guess."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.core.policy import ApprovalBand
from transforms.renewals.discount_arithmetic import margin
from transforms.renewals.value import Course

SHORT_TERM_YEARS = 2
ARITHMETIC_VERSION = 2
"""Rises when the meaning of a figure changes."""


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
    """Of renewal at the current price."""
    probability_discounted: float | None
    """With the discount, or with services worth as much."""
    probability_term: float | None
    course: Course
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

    @property
    def cost_minor(self) -> int | None:
        """Cost of sales and cost to serve; unknown where either is."""
        if self.cost_of_sales_minor is None or self.cost_to_serve_minor is None:
            return None
        return self.cost_of_sales_minor + self.cost_to_serve_minor

    @property
    def avoidable_margin(self) -> float | None:
        """Share of the price that would be lost with the client."""
        cost = self.cost_minor
        if cost is None or not self.price_minor:
            return None
        return margin(self.price_minor, self.avoidable_share * cost)

    @property
    def is_large_deal(self) -> bool:
        """Whether approval escalates by size; a deal whose size is unknown does not."""
        if not self.escalation_minor or self.list_price_minor is None or self.exchange_rate is None:
            return False
        return self.list_price_minor * self.exchange_rate >= self.escalation_minor
