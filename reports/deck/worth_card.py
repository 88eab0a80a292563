"""The summary's card on what the client confirmed."""

from collections.abc import Sequence

from reports.deck.confirmed_value import before_of, fallen_values, much_less
from reports.deck.exhibits.cards import Card, Fact
from reports.deck.slide_context import Headline, SlideContext, Tone
from transforms.clients.aims import confirmed_worth
from transforms.metrics.kpi import Unit

_MOST = 3


def worth_card(context: SlideContext, story: Sequence[Headline]) -> Card | None:
    """The sum of what the client confirmed: money where all of it is in the deck's currency, else
    hours; None without either."""
    confirmed = confirmed_worth(context.view.goals, context.view.currency)
    money, hours = confirmed.money, confirmed.hours
    if money:
        big = context.formats.money(confirmed.minor)
        facts = [Fact(goal.text, context.formats.money(minor)) for goal, minor in money]
        if hours:
            saved = context.text(Unit.HOURS, confirmed.hours_saved)
            facts = [*facts[: _MOST - 1], Fact(context.say("value.hours"), saved)]
    elif hours:
        big = _saved(context, confirmed.hours_saved)
        facts = [Fact(goal.text, context.text(Unit.HOURS, number)) for goal, number in hours]
    else:
        return None
    kpi = "value_money" if money else "value_hours"
    label, told = context.say("summary.worth"), tuple(facts[:_MOST])
    tone = None if much_less(context) == kpi else Tone.GOOD
    return Card(label, big, _confirmed(context, kpi), told, _told_by(story), tone)


def _confirmed(context: SlideContext, kpi: str) -> str:
    """Who confirmed it and when; where it was clearly more before, how much."""
    values = {"period": context.this_period, "then": context.previous_period}
    if kpi not in fallen_values(context):
        return context.say("summary.confirmed", values)
    before = context.text_of(before_of(context, kpi))
    return context.say("summary.confirmed_less", {**values, "before": before})


def _told_by(story: Sequence[Headline]) -> str:
    """Where the confirmed worth stands: its own page, else among the goals."""
    return "value" if any(item.slide == "value" for item in story) else "goals"


def _saved(context: SlideContext, hours: float) -> str:
    return context.say("summary.hours", {"hours": context.text(Unit.HOURS, hours)})
