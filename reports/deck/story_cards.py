"""What the summary's three cards say: what it was worth, what is at risk, what we ask for."""

import re
from collections.abc import Collection, Mapping, Sequence

from messages.formats import begun
from reports.deck.card_numbers import big_of, in_short, is_early, is_of_the_year, miss_of
from reports.deck.chain.effects import missed_goals
from reports.deck.chain.link import PRESSING, Link
from reports.deck.exhibits.cards import Card, Fact, holds_fact, holds_verdict
from reports.deck.exhibits.opinion import csat_text, is_told
from reports.deck.exhibits.service_meaning import took_against
from reports.deck.exhibits.text_fit import short_name
from reports.deck.exhibits.tiles import tile_of
from reports.deck.exhibits.weekly_use import BASE_WEEKS
from reports.deck.goal_numbers import measure, target_text
from reports.deck.headlines import findings, outcomes
from reports.deck.slide_context import Headline, SlideContext, Tone
from reports.deck.turns import is_too_late_to_ask, turns_of
from reports.deck.worth_card import worth_card
from transforms.clients.aims import Goal, promises_of
from transforms.kpis import shown_at
from transforms.metrics.kpi import Place

_FACTS: Mapping[str, Place] = {
    "usage": Place.USAGE_CARD,
    "service": Place.SERVICE_CARD,
    "satisfaction": Place.SATISFACTION_CARD,
    "delivery": Place.DELIVERY_CARD,
}
"""Where figures stand that say more about a subject, the most telling first."""
_TOLD: Mapping[str, tuple[str, ...]] = {
    "usage": ("usage_change", "usage_change_year"),
    "service": ("first_response_median", "critical_resolution_median"),
    "satisfaction": ("nps", "csat"),
    "delivery": ("delivery_on_time",),
}
"""The figures that a subject's card tells, in its number or its title."""
_MOST = 3
_FIRST = (".first", ".csat_alone", ".missing")
"""Titles of what is measured for the first time: nothing that could have held."""


def worth_of(context: SlideContext, story: Sequence[Headline]) -> Card:
    """What the goals brought, as the client confirmed it; else what was reached of them; else
    what went best."""
    if (confirmed := worth_card(context, story)) is not None:
        return confirmed
    risk = risk_headline(story)
    met = [goal for goal in context.view.goals if goal.is_met]
    goals = next((item for item in story if item.slide == "goals"), None)
    if goals is not None and goals is not risk and goals.tone in (Tone.GOOD, Tone.FLAT):
        return _goals_card(context, met)
    held = [item for item in outcomes(story) if item is not risk and _is_held(context, item)]
    if held:
        return _best_card(context, held[0])
    return _goals_card(context, met) if met else _in_time(context, story) or _nothing_card(context)


def _is_held(context: SlideContext, item: Headline) -> bool:
    """Whether what a page concluded may be told as what works or holds: nothing that it tells of
    fell, and more people advise for us than against."""
    told = [kpi for kpi in _TOLD.get(item.slide, ()) if is_told(context, kpi)]
    if any(_fell(context, kpi) for kpi in told):
        return False
    if item.slide != "satisfaction" or item.tone is Tone.GOOD:
        return True
    return (context.get("nps").number or 0.0) > 0


def _fell(context: SlideContext, kpi: str) -> bool:
    """Whether a figure is worse than it was, as its tile says; of use, whatever explains it."""
    if kpi.startswith("usage_change"):
        least = context.view.thresholds.materiality_ratio
        return (context.get(kpi).value or 0.0) <= -least
    return tile_of(context, kpi).delta.tone is Tone.BAD


def _in_time(context: SlideContext, story: Sequence[Headline]) -> Card | None:
    """First replies within their target, where they took no longer than before."""
    median = context.get("first_response_median")
    target = context.view.thresholds.first_response_target_hours
    if median.value is None or median.value > target or _fell(context, median.kpi):
        return None
    if not any(item.slide == "service" for item in story):
        return None
    lead = context.say("summary.in_time", {"target": context.hours(target)})
    big = context.text_of(median, 1)
    return Card(context.say("summary.worked"), big, lead, (), "service", Tone.GOOD)


def _nothing_card(context: SlideContext) -> Card:
    """That no goal is met, with what each came to, or that none was measured."""
    missed = missed_goals(context.view.goals)
    nothing = context.say("summary.no_goal_met" if missed else "summary.no_worth")
    facts = tuple(
        Fact(goal.text, measure(context, goal.unit, goal.actual or 0.0))
        for goal in reversed(missed[-_MOST:])
    )
    slide = "goals" if missed else ""
    return Card(context.say("summary.worth"), nothing, "", facts or _dates(context), slide)


def _best_card(context: SlideContext, best: Headline) -> Card:
    """What went best; a figure that is its number is not told again under it."""
    if best.slide == "commitments":
        return _kept_card(context, best)
    is_first = best.title.rule.endswith(_FIRST)
    label = "summary.worked" if best.tone is Tone.GOOD or is_first else "summary.steady"
    big = big_of(context, best)
    return Card(
        context.say(label),
        big,
        best.title.text,
        tuple(fact for fact in _facts(context, best.slide) if not _has(big, fact.value)),
        best.slide,
        Tone.GOOD if best.tone is Tone.GOOD else None,
    )


def _kept_card(context: SlideContext, best: Headline) -> Card:
    """How many promises are kept, and what is left of them."""
    left = promises_of(context.view.commitments, str(context.period)).left
    values = {"name": left[0].text.rstrip(".")} if left else {}
    lead = context.words.count("summary.kept_left", len(left), values) if left else ""
    tone = Tone.GOOD if best.tone is Tone.GOOD else None
    big = big_of(context, best)
    return Card(context.say("summary.kept"), big, lead, (), best.slide, tone)


def _goals_card(context: SlideContext, met: Sequence[Goal]) -> Card:
    measured = [goal for goal in context.view.goals if goal.is_met is not None]
    unmeasured = len(context.view.goals) - len(measured)
    values = {
        "period": context.this_period,
        "rest": context.words.count("summary.unmeasured", unmeasured) if unmeasured else "",
    }
    count = context.formats.count
    counts = {"done": count(len(met)), "all": count(len(measured))}
    facts = tuple(
        Fact(goal.text, measure(context, goal.unit, goal.actual or 0.0), Tone.GOOD)
        for goal in met[:_MOST]
    )
    return Card(
        context.say("summary.worth"),
        context.say("delivery.of", counts),
        context.words.count("summary.goals_met", len(measured), values),
        facts,
        "goals",
        Tone.GOOD,
    )


def risk_of(context: SlideContext, story: Sequence[Headline], links: Sequence[Link]) -> Card:
    """The worst of what was found; a renewal that is due now is worse than anything."""
    label, standing = context.say("summary.risk"), _standing(context)
    first = links[0] if links else None
    if first is not None and first.rule in PRESSING:
        big = context.formats.day(first.turn) if first.turn else context.say("cards.lapsed")
        lead = _turning(context, first)
        return Card(label, big, lead, _found(context, story), "investment", Tone.BAD)
    risk = risk_headline(story)
    if risk is not None:
        tone = Tone.BAD if risk.tone is Tone.BAD else Tone.FLAT
        label = context.say("summary.noted") if is_early(risk) else label
        big, is_counted = miss_of(context, risk), risk.clause.rule.startswith("clauses.critical")
        lead = took_against(context) if is_counted else _further(context, risk)
        short = lead or _short_lead(risk)
        stake = _stake(context, links)
        besides = (*(("seats_used",) if stake else ()), *(("critical_open",) if standing else ()))
        known = (fact for fact in _facts(context, risk.slide, besides) if not _has(big, fact.value))
        facts = (*_no_goal(context, risk), *standing, *stake, *known)
        told = (*facts[: _MOST - 1], *_dates(context))
        return Card(label, big, lead or risk.title.text, told, risk.slide, tone, short=short)
    if first is not None and first.rule:
        facts = (*standing, *_stake(context, links), *_dates(context))
        # A renewal is a date, and seats that run out are a chance: no risks.
        label = context.say("summary.next" if first.slide == "investment" else "summary.noted")
        return Card(label, first.finding.text, "", facts, first.slide, Tone.FLAT)
    return Card(
        label, context.say("summary.no_miss"), "", (*standing, *_dates(context)), tone=Tone.GOOD
    )


def _further(context: SlideContext, risk: Headline) -> str:
    """What a title says besides its number, where the card has that number already: the goal
    furthest from its target, or the weeks before beside the year; else nothing."""
    missed = missed_goals(context.view.goals)
    if risk.slide == "goals" and missed and missed[0].actual is not None:
        furthest = missed[0]
        values = {
            "goal": short_name(furthest.text),
            "actual": measure(context, furthest.unit, furthest.actual or 0.0),
            "target": target_text(context, furthest),
        }
        return context.say("cards.goals_lead", values)
    if risk.title.rule == "titles.usage.bad" and is_of_the_year(context):
        change, weeks = context.size(context.get("usage_change")), context.formats.count(BASE_WEEKS)
        return context.say("cards.usage_lead", {"size": change.text, "weeks": weeks})
    return ""


def _turning(context: SlideContext, link: Link) -> str:
    """What ends on the day over it; of what is over, since when. How many days are left depends on
    the day of the meeting."""
    if link.turn is None:
        return link.finding.text
    renewal = turns_of(context).renewal
    then = renewal if renewal and renewal > link.turn else None
    told = {"day": context.formats.long_day(then)} if then else {}
    return context.say(f"cards.{link.rule}") + (context.say("cards.then", told) if told else "")


def _short_lead(item: Headline) -> str:
    """The clause as a sentence: shorter than the title, and of the miss alone."""
    return begun(item.clause.text)


def risk_headline(story: Sequence[Headline]) -> Headline | None:
    """What was found that is worst."""
    return next(iter(findings(story)), None)


def _found(context: SlideContext, story: Sequence[Headline]) -> tuple[Fact, ...]:
    """Under a renewal that is due: what else is not as it should be."""
    found = findings(story)[:_MOST]
    standing = () if any(item.slide == "service" for item in found) else _standing(context)
    told = (
        Fact(context.say(f"tracker.{item.slide}"), in_short(context, item), item.tone)
        for item in found[: _MOST - len(standing)]
    )
    return (*told, *standing)


def _standing(context: SlideContext) -> tuple[Fact, ...]:
    """How many critical incidents nobody has solved yet, whatever is worse."""
    standing = context.get("critical_open")
    if not standing.number:
        return ()
    return (Fact(context.short_name(standing.kpi), context.text_of(standing), Tone.BAD),)


def _no_goal(context: SlideContext, risk: Headline) -> tuple[Fact, ...]:
    """That no measured goal is met, beside whatever is worse."""
    measured = [goal for goal in context.view.goals if goal.is_met is not None]
    if not measured or any(goal.is_met for goal in measured) or risk.slide == "goals":
        return ()
    count = context.formats.count
    of = context.say("delivery.of", {"done": count(0), "all": count(len(measured))})
    return (Fact(context.say("summary.goals"), of, Tone.BAD),)


def _stake(context: SlideContext, links: Sequence[Link]) -> tuple[Fact, ...]:
    """Seats that nobody uses, where an action is about them."""
    label = context.say("chain.idle")
    idle = next((link.stake for link in links if link.stake[0] == label), None)
    return () if idle is None else (Fact(*idle),)


def ask_of(context: SlideContext, links: Sequence[Link]) -> Card:
    """The first link of the chain: who decides, until when, and about how much; of what we owe,
    what we ask for to show it."""
    label = context.say("summary.decision")
    if not links:
        return Card(label, context.say("summary.nothing_asked"), "", (), is_dark=True)
    link = links[0]
    by = link.decide_by(context)
    rule = "decisions.meeting" if link.is_at_meeting else "decisions.undated"
    day = context.formats.day(by) if by else context.say(rule)
    steps = [begun(step) for step in (link.step, link.short)]
    big = next((step for step in steps if holds_verdict(context.brand.body, step)), steps[-1])
    if link.is_ours:
        label = context.say("summary.commit")
        asked = Fact(context.say("summary.asked"), context.say("summary.meeting"))
        on = Fact(context.say("summary.when" if link.is_at_meeting else "summary.by"), day)
        owed = _at_meeting(context, link, on) if link.is_at_meeting else (asked, on)
        return Card(label, big, link.effect, owed, "decisions", is_dark=True)
    facts = [
        Fact(context.say("summary.decides"), _decider(context)),
        Fact(context.say("summary.by"), day),
        *((Fact(*link.stake),) if link.stake[1] else ()),
    ]
    return Card(label, big, link.effect, tuple(facts), "decisions", is_dark=True)


def _at_meeting(context: SlideContext, link: Link, on: Fact) -> tuple[Fact, ...]:
    """What our proposal is about: until when the client could give notice, and the fee."""
    notice = turns_of(context).notice
    told = (Fact(context.say("summary.notice"), context.formats.day(notice)),) if notice else ()
    return (on, *told, *((Fact(*link.stake),) if link.stake[1] else ()))


def _decider(context: SlideContext) -> str:
    """The client by name; in a word where that does not fit its line: half a name is none."""
    name = context.view.client_name
    return name if holds_fact(context.brand.body, name) else context.say("summary.you")


def _facts(context: SlideContext, slide: str, besides: Collection[str] = ()) -> tuple[Fact, ...]:
    """A subject's figures, but for those that something else says `besides`."""
    shown = shown_at(_FACTS[slide]) if slide in _FACTS else ()
    kpis = [kpi for kpi in shown if is_told(context, kpi) and kpi not in besides]
    return tuple(Fact(context.short_name(kpi), _printed(context, kpi)) for kpi in kpis)


def _has(big: str, value: str) -> bool:
    """Whether a number, or a word, stands in what is written large."""
    return re.search(rf"(?<![\w.,]){re.escape(value)}(?![\w]|[.,]\d)", big) is not None


def _printed(context: SlideContext, kpi: str) -> str:
    value = context.get(kpi)
    if kpi == "csat":
        return csat_text(context).text
    if kpi.startswith("usage_change"):
        return context.signed(value).text
    return context.text_of(value)


def _dates(context: SlideContext) -> tuple[Fact, ...]:
    """When the agreement turns."""
    turns = turns_of(context)
    if turns.notice and not is_too_late_to_ask(context, turns.notice):
        return (Fact(context.say("summary.notice"), context.formats.day(turns.notice)),)
    if turns.renewal:
        return (Fact(context.say("summary.renewal"), context.formats.day(turns.renewal)),)
    return ()
