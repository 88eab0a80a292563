"""What is counted, added up or taken of declared rows, by entity.

An amount says its rows once: its numbers, how many rows entered, and the rows that explain it all
come from them. Money is added up by account, currency and month, each such sum converted at one
rate and rounded half-even once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.core.exact import Integers, day_numbers, month_number, months_of_days, whole_numbers
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.metrics.asked import Asked
from transforms.metrics.conversion import in_entity_currency, in_order, total
from transforms.metrics.rows import BY_MONTH, Flags, Numbers, Rows

Where = Callable[[pd.DataFrame, Asked], Flags]
Selected = tuple[Rows, Asked]
"""Rows, and the window that they are of."""


class Amount(Protocol):
    """Numbers by entity, missing where they cannot be had."""

    @property
    def is_money(self) -> bool:
        """Minor units: missing only for want of an exchange rate."""
        ...

    def of_entities(self, asked: Asked) -> Numbers: ...

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        """The rows that it is made of."""
        ...


def picked(of: Rows, where: Where | None, asked: Asked) -> pd.DataFrame:
    """The rows that enter; with `where`, those of them that are counted."""
    rows = of.kept(asked)
    if where is None:
        return rows
    is_counted: npt.NDArray[np.bool_] = where(rows, asked).to_numpy(dtype=np.bool_, na_value=False)
    return rows[is_counted]


@dataclass(frozen=True)
class OfRows:
    """What is taken of one list of rows."""

    of: Rows

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it names."""
        return ()

    @property
    def is_money(self) -> bool:
        return False

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return ((self.of, asked),)


@dataclass(frozen=True)
class Count(OfRows):
    """How many there are; with `where`, how many of them it holds for."""

    where: Where | None = None

    def of_entities(self, asked: Asked) -> Numbers:
        if self.where is None:
            return self.of.counted(asked)
        places = picked(self.of, self.where, asked)["entity"].to_numpy(dtype=np.int64)
        return pd.Series(np.bincount(places, minlength=len(asked.entities)), index=asked.entities)


@dataclass(frozen=True)
class _OfColumn(OfRows):
    column: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.column,)

    def _numbers(self, rows: pd.DataFrame) -> npt.NDArray[np.float64]:
        return rows[self.column].to_numpy(dtype=np.float64, na_value=np.nan)


@dataclass(frozen=True)
class Sum(_OfColumn):
    """The column's sum; 0 without rows."""

    def of_entities(self, asked: Asked) -> Numbers:
        rows = self.of.kept(asked)
        places, numbers = whole_numbers(rows["entity"]), np.nan_to_num(self._numbers(rows))
        return pd.Series(np.bincount(places, numbers, len(asked.entities)), index=asked.entities)


@dataclass(frozen=True)
class Largest(_OfColumn):
    """The column's largest number; missing without any."""

    def of_entities(self, asked: Asked) -> Numbers:
        rows = self.of.kept(asked)
        found = np.full(len(asked.entities), np.nan)
        np.fmax.at(found, whole_numbers(rows["entity"]), self._numbers(rows))
        return pd.Series(found, index=asked.entities)


@dataclass(frozen=True)
class LargestOfEach(_OfColumn):
    """The largest number of each of an entity's accounts, added up; missing without any. Where
    some account states `beside` too, only the accounts that state both."""

    beside: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.column, self.beside)

    def of_entities(self, asked: Asked) -> Numbers:
        rows = self.of.kept(asked)[["entity", "account", self.column, self.beside]]
        numbers = rows.astype({self.column: "float64", self.beside: "float64"})
        largest = numbers.groupby(["entity", "account"], as_index=False).max()
        states_both = largest[[self.column, self.beside]].notna().all(axis=1)
        of_such = states_both.groupby(largest["entity"]).transform("any")
        kept = largest[states_both | ~of_such]
        found = kept.groupby("entity")[self.column].sum(min_count=1)
        return found.reindex(range(len(asked.entities))).set_axis(asked.entities)


@dataclass(frozen=True)
class Smallest(_OfColumn):
    """The column's smallest number; missing without any."""

    def of_entities(self, asked: Asked) -> Numbers:
        rows = self.of.kept(asked)
        found = np.full(len(asked.entities), np.nan)
        np.fmin.at(found, whole_numbers(rows["entity"]), self._numbers(rows))
        return pd.Series(found, index=asked.entities)


@dataclass(frozen=True)
class Quantile(_OfColumn):
    """The column's quantile, by linear interpolation between neighbours; missing without rows.
    The column has no missing numbers."""

    share: float = 0.5

    def of_entities(self, asked: Asked) -> Numbers:
        rows = self.of.kept(asked)
        numbers = pd.Series(self._numbers(rows)).groupby(whole_numbers(rows["entity"]))
        found = pd.Series(numbers.quantile(self.share))
        return found.reindex(range(len(asked.entities))).set_axis(asked.entities)


@dataclass(frozen=True)
class Money(OfRows):
    """Minor units of `column`, each account's and currency's at one rate: `AVERAGE`, of the month
    of its `day`; `MONTH_END`, of the valuation date's month. With `apart`, the sums of each value
    of that column are rounded by themselves, so that they add up to this amount."""

    column: str
    rate: RateKind
    day: str = ""
    where: Where | None = None
    apart: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(name for name in (self.column, self.day, self.apart) if name)

    @property
    def is_money(self) -> bool:
        return True

    def of_entities(self, asked: Asked) -> Numbers:
        if self.where is None and self.rate is RateKind.AVERAGE and self.of.is_by_month:
            start, end = month_number(asked.period.start), month_number(asked.period.end)
            return total(asked.context, self._monthly(asked), start, end)
        rows = picked(self.of, self.where, asked)
        if self.rate is RateKind.AVERAGE:
            months = months_of_days(day_numbers(rows[self.day]))
        else:
            months = np.full(len(rows), month_number(asked.period.valuation_date))
        return money(asked, rows, self.column, months, self.rate, self.apart)

    def _monthly(self, asked: Asked) -> pd.DataFrame:
        """Of every month, in the entities' currencies."""

        def build() -> pd.DataFrame:
            months = self.of.by_month(asked).dropna(subset="currency")
            return in_order(converted(asked, months, self.column, self.rate))

        return asked.context.once((self.of.identity, "money by month", self.column), build)


def money(
    asked: Asked,
    rows: pd.DataFrame,
    column: str,
    months: Integers,
    rate: RateKind,
    apart: str = "",
) -> Numbers:
    """A column of some rows by entity, at the rates of these months; missing without a rate."""
    amount = whole_numbers(rows[column])
    parts = [apart] if apart else []
    dated = rows[["account", "currency", *parts]].assign(month=months, **{column: amount})
    summed = dated.groupby([*BY_MONTH, *parts], as_index=False, observed=True, sort=False).sum()
    found = converted(asked, summed, column, rate).assign(month=0)
    return total(asked.context, found, 0, 1)


def converted(
    asked: Asked,
    summed: pd.DataFrame,
    column: str,
    rate: RateKind,
    months: Integers | None = None,
) -> pd.DataFrame:
    """Sums by `BY_MONTH` in the entities' currencies, at the rates of their own months or of
    others."""
    owned = asked.context.with_currencies(summed)
    of_months = whole_numbers(summed["month"]) if months is None else months
    return in_entity_currency(asked.context, owned, column, rate, of_months)


@dataclass(frozen=True)
class Given:
    """Plain numbers by entity that are not taken of source rows, such as what a setting plans."""

    numbers: Callable[[Asked], Numbers]
    shows: tuple[Rows, ...] = ()
    is_money: bool = False

    def of_entities(self, asked: Asked) -> Numbers:
        return self.numbers(asked)

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return tuple((rows, asked) for rows in self.shows)


@dataclass(frozen=True)
class Over:
    """An amount over another window, such as the same period a year ago."""

    amount: Amount
    window: Callable[[Period], Period]

    @property
    def is_money(self) -> bool:
        return self.amount.is_money

    def of_entities(self, asked: Asked) -> Numbers:
        return self.amount.of_entities(self._asked(asked))

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return self.amount.selected(self._asked(asked))

    def _asked(self, asked: Asked) -> Asked:
        return asked.over(self.window(asked.period))


@dataclass(frozen=True)
class Less:
    """One amount less some others, which are none where one of them is none."""

    amount: Amount
    others: tuple[Amount, ...]

    @property
    def is_money(self) -> bool:
        return self.amount.is_money

    def of_entities(self, asked: Asked) -> Numbers:
        left = self.amount.of_entities(asked)
        for other in self.others:
            left = left - other.of_entities(asked)
        return left

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        parts = (self.amount, *self.others)
        return tuple(found for part in parts for found in part.selected(asked))


@dataclass(frozen=True)
class Least:
    """The smallest of some amounts of each entity, none where one of them is none."""

    amounts: tuple[Amount, ...]

    @property
    def is_money(self) -> bool:
        return self.amounts[0].is_money

    def of_entities(self, asked: Asked) -> Numbers:
        found = self.amounts[0].of_entities(asked)
        for other in self.amounts[1:]:
            theirs = other.of_entities(asked)
            found = found.where((found <= theirs) | found.isna(), theirs)
        return found

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return tuple(found for part in self.amounts for found in part.selected(asked))
