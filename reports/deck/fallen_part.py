"""Which team or module fell, for every page that tells of it: one part, on one basis."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.deck.fewer_seats import fewer_seats
from reports.deck.headlines import SEASONAL
from reports.deck.slide_context import Headline, SlideContext, Tone
from transforms.clients.judgement import Grade, part_grade
from transforms.service.breakdowns import (
    UsedPart,
    change_of,
    departing,
    departs,
    events_before,
    events_of,
    most_fallen,
    others_of,
    stopped_team,
    team_of_fall,
)

_FEWER_SEATS = ("titles.usage.fewer_seats", "titles.usage.fewer_seats_year")
"""Titles on use that say why it fell."""


@dataclass(frozen=True)
class Risen:
    """Parts that rose while another of their kind fell: by how much together, as a ratio and in
    uses of four weeks."""

    names: tuple[str, ...]
    change: float
    more: float


def falls_now(context: SlideContext) -> bool:
    """Whether use is below that of the weeks before, and not of last year alone."""
    change = context.get("usage_change").value
    return change is not None and change <= -context.view.thresholds.materiality_ratio


def team_behind(context: SlideContext, story: Sequence[Headline]) -> UsedPart | None:
    """The team that most of a fall of all use stands in, where a page of the deck shows it."""
    is_shown = any(item.slide == "breakdown" for item in story)
    return team_of_use(context) if is_shown else None


def fallen_part(context: SlideContext) -> UsedPart | None:
    """The team that a fall of all use stands in, as the action on it says; else a team that
    stopped; else the part that lost the largest share of its use, where that is bad news; where
    all use falls, else the one that fell beyond the others."""
    parts = context.view.parts
    found = team_of_use(context) or stopped_team(parts) or most_fallen(parts)
    if found is not None or not falls_now(context):
        return found
    return departing(parts, context.view.thresholds.materiality_ratio)


def others_risen(context: SlideContext) -> Risen | None:
    """What the parts of the fallen one's kind did beside it, where together they rose; None where
    they fell too, or held."""
    part = fallen_part(context)
    others = [] if part is None else others_of(context.view.parts, part)
    change = change_of(others)
    if change is None or change < context.view.thresholds.materiality_ratio:
        return None
    more = events_of(others) - events_before(others)
    return Risen(tuple(item.name for item in others), change, more)


def _falls_beyond(context: SlideContext, part: UsedPart) -> bool:
    """Whether a part fell so much more than all use did that the season does not explain it."""
    beyond = (part.change or 0.0) - (context.get("usage_change").value or 0.0)
    return part_grade(beyond) is Grade.POOR


def team_of_use(context: SlideContext) -> UsedPart | None:
    """The team that most of a fall of all use stands in and that fell more than the others, for
    our own eyes: whatever the client's deck shows."""
    parts, least = context.view.parts, context.view.thresholds.materiality_ratio
    team = team_of_fall(parts) if falls_now(context) else None
    if team is None or (team.change or 0.0) > -least:
        return None
    return team if departs(parts, team, least) else None


def unanswered_fall(context: SlideContext, story: Sequence[Headline]) -> UsedPart | None:
    """The fallen part, where all use together is no finding that would be answered with it, no
    season or cut of seats explains it, and those like it would feel what it lost."""
    use = next((item for item in story if item.slide == "usage"), None)
    if use is not None and (use.tone is Tone.BAD or use.title.rule in _FEWER_SEATS):
        return None
    part = fallen_part(context)
    if part is None or fewer_seats(context) is not None:
        return None
    if use is not None and use.title.rule == SEASONAL and not _falls_beyond(context, part):
        return None
    before = events_before(item for item in context.view.parts if item.kind == part.kind)
    lost = (part.before or 0.0) - part.events
    return part if lost >= context.view.thresholds.materiality_ratio * before else None
