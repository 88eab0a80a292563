"""What an offer at renewal comes to: charged, spent, how likely taken, worth, and allowed."""

from dataclasses import dataclass, replace
from enum import StrEnum

from transforms.renewals.approval import Approval, ApprovalRules, approval, is_above_floor
from transforms.renewals.discount_arithmetic import (
    BreakEven,
    break_even_probability,
    break_even_probability_ratio,
    break_even_volume,
    discount_from_list,
)
from transforms.renewals.inputs import RenewalInputs
from transforms.renewals.value import (
    Course,
    Payment,
    contract_value,
    expected_present_value,
    present_value,
)


class Offer(StrEnum):
    """What can be answered to a request, in the order in which it is shown."""

    AS_IS = "as_is"
    AS_REQUESTED = "as_requested"
    COUNTER = "counter"
    ADDED_VALUE = "added_value"
    SHORT_TERM = "short_term"
    LONG_TERM = "long_term"
    EXCLUSIVITY = "exclusivity"
    WALK_AWAY = "walk_away"


class Bar(StrEnum):
    """Why the policy does not admit an offer that nobody with more power has allowed."""

    MARGIN = "margin"  # below the floor
    TERM = "term"  # longer than is offered
    TERM_FOR_NOTHING = "term_for_nothing"  # a longer commitment for too small a discount
    SERVICES = "services"  # worth more than may be given
    PAYMENT = "payment"  # later than today
    PAYMENT_FOR_NOTHING = "payment_for_nothing"  # earlier than today, worth more than is given


@dataclass(frozen=True)
class Package:
    """The conditions of an offer."""

    discount: float
    """Share of the current price."""
    years: int
    services: float
    """Worth to the client a year, as a share of the current price."""
    payment: Payment
    uplift: float
    """Of the price, each year inside the term."""
    is_exclusive: bool = False


@dataclass(frozen=True)
class Terms:
    """An offer in numbers: what is charged, what it costs, for how long.

    `revenue_minor` is the net price and what exclusivity brings beside it;
    `concessions_minor` are services given, at their worth to the client.
    """

    package: Package
    net_price_minor: float
    revenue_minor: float
    cost_minor: float
    avoidable_minor: float
    """The part of the cost that ends when the client leaves."""
    commission_minor: float
    """Of the first year's price, beside the cost; it ends with the client too."""
    concessions_minor: float
    probability: float | None
    """None for a limit that is not offered."""

    @property
    def years(self) -> int:
        return self.package.years

    @property
    def profit_minor(self) -> float:
        """Of the first year, after all cost and commission."""
        return self.revenue_minor - self.cost_minor - self.commission_minor


@dataclass(frozen=True)
class Outcome:
    """What an offer leads to. Money in minor units, a year unless it says otherwise.

    A figure is None where an input it needs is unknown. Worth counts the avoidable cost only:
    the rest is paid whether the client stays or goes. The margin is after all cost.
    """

    offer: Offer
    terms: Terms
    gross_profit_minor: float
    margin: float | None
    """Contribution margin; None where nothing is charged."""
    contract_value_minor: float
    npv_minor: float
    """Of the horizon, should the client stay."""
    expected_npv_minor: float | None
    expected_full_minor: float | None
    """Expected NPV after all cost."""
    change_minor: float | None
    """Of the expected NPV, against renewing as is."""
    concession: float
    """Profit given up in the first year, as a share of the current price."""
    volume_ratio: BreakEven
    probability_ratio: BreakEven
    probability_needed: BreakEven | None
    list_discount: float | None
    approval: Approval
    is_above_floor: bool
    bar: Bar | None
    rank: int | None = None
    """By expected NPV among admissible offers; the walk-away price is a limit, no offer."""


def terms_of(package: Package, inputs: RenewalInputs) -> Terms:
    """The numbers of a package; needs price and cost."""
    price, cost, avoidable = _needed(inputs)
    net, services = price * (1 - package.discount), price * package.services
    spent = inputs.added_value_cost_share * services
    gained = 0.0
    if package.is_exclusive:
        gained = (inputs.wallet_minor or 0) * (inputs.share_gain or 0.0)
        spent += gained * (1 - (inputs.extra_margin or 0.0)) + inputs.obligations_minor
    return Terms(
        package=package,
        net_price_minor=net,
        revenue_minor=net + gained,
        cost_minor=cost + spent,
        avoidable_minor=avoidable + spent,
        commission_minor=inputs.course.commission * (net + gained),
        concessions_minor=services,
        probability=inputs.curve.probability(given_share(package, inputs), package.years),
    )


def given_share(package: Package, inputs: RenewalInputs) -> float:
    """What a package gives the client, as a share of the current price.

    Later payment than today's is worth what the money earns meanwhile, earlier costs as much.
    """
    later = package.payment.lag_years - inputs.course.payment.lag_years
    return package.discount + package.services + inputs.course.discount_rate * later


def course_of(package: Package, inputs: RenewalInputs) -> Course:
    """How the years run under a package."""
    return replace(inputs.course, term_uplift=package.uplift, payment=package.payment)


def worth_if_taken(terms: Terms, inputs: RenewalInputs) -> float:
    """Expected NPV, given that the client renews now."""
    course = course_of(terms.package, inputs)
    return expected_present_value(
        terms.revenue_minor, terms.avoidable_minor, 1.0, course, terms.years
    )


def bar_of(terms: Terms, inputs: RenewalInputs) -> Bar | None:
    """The first rule of the policy that an offer breaks; None for an admissible one.

    Compared to nine decimals, so that a discount of exactly the least is enough.
    """
    package, bounds = terms.package, inputs.bounds
    beyond = package.years - bounds.term_in_force
    if not is_above_floor(margin_of(terms), inputs.margin_floor):
        return Bar.MARGIN
    if beyond > 0 and package.years > bounds.longest_term:
        return Bar.TERM
    if beyond > 0 and round(package.discount - bounds.term_concession * beyond, 9) < 0:
        return Bar.TERM_FOR_NOTHING
    if round(package.services - bounds.services, 9) > 0:
        return Bar.SERVICES
    later = round(package.payment.lag_years - inputs.course.payment.lag_years, 9)
    if later > 0:
        return Bar.PAYMENT
    if later < 0 and round(given_share(package, inputs), 9) < 0:
        return Bar.PAYMENT_FOR_NOTHING
    return None


def outcome_of(offer: Offer, terms: Terms, as_is: Terms, inputs: RenewalInputs) -> Outcome:
    """Everything about an offer but its rank."""
    price, _, _ = _needed(inputs)
    profit = terms.profit_minor
    given_up = (as_is.profit_minor - profit) / price
    avoidable = inputs.avoidable_margin or 0.0
    course = course_of(terms.package, inputs)
    expected, unchanged = _expected(terms, inputs), _expected(as_is, inputs) or 0.0
    return Outcome(
        offer=offer,
        terms=terms,
        gross_profit_minor=profit,
        margin=margin_of(terms),
        contract_value_minor=contract_value(terms.revenue_minor, course, terms.years),
        npv_minor=present_value(terms.revenue_minor, terms.avoidable_minor, course, terms.years),
        expected_npv_minor=expected,
        expected_full_minor=_expected_full(terms, inputs),
        change_minor=None if expected is None else expected - unchanged,
        concession=given_up,
        volume_ratio=break_even_volume(avoidable, given_up),
        probability_ratio=break_even_probability_ratio(avoidable, given_up),
        probability_needed=break_even_probability(avoidable, given_up, inputs.today),
        list_discount=_list_discount(terms, inputs),
        approval=_approval(terms, inputs),
        is_above_floor=is_above_floor(margin_of(terms), inputs.margin_floor),
        bar=bar_of(terms, inputs),
    )


def _needed(inputs: RenewalInputs) -> tuple[float, float, float]:
    """Price, cost and the avoidable part of it."""
    price, cost, avoidable = inputs.price_minor, inputs.cost_minor, inputs.avoidable_cost_minor
    assert price
    assert cost is not None
    assert avoidable is not None
    return price, cost, avoidable


def margin_of(terms: Terms) -> float | None:
    """Contribution margin of the first year; None where nothing is charged."""
    return terms.profit_minor / terms.revenue_minor if terms.revenue_minor else None


def _expected(terms: Terms, inputs: RenewalInputs) -> float | None:
    if terms.probability is None:
        return None
    return terms.probability * worth_if_taken(terms, inputs)


def _expected_full(terms: Terms, inputs: RenewalInputs) -> float | None:
    if terms.probability is None:
        return None
    course = course_of(terms.package, inputs)
    return expected_present_value(
        terms.revenue_minor, terms.cost_minor, terms.probability, course, terms.years
    )


def _list_discount(terms: Terms, inputs: RenewalInputs) -> float | None:
    if not inputs.list_price_minor:
        return None
    return discount_from_list(
        terms.net_price_minor, inputs.list_price_minor, terms.concessions_minor
    )


def _approval(terms: Terms, inputs: RenewalInputs) -> Approval:
    rules = ApprovalRules(
        inputs.bands, inputs.margin_floor, inputs.long_term_years, inputs.is_large_deal
    )
    return approval(_list_discount(terms, inputs), margin_of(terms), terms.years, rules)
