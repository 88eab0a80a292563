"""What workbooks say, in the client's language: messages whose ids start with `workbook-`.

The key `tile.price_note` is the message `workbook-tile-price-note`.
"""

from dataclasses import dataclass
from datetime import date

from messages.catalogue import catalogue
from messages.clause import Fact, named
from messages.formats import Formats
from messages.regions import said_locally
from transforms.core.money import exponent, to_major

_ROUNDED_FROM_MAJOR = 100


@dataclass(frozen=True)
class WorkbookWords:
    """Words of one language, numbers and dates of one locale, money of one currency."""

    language: str
    locale: str
    currency: str

    @property
    def formats(self) -> Formats:
        return Formats(self.locale)

    def say(self, key: str, /, **values: Fact) -> str:
        """The sentence `group.name`, with its blanks filled; raises MessageError."""
        said = catalogue(self.language).say(_message(key), **values)
        return said_locally(self.locale, said, values.values())

    def has(self, key: str) -> bool:
        """Whether the language has the sentence."""
        return catalogue(self.language).has(_message(key))

    def table(self, name: str) -> str:
        """A canonical table's name in words."""
        return self.say(f"table_names.{name}")

    def money(self, minor: float) -> str:
        """An amount with its currency; large ones in whole units."""
        amount = round(minor)
        is_large = abs(to_major(amount, self.currency)) >= _ROUNDED_FROM_MAJOR
        decimals = exponent(self.currency)
        return self.formats.amount(amount, self.currency, decimals, 0 if is_large else None)

    def percent(self, share: float, decimals: int = 1) -> str:
        """A share, with as many decimals at most."""
        return self.formats.percent(share, decimals, least=0)

    def number(self, value: float, decimals: int = 2) -> str:
        """A plain number."""
        return self.formats.decimal(value, decimals)

    def day(self, day: date) -> str:
        """A date written out as the locale does."""
        return self.formats.long_day(day)

    @property
    def absent(self) -> str:
        """What stands for a figure that cannot be had."""
        return self.say("common.absent")


def _message(key: str) -> str:
    return named("workbook", *key.split("."))
