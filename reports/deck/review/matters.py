"""What the page of signals lists: signals, money overdue, and the main risk that the client's own
deck shows, each with steps, an owner and a day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from messages.formats import begun
from reports.deck.internal_slides.cadence import acts_on_people, departed
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.overdue import (
    collecting,
    does_owe_much,
    is_much_disputed,
    is_to_collect,
)
from reports.deck.review.renewal_options import approver_of, offer_in_short, offering, proposed
from reports.deck.review.signal_words import begun_small, evidence_rows, name_of, steps_of
from reports.deck.slide_context import Phrase, Tone, Value
from reports.deck.turns import within_a_week
from reports.deck.view.internal_view import OffTarget
from transforms.signals import (
    Severity,
    Signal,
    complaints,
    discount_asked,
    dissatisfied,
    falling_use,
    internal_bottleneck,
)

_PLANNED = {
    falling_use.SPEC.id: "usage",
    dissatisfied.SPEC.id: "satisfaction",
    complaints.SPEC.id: "satisfaction",
    internal_bottleneck.SPEC.id: "delivery",
}
TONES = {Severity.ALERT: Tone.BAD, Severity.WATCH: Tone.FLAT, Severity.CHANCE: Tone.GOOD}
_RANKS = (Severity.ALERT, Severity.WATCH, Severity.CHANCE)


@dataclass(frozen=True)
class Matter:
    """A row of that page."""

    severity: Severity
    name: str
    told: Value
    """As a title ends."""
    evidence: tuple[str, ...]
    steps: tuple[str, ...]
    owner: str
    day: date
    is_debt: bool = False


def matters(context: InternalContext, most: int) -> list[Matter]:
    """The most urgent first, each with so many steps at most, in the order of the summary's title:
    much money overdue and the main risk of the client's deck before signals that are as urgent;
    a dispute over much, what else that deck shows, less money overdue and contacts who left after
    them."""
    main = main_risk(context)
    found = _debt(context) if does_owe_much(context) else []
    found += _risks(context, [main] if main else [])
    found += [_of_signal(context, signal, most) for signal in context.inside.signals]
    found += _dispute(context)
    found += _risks(context, [item for item in _untold(context) if item is not main])
    found += [] if does_owe_much(context) else _debt(context)
    found += _people(context)
    return sorted(found, key=lambda item: _RANKS.index(item.severity))


def main_risk(context: InternalContext) -> OffTarget | None:
    """The worst that the client's own deck shows, where it is more than a trifle and no signal
    tells of it."""
    first = next((item for item in context.inside.found if item.is_bad), None)
    return first if first in _untold(context) else None


def _untold(context: InternalContext) -> list[OffTarget]:
    """What that deck shows of more than trifles, and no signal tells of."""
    told = {slide_of(signal) for signal in context.inside.signals}
    bad = (item for item in context.inside.found if item.is_bad and item.is_major)
    return [item for item in bad if item.slide not in told]


def _risks(context: InternalContext, found: Iterable[OffTarget]) -> list[Matter]:
    """A row of each that something is done about."""
    return [_of_risk(context, item) for item in found if item.step]


def _of_risk(context: InternalContext, risk: OffTarget) -> Matter:
    owner, day = owned(context, risk.slide)
    text = risk.clause.text
    is_open = risk.slide == "service" and bool(context.get("critical_open").number)
    return Matter(
        Severity.ALERT if is_open else Severity.WATCH,
        context.say(f"kickers.{risk.slide}"),
        replace(risk.clause, text=begun_small(text)),
        (begun(text),),
        (risk.step,),
        owner,
        day,
    )


def _people(context: InternalContext) -> list[Matter]:
    """Contacts who left, as one row."""
    left = departed(context)
    if not left:
        return []
    count = context.tally(len(left), "contacts")
    told = context.counted("signals.left", len(left), {"n": count})
    who = context.formats.items([person.name for person in left])
    step = acts_on_people(context)[0]
    name = context.say("overview.left")
    owner, day = owned(context, "")
    return [Matter(Severity.WATCH, name, told, (who,), (step,), owner, day)]


def _debt(context: InternalContext) -> list[Matter]:
    if not is_to_collect(context) or not context.view.is_active:
        return []
    overdue, balance = context.get("overdue_balance"), context.get("open_balance")
    amount = context.figure(overdue)
    whole = {"amount": amount.text, "balance": context.text_of(balance)}
    return [
        Matter(
            Severity.ALERT if does_owe_much(context) else Severity.WATCH,
            context.say("signals.overdue"),
            context.phrase("signals.overdue_told", {"amount": amount}),
            (context.say("signals.overdue_of", whole),),
            (collecting(context),),
            *owned(context, ""),
            is_debt=True,
        )
    ]


def _dispute(context: InternalContext) -> list[Matter]:
    """A dispute over much, where nothing of it has to be collected."""
    if is_to_collect(context) or not is_much_disputed(context) or not context.view.is_active:
        return []
    amount = context.figure(context.get("disputed_balance"))
    whole = {"amount": amount.text, "balance": context.text_of(context.get("open_balance"))}
    return [
        Matter(
            Severity.WATCH,
            context.say("overview.disputed"),
            context.phrase("signals.disputed_told", {"amount": amount}),
            (context.say("signals.overdue_of", whole),),
            (context.say("overview.settle", {"amount": amount.text}),),
            *owned(context, ""),
            is_debt=True,
        )
    ]


def _of_signal(context: InternalContext, signal: Signal, most: int) -> Matter:
    """A signal with no more rows of evidence than there are steps."""
    steps = [_at_todays_seats(context, step) for step in steps_of(context, signal)][:most]
    if step := approving(context, signal):
        steps = [step, *steps[1:]]
    evidence = evidence_rows(context, signal, max(1, len(steps)))
    owner, _ = owned(context, slide_of(signal))
    name = name_of(context, signal)
    told = Phrase(begun_small(name), f"signals.{signal.kind}")
    day = day_of(context, signal)
    return Matter(signal.severity, name, told, tuple(evidence), tuple(steps), owner, day)


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


def slide_of(signal: Signal) -> str:
    """The page of the client's deck whose action answers a signal; empty where none does."""
    return _PLANNED.get(signal.kind, "")


def decided(context: InternalContext, slide: str) -> date | None:
    """Until when the client is asked to decide on that action, where its deck says so."""
    found = (item for item in context.inside.found if slide and item.slide == slide and item.due)
    return next((item.decide for item in found), None)


def owned(context: InternalContext, slide: str) -> tuple[str, date]:
    """Whose an action on what a page of the client's deck shows is, and until when: as in that
    deck's plan, where it has one; else the manager's, within a week."""
    view, day = context.view, within_a_week(context)
    owner = view.manager_name or view.company_name
    for item in context.inside.found:
        if slide and item.slide == slide and item.due:
            return item.owner or owner, item.due
    return owner, day


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
