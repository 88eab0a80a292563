"""Half-open stretches of days `[start, end)`: weeks, months, quarters, years and ranges of them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from messages.errors import CarteraError


class Grain(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"


class UnknownPeriodError(CarteraError):
    """A period that cannot be read."""

    code = "failure-unknown-period"
    exit_code = 2

    text: str


_LENGTH_IN_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}


def add_months(first_of_month: date, months: int) -> date:
    """The first day of the month that lies so many months later (or earlier)."""
    index = first_of_month.year * 12 + first_of_month.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


@dataclass(frozen=True, order=True)
class Period:
    """A half-open range of days with a name people use for it.

    >>> Period.parse("2026-Q3").start, Period.parse("2026-Q3").end
    (datetime.date(2026, 7, 1), datetime.date(2026, 10, 1))
    >>> Period.parse("2026-Q3").valuation_date
    datetime.date(2026, 9, 30)
    """

    start: date
    end: date
    grain: Grain
    fiscal_start_month: int = 1

    @classmethod
    def parse(cls, text: str, fiscal_start_month: int = 1) -> Self:
        """Read `2026-Q3`, `2026-10`, `2026`, `2026-W40`, `2026-01..2026-06` or `2026-Q3-TTM`,
        the twelve months that end with 2026-Q3.

        Raises UnknownPeriodError for anything else.

        With a fiscal year that starts in another month, quarters and years are the fiscal
        ones, named by the calendar year in which they end.
        """
        text = text.strip().upper()
        if match := re.fullmatch(r"(.+)-TTM", text):
            return cls._trailing(match[1], fiscal_start_month)
        try:
            if match := re.fullmatch(r"(\d{4})-Q([1-4])", text):
                return cls.quarter(int(match[1]), int(match[2]), fiscal_start_month)
            if match := re.fullmatch(r"(\d{4})-W(\d{2})", text):
                monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
                return cls(monday, monday + timedelta(days=7), Grain.WEEK, fiscal_start_month)
            if match := re.fullmatch(r"(\d{4})-(\d{2})", text):
                return cls.month(int(match[1]), int(match[2]), fiscal_start_month)
            if match := re.fullmatch(r"(\d{4})", text):
                start = _fiscal_year_start(int(match[1]), fiscal_start_month)
                return cls(start, add_months(start, 12), Grain.YEAR, fiscal_start_month)
            if match := re.fullmatch(r"(\d{4}-\d{2})\.\.(\d{4}-\d{2})", text):
                first, last = (date.fromisoformat(part + "-01") for part in match.groups())
                if last >= first:
                    return cls(first, add_months(last, 1), Grain.RANGE, fiscal_start_month)
        except ValueError:
            pass
        raise UnknownPeriodError(text)

    @classmethod
    def _trailing(cls, last: str, fiscal_start_month: int) -> Self:
        period = cls.parse(last, fiscal_start_month)
        if period.grain not in (Grain.MONTH, Grain.QUARTER):
            raise UnknownPeriodError(f"{last}-TTM")
        return period.trailing_twelve

    @classmethod
    def month(cls, year: int, month: int, fiscal_start_month: int = 1) -> Self:
        """A calendar month."""
        start = date(year, month, 1)
        return cls(start, add_months(start, 1), Grain.MONTH, fiscal_start_month)

    @classmethod
    def quarter(cls, year: int, number: int, fiscal_start_month: int = 1) -> Self:
        """A quarter of the (fiscal) year."""
        start = add_months(_fiscal_year_start(year, fiscal_start_month), 3 * (number - 1))
        return cls(start, add_months(start, 3), Grain.QUARTER, fiscal_start_month)

    @property
    def valuation_date(self) -> date:
        """The last day: ageing, recurring revenue and distances to renewal are taken here."""
        return self.end - timedelta(days=1)

    def is_over_on(self, last_day: date) -> bool:
        """Whether data up to and with this day speak of all of the period."""
        return self.valuation_date <= last_day

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def previous(self) -> Self:
        """The period of the same length just before."""
        return self.shift(-1)

    @property
    def year_ago(self) -> Self:
        """The same months (or ISO weeks, 52 weeks back) a year earlier."""
        if self.grain is Grain.WEEK:
            return self.shift(-52)
        return self._between(add_months(self.start, -12), add_months(self.end, -12))

    @property
    def months(self) -> tuple[Self, ...]:
        """The calendar months it is made of, oldest first; a week has none."""
        if self.grain is Grain.WEEK:
            return ()
        count = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        firsts = (add_months(self.start, step) for step in range(count))
        return tuple(self.month(day.year, day.month, self.fiscal_start_month) for day in firsts)

    @property
    def trailing_twelve(self) -> Self:
        """The twelve months that end with it."""
        return type(self)(add_months(self.end, -12), self.end, Grain.RANGE, self.fiscal_start_month)

    @property
    def year_before(self) -> Self:
        """The twelve months that end where it starts."""
        start = add_months(self.start, -12)
        return type(self)(start, self.start, Grain.RANGE, self.fiscal_start_month)

    def shift(self, steps: int) -> Self:
        """So many periods of the same length later (or earlier)."""
        if self.grain is Grain.WEEK:
            step = timedelta(days=7 * steps)
            return type(self)(
                self.start + step, self.end + step, self.grain, self.fiscal_start_month
            )
        length = _LENGTH_IN_MONTHS.get(self.grain, len(self.months))
        return self._between(
            add_months(self.start, steps * length), add_months(self.end, steps * length)
        )

    def through(self, last: Self) -> tuple[Self, ...]:
        """It and those of the same length after it, up to and with the last; none where that is
        of another length or before it."""
        found: list[Self] = []
        while self.grain is last.grain and self.end <= last.end:
            found.append(self)
            self = self.shift(1)
        return tuple(found)

    def _between(self, start: date, end: date) -> Self:
        return type(self)(start, end, self.grain, self.fiscal_start_month)

    def __str__(self) -> str:
        match self.grain:
            case Grain.WEEK:
                year, week, _ = self.start.isocalendar()
                return f"{year}-W{week:02d}"
            case Grain.MONTH:
                return f"{self.start:%Y-%m}"
            case Grain.QUARTER:
                year_start, year = self._fiscal_year()
                offset = (
                    (self.start.year - year_start.year) * 12 + self.start.month - year_start.month
                )
                return f"{year}-Q{offset // 3 + 1}"
            case Grain.YEAR:
                return str(self._fiscal_year()[1])
            case Grain.RANGE:
                return f"{self.start:%Y-%m}..{self.valuation_date:%Y-%m}"

    def _fiscal_year(self) -> tuple[date, int]:
        """First day and name of the fiscal year that the period starts in."""
        for year in (self.start.year, self.start.year + 1):
            start = _fiscal_year_start(year, self.fiscal_start_month)
            if start <= self.start < add_months(start, 12):
                return start, year
        raise AssertionError("every day lies in a fiscal year")


def _fiscal_year_start(year: int, fiscal_start_month: int) -> date:
    return date(year if fiscal_start_month == 1 else year - 1, fiscal_start_month, 1)
