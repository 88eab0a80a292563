"""From what was found to what is done about it: finding → action, owner, day, expected effect.

One chain for the whole deck: the summary asks for its first link, and every page that reports a
finding leads to the link that answers it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reports.deck.headlines import findings
from reports.deck.promises import coming, is_too_late
from reports.deck.slide_context import Figure, Headline, Phrase, SlideContext, Tone, Value
from reports.deck.turns import LEAST_NOTICE, friday, turns_of, working_day
from transforms.clients.aims import Commitment, Goal, promises_of
from transforms.clients.judgement import (
    ON_TIME_GOOD,
    SEATS_WELL_USED,
    SeatUse,
    is_renewal_ahead,
    seat_use,
)
from transforms.metrics.kpi import Unit

_ACTIONS = "actions."
_SLIDE_OF = {
    "critical": "service",
    "renewal": "investment",
    "renewal_now": "investment",
    "notice_now": "investment",
    "seats_few": "usage",
    "seats_many": "usage",
    "growth": "usage",
    "seasonal": "usage",
}
"""Where the evidence of an action stands, where it is not called after its slide."""
_USE_ACTIONS = {"titles.usage.good": "growth", "titles.usage.seasonal": "seasonal"}
_WEEKS = {
    "usage": 8,
    "seats_few": 8,
    "goals": 8,
    "satisfaction": 6,
    "service": 6,
    "critical": 4,
    "delivery": 4,
    "commitments": 4,
}
"""How long an action is given, where the renewal leaves it that long."""
_USUAL_WEEKS = 8
PRESSING = ("renewal_now", "notice_now")
"""Actions on what ends within days: they lead, whatever else was found."""
_DECIDED_WITHIN = timedelta(days=17)
_SETTLED_WITHIN = timedelta(days=14)
_IDLE = {"idle": "missed", "paid": "denominator"}


@dataclass(frozen=True)
class Link:
    """One action and what it rests on. `slide` is where the evidence stands."""

    slide: str
    rule: str
    """Of the action's wording; empty for what was already agreed in the client's own words."""
    finding: Phrase
    action: str
    step: str
    """The action in a few words that go on a sentence; the commitment's own, quoted."""
    owner: str
    side: str
    """Who the owner belongs to: our company's name or the client's."""
    due: date | None
    """None where a promise names no day."""
    effect: str
    stake: tuple[str, str] = ("", "")
    """What it is about, and how much: the fee, or seats. What unused seats cost stands in the
    account review only: it argues for fewer of them."""
    is_chosen: bool = False
    """Agreed on in an earlier version."""
    moved_from: date | None = None
    """The day that was recorded, where that came after what it is for."""

    def decide_by(self, context: SlideContext) -> date | None:
        """Until when it must be decided on, so that it can be done in time: within three weeks,
        on a Friday."""
        soon = friday(context, context.view.data_date + _DECIDED_WITHIN)
        return None if self.due is None else min(self.due, soon)


def chain(context: SlideContext, story: Sequence[Headline]) -> tuple[Link, ...]:
    """Every action, the most pressing first: what ends now, what was found, the plan's own."""
    found = [*_answers(context, story), *_seats(context, story)]
    renewal = _renewal(context)
    pressing = [link for link in renewal if link.rule in PRESSING]
    links = [*pressing, *found, *(link for link in renewal if link not in pressing)]
    asked = links or list(_use(context, story))
    return (*_with_chosen(context, asked), *_planned(context))


def pressing_link(context: SlideContext) -> Link | None:
    """What ends within days: notice that runs out, or the agreement itself."""
    return next((link for link in _renewal(context) if link.rule in PRESSING), None)


def number_of_answer(context: SlideContext, story: Sequence[Headline], slide: str) -> int | None:
    """Which link of the chain answers what a slide found, from 1; None where none does."""
    links = chain(context, story)
    return next((n for n, link in enumerate(links, 1) if link.slide == slide and link.rule), None)


def _due(context: SlideContext, rule: str) -> date:
    """So many weeks on, a Friday, and never after the deadline."""
    weeks = timedelta(weeks=_WEEKS.get(rule, _USUAL_WEEKS))
    day = friday(context, context.view.data_date + weeks)
    deadline = turns_of(context).deadline
    return day if deadline is None else min(day, deadline)


def _link(
    context: SlideContext,
    rule: str,
    finding: Phrase,
    effect: str,
    due: date | None = None,
    stake: tuple[str, str] = ("", ""),
) -> Link:
    view = context.view
    return Link(
        slide=_SLIDE_OF.get(rule, rule),
        rule=rule,
        finding=finding,
        action=context.say(_ACTIONS + rule),
        step=context.words.count(f"steps.{rule}", _cases(context, rule)),
        owner=view.manager_name or view.company_name,
        side=view.company_name,
        due=due or _due(context, rule),
        effect=effect,
        stake=stake if stake[1] else _yearly_fee(context),
    )


def _yearly_fee(context: SlideContext) -> tuple[str, str]:
    fee = context.get("mrr").value_minor
    return ("", "") if not fee else (context.say("chain.fee"), context.formats.money(12 * fee))


def _answers(context: SlideContext, story: Sequence[Headline]) -> list[Link]:
    """An action for each finding."""
    return [_answer(context, item) for item in findings(story) if _rule_of(context, item)]


def _rule_of(context: SlideContext, headline: Headline) -> str:
    is_critical = headline.title.rule in ("titles.service.late", "titles.service.late_alone")
    rule = "critical" if is_critical else headline.slide
    return rule if context.words.has(_ACTIONS + rule) else ""


def _answer(context: SlideContext, headline: Headline) -> Link:
    rule = _rule_of(context, headline)
    finding = headline.clause if headline.clause.text else headline.title
    return _link(context, rule, _begun(finding), _effect(context, rule))


def _begun(phrase: Phrase) -> Phrase:
    return replace(phrase, text=phrase.text[:1].upper() + phrase.text[1:])


def _effect(context: SlideContext, rule: str) -> str:
    """What will be different, measured as the finding was."""
    if rule == "satisfaction":
        return _recovery(context)
    return context.words.count(f"effects.{rule}", _cases(context, rule), _aims(context, rule))


def _cases(context: SlideContext, rule: str) -> int:
    """How many things an action is about, where it is about some that are counted."""
    match rule:
        case "goals":
            return len(missed_goals(context.view.goals))
        case "commitments":
            return len(promises_of(context.view.commitments, str(context.period)).left)
        case "critical":
            on_time = context.get("critical_resolution_on_time")
            return round((on_time.denominator or 0) - (on_time.numerator or 0))
        case _:
            return 1


def _recovery(context: SlideContext) -> str:
    """What better opinion is measured by: promoters over detractors where they are not already,
    else the score that it fell from."""
    now, before = context.get("nps"), context.get("nps", context.period.previous)
    if now.number is not None and now.number <= 0:
        return context.say("effects.satisfaction")
    if now.number is None:
        now, before = context.get("csat"), context.get("csat", context.period.previous)
        if now.number is not None and before.number is not None and before.number > now.number:
            return context.say("effects.satisfaction_rated", {"before": context.text_of(before)})
        return context.say("effects.satisfaction")
    if before.number is None or before.number <= now.number:
        return context.say("effects.satisfaction_held")
    return context.say("effects.satisfaction_back", {"before": context.text_of(before)})


def _aims(context: SlideContext, rule: str) -> dict[str, str]:
    """The numbers that an effect aims at."""
    limits = context.view.thresholds
    match rule:
        case "usage":
            return _use_again(context)
        case "service":
            return {"target": _hours(context, limits.first_response_target_hours)}
        case "critical":
            return {"target": _hours(context, limits.critical_resolution_target_hours)}
        case "delivery":
            return {"share": context.formats.percent(ON_TIME_GOOD)}
        case _:
            return {}


def _use_again(context: SlideContext) -> dict[str, str]:
    change, count = context.get("usage_change"), context.formats.count
    before = 7 * (change.denominator or 0.0)
    now = before + 7 * (change.numerator or 0.0)
    return {"now": count(round(now)), "before": count(round(before))}


def _hours(context: SlideContext, hours: float) -> str:
    return context.text(Unit.HOURS, hours, 0 if hours == int(hours) else 1)


def missed_goals(goals: Sequence[Goal]) -> list[Goal]:
    """Goals that were measured and not met, the furthest from its target first."""
    missed = [goal for goal in goals if goal.is_met is False]
    return sorted(missed, key=lambda goal: goal.attainment or 0.0)


def _seats(context: SlideContext, story: Sequence[Headline]) -> list[Link]:
    """Idle seats, or seats that run out: never more of them for a client that uses less."""
    seats = context.get("seats_used")
    use = None if seats.value is None else seat_use(seats.value)
    if use is None or (use is SeatUse.MANY and is_shrinking(context, story)):
        return []
    values: dict[str, Value] = {
        "share": context.figure(seats),
        "used": context.part(seats, "numerator"),
        "paid": context.part(seats, "denominator"),
        "idle": context.part(seats, "missed"),
    }
    finding = context.phrase(f"evidence.seats_{use}", values)
    paid = seats.denominator or 0.0
    effect = context.say(
        f"effects.seats_{use}",
        {
            "goal": context.formats.count(-(-SEATS_WELL_USED * paid // 1)),
            "paid": context.formats.count(paid),
        },
    )
    idle = {name: context.part(seats, part).text for name, part in _IDLE.items()}
    told = (context.say("chain.idle"), context.say("chain.idle_of", idle))
    stake = told if use is SeatUse.FEW else ("", "")
    return [_link(context, f"seats_{use}", finding, effect, stake=stake)]


def is_shrinking(context: SlideContext, story: Sequence[Headline]) -> bool:
    """Whether the client uses or pays less than before: no time to propose more."""
    falls = any(item.slide == "usage" and item.tone is Tone.BAD for item in story)
    fee, before = context.get("mrr").value_minor, context.get("mrr", context.period.previous)
    limit = 1 - context.view.thresholds.materiality_ratio
    return falls or (fee is not None and fee < limit * (before.value_minor or 0))


def _renewal(context: SlideContext) -> list[Link]:
    """To agree on the renewal in time; of one that is due now, to settle it."""
    renewal, today = context.view.renewal, context.view.data_date
    if renewal is None or renewal.day < today:
        return []
    is_now = renewal.day - today < _SETTLED_WITHIN
    if not is_now and not is_renewal_ahead(renewal.day, today):
        return []
    values: dict[str, Value] = {
        "day": context.formats.long_day(renewal.day),
        "days": context.tally((renewal.day - today).days, "contracts"),
    }
    kind = "inferred" if renewal.basis == "inferred" else "now" if is_now else "ahead"
    finding = context.phrase(f"evidence.renewal_{kind}", values)
    rule = "renewal_now" if is_now else "renewal"
    due = working_day(context, renewal.day) if is_now else _renewal_due(context)
    effect = context.say(f"effects.{rule}", {"day": context.formats.day(renewal.day)})
    return [*_notice(context), _link(context, rule, finding, effect, due)]


def _notice(context: SlideContext) -> list[Link]:
    """What has to be said before the notice period ends, where that is a matter of days."""
    notice, today = turns_of(context).notice, context.view.data_date
    if notice is None or notice - today >= LEAST_NOTICE:
        return []
    values: dict[str, Value] = {"day": context.formats.long_day(notice)}
    finding = context.phrase("evidence.notice_now", values)
    effect = context.say("effects.notice_now", {"day": context.formats.day(notice)})
    return [_link(context, "notice_now", finding, effect, working_day(context, notice))]


def _renewal_due(context: SlideContext) -> date:
    return turns_of(context).deadline or context.view.data_date


def _use(context: SlideContext, story: Sequence[Headline]) -> tuple[Link, ...]:
    """Growing use is worth understanding, and a fall by the season worth a second look."""
    return tuple(
        _link(context, rule, _begun(item.clause), context.say(f"effects.{rule}"))
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
            _link(context, rule, context.phrase("evidence.agreed"), context.say("absent")),
            is_chosen=True,
        )
        for rule in chosen
        if rule not in asked and context.words.has(_ACTIONS + rule)
    )
    return (*kept, *earlier)


def _planned(context: SlideContext) -> list[Link]:
    """The promises for the next quarter, in the words they were made in."""
    return [_promise(context, item) for item in coming(context)]


def _promise(context: SlideContext, item: Commitment) -> Link:
    view = context.view
    recorded = item.due_date
    is_theirs = item.owner_side == "client"
    is_late = is_theirs and is_too_late(context, item)
    due = turns_of(context).deadline if is_late else recorded
    return Link(
        slide="commitments",
        rule="",
        finding=context.phrase("evidence.promised_by_them" if is_theirs else "evidence.promised"),
        action=item.text,
        step=context.say("chain.promised", {"text": item.text.rstrip(".")}),
        owner=item.owner or context.say("absent"),
        side=view.client_name if is_theirs else view.company_name,
        due=due,
        effect=item.measure or context.say("absent"),
        stake=_yearly_fee(context),
        moved_from=recorded if is_late else None,
    )


def day_figure(context: SlideContext, day: date) -> Figure:
    """A day of the plan as titles print it."""
    return Figure(context.formats.long_day_of_year(day), day.day, table="chain")
