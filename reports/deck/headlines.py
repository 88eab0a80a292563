"""What matters most of what the slides concluded: the one place that says what is worse."""

from collections.abc import Sequence
from enum import IntEnum

from reports.deck.slide_context import Headline, Tone
from transforms.clients.judgement import falls_on_year

_URGENCY = ("usage", "service", "satisfaction", "delivery", "goals", "commitments", "breakdown")
"""What the client feels first stands first; promises about it come after, and what befell a part
of its teams alone."""
_IN_PART = ("goals", "commitments")
"""Slides whose middling verdict means that something promised was not reached."""
_WITHDRAWN = ("titles.commitments.withdrawn", "titles.commitments.all_withdrawn")
_GRAVE = ("clauses.satisfaction.negative", "clauses.satisfaction.sliding")
_NOTHING = (
    "clauses.goals.none",
    "clauses.critical_all_late",
    "clauses.critical_all_late_open",
)
"""Nothing of what was aimed at."""
_HALF = 0.5
SEASONAL = "titles.usage.seasonal"
"""The title of a fall of use that the season explains."""
MIXED = "clauses.service.mixed"
"""The clause of a quarter in time with months that were not."""


class Severity(IntEnum):
    """How bad what a slide concluded is."""

    NONE = 0
    SOME = 1
    """A part of what was aimed at was missed: one late incident of three."""
    MOST = 2
    """More than half of several things was missed, or use falls: the larger the share, the
    worse."""
    GRAVE = 3
    """As bad as it can be: use well below what it was, opinion that turned or keeps falling,
    none of several goals met, none of several critical incidents in time."""


def severity(item: Headline) -> Severity:
    """How bad it is, whatever it is about. What a client's deck may say has no amount at stake:
    the account review weighs money (`reports.deck.review.urgency`)."""
    if item.tone is not Tone.BAD:
        return Severity.NONE
    rule, missed = item.clause.rule, item.shortfall
    is_several = missed.things > 1
    if item.slide == "usage":
        return Severity.GRAVE if falls_on_year(-missed.share) else Severity.MOST
    if missed.is_slight:
        return Severity.SOME
    if rule in _GRAVE or (rule in _NOTHING and is_several):
        return Severity.GRAVE
    return Severity.MOST if is_several and missed.share > _HALF else Severity.SOME


def misses(story: Sequence[Headline]) -> list[Headline]:
    """Bad news, the worst first: by its severity; where most was missed, by how much of it; then
    by what the client feels first."""

    def place(item: Headline) -> tuple[int, float, int]:
        found = severity(item)
        share = item.shortfall.share if found is Severity.MOST else 0.0
        return -found, -share, _place(item)

    return sorted((item for item in story if item.tone is Tone.BAD), key=place)


def is_major(item: Headline) -> bool:
    """Whether bad news is to be told beside worse: more than some of what was aimed at."""
    return severity(item) > Severity.SOME


def findings(story: Sequence[Headline]) -> list[Headline]:
    """What calls for an action, most pressing first: bad news, then what was reached only in part
    and use below last year's, then what was missed by a trifle."""
    bad = [item for item in misses(story) if item.slide in _URGENCY]
    told = [item for item in bad if not item.shortfall.is_slight]
    slight = [item for item in bad if item.shortfall.is_slight]
    in_part = (
        item
        for item in story
        if item.tone is Tone.FLAT and item.slide in _IN_PART and item.title.rule not in _WITHDRAWN
    )
    if slight:
        return [*told, *sorted((*in_part, *_below(story)), key=_place), *slight]
    return [*told, *sorted(in_part, key=_place)]


def _below(story: Sequence[Headline]) -> list[Headline]:
    """Use somewhat below last year's: worth an answer before a trifle."""
    return [
        item
        for item in story
        if item.tone is Tone.FLAT and item.title.rule == "titles.usage.worse_flat"
    ]


def outcomes(story: Sequence[Headline]) -> list[Headline]:
    """Good news first, then what is steady, from slides that judge something."""
    judged = [item for item in story if item.clause.text]
    good = [item for item in judged if item.tone is Tone.GOOD]
    return good + [item for item in judged if item.tone is Tone.FLAT]


def _place(item: Headline) -> int:
    return _URGENCY.index(item.slide) if item.slide in _URGENCY else len(_URGENCY)
