"""Why a relationship stands in its class, in words."""

from messages.catalogue import catalogue
from messages.clause import named
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.signal_words import begun_small
from transforms.clients.relationship import BREAKABLE, Rule

_CALM = (Rule.STEADY, Rule.STRONG_AND_GROWING)
"""Rules of which a class with nothing to repair comes."""


def why_of_class(context: InternalContext, watched: str) -> str:
    """The rule that decided the class; of a broken part, which one it is. What loses points is
    not called stable, and `watched`, which comes first of the client (empty where nothing does),
    is told of every class that asks for no repair."""
    words, relationship = catalogue(context.words.language), context.inside.relationship
    if (rule := relationship.rule) is None:
        return ""
    limit = context.view.thresholds.materiality_points
    change = relationship.change if relationship.is_comparable else None
    if rule is Rule.STEADY and change is not None and change <= -limit:
        return context.say("standing.losing")
    if rule in _CALM and watched:
        is_still = change is not None and abs(change) < limit
        return _but(context, begun_small(watched), is_still=is_still)
    known = [part for part in relationship.parts if part.points is not None]
    breakable = [part for part in known if part.component in BREAKABLE]
    if rule is not Rule.BROKEN_PART or not breakable:
        return words.say(named("standing-rule", rule))
    weakest = min(breakable, key=lambda part: part.points or 0.0)
    part = words.say(named("component", weakest.component))
    return context.say("standing.broken", {"part": part})


def _but(context: InternalContext, what: str, *, is_still: bool) -> str:
    """What went wrong beside a score that is called steady only where it is known to be."""
    points = context.inside.relationship.points or 0.0
    values = {"what": what, "score": context.formats.decimal(points, 0)}
    return context.say(f"standing.set_back{'' if is_still else '_moved'}", values)
