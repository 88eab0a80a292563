"""The golden case of the renewal arithmetic, and what must hold of any case."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.core.policy import ApprovalBand, RenewalPolicy
from transforms.renewals.approval import ApprovalReason, ApprovalRules, approval
from transforms.renewals.discount_arithmetic import (
    NEVER,
    added_value_cost,
    break_even_probability,
    break_even_probability_ratio,
    break_even_volume,
    discount_from_list,
    gross_profit_lost,
    largest_paying_discount,
    margin,
    margin_after_discount,
    one_year_ceiling,
    share_gain_needed,
)
from transforms.renewals.inputs import OfferBounds, RenewalInputs
from transforms.renewals.offers import Offer, Outcome
from transforms.renewals.scenarios import best
from transforms.renewals.scenarios import outcomes as ranked_outcomes
from transforms.renewals.solver import solve
from transforms.renewals.value import (
    Course,
    Payment,
    at_risk,
    break_even_term_discount,
    expected_present_value,
    present_value,
)

PRICE, COST = 120_000, 48_000
MARGIN = margin(PRICE, COST)
YEARLY = Course(
    price_uplift=0.03,
    term_uplift=0.0,
    cost_growth=0.0,
    discount_rate=0.10,
    later_probability=0.88,
    horizon_years=3,
)
INPUTS = RenewalInputs(
    price_minor=12_000_000,
    list_price_minor=12_000_000,
    cost_of_sales_minor=4_000_000,
    cost_to_serve_minor=800_000,
    avoidable_share=1.0,
    discount=0.10,
    term_discount=0.10,
    term_years=3,
    probability=0.85,
    probability_discounted=0.92,
    probability_term=0.90,
    default_probability=0.85,
    default_probability_discounted=0.92,
    term_effect=-0.2,
    course=YEARLY,
    bounds=OfferBounds(longest_term=3, term_in_force=1, term_concession=0.025, services=0.0),
    added_value_cost_share=0.35,
    wallet_minor=40_000_000,
    share_gain=0.10,
    extra_margin=0.50,
    obligations_minor=300_000,
    margin_floor=0.40,
    bands=RenewalPolicy().bands,
    long_term_years=2.0,
    escalation_minor=0,
    exchange_rate=1.0,
)


def outcomes(inputs: RenewalInputs) -> tuple[Outcome, ...]:
    """Ranked, with the offer that the solver advises."""
    solution = solve(inputs)
    advised = None if solution is None or solution.advised is None else solution.advised.package
    return ranked_outcomes(inputs, advised)


def outcome(inputs: RenewalInputs, offer: Offer) -> Outcome:
    return next(item for item in outcomes(inputs) if item.offer is offer)


@pytest.mark.parametrize(
    ("discount", "shown_margin", "lost", "share", "volume", "ratio"),
    [
        (0.05, "57.9", 6_000, "8.3", "9.1", "1.09"),
        (0.10, "55.6", 12_000, "16.7", "20.0", "1.20"),
        (0.15, "52.9", 18_000, "25.0", "33.3", "1.33"),
        (0.20, "50.0", 24_000, "33.3", "50.0", "1.50"),
        (0.30, "42.9", 36_000, "50.0", "100.0", "2.00"),
    ],
)
def test_the_golden_table_of_discounts(
    discount: float, shown_margin: str, lost: int, share: str, volume: str, ratio: str
) -> None:
    profit_lost = gross_profit_lost(PRICE, discount)
    extra, likelier = (
        break_even_volume(MARGIN, discount),
        break_even_probability_ratio(MARGIN, discount),
    )
    assert isinstance(extra, float)
    assert isinstance(likelier, float)
    assert f"{100 * margin_after_discount(PRICE, COST, discount):.1f}" == shown_margin
    assert profit_lost == pytest.approx(lost, abs=1e-9)
    assert f"{100 * profit_lost / (PRICE - COST):.1f}" == share
    assert f"{100 * extra:.1f}" == volume
    assert f"{likelier:.2f}" == ratio


def test_the_golden_yearly_roll_is_worth_155_752() -> None:
    assert round(expected_present_value(PRICE, COST, 0.85, YEARLY)) == 155_752


@pytest.mark.parametrize(("discount", "worth"), [(0.05, 162_491), (0.10, 147_719), (0.15, 132_947)])
def test_the_golden_three_year_terms(discount: float, worth: int) -> None:
    assert round(expected_present_value(PRICE * (1 - discount), COST, 0.90, YEARLY, 3)) == worth


def test_the_golden_term_equals_the_yearly_roll_at_7_28_percent() -> None:
    roll = expected_present_value(PRICE, COST, 0.85, YEARLY)
    found = break_even_term_discount(PRICE, COST, 0.90, roll, YEARLY, 3)
    assert isinstance(found, float)
    assert round(found, 4) == 0.0728
    equal = expected_present_value(PRICE * (1 - found), COST, 0.90, YEARLY, 3)
    assert equal == pytest.approx(roll, abs=1e-6)


def test_the_golden_added_value_costs_6_300_and_leaves_54_75_percent() -> None:
    cost = added_value_cost(PRICE, 0.15, 0.35)
    assert cost == pytest.approx(6_300)
    assert round(margin(PRICE, COST + cost), 6) == 0.5475


def test_at_85_percent_a_tenth_off_cannot_pay_within_the_year() -> None:
    assert break_even_probability(MARGIN, 0.10, 0.85) is NEVER
    ratio = break_even_probability_ratio(MARGIN, 0.10)
    assert isinstance(ratio, float)
    assert round(0.85 * ratio, 2) == 1.02
    assert round(one_year_ceiling(MARGIN, 0.85), 4) == 0.09


def test_the_same_figures_in_plain_decimals() -> None:
    price, cost, one = Decimal(120_000), Decimal(48_000), Decimal(1)
    roll, term = Decimal(0), Decimal(0)
    for year in range(3):
        present = Decimal("1.1") ** year
        stays = Decimal("0.85") * Decimal("0.88") ** year
        roll += stays * (price * Decimal("1.03") ** year - cost) / present
        term += Decimal("0.9") * (price * Decimal("0.9") - cost) / present
    ratio = (price - cost) / price / ((price - cost) / price - Decimal("0.1"))
    assert float(roll) == pytest.approx(
        expected_present_value(PRICE, COST, 0.85, YEARLY), rel=1e-12
    )
    assert float(term) == pytest.approx(
        expected_present_value(PRICE * 0.9, COST, 0.90, YEARLY, 3), rel=1e-12
    )
    assert float(ratio - one) == pytest.approx(break_even_volume(MARGIN, 0.10), rel=1e-12)


def test_no_discount_pays_where_renewal_does_not_become_likelier() -> None:
    assert largest_paying_discount(MARGIN, 0.85, 0.85) == 0


def test_a_wallet_too_small_for_the_discount_never_pays_for_it() -> None:
    assert share_gain_needed(PRICE, 0.10, 10_000, 0.5) is NEVER


def test_bundled_services_count_as_discount() -> None:
    assert discount_from_list(120_000, 120_000, concessions=12_000) == 0.10


def test_payment_at_the_end_of_the_year_is_worth_a_year_less() -> None:
    late = replace(YEARLY, payment=Payment(days=365))
    assert present_value(110.0, 0.0, replace(late, horizon_years=1)) == pytest.approx(100.0)


@pytest.mark.parametrize(
    ("list_discount", "tier"),
    [(-0.05, 1), (0.0, 1), (0.10, 1), (0.100000001, 2), (0.20, 2), (0.30, 3), (0.40, 4), (0.41, 5)],
)
def test_bands_include_their_upper_end(list_discount: float, tier: int) -> None:
    rules = ApprovalRules(RenewalPolicy().bands, 0.40, 2, is_large_deal=False)
    assert approval(list_discount, 0.5, 1, rules).tier == tier


def test_large_deals_go_one_tier_up_and_not_beyond_the_last() -> None:
    bands = (ApprovalBand(0.10, "lead"), ApprovalBand(1.0, "board"))
    rules = ApprovalRules(bands, 0.40, 2, is_large_deal=True)
    assert approval(0.05, 0.5, 1, rules).approver == "board"
    assert approval(0.05, 0.5, 1, rules).reason is ApprovalReason.DEAL_SIZE
    assert approval(0.50, 0.5, 1, rules).reason is ApprovalReason.BAND


def test_deal_size_is_measured_in_the_companys_currency() -> None:
    yen = replace(INPUTS, escalation_minor=10_000_000, exchange_rate=0.5)
    assert not yen.is_large_deal
    assert replace(yen, exchange_rate=0.9).is_large_deal
    assert not replace(yen, exchange_rate=None).is_large_deal


def test_below_the_floor_finance_joins_whoever_decides() -> None:
    poor = replace(INPUTS, cost_of_sales_minor=8_000_000)
    decided = outcome(poor, Offer.AS_REQUESTED).approval
    assert (decided.approver, decided.joins_finance) == ("account_manager", True)
    long_term = outcome(poor, Offer.LONG_TERM).approval
    assert (long_term.approver, long_term.joins_finance) == ("finance_and_ceo", False)
    assert not outcome(INPUTS, Offer.AS_REQUESTED).approval.joins_finance


def test_a_last_tier_without_finance_is_joined_by_it() -> None:
    rules = ApprovalRules((ApprovalBand(1.0, "board"),), 0.40, 2, is_large_deal=False)
    assert approval(0.5, 0.1, 1, rules).joins_finance


def test_without_a_list_price_finance_decides() -> None:
    decided = outcome(replace(INPUTS, list_price_minor=None), Offer.AS_REQUESTED).approval
    assert (decided.tier, decided.approver) == (None, "finance")
    assert decided.reason is ApprovalReason.LIST_PRICE


def test_offers_below_the_floor_have_no_rank() -> None:
    poor = replace(INPUTS, cost_of_sales_minor=8_000_000)
    assert all(item.rank is None for item in outcomes(poor))
    assert best(outcomes(poor)) is None


def test_ranks_follow_expected_worth() -> None:
    ranked = sorted(
        (item for item in outcomes(INPUTS) if item.rank), key=lambda item: item.rank or 0
    )
    worths = [item.expected_npv_minor for item in ranked]
    assert worths == sorted(worths, key=lambda worth: -(worth or 0))
    assert [item.rank for item in ranked] == [
        1 + sum(worth > own for worth in worths) for own in worths
    ]
    assert len(ranked) > 2


def test_the_walk_away_price_just_meets_the_floor_and_is_not_ranked() -> None:
    limit = outcome(INPUTS, Offer.WALK_AWAY)
    assert limit.terms.net_price_minor == pytest.approx(8_000_000)
    assert limit.is_above_floor
    assert limit.rank is None


def test_exclusivity_counts_obligations_as_cost() -> None:
    without = outcome(replace(INPUTS, obligations_minor=0), Offer.EXCLUSIVITY)
    burdened = outcome(INPUTS, Offer.EXCLUSIVITY)
    assert without.gross_profit_minor - burdened.gross_profit_minor == pytest.approx(300_000)


def test_exclusivity_without_a_share_gain_is_not_put_into_numbers() -> None:
    offers = [item.offer for item in outcomes(replace(INPUTS, share_gain=None))]
    assert Offer.EXCLUSIVITY not in offers


def test_without_cost_or_price_nothing_is_put_into_numbers() -> None:
    assert outcomes(replace(INPUTS, cost_to_serve_minor=None)) == ()
    assert outcomes(replace(INPUTS, price_minor=None)) == ()


def test_without_stated_probabilities_the_policys_are_used() -> None:
    unknown = replace(INPUTS, probability=None, probability_discounted=None, probability_term=None)
    request = outcome(unknown, Offer.AS_REQUESTED)
    between = unknown.curve.probability(0.10, 1)
    assert 0.85 < between < 0.92
    assert request.terms.probability == pytest.approx(between)
    assert unknown.curve.probability(0.20, 1) == pytest.approx(0.92)
    assert request.probability_ratio == pytest.approx(1.2)


def test_only_the_avoidable_cost_enters_break_evens() -> None:
    half = replace(INPUTS, avoidable_share=0.5)
    assert half.avoidable_margin == pytest.approx(0.8)
    assert outcome(half, Offer.AS_REQUESTED).volume_ratio == pytest.approx(0.1 / 0.7)
    assert outcome(half, Offer.AS_REQUESTED).margin == outcome(INPUTS, Offer.AS_REQUESTED).margin


@given(
    discount=st.floats(0.01, 0.9),
    avoidable=st.floats(0.05, 0.95),
    now=st.floats(0.05, 0.95),
)
def test_the_break_even_probability_leaves_the_same_expected_profit(
    discount: float, avoidable: float, now: float
) -> None:
    needed = break_even_probability(avoidable, discount, now)
    if isinstance(needed, float):
        assert needed * (avoidable - discount) == pytest.approx(now * avoidable)
        assert largest_paying_discount(avoidable, now, needed) == pytest.approx(discount)


@given(scale=st.integers(2, 1000))
def test_scaling_money_scales_worth_and_leaves_ratios_alone(scale: int) -> None:
    assert INPUTS.price_minor is not None
    big = replace(
        INPUTS,
        price_minor=INPUTS.price_minor * scale,
        list_price_minor=12_000_000 * scale,
        cost_of_sales_minor=4_000_000 * scale,
        cost_to_serve_minor=800_000 * scale,
        wallet_minor=40_000_000 * scale,
        obligations_minor=300_000 * scale,
    )
    for small, large in zip(outcomes(INPUTS), outcomes(big), strict=True):
        assert large.gross_profit_minor == pytest.approx(small.gross_profit_minor * scale)
        assert large.margin == pytest.approx(small.margin)
        assert large.rank == small.rank
        assert large.approval == small.approval


@pytest.mark.parametrize(
    ("price", "probability", "risk"),
    [(10_000_001, 0.85, 1_500_000), (10_000_000, 1.0, 0), (None, 0.8, None), (100, None, None)],
)
def test_what_is_at_risk_is_the_price_that_may_not_be_renewed(
    price: int | None, probability: float | None, risk: int | None
) -> None:
    assert at_risk(price, probability) == risk
