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
    "contribution": (lambda item: item.gross_profit_minor, True),
    "margin": (lambda item: item.margin, False),
    "contract_value": (lambda item: item.contract_value_minor, True),
    "npv": (lambda item: item.npv_minor, True),
    "expected_npv": (lambda item: item.expected_npv_minor, True),
    "volume": (lambda item: item.volume_ratio, False),
    "needed": (lambda item: item.probability_needed, False),
    "list_discount": (lambda item: item.list_discount, False),
    "tier": (lambda item: None if item.approval is None else item.approval.tier, False),
    "rank": (lambda item: item.rank, False),
}
_WHOLE_MEASURES = ("tier", "rank")


def issued_figures(brief: Brief) -> tuple[IssuedFigure, ...]:
    """Every figure that could be computed, offer by offer, then the limits."""
    return (*_of_offers(brief), *_of_limits(brief))


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
    avoidable, now = inputs.avoidable_margin, inputs.probability
    if avoidable is None or now is None:
        return
    yield "ceiling", one_year_ceiling(avoidable, now), False
    if inputs.probability_discounted is not None:
        largest = largest_paying_discount(avoidable, now, inputs.probability_discounted)
        yield "largest", largest, False
    yield from _terms(brief)


def _terms(brief: Brief) -> Iterator[tuple[str, BreakEven | None, bool]]:
    inputs, as_is = brief.inputs, brief.outcome(Offer.AS_IS)
    cost, odds = inputs.cost_minor, inputs.probability_term
    if as_is is None or as_is.expected_npv_minor is None or odds is None or cost is None:
        return
    assert inputs.price_minor is not None
    for key, years in (("term_short", 2), ("term_long", inputs.term_years)):
        discount = break_even_term_discount(
            inputs.price_minor, cost, odds, as_is.expected_npv_minor, inputs.course, years
        )
        yield key, discount, False
