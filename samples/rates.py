"""Exchange rates to the reporting currency, and exact conversion with them."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from samples.amounts import decimals, half_even
from samples.days import DELIVERY, FIRST_DAY, add_months, months_between

REPORTING = "MXN"
_START = {"EUR": 18.20, "USD": 16.90, "JPY": 0.1115}
_DIGITS = {"EUR": 4, "USD": 4, "JPY": 6}


@dataclass(frozen=True)
class Rate:
    """`text` units of `quote` for one of `base`; holds for the month that ends on `last_day`."""

    last_day: date
    kind: str  # month_end, average
    base: str
    quote: str
    text: str


class RateBook:
    """The rates of every month; converts minor units, rounded half-even once."""

    def __init__(self, seed: int) -> None:
        rng = Random(f"{seed}:rates")
        self.rates: list[Rate] = []
        self._known: dict[tuple[str, str, date], Fraction] = {}
        self._quotients: dict[tuple[str, str, str, date], Fraction] = {}
        for base, level in _START.items():
            self._walk(rng, base, level)

    def _walk(self, rng: Random, base: str, level: float) -> None:
        for month in months_between(FIRST_DAY, DELIVERY):
            before, level = level, level * (1 + rng.uniform(-0.022, 0.026))
            average = (before + level) / 2 * (1 + rng.uniform(-0.004, 0.004))
            last_day = add_months(month, 1) - timedelta(days=1)
            for kind, value in (("month_end", level), ("average", average)):
                text = f"{value:.{_DIGITS[base]}f}"
                self.rates.append(Rate(last_day, kind, base, REPORTING, text))
                self._known[kind, base, month] = Fraction(text)

    def convert(self, kind: str, minor: int, base: str, quote: str, month: date) -> int:
        """An amount of `base` in `quote`, through the reporting currency where need be."""
        if base == quote:
            return minor
        rate = self._quotient(kind, base, quote, month)
        return half_even(minor * rate.numerator, rate.denominator)

    def _quotient(self, kind: str, base: str, quote: str, month: date) -> Fraction:
        """Minor units of `quote` for one of `base`, exact."""
        key = (kind, base, quote, month)
        if key not in self._quotients:
            scale = Fraction(10) ** (decimals(quote) - decimals(base))
            rate = self._leg(kind, base, month) / self._leg(kind, quote, month)
            self._quotients[key] = rate * scale
        return self._quotients[key]

    def _leg(self, kind: str, currency: str, month: date) -> Fraction:
        return Fraction(1) if currency == REPORTING else self._known[kind, currency, month]
