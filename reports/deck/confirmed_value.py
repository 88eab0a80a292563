"""How the confirmed value compares with the quarter before, for every page that tells of it."""

from dataclasses import dataclass
from enum import StrEnum

from reports.deck.slide_context import SlideContext
from transforms.clients.aims import Goal
from transforms.clients.judgement import is_third_less
from transforms.kpis import shown_at
from transforms.metrics.kpi import KpiValue, Place


def known_values(context: SlideContext) -> list[str]:
    """Hours and money, of which there is a sum."""
    return [kpi for kpi in shown_at(Place.VALUE) if context.get(kpi).number is not None]


def before_of(context: SlideContext, kpi: str) -> KpiValue:
    return context.get(kpi, context.period.previous)


def is_other(context: SlideContext, kpi: str) -> bool:
    """Whether a sum differs from the quarter before's by more than a trifle."""
    now, before = context.get(kpi), before_of(context, kpi)
    if now.number is None or before.number is None:
        return False
    change, base = float(now.number - before.number), float(before.number)
    return context.is_material(now.unit, change, base)


def fallen_values(context: SlideContext) -> list[str]:
    """Of hours and money, what is clearly less than before."""
    found = [kpi for kpi in known_values(context) if is_other(context, kpi)]
    return [
        kpi
        for kpi in found
        if (context.get(kpi).number or 0) < (before_of(context, kpi).number or 0)
    ]


def much_less(context: SlideContext) -> str:
    """Which of them is a third less, or more than that; empty where none is."""
    least = (
        kpi
        for kpi in fallen_values(context)
        if is_third_less(
            float(before_of(context, kpi).number or 0), float(context.get(kpi).number or 0)
        )
    )
    return next(least, "")


class Why(StrEnum):
    """Why a goal brought less than in the quarter before."""

    UNMEASURED = "unmeasured"
    MISSED = "missed"
    UNCONFIRMED = "unconfirmed"
    LESS = "less"
    GONE = "gone"


@dataclass(frozen=True)
class FallenGoal:
    """A goal of the quarter before that brings less, or nothing, in this one."""

    name: str
    why: Why


def vanished_value(context: SlideContext) -> str:
    """Hours or money of the quarter before of which there are none now; empty where there are."""
    found = (
        kpi
        for kpi in shown_at(Place.VALUE)
        if context.get(kpi).number is None and before_of(context, kpi).number
    )
    return next(found, "")


def fallen_goals(context: SlideContext, kpi: str) -> list[FallenGoal]:
    """Goal by goal, by its name, what brought less of hours or of money than before."""
    now = {goal.text: goal for goal in context.view.goals}
    return [
        FallenGoal(goal.text, _why(now.get(goal.text)))
        for goal in context.view.goals_before
        if size_of(goal, kpi) > (size_of(now[goal.text], kpi) if goal.text in now else 0)
    ]


def _why(goal: Goal | None) -> Why:
    if goal is None:
        return Why.GONE
    if goal.worth is not None:
        return Why.LESS
    if goal.is_met is None:
        return Why.UNMEASURED
    return Why.UNCONFIRMED if goal.is_met else Why.MISSED


def size_of(goal: Goal, kpi: str) -> float:
    """The hours or the money that a goal brought; 0 where nobody confirmed any."""
    if goal.worth is None:
        return 0
    return (goal.worth.hours if kpi == "value_hours" else goal.worth.minor) or 0
