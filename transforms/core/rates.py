"""Exchange rates by month, exact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Self

import pandas as pd

from messages.errors import CarteraError
from transforms.core.money import convert


class RateKind(StrEnum):
    """Which rate of a month."""

    MONTH_END = "month_end"
    AVERAGE = "average"


class MissingRateError(CarteraError):
    """No rate for a currency and month."""

    code = "failure-missing-rate"
    base: str
    quote: str
    kind: str
    month: str


@dataclass(frozen=True)
class Rates:
    """Rates by (kind, base, quote, month as 2026-09): quote units for one base unit.

    Where only the opposite direction or two legs through one currency are known, the rate
    is derived from them as an exact quotient or product of decimals (28 digits).
    """

    known: Mapping[tuple[str, str, str, str], Decimal]
    _found: dict[tuple[str, str, str, str], Decimal | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def from_frame(cls, fx_rates: pd.DataFrame) -> Self:
        """From the canonical `fx_rates` table."""
        months = fx_rates["rate_date"].dt.strftime("%Y-%m")
        keys = zip(
            fx_rates["rate_kind"],
            fx_rates["base_currency"],
            fx_rates["quote_currency"],
            months,
            strict=True,
        )
        rates = zip(keys, map(Decimal, fx_rates["rate"]), strict=True)
        # A rate of zero is no rate: it would make money vanish, and has no inverse.
        return cls({key: rate for key, rate in rates if rate > 0})

    def rate(self, kind: RateKind, base: str, quote: str, month: date) -> Decimal:
        """The rate of the month; raises MissingRateError where none can be had."""
        rate = self.find(kind, base, quote, month)
        if rate is None:
            raise MissingRateError(base, quote, str(kind), f"{month:%Y-%m}")
        return rate

    def find(self, kind: RateKind, base: str, quote: str, month: date) -> Decimal | None:
        """The rate of the month, None where none can be had."""
        if base == quote:
            return Decimal(1)
        key = (kind, base, quote, f"{month.year:04d}-{month.month:02d}")
        if key not in self._found:
            self._found[key] = self._leg(*key) or self._bridged(*key)
        return self._found[key]

    def convert(self, kind: RateKind, minor: int, base: str, quote: str, month: date) -> int:
        """Minor units in another currency, rounded half-even once."""
        if base == quote:
            return minor
        return convert(minor, base, quote, self.rate(kind, base, quote, month))

    @cached_property
    def _bridges(self) -> list[str]:
        return sorted({key[1] for key in self.known} | {key[2] for key in self.known})

    def _bridged(self, kind: str, base: str, quote: str, label: str) -> Decimal | None:
        for bridge in self._bridges:
            first = self._leg(kind, base, bridge, label)
            second = self._leg(kind, bridge, quote, label)
            if first is not None and second is not None:
                return first * second
        return None

    def _leg(self, kind: str, base: str, quote: str, label: str) -> Decimal | None:
        if base == quote:
            return Decimal(1)
        if (direct := self.known.get((kind, base, quote, label))) is not None:
            return direct
        opposite = self.known.get((kind, quote, base, label))
        return None if opposite is None else 1 / opposite
