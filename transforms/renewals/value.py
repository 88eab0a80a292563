"""What an offer at renewal is worth over several years.

A year's flow is its price as it is paid, less its cost as it is incurred, both as worth at the
year's start. The client renews with `probability`, stays for the years of the term, and from then
on renews every year with `later_probability`. Money in one unit, as in
`transforms.renewals.discount_arithmetic`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from transforms.core.money import half_even
from transforms.renewals.discount_arithmetic import NEVER, BreakEven

YEAR_MONTHS, YEAR_DAYS = 12, 365
INTERVALS = (1, 2, 3, 4, 6, 12)
"""Months between two invoices that make up whole years."""


def in_parts(months: int, rate: float) -> float:
    """Worth at the year's start of one unit a year that falls due in equal parts, each at the
    start of its `months`, at a yearly discount rate.

    >>> in_parts(12, 0.10), round(in_parts(6, 0.21), 9)
    (1.0, 0.954545455)
    """
    parts = YEAR_MONTHS // months
    return sum((1 + rate) ** (-months * part / YEAR_MONTHS) for part in range(parts)) / parts


def at_risk(price: int | None, probability: float | None) -> int | None:
    """The price, in minor units, times the probability that it is not renewed; None where either
    is unknown."""
    if price is None or probability is None:
        return None
    return half_even(Decimal(price) * (1 - Decimal(repr(probability))))


@dataclass(frozen=True)
class Payment:
    """How a year is paid: in equal parts, each some days after the start of what it is for."""

    months: int = YEAR_MONTHS
    """Between two invoices, of `INTERVALS`."""
    days: float = 0.0

    @property
    def lag_years(self) -> float:
        """Mean time from the start of a year to its payment.

        >>> Payment(6, 73).lag_years, Payment().lag_years
        (0.45, 0.0)
        """
        return (YEAR_MONTHS - self.months) / (2 * YEAR_MONTHS) + self.days / YEAR_DAYS

    def worth(self, rate: float) -> float:
        """Worth at the year's start of one unit a year that is paid so."""
        return in_parts(self.months, rate) * (1 + rate) ** (-self.days / YEAR_DAYS)


@dataclass(frozen=True)
class Course:
    """How price, cost and loyalty run over the years compared."""

    price_uplift: float
    term_uplift: float
    """Yearly uplift inside a term of more than a year; the yearly roll has `price_uplift`."""
    cost_growth: float
    discount_rate: float
    later_probability: float
    horizon_years: int
    payment: Payment = Payment()
    cost_months: int = YEAR_MONTHS
    """Months between two parts of the cost: 1 is month by month, 12 at the year's start."""
    commission: float = 0.0
    """Part of a year's price that goes, at its start, to whoever sells it."""
    steps: Sequence[float | None] = ()
    """Rises of the price that the contract agrees for the second year, the third and so on;
    None for a year that rises as the uplifts say."""

    def price_factor(self, year: int, term_years: int) -> float:
        """Price of a year (0 is the first) over the price of the first.

        >>> round(Course(0.5, 0.1, 0.0, 0.0, 1.0, 5, steps=(None, 0.2)).price_factor(3, 3), 9)
        1.98
        """
        factor = 1.0
        for later in range(1, year + 1):
            agreed = self.steps[later - 1] if later <= len(self.steps) else None
            usual = self.term_uplift if later < term_years else self.price_uplift
            factor *= 1 + (usual if agreed is None else agreed)
        return factor

    def cost_factor(self, year: int) -> float:
        return (1 + self.cost_growth) ** year

    def staying(self, year: int, term_years: int) -> float:
        """Probability of still being there, given that the client renewed once."""
        return self.later_probability ** max(0, year - term_years + 1)

    def present(self, year: int) -> float:
        """Worth today of one unit at the start of a year."""
        return (1 + self.discount_rate) ** -year

    @property
    def price_worth(self) -> float:
        """Worth at the year's start of a unit of price, as paid and after commission."""
        return self.payment.worth(self.discount_rate) - self.commission

    @property
    def cost_worth(self) -> float:
        """Worth at the year's start of a unit of cost, as incurred."""
        return in_parts(self.cost_months, self.discount_rate)


@dataclass(frozen=True)
class Flow:
    """One year of an offer, and the probability that it comes about."""

    price: float
    cost: float
    margin: float
    """Price less commission and cost, all as worth at the year's start."""
    staying: float


def flows(price: float, cost: float, course: Course, term_years: int = 1) -> tuple[Flow, ...]:
    """The years of the horizon, given that the client renews now."""
    return tuple(
        Flow(
            price=price * course.price_factor(year, term_years),
            cost=cost * course.cost_factor(year),
            margin=price * course.price_factor(year, term_years) * course.price_worth
            - cost * course.cost_factor(year) * course.cost_worth,
            staying=course.staying(year, term_years),
        )
        for year in range(course.horizon_years)
    )


def present_value(price: float, cost: float, course: Course, term_years: int = 1) -> float:
    """Worth today of the horizon's margins, should the client stay throughout."""
    years = flows(price, cost, course, term_years)
    return sum(flow.margin * course.present(year) for year, flow in enumerate(years))


def expected_present_value(
    price: float, cost: float, probability: float, course: Course, term_years: int = 1
) -> float:
    """Worth today of the horizon's margins, each times the probability of getting it.

    The yearly roll of a price of 120,000 at a cost of 48,000:

    >>> course = Course(0.03, 0.0, 0.0, 0.10, 0.88, 3)
    >>> round(expected_present_value(120_000, 48_000, 0.85, course))
    155752

    Three years at once with 10 % off:

    >>> round(expected_present_value(108_000, 48_000, 0.90, course, term_years=3))
    147719
    """
    years = flows(price, cost, course, term_years)
    loyal = sum(flow.margin * flow.staying * course.present(i) for i, flow in enumerate(years))
    return probability * loyal


def contract_value(price: float, course: Course, term_years: int = 1) -> float:
    """What the client signs for: the prices of the term's years, undiscounted.

    >>> contract_value(100.0, Course(0.03, 0.0, 0.0, 0.10, 0.88, 3), term_years=2)
    200.0
    """
    return sum(price * course.price_factor(year, term_years) for year in range(term_years))


def break_even_term_discount(
    price: float, cost: float, probability_term: float, worth: float, course: Course, years: int
) -> BreakEven:
    """Discount at which a term is worth as much as `worth`, by solving for equality.

    The term's worth falls in a straight line with the discount, so two points give it.
    Never, where even the undiscounted term is worth less.

    >>> course = Course(0.03, 0.0, 0.0, 0.10, 0.88, 3)
    >>> roll = expected_present_value(120_000, 48_000, 0.85, course)
    >>> round(break_even_term_discount(120_000, 48_000, 0.90, roll, course, 3), 4)
    0.0728
    """
    undiscounted = expected_present_value(price, cost, probability_term, course, years)
    nothing_charged = expected_present_value(0.0, cost, probability_term, course, years)
    if undiscounted < worth or undiscounted == nothing_charged:
        return NEVER
    return (undiscounted - worth) / (undiscounted - nothing_charged)
