"""What the quarter's service means for a client: how many were late, and where it is going."""

from dataclasses import dataclass

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
        **_told(context, _compared(context)),
    }


def is_slower(context: SlideContext) -> bool:
    """Whether the quarter closed with a longer wait than an earlier month had."""
    course = _compared(context)
    return course is not None and course.rule == "slower"


def _hours(context: SlideContext, hours: float) -> str:
    return context.text(Unit.HOURS, hours, 0 if hours == int(hours) else 1)


def _year(context: SlideContext) -> tuple[Period, ...]:
    return context.period.trailing_twelve.months


@dataclass(frozen=True)
class _Course:
    """The last month and the earlier one that it differs from most; `rule` says how."""

    rule: str
    now: KpiValue
    earlier: KpiValue


def _compared(context: SlideContext) -> _Course | None:
    """None where the last month differs by little, or has no value."""
    last = context.period.months[-1]
    months = [context.get("first_response_median", last.shift(-n)) for n in range(_COURSE)]
    known = [value for value in months if value.number is not None]
    if len(known) < 2 or known[0].period != last:
        return None
    now = float(known[0].number or 0)
    earlier = max(known[1:], key=lambda value: abs(float(value.number or 0) - now))
    before = float(earlier.number or 0)
    if abs(now - before) < max(_TURN * before, _LEAST_HOURS):
        return None
    target = context.view.thresholds.first_response_target_hours
    is_back = now <= target < before
    rule = "back" if is_back else "slower" if now > before else "quicker"
    return _Course(rule, known[0], earlier)


def _told(context: SlideContext, course: _Course | None) -> dict[str, str]:
    """A sentence on where the wait is going, and the two months that it compares."""
    if course is None:
        return {"course": ""}
    values = {
        "now": context.text_of(course.now, 1),
        "month": _month(context, course.now),
        "before": context.text_of(course.earlier, 1),
        "then": _month(context, course.earlier),
    }
    return {"course": context.say(f"meaning.service.{course.rule}", values), **values}


def _month(context: SlideContext, value: KpiValue) -> str:
    """A month's name without its year."""
    return context.formats.month_name(value.period.start)
