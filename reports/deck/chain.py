"""From what was found to what is done about it: finding → action, owner, day, expected effect.

One chain for the whole deck: the summary asks for its first link, and every page that reports a
finding leads to the link that answers it.
"""

from collections.abc import Sequence
from dataclasses import replace

from reports.deck.chain_beside import beside
from reports.deck.chain_promises import overdue, owed_rule, promised
from reports.deck.chain_renewal import renewal_links
from reports.deck.chain_seats import idle_stake, seat_links, seats_in_time
from reports.deck.exhibits.opinion import claimed_csat_change, claimed_nps_change, is_rated_low
from reports.deck.exhibits.text_fit import is_quotable
from reports.deck.fallen_part import fallen_part, falls_now, team_behind
from reports.deck.fewer_seats import fewer_seats
from reports.deck.goal_numbers import target_text
from reports.deck.headlines import findings
from reports.deck.idle_module import idle_modules, module_behind
from reports.deck.link import PRESSING, Link, is_cut_short, link_of
from reports.deck.slide_context import Figure, Headline, Phrase, SlideContext, Value
from transforms.clients.aims import Goal, promises_of
from transforms.clients.judgement import (
    ON_TIME_GOOD,
    are_seats_filled,
    is_outgrown,
)
from transforms.metrics.kpi import KpiValue

_ACTIONS = "actions."
_USE_ACTIONS = {"titles.usage.good": "growth", "titles.usage.seasonal": "seasonal"}
_MOST = 6
"""Links from which on what is known beside the findings has no room."""
_IN_TIME = ("usage", "usage_team", "usage_module", "breakdown", "goals", "satisfaction")
"""Rules whose effect takes the time that they are given."""
_ROOM = 80
"""The most characters that names have in an effect."""


def chain(context: SlideContext, story: Sequence[Headline]) -> tuple[Link, ...]:
    """Every action, the most pressing first: what ends now, what was found, what else is known,
    the plan's own."""
    found, renewal = _found(context, story), renewal_links(context)
    is_folded = any(link.finding.rule == "evidence.overdue" for link in found)
    planned = promised(context, is_folded)
    if found and any(link.slide == "investment" for link in planned):
        # Who has agreed to go through the contract has no second meeting about it.
        renewal = [link for link in renewal if link.rule != "renewal"]
    if any(link.is_at_meeting for link in renewal):
        # Our proposal is that talk, and it is today.
        planned = tuple(link for link in planned if link.slide != "investment")
    pressing = [link for link in renewal if link.rule in PRESSING or link.is_at_meeting]
    links = [*pressing, *found, *(link for link in renewal if link not in pressing)]
    asked = links or list(_use(context, story))
    also = beside(context, story, {link.rule for link in asked})[: max(_MOST - len(asked), 0)]
    told = seats_in_time(context, [*asked, *also], planned)
    return (*_with_chosen(context, told), *planned)


def number_of_answer(context: SlideContext, story: Sequence[Headline], slide: str) -> int | None:
    """Which link of the chain answers what a slide found, from 1; None where none does."""
    numbered = enumerate(chain(context, story), 1)
    is_answer = ((n, link.slide == slide and slide_is_told(link)) for n, link in numbered)
    return next((n for n, answers in is_answer if answers), None)


def anchor_of(action: int) -> str:
    """Where in the deck the action of this number stands."""
    return f"decisions.{action}"


def slide_is_told(link: Link) -> bool:
    """Whether a link answers what its slide says; a promise for the next quarter answers nothing
    of this one's."""
    return bool(link.rule) or link.slide != "commitments"


def _found(context: SlideContext, story: Sequence[Headline]) -> list[Link]:
    """What answers the findings, then the seats."""
    answers = [link for item in findings(story) for link in _answers(context, item, story)]
    if not any(link.slide == "commitments" for link in answers):
        answers += overdue(context)
    if any(link.rule == "usage_scope" for link in answers):
        return answers  # seats are part of the scope
    return [*answers, *seat_links(context, story)]


def _answers(context: SlideContext, headline: Headline, story: Sequence[Headline]) -> list[Link]:
    """An action for a finding; replies that are late have their own beside late incidents."""
    rules = _rules_of(context, headline, story)
    told = headline.clause if headline.clause.text else headline.title
    slow = context.phrase("evidence.service", _response(context)) if len(rules) > 1 else told
    findings_of = {
        "service": slow,
        "usage_team": _of_team(context, told, story),
        "usage_module": _of_module(context, told, story),
    }
    return [
        _answer(context, rule, _begun(findings_of.get(rule, told)))
        for rule in rules
        if context.words.has(_ACTIONS + rule)
    ]


def _of_team(context: SlideContext, told: Phrase, story: Sequence[Headline]) -> Phrase:
    """A fall of use with the team that most of it stands in."""
    team = team_behind(context, story)
    if team is None or team.change is None:
        return told
    signed = Figure(context.formats.signed_change(team.change), team.change, table="usage_parts")
    return context.phrase(
        "evidence.usage_team", {"told": told, "team": team.name, "signed": signed}
    )


def _of_module(context: SlideContext, told: Phrase, story: Sequence[Headline]) -> Phrase:
    """A fall of use with the module that nobody uses any more."""
    module = module_behind(context, story)
    if module is None:
        return told
    return context.phrase("evidence.usage_module", {"told": told, "module": module.name})


def _rules_of(
    context: SlideContext, headline: Headline, story: Sequence[Headline]
) -> tuple[str, ...]:
    match headline.slide:
        case "service" if headline.clause.rule.startswith("clauses.critical"):
            median = context.get("first_response_median").value
            target = context.view.thresholds.first_response_target_hours
            is_slow = median is not None and median > target
            critical = "critical_open" if context.get("critical_open").number else "critical"
            return (critical, "service") if is_slow else (critical,)
        case "usage":
            return (_usage_rule(context, story),)
        case "commitments":
            return (owed_rule(promises_of(context.view.commitments, str(context.period)).left),)
        case "delivery" if not _is_held_up(context):
            return ("delivery_dates",)
        case slide:
            return (slide,)


def _response(context: SlideContext) -> dict[str, Value]:
    target = context.view.thresholds.first_response_target_hours
    median = context.get("first_response_median")
    return {"median": context.figure(median, 1), "target": context.hours(target)}


def _usage_rule(context: SlideContext, story: Sequence[Headline]) -> str:
    """To begin with the module or the team that the fall stands in; where use is far below last
    year's, to fit the scope to it: fewer people have no use for a plan of adoption."""
    if module_behind(context, story) is not None:
        return "usage_module"
    if team_behind(context, story) is not None:
        return "usage_team"
    year, seats = context.get("usage_change_year").value, context.get("seats_used").value
    return "usage_scope" if is_outgrown(year) and not are_seats_filled(seats) else "usage"


def _is_held_up(context: SlideContext) -> bool:
    """Whether anything is still to be delivered, or waits."""
    is_open = any(item.completed_date is None for item in context.view.due_tasks)
    return is_open or not context.view.due_tasks or bool(context.get("tasks_blocked").number)


def _answer(context: SlideContext, rule: str, finding: Phrase) -> Link:
    return link_of(
        context,
        rule,
        finding,
        _effect(context, rule),
        cases=_cases(context, rule),
        name=_name(context, rule),
        about=_about(context, rule),
        stake=idle_stake(context) if rule == "usage_scope" else ("", ""),
    )


def _begun(phrase: Phrase) -> Phrase:
    return replace(phrase, text=phrase.text[:1].upper() + phrase.text[1:])


def _effect(context: SlideContext, rule: str) -> str:
    """What will be different, measured as the finding was; a plan where there is no time for
    more."""
    if rule in _IN_TIME and is_cut_short(context, rule):
        return context.say("effects.planned")
    is_use = rule in ("usage", "usage_team", "usage_module")
    if is_use and (not falls_now(context) or fewer_seats(context) is not None):
        # Uses of seats that the client gave up are no aim.
        return context.say("effects.planned")
    if rule == "satisfaction":
        return _recovery(context)
    return context.words.count(f"effects.{rule}", _cases(context, rule), _aims(context, rule))


def _cases(context: SlideContext, rule: str) -> int:
    """How many things an action is about, where it is about some that are counted."""
    match rule:
        case "goals":
            return len(missed_goals(context.view.goals))
        case "commitments" | "commitments_ours":
            return len(promises_of(context.view.commitments, str(context.period)).left)
        case "critical" | "critical_open":
            on_time = context.get("critical_resolution_on_time")
            return round((on_time.denominator or 0) - (on_time.numerator or 0))
        case _:
            return 1


def _name(context: SlideContext, rule: str) -> str:
    """What the first thing is called that an action is about."""
    match rule:
        case "goals":
            return next((goal.text for goal in missed_goals(context.view.goals)), "")
        case "commitments" | "commitments_ours":
            return next(iter(_left(context)), "")
        case "usage_module":
            return next((part.name for part in idle_modules(context) if part.before), "")
        case "usage_team" | "breakdown":
            part = fallen_part(context)
            return part.name if part else ""
        case "delivery_dates":
            return _period_ahead(context)
        case _:
            return ""


def _left(context: SlideContext) -> list[str]:
    """What the quarter's promises are called that are not kept yet."""
    left = promises_of(context.view.commitments, str(context.period)).left
    return [item.text.rstrip(".") for item in left]


def _about(context: SlideContext, rule: str) -> str:
    """The names of all that an action is about, where its effect does not name them."""
    is_of_part = rule in ("usage_team", "usage_module", "breakdown")
    names = [_name(context, rule)] if is_of_part else []
    if rule in ("commitments", "commitments_ours"):
        names = _left(context)
    return _quoted(context, names) if len(names) == 1 else ""


def _quoted(context: SlideContext, names: Sequence[str]) -> str:
    return context.formats.items(
        [context.say("breakdown.quoted", {"name": name}) for name in names]
    )


def _period_ahead(context: SlideContext) -> str:
    """The quarter that the data end in or before."""
    period = context.period.shift(1)
    while period.end <= context.view.data_date:
        period = period.shift(1)
    return context.formats.period(period)


def _recovery(context: SlideContext) -> str:
    """What better opinion is measured by: promoters over detractors where they are not already,
    else the score that it fell from."""
    now, before = context.get("nps"), context.get("nps", context.period.previous)
    if now.number is not None and now.number <= 0:
        return context.say("effects.satisfaction")
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


def _aims(context: SlideContext, rule: str) -> dict[str, str]:
    """The numbers that an effect aims at."""
    limits = context.view.thresholds
    match rule:
        case "usage" | "usage_team" | "usage_module":
            return _use_again(context)
        case "breakdown":
            return _part_again(context)
        case "goals":
            return {"aims": _targets(context)}
        case "service":
            return {"target": context.hours(limits.first_response_target_hours)}
        case "critical" | "critical_open":
            return {"target": context.hours(limits.critical_resolution_target_hours)}
        case "delivery" | "delivery_dates":
            return {"share": context.formats.percent(ON_TIME_GOOD)}
        case _:
            return {"name": _name(context, rule)}


def _targets(context: SlideContext) -> str:
    """Missed goals with their targets, two of them where there is room; of many, how many others
    there are. Where not even one name has room, how many they are."""
    two, one = (_targets_of(context, most) for most in (2, 1))
    if len(two) <= _ROOM:
        return two
    return one if is_quotable(one) else _counted_goals(context)


def _counted_goals(context: SlideContext) -> str:
    missed = len(missed_goals(context.view.goals))
    return context.words.count("effects.aims_all", missed, {"n": context.formats.count(missed)})


def _targets_of(context: SlideContext, most: int) -> str:
    goals = missed_goals(context.view.goals)
    told = [context.say("effects.aim", _target(context, goal)) for goal in goals[:most]]
    rest = len(goals) - len(told)
    others = {"n": context.formats.count(rest)}
    more = [context.words.count("effects.aims_more", rest, others)] if rest else []
    return context.formats.items([*told, *more])


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


def _use(context: SlideContext, story: Sequence[Headline]) -> tuple[Link, ...]:
    """Growing use is worth understanding, and a fall by the season worth a second look."""
    return tuple(
        link_of(context, rule, _begun(item.clause), context.say(f"effects.{rule}"))
        for item in story
        if (rule := _USE_ACTIONS.get(item.title.rule, ""))
    )


def _with_chosen(context: SlideContext, found: Sequence[Link]) -> tuple[Link, ...]:
    """Actions that were agreed on stay also where no rule asks for them any more; what is found
    leads all the same."""
    chosen = context.view.chosen
    asked = {item.rule for item in found}
    kept = tuple(replace(item, is_chosen=item.rule in chosen) for item in found)
    earlier = tuple(
        replace(
            link_of(
                context,
                rule,
                context.phrase("evidence.agreed"),
                context.say("absent"),
                cases=_cases(context, rule),
                name=_name(context, rule),
            ),
            is_chosen=True,
        )
        for rule in chosen
        if rule not in asked and context.words.has(_ACTIONS + rule)
    )
    return (*kept, *earlier)
