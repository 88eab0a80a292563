"""What an offer at renewal is worth over several years.

A year's flow is its price less its cost, at the year's start. The client renews with
`probability`, stays for the years of the term, and from then on renews every year with
`later_probability`. Money in one unit, as in `transforms.renewals.discount_arithmetic`.
"""

from dataclasses import dataclass

from transforms.renewals.discount_arithmetic import NEVER, BreakEven


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
    payment_lag_years: float = 0.0
    """Years from the start of service to its payment; 0 is yearly in advance."""

    def price_factor(self, year: int, term_years: int) -> float:
        """Price of a year (0 is the first) over the price of the first."""
        inside = min(year, term_years - 1)
        after = max(0, year - term_years + 1)
        return (1 + self.term_uplift) ** inside * (1 + self.price_uplift) ** after

    def cost_factor(self, year: int) -> float:
        return (1 + self.cost_growth) ** year

    def staying(self, year: int, term_years: int) -> float:
        """Probability of still being there, given that the client renewed once."""
        return self.later_probability ** max(0, year - term_years + 1)

    def present(self, year: int) -> float:
        """Worth today of one unit at the start of a year."""
        return (1 + self.discount_rate) ** -year

    @property
    def payment_factor(self) -> float:
        """Worth at the year's start of a price that is paid later."""
        return (1 + self.discount_rate) ** -self.payment_lag_years


@dataclass(frozen=True)
class Flow:
    """One year of an offer, and the probability that it comes about."""

    price: float
    cost: float
    margin: float
    """Price, as worth at the year's start, less cost."""
    staying: float


def flows(price: float, cost: float, course: Course, term_years: int = 1) -> tuple[Flow, ...]:
    """The years of the horizon, given that the client renews now."""
    return tuple(
        Flow(
            price=price * course.price_factor(year, term_years),
            cost=cost * course.cost_factor(year),
            margin=price * course.price_factor(year, term_years) * course.payment_factor
            - cost * course.cost_factor(year),
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
