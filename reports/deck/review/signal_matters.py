"""Signals as rows: whose each is, until when, and who approves the answer to a discount."""

from dataclasses import replace
from datetime import date

from reports.deck.model import Figure
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import Matter, decided, owned, slide_of
from reports.deck.review.off_target import main_risk
from reports.deck.review.renewal_options import approver_of, offer_in_short, offering, proposed
from reports.deck.review.signal_words import (
    begun_small,
    evidence_in_short,
    evidence_rows,
    joined,
    name_of,
    steps_of,
)
from reports.deck.slide_context import Phrase
from reports.deck.turns import within_a_week
from transforms.renewals.requests import RenewalRequest
from transforms.signals import (
    Severity,
    Signal,
    discount_asked,
    dissatisfied,
    falling_score,
    falling_use,
    is_mild,
)


def of_signal(context: InternalContext, signal: Signal, most: int) -> Matter:
    """A signal with no more rows of evidence than there are steps."""
    signal = _with_course(context, signal)
    steps = [_at_todays_seats(context, step) for step in steps_of(context, signal)][:most]
    if step := approving(context, signal):
        steps = [step, *steps[1:]]
    evidence = evidence_rows(context, signal, max(1, len(steps)))
    owner, _ = owned(context, slide_of(signal))
    name, request = name_of(context, signal), context.inside.request
    told, big = Phrase(begun_small(name), f"signals.{signal.kind}"), name
    if signal.kind == discount_asked.SPEC.id and request is not None and not request.outcome:
        told, big = _how_much(context, request)
    return Matter(
        signal.severity,
        big,
        told,
        tuple(evidence),
        tuple(steps),
        owner,
        day_of(context, signal),
        big,
        evidence_in_short(context, signal),
        evidence_in_short(context, signal, 1),
        about=_about(context, signal),
        decide=decided(context, slide_of(signal)),
        is_mild=is_mild(signal),
    )


def _with_course(context: InternalContext, signal: Signal) -> Signal:
    """One of discontent with where NPS came from, where another signal tells that it keeps falling:
    the two are one matter, and one row."""
    if signal.kind != dissatisfied.SPEC.id or dissatisfied.is_of_ratings(signal.evidence):
        return signal
    falls = [item for item in context.inside.signals if item.kind == falling_score.SPEC.id]
    course = [item for fall in falls for item in fall.evidence if item not in signal.evidence]
    return replace(signal, evidence=(*signal.evidence, *course))


def _about(context: InternalContext, signal: Signal) -> str:
    """The page of the client's deck that a signal tells of; of an NPS that keeps falling that on
    satisfaction, but where ratings alone are told of there."""
    if signal.kind != falling_score.SPEC.id:
        return slide_of(signal)
    rated = (item for item in context.inside.signals if item.kind == dissatisfied.SPEC.id)
    is_apart = any(dissatisfied.is_of_ratings(item.evidence) for item in rated)
    return "" if is_apart else "satisfaction"


def asked(context: InternalContext) -> list[Matter]:
    """A discount asked for of which no signal tells yet: it came after the period."""
    request = context.inside.request
    if request is None or request.outcome or request.requested_date < context.period.end:
        return []
    rival = {"name": request.competitor}
    said = [context.say("renewal.competitor", rival)] if request.competitor else []
    told, big = _how_much(context, request)
    why = joined([context.formats.day(request.requested_date), *said])
    step, owner = context.say("brief.weigh"), owned(context, "")
    return [Matter(Severity.ALERT, big, told, (why,), (step,), *owner, big, why, slide="renewal")]


def _how_much(context: InternalContext, request: RenewalRequest) -> tuple[Phrase, str]:
    """The discount that is asked for, as the end of a title and on its own."""
    share = context.formats.percent(request.discount)
    figure = Figure(share, request.discount, table="renewal_requests")
    told = context.phrase("signals.asked_told", {"share": figure})
    return told, context.say("overview.asked", {"share": share})


def _at_todays_seats(context: InternalContext, step: str) -> str:
    """The step on fewer seats, where the renewal's page works out options at today's: which of
    them is proposed there, and that it counts on all seats."""
    case = context.inside.renewal
    option = proposed(case) if case else None
    if option is None or step != falling_use.SPEC.step("seats", context.words.language):
        return step
    return context.say("signals.at_seats", {"offer": offer_in_short(context, option)})


def approving(context: InternalContext, signal: Signal) -> str:
    """Of a discount asked for: who approves the answer that the renewal's page works out; empty
    where there is none."""
    case = context.inside.renewal
    option = proposed(case) if case and signal.kind == discount_asked.SPEC.id else None
    if option is None:
        return ""
    values = {"offer": offering(context, option), "approver": approver_of(context, option)}
    return context.say("overview.approve", values)


def day_of(context: InternalContext, signal: Signal) -> date:
    """Until when the first step on a signal is taken. What is urgent is asked within a week,
    whatever day the plan has for what comes of it; what has time is done by the day of the client's
    deck, and before the client decides on it; what may be won waits for what may be lost."""
    soon = within_a_week(context)
    if signal.severity is Severity.ALERT:
        return soon
    if signal.severity is Severity.WATCH:
        slide = slide_of(signal)
        _, due = owned(context, slide)
        return max(soon, min(due, decided(context, slide) or due))
    risk = main_risk(context)
    days = [owned(context, risk.slide)[1]] if risk else []
    found = context.inside.signals
    days += [day_of(context, item) for item in found if item.severity is not Severity.CHANCE]
    return max([soon, *days])
