"""A subject of the story in one number and a word, as a card has room for it."""

from collections.abc import Callable, Mapping

from messages.formats import begun
from reports.deck.critical_incidents import critical_card
from reports.deck.exhibits.opinion import csat_text, is_told
from reports.deck.exhibits.service_meaning import months_over
from reports.deck.headlines import MIXED
from reports.deck.slide_context import Headline, SlideContext
from transforms.clients.aims import promises_of
from transforms.clients.judgement import falls_on_year
from transforms.metrics.kpi import KpiValue

_OF_THE_YEAR = tuple(f"titles.usage.{rule}" for rule in ("seasonal", "worse_flat", "worse_up"))
"""Titles whose news is how use compares with the year before."""


def big_of(context: SlideContext, item: Headline) -> str:
    """A subject in one number and a word; its clause where there is none. A fall of the season
    is measured on the year before."""
    year, seats = context.get("usage_change_year"), context.get("seats_used")
    if item.title.rule.startswith("titles.usage.fewer_seats"):
        return context.say("cards.usage_per_seat", {"share": context.text_of(seats)})
    if item.title.rule in _OF_THE_YEAR and year.value is not None:
        return context.say("cards.usage_year", {"size": context.signed(year).text})
    if item.clause.rule.startswith("clauses.csat"):
        return f"{context.short_name('csat')} {csat_text(context).text}"
    if item.clause.rule == MIXED:
        months = context.period.months
        return _counted(context, "months_over", len(months_over(context)), len(months))
    found = _BIG[item.slide](context) if item.slide in _BIG else ""
    return found or begun(item.clause.text)


def miss_of(context: SlideContext, item: Headline) -> str:
    """The same of a risk: how much was missed, not how much was reached."""
    if is_early(item):
        return _missed_goals(context, "ahead")
    found = _MISSED[item.slide](context) if item.slide in _MISSED else ""
    return found or big_of(context, item)


def is_early(item: Headline) -> bool:
    """Whether goals are told that there was hardly time to reach: no risk."""
    return item.title.rule.startswith("titles.goals.early")


def is_of_the_year(context: SlideContext) -> bool:
    """Whether the fall on the year before is the larger one, and bad news."""
    change, year = context.get("usage_change").value, context.get("usage_change_year").value
    return year is not None and falls_on_year(year) and year < (change or 0.0)


def _use(context: SlideContext) -> str:
    change, year = context.get("usage_change").value, context.get("usage_change_year").value
    if year is not None and is_of_the_year(context):
        return context.say("cards.usage_year", {"size": context.formats.signed_change(year)})
    if change is None:
        return ""
    if abs(change) < context.view.thresholds.materiality_ratio:
        return context.say("cards.usage_stable")
    return context.say("cards.usage", {"size": context.formats.signed_change(change)})


def _service(context: SlideContext) -> str:
    if told := critical_card(context):
        return told
    median = context.get("first_response_median")
    return "" if median.number is None else context.text_of(median, 1)


def _satisfaction(context: SlideContext) -> str:
    nps = context.get("nps")
    if nps.number is not None:
        return f"{context.short_name('nps')} {context.text_of(nps)}"
    if not is_told(context, "csat"):
        return ""
    return f"{context.short_name('csat')} {csat_text(context).text}"


def _delivery(context: SlideContext) -> str:
    on_time = context.get("delivery_on_time")
    if on_time.value is None:
        return ""
    values = {
        "done": context.part(on_time, "numerator").text,
        "due": context.part(on_time, "denominator").text,
    }
    return context.say("cards.delivery", values)


def _goals(context: SlideContext) -> str:
    measured = [goal for goal in context.view.goals if goal.is_met is not None]
    met = sum(bool(goal.is_met) for goal in measured)
    values = {"met": context.formats.count(met), "all": context.formats.count(len(measured))}
    return context.words.count("cards.goals", len(measured), values) if measured else ""


def _commitments(context: SlideContext) -> str:
    kept = promises_of(context.view.commitments, str(context.period))
    whole = kept.due + len(kept.withdrawn) if kept.left else kept.due
    done, all_of = context.formats.count(len(kept.done)), context.formats.count(whole)
    if not kept.due:
        return ""
    return context.words.count("cards.commitments", whole, {"done": done, "all": all_of})


_BIG: Mapping[str, Callable[[SlideContext], str]] = {
    "usage": _use,
    "service": _service,
    "satisfaction": _satisfaction,
    "delivery": _delivery,
    "goals": _goals,
    "commitments": _commitments,
}


def _late_tasks(context: SlideContext) -> str:
    on_time = context.get("delivery_on_time")
    return "" if on_time.value is None else _counted(context, "late", *_missed(on_time))


def _missed(value: KpiValue) -> tuple[int, int]:
    """How many of how many a share lacks."""
    whole = round(value.denominator or 0)
    return whole - round(value.numerator or 0), whole


def _missed_goals(context: SlideContext, what: str = "missed") -> str:
    measured = [goal for goal in context.view.goals if goal.is_met is not None]
    missed = sum(goal.is_met is False for goal in measured)
    return _counted(context, what, missed, len(measured)) if measured else ""


def _open_commitments(context: SlideContext) -> str:
    kept = promises_of(context.view.commitments, str(context.period))
    whole = kept.due + len(kept.withdrawn)
    return _counted(context, "open", len(kept.left), whole) if kept.due else ""


def _counted(context: SlideContext, what: str, missed: int, whole: int) -> str:
    values = {"missed": context.formats.count(missed), "all": context.formats.count(whole)}
    return context.words.count(f"cards.{what}", missed, values)


_MISSED: Mapping[str, Callable[[SlideContext], str]] = {
    "delivery": _late_tasks,
    "goals": _missed_goals,
    "commitments": _open_commitments,
}


def in_short(context: SlideContext, item: Headline) -> str:
    """What was missed, in the words that a line under a label has room for."""
    if item.slide != "service" or item.clause.rule == MIXED:
        return miss_of(context, item)
    return critical_card(context, "_short") or miss_of(context, item)
