"""Exact money: integer minor units, ISO 4217 exponents, half-even rounding."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from functools import cache
from typing import TypeVar

from babel.core import get_global

from messages.errors import CarteraError

Key = TypeVar("Key")

# ISO 4217 list one. Babel's CLDR digits are display habits and differ (ALL, IQD, RSD …).
_EXPONENTS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_EXPONENT_OF = {code: digits for digits, codes in _EXPONENTS.items() for code in codes.split()}


class UnknownCurrencyError(CarteraError):
    """A code that ISO 4217 does not list."""

    code = "failure-unknown-currency"
    currency: str


@cache
def is_currency(code: str) -> bool:
    """Whether the three letters are an ISO 4217 code in use today or once."""
    return code in get_global("all_currencies")


@cache
def exponent(currency: str) -> int:
    """How many decimals a currency has: JPY 0, EUR 2, KWD 3."""
    if not is_currency(currency):
        raise UnknownCurrencyError(currency)
    return _EXPONENT_OF.get(currency, 2)


def half_even(value: Decimal) -> int:
    """A decimal rounded to the nearest integer, ties to the even one."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def to_minor(major: Decimal, currency: str) -> int:
    """Major units (15.00) as minor units (1500).

    Raises ValueError where the amount is finer than the currency: a hidden rounding
    would break the control totals.
    """
    scaled = major.scaleb(exponent(currency))
    try:
        exact = scaled.quantize(Decimal(1))
    except InvalidOperation as error:
        raise ValueError(f"{major} is not an amount") from error
    if exact != scaled:
        raise ValueError(f"{major} has more decimals than {currency} allows")
    return int(exact)


def to_major(minor: int, currency: str) -> Decimal:
    """Minor units (1500) as major units (15.00)."""
    return Decimal(int(minor)).scaleb(-exponent(currency))


def summed(amounts: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    """Minor units added up by key.

    >>> summed([("MXN", 2), ("EUR", 1), ("MXN", 3)])
    {'MXN': 5, 'EUR': 1}
    """
    found: dict[Key, int] = {}
    for key, minor in amounts:
        found[key] = found.get(key, 0) + minor
    return found


def convert(minor: int, source: str, target: str, rate: Decimal) -> int:
    """An amount in another currency, rounded half-even once.

    `rate` is target major units per one source major unit.
    """
    shift = exponent(target) - exponent(source)
    return half_even((Decimal(int(minor)) * rate).scaleb(shift))
