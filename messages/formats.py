"""Numbers, money, days and periods as a locale writes them: the one place that formats any."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from messages.locales import OwnLocale, locale_of

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
_NUMBER = re.compile(r"#[#,]*0")  # the digits of CLDR's pattern of a per cent


def begun(text: str) -> str:
    """A clause as a sentence begins: its first letter large, the rest as it is.

    >>> begun("la API responde")
    'La API responde'
    """
    return text[:1].upper() + text[1:]


def rounded_as_shown(value: Decimal | float, digits: int) -> Decimal:
    """Ties away from zero, as PowerPoint and Excel have it; of a float, what its shortest decimal
    says. Adding zero makes a minus zero a plain one.

    >>> rounded_as_shown(2.675, 2), rounded_as_shown(-0.004, 2)
    (Decimal('2.68'), Decimal('0.00'))
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP) + 0


@dataclass(frozen=True)
class Formats:
    """How one locale writes figures and days. `tag` is BCP-47: es-MX."""

    tag: str

    @property
    def locale(self) -> OwnLocale:
        return locale_of(self.tag)

    def decimal(self, value: Decimal | float, digits: int, least: int | None = None) -> str:
        """A number with a fixed count of decimals, or from `least` to so many."""
        rounded = rounded_as_shown(value, digits)
        pattern = _pattern(digits, digits if least is None else least)
        return _typographic(format_decimal(rounded, format=pattern, locale=self.locale))

    def count(self, value: float) -> str:
        """A whole number: 12,345."""
        return self.decimal(value, 0)

    def percent(self, ratio: Decimal | float, digits: int = 0, least: int | None = None) -> str:
        """A ratio as per cent with the locale's sign and spacing: 0.183 is 18 % in es-ES."""
        exact = ratio if isinstance(ratio, Decimal) else Decimal(repr(float(ratio)))
        rounded = rounded_as_shown(exact * 100, digits).scaleb(-2)
        number = _pattern(digits, digits if least is None else least)
        pattern = _NUMBER.sub(number, self.percent_pattern)
        return _typographic(format_percent(rounded, format=pattern, locale=self.locale))

    @property
    def percent_pattern(self) -> str:
        """How the locale writes a per cent: `#,##0 %` or `#,##0%`."""
        return str(self.locale.percent_formats[None].pattern).replace("\u202f", NO_BREAK_SPACE)

    def office_percent(self, digits: int = 0) -> str:
        """The same as a number format of Office, whose separators are the reader's own."""
        number = f"0.{'0' * digits}" if digits else "0"
        pattern = _NUMBER.sub(number, self.percent_pattern)
        return pattern.replace(NO_BREAK_SPACE, f'"{NO_BREAK_SPACE}"')

    def with_sign(self, value: Decimal | float, text: str) -> str:
        """A text with a plus where its value is above zero."""
        return f"+{text}" if value > 0 else text

    def money_in(self, minor: int, currency: str, exponent: int, digits: int | None = None) -> str:
        """An amount with the currency's sign where the locale puts it; `exponent` is how many
        decimals the currency has, `digits` how many are shown (all, where not said)."""
        digits = exponent if digits is None else digits
        amount = rounded_as_shown(Decimal(int(minor)).scaleb(-exponent), digits)
        text = format_currency(
            amount,
            currency,
            locale=self.locale,
            currency_digits=False,
            decimal_quantization=False,
        )
        number = format_decimal(abs(amount), format=_pattern(digits, digits), locale=self.locale)
        return _typographic(_with_number(text, number))

    def amount(self, minor: int, currency: str, exponent: int, digits: int | None = None) -> str:
        """An amount with its currency's code behind: 1,234.50 MXN."""
        digits = exponent if digits is None else digits
        major = Decimal(int(minor)).scaleb(-exponent)
        return f"{self.decimal(major, digits)}{NO_BREAK_SPACE}{currency}"

    def day(self, day: date) -> str:
        """A date with a short month, never torn between lines: 3 sep 2026."""
        return _day(self.tag, day)

    def long_day(self, day: date) -> str:
        """A date written out: 3 de septiembre de 2026."""
        return _typographic(format_date(day, "long", locale=self.locale))

    def day_of_year(self, day: date) -> str:
        """Day and month, where the year is plain: 3 sep."""
        return self._skeleton("MMMd", day)

    def long_day_of_year(self, day: date) -> str:
        """The same written out, for sentences: 3 de septiembre."""
        return self._skeleton("MMMMd", day)

    def month(self, day: date) -> str:
        """A month's short name with the year's last two digits, never torn: sep 26."""
        return f"{self.month_abbreviation(day)}{NO_BREAK_SPACE}{day:%y}"

    def month_abbreviation(self, day: date) -> str:
        """A month's short name, where the year is plain: sep."""
        return self._skeleton("MMM", day)

    def month_name(self, day: date) -> str:
        """A month written out, where the year is plain: septiembre."""
        return _typographic(format_date(day, "LLLL", locale=self.locale))

    def weekday(self, day: date) -> str:
        """The day of the week written out: jueves."""
        return format_date(day, "EEEE", locale=self.locale)

    def long_month(self, day: date) -> str:
        """A month written out with its year: septiembre de 2026."""
        return self._skeleton("yMMMM", day)

    def period_between(self, start: date, end: date, grain: str, name: str) -> str:
        """A period's name, of the days `[start, end)`: Q3 2026, a month with its year, Jan-Jun
        2026; a year or a week by the `name` that people type, since fiscal ones depart from the
        calendar."""
        match grain:
            case "quarter":
                return self._quarter(name)
            case "month":
                return self.long_month(start)
            case "range":
                last = end - timedelta(days=1)
                return _typographic(format_interval(start, last, "yMMM", locale=self.locale))
            case _:
                return name

    def _quarter(self, name: str) -> str:
        """The (fiscal) quarter `2026-Q3`, worded as the calendar's of that number."""
        year, number = name.split("-Q")
        return self._skeleton("yQQQ", date(int(year), 3 * int(number), 1)).replace(
            " ", NO_BREAK_SPACE
        )

    def items(self, texts: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
        """Several things in a sentence: a, b y c; style `or` for a choice."""
        text = format_list(list(texts), style=style, locale=self.locale)
        if self.locale.language == "es" and texts and _BEGINS_WITH_I.match(texts[-1]):
            return f" e {texts[-1]}".join(text.rsplit(f" y {texts[-1]}", 1))
        return text

    def _skeleton(self, skeleton: str, day: date) -> str:
        return _typographic(format_skeleton(skeleton, day, locale=self.locale))


_BEGINS_WITH_I = re.compile(r"[«\"“]?h?[ií](?!e)", re.IGNORECASE)
"""Before the sound i, Spanish says e instead of y."""


def _pattern(digits: int, least: int) -> str:
    decimals = "0" * least + "#" * (digits - least)
    return f"#,##0.{decimals}" if decimals else "#,##0"


def _with_number(text: str, number: str) -> str:
    """The currency text with its digits replaced, and a space between letters and digits."""
    replaced = re.sub(r"\d[\d.,\s\u00a0\u202f'’]*\d|\d", lambda _: number, text, count=1)
    return re.sub(r"(?<=[A-Z]{3})(?=\d)", NO_BREAK_SPACE, replaced)


def _typographic(text: str) -> str:
    """A real minus sign, and one kind of no-break space."""
    spaced = text.replace("\u202f", NO_BREAK_SPACE)
    return spaced.replace("-", MINUS, 1) if spaced.startswith("-") else spaced


@lru_cache(maxsize=4096)  # lists say the same days over and over
def _day(tag: str, day: date) -> str:
    said = _typographic(format_date(day, "medium", locale=locale_of(tag)))
    return said.replace(" ", NO_BREAK_SPACE)
