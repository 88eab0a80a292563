"""What the quarter's service means for a client: how many were late, and where it is going."""

from reports.deck.slide_context import SlideContext
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue, Unit

_COURSE = 6
"""Months, as many as the page's chart shows."""
_TURN = 0.5
"""The share of an earlier month's median from which on a change is worth a sentence."""
_LEAST_HOURS = 0.5


def service_meaning(context: SlideContext) -> dict[str, str]:
    """The numbers that the strip's wordings may print."""
    limits, count = context.view.thresholds, context.formats.count
    on_time, critical = (
        context.get(kpi) for kpi in ("first_response_on_time", "critical_resolution_on_time")
    )
    return {
        "target": _hours(context, limits.first_response_target_hours),
        "limit": _hours(context, limits.critical_resolution_target_hours),
        "in_time": count(on_time.numerator or 0),
        "replies": count(on_time.denominator or 0),
        "late_replies": count((on_time.denominator or 0) - (on_time.numerator or 0)),
        "late": count((critical.denominator or 0) - (critical.numerator or 0)),
        "all": count(critical.denominator or 0),
        "median": context.text_of(context.get("first_response_median"), 1),
        "created": context.text_of(context.get("tickets_created")),
        "year": count(sum(context.get("tickets_created", m).number or 0 for m in _year(context))),
        "course": _course(context),
    }


def _hours(context: SlideContext, hours: float) -> str:
    return context.text(Unit.HOURS, hours, 0 if hours == int(hours) else 1)


def _year(context: SlideContext) -> tuple[Period, ...]:
    return context.period.trailing_twelve.months


def _course(context: SlideContext) -> str:
    """Where the last month stands against the earlier one that it differs from most; nothing
    where it differs by little."""
    last = context.period.months[-1]
    months = [context.get("first_response_median", last.shift(-n)) for n in range(_COURSE)]
    known = [value for value in months if value.number is not None]
    if len(known) < 2 or known[0].period != last:
        return ""
    now = float(known[0].number or 0)
    earlier = max(known[1:], key=lambda value: abs(float(value.number or 0) - now))
    before = float(earlier.number or 0)
    if abs(now - before) < max(_TURN * before, _LEAST_HOURS):
        return ""
    target = context.view.thresholds.first_response_target_hours
    is_back = now <= target < before
    rule = "back" if is_back else "slower" if now > before else "quicker"
    return context.say(
        f"meaning.service.{rule}",
        {
            "now": context.text_of(known[0], 1),
            "month": _month(context, known[0]),
            "before": context.text_of(earlier, 1),
            "then": _month(context, earlier),
        },
    )


def _month(context: SlideContext, value: KpiValue) -> str:
    """A month's name without its year."""
    return context.formats.month_name(value.period.start)
