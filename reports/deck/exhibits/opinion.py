"""What may be told of NPS and CSAT: of enough answers, and a change only beyond chance."""

from collections.abc import Callable

from reports.deck.slide_context import Phrase, SlideContext
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue
from transforms.service.opinion import (
    FALLING_QUARTERS,
    Opinion,
    claimed_change,
    has_slipped,
    is_falling,
    of_share,
)

_TWO_PEOPLE = 400
"""Points, times answers, by which two who change their minds altogether move an NPS."""


def is_told(context: SlideContext, kpi: str, period: Period | None = None) -> bool:
    """Whether a figure has a value, and enough people behind it that nobody is recognised."""
    value = context.get(kpi, period)
    few = (value.denominator or 0) < context.view.thresholds.minimum_nps_answers
    return value.number is not None and not (kpi == "csat" and few)


def csat_text(context: SlideContext, period: Period | None = None) -> Phrase:
    """The share of positive ratings, and of how many."""
    value = context.get("csat", period)
    parts = {
        "share": context.figure(value),
        "positive": context.part(value, "numerator"),
        "rated": context.part(value, "denominator"),
    }
    return context.phrase("satisfaction.share", parts)


def claimed_nps_change(context: SlideContext) -> float | None:
    """The change of NPS where enough people answered and it exceeds both margins of error."""
    return _claimed(context, lambda period: _nps(context, period))


def claimed_csat_change(context: SlideContext) -> float | None:
    """The change of the share of positive ratings, by the same test."""
    return _claimed(context, lambda period: _csat(context, period))


def is_rated_low(context: SlideContext) -> bool:
    """Whether enough people rated our help and too few of them well, and no more than before as
    far as can be told."""
    value, limits = context.get("csat"), context.view.thresholds
    is_enough = (value.denominator or 0) >= limits.minimum_answers
    if value.value is None or not is_enough or not is_told(context, "csat"):
        return False
    return value.value < limits.satisfied and (claimed_csat_change(context) or 0.0) <= 0


def _nps(context: SlideContext, period: Period) -> Opinion:
    known = (context.get(kpi, period).value or 0.0 for kpi in ("nps_error", "nps_answers"))
    return Opinion(context.get("nps", period).value, *known)


def _csat(context: SlideContext, period: Period) -> Opinion:
    value = context.get("csat", period)
    return of_share(value.value, value.denominator or 0.0)


def _claimed(context: SlideContext, opinion: Callable[[Period], Opinion]) -> float | None:
    now, before = opinion(context.period), opinion(context.period.previous)
    return claimed_change(now, before, context.view.thresholds.nps_claim_answers)


def is_same(context: SlideContext, kpi: str) -> bool:
    """Whether a figure is what it was in the period before, as it is printed."""
    now, before = context.get(kpi), context.get(kpi, context.period.previous)
    return before.number is not None and context.text_of(now) == context.text_of(before)


def sliding_from(context: SlideContext) -> KpiValue | None:
    """The score from which it fell quarter after quarter: each step may be chance, and that they
    all go down is told as what it is, without a claim on how much. None where so few answered
    that the whole fall may be chance."""
    first = drifting_from(context)
    return first if first is not None and _is_of_enough(context, first.period) else None


def drifting_from(context: SlideContext) -> KpiValue | None:
    """The same of however few answers."""
    scores = _scores(context, FALLING_QUARTERS)
    return scores[0] if is_falling([score.value for score in scores]) else None


def _is_of_enough(context: SlideContext, first: Period) -> bool:
    """Whether as many answered as a claim takes, or the score fell since its first quarter beyond
    both margins of error, or further than two people who turned from promoters to detractors take
    it."""
    now, before = _nps(context, context.period), _nps(context, first)
    fall = (before.score or 0.0) - (now.score or 0.0)
    is_clear = claimed_change(now, before, 0) is not None or fall * now.answers > _TWO_PEOPLE
    return is_clear or now.answers >= context.view.thresholds.nps_claim_answers


def slipped_from(context: SlideContext) -> KpiValue | None:
    """The oldest score shown since which it lost much and never rose: no single step may be
    conclusive, and yet the page shows that opinion is not steady."""
    for quarters in range(FALLING_QUARTERS, 1, -1):
        scores = _scores(context, quarters)
        if has_slipped(*(score.value for score in scores)):
            return scores[0]
    return None


def _scores(context: SlideContext, quarters: int) -> list[KpiValue]:
    """This quarter's and so many before it, the oldest first."""
    return [context.get("nps", context.period.shift(step)) for step in range(-quarters, 1)]
