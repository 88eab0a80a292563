"""What went wrong by the client's own deck and data: findings, goals, setbacks."""

from collections.abc import Sequence
from dataclasses import replace

from messages.formats import begun
from reports.deck.review.concern import Concern
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matters import decided, owned
from reports.deck.review.signal_words import begun_small, joined, setback_words, team_words
from reports.deck.slide_context import Value
from reports.deck.turns import within_a_week
from reports.deck.view.internal_view import OffTarget
from transforms.clients.judgement import is_mostly
from transforms.clients.setbacks import Kind, Setback, goals_missed
from transforms.signals import dissatisfied, falling_use


def shown(context: InternalContext) -> Concern | None:
    """The worst that the client's own deck tells of, with its action and day there."""
    bad = [item for item in context.inside.found if item.is_bad]
    return _seen_there(context, bad) if bad else None


def _seen_there(context: InternalContext, found: Sequence[OffTarget]) -> Concern:
    """The first of what the client's own deck tells of."""
    first, *others = found
    small = replace(first.clause, text=begun_small(first.clause.text))
    big = begun(first.clause.text)
    lead = others[0].clause.text if others else ""
    step = first.step or context.say("overview.prepare")
    told = context.phrase("titles.overview.pressing", {"first": small})
    due, owner, decide = first.due, first.owner, first.decide
    return Concern(told, big, lead, "", step, due=due, owner=owner, decide=decide)


def unmet(context: InternalContext) -> Concern | None:
    """Most of the goals that were measured were missed."""
    missed, measured = goals_missed(context.view.goals)
    if not is_mostly(missed, measured):
        return None
    values: dict[str, Value] = {
        "n": context.tally(missed, "goals"),
        "all": context.tally(measured, "goals"),
    }
    told = context.counted("titles.overview.unmet", missed, values)
    big = context.counted("overview.unmet", missed, values).text
    step = context.words.count("overview.recover", missed)
    owner, day = owned(context, "goals")
    decide = decided(context, "goals")
    return Concern(told, big, "", "", step, due=day, owner=owner, decide=decide)


_PAGES = {
    Kind.USE: "usage",
    Kind.USE_ON_YEAR: "usage",
    Kind.OPINION: "satisfaction",
    Kind.PROMISES: "commitments",
}
"""The page of the client's deck that has what went wrong."""
_STEPS = {
    Kind.USE: (falling_use.SPEC, "ask"),
    Kind.USE_ON_YEAR: (falling_use.SPEC, "ask"),
    Kind.OPINION: (dissatisfied.SPEC, "call"),
}


def set_back(context: InternalContext) -> Concern | None:
    """The worst that went wrong by its data, but for promises past their day."""
    found = context.inside.setbacks
    return _gone_wrong(context) if found and found[0].kind is not Kind.PROMISES else None


def late(context: InternalContext) -> Concern | None:
    """Promises past their day alone; a goal that was missed, in the client's deck, before them."""
    if not context.inside.setbacks:
        return None
    missed = [item for item in context.inside.found if item.slide == "goals"]
    return _seen_there(context, missed) if missed else _gone_wrong(context)


def _gone_wrong(context: InternalContext) -> Concern:
    found = context.inside.setbacks
    told = [setback_words(context, item) for item in found]
    owner, day = owned(context, _PAGES.get(found[0].kind, ""))
    if found[0].kind in _STEPS:  # what is asked feeds what is decided
        day = within_a_week(context)
    return Concern(
        context.phrase("titles.overview.pressing", {"first": begun_small(told[0])}),
        told[0],
        joined([*_where(context, found[0]), *told[1:]]),
        "",
        _step_on(context, found[0]),
        due=day,
        owner=owner,
        decide=decided(context, _PAGES.get(found[0].kind, "")),
    )


def _where(context: InternalContext, item: Setback) -> list[str]:
    """The team that a fall of use stands in."""
    team = team_words(context) if item.kind is Kind.USE else ""
    return [team] if team else []


def _step_on(context: InternalContext, item: Setback) -> str:
    if item.kind is Kind.PROMISES:
        return context.words.count("overview.redate", round(item.size))
    if item.kind is Kind.SEATS:
        return context.say("overview.seats_cut")
    spec, step = _STEPS.get(item.kind, _STEPS[Kind.USE])
    return spec.step(step, context.words.language)
