"""The counteroffer: of all that the policy admits, what is worth most, and what turns it over."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil

from transforms.renewals.inputs import RenewalInputs
from transforms.renewals.offers import (
    Bar,
    Offer,
    Package,
    Terms,
    bar_of,
    given_share,
    terms_of,
    worth_if_taken,
)
from transforms.renewals.scenarios import (
    asked_package,
    offered_package,
    unchanged,
    usual_offers,
)
from transforms.renewals.value import Payment

STEP = 0.025
"""Between the discounts that are tried."""
NEAR_POINTS = 0.02
"""An offer is likely taken whose probability is at most so far below the request's."""
_SHOWN_TO, _BEYOND_ASK = 0.30, 0.05
_FINENESS = 0.0005
_LEAST_ODDS = 0.01


@dataclass(frozen=True)
class Candidate:
    """An offer that was tried. Money in minor units."""

    terms: Terms
    worth_if_taken: float
    bar: Bar | None
    given: float

    @property
    def package(self) -> Package:
        return self.terms.package

    @property
    def expected_minor(self) -> float:
        """Expected NPV on avoidable cost."""
        return (self.terms.probability or 0.0) * self.worth_if_taken


@dataclass(frozen=True)
class Tipping:
    """The probability at today's price from which on something else is worth most."""

    probability: float
    becomes: Package


@dataclass(frozen=True)
class Solution:
    """What is worth most within policy, and what else to know before offering it."""

    advised: Candidate | None
    """None where the policy admits no offer."""
    smallest: Candidate | None
    """Of what is about as likely taken as the request, what gives up least."""
    unchanged: Candidate
    asked: Candidate
    above: Tipping | None
    """Where renewal at today's price is likelier."""
    below: Tipping | None

    @property
    def gain_minor(self) -> float:
        """Of the advice, against renewing unchanged; 0 where there is none."""
        if self.advised is None:
            return 0.0
        return self.advised.expected_minor - self.unchanged.expected_minor


def discount_steps(asked: float) -> tuple[float, ...]:
    """Discounts to try: from 0 to 30 %, or to five points above the request.

    >>> discount_steps(0.25)[-1], discount_steps(0.315)[-1], len(discount_steps(0.0))
    (0.3, 0.375, 13)
    """
    last = max(_SHOWN_TO, min(asked + _BEYOND_ASK, 0.95))
    return tuple(round(step * STEP, 4) for step in range(ceil(round(last / STEP, 6)) + 1))


def tried_packages(inputs: RenewalInputs) -> tuple[Package, ...]:
    """Every combination of discount, term, services and payment, the smallest first."""
    base, typed = unchanged(inputs), inputs.offered.discount
    own = {inputs.discount} if typed is None else {inputs.discount, typed}
    discounts = sorted({*discount_steps(inputs.discount), *own})
    years = range(1, max(inputs.bounds.longest_term, inputs.bounds.term_in_force) + 1)
    services = sorted({0.0, inputs.bounds.services})
    payments = dict.fromkeys((base.payment, Payment()))
    return tuple(
        replace(base, discount=discount, years=term, services=share, payment=payment)
        for discount, term, share, payment in product(discounts, years, services, payments)
    )


def solve(inputs: RenewalInputs) -> Solution | None:
    """The advice on these inputs; None without price or cost."""
    usual = usual_offers(inputs)
    if not usual:
        return None
    found = list(_candidates(inputs, usual))
    advised = _best(found, inputs)
    asked = _candidate(terms_of(asked_package(inputs), inputs), inputs)
    above, below = (None, None) if advised is None else _tippings(found, advised, inputs)
    return Solution(
        advised=advised,
        smallest=_smallest(found, asked),
        unchanged=_candidate(usual[Offer.AS_IS], inputs),
        asked=asked,
        above=above,
        below=below,
    )


def _candidates(inputs: RenewalInputs, usual: dict[Offer, Terms]) -> Iterator[Candidate]:
    packages = [*tried_packages(inputs)]
    packages += [terms.package for terms in usual.values() if terms.probability is not None]
    if inputs.offered.discount is not None:
        packages.append(offered_package(inputs, unchanged(inputs)))
    for package in dict.fromkeys(packages):
        yield _candidate(terms_of(package, inputs), inputs)


def _candidate(terms: Terms, inputs: RenewalInputs) -> Candidate:
    return Candidate(
        terms,
        worth_if_taken(terms, inputs),
        bar_of(terms, inputs),
        given_share(terms.package, inputs),
    )


def _best(found: Sequence[Candidate], inputs: RenewalInputs) -> Candidate | None:
    """Of the largest expected NPV; of equals the smaller discount, then the shorter term."""
    curve = inputs.curve

    def order(item: Candidate) -> tuple[float, float, int]:
        worth = curve.probability(item.given, item.package.years) * item.worth_if_taken
        return -worth, item.package.discount, item.package.years

    return min((item for item in found if item.bar is None), key=order, default=None)


def _smallest(found: Sequence[Candidate], asked: Candidate) -> Candidate | None:
    least = round((asked.terms.probability or 0.0) - NEAR_POINTS, 9)
    near = [
        item
        for item in found
        if item.bar is None and round(item.terms.probability or 0.0, 9) >= least
    ]
    return max(near, key=lambda item: item.worth_if_taken, default=None)


def _tippings(
    found: Sequence[Candidate], advised: Candidate, inputs: RenewalInputs
) -> tuple[Tipping | None, Tipping | None]:
    """The nearest probabilities at today's price, above and below, at which the advice changes.

    Looked for below the probability with the discount: from there on a discount does nothing.
    """
    stated = inputs.probability_discounted
    top = inputs.default_probability_discounted if stated is None else stated

    def at(odds: float) -> Package:
        best = _best(found, replace(inputs, probability=odds))
        assert best is not None
        return best.package

    upwards, downwards = (
        _first_change(at, advised.package, inputs.today, end) for end in (top, _LEAST_ODDS)
    )
    return (upwards if inputs.today < top else None, downwards)


def _first_change(
    at: Callable[[float], Package], now: Package, start: float, end: float
) -> Tipping | None:
    steps = ceil(abs(end - start) * 100)
    reached = start
    for step in range(1, steps):
        tried = start + (end - start) * step / steps
        if at(tried) != now:
            return _narrowed(at, now, reached, tried)
        reached = tried
    return None


def _narrowed(at: Callable[[float], Package], now: Package, same: float, other: float) -> Tipping:
    while abs(other - same) > _FINENESS:
        middle = (same + other) / 2
        if at(middle) == now:
            same = middle
        else:
            other = middle
    return Tipping(other, at(other))
