"""What to answer the client, in words, with the numbers behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.workbook.brief import Brief
from reports.workbook.inputs import ESSENTIAL
from transforms.renewals.approval import ApprovalReason
from transforms.renewals.discount_arithmetic import (
    NoBreakEven,
    gross_profit_lost,
    largest_paying_discount,
    one_year_ceiling,
    walk_away_price,
)
from transforms.renewals.offers import Offer, Outcome, best


@dataclass(frozen=True)
class Advice:
    """A conclusion, and the sentences that carry it."""

    headline: str
    sentences: tuple[str, ...]


def advice(brief: Brief) -> Advice:
    """The conclusion on the issued inputs.

    Without price or cost it says what is missing; without probabilities, what would have to
    be true; where no discount pays, that none does.
    """
    sentences = (
        *_missing(brief),
        *_effect(brief),
        *_concessions(brief),
        *_pays(brief),
        *_alternatives(brief),
        *_floor(brief),
        *_approval(brief),
    )
    return Advice(_headline(brief), sentences)


def _headline(brief: Brief) -> str:
    say, words = brief.words.say, brief.words
    as_is = brief.outcome(Offer.AS_IS)
    if as_is is None or as_is.margin is None:
        names = _and(brief, [say(f"input.{key}").lower() for key in _lacking(brief)])
        return say("advice.headline_missing", names=names)
    if brief.inputs.discount == 0:
        return say("advice.headline_no_request", margin=words.percent(as_is.margin))
    chosen = best(brief.outcomes)
    if not any(outcome.is_above_floor for outcome in _offered(brief)):
        floor = words.percent(brief.inputs.margin_floor)
        return say("advice.headline_below_floor", floor=floor)
    if chosen is None or _request_worth(brief) is None:
        return say("advice.headline_unknown", discount=words.percent(brief.inputs.discount))
    return _chosen_headline(brief, chosen)


def _chosen_headline(brief: Brief, chosen: Outcome) -> str:
    say, words = brief.words.say, brief.words
    worth = chosen.expected_npv_minor or 0.0
    request = _request_worth(brief) or 0.0
    discount = words.percent(brief.inputs.discount)
    if chosen.terms.offer is Offer.AS_REQUESTED:
        gain = words.money(chosen.change_minor or 0.0)
        return say("advice.headline_grant", discount=discount, gain=gain)
    if chosen.terms.offer is Offer.AS_IS:
        return say("advice.headline_keep", discount=discount, gap=words.money(worth - request))
    return say(
        "advice.headline_offer",
        offer=offer_name(brief, chosen.terms.offer, is_mid_sentence=True),
        discount=discount,
        gap=words.money(worth - request),
    )


def offer_name(brief: Brief, offer: Offer, is_mid_sentence: bool = False) -> str:
    """The offer as its column is headed, or as sentences speak of it."""
    if is_mid_sentence:
        years = str(brief.inputs.term_years)
        return brief.words.say(f"offer_in_sentence.{offer.value}", years=years)
    name = brief.words.say(f"offer.{offer.value}")
    return f"{brief.inputs.term_years}{name}" if offer is Offer.LONG_TERM else name


def _offered(brief: Brief) -> list[Outcome]:
    return [item for item in brief.outcomes if item.terms.offer is not Offer.WALK_AWAY]


def _request_worth(brief: Brief) -> float | None:
    request = brief.outcome(Offer.AS_REQUESTED)
    return None if request is None else request.expected_npv_minor


def _lacking(brief: Brief) -> list[str]:
    return [key for key in ESSENTIAL if brief.line(key).value is None]


def _and(brief: Brief, names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    last = brief.words.say("advice.and", last=names[-1])
    return ", ".join(names[:-1]) + last


def _missing(brief: Brief) -> Iterator[str]:
    for key in _lacking(brief):
        yield brief.words.say(f"remedy.{key}")


def _effect(brief: Brief) -> Iterator[str]:
    """What the discount costs each year, were the client to stay either way."""
    say, words, inputs = brief.words.say, brief.words, brief.inputs
    if inputs.price_minor is None:
        return
    if inputs.discount == 0:
        yield say("advice.per_point", lost=words.money(inputs.price_minor / 100))
        return
    lost = words.money(gross_profit_lost(inputs.price_minor, inputs.discount))
    discount = words.percent(inputs.discount)
    before, after = brief.outcome(Offer.AS_IS), brief.outcome(Offer.AS_REQUESTED)
    if before is None or after is None or before.margin is None or after.margin is None:
        yield say("advice.effect_price_only", discount=discount, lost=lost)
        return
    yield say(
        "advice.effect",
        discount=discount,
        lost=lost,
        before=words.percent(before.margin),
        after=words.percent(after.margin),
    )


def _concessions(brief: Brief) -> Iterator[str]:
    """What is bundled with the discount."""
    words, inputs = brief.words, brief.inputs
    if inputs.concessions_minor == 0:
        return
    cost = inputs.added_value_cost_share * inputs.concessions_minor
    yield words.say(
        "advice.concessions",
        worth=words.money(inputs.concessions_minor),
        cost=words.money(cost),
    )


def _pays(brief: Brief) -> Iterator[str]:
    """Whether the discount can pay within the year, and what it would take."""
    say, words, inputs = brief.words.say, brief.words, brief.inputs
    avoidable, now = inputs.avoidable_margin, inputs.probability
    if avoidable is None:
        return
    if now is None:
        yield from _what_it_takes(brief)
        return
    ceiling = one_year_ceiling(avoidable, now)
    if inputs.discount == 0:
        yield say("advice.ceiling", now=words.percent(now), ceiling=words.percent(ceiling))
    elif _given(brief) > ceiling:
        yield say(
            "advice.cannot_pay",
            discount=words.percent(inputs.discount),
            now=words.percent(now),
            ceiling=words.percent(ceiling),
        )
        yield from _still_paying(brief, avoidable, now)
    elif inputs.probability_discounted is None:
        yield from _what_it_takes(brief)
    else:
        yield _largest(brief, avoidable, now, inputs.probability_discounted)


def _given(brief: Brief) -> float:
    """Profit given up by the request, bundled concessions with it, as a share of the price."""
    request = brief.outcome(Offer.AS_REQUESTED)
    return brief.inputs.discount if request is None else round(request.concession, 9)


def _still_paying(brief: Brief, avoidable: float, now: float) -> Iterator[str]:
    """What would pay instead of a request that cannot."""
    words, then = brief.words, brief.inputs.probability_discounted
    if then is None:
        return
    largest = largest_paying_discount(avoidable, now, then)
    key = "advice.only_up_to" if largest > 0 else "advice.no_discount_pays"
    odds = {"now": words.percent(now), "then": words.percent(then)}
    yield words.say(key, **odds, largest=words.percent(largest))


def _largest(brief: Brief, avoidable: float, now: float, discounted: float) -> str:
    say, words = brief.words.say, brief.words
    largest = largest_paying_discount(avoidable, now, discounted)
    odds = {"now": words.percent(now), "then": words.percent(discounted)}
    if largest == 0:
        return say("advice.no_discount_pays", **odds)
    key = "advice.pays" if _given(brief) <= largest else "advice.pays_up_to"
    return say(
        key,
        **odds,
        largest=words.percent(largest),
        discount=words.percent(brief.inputs.discount),
    )


def _what_it_takes(brief: Brief) -> Iterator[str]:
    say, words = brief.words.say, brief.words
    request = brief.outcome(Offer.AS_REQUESTED)
    if request is None or brief.inputs.discount == 0:
        return
    discount = words.percent(brief.inputs.discount)
    ratio, volume = request.probability_ratio, request.volume_ratio
    if isinstance(ratio, NoBreakEven) or isinstance(volume, NoBreakEven):
        yield say("advice.never_pays", discount=discount)
        return
    yield say(
        "advice.what_it_takes",
        discount=discount,
        ratio=words.number(ratio),
        volume=words.percent(volume),
    )
    needed = request.probability_needed
    if needed is not None and not isinstance(needed, NoBreakEven):
        yield say("advice.probability_needed", needed=words.percent(needed))


def _alternatives(brief: Brief) -> Iterator[str]:
    """The best offer beside the request, with its worth."""
    say, words = brief.words.say, brief.words
    chosen = best(brief.outcomes)
    request = brief.outcome(Offer.AS_REQUESTED)
    if chosen is None or request is None or request.expected_npv_minor is None:
        return
    if brief.inputs.discount == 0 or chosen.expected_npv_minor is None:
        return
    renewed = brief.outcome(Offer.AS_IS)
    as_is = None if renewed is None else renewed.expected_npv_minor
    yield say(
        "advice.best",
        offer=offer_name(brief, chosen.terms.offer),
        worth=words.money(chosen.expected_npv_minor),
        request=words.money(request.expected_npv_minor),
        as_is=words.absent if as_is is None else words.money(as_is),
        years=str(brief.inputs.course.horizon_years),
    )


def _floor(brief: Brief) -> Iterator[str]:
    """The price at which to let the client go."""
    say, words, inputs = brief.words.say, brief.words, brief.inputs
    if inputs.cost_minor is None or inputs.price_minor is None:
        return
    price = walk_away_price(inputs.cost_minor, inputs.margin_floor)
    key = "advice.walk_away" if price <= inputs.price_minor else "advice.already_below"
    yield say(key, price=words.money(price), floor=words.percent(inputs.margin_floor))


def _approval(brief: Brief) -> Iterator[str]:
    say, words = brief.words.say, brief.words
    request = brief.outcome(Offer.AS_REQUESTED)
    if request is None or request.approval is None or request.list_discount is None:
        return
    if brief.inputs.discount == 0:
        return
    decided = request.approval
    key = "advice.approval" if decided.reason is ApprovalReason.BAND else "advice.approval_because"
    yield say(
        key,
        share=words.percent(request.list_discount),
        approver=brief.approver(decided.approver),
        reason=say(f"approval_reason.{decided.reason.value}"),
    )
    chosen = best(brief.outcomes)
    if chosen is not None and chosen.approval is not None and chosen is not request:
        yield say("advice.approval_best", approver=brief.approver(chosen.approval.approver))
