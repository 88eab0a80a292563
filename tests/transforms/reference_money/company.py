"""A tiny company as lists of plain rows, and the arithmetic of its figures' parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any

from transforms.core.policy import Policy

Row = Mapping[str, Any]

EXPONENTS = {"USD": 2, "EUR": 2, "JPY": 0, "KWD": 3}


class NoRate(Exception):
    """An amount cannot be converted."""


@dataclass(frozen=True)
class Company:
    """`owners` gives each account its client, `currencies` each client its currency.

    A feed that is None is not there. `rates` are by kind, currency and month, in USD.
    """

    owners: Mapping[str, str]
    currencies: Mapping[str, str]
    rates: Mapping[tuple[str, str, str], str]
    policy: Policy = field(default_factory=Policy)
    subscriptions: list[Row] | None = field(default_factory=list)
    invoices: list[Row] | None = field(default_factory=list)
    invoice_lines: list[Row] | None = field(default_factory=list)
    payments: list[Row] | None = field(default_factory=list)
    costs: list[Row] | None = field(default_factory=list)
    contracts: list[Row] | None = field(default_factory=list)
    segments: Mapping[str, str] = field(default_factory=dict)
    """Of clients that have one."""
    products: list[Row] | None = None

    @property
    def clients(self) -> list[str]:
        return sorted(set(self.owners.values()))

    def of(self, client: str, rows: Iterable[Row] | None) -> list[Row]:
        return [row for row in rows or [] if self.owners.get(row["account_id"]) == client]

    def converted(self, client: str, kind: str, minor: int, currency: str, month: date) -> int:
        """Minor units in the client's currency."""
        target = self.currencies[client]
        if currency == target or minor == 0:
            return minor
        rate = self._in_usd(kind, currency, month) * self._for_usd(kind, target, month)
        exact = (minor * rate).scaleb(EXPONENTS[target] - EXPONENTS[currency])
        return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))

    def _in_usd(self, kind: str, currency: str, month: date) -> Decimal:
        rate = self.rates.get((kind, currency, f"{month:%Y-%m}"))
        if currency != "USD" and rate is None:
            raise NoRate
        return Decimal(1) if rate is None else Decimal(rate)

    def _for_usd(self, kind: str, currency: str, month: date) -> Decimal:
        return 1 / self._in_usd(kind, currency, month)


@dataclass(frozen=True)
class Answer:
    """A value or a reason."""

    value: float | int | None = None
    reason: str = ""


def half_even(exact: Fraction) -> int:
    whole = exact.numerator // exact.denominator
    rest = exact - whole
    if rest == Fraction(1, 2):
        return whole + whole % 2
    return whole + (rest > Fraction(1, 2))


def month_of(day: date) -> date:
    return day.replace(day=1)


def after(month: date, months: int) -> date:
    number = month.year * 12 + month.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def months_between(start: date, end: date) -> list[date]:
    found = []
    while start < end:
        found.append(start)
        start = after(start, 1)
    return found


def added(parts: Iterable[tuple[Any, int]]) -> dict[Any, int]:
    """Sums by key."""
    total: dict[Any, int] = {}
    for key, amount in parts:
        total[key] = total.get(key, 0) + amount
    return total


def ratio(part: int, whole: int, otherwise: str) -> Answer:
    return Answer(part / whole) if whole > 0 else Answer(reason=otherwise)


DAY = timedelta(days=1)
