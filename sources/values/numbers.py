"""Written numbers → exact decimals. Only the marks that the mapping states are accepted."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cached_property

from transforms.core.money import exponent, half_even, is_currency, to_minor

LARGEST = 2**63 - 1
"""Of an integer that tables and the warehouse can hold."""

LARGEST_MINOR = 10**16
"""A hundred trillion of most currencies: more is a key or a damaged cell. Sums stay below it."""


_DOLLARS_AND_PESOS = (
    "ARS AUD BBD BMD BND BOV BRL BSD BZD CAD CLF CLP COP CUP CVE DOP FJD GYD HKD JMD KYD LRD "
    "MOP MXN MXV NAD NIO NZD SBD SGD SRD TOP TTD TWD USD UYU VED WST XCD ZWG"
)
_MEANT_BY = {
    "$": {*_DOLLARS_AND_PESOS.split(), ""},
    "€": {"EUR", ""},
    "£": {"GBP", "GIP", "FKP", "SHP", "EGP", "LBP", "SDG", "SSP", "SYP", ""},
    "¥": {"JPY", "CNY", ""},
    "₹": {"INR", ""},
    "₩": {"KRW", "KPW", ""},
}
"""Currencies that a symbol can stand for; an amount under another one is not believed."""


_AS_ISO_SAYS: Mapping[str, int] = {}


class PlainNumber(str):
    """A number that its format itself holds as one, as cells of sheets and values of JSON do.

    Written with a point and without groups, whatever marks the texts beside it have.
    """

    __slots__ = ()


class UnreadableNumberError(ValueError):
    """A text that is no number under the stated marks."""


class TooFineError(ValueError):
    """An amount with more decimals than its currency has."""


def exactly(text: str) -> Fraction:
    """A number as JSON writes it, without rounding. Raises UnreadableNumberError."""
    try:
        return Fraction(Decimal(text))
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise UnreadableNumberError(text) from error


@dataclass(frozen=True)
class Marks:
    """The decimal mark, and the mark between thousands where there is one."""

    decimal: str = "."
    thousands: str = ""

    @property
    def example(self) -> str:
        """A number as these marks write it."""
        return f"1{self.thousands}234{self.decimal}56"

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        plain = "[0-9]+"
        grouped = (
            f"[0-9]{{1,3}}(?:{re.escape(self.thousands)}[0-9]{{3}})+" if self.thousands else plain
        )
        whole = f"(?:{grouped}|{plain})"
        fraction = f"(?:{re.escape(self.decimal)}[0-9]*)?|{re.escape(self.decimal)}[0-9]+"
        return re.compile(f"(?:{whole}{fraction})(?:[eE][+-]?[0-9]{{1,2}})?")

    def number(self, text: str, currency: str = "") -> Decimal:
        """The exact number that a text writes.

        Signs before or behind, accounting brackets, a percent sign, currency symbols and
        the row's own currency code are understood. Raises UnreadableNumberError.
        """
        if isinstance(text, PlainNumber):
            return _PLAIN.number(str(text))
        digits, is_negative = _unsigned(_without_symbols(text, currency))
        if not self._shape.fullmatch(digits):
            raise UnreadableNumberError(text)
        if self.thousands:
            digits = digits.replace(self.thousands, "")
        value = Decimal(digits.replace(self.decimal, "."))
        return -value if is_negative else value


_PLAIN = Marks()

_SPACES = (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_PLAIN_MARKS = {
    **dict.fromkeys((chr(code) for code in _SPACES), " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`\uff07", "'"),
    **dict.fromkeys("\u2212\u2013", "-"),
}
"""Blanks, apostrophes and the minus of typesetters, as the plain ones that they stand for."""


def _without_symbols(text: str, currency: str) -> str:
    """The text without currency symbols, the currency's code and blanks around them."""
    if text.isascii() and text.replace(".", "").replace("-", "").isdigit():
        return text
    symbols = {char for char in text if unicodedata.category(char) == "Sc"}
    if any(currency not in _MEANT_BY.get(symbol, {currency}) for symbol in symbols):
        raise UnreadableNumberError(text)
    kept = "".join(char for char in text if char not in symbols)
    kept = "".join(_PLAIN_MARKS.get(char, char) for char in kept)
    if currency:
        # US$ 5 leaves US behind its symbol: the code's first two letters are understood too.
        code = f"(?:{currency}|{currency[:2]})"
        kept = re.sub(rf"^([-(+ ]*){code}|{code}([-) ]*)$", r"\1\2", kept, flags=re.IGNORECASE)
    return kept.replace("%", "").strip()


def _unsigned(text: str) -> tuple[str, bool]:
    """The digits, and whether the number is below zero."""
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    if text.startswith("-") or text.endswith("-"):
        return text.strip("-").strip() if text.count("-") == 1 else text, True
    return text.removeprefix("+").strip(), False


def minor_units(
    amount: Decimal,
    currency: str,
    units: str,
    rounding: str,
    vendor: Mapping[str, int] = _AS_ISO_SAYS,
) -> int:
    """An amount as integer minor units of its currency. `vendor` holds the decimals of those
    currencies whose minor units the export counts otherwise than ISO 4217.

    Raises TooFineError where it has more decimals than the currency, unless the mapping
    asks to round half-even; UnreadableNumberError where it is larger than any ledger's.
    """
    if not is_currency(currency):
        raise UnreadableNumberError(currency)
    if units == "minor":
        amount = amount.scaleb(-vendor.get(currency, exponent(currency)))
    if abs(amount) > LARGEST_MINOR:
        raise UnreadableNumberError(str(amount))
    minor = _in_minor(amount, currency, rounding)
    if abs(minor) > LARGEST_MINOR:
        raise UnreadableNumberError(str(amount))
    return minor


def _in_minor(amount: Decimal, currency: str, rounding: str) -> int:
    if rounding:
        return half_even(amount.scaleb(exponent(currency)))
    try:
        return to_minor(amount, currency)
    except ValueError as error:
        raise TooFineError(str(error)) from error
