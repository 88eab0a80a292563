"""Numbers, dates and money as a client's locale writes them, in text and in charts."""

from dataclasses import dataclass
from decimal import Decimal

from messages.formats import MINUS, rounded_as_shown
from messages.formats import Formats as LocaleFormats
from transforms.core.money import exponent, to_major
from transforms.core.periods import Period

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


_TENTH = Decimal("0.1")


def _digits_of_change(ratio: float) -> int:
    """One decimal under a tenth, as it is printed."""
    return 1 if 0 < abs(rounded_as_shown(ratio, 3)) < _TENTH else 0


@dataclass(frozen=True)
class Formats(LocaleFormats):
    """How one client reads figures: as its locale writes them, amounts in its own currency."""

    currency: str

    def change_percent(self, ratio: float) -> str:
        """The size of a change, with a decimal where it is under a tenth: a threshold lies there,
        and 4.9 % does not read as the 5 % that would be told."""
        return self.percent(abs(ratio), _digits_of_change(ratio))

    def signed_change(self, ratio: float) -> str:
        """The same with its sign."""
        return self.signed_percent(ratio, _digits_of_change(ratio))

    def signed_percent(self, ratio: float, digits: int = 0) -> str:
        shown = rounded_as_shown(ratio, digits + 2)
        return self.with_sign(shown, self.percent(shown, digits))

    def signed(self, value: float, digits: int) -> str:
        shown = rounded_as_shown(value, digits)
        return self.with_sign(shown, self.decimal(shown, digits))

    def money(self, minor: int, digits: int = 0) -> str:
        """An amount in whole units of the client's currency, ties away from zero; with `digits`,
        to so many decimals."""
        return self.money_in(minor, self.currency, exponent(self.currency), digits)

    def chart_money_scale(self, largest_minor: int) -> int:
        """By how many thousands chart labels are divided: 0, 1 or 2."""
        largest = abs(to_major(largest_minor, self.currency))
        return 2 if largest >= 10_000_000 else 1 if largest >= 10_000 else 0

    def chart_number(self, digits: int, thousands: int = 0) -> str:
        """A chart's number format, divided by so many thousands; with a real minus sign."""
        number = f"#,##0{'.' + '0' * digits if digits else ''}{',' * thousands}"
        return f"{self._lcid}{number};{self._lcid}{MINUS}{number}"

    def chart_percent(self, digits: int = 0) -> str:
        """A chart's format of a ratio."""
        return self._lcid + self.office_percent(digits)

    @property
    def _lcid(self) -> str:
        code = _LCID.get(self.tag)
        return f"[$-{code}]" if code else ""

    def period(self, period: Period) -> str:
        """A period's name: T3 2026 or Q3 2026; a month with its year; else as written."""
        return self.period_between(period.start, period.end, period.grain, str(period))
