"""What workbooks say, in the client's language: wording from the catalogues, numbers by locale."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from reports.rounding import rounded_as_shown
from transforms.core.money import exponent, to_major

_CATALOGUES = Path(__file__).parents[1] / "locale"
_ROUNDED_FROM_MAJOR = 10_000


class WordingMissingError(Exception):
    """A sentence that the catalogue lacks: a fault of the catalogue or its caller."""

    def __init__(self, language: str, key: str) -> None:
        super().__init__(f"no wording for '{key}' in {language}")


@dataclass(frozen=True)
class WorkbookWords:
    """Wording of one language, numbers and dates of one locale, money of one currency."""

    language: str
    locale: str
    currency: str

    def say(self, key: str, /, **values: str) -> str:
        """The sentence `group.name`, with its blanks filled."""
        entries = _entries(self.language)
        if key not in entries:
            raise WordingMissingError(self.language, key)
        return entries[key].format(**values)

    def has(self, key: str) -> bool:
        """Whether the catalogue has the sentence."""
        return key in _entries(self.language)

    def table(self, name: str) -> str:
        """A canonical table's name in words."""
        return self.say(f"table_names.{name}")

    def money(self, minor: float) -> str:
        """An amount with its currency; large ones in whole units."""
        major = float(to_major(round(minor), self.currency))
        decimals = 0 if abs(major) >= _ROUNDED_FROM_MAJOR else exponent(self.currency)
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        amount = format_decimal(
            rounded_as_shown(major, decimals), pattern, locale=_babel(self.locale)
        )
        return f"{amount}\u00a0{self.currency}"

    def percent(self, share: float, decimals: int = 1) -> str:
        """A share, with as many decimals at most."""
        pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
        sign = "\u00a0%" if self.language == "es" else "%"
        rounded = rounded_as_shown(share, decimals + 2)
        return format_percent(rounded, pattern + sign, locale=_babel(self.locale))

    def number(self, value: float, decimals: int = 2) -> str:
        """A plain number."""
        pattern = "#,##0." + "0" * decimals
        return format_decimal(
            rounded_as_shown(value, decimals), pattern, locale=_babel(self.locale)
        )

    def day(self, day: date) -> str:
        """A date written out as the locale does."""
        return format_date(day, format="long", locale=_babel(self.locale))

    @property
    def absent(self) -> str:
        """What stands for a figure that cannot be had."""
        return self.say("common.absent")


@cache
def _babel(tag: str) -> Locale:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale(tag.split("-")[0])


@cache
def _entries(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for path in sorted((_CATALOGUES / language).glob("workbook*.toml")):
        for group, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found |= {f"{group}.{name}": sentence for name, sentence in sentences.items()}
    return found
