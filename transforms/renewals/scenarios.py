"""The offers that can be made at a renewal, side by side and ranked."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.renewals.discount_arithmetic import walk_away_price
from transforms.renewals.inputs import SHORT_TERM_YEARS, RenewalInputs
from transforms.renewals.offers import Offer, Outcome, Package, Terms, outcome_of, terms_of

Offered = dict[Offer, Terms]


def unchanged(inputs: RenewalInputs) -> Package:
    """Renewing yearly at today's price."""
    return Package(0.0, 1, 0.0, inputs.course.payment, inputs.course.term_uplift)


def asked_package(inputs: RenewalInputs) -> Package:
    """The request: what it does not say stays as it is."""
    assert inputs.price_minor
    asked, base = inputs.asked, unchanged(inputs)
    return Package(
        discount=inputs.discount,
        years=asked.years or 1,
        services=inputs.concessions_minor / inputs.price_minor,
        payment=asked.payment(base.payment),
        uplift=base.uplift if asked.uplift is None else asked.uplift,
        is_exclusive=bool(asked.is_exclusive),
    )


def offered_package(inputs: RenewalInputs, advised: Package) -> Package:
    """Our offer: what was typed of it, the rest as advised."""
    assert inputs.price_minor
    typed = inputs.offered
    services = typed.services_minor
    return Package(
        discount=advised.discount if typed.discount is None else typed.discount,
        years=typed.years or advised.years,
        services=advised.services if services is None else services / inputs.price_minor,
        payment=typed.payment(advised.payment),
        uplift=advised.uplift if typed.uplift is None else typed.uplift,
        is_exclusive=advised.is_exclusive if typed.is_exclusive is None else typed.is_exclusive,
    )


def usual_offers(inputs: RenewalInputs) -> Offered:
    """Every offer that can be put into numbers but our own; empty without price and cost."""
    cost = inputs.cost_minor
    if not inputs.price_minor or cost is None:
        return {}
    asked, base = asked_package(inputs), unchanged(inputs)
    packages = {
        Offer.AS_IS: base,
        Offer.AS_REQUESTED: asked,
        Offer.ADDED_VALUE: replace(base, services=inputs.discount),
        Offer.SHORT_TERM: replace(base, discount=inputs.term_discount, years=SHORT_TERM_YEARS),
        Offer.LONG_TERM: replace(base, discount=inputs.term_discount, years=inputs.term_years),
    }
    if None not in (inputs.wallet_minor, inputs.share_gain, inputs.extra_margin):
        packages[Offer.EXCLUSIVITY] = replace(asked, is_exclusive=True)
    offered = {offer: terms_of(package, inputs) for offer, package in packages.items()}
    commission = inputs.course.commission
    if inputs.margin_floor + commission >= 1:
        return offered  # no price is high enough
    limit = walk_away_price(cost, inputs.margin_floor, commission)
    return offered | {
        Offer.WALK_AWAY: replace(
            offered[Offer.AS_IS],
            net_price_minor=limit,
            revenue_minor=limit,
            commission_minor=commission * limit,
            probability=None,
        )
    }


def outcomes(inputs: RenewalInputs, advised: Package | None) -> tuple[Outcome, ...]:
    """What each offer leads to, ranked; ours is the advice as far as nothing else was typed."""
    offered = usual_offers(inputs)
    if not offered:
        return ()
    base = unchanged(inputs) if advised is None else advised
    offered[Offer.COUNTER] = terms_of(offered_package(inputs, base), inputs)
    as_is = offered[Offer.AS_IS]
    shown = [offer for offer in Offer if offer in offered]
    return _ranked([outcome_of(offer, offered[offer], as_is, inputs) for offer in shown])


def best(found: Sequence[Outcome]) -> Outcome | None:
    """The first offer of rank one; None where no offer is admissible."""
    return next((outcome for outcome in found if outcome.rank == 1), None)


def _ranked(found: Sequence[Outcome]) -> tuple[Outcome, ...]:
    values = [worth for outcome in found if (worth := _counting(outcome)) is not None]
    return tuple(
        outcome
        if (own := _counting(outcome)) is None
        else replace(outcome, rank=1 + sum(value > own for value in values))
        for outcome in found
    )


def _counting(outcome: Outcome) -> float | None:
    """The worth by which an offer is ranked."""
    return outcome.expected_npv_minor if outcome.bar is None else None
