"""The client does well with what it has, and lacks something that we sell.

>>> SPEC.step("product", "en", product="Analytics")
'Show Analytics with the client’s own figures at the next meeting.'
"""

from datetime import timedelta

from transforms.clients.judgement import owes_much
from transforms.clients.relationship import Standing
from transforms.signals import dissatisfied
from transforms.signals.evidence import above, below
from transforms.signals.model import (
    Case,
    FigureEvidence,
    Found,
    Severity,
    SignalSpec,
    Step,
)

SPEC = SignalSpec("cross_sell")

_PRODUCTS_SHOWN = 3
_MENDED_FIRST = (Standing.REPAIR, Standing.EXIT)
"""Relationships in which nobody proposes more before what is broken is mended."""


def find(case: Case) -> Found | None:
    """A chance, for clients whose use shows that they get something out of it; of products only
    where clients like it have them."""
    limits = case.policy.signals
    full = above(case.get("seats_used"), limits.seats_full)
    reasons = (*full, *above(case.get("usage_change"), limits.use_growth))
    if case.standing in _MENDED_FIRST or not reasons or _is_unhappy(case) or is_shrinking(case):
        return None
    if owes_much(case.get("overdue_balance").value_minor, case.get("mrr").value_minor):
        return None
    has_all = case.get("white_space").value_minor == 0
    lacking = () if has_all else case.rows.not_owned[:_PRODUCTS_SHOWN]
    if not full and not lacking:
        return None
    steps = [Step("seats", (0,))] if full else []
    places = tuple(range(len(reasons)))
    steps += [
        Step("product", (*places, len(reasons) + place), {"product": row.text})
        for place, row in enumerate(lacking)
    ]
    return Found(Severity.CHANCE, (*reasons, *lacking), tuple(steps))


def is_shrinking(case: Case) -> bool:
    """Whether the client asks to pay less, pays less, or uses less than a year ago: then nobody
    proposes more to it."""
    limits = case.policy.signals
    since = case.period.end - timedelta(days=limits.request_days)
    asks = any(item.requested_date >= since for item in case.rows.requests)
    lost = below(case.get("nrr_ttm"), 1 - case.policy.materiality_ratio)
    fell = below(case.get("usage_change_year"), -limits.use_fall_on_last_year)
    return asks or bool(lost) or bool(fell)


def _is_unhappy(case: Case) -> bool:
    figures: tuple[FigureEvidence, ...] = above(case.get("nps_detractors"), 0)
    promoters = case.get("nps_promoters").value or 0
    outnumbered = any((figure.value.value or 0) > promoters for figure in figures)
    return outnumbered or dissatisfied.find(case) is not None or dissatisfied.are_many(case)
