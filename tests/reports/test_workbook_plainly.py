"""Every figure of every offer, computed again in plain Python for whatever is typed."""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from workbooks import issued

from reports.workbook.formulas.calculation import calculated, named_value, named_values
from reports.workbook.model import Scalar, Workbook
from transforms.renewals.offers import Offer

pytestmark = pytest.mark.thorough

INTERVALS = (1, 2, 3, 4, 6, 12)


def typed(seed: int) -> dict[str, Scalar]:
    """Something in every input cell that moves a figure."""
    chance = random.Random(seed)

    def share(low: float, high: float) -> float:
        return round(chance.uniform(low, high), 3)

    def maybe(value: Scalar) -> Scalar:
        return None if chance.random() < 0.4 else value

    conditions = {
        f"{side}_{key}": value
        for side in ("asked", "offered")
        for key, value in {
            "term_years": chance.randint(1, 5),
            "uplift": maybe(share(-0.03, 0.06)),
            "billing_months": maybe(chance.choice(INTERVALS)),
            "payment_days": maybe(chance.choice((0, 45, 120))),
            "exclusivity": chance.choice((0, 0, 1)),
        }.items()
    }
    given = {
        "price": chance.randrange(20_000, 900_000),
        "list_price": chance.randrange(20_000, 1_200_000),
        "cost_of_sales": chance.randrange(2_000, 15_000),
        "cost_to_serve": chance.randrange(500, 9_000),
        "avoidable_share": share(0.2, 1.0),
        "discount": share(0.02, 0.5),
        "concessions": chance.choice((0, 1_500)),
        "term_discount": share(0.0, 0.4),
        "term_years": chance.choice((3, 4, 5)),
        "probability": maybe(share(0.2, 0.98)),
        "probability_discounted": maybe(share(0.2, 0.98)),
        "probability_term": maybe(share(0.2, 0.98)),
        "offered_discount": share(0.0, 0.4),
        "offered_services": chance.choice((0, 800)),
        "wallet": chance.randrange(10_000, 400_000),
        "share_gain": share(0.01, 0.5),
        "extra_margin": share(0.1, 0.8),
        "obligations": chance.choice((0, 2_500)),
        "added_value_cost": share(0.1, 0.9),
        "margin_floor": share(0.0, 0.6),
        "commission": chance.choice((0.0, 0.04, 0.1)),
        "price_uplift": share(-0.05, 0.1),
        "term_uplift": share(-0.05, 0.1),
        "cost_growth": share(-0.05, 0.08),
        "discount_rate": chance.choice((0.0, 0.07, 0.15)),
        "later_probability": share(0.3, 1.0),
        "horizon_years": chance.randint(1, 5),
        "billing_months": chance.choice(INTERVALS),
        "payment_days": chance.choice((0, 30, 75)),
        "cost_months": chance.choice(INTERVALS),
        **{f"step_{year}": maybe(share(-0.1, 0.2)) for year in (2, 3, 4, 5)},
    }
    return {f"in_{key}": value for key, value in (conditions | given).items()}


@dataclass(frozen=True)
class Plain:
    """The deal in plain numbers, by the dictionary's rules and no function of the product."""

    held: Mapping[str, Scalar]

    def of(self, key: str) -> float:
        value = self.held[f"in_{key}"]
        assert isinstance(value, int | float), key
        return float(value)

    def stated(self, key: str, usual: str) -> float:
        return self.of(usual) if self.held[f"in_{key}"] is None else self.of(key)

    def offer(self, offer: Offer) -> "PlainOffer":
        """Its conditions, as `docs` of the offers say them."""
        price, discount = self.of("price"), self.of("discount")
        usual = self.of("billing_months"), self.of("payment_days"), self.of("term_uplift")
        match offer:
            case Offer.AS_REQUESTED | Offer.EXCLUSIVITY:
                sides = self._sides("asked")
                exclusive = 1.0 if offer is Offer.EXCLUSIVITY else self.of("asked_exclusivity")
                years = int(self.of("asked_term_years"))
                return PlainOffer(self, discount, years, self.of("concessions"), *sides, exclusive)
            case Offer.COUNTER:
                given, services = self.of("offered_discount"), self.of("offered_services")
                years, exclusive = self.of("offered_term_years"), self.of("offered_exclusivity")
                sides = self._sides("offered")
                return PlainOffer(self, given, int(years), services, *sides, exclusive)
            case Offer.ADDED_VALUE:
                return PlainOffer(self, 0.0, 1, price * discount, *usual)
            case Offer.SHORT_TERM:
                return PlainOffer(self, self.of("term_discount"), 2, 0.0, *usual)
            case Offer.LONG_TERM:
                years = int(self.of("term_years"))
                return PlainOffer(self, self.of("term_discount"), years, 0.0, *usual)
            case _:
                return PlainOffer(self, 0.0, 1, 0.0, *usual)

    def _sides(self, side: str) -> tuple[float, float, float]:
        return (
            self.stated(f"{side}_billing_months", "billing_months"),
            self.stated(f"{side}_payment_days", "payment_days"),
            self.stated(f"{side}_uplift", "term_uplift"),
        )

    def odds(self, given: float, years: int) -> float:
        def logit(p: float) -> float:
            p = min(max(p, 0.001), 0.999)
            return math.log(p / (1 - p))

        today = logit(self.stated("probability", "default_probability"))
        asked = self.of("discount") + self.of("concessions") / self.of("price")
        at, then = 0.20, self.of("default_probability_discounted")
        if self.held["in_probability_discounted"] is not None:
            at, then = asked, self.of("probability_discounted")
        slope = max(0.0, (logit(then) - today) / at)
        further = self.of("term_effect")
        if self.held["in_probability_term"] is not None:
            whole = logit(self.of("probability_term"))
            further = (whole - today - slope * asked) / (self.of("term_years") - 1)
        return 1 / (1 + math.exp(-(today + slope * given + further * (years - 1))))


@dataclass(frozen=True)
class PlainOffer:
    """One offer; amounts in major units a year."""

    deal: Plain
    discount: float
    years: int
    services: float
    months: float
    days: float
    uplift: float
    exclusive: float = 0.0

    @property
    def net(self) -> float:
        return self.deal.of("price") * (1 - self.discount)

    @property
    def revenue(self) -> float:
        gained = self.deal.of("wallet") * self.deal.of("share_gain")
        return self.net + self.exclusive * gained

    def cost(self, share: float) -> float:
        """With so much of today's cost."""
        of = self.deal.of
        gained = of("wallet") * of("share_gain") * (1 - of("extra_margin")) + of("obligations")
        today = share * (of("cost_of_sales") + of("cost_to_serve"))
        return today + of("added_value_cost") * self.services + self.exclusive * gained

    @property
    def margin(self) -> float:
        sold = self.deal.of("commission") * self.revenue
        return (self.revenue - self.cost(1) - sold) / self.revenue

    @property
    def probability(self) -> float:
        of = self.deal.of

        def lag(months: float, days: float) -> float:
            dues = [month / 12 for month in range(12) if month % months == 0]
            return sum(dues) / len(dues) + days / 365

        later = lag(self.months, self.days) - lag(of("billing_months"), of("payment_days"))
        given = self.discount + self.services / of("price") + of("discount_rate") * later
        return self.deal.odds(given, self.years)

    def price_of(self, year: int) -> float:
        """Revenue of a year, 1 the first."""
        price = self.revenue
        for later in range(2, year + 1):
            usual = self.uplift if later <= self.years else self.deal.of("price_uplift")
            agreed = self.deal.held[f"in_step_{later}"]
            price *= 1 + (usual if agreed is None else float(str(agreed)))
        return price

    def worth(self, share: float, *, is_expected: bool) -> float:
        """NPV, every month by itself."""
        of = self.deal.of
        monthly = (1 + of("discount_rate")) ** (1 / 12)
        total, here = 0.0, self.probability
        for month in range(12 * int(of("horizon_years"))):
            year, at = month // 12 + 1, month % 12
            if at == 0 and year > self.years:
                here *= of("later_probability")
            weight = here if is_expected else 1.0
            price = self.price_of(year)
            cost = self.cost(share) * (1 + of("cost_growth")) ** (year - 1)
            if at == 0:
                total -= weight * of("commission") * price / monthly**month
            if at % self.months == 0:
                paid = monthly ** (month + self.days * 12 / 365)
                total += weight * price * self.months / 12 / paid
            if at % of("cost_months") == 0:
                total -= weight * cost * of("cost_months") / 12 / monthly**month
        return total


def of_offers(workbook: Workbook, measure: str) -> dict[Offer, Scalar]:
    found = named_values(workbook, f"sc_{measure}")
    return {
        offer: value
        for offer, value in zip(Offer, found, strict=True)
        if offer is not Offer.WALK_AWAY
    }


def assert_plainly_the_same(seed: int) -> None:
    edited = calculated(issued("golden"), typed(seed))
    held = {name: named_value(edited, name) for name in edited.names if name.startswith("in_")}
    deal = Plain(held)
    offers = {offer: deal.offer(offer) for offer in Offer if offer is not Offer.WALK_AWAY}
    share, listed = deal.of("avoidable_share"), deal.of("list_price")
    unchanged = offers[Offer.AS_IS].worth(share, is_expected=True)
    expected = {
        "net": lambda item: item.net,
        "margin": lambda item: item.margin,
        "contribution": lambda item: item.margin * item.revenue,
        "probability": lambda item: item.probability,
        "contract_value": lambda item: sum(item.price_of(at + 1) for at in range(item.years)),
        "npv": lambda item: item.worth(share, is_expected=False),
        "expected_npv": lambda item: item.worth(share, is_expected=True),
        "expected_full": lambda item: item.worth(1, is_expected=True),
        "change": lambda item: item.worth(share, is_expected=True) - unchanged,
        "list_discount": lambda item: 1 - (item.net - item.services) / listed,
    }
    for measure, plainly in expected.items():
        found = of_offers(edited, measure)
        assert found == pytest.approx(
            {offer: plainly(item) for offer, item in offers.items()}, rel=1e-9, abs=1e-8
        ), measure
    assert_the_rest(edited, deal, offers)


def assert_the_rest(edited: Workbook, deal: Plain, offers: Mapping[Offer, PlainOffer]) -> None:
    """What is not of each offer: NRR, what must be true, the walk-away price, who approves."""
    nets = [item.probability * item.net / deal.of("price") for item in offers.values()]
    assert named_values(edited, "pvm_nrr")[: len(nets)] == pytest.approx(nets)
    share = deal.of("avoidable_share")
    unchanged = offers[Offer.AS_IS].worth(share, is_expected=True)
    for offer, told in of_offers(edited, "must").items():
        worth = offers[offer].worth(share, is_expected=True) / offers[offer].probability
        must = unchanged / worth if worth > 0 else 2.0
        assert told == ("never" if must > 1 else pytest.approx(must))
    kept = 1 - deal.of("margin_floor") - deal.of("commission")
    cost = deal.of("cost_of_sales") + deal.of("cost_to_serve")
    assert named_value(edited, "lim_walk_away") == pytest.approx(cost / kept)
    asked = offers[Offer.AS_REQUESTED]
    off_list = round(1 - (asked.net - asked.services) / deal.of("list_price"), 9)
    tier = 1 + sum(off_list > limit for limit in (0.1, 0.2, 0.3, 0.4))
    told = of_offers(edited, "tier")[Offer.AS_REQUESTED]
    assert told == (5 if asked.years > 2 else tier)
    assert named_value(edited, "brg_proof") == pytest.approx(0, abs=1e-6)
    assert named_value(edited, "ctl_failed") == 0


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_is_what_plain_python_makes_of_the_inputs(seed: int) -> None:
    assert_plainly_the_same(seed)


@pytest.mark.long
@pytest.mark.parametrize("first", range(100, 300, 50))
def test_every_figure_of_two_hundred_further_inputs(first: int) -> None:
    for seed in range(first, first + 50):
        assert_plainly_the_same(seed)
