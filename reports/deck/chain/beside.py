"""Actions on what pages report beside the main findings: goals that nobody measures, one cause
behind many tickets, a module that nobody opens, replies that got slower, what comparable clients do
better."""

from collections.abc import Sequence

from reports.deck.categories import category
from reports.deck.chain.link import Link, link_of
from reports.deck.chain.peers import ON_USE, opinion_fallen, peer_links
from reports.deck.confirmed_value import Why, before_of, fallen_goals, much_less
from reports.deck.exhibits.asked_about import asked_about
from reports.deck.exhibits.breakdown_meaning import MOST_NAMED, leading_cause, quoted_names
from reports.deck.exhibits.service_meaning import (
    are_back_in_time,
    is_of_one_ticket,
    months_over,
    months_told,
)
from reports.deck.exhibits.text_fit import is_quotable
from reports.deck.fewer_seats import fewer_in_year
from reports.deck.idle_module import idle_modules
from reports.deck.slide_context import Headline, SlideContext, Value
from reports.deck.stage import back_since
from transforms.clients.judgement import is_doubled_wait

_ON_REPLIES = {"service", "slower_months", "response"}
"""Rules of actions on how soon we reply: one is enough."""


def beside(context: SlideContext, story: Sequence[Headline], answered: set[str]) -> list[Link]:
    """What is known beside what is answered already (the rules of `answered`), where the page that
    shows it is in the deck."""
    shown = {item.slide for item in story}
    aims = _unmeasured(context) if "goals" in shown else []
    unused = [] if "usage_module" in answered else _module(context)
    parts = [*_cause(context), *unused] if "breakdown" in shown else []
    behind = peer_links(context, story, answered)
    known = answered | {link.rule for link in behind}
    slow = _slower(context) if "service" in shown and not known & _ON_REPLIES else []
    opinion = [] if "opinion" in known else opinion_fallen(context, story, answered)
    # What is furthest behind comparable clients has room before anything else.
    worth = _worth(context, answered) if "value" in shown else []
    year = _year(context) if "usage" in shown and not known & ON_USE else []
    return [*behind[:1], *aims, *worth, *year, *parts, *behind[1:], *slow, *opinion]


def _unmeasured(context: SlideContext) -> list[Link]:
    """Who measures the goals that have no result, how, and from when on; of those that had one in
    the quarter before, unless the client was away then, who completes it."""
    names = [goal.text for goal in context.view.goals if goal.is_met is None]
    if not names:
        return []
    back = back_since(context)
    known = () if back and back.start >= context.period.start else context.view.goals_before
    measured = {goal.text for goal in known if goal.is_met is not None}
    rule = "goals_again" if measured.issuperset(names) else "goals_measure"
    count = len(names)
    values: dict[str, Value] = {
        "name": names[0],
        "n": context.tally(count, "goals"),
        "all": context.tally(len(context.view.goals), "goals"),
        "period": context.previous_period,
    }
    is_long = count == 1 and not is_quotable(names[0])
    finding = (
        context.phrase(f"evidence.{rule}_long", values)
        if is_long
        else context.counted(f"evidence.{rule}", count, values)
    )
    effect = context.words.count(f"effects.{rule}", count)
    about = "" if count > 1 or is_long else context.say("breakdown.quoted", {"name": names[0]})
    return [link_of(context, rule, finding, effect, cases=count, name=names[0], about=about)]


def _worth(context: SlideContext, answered: set[str]) -> list[Link]:
    """Why what the client confirmed is a third less than in the quarter before, or lower still;
    not where the goals that it comes from have their action already."""
    if not (kpi := much_less(context)):
        return []
    fallen = {goal.why for goal in fallen_goals(context, kpi)}
    if fallen and fallen <= {Why.UNMEASURED, *((Why.MISSED,) if "goals" in answered else ())}:
        return []
    before = before_of(context, kpi)
    values: dict[str, Value] = {
        "what": context.short_name(kpi),
        "before": context.figure(before),
        "now": context.figure(context.get(kpi)),
        "period": context.previous_period,
    }
    aimed = {"what": context.short_name(kpi), "before": context.text_of(before)}
    effect = context.say("effects.value", aimed)
    return [link_of(context, "value", context.phrase("evidence.value", values), effect)]


def _year(context: SlideContext) -> list[Link]:
    """Use that is below last year's, whatever it did in the quarter, where no cut of seats explains
    it."""
    change, least = context.get("usage_change_year"), context.view.thresholds.materiality_ratio
    is_below = change.value is not None and change.value <= -least
    if not is_below or fewer_in_year(context) is not None:
        return []
    finding = context.phrase("evidence.usage_year", {"size": context.size(change)})
    aimed = {"before": context.formats.count(round(7 * (change.denominator or 0.0)))}
    effect = context.say("effects.usage_year", aimed)
    return [link_of(context, "usage_year", finding, effect)]


def _cause(context: SlideContext) -> list[Link]:
    """To halve the tickets of the one cause that leads."""
    share, leading = context.get("tickets_top_cause"), leading_cause(context)
    if leading is None:
        return []
    name = category(context, leading.name)
    values: dict[str, Value] = {
        "name": name,
        "tickets": context.part(share, "numerator"),
        "all": context.part(share, "denominator"),
    }
    most = leading.tickets // 2
    values_aimed = {"name": name, "n": context.formats.count(most)}
    effect = context.words.count("effects.cause", most, values_aimed)
    finding = context.phrase("evidence.cause", values)
    return [link_of(context, "cause", finding, effect, name=name)]


def _module(context: SlideContext) -> list[Link]:
    """What is paid for and nobody opens, where the use of the product is known."""
    idle = [part.name for part in idle_modules(context)]
    if not idle or not context.view.sources.get("usage"):
        return []
    quoted, n = quoted_names(context, idle), len(idle[:MOST_NAMED])
    names: dict[str, Value] = {"name": quoted, "asked": asked_about(context, idle)}
    finding = context.phrase("evidence.module", names)
    effect = context.words.count("effects.module", n, {"names": quoted})
    return [link_of(context, "module", finding, effect, cases=n, name=quoted, about=quoted)]


def _slower(context: SlideContext) -> list[Link]:
    """Our replies, where months of the quarter were over the target, or the wait doubled: not
    where all of it rests on one ticket."""
    target = context.view.thresholds.first_response_target_hours
    now = context.get("first_response_median")
    before = context.get("first_response_median", context.period.previous)
    replies = context.get("first_response_on_time").denominator or 0
    if now.value is None or replies < context.view.thresholds.minimum_tickets:
        return []
    over = [value for value in months_over(context) if not is_of_one_ticket(context, value)]
    if over:
        months: dict[str, Value] = {"over": months_told(context, over)}
        finding = context.phrase(
            "evidence.slower_months", {**months, "target": context.hours(target)}
        )
        effect = context.say("effects.slower_months", {"target": context.hours(target)})
        rule = "slower_months" if are_back_in_time(context) else "slower"
        return [link_of(context, rule, finding, effect)]
    if before.value is None or not is_doubled_wait(before.value, now.value, target):
        return []
    values: dict[str, Value] = {
        "before": context.figure(before, 1),
        "now": context.figure(now, 1),
        "period": context.previous_period,
    }
    effect = context.say("effects.slower", {"before": context.text_of(before, 1)})
    return [link_of(context, "slower", context.phrase("evidence.slower", values), effect)]
