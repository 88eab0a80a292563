"""What to open a renewal with: nobody gives away what was not asked for before less was tried."""

from collections.abc import Sequence

from transforms.renewals.inputs import RenewalInputs
from transforms.renewals.offers import Bar, Offer, Outcome
from transforms.renewals.scenarios import best


def opening(found: Sequence[Outcome], *, is_asked: bool, is_doubted: bool) -> Outcome | None:
    """What to open with instead of the best offer, which would give a discount that nobody asked
    for. None where the best offer is to be opened with.

    A longer term without a discount, where it is worth more: policy does not count on it. Else to
    renew unchanged, unless somebody doubts that the client would: what a discount gains on a
    probability that nobody stated is no reason to give it.
    """
    chosen = best(found)
    if is_asked or chosen is None or chosen.terms.package.discount <= 0:
        return None
    worth = chosen.expected_npv_minor or 0.0
    free = [
        item
        for item in found
        if item.bar is Bar.TERM_FOR_NOTHING
        and item.terms.package.discount <= 0
        and (item.expected_npv_minor or 0.0) > worth
    ]
    if free:
        return max(free, key=lambda item: item.expected_npv_minor or 0.0)
    as_is = (item for item in found if item.offer is Offer.AS_IS and item.bar is None)
    return None if is_doubted else next(as_is, None)


def is_doubted(inputs: RenewalInputs) -> bool:
    """Whether somebody holds the renewal at today's price for less likely than is usual."""
    return inputs.probability is not None and inputs.probability < inputs.default_probability
