"""What will be different once an action is done, measured as the finding was."""

from collections.abc import Sequence

from reports.deck.chain.link import is_cut_short
from reports.deck.exhibits.opinion import claimed_csat_change, claimed_nps_change, is_rated_low
from reports.deck.exhibits.text_fit import is_quotable
from reports.deck.fallen_part import fallen_part, falls_now
from reports.deck.fewer_seats import fewer_seats
from reports.deck.goal_numbers import target_text
from reports.deck.slide_context import SlideContext
from transforms.clients.aims import Goal
from transforms.clients.judgement import ON_TIME_GOOD
from transforms.metrics.kpi import KpiValue

_IN_TIME = ("usage", "usage_team", "usage_module", "breakdown", "goals", "satisfaction")
"""Rules whose effect takes the time that they are given."""
_PAIR = 2
_DEEP = -20
"""An NPS under which more promoters than detractors are not to be had in a quarter."""
_ROOM = 80
"""The most characters that names have in an effect."""
_ROOM_OF_TWO = 130
"""The same where two goals are all."""


def effect(context: SlideContext, rule: str, cases: int, name: str) -> str:
    """What will be different, measured as the finding was; a plan where there is no time for
    more."""
    if rule in _IN_TIME and is_cut_short(context, rule):
        return context.say("effects.planned")
    is_use = rule in ("usage", "usage_team", "usage_module")
    if is_use and (not falls_now(context) or fewer_seats(context) is not None):
        # Uses of seats that the client gave up are no aim.
        return context.say("effects.planned")
    if rule == "satisfaction":
        return recovery(context)
    return context.words.count(f"effects.{rule}", cases, _aims(context, rule, name))


def recovery(context: SlideContext) -> str:
    """What better opinion is measured by: of many more detractors a score that is less bad, else
    promoters over detractors where they are not already, else the score that it fell from."""
    now, before = context.get("nps"), context.get("nps", context.period.previous)
    if now.number is not None and now.number <= 0:
        rule = "opinion" if now.number < _DEEP else "satisfaction"
        return context.say(f"effects.{rule}", {"now": context.text_of(now)})
    is_of_ratings = _is_rated_worse(context) or is_rated_low(context)
    if now.number is None or (claimed_nps_change(context) is None and is_of_ratings):
        now, before = context.get("csat"), context.get("csat", context.period.previous)
        return _ratings_again(context, now, before)
    if before.number is None or before.number <= now.number:
        return context.say("effects.satisfaction_held")
    return context.say("effects.satisfaction_back", {"before": context.text_of(before)})


def _ratings_again(context: SlideContext, now: KpiValue, before: KpiValue) -> str:
    """Such ratings as are good, where they are not; else better ones, if they were."""
    if is_rated_low(context):
        share = {"share": context.formats.percent(context.view.thresholds.satisfied)}
        return context.say("effects.satisfaction_rated_well", share)
    if now.value is not None and before.value is not None and before.value > now.value:
        return context.say("effects.satisfaction_rated", {"now": context.text_of(now)})
    return context.say("effects.satisfaction")


def _is_rated_worse(context: SlideContext) -> bool:
    return (claimed_csat_change(context) or 0.0) < 0


def _aims(context: SlideContext, rule: str, name: str) -> dict[str, str]:
    """The numbers that an effect aims at."""
    limits = context.view.thresholds
    match rule:
        case "usage" | "usage_team" | "usage_module":
            return _use_again(context)
        case "breakdown":
            return _part_again(context)
        case "goals":
            return {"aims": _targets(context)}
        case "service" | "slower_months":
            return {"target": context.hours(limits.first_response_target_hours)}
        case "critical" | "critical_open":
            return {"target": context.hours(limits.critical_resolution_target_hours)}
        case "delivery" | "delivery_dates":
            return {"share": context.formats.percent(ON_TIME_GOOD)}
        case _:
            return {"name": name}


def _targets(context: SlideContext) -> str:
    """Missed goals with their targets, all of them or none: one more that nobody names is no
    promise. Where they have no room, how many they are."""
    missed = missed_goals(context.view.goals)
    told = [context.say("effects.aim", _target(context, goal)) for goal in missed]
    named = context.formats.items(told)
    has_room = len(named) <= (_ROOM if len(missed) > _PAIR else _ROOM_OF_TWO)
    is_one = len(missed) == 1 and is_quotable(named)
    return named if has_room or is_one else _counted_goals(context)


def _counted_goals(context: SlideContext) -> str:
    missed = len(missed_goals(context.view.goals))
    return context.words.count("effects.aims_all", missed, {"n": context.formats.count(missed)})


def _target(context: SlideContext, goal: Goal) -> dict[str, str]:
    return {"goal": goal.text, "target": target_text(context, goal)}


def _use_again(context: SlideContext) -> dict[str, str]:
    change, count = context.get("usage_change"), context.formats.count
    before = 7 * (change.denominator or 0.0)
    now = before + 7 * (change.numerator or 0.0)
    return {"now": count(round(now)), "before": count(round(before))}


def _part_again(context: SlideContext) -> dict[str, str]:
    """Uses of the fallen part in four weeks, and in the four before."""
    part, count = fallen_part(context), context.formats.count
    events = (part.events, part.before or 0.0) if part else (0.0, 0.0)
    return dict(zip(("now", "before"), (count(round(number)) for number in events), strict=True))


def missed_goals(goals: Sequence[Goal]) -> list[Goal]:
    """Goals that were measured and not met, the furthest from its target first."""
    missed = [goal for goal in goals if goal.is_met is False]
    return sorted(missed, key=lambda goal: goal.attainment or 0.0)
