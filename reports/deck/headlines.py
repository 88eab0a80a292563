"""What matters most of what the slides concluded."""

from collections.abc import Sequence

from reports.deck.slide_context import Headline, Tone

_URGENCY = ("usage", "service", "satisfaction", "delivery", "goals", "commitments")
"""What the client feels first stands first; promises about it come after."""
_IN_PART = ("goals", "commitments")
"""Slides whose middling verdict means that something promised was not reached."""
_WITHDRAWN = ("titles.commitments.withdrawn", "titles.commitments.all_withdrawn")
_GRAVE = ("clauses.satisfaction.negative", "clauses.satisfaction.sliding")
_GRAVE_OF_SEVERAL = ("clauses.goals.none", "clauses.critical_all_late")
"""Nothing of what was aimed at, where that was more than one thing."""


def misses(story: Sequence[Headline]) -> list[Headline]:
    """Bad news, most pressing first: what is grave leads, whatever it is about."""
    bad = (item for item in story if item.tone is Tone.BAD)
    return sorted(bad, key=lambda item: (not is_grave(item), _place(item)))


def is_grave(item: Headline) -> bool:
    """Whether bad news is as bad as it can be: use that falls, opinion that turned or keeps
    falling, no goal met, no critical incident in time."""
    if item.tone is not Tone.BAD:
        return False
    rule = item.clause.rule
    is_several = any(figure.number > 1 for figure in item.clause.figures)
    return item.slide == "usage" or rule in _GRAVE or (rule in _GRAVE_OF_SEVERAL and is_several)


def findings(story: Sequence[Headline]) -> list[Headline]:
    """What calls for an action, most pressing first: bad news, then what was reached only in
    part."""
    told = [item for item in misses(story) if item.slide in _URGENCY]
    in_part = (
        item
        for item in story
        if item.tone is Tone.FLAT and item.slide in _IN_PART and item.title.rule not in _WITHDRAWN
    )
    return [*told, *sorted(in_part, key=_place)]


def outcomes(story: Sequence[Headline]) -> list[Headline]:
    """Good news first, then what is steady, from slides that judge something."""
    judged = [item for item in story if item.clause.text]
    good = [item for item in judged if item.tone is Tone.GOOD]
    return good + [item for item in judged if item.tone is Tone.FLAT]


def _place(item: Headline) -> int:
    return _URGENCY.index(item.slide) if item.slide in _URGENCY else len(_URGENCY)
