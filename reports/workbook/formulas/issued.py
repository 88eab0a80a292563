"""Figures as the arithmetic of transforms computes them, to hold the formulas against."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reports.workbook.advice import offer_name
from reports.workbook.brief import OFFERS, Brief
from reports.workbook.style import WHOLE, fine_percent
from transforms.renewals.discount_arithmetic import (
    BreakEven,
    gross_profit_lost,
    largest_paying_discount,
    one_year_ceiling,
    share_gain_needed,
)
from transforms.renewals.offers import Offer, Outcome
from transforms.renewals.value import break_even_term_discount


@dataclass(frozen=True)
class IssuedFigure:
    """One figure: the live cell as a formula, and its value when the file was issued."""

    label: str
    formula: str
    value: float
    is_money: bool
    number_format: str = ""
    """Of figures other than money."""


_MEASURES: dict[str, tuple[Callable[[Outcome], BreakEven | None], bool]] = {
    "net": (lambda item: item.terms.net_price_minor, True),
    "commission": (lambda item: item.terms.commission_minor, True),
    "contribution": (lambda item: item.gross_profit_minor, True),
    "margin": (lambda item: item.margin, False),
    "contract_value": (lambda item: item.contract_value_minor, True),
    "npv": (lambda item: item.npv_minor, True),
    "probability": (lambda item: item.terms.probability, False),
    "expected_npv": (lambda item: item.expected_npv_minor, True),
    "expected_full": (lambda item: item.expected_full_minor, True),
    "volume": (lambda item: item.volume_ratio, False),
    "needed": (lambda item: item.probability_needed, False),
    "list_discount": (lambda item: item.list_discount, False),
    "tier": (lambda item: item.approval.tier, False),
    "rank": (lambda item: item.rank, False),
}
_WHOLE_MEASURES = ("tier", "rank")


def issued_figures(brief: Brief) -> tuple[IssuedFigure, ...]:
    """Every figure that could be computed, offer by offer, then the limits."""
    return (*_of_offers(brief), *_of_limits(brief), *_of_solution(brief))


def _of_offers(brief: Brief) -> Iterator[IssuedFigure]:
    for number, offer in enumerate(OFFERS, start=1):
        outcome = brief.outcome(offer)
        if outcome is None:
            continue
        for measure, (figure, is_money) in _MEASURES.items():
            value = figure(outcome)
            if not isinstance(value, int | float):
                continue
            name = brief.words.say(f"scenarios.{measure}")
            yield IssuedFigure(
                label=f"{offer_name(brief, offer)}: {name}",
                formula=f"INDEX(sc_{measure},{number})",
                value=_held(brief, float(value), is_money),
                is_money=is_money,
                number_format=WHOLE if measure in _WHOLE_MEASURES else fine_percent(brief.percent),
            )


def _held(brief: Brief, value: float, is_money: bool) -> float:
    held = brief.major(value) if is_money else value
    assert held is not None
    return float(held)


def _of_limits(brief: Brief) -> Iterator[IssuedFigure]:
    for key, value, is_money in _limit_values(brief):
        if isinstance(value, int | float):
            name = brief.words.say(f"limit.{key}")
            held = _held(brief, value, is_money)
            yield IssuedFigure(name, f"lim_{key}", held, is_money, fine_percent(brief.percent))


def _limit_values(brief: Brief) -> Iterator[tuple[str, BreakEven | None, bool]]:
    inputs = brief.inputs
    if inputs.price_minor is None:
        return
    yield "lost", gross_profit_lost(inputs.price_minor, inputs.discount), True
    if inputs.wallet_minor is not None and inputs.extra_margin is not None:
        needed = share_gain_needed(
            inputs.price_minor,
            inputs.discount,
            inputs.wallet_minor,
            inputs.extra_margin,
            inputs.obligations_minor,
        )
        yield "share_needed", needed, False
    avoidable, request = inputs.avoidable_margin, brief.outcome(Offer.AS_REQUESTED)
    if avoidable is None or request is None:
        return
    commission = inputs.course.commission
    yield "ceiling", one_year_ceiling(avoidable, inputs.today, commission), False
    then = request.terms.probability or 0.0
    yield "largest", largest_paying_discount(avoidable, inputs.today, then, commission), False
    yield from _terms(brief)


def _terms(brief: Brief) -> Iterator[tuple[str, BreakEven | None, bool]]:
    inputs, as_is = brief.inputs, brief.outcome(Offer.AS_IS)
    cost = inputs.avoidable_cost_minor
    if as_is is None or as_is.expected_npv_minor is None or cost is None:
        return
    assert inputs.price_minor is not None
    terms = {"term_short": Offer.SHORT_TERM, "term_long": Offer.LONG_TERM}
    for key, offer in terms.items():
        outcome = brief.outcome(offer)
        if outcome is None or outcome.terms.probability is None:
            continue
        discount = break_even_term_discount(
            inputs.price_minor,
            cost,
            outcome.terms.probability,
            as_is.expected_npv_minor,
            inputs.course,
            outcome.terms.years,
        )
        yield key, discount, False


def _of_solution(brief: Brief) -> Iterator[IssuedFigure]:
    """What the solver found, beside the table's own pick."""
    solution = brief.solution
    if solution is None:
        return
    picks = {"advised": solution.advised, "smallest": solution.smallest}
    for pick, candidate in picks.items():
        if candidate is not None:
            name = brief.words.say(f"counteroffer.{pick}")
            worth = brief.words.say("counteroffer.expected")
            held = _held(brief, candidate.expected_minor, is_money=True)
            yield IssuedFigure(f"{name}: {worth}", f"{pick}_expected", held, True)
