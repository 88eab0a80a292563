"""What comes first of a client: one order for the title, the risk and the step of its review."""

from dataclasses import replace
from datetime import date

from messages.catalogue import catalogue
from messages.clause import named
from reports.deck.internal_slides.cadence import acts_on_people
from reports.deck.model import Figure
from reports.deck.review.class_words import why_of_class
from reports.deck.review.concern import Concern
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import TONES, Matter
from reports.deck.review.matters import matters
from reports.deck.slide_context import Phrase, Tone
from transforms.clients.relationship import Standing
from transforms.signals import Severity

_STEPS = 3


def concern_of(context: InternalContext) -> Concern:
    """The first row of the signals' page, where it warns; else a score that fell, or a class that
    asks for something; else that row, be it mild or something to win; else that all is calm."""
    first = next(iter(matters(context, _STEPS)), None)
    if first is not None and first.is_warning:
        return _of_matter(context, first)
    found = _losing(context) or _broken(context)
    return found or (_calm(context) if first is None else _of_matter(context, first))


def is_chance(context: InternalContext) -> bool:
    """Whether what comes first is something to win."""
    return concern_of(context).tone is Tone.GOOD and bool(matters(context, _STEPS))


def _of_matter(context: InternalContext, first: Matter) -> Concern:
    rule = "chance" if first.severity is Severity.CHANCE else "risk"
    return Concern(
        context.phrase(f"titles.overview.{rule}", {"first": first.told}),
        first.big,
        first.lead,
        first.slide,
        first.steps[0],
        TONES[first.severity],
        first.short,
        first.day,
        first.owner,
        first.decide,
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


def why_of(context: InternalContext) -> str:
    """Why the relationship stands in its class, and what comes first of the client beside it."""
    return why_of_class(context, watched(context))


def watched(context: InternalContext) -> str:
    """What comes first of a client beside its class, in a few words, by the order of the title;
    empty where nothing warns."""
    first = next(iter(matters(context, _STEPS)), None)
    if first is None or not first.is_warning:
        return ""
    return first.told.text if isinstance(first.told, Phrase) else first.big


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
