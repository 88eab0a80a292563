"""What a renewal is opened with where the best offer gives a discount that nobody asked for."""

from dataclasses import replace

import pytest
from test_counteroffer import GOLDEN

from transforms.renewals.inputs import RenewalInputs
from transforms.renewals.offers import Bar, Offer, Outcome
from transforms.renewals.opening import is_doubted, opening
from transforms.renewals.scenarios import best, outcomes, unchanged

UNASKED = replace(GOLDEN, discount=0.0, probability=None, probability_discounted=None)


def offers(inputs: RenewalInputs, discount: float) -> tuple[Outcome, ...]:
    """Those of a renewal of which a discount of ours comes out best."""
    found = outcomes(inputs, replace(unchanged(inputs), discount=discount))
    return tuple(
        replace(item, rank=1 if item.offer is Offer.COUNTER else None, bar=None) for item in found
    )


def with_free_term(found: tuple[Outcome, ...], worth: float) -> tuple[Outcome, ...]:
    """The same where the longer term gives nothing and is worth so much."""
    return tuple(
        replace(
            item,
            bar=Bar.TERM_FOR_NOTHING,
            expected_npv_minor=worth,
            terms=replace(item.terms, package=replace(item.terms.package, discount=0.0)),
        )
        if item.offer is Offer.LONG_TERM
        else item
        for item in found
    )


def first(found: tuple[Outcome, ...], *, is_asked: bool = False, doubt: bool = False) -> object:
    chosen = opening(found, is_asked=is_asked, is_doubted=doubt)
    return None if chosen is None else chosen.offer


def test_a_discount_that_nobody_asked_for_gives_way_to_renewing_unchanged() -> None:
    found = offers(UNASKED, 0.05)
    assert first(found) is Offer.AS_IS
    assert first(found, is_asked=True) is None
    assert first(found, doubt=True) is None
    assert first(offers(UNASKED, 0.0)) is None


def test_a_longer_term_without_a_discount_comes_first_where_it_is_worth_more() -> None:
    found = offers(UNASKED, 0.05)
    ours = best(found)
    assert ours is not None
    assert ours.expected_npv_minor is not None
    more, less = ours.expected_npv_minor + 1, ours.expected_npv_minor - 1
    assert first(with_free_term(found, more)) is Offer.LONG_TERM
    assert first(with_free_term(found, more), doubt=True) is Offer.LONG_TERM
    assert first(with_free_term(found, less)) is Offer.AS_IS
    assert first(with_free_term(found, less), doubt=True) is None


def test_renewing_unchanged_is_no_opening_where_policy_bars_it() -> None:
    found = tuple(
        replace(item, bar=Bar.MARGIN) if item.offer is Offer.AS_IS else item
        for item in offers(UNASKED, 0.05)
    )
    assert first(found) is None


@pytest.mark.parametrize(
    ("stated", "doubted"), [(None, False), (0.85, False), (0.9, False), (0.84, True)]
)
def test_a_renewal_is_doubted_by_who_says_so_alone(stated: float | None, doubted: bool) -> None:
    assert is_doubted(replace(UNASKED, probability=stated)) is doubted
