"""One true figure: a value, or the reason why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

Number = int | float | Fraction


@dataclass(frozen=True)
class Figure:
    """Money is whole minor units; everything else a number."""

    kpi: str
    value: Number | None = None
    is_money: bool = False
    numerator: Number | None = None
    denominator: Number | None = None
    reason: str = ""


def money(kpi: str, minor: int) -> Figure:
    return Figure(kpi, minor, is_money=True)


def count(kpi: str, number: Number) -> Figure:
    return Figure(kpi, number)


def absent(kpi: str, reason: str, *, is_money: bool = False) -> Figure:
    return Figure(kpi, None, is_money, reason=reason)


def ratio(kpi: str, numerator: Number, denominator: Number, reason: str) -> Figure:
    """The reason where the denominator is not above zero."""
    if denominator <= 0:
        return absent(kpi, reason)
    value = Fraction(numerator) / Fraction(denominator)
    return Figure(kpi, value, numerator=numerator, denominator=denominator)


def quantile(values: Iterable[int], share: Fraction) -> Fraction:
    """By linear interpolation between the two nearest ranks."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


MEDIAN = Fraction(1, 2)
P90 = Fraction(9, 10)
