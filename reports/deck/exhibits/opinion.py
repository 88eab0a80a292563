"""What may be told of NPS and CSAT: of enough answers, and a change only beyond chance."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from reports.deck.slide_context import Phrase, SlideContext
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue

FALLING_QUARTERS = 3
"""Quarters in a row that a score has to fall for its fall to be told."""
_SLIDE = 10.0
"""Points that a score has to lose over two quarters for that to be told."""
_Z = 1.96
"""Standard errors on each side of 95 % of what chance does."""


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
    periods = (context.period, context.period.previous)
    scores = [context.get("nps", period).value for period in periods]
    errors = [context.get("nps_error", period).value or 0.0 for period in periods]
    samples = [context.get("nps_answers", period).value or 0 for period in periods]
    return _claimed(context, scores, errors, samples)


def claimed_csat_change(context: SlideContext) -> float | None:
    """The change of the share of positive ratings, by the same test."""
    values = [context.get("csat", period) for period in (context.period, context.period.previous)]
    samples = [value.denominator or 0.0 for value in values]
    shares = [value.value or 0.0 for value in values]
    errors = [
        _Z * sqrt(share * (1 - share) / max(sample, 1.0))
        for share, sample in zip(shares, samples, strict=True)
    ]
    return _claimed(context, [value.value for value in values], errors, samples)


def _claimed(
    context: SlideContext,
    scores: Sequence[float | None],
    errors: Sequence[float],
    samples: Sequence[float],
) -> float | None:
    now, before = scores
    if now is None or before is None or min(samples) < context.view.thresholds.nps_claim_answers:
        return None
    change = now - before
    return change if abs(change) > sqrt(sum(error**2 for error in errors)) else None


def is_same(context: SlideContext, kpi: str) -> bool:
    """Whether a figure is what it was in the period before, as it is printed."""
    now, before = context.get(kpi), context.get(kpi, context.period.previous)
    return before.number is not None and context.text_of(now) == context.text_of(before)


def sliding_from(context: SlideContext) -> KpiValue | None:
    """The score from which it fell quarter after quarter: each step may be chance, and that they
    all go down is told as what it is, without a claim on how much."""
    scores = _scores(context, FALLING_QUARTERS)
    numbers = [score.value for score in scores]
    known = [number for number in numbers if number is not None]
    if len(known) <= FALLING_QUARTERS or any(later >= one for one, later in pairwise(known)):
        return None
    return scores[0]


def slipped_from(context: SlideContext) -> KpiValue | None:
    """The score two quarters ago, where it lost much since and never rose: no single step may be
    conclusive, and yet the page shows that opinion is not steady."""
    scores = _scores(context, 2)
    first, middle, last = (score.value for score in scores)
    if first is None or middle is None or last is None:
        return None
    return scores[0] if first >= middle >= last and first - last >= _SLIDE else None


def _scores(context: SlideContext, quarters: int) -> list[KpiValue]:
    """This quarter's and so many before it, the oldest first."""
    return [context.get("nps", context.period.shift(step)) for step in range(-quarters, 1)]
