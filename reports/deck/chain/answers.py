"""What answers a finding: its action, and what that action is about."""

from collections.abc import Sequence
from dataclasses import replace

from messages.formats import begun
from reports.deck.chain.effects import effect, missed_goals
from reports.deck.chain.link import Link, link_of
from reports.deck.chain.promises import owed_rule
from reports.deck.chain.seats import idle_stake
from reports.deck.critical_incidents import critical_clause, critical_incidents
from reports.deck.exhibits.service_meaning import are_back_in_time
from reports.deck.fallen_part import fallen_part, others_risen, team_behind
from reports.deck.headlines import MIXED, SEASONAL
from reports.deck.idle_module import idle_modules, module_behind
from reports.deck.slide_context import Figure, Headline, Phrase, SlideContext, Value
from transforms.clients.aims import promises_of
from transforms.clients.judgement import are_seats_filled, is_outgrown

_USE_ACTIONS = {"titles.usage.good": "growth", SEASONAL: "seasonal"}


def answers(context: SlideContext, headline: Headline, story: Sequence[Headline]) -> list[Link]:
    """An action for a finding; replies that are late have their own beside late incidents."""
    rules = _rules_of(context, headline, story)
    told = headline.clause if headline.clause.text else headline.title
    slow = _late_replies(context) if rules[0].startswith("critical") else told
    is_beside = headline.clause.rule == MIXED and len(rules) > 1
    findings_of = {
        "service": slow,
        _critical(context): critical_clause(context) if is_beside else told,
        "usage_team": _of_team(context, told, story),
        "usage_module": _of_module(context, told, story),
    }
    return [
        _answer(context, rule, _begun(findings_of.get(rule, told)))
        for rule in rules
        if context.words.has(f"actions.{rule}")
    ]


def _of_team(context: SlideContext, told: Phrase, story: Sequence[Headline]) -> Phrase:
    """A fall of use with the team that most of it stands in, or that fell while others rose."""
    team = team_behind(context, story)
    if team is None or team.change is None:
        return told
    signed = Figure(context.formats.signed_change(team.change), team.change, table="usage_parts")
    values: dict[str, Value] = {"told": told, "team": team.name, "signed": signed}
    risen = others_risen(context)
    if risen is None:
        return context.phrase("evidence.usage_team", values)
    return context.counted("evidence.usage_team_alone", len(risen.names), values)


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
            critical = _critical(context)
            return (critical, "service") if _asks_for_a_plan(context, headline) else (critical,)
        case "service" if headline.clause.rule == MIXED:
            months = "slower_months" if are_back_in_time(context) else "service"
            is_late = critical_incidents(context).missed > 0
            return (months, _critical(context)) if is_late else (months,)
        case "usage":
            return (_usage_rule(context, story),)
        case "commitments":
            return (owed_rule(promises_of(context.view.commitments, str(context.period)).left),)
        case "delivery" if not _is_held_up(context):
            return ("delivery_dates",)
        case slide:
            return (slide,)


def _critical(context: SlideContext) -> str:
    return "critical_open" if context.get("critical_open").number else "critical"


def _is_slow(context: SlideContext) -> bool:
    median = context.get("first_response_median").value
    return median is not None and median > context.view.thresholds.first_response_target_hours


def _asks_for_a_plan(context: SlideContext, headline: Headline) -> bool:
    """Whether replies are late so often that one explanation is not enough."""
    late = context.part(context.get("first_response_on_time"), "missed").number
    is_told = headline.title.rule == "titles.service.late_replies" and late > 1
    return _is_slow(context) or is_told


def _late_replies(context: SlideContext) -> Phrase:
    """The median wait where that is too long, else how many waited too long."""
    target = context.view.thresholds.first_response_target_hours
    on_time = context.get("first_response_on_time")
    values: dict[str, Value] = {
        "median": context.figure(context.get("first_response_median"), 1),
        "target": context.hours(target),
        "late": context.part(on_time, "missed"),
        "all": context.part(on_time, "denominator"),
    }
    return context.phrase(f"evidence.service{'' if _is_slow(context) else '_late'}", values)


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
    cases, name = cases_of(context, rule), name_of(context, rule)
    return link_of(
        context,
        rule,
        finding,
        effect(context, rule, cases, name),
        cases=cases,
        name=name,
        about=_about(context, rule),
        stake=idle_stake(context) if rule == "usage_scope" else ("", ""),
    )


def _begun(phrase: Phrase) -> Phrase:
    return replace(phrase, text=begun(phrase.text))


def cases_of(context: SlideContext, rule: str) -> int:
    """How many things an action is about, where it is about some that are counted."""
    match rule:
        case "goals":
            return len(missed_goals(context.view.goals))
        case "commitments" | "commitments_ours":
            return len(promises_of(context.view.commitments, str(context.period)).left)
        case "critical_open":
            return round(context.get("critical_open").number or 0)
        case "critical":
            return critical_incidents(context).missed
        case _:
            return 1


def name_of(context: SlideContext, rule: str) -> str:
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
    """The names of all that an action is about, where its effect does not name them; of open
    incidents, how many they are."""
    if rule == "critical_open":
        return context.formats.count(cases_of(context, rule))
    is_of_part = rule in ("usage_team", "usage_module", "breakdown")
    names = [name_of(context, rule)] if is_of_part else []
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


def of_use(context: SlideContext, story: Sequence[Headline]) -> tuple[Link, ...]:
    """Growing use is worth understanding, and a fall by the season worth a second look."""
    return tuple(
        link_of(context, rule, _of_course(item), context.say(f"effects.{rule}"))
        for item in story
        if (rule := _USE_ACTIONS.get(item.title.rule, ""))
    )


def _of_course(item: Headline) -> Phrase:
    """What use did; of a fall by the season with the fall itself, which its clause leaves out."""
    return item.title if item.title.rule == SEASONAL else _begun(item.clause)
