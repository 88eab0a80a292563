"""Numbers, dates and money as a client's locale writes them, in text and in charts."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal

from reports.rounding import rounded_as_shown
from transforms.core.money import exponent, to_major
from transforms.core.periods import Grain, Period

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

# Windows language ids: a chart's number format that starts with one keeps the client's
# separators wherever it is shown.
_LCID = {
    "es-AR": "2C0A",
    "es-CL": "340A",
    "es-CO": "240A",
    "es-ES": "C0A",
    "es-MX": "80A",
    "es-PE": "280A",
    "en-AU": "C09",
    "en-CA": "1009",
    "en-GB": "809",
    "en-IE": "1809",
    "en-US": "409",
}


@cache
def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@dataclass(frozen=True)
class Formats:
    """How one client reads figures. `tag` is BCP-47; `language` steps in where it is unknown."""

    tag: str
    currency: str
    language: str

    @property
    def locale(self) -> Locale:
        return _locale(self.tag) or Locale.parse(self.language)

    @property
    def spaces_percent(self) -> bool:
        return self.locale.language == "es"

    def decimal(self, value: float, digits: int) -> str:
        """A number with a fixed count of decimals, ties away from zero."""
        rounded = rounded_as_shown(value, digits)
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return _typographic(format_decimal(rounded, format=pattern, locale=self.locale))

    def count(self, value: float) -> str:
        return self.decimal(value, 0)

    def percent(self, ratio: float, digits: int = 0) -> str:
        """A ratio as per cent: 0.183 is 18 %."""
        space = NO_BREAK_SPACE if self.spaces_percent else ""
        return f"{self.decimal(float(Decimal(repr(float(ratio))) * 100), digits)}{space}%"

    def signed_percent(self, ratio: float, digits: int = 0) -> str:
        return _signed(ratio, self.percent(ratio, digits))

    def signed(self, value: float, digits: int) -> str:
        return _signed(value, self.decimal(value, digits))

    def money(self, minor: int) -> str:
        """An amount in whole units of the client's currency, ties away from zero."""
        return self._money(minor, 0)

    def money_exact(self, minor: int) -> str:
        """An amount to the last decimal that its currency has."""
        return self._money(minor, exponent(self.currency))

    def _money(self, minor: int, digits: int) -> str:
        amount = rounded_as_shown(to_major(minor, self.currency), digits)
        text = format_currency(
            amount,
            self.currency,
            locale=self.locale,
            currency_digits=False,
            decimal_quantization=False,
        )
        number = format_decimal(
            abs(amount),
            format="#,##0" + ("." + "0" * digits if digits else ""),
            locale=self.locale,
        )
        return _typographic(_with_number(text, number))

    def chart_money_scale(self, largest_minor: int) -> int:
        """By how many thousands chart labels are divided: 0, 1 or 2."""
        largest = abs(to_major(largest_minor, self.currency))
        return 2 if largest >= 10_000_000 else 1 if largest >= 10_000 else 0

    def chart_number(self, digits: int, thousands: int = 0) -> str:
        """A chart's number format, divided by so many thousands."""
        return f"{self._lcid}#,##0{'.' + '0' * digits if digits else ''}{',' * thousands}"

    def chart_percent(self, digits: int = 0) -> str:
        """A chart's format of a ratio."""
        space = f'"{NO_BREAK_SPACE}"' if self.spaces_percent else ""
        return f"{self._lcid}0{'.' + '0' * digits if digits else ''}{space}%"

    @property
    def _lcid(self) -> str:
        code = _LCID.get(self.tag)
        return f"[$-{code}]" if code else ""

    def day(self, day: date) -> str:
        """A date with a short month, never torn between lines: 3 sep 2026."""
        return _typographic(format_date(day, "medium", locale=self.locale)).replace(
            " ", NO_BREAK_SPACE
        )

    def long_day(self, day: date) -> str:
        return _typographic(format_date(day, "long", locale=self.locale))

    def day_of_year(self, day: date) -> str:
        """Day and month, where the year is plain: 3 sep."""
        return _typographic(format_skeleton("MMMd", day, locale=self.locale))

    def long_day_of_year(self, day: date) -> str:
        """The same written out, for sentences: 3 de septiembre."""
        return _typographic(format_skeleton("MMMMd", day, locale=self.locale))

    def month(self, day: date) -> str:
        """A month's short name with its year."""
        return _typographic(format_skeleton("MMM", day, locale=self.locale)) + f" {day:%y}"

    def period(self, period: Period) -> str:
        """A period's name: T3 2026 or Q3 2026; a month with its year; else as written."""
        name = str(period)
        if period.grain is Grain.QUARTER:
            year, quarter = name.split("-Q")
            letter = "T" if self.locale.language == "es" else "Q"
            return f"{letter}{quarter}{NO_BREAK_SPACE}{year}"
        if period.grain is Grain.MONTH:
            return _typographic(format_skeleton("yMMMM", period.start, locale=self.locale))
        return name


def _signed(value: float, text: str) -> str:
    return f"+{text}" if value > 0 else text


def _with_number(text: str, number: str) -> str:
    """The currency text with its digits replaced, and a space between letters and digits."""
    replaced = re.sub(r"\d[\d.,\s\u00a0\u202f'’]*\d|\d", lambda _: number, text, count=1)
    return re.sub(r"(?<=[A-Z]{3})(?=\d)", NO_BREAK_SPACE, replaced)


def _typographic(text: str) -> str:
    """A real minus sign, and one kind of no-break space."""
    return (
        text.replace("-", MINUS, 1).replace("\u202f", NO_BREAK_SPACE)
        if text.startswith("-")
        else text.replace("\u202f", NO_BREAK_SPACE)
    )
