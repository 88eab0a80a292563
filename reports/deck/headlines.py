"""What matters most of what the slides concluded."""

from collections.abc import Sequence

from reports.deck.slide_context import Headline, Tone

_URGENCY = ("usage", "service", "satisfaction", "delivery", "goals", "commitments")
"""What the client feels first stands first; promises about it come after."""
_IN_PART = ("goals", "commitments")
"""Slides whose middling verdict means that something promised was not reached."""


def misses(story: Sequence[Headline]) -> list[Headline]:
    """Bad news, most pressing first."""
    return sorted((item for item in story if item.tone is Tone.BAD), key=_place)


def findings(story: Sequence[Headline]) -> list[Headline]:
    """What calls for an action, most pressing first; where nothing is bad, what was reached only
    in part."""
    told = [item for item in misses(story) if item.slide in _URGENCY]
    in_part = (item for item in story if item.tone is Tone.FLAT and item.slide in _IN_PART)
    return told or sorted(in_part, key=_place)


def outcomes(story: Sequence[Headline]) -> list[Headline]:
    """Good news first, then what is steady, from slides that judge something."""
    judged = [item for item in story if item.clause.text]
    good = [item for item in judged if item.tone is Tone.GOOD]
    return good + [item for item in judged if item.tone is Tone.FLAT]


def _place(item: Headline) -> int:
    return _URGENCY.index(item.slide) if item.slide in _URGENCY else len(_URGENCY)
