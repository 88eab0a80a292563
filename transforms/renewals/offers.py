"""The offers that can be made at a renewal, side by side, and the one to advise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from transforms.renewals.approval import Approval, ApprovalRules, approval, is_above_floor
from transforms.renewals.discount_arithmetic import (
    BreakEven,
    added_value_cost,
    break_even_probability,
    break_even_probability_ratio,
    break_even_volume,
    discount_from_list,
    margin,
    walk_away_price,
)
from transforms.renewals.inputs import SHORT_TERM_YEARS, RenewalInputs
from transforms.renewals.value import contract_value, expected_present_value, present_value


class Offer(StrEnum):
    """What can be answered to a request, in the order in which it is shown."""

    AS_IS = "as_is"
    AS_REQUESTED = "as_requested"
    ADDED_VALUE = "added_value"
    SHORT_TERM = "short_term"
    LONG_TERM = "long_term"
    EXCLUSIVITY = "exclusivity"
    WALK_AWAY = "walk_away"


@dataclass(frozen=True)
class Terms:
    """An offer in numbers: what is charged, what it costs, for how long.

    `revenue_minor` is the net price and what exclusivity brings beside it;
    `concessions_minor` are services given, at their worth to the client.
    """

    offer: Offer
    years: int
    net_price_minor: float
    revenue_minor: float
    cost_minor: float
    concessions_minor: float
    probability: float | None


@dataclass(frozen=True)
class Outcome:
    """What an offer leads to. Money in minor units, a year unless it says otherwise.

    A figure is None where an input it needs is unknown.
    """

    terms: Terms
    gross_profit_minor: float
    margin: float | None
    """Contribution margin; None where nothing is charged."""
    contract_value_minor: float
    npv_minor: float
    """Of the horizon, should the client stay."""
    expected_npv_minor: float | None
    change_minor: float | None
    """Of the expected NPV, against renewing as is."""
    concession: float
    """Profit given up in the first year, as a share of the current price."""
    volume_ratio: BreakEven
    probability_ratio: BreakEven
    probability_needed: BreakEven | None
    list_discount: float | None
    approval: Approval | None
    is_above_floor: bool
    rank: int | None = None
    """By expected NPV among offers above the floor; the walk-away price is a limit, no offer."""


def offer_terms(inputs: RenewalInputs) -> tuple[Terms, ...]:
    """Every offer that can be put into numbers; empty without price and cost."""
    price, cost = inputs.price_minor, inputs.cost_minor
    if not price or cost is None:
        return ()
    found = (
        _yearly(Offer.AS_IS, price, cost, inputs.probability),
        _requested(inputs, price, cost),
        _added_value(inputs, price, cost),
        _term(Offer.SHORT_TERM, inputs, SHORT_TERM_YEARS),
        _term(Offer.LONG_TERM, inputs, inputs.term_years),
        _exclusivity(inputs, price, cost),
        _yearly(Offer.WALK_AWAY, walk_away_price(cost, inputs.margin_floor), cost, None),
    )
    return tuple(terms for terms in found if terms is not None)


def outcomes(inputs: RenewalInputs) -> tuple[Outcome, ...]:
    """What each offer leads to, ranked."""
    terms = offer_terms(inputs)
    if not terms:
        return ()
    as_is = terms[0]
    return _ranked([_outcome(item, as_is, inputs) for item in terms])


def best(found: Sequence[Outcome]) -> Outcome | None:
    """The offer of rank one; None where no expected NPV is known."""
    return next((outcome for outcome in found if outcome.rank == 1), None)


def _yearly(offer: Offer, price: float, cost: float, probability: float | None) -> Terms:
    return Terms(offer, 1, price, price, cost, 0.0, probability)


def _requested(inputs: RenewalInputs, price: int, cost: int) -> Terms:
    net = price * (1 - inputs.discount)
    spent = cost + _concessions_cost(inputs)
    terms = _yearly(Offer.AS_REQUESTED, net, spent, inputs.probability_discounted)
    return replace(terms, concessions_minor=inputs.concessions_minor)


def _concessions_cost(inputs: RenewalInputs) -> float:
    return inputs.added_value_cost_share * inputs.concessions_minor


def _added_value(inputs: RenewalInputs, price: int, cost: int) -> Terms:
    services = added_value_cost(price, inputs.discount, inputs.added_value_cost_share)
    return Terms(
        Offer.ADDED_VALUE,
        1,
        price,
        price,
        cost + services,
        price * inputs.discount,
        inputs.probability_discounted,
    )


def _term(offer: Offer, inputs: RenewalInputs, years: int) -> Terms:
    assert inputs.price_minor is not None
    assert inputs.cost_minor is not None
    price = inputs.price_minor * (1 - inputs.term_discount)
    return replace(_yearly(offer, price, inputs.cost_minor, inputs.probability_term), years=years)


def _exclusivity(inputs: RenewalInputs, price: int, cost: int) -> Terms | None:
    if inputs.wallet_minor is None or inputs.share_gain is None or inputs.extra_margin is None:
        return None
    net = price * (1 - inputs.discount)
    extra = inputs.wallet_minor * inputs.share_gain
    return Terms(
        Offer.EXCLUSIVITY,
        1,
        net,
        net + extra,
        cost
        + extra * (1 - inputs.extra_margin)
        + inputs.obligations_minor
        + _concessions_cost(inputs),
        inputs.concessions_minor,
        inputs.probability_discounted,
    )


def _outcome(terms: Terms, as_is: Terms, inputs: RenewalInputs) -> Outcome:
    assert inputs.price_minor is not None
    profit = terms.revenue_minor - terms.cost_minor
    lost = as_is.revenue_minor - as_is.cost_minor - profit
    concession = lost / inputs.price_minor
    avoidable = inputs.avoidable_margin or 0.0
    expected = _expected(terms, inputs)
    expected_as_is = _expected(as_is, inputs)
    shown_margin = margin(terms.revenue_minor, terms.cost_minor) if terms.revenue_minor else None
    return Outcome(
        terms=terms,
        gross_profit_minor=profit,
        margin=shown_margin,
        contract_value_minor=contract_value(terms.revenue_minor, inputs.course, terms.years),
        npv_minor=present_value(terms.revenue_minor, terms.cost_minor, inputs.course, terms.years),
        expected_npv_minor=expected,
        change_minor=(
            None if expected is None or expected_as_is is None else expected - expected_as_is
        ),
        concession=concession,
        volume_ratio=break_even_volume(avoidable, concession),
        probability_ratio=break_even_probability_ratio(avoidable, concession),
        probability_needed=(
            None
            if inputs.probability is None
            else break_even_probability(avoidable, concession, inputs.probability)
        ),
        list_discount=_list_discount(terms, inputs),
        approval=_approval(terms, shown_margin, inputs),
        is_above_floor=is_above_floor(shown_margin, inputs.margin_floor),
    )


def _expected(terms: Terms, inputs: RenewalInputs) -> float | None:
    if terms.probability is None:
        return None
    return expected_present_value(
        terms.revenue_minor, terms.cost_minor, terms.probability, inputs.course, terms.years
    )


def _list_discount(terms: Terms, inputs: RenewalInputs) -> float | None:
    if not inputs.list_price_minor:
        return None
    return discount_from_list(
        terms.net_price_minor, inputs.list_price_minor, terms.concessions_minor
    )


def _approval(terms: Terms, shown_margin: float | None, inputs: RenewalInputs) -> Approval | None:
    discount = _list_discount(terms, inputs)
    if discount is None:
        return None
    rules = ApprovalRules(
        inputs.bands, inputs.margin_floor, inputs.long_term_years, inputs.is_large_deal
    )
    return approval(discount, shown_margin, terms.years, rules)


def _ranked(found: Sequence[Outcome]) -> tuple[Outcome, ...]:
    values = [
        outcome.expected_npv_minor
        for outcome in found
        if outcome.is_above_floor and outcome.expected_npv_minor is not None
    ]
    return tuple(
        replace(outcome, rank=1 + sum(value > outcome.expected_npv_minor for value in values))
        if outcome.is_above_floor and outcome.expected_npv_minor is not None
        else outcome
        for outcome in found
    )
