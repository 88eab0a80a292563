"""What the quarter's service means for a client: how many were late, and where it is going."""

from collections.abc import Sequence

from messages.catalogue import Shown
from reports.deck.critical_incidents import critical_incidents, critical_sentence
from reports.deck.slide_context import Phrase, SlideContext
from transforms.clients.judgement import is_other_wait
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue


def service_meaning(context: SlideContext) -> dict[str, str | Shown]:
    """The numbers that the strip's wordings may print."""
    limits, count = context.view.thresholds, context.formats.count
    on_time = context.get("first_response_on_time")
    return {
        "target": context.hours(limits.first_response_target_hours),
        "replied": _replied(context),
        "late": context.number(round((on_time.denominator or 0) - (on_time.numerator or 0))),
        "median": context.text_of(context.get("first_response_median"), 1),
        "few": _few(context),
        "created": context.text_of(context.get("tickets_created")),
        "year": count(sum(context.get("tickets_created", m).number or 0 for m in _year(context))),
        "course": _course(context),
        "critical": critical_sentence(context),
    }


def took_against(context: SlideContext) -> str:
    """How long critical incidents took against their target; where the median is within it, that
    median beside it."""
    took = context.get("critical_resolution_median")
    limit = context.view.thresholds.critical_resolution_target_hours
    if took.value is None:
        return ""
    values = {"took": context.text_of(took, 1), "limit": context.hours(limit)}
    if took.value <= limit:
        return context.say("cards.critical_median", values)
    return context.words.count("cards.critical_took", critical_incidents(context).solved, values)


def is_slower(context: SlideContext, kpi: str) -> bool:
    """Whether a median wait is clearly longer than in the quarter before."""
    now, before = context.get(kpi).value, context.get(kpi, context.period.previous).value
    return now is not None and before is not None and is_other_wait(before, now) and now > before


def months_over(context: SlideContext) -> list[KpiValue]:
    """The quarter's months whose median first response was over the target."""
    target = context.view.thresholds.first_response_target_hours
    return [value for value in _months(context) if (value.value or 0.0) > target]


def are_back_in_time(context: SlideContext) -> bool:
    """Whether months of the quarter were over the target, and neither its last one nor all of it
    was: the wait is no longer too long."""
    target = context.view.thresholds.first_response_target_hours
    known = (context.get("first_response_median").value, _months(context)[-1].value)
    is_in_time = all(median is not None and median <= target for median in known)
    return is_in_time and bool(months_over(context))


def are_mostly_late(context: SlideContext) -> bool:
    """Whether more than half of the replies were late: how many says more than the median."""
    share = context.get("first_response_on_time").value
    return share is not None and 2 * share < 1


def is_of_one_ticket(context: SlideContext, month: KpiValue) -> bool:
    """Whether a month's median is the wait of its only ticket."""
    return context.get("tickets_created", month.period).number == 1


def months_told(context: SlideContext, months: Sequence[KpiValue]) -> Phrase:
    """Months by name, each with its median; of one that is a single ticket's, that it is."""
    told = [
        context.phrase(
            f"titles.service.month{'_alone' if is_of_one_ticket(context, value) else ''}",
            {
                "month": context.formats.month_name(value.period.start),
                "hours": context.figure(value, 1),
            },
        )
        for value in months
    ]
    figures = tuple(figure for item in told for figure in item.figures)
    text = context.formats.items([item.text for item in told])
    return Phrase(text, "titles.service.month", figures)


def _months(context: SlideContext) -> list[KpiValue]:
    return [context.get("first_response_median", month) for month in context.period.months]


def _replied(context: SlideContext) -> str:
    """How many first replies came in time, of how many, and how many tickets have none."""
    on_time, target = (
        context.get("first_response_on_time"),
        context.view.thresholds.first_response_target_hours,
    )
    done, every = round(on_time.numerator or 0), round(on_time.denominator or 0)
    values = {
        "done": context.formats.count(done),
        "all": context.formats.count(every),
        "target": context.hours(target),
    }
    rest = round(context.get("tickets_created").number or 0) - every
    if rest > 0 and done == every > 1:
        values["every"] = context.formats.count(every + rest)
        return context.words.count("service.replied_but", rest, values)
    told = context.words.count(f"service.replied{'_all' if done == every else ''}", every, values)
    if rest <= 0:
        return told
    return told + context.words.count("service.unreplied", rest, {"n": context.formats.count(rest)})


def _few(context: SlideContext) -> str:
    """How few of the first replies came in time."""
    on_time = context.get("first_response_on_time")
    done = round(on_time.numerator or 0)
    values = {
        "done": context.formats.count(done),
        "all": context.formats.count(on_time.denominator or 0),
        "target": context.hours(context.view.thresholds.first_response_target_hours),
    }
    return context.words.count("service.replied_few", done, values)


def _year(context: SlideContext) -> tuple[Period, ...]:
    return context.period.trailing_twelve.months


def _course(context: SlideContext) -> str:
    """A sentence on where the wait is going: back within the target where a month of the quarter
    was over it, else the medians of the two quarters; nothing where they differ by little."""
    last, target = _months(context)[-1], context.view.thresholds.first_response_target_hours
    if months_over(context) and last.value is not None and last.value <= target:
        values = {"month": _month(context, last), "now": context.text_of(last, 1)}
        return context.say("meaning.service.back", values)
    now = context.get("first_response_median")
    before = context.get("first_response_median", context.period.previous)
    if now.value is None or before.value is None or not is_other_wait(before.value, now.value):
        return ""
    values = {
        "now": context.text_of(now, 1),
        "before": context.text_of(before, 1),
        "then": context.previous_period,
    }
    rule = "slower" if now.value > before.value else "quicker"
    return context.say(f"meaning.service.{rule}", values)


def _month(context: SlideContext, value: KpiValue) -> str:
    """A month's name without its year."""
    return context.formats.month_name(value.period.start)
