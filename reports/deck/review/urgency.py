"""What comes first of a client: one order for the title, the risk and the step of its review."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from messages.catalogue import catalogue
from messages.clause import named
from messages.formats import begun
from reports.deck.chain.renewal import pressing_link
from reports.deck.internal_slides.cadence import acts_on_people, gone
from reports.deck.model import Figure
from reports.deck.review.class_words import why_of_class
from reports.deck.review.concern import Concern
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matters import (
    TONES,
    approving,
    day_of,
    decided,
    main_risk,
    owned,
    slide_of,
)
from reports.deck.review.off_target import late, set_back, shown, unmet
from reports.deck.review.overdue import (
    collecting,
    does_owe_much,
    is_doubted,
    is_much_disputed,
    is_to_collect,
)
from reports.deck.review.signal_words import (
    advice_of,
    begun_small,
    evidence_in_short,
    joined,
    name_of,
)
from reports.deck.slide_context import Phrase, Tone
from reports.deck.turns import turns_of
from transforms.clients.relationship import Standing
from transforms.renewals.requests import RenewalRequest
from transforms.signals import Severity, Signal, discount_asked, is_mild


def concern_of(context: InternalContext) -> Concern:
    """The first there is: what ends within days, money overdue, a discount asked for, a signal,
    a dispute over much, the worst that the client's own deck shows, a score that fell, a contact
    who left, a promise past its day, a class that asks for something, a smaller dispute, complaints
    of who rates our help well, something to win; else that all is calm."""
    return next(found for find in _ORDER if (found := find(context)) is not None)


def is_chance(context: InternalContext) -> bool:
    """Whether what comes first is something to win."""
    return concern_of(context) == _chance(context)


def _pressing(context: InternalContext) -> Concern | None:
    link = pressing_link(context)
    if link is None:
        return None
    small = replace(link.finding, text=begun_small(link.finding.text))
    turns, is_notice = turns_of(context), link.rule == "notice_now"
    day = turns.notice if is_notice else turns.renewal
    return Concern(
        context.phrase("titles.overview.pressing", {"first": small}),
        context.formats.day(day) if day else "",
        link.finding.text,
        "renewal",
        context.say("overview.confirm") if is_notice else link.action,
    )


def _owing(context: InternalContext) -> Concern | None:
    return _overdue(context) if does_owe_much(context) else None


def _owing_some(context: InternalContext) -> Concern | None:
    """Less than a month's fee, where somebody has to ask for it all the same."""
    return _overdue(context) if is_to_collect(context) else None


def _overdue(context: InternalContext) -> Concern:
    overdue, fee = context.get("overdue_balance"), context.get("mrr")
    is_level = overdue.value_minor == fee.value_minor
    rule = "_level" if is_level else "" if fee.value_minor else "_alone"
    title = "owing_doubted" if is_doubted(context) else "owing"
    return Concern(
        context.phrase(f"titles.overview.{title}", {"amount": context.figure(overdue)}),
        context.text_of(overdue),
        context.say(f"overview.owing{rule}", {"fee": context.text_of(fee)}),
        "receivables",
        collecting(context),
    )


def _asked(context: InternalContext) -> Concern | None:
    """A discount asked for of which no signal tells yet: it came after the period."""
    request = context.inside.request
    if request is None or request.outcome or request.requested_date < context.period.end:
        return None
    day = context.formats.day(request.requested_date)
    rival = {"name": request.competitor}
    return Concern(
        *_how_much(context, request),
        joined([day, *([context.say("renewal.competitor", rival)] if request.competitor else [])]),
        "renewal",
        context.say("brief.weigh"),
    )


def _how_much(context: InternalContext, request: RenewalRequest) -> tuple[Phrase, str]:
    """The discount that is asked for, as the end of a title and on its own."""
    share = context.formats.percent(request.discount)
    figure = Figure(share, request.discount, table="renewal_requests")
    title = context.phrase("titles.overview.asked", {"share": figure})
    return title, context.say("overview.asked", {"share": share})


def _of_signal(context: InternalContext, signal: Signal) -> Concern:
    name, request = name_of(context, signal), context.inside.request
    rule = "chance" if signal.severity is Severity.CHANCE else "risk"
    told = context.phrase(f"titles.overview.{rule}", {"first": begun_small(name)}), name
    if signal.kind == discount_asked.SPEC.id and request is not None and not request.outcome:
        told = _how_much(context, request)
    owner, _ = owned(context, slide_of(signal))
    return Concern(
        *told,
        evidence_in_short(context, signal),
        "signals",
        approving(context, signal) or advice_of(context, signal)[0],
        TONES[signal.severity],
        evidence_in_short(context, signal, 1),
        day_of(context, signal),
        owner,
        decided(context, slide_of(signal)),
    )


def _warned(context: InternalContext) -> Concern | None:
    """The first signal that warns; one that has time comes after the main risk of the client's own
    deck."""
    found = context.inside.signals
    if found and found[0].severity is Severity.WATCH and main_risk(context) is not None:
        return None
    is_warning = bool(found) and found[0].severity is not Severity.CHANCE
    is_warning = is_warning and not is_mild(found[0])
    return _of_signal(context, found[0]) if is_warning else None


def _complained(context: InternalContext) -> Concern | None:
    """Complaints though help is rated well."""
    found = context.inside.signals
    return _of_signal(context, found[0]) if found and is_mild(found[0]) else None


def _chance(context: InternalContext) -> Concern | None:
    found = context.inside.signals
    is_one = bool(found) and found[0].severity is Severity.CHANCE
    return _of_signal(context, found[0]) if is_one else None


def _disputed(context: InternalContext) -> Concern | None:
    """A dispute over much: most of what is open, or as much as a month's fee."""
    return _contested(context) if is_much_disputed(context) else None


def _contested(context: InternalContext) -> Concern | None:
    """A dispute of any size: small ones come after all that is worse."""
    disputed, balance = context.get("disputed_balance"), context.get("open_balance")
    if not disputed.value_minor:
        return None
    amount = context.figure(disputed)
    return Concern(
        context.phrase("titles.overview.disputed", {"amount": amount}),
        amount.text,
        context.say("overview.disputed_lead", {"balance": context.text_of(balance)}),
        "receivables",
        context.say("overview.settle", {"amount": amount.text}),
    )


def _losing(context: InternalContext) -> Concern | None:
    relationship = context.inside.relationship
    change = relationship.change or 0.0
    is_seen = change <= -context.view.thresholds.materiality_points
    if not is_seen or not relationship.is_comparable:
        return None
    text = context.units("points", -change, 0)
    size = Figure(text, change, "relationship_score", str(context.period), part="change")
    broken = _broken(context)
    told = context.phrase("titles.overview.losing", {"size": size})
    if broken is not None:
        return replace(broken, told=told)
    big = context.say("overview.losing", {"size": text})
    step, due, owner = _calm_act(context)
    why = why_of(context)
    return Concern(told, big, why, "standing", step, Tone.FLAT, due=due, owner=owner)


def _left(context: InternalContext) -> Concern | None:
    """Somebody who is no longer there, where nothing is broken."""
    told = gone(context)
    if not isinstance(told, Phrase) or is_broken(context):
        return None
    big = told.text.removeprefix("; ")
    step = acts_on_people(context)[0]
    return Concern(told, begun(big), "", "cadence", step, Tone.FLAT)


def _broken(context: InternalContext) -> Concern | None:
    if not is_broken(context):
        return None
    acts = acts_on_people(context)
    step = acts[0] if acts else context.say("overview.repair")
    return Concern("", class_of(context), why_of(context), "standing", step)


def _calm(context: InternalContext) -> Concern:
    step, due, owner = _calm_act(context)
    return Concern(
        context.phrase("titles.overview.calm"),
        context.say("overview.no_risk"),
        why_of(context),
        "standing",
        step,
        Tone.MISSING if is_unknown(context) else Tone.GOOD,
        due=due,
        owner=owner,
    )


def _calm_act(context: InternalContext) -> tuple[str, date | None, str]:
    """Meetings that are not held, else what the client's deck does about what it shows, with its
    day and whose it is there."""
    if is_unknown(context):
        return context.say("overview.unknown_ask"), None, ""
    if acts := acts_on_people(context):
        return acts[0], None, ""
    found = context.inside.found
    planned = next((item for item in found if item.step), None)
    if planned is not None:
        return planned.step, planned.due, planned.owner
    return context.say("overview.prepare" if found else "summary.nothing_asked"), None, ""


_WARNINGS = (_pressing, _owing, _asked, _warned, _disputed, shown, unmet, set_back, _owing_some)
_ORDER: tuple[Callable[[InternalContext], Concern | None], ...] = (
    *_WARNINGS,
    *(_losing, _left, late, _broken, _contested, _complained, _chance, _calm),
)


def why_of(context: InternalContext) -> str:
    """Why the relationship stands in its class, and what comes first of the client beside it."""
    return why_of_class(context, watched(context))


def watched(context: InternalContext) -> str:
    """What comes first of a client beside its class, in a few words, by the order of the title;
    empty where nothing warns."""
    found = (find(context) for find in (*_WARNINGS, _left, late))
    first = next((item for item in found if item is not None), None)
    if first is None:
        return ""
    title = first.told.text if isinstance(first.told, Phrase) else ""
    return title.partition(": ")[2] or first.big


def class_of(context: InternalContext) -> str:
    """What to do with the relationship, by name."""
    standing = context.inside.relationship.standing
    if standing is None:
        return context.say("absent")
    return catalogue(context.words.language).say(named("standing", standing))


def is_unknown(context: InternalContext) -> bool:
    """Whether there is neither a score nor a fee."""
    return context.inside.relationship.points is None and context.get("arr").value_minor is None


def is_broken(context: InternalContext) -> bool:
    """Whether the class itself asks for something."""
    return context.inside.relationship.standing in (Standing.REPAIR, Standing.EXIT)
