"""The counteroffer: the golden case, and an independent search of random cases in plain Python."""

import math
import random
from dataclasses import dataclass, replace

import pytest

from transforms.core.policy import RenewalPolicy
from transforms.renewals.acceptance import AcceptanceCurve
from transforms.renewals.inputs import OfferBounds, Proposal, RenewalInputs
from transforms.renewals.offers import Bar, Offer, Package, bar_of, terms_of, worth_if_taken
from transforms.renewals.scenarios import asked_package, outcomes, unchanged
from transforms.renewals.solver import Solution, solve, tried_packages
from transforms.renewals.value import INTERVALS, Course, Payment

GOLDEN = RenewalInputs(
    price_minor=12_000_000,
    list_price_minor=12_000_000,
    cost_of_sales_minor=4_000_000,
    cost_to_serve_minor=800_000,
    avoidable_share=1.0,
    discount=0.25,
    term_discount=0.25,
    term_years=3,
    probability=0.85,
    probability_discounted=0.95,
    probability_term=None,
    default_probability=0.85,
    default_probability_discounted=0.92,
    term_effect=-0.2,
    course=Course(0.0, 0.0, 0.0, 0.10, 0.88, 3),
    bounds=OfferBounds(longest_term=3, term_in_force=1, term_concession=0.025, services=0.0),
    added_value_cost_share=0.35,
    wallet_minor=None,
    share_gain=None,
    extra_margin=None,
    obligations_minor=0,
    margin_floor=0.40,
    bands=RenewalPolicy().bands,
    long_term_years=2.0,
    escalation_minor=0,
    exchange_rate=1.0,
)
TYPED_TERM = replace(GOLDEN, probability_term=0.97)


def solved(inputs: RenewalInputs) -> Solution:
    found = solve(inputs)
    assert found is not None
    return found


def worth(inputs: RenewalInputs, discount: float, years: int) -> int:
    """Expected NPV in major units of a discount and a term."""
    terms = terms_of(replace(unchanged(inputs), discount=discount, years=years), inputs)
    return round((terms.probability or 0) * worth_if_taken(terms, inputs) / 100)


GRID = {
    1: (149_328, 145_595, 141_444, 136_913, 132_038, 121_394, 109_762, 97_356),
    2: (None, 152_739, 148_817, 144_435, 139_632, 128_918, 116_968, 104_039),
    3: (None, None, 149_621, 145_663, 141_218, 131_027, 119_368, 106_528),
}
TYPED_GRID = (None, None, 166_953, 160_744, 154_272, 140_661, 126_329, 111_446)
DISCOUNTS = (0.0, 0.025, 0.05, 0.075, 0.10, 0.15, 0.20, 0.25)


@pytest.mark.parametrize("years", GRID)
def test_the_golden_grid_of_discount_and_term(years: int) -> None:
    for discount, golden in zip(DISCOUNTS, GRID[years], strict=True):
        terms = terms_of(replace(unchanged(GOLDEN), discount=discount, years=years), GOLDEN)
        assert (bar_of(terms, GOLDEN) is Bar.TERM_FOR_NOTHING) == (golden is None)
        assert golden is None or worth(GOLDEN, discount, years) == golden


def test_the_golden_grid_with_a_typed_probability_of_the_term() -> None:
    for discount, golden in zip(DISCOUNTS, TYPED_GRID, strict=True):
        assert golden is None or worth(TYPED_TERM, discount, 3) == golden


@pytest.mark.parametrize(
    ("inputs", "discount", "years", "npv"),
    [
        (GOLDEN, 0.025, 2, 152_739),
        (replace(GOLDEN, probability=0.70), 0.075, 2, 129_857),
        (replace(GOLDEN, probability=0.60), 0.125, 2, 122_293),
        (TYPED_TERM, 0.05, 3, 166_953),
    ],
)
def test_the_golden_advice(inputs: RenewalInputs, discount: float, years: int, npv: int) -> None:
    advised = solved(inputs).advised
    assert advised is not None
    assert (advised.package.discount, advised.package.years) == (discount, years)
    assert round(advised.expected_minor / 100) == npv


def test_the_golden_gains_are_against_doing_nothing_and_against_the_ask() -> None:
    found = solved(GOLDEN)
    assert found.advised is not None
    assert round(found.gain_minor / 100) == 3_411
    assert round((found.advised.expected_minor - found.asked.expected_minor) / 100) == 55_383


@pytest.mark.parametrize(
    ("inputs", "discount", "years"), [(GOLDEN, 0.225, 2), (TYPED_TERM, 0.075, 3)]
)
def test_the_golden_smallest_concession(inputs: RenewalInputs, discount: float, years: int) -> None:
    smallest = solved(inputs).smallest
    assert smallest is not None
    assert (smallest.package.discount, smallest.package.years) == (discount, years)


def test_no_likelier_renewal_turns_the_golden_term_over() -> None:
    assert solved(TYPED_TERM).above is None


def test_the_advice_changes_exactly_at_its_tipping_point() -> None:
    found = solved(replace(GOLDEN, probability=0.70))
    assert found.above is not None
    assert found.advised is not None
    for shift, is_same in ((-0.001, True), (0.001, False)):
        moved = solved(replace(GOLDEN, probability=found.above.probability + shift)).advised
        assert moved is not None
        assert (moved.package == found.advised.package) is is_same
    assert found.above.becomes.discount < found.advised.package.discount


def test_nobody_is_made_likelier_to_leave_by_a_discount() -> None:
    odd = replace(GOLDEN, probability=0.95, probability_discounted=0.85)
    assert odd.curve.slope == 0
    assert odd.curve.probability(0.25, 1) == pytest.approx(0.95)


def test_certainty_is_no_infinity() -> None:
    sure = replace(GOLDEN, probability=1.0, probability_discounted=0.0, probability_term=1.0)
    assert isinstance(sure.curve, AcceptanceCurve)
    assert 0.99 < sure.curve.probability(0.1, 3) <= 1


def test_a_term_no_longer_than_the_one_in_force_needs_no_concession() -> None:
    two = replace(GOLDEN, bounds=replace(GOLDEN.bounds, term_in_force=2))
    terms = terms_of(replace(unchanged(two), years=2), two)
    assert bar_of(terms, two) is None


def test_later_payment_is_worth_something_to_the_client_and_is_not_offered_unasked() -> None:
    late = replace(unchanged(GOLDEN), payment=Payment(days=182.5))
    terms = terms_of(late, GOLDEN)
    assert terms.probability == pytest.approx(GOLDEN.curve.probability(0.05, 1))
    assert bar_of(terms, GOLDEN) is Bar.PAYMENT


def test_paying_earlier_has_to_be_worth_no_more_than_what_is_given_for_it() -> None:
    monthly = replace(GOLDEN, course=replace(GOLDEN.course, payment=Payment(1, 0)))
    ahead = replace(unchanged(monthly), payment=Payment())
    # The mean month is 5.5 twelfths of a year away: 4.6 % at 10 %.
    bars = {
        share: bar_of(terms_of(replace(ahead, discount=share), monthly), monthly)
        for share in (0.0, 0.045, 0.046)
    }
    assert bars == {0.0: Bar.PAYMENT_FOR_NOTHING, 0.045: Bar.PAYMENT_FOR_NOTHING, 0.046: None}


def test_services_are_tried_where_the_policy_offers_them() -> None:
    generous = replace(GOLDEN, bounds=replace(GOLDEN.bounds, services=0.05))
    advised = solved(generous).advised
    assert advised is not None
    assert advised.package.services == 0.05
    assert advised.expected_minor > (solved(GOLDEN).gain_minor + 14_932_800)


def test_our_offer_is_what_was_typed_of_it_and_leaves_the_request_alone() -> None:
    typed = replace(GOLDEN, offered=Proposal(discount=0.06))
    found = {item.offer: item for item in outcomes(typed, Package(0.025, 2, 0.0, Payment(), 0.0))}
    assert found[Offer.COUNTER].terms.package == Package(0.06, 2, 0.0, Payment(), 0.0)
    assert found[Offer.AS_REQUESTED].terms.package.discount == 0.25
    assert asked_package(typed) == asked_package(GOLDEN)


# The same, computed apart.


@dataclass(frozen=True)
class Plain:
    """The deal in plain numbers, without a function of the product."""

    inputs: RenewalInputs

    def odds(self, given: float, years: int) -> float:
        i = self.inputs

        def logit(p: float) -> float:
            p = min(max(p, 0.001), 0.999)
            return math.log(p / (1 - p))

        p0 = i.default_probability if i.probability is None else i.probability
        asked = i.discount + i.concessions_minor / (i.price_minor or 1)
        at, p1 = 0.20, i.default_probability_discounted
        if i.probability_discounted is not None and asked > 0:
            at, p1 = asked, i.probability_discounted
        b = max(0.0, (logit(p1) - logit(p0)) / at)
        s = i.term_effect
        if i.probability_term is not None:
            s = (logit(i.probability_term) - logit(p0) - b * asked) / (i.term_years - 1)
        return 1 / (1 + math.exp(-(logit(p0) + b * given + s * (years - 1))))

    def npv(self, discount: float, years: int, services: float, months: int, days: float) -> float:
        """Month by month: what is paid and spent in each, discounted by twelfths of a year."""
        i, c = self.inputs, self.inputs.course
        price = (i.price_minor or 0) * (1 - discount)
        avoidable = i.avoidable_share * (
            (i.cost_of_sales_minor or 0) + (i.cost_to_serve_minor or 0)
        )
        avoidable += i.added_value_cost_share * services * (i.price_minor or 0)
        total, here, net, cost = 0.0, 1.0, price, avoidable
        monthly = (1 + c.discount_rate) ** (1 / 12)
        for year in range(c.horizon_years):
            if year:
                is_inside = year < years
                agreed = c.steps[year - 1] if year <= len(c.steps) else None
                usual = c.term_uplift if is_inside else c.price_uplift
                net *= 1 + (usual if agreed is None else agreed)
                cost *= 1 + c.cost_growth
                here *= 1 if is_inside else c.later_probability
            for month in range(12):
                now = 12 * year + month
                if month % months == 0:
                    later = now + days * 12 / 365
                    total += here * net * months / 12 / monthly**later
                if month % c.cost_months == 0:
                    total -= here * cost * c.cost_months / 12 / monthly**now
            total -= here * net * c.commission / monthly ** (12 * year)
        given = discount + services
        given += c.discount_rate * (lag(months, days) - lag(c.payment.months, c.payment.days))
        return total * self.odds(given, years)

    def is_admitted(
        self, discount: float, years: int, services: float, months: int, days: float
    ) -> bool:
        i, usual = self.inputs, self.inputs.course.payment
        earlier = lag(usual.months, usual.days) - lag(months, days)
        if round(discount + services - i.course.discount_rate * earlier, 9) < 0:
            return False
        price, p = (i.price_minor or 0) * (1 - discount), i.price_minor or 0
        cost = (i.cost_of_sales_minor or 0) + (i.cost_to_serve_minor or 0)
        cost += i.added_value_cost_share * services * p
        beyond = years - i.bounds.term_in_force
        return (
            round((price * (1 - i.course.commission) - cost) / price, 9) >= i.margin_floor
            and (beyond <= 0 or years <= i.bounds.longest_term)
            and (beyond <= 0 or round(discount - beyond * i.bounds.term_concession, 9) >= 0)
            and round(services - i.bounds.services, 9) <= 0
        )


def lag(months: int, days: float) -> float:
    """Mean years from a year's start to the payment of its parts."""
    parts = [part / 12 for part in range(0, 12, months)]
    return sum(parts) / len(parts) + days / 365


def random_deals(count: int) -> list[RenewalInputs]:
    chance = random.Random(19)

    def maybe(value: float) -> float | None:
        return None if chance.random() < 0.3 else round(value, 3)

    return [
        replace(
            GOLDEN,
            price_minor=(price := chance.randrange(1_000_00, 900_000_00)),
            list_price_minor=price,
            cost_of_sales_minor=int(price * chance.uniform(0.05, 0.7)),
            cost_to_serve_minor=int(price * chance.uniform(0.0, 0.2)),
            avoidable_share=round(chance.uniform(0.2, 1.0), 2),
            discount=chance.choice((0.0, 0.08, 0.25, 0.333, 0.6)),
            term_discount=round(chance.uniform(0.0, 0.3), 3),
            term_years=chance.choice((3, 4, 5)),
            probability=maybe(chance.uniform(0.2, 0.99)),
            probability_discounted=maybe(chance.uniform(0.2, 0.99)),
            probability_term=maybe(chance.uniform(0.2, 0.99)),
            term_effect=round(chance.uniform(-0.6, 0.3), 2),
            course=Course(
                price_uplift=round(chance.uniform(-0.05, 0.1), 3),
                term_uplift=round(chance.uniform(-0.05, 0.1), 3),
                cost_growth=round(chance.uniform(-0.05, 0.1), 3),
                discount_rate=round(chance.uniform(0.0, 0.25), 3),
                later_probability=round(chance.uniform(0.3, 1.0), 2),
                horizon_years=chance.randint(1, 5),
                payment=Payment(chance.choice(INTERVALS), chance.choice((0.0, 30.0, 91.25))),
                cost_months=chance.choice(INTERVALS),
                commission=chance.choice((0.0, 0.05, 0.12)),
                steps=chance.choice(((), (None, 0.2), (0.1, -0.05, None, 0.3))),
            ),
            bounds=OfferBounds(
                longest_term=chance.randint(1, 5),
                term_in_force=chance.randint(1, 3),
                term_concession=chance.choice((0.0, 0.025, 0.04)),
                services=chance.choice((0.0, 0.05)),
            ),
            concessions_minor=chance.choice((0, price // 20)),
            margin_floor=chance.choice((0.0, 0.2, 0.4)),
        )
        for _ in range(count)
    ]


@pytest.mark.parametrize("deal", random_deals(60), ids=lambda deal: str(deal.price_minor))
def test_nothing_that_the_policy_admits_is_worth_more_than_the_advice(deal: RenewalInputs) -> None:
    plain, found = Plain(deal), solved(deal)
    tried = [_plainly(item) for item in tried_packages(deal)]
    worths = [plain.npv(*item) for item in tried if plain.is_admitted(*item)]
    if found.advised is None:
        assert worths == []
        return
    advised = found.advised
    own = plain.npv(*_plainly(advised.package))
    assert advised.expected_minor == pytest.approx(own, rel=1e-9)
    assert all(worth <= own + 1e-6 * abs(own) for worth in worths)
    for outcome in outcomes(deal, advised.package):
        if outcome.bar is None and outcome.expected_npv_minor is not None:
            assert outcome.expected_npv_minor <= own + 1e-6 * abs(own)


def _plainly(package: Package) -> tuple[float, int, float, int, float]:
    paid = package.payment
    return package.discount, package.years, package.services, paid.months, paid.days


def test_the_random_deals_reach_every_kind_of_answer() -> None:
    answers = [solved(deal).advised for deal in random_deals(60)]
    assert any(item is None for item in answers)
    assert {item.package.years for item in answers if item} >= {1, 2, 3}
    assert any(item.package.services for item in answers if item)
    assert {item.package.payment == Payment() for item in answers if item} == {True, False}
