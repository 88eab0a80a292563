"""How likely a client is to renew at today's price, by the renewals that are decided."""

from collections.abc import Callable
from fractions import Fraction
from math import exp

from samples.days import DELIVERY
from samples.records.book import Book

_POLICY = Fraction("0.85")
_FEWEST = 30
_WIDE = 60.0

Decided = list[tuple[float, bool]]
"""The discount granted, and whether it renewed."""


def decided_of(book: Book) -> Decided:
    """Those of a client by the day of the delivery."""
    return [
        (float(item.granted), item.outcome == "Renovada")
        for item in book.requests
        if item.outcome and item.granted and item.decided and item.decided <= DELIVERY
    ]


def usual_probability(decided: Decided) -> Fraction:
    """Of a renewal without a discount: the logistic curve of the largest likelihood where thirty
    are decided and discounts made renewing likelier, else the policy's."""
    if len(decided) < _FEWEST or len({renewed for _, renewed in decided}) < 2:
        return _POLICY
    slope = _zero(lambda at: _gap(decided, _level(decided, at), at, by_discount=True))
    if not -_WIDE < slope < _WIDE or slope < 0:
        return _POLICY
    return Fraction(str(round(1 / (1 + exp(-_level(decided, slope))), 6)))


def _level(decided: Decided, slope: float) -> float:
    return _zero(lambda at: _gap(decided, at, slope, by_discount=False))


def _gap(decided: Decided, level: float, slope: float, *, by_discount: bool) -> float:
    """What is renewed beyond what the curve says; it falls as level or slope rise."""
    return sum(
        (renewed - 1 / (1 + exp(-(level + slope * given)))) * (given if by_discount else 1)
        for given, renewed in decided
    )


def _zero(gap: Callable[[float], float]) -> float:
    low, high = -_WIDE, _WIDE
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if gap(middle) > 0 else (low, middle)
    return (low + high) / 2
