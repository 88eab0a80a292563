"""Where a client stands in its life with the company: what its review dwells on first."""

from enum import StrEnum

from reports.deck.slide_context import SlideContext

_ONBOARDING_MONTHS = 4


class Stage(StrEnum):
    """`onboarding` lasts until a whole quarter can be set beside another."""

    ONBOARDING = "onboarding"
    USUAL = "usual"


_FIRST = {Stage.ONBOARDING: ("delivery", "usage")}


def stage_of(context: SlideContext) -> Stage:
    """By the months since the first invoice or subscription, where any is known."""
    months = context.view.figures.find("tenure_months", context.period)
    known = None if months is None else months.number
    if known is not None and known < _ONBOARDING_MONTHS:
        return Stage.ONBOARDING
    return Stage.USUAL


def first_subjects(context: SlideContext) -> tuple[str, ...]:
    """Slides that stand before all other content: what is being built and whether it is used
    come before goals that nobody can have reached yet."""
    return _FIRST.get(stage_of(context), ())
