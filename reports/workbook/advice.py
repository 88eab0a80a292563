"""What to answer the client, in words, with the numbers behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from reports.workbook.brief import Brief
from reports.workbook.input_line import ESSENTIAL
from transforms.renewals.acceptance import POLICY_DISCOUNT
from transforms.renewals.discount_arithmetic import gross_profit_lost, walk_away_price
from transforms.renewals.offers import Offer, Outcome, Package, margin_of
from transforms.renewals.opening import is_doubted, opening
from transforms.renewals.precedents import summary_of
from transforms.renewals.running_contracts import Agreement
from transforms.renewals.scenarios import unchanged
from transforms.renewals.solver import Candidate, Solution, Tipping
from transforms.renewals.value import YEAR_MONTHS, Payment


@dataclass(frozen=True)
class Advice:
    """A conclusion, and the sentences that carry it."""

    headline: str
    sentences: tuple[str, ...]


def advice(brief: Brief) -> Advice:
    """The conclusion on the issued inputs.

    Without price or cost it says what is missing; where the policy admits no offer, that.
    """
    sentences = (
        *_missing(brief),
        *_effect(brief),
        *_concessions(brief),
        *_full_cost(brief),
        *_smallest(brief),
        *_basis(brief),
        *_precedents(brief),
        *_floor(brief),
        *_approval(brief),
    )
    return Advice(_headline(brief), sentences)


def _headline(brief: Brief) -> str:
    say, words, solution = brief.words.say, brief.words, brief.solution
    if brief.successor is not None:
        return _settled(brief, brief.successor)
    if solution is None:
        names = _and(brief, [say(f"input.{key}").lower() for key in _lacking(brief)])
        return say("advice.headline_missing", names=names)
    if solution.advised is None:
        floor = words.percent(brief.inputs.margin_floor)
        return say("advice.headline_below_floor", floor=floor)
    asked, first = package_text(brief, solution.asked.package), opening_of(brief)
    key = f"advice.headline_{_verdict(brief, solution, solution.advised)}"
    return say(
        key,
        asked=asked,
        first="" if first is None else package_text(brief, first.terms.package),
        package=package_text(brief, solution.advised.package),
        gain=_signed(brief, solution.gain_minor),
        gap=_signed(brief, solution.advised.expected_minor - solution.asked.expected_minor),
        margin=_margin_text(brief, solution.advised),
        turns=_turns_briefly(brief, solution),
    )


def _turns_briefly(brief: Brief, solution: Solution) -> str:
    """The nearest probability of renewal at today's price that turns the answer over."""
    found = [
        (abs(tipping.probability - brief.inputs.today), side, tipping.probability)
        for side, tipping in (("above", solution.above), ("below", solution.below))
        if tipping is not None
    ]
    _, side, share = min(found, default=(0.0, "never", 0.0))
    return brief.words.say("advice.headline_turns", side=side, share=brief.words.percent(share))


def _settled(brief: Brief, successor: Agreement) -> str:
    words, end = brief.words, successor.end_date
    return words.say(
        "advice.headline_settled" if end else "advice.headline_settled_endless",
        start=words.day(successor.start_date),
        end="" if end is None else words.day(end - timedelta(days=1)),
    )


def _verdict(brief: Brief, solution: Solution, advised: Candidate) -> str:
    is_asked = is_anything_asked(brief)
    if advised.package == unchanged(brief.inputs):
        return "keep" if is_asked else "keep_unasked"
    if not is_asked:
        return "offer_unasked" if opening_of(brief) is None else "open_unasked"
    return "grant" if advised.package == solution.asked.package else "counter"


def opening_of(brief: Brief) -> Outcome | None:
    """What to open with where nothing is asked and what is advised gives a discount."""
    return opening(
        brief.outcomes,
        is_asked=is_anything_asked(brief),
        is_doubted=is_doubted(brief.inputs),
    )


def is_anything_asked(brief: Brief) -> bool:
    """Whether the client wants anything but to renew as it is."""
    solution = brief.solution
    if solution is None:
        return brief.inputs.discount > 0
    return solution.asked.package != unchanged(brief.inputs)


def _signed(brief: Brief, minor: float) -> str:
    text = brief.words.money(minor)
    return f"+{text}" if round(minor) > 0 else text


def _margin_text(brief: Brief, candidate: Candidate) -> str:
    return brief.words.percent(margin_of(candidate.terms) or 0.0)


def package_text(brief: Brief, package: Package) -> str:
    """An offer's conditions in words: what differs from renewing unchanged."""
    say, words = brief.words.say, brief.words
    base = unchanged(brief.inputs)
    if package == base:
        return say("package.unchanged")
    key = "package.plain" if package.discount else "package.at_price"
    parts = [say(key, discount=words.percent(package.discount), years=package.years)]
    if package.services > 0:
        worth = package.services * (brief.inputs.price_minor or 0)
        parts.append(say("package.services", worth=words.money(worth)))
    if package.payment != base.payment:
        parts.append(_payment_text(brief, package.payment))
    if package.is_exclusive:
        parts.append(say("package.exclusive"))
    return ", ".join(parts)


def _payment_text(brief: Brief, payment: Payment) -> str:
    """How it is invoiced and paid."""
    kinds = {YEAR_MONTHS: "yearly", 1: "monthly"}
    kind, days = kinds.get(payment.months, "other"), round(payment.days)
    return brief.words.say("package.payment", kind=kind, months=payment.months, days=days)


def offer_name(brief: Brief, offer: Offer) -> str:
    """The offer as its column is headed."""
    name = brief.words.say(f"offer.{offer.value}")
    return f"{brief.inputs.term_years}{name}" if offer is Offer.LONG_TERM else name


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
    if not inputs.price_minor:
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


def reason_text(brief: Brief) -> str:
    """Why this answer: the worths that it weighs, or what keeps it from being told."""
    say, words, solution = brief.words.say, brief.words, brief.solution
    if brief.successor is not None:
        return say("advice.reason_settled")
    if solution is None:
        return say("advice.reason_missing")
    if solution.advised is None:
        return say("advice.reason_none", floor=words.percent(brief.inputs.margin_floor))
    package = package_text(brief, solution.advised.package)
    told = say(
        "advice.worths",
        against=_held_against(brief, solution, solution.advised),
        package=package[0].upper() + package[1:],
        worth=words.money(solution.advised.expected_minor),
        request=words.money(solution.asked.expected_minor),
        as_is=words.money(solution.unchanged.expected_minor),
        years=brief.inputs.course.horizon_years,
    )
    if solution.asked.bar is None:
        return told
    return f"{told} {say('advice.reason_barred', bar=solution.asked.bar.value)}"


def _held_against(brief: Brief, solution: Solution, advised: Candidate) -> str:
    """What the answer is told beside: never an offer that it is itself, nor what nobody asks."""
    verdict = _verdict(brief, solution, advised)
    return {"counter": "both", "keep": "request", "keep_unasked": "nothing"}.get(verdict, "as_is")


def _full_cost(brief: Brief) -> Iterator[str]:
    """Where counting all cost would rank the offers otherwise, and why it does not decide."""
    admitted = [item for item in brief.outcomes if item.rank is not None]
    by_full = max(admitted, key=_full, default=None)
    by_avoidable = next((item for item in admitted if item.rank == 1), None)
    if by_full is not None and by_avoidable is not None and _full(by_full) > _full(by_avoidable):
        yield brief.words.say(
            "advice.full_cost_differs",
            offer=offer_name(brief, by_full.offer),
            advised=offer_name(brief, by_avoidable.offer),
        )


def _full(outcome: Outcome) -> float:
    return outcome.expected_full_minor or 0.0


def _smallest(brief: Brief) -> Iterator[str]:
    """What gives up least among the offers that are about as likely taken as the request."""
    words, solution = brief.words, brief.solution
    if solution is None or solution.smallest is None or not is_anything_asked(brief):
        return
    yield words.say(
        "advice.smallest",
        package=package_text(brief, solution.smallest.package),
        odds=words.percent(solution.smallest.terms.probability or 0.0),
        asked=words.percent(solution.asked.terms.probability or 0.0),
        worth=words.money(solution.smallest.expected_minor),
    )


def turning_points(brief: Brief) -> tuple[str, ...]:
    """Where the advice changes with the probability of renewal at today's price."""
    solution = brief.solution
    if brief.successor is not None or solution is None or solution.advised is None:
        return ()
    found = [
        _turning(brief, key, tipping)
        for key, tipping in (("above", solution.above), ("below", solution.below))
        if tipping is not None
    ]
    return tuple(found) or (brief.words.say("advice.turns_never"),)


def _turning(brief: Brief, key: str, tipping: Tipping) -> str:
    return brief.words.say(
        f"advice.turns_{key}",
        share=brief.words.percent(tipping.probability),
        now=brief.words.percent(brief.inputs.today),
        package=package_text(brief, tipping.becomes),
    )


def _basis(brief: Brief) -> Iterator[str]:
    """Whose probabilities they are."""
    if brief.solution is None:
        return
    say, words, inputs, own = brief.words.say, brief.words, brief.inputs, brief.client.decided
    usual = "own" if own is not None and own.is_usable else "policy"
    stated = inputs.probability_discounted if inputs.asked_share > 0 else None
    then = inputs.default_probability_discounted if stated is None else stated
    yield say(
        "advice.basis",
        now=words.percent(inputs.today),
        then=words.percent(then),
        whose_now=say(f"basis.{usual if inputs.probability is None else 'stated'}"),
        whose_then=say(f"basis.{usual if stated is None else 'stated'}"),
        given=say(
            "basis.asked" if stated is not None else "basis.twenty",
            share=words.percent(POLICY_DISCOUNT),
        ),
    )
    if own is not None:
        key = "advice.basis_own" if own.is_usable else "advice.basis_contrary"
        yield say(key, count=own.count, first=own.first.year, last=own.last.year)
    if inputs.curve.slope == 0:
        yield say("advice.basis_level")


def _precedents(brief: Brief) -> Iterator[str]:
    """What like clients were given, where enough cases are decided to say it."""
    if summary_of(brief.precedents, brief.inputs.asked_share if brief.inputs.price_minor else 0.0):
        yield precedents_text(brief)


def precedents_text(brief: Brief) -> str:
    """What like clients asked for and were given together; of too few, only how many."""
    say, words = brief.words.say, brief.words
    asked = brief.inputs.asked_share if brief.inputs.price_minor else 0.0
    found = summary_of(brief.precedents, asked)
    if found is None:
        return say("advice.precedents_few", count=len(brief.precedents))
    granted = found.median_granted
    told = say(
        "advice.precedents",
        count=found.count,
        renewed=found.renewed,
        asked=words.percent(found.median_asked),
        granted=words.absent if granted is None else words.percent(granted),
    )
    if found.median_margin is not None:
        request = brief.outcome(Offer.AS_REQUESTED) if is_anything_asked(brief) else None
        left = None if request is None else request.margin
        after = say(
            "advice.precedents_margin",
            margin=words.percent(found.median_margin),
            request="unknown" if left is None else "known",
            left=words.absent if left is None else words.percent(left),
        )
        told = f"{told} {after}"
    if not is_anything_asked(brief):
        return told
    extent = {0.0: "none", 1.0: "all"}.get(found.share_below, "some")
    below = words.percent(found.share_below)
    stands = say("advice.precedents_stand", extent=extent, below=below)
    return f"{told} {stands}"


def _floor(brief: Brief) -> Iterator[str]:
    """The price at which to let the client go."""
    say, words, inputs = brief.words.say, brief.words, brief.inputs
    if inputs.cost_minor is None or inputs.price_minor is None:
        return
    commission = inputs.course.commission
    if inputs.margin_floor + commission >= 1:
        return
    price = walk_away_price(inputs.cost_minor, inputs.margin_floor, commission)
    key = "advice.walk_away" if price <= inputs.price_minor else "advice.already_below"
    yield say(key, price=words.money(price), floor=words.percent(inputs.margin_floor))


def _approval(brief: Brief) -> Iterator[str]:
    """Whom the request would go to; the card says it of our offer."""
    words, request = brief.words, brief.outcome(Offer.AS_REQUESTED)
    if request is None or not is_anything_asked(brief):
        return
    share = request.list_discount
    yield words.say(
        "advice.approval" if share is not None else "advice.approval_unlisted",
        share=words.absent if share is None else words.percent(share),
        approver=brief.approving(request.approval),
        reason=brief.rule(request.approval),
    )
