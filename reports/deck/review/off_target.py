"""What went wrong by the client's own deck and data: findings, goals, setbacks."""

from collections.abc import Iterable
from dataclasses import replace

from messages.formats import begun
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matter import Matter, decided, kicker, owned, slides_told
from reports.deck.review.signal_words import begun_small, joined, setback_words, team_words
from reports.deck.slide_context import Phrase, Value
from reports.deck.turns import within_a_week
from reports.deck.view.internal_view import OffTarget
from transforms.clients.judgement import is_mostly
from transforms.clients.setbacks import Kind, Setback, goals_missed
from transforms.signals import Severity, dissatisfied, falling_use


def is_still_open(context: InternalContext, item: OffTarget) -> bool:
    """Whether it tells of a critical incident that nobody closed yet."""
    return item.is_bad and item.slide == "service" and bool(context.get("critical_open").number)


def main_risk(context: InternalContext) -> OffTarget | None:
    """The worst that the client's own deck shows, where it is more than a trifle and no signal
    tells of it."""
    first = next((item for item in context.inside.found if item.is_bad), None)
    return first if first in _untold(context) else None


def _untold(context: InternalContext) -> list[OffTarget]:
    """What that deck shows of more than trifles, or of what is still open, and no signal tells
    of."""
    told = slides_told(context)
    bad = [item for item in context.inside.found if item.is_bad]
    weighty = (item for item in bad if item.is_major or is_still_open(context, item))
    return [item for item in weighty if item.slide not in told]


def risks_shown(context: InternalContext) -> list[OffTarget]:
    """Those, and the first of that deck, however slight."""
    first = next((item for item in context.inside.found if item.is_bad), None)
    if first is None or first.slide in slides_told(context):
        return _untold(context)
    return [*_untold(context), first]


def risks(context: InternalContext, found: Iterable[OffTarget]) -> list[Matter]:
    """A row of each, with what is done about it."""
    return [_of_risk(context, item) for item in found]


def rest_shown(context: InternalContext, told: set[str]) -> list[Matter]:
    """What else that deck shows and does something about, of pages that no row is about."""
    bad = (item for item in context.inside.found if item.is_bad and item.step)
    rest = (item for item in bad if item.slide not in told)
    return [replace(row, is_mild=True) for row in risks(context, rest)]


def _of_risk(context: InternalContext, risk: OffTarget) -> Matter:
    owner, day = owned(context, risk.slide)
    text = risk.clause.text
    others = [item for item in context.inside.found if item.is_bad and item is not risk]
    return Matter(
        Severity.ALERT if is_still_open(context, risk) else Severity.WATCH,
        kicker(context, risk.slide),
        replace(risk.clause, text=begun_small(text)),
        (begun(text),),
        (risk.step or context.say("overview.prepare"),),
        owner,
        day,
        begun(text),
        others[0].clause.text if others else "",
        about=risk.slide,
        decide=risk.decide,
    )


def unmet(context: InternalContext) -> list[Matter]:
    """Most of the goals that were measured were missed."""
    missed, measured = goals_missed(context.view.goals)
    if not is_mostly(missed, measured):
        return []
    values: dict[str, Value] = {
        "n": context.tally(missed, "goals"),
        "all": context.tally(measured, "goals"),
    }
    told = context.counted("overview.unmet", missed, values)
    return [
        Matter(
            Severity.WATCH,
            kicker(context, "goals"),
            told,
            (told.text,),
            (context.words.count("overview.recover", missed),),
            *owned(context, "goals"),
            told.text,
            about="goals",
            decide=decided(context, "goals"),
        )
    ]


_PAGES = {
    Kind.SEATS: "usage",
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


def set_back(context: InternalContext) -> list[Matter]:
    """What went wrong by its data, but for promises past their day."""
    found = context.inside.setbacks
    return [_gone_wrong(context, item) for item in found if item.kind is not Kind.PROMISES]


def late(context: InternalContext) -> list[Matter]:
    """Promises past their day; a goal that was missed, in the client's deck, before them."""
    past = [item for item in context.inside.setbacks if item.kind is Kind.PROMISES]
    missed = [item for item in context.inside.found if past and item.slide == "goals"]
    return [*risks(context, missed), *(_gone_wrong(context, item) for item in past)]


def _gone_wrong(context: InternalContext, item: Setback) -> Matter:
    slide, told = _PAGES[item.kind], setback_words(context, item)
    owner, day = owned(context, slide)
    if item.kind in _STEPS:  # what is asked feeds what is decided
        day = within_a_week(context)
    others = [setback_words(context, one) for one in context.inside.setbacks if one is not item]
    where = _where(context, item)
    return Matter(
        Severity.WATCH,
        kicker(context, slide),
        Phrase(begun_small(told), f"setbacks.{item.kind}"),
        (joined([told, *where]),),
        (_step_on(context, item),),
        owner,
        day,
        told,
        joined([*where, *others]),
        about=slide,
        decide=decided(context, slide),
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
