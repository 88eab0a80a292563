"""EncodedColumn of an export → values of a canonical column, each distinct word parsed once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.typing import NaTType

from messages.clause import Clause, clause
from sources.mapping.grammar import ColumnRule, FileMapping
from sources.values.arithmetic import Arithmetic
from sources.values.dates import Clock, Moments
from sources.values.encoded_column import Codes, EncodedColumn, spread, together
from sources.values.intervals import IntervalUnknownError
from sources.values.numbers import (
    LARGEST,
    Marks,
    TooFineError,
    UnreadableNumberError,
    minor_units,
)
from sources.values.price_discounts import DiscountUnknownError
from sources.values.prices import PriceUnknownError
from transforms.core.money import is_currency
from transforms.tables import Column, Kind
from transforms.tables.spec import DTYPES

Mask = NDArray[np.bool_]

_WRITTEN = {"decimal", "thousands", "dates", "time_zone", "as_written"}
"""What a rule states of how its column is written, over what the file states."""

_TRUE = {"true", "t", "1", "1.0", "yes", "y", "si", "sí", "s", "verdadero", "x", "on"}
_FALSE = {"false", "f", "0", "0.0", "no", "n", "falso", "off"}


@dataclass(frozen=True)
class ColumnFault:
    """Rows whose text a column cannot hold, under one rule."""

    rows: Mask
    column: str
    rule: str
    expected: Clause


@dataclass(frozen=True)
class Parsed:
    """A column's series, missing where the text was empty or at fault."""

    series: pd.Series
    faults: tuple[ColumnFault, ...] = ()


@dataclass(frozen=True)
class Parsing:
    """What parsing needs to know of the file and the company."""

    entry: FileMapping
    company_zone: str
    landed_at: datetime | None = None

    def clock(self, rule: ColumnRule) -> Clock:
        """How the column writes its dates."""
        zone = rule.time_zone or self.entry.time_zone or self.company_zone
        formats = rule.dates or self.entry.dates
        # Date cells of a sheet carry no format of their own; reading writes them as ISO.
        formats = (*formats, "iso") if self.entry.format == "xlsx" else formats
        return Clock(formats, zone, self.entry.either_order)

    def rule_of(self, column: str) -> ColumnRule:
        """The first rule that says how a column of the export is written; an empty one where
        the file says all there is."""
        rules = (rule for table in self.entry.tables for rule in table.columns.values())
        own = (rule for rule in rules if column in rule.base_columns)
        return next((rule for rule in own if rule.model_fields_set & _WRITTEN), ColumnRule())

    def days(self, words: EncodedColumn, rule: ColumnRule) -> pd.Series:
        """The days that a date column under the rule would hold; missing where it is none."""
        clock = self.clock(rule)
        days = _days(clock.read(words.words), rule, clock, self)
        return _spread_series(words.codes, days, DTYPES[Kind.DATE])

    def instants(self, words: EncodedColumn) -> pd.Series:
        """The moments of a column that no rule describes; missing where it is none."""
        instants = self.clock(ColumnRule()).read(words.words).instant
        return _spread_series(words.codes, instants, DTYPES[Kind.TIMESTAMP])

    def as_meant(self, words: EncodedColumn, column: str) -> EncodedColumn:
        """The days and times of a column, always written the same; as they are where none."""
        moments = self.clock(self.rule_of(column)).read(words.words)
        days = moments.local.dt.strftime("%Y-%m-%d")
        found = days.where(~moments.has_time, moments.instant.dt.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return EncodedColumn(words.codes, tuple(found.fillna(pd.Series(words.words)).tolist()))

    def marks(self, rule: ColumnRule) -> Marks:
        """How the column writes its numbers."""
        own = self.entry.thousands if rule.thousands is None else rule.thousands
        return Marks(rule.decimal or self.entry.decimal, own)


def parse_column(
    column: Column, rule: ColumnRule, words: EncodedColumn, parsing: Parsing, arithmetic: Arithmetic
) -> Parsed:
    """The values of one canonical column. `arithmetic` holds the rule's other amounts."""
    match column.kind:
        case Kind.TEXT if rule.period:
            return _parse_period(column, rule, words, parsing)
        case Kind.TEXT:
            return _parse_text(column, words)
        case Kind.CURRENCY:
            return _parse_currency(column, words)
        case Kind.BOOLEAN:
            return _parse_boolean(column, rule, words, parsing)
        case Kind.DATE:
            return _parse_date(column, rule, words, parsing, arithmetic)
        case Kind.TIMESTAMP:
            return _parse_timestamp(column, rule, words, parsing, arithmetic)
        case Kind.MONEY:
            return _parse_money(column, rule, words, parsing, arithmetic)
        case _:
            return _parse_number(column, rule, words, parsing, arithmetic)


def _parse_text(column: Column, words: EncodedColumn) -> Parsed:
    if not column.allowed:
        return Parsed(_texts(words))
    allowed = {word.casefold(): word for word in column.allowed}
    known = words.map(lambda word: allowed.get(word.casefold(), ""))
    unknown = words.mask(lambda word: bool(word) and word.casefold() not in allowed)
    expected = clause("expected-allowed", allowed=column.allowed)
    return Parsed(_texts(known), _fault(unknown, column, "unknown_value", expected))


def _parse_currency(column: Column, words: EncodedColumn) -> Parsed:
    codes = words.map(str.upper)
    unknown = codes.mask(lambda code: bool(code) and not is_currency(code))
    known = codes.map(lambda code: code if is_currency(code) else "")
    expected = clause("expected-currency-code")
    return Parsed(_texts(known), _fault(unknown, column, "unknown_currency", expected))


def _parse_boolean(
    column: Column, rule: ColumnRule, words: EncodedColumn, parsing: Parsing
) -> Parsed:
    marks = parsing.marks(rule)
    values = [_truth(word, rule, marks) for word in words.words]
    frame = pd.Series(spread(words.codes, values), dtype="boolean")
    off_scale = words.mask(lambda word: _is_off_scale(word, rule, marks))
    unknown = words.mask(bool) & frame.isna().to_numpy() & ~off_scale
    faults = (
        *_fault(unknown, column, "unknown_value", clause("expected-boolean")),
        *_fault(off_scale, column, "off_scale", clause("expected-scale", **_ends(rule))),
    )
    return Parsed(frame, faults)


def _truth(word: str, rule: ColumnRule, marks: Marks) -> bool | None:
    if rule.true_from is not None and word not in {"", "true", "false"}:
        number = _number_of(word, marks)
        return None if number is None else number >= Decimal(str(rule.true_from))
    folded = word.casefold()
    return True if folded in _TRUE else False if folded in _FALSE else None


def _is_off_scale(word: str, rule: ColumnRule, marks: Marks) -> bool:
    number = _number_of(word, marks) if rule.scale else None
    if number is None:
        return False
    lowest, highest = (Decimal(str(end)) for end in rule.scale)
    return not lowest <= number <= highest


def _ends(rule: ColumnRule) -> dict[str, str]:
    return dict(zip(("lowest", "highest"), map(str, rule.scale), strict=False))


def _number_of(word: str, marks: Marks) -> Decimal | None:
    try:
        return marks.number(word)
    except UnreadableNumberError:
        return None


def _parse_date(
    column: Column, rule: ColumnRule, words: EncodedColumn, parsing: Parsing, arithmetic: Arithmetic
) -> Parsed:
    clock = parsing.clock(rule)
    moments = clock.read(words.words)
    days = _shifted(_days(moments, rule, clock, parsing), rule)
    values = _spread_series(words.codes, days, DTYPES[Kind.DATE])
    faults = _date_fault(column, words, values, clock)
    if rule.after:
        values = values.where(values > parsing.days(arithmetic.columns[-1], rule))
    return Parsed(values, faults)


def _days(moments: Moments, rule: ColumnRule, clock: Clock, parsing: Parsing) -> pd.Series:
    """The day each moment falls on: as written, or in the company's zone where it has a time."""
    written = moments.local.dt.normalize()
    if rule.as_written:
        return written
    in_company = moments.instant.dt.tz_convert(parsing.company_zone).dt.tz_localize(None)
    return written.where(~moments.has_time, in_company.dt.normalize())


def _shifted(days: pd.Series, rule: ColumnRule) -> pd.Series:
    """The day that the rule means; a last day that is included is followed by the first without."""
    if rule.day == "last_of_month":
        days = days + pd.offsets.MonthEnd(0)
    elif rule.day:
        months = 1 if rule.day == "first_of_next_month" else 0
        days = (days.dt.to_period("M") + months).dt.to_timestamp()
    return days + pd.Timedelta(days=1) if rule.end_is_inclusive else days


def _parse_timestamp(
    column: Column, rule: ColumnRule, words: EncodedColumn, parsing: Parsing, arithmetic: Arithmetic
) -> Parsed:
    clock = parsing.clock(rule)
    instants = clock.read(words.words).instant
    values = _spread_series(words.codes, instants, DTYPES[Kind.TIMESTAMP])
    faults = _date_fault(column, words, values, clock)
    if not rule.plus_minutes:
        return Parsed(values, faults)
    minutes, minute_faults = _minutes(column, arithmetic)
    return Parsed(values + minutes, (*faults, *minute_faults))


def _minutes(column: Column, arithmetic: Arithmetic) -> tuple[pd.Series, tuple[ColumnFault, ...]]:
    """Durations to add, missing where there is none: what never happened has no time."""
    words = arithmetic.columns[-1]
    minutes = [_duration(word, arithmetic.marks) for word in words.words]
    values = pd.Series(spread(words.codes, minutes), dtype="timedelta64[us]")
    unread = words.mask(bool) & values.isna().to_numpy()
    return values, _fault(unread, column, "unreadable_number", clause("expected-minutes"))


def _duration(word: str, marks: Marks) -> pd.Timedelta | NaTType:
    try:
        return pd.Timedelta(minutes=float(marks.number(word))) if word else pd.NaT
    except (UnreadableNumberError, OverflowError):
        return pd.NaT


def _parse_period(
    column: Column, rule: ColumnRule, words: EncodedColumn, parsing: Parsing
) -> Parsed:
    """Periods by name (2026-Q3, 2026-07, 2026) from days."""
    clock = parsing.clock(rule)
    days = _days(clock.read(words.words), rule, clock, parsing)
    names = tuple(_period_name(day, rule.period) for day in days)
    values = _texts(EncodedColumn(words.codes, names))
    return Parsed(values, _date_fault(column, words, values, clock))


def _period_name(day: pd.Timestamp, period: str) -> str:
    if pd.isna(day):
        return ""
    if period == "quarter":
        return f"{day.year}-Q{day.quarter}"
    return f"{day.year}-{day.month:02d}" if period == "month" else str(day.year)


def _date_fault(
    column: Column, words: EncodedColumn, values: pd.Series, clock: Clock
) -> tuple[ColumnFault, ...]:
    unread = words.mask(bool) & values.isna().to_numpy()
    expected = clause("expected-date", formats=" or ".join(dict.fromkeys(clock.formats)))
    return _fault(unread, column, "unreadable_date", expected)


def _parse_number(
    column: Column, rule: ColumnRule, words: EncodedColumn, parsing: Parsing, arithmetic: Arithmetic
) -> Parsed:
    codes, distinct = together([words, *arithmetic.columns])
    numbers = [_number(row, column.kind, arithmetic) for row in distinct]
    values = pd.Series(spread(codes, numbers), dtype=DTYPES[column.kind])
    unread = words.mask(bool) & values.isna().to_numpy()
    expected = clause("expected-number", example=parsing.marks(rule).example)
    return Parsed(values, _fault(unread, column, "unreadable_number", expected))


def _number(row: Sequence[str], kind: Kind, arithmetic: Arithmetic) -> float | int | str | None:
    """One value of the column's kind; None where a text is no number, or no integer."""
    try:
        value = arithmetic.result(row, "")
    except UnreadableNumberError:
        return None
    if value is None:
        return None
    if kind is Kind.INTEGER:
        is_whole = value == value.to_integral_value() and abs(value) <= LARGEST
        return int(value) if is_whole else None
    return format(value, "f") if kind is Kind.DECIMAL else float(value)


INFERRED = "interval_inferred"
"""The rule of amounts that are read, though their interval may be another."""


def _parse_money(
    column: Column, rule: ColumnRule, words: EncodedColumn, parsing: Parsing, arithmetic: Arithmetic
) -> Parsed:
    """Integer minor units; the row's currency is the first of the arithmetic's columns."""
    codes, distinct = together([words, *arithmetic.columns])
    vendor = parsing.entry.minor_units
    outcomes = [_minor(row, rule, arithmetic, vendor) for row in distinct]
    minors = [outcome if isinstance(outcome, int) else None for outcome in outcomes]
    values = pd.Series(spread(codes, minors), dtype="Int64")
    rules = spread(codes, [outcome if isinstance(outcome, str) else "" for outcome in outcomes])
    expected = {
        "unreadable_number": clause("expected-amount", example=parsing.marks(rule).example),
        "money_too_fine": clause("expected-not-so-fine"),
        "currency_missing": clause("expected-currency"),
        "discount_unknown": clause("expected-discount"),
        "price_unknown": clause("expected-price"),
        "interval_unknown": clause("expected-interval"),
    }
    faults = [_fault(rules == name, column, name, said) for name, said in expected.items()]
    doubted = np.array(_inferred(distinct, minors, arithmetic), dtype=np.bool_)[codes]
    faults.append(_fault(doubted, column, INFERRED, clause("expected-interval-confirmed")))
    return Parsed(values, tuple(fault for found in faults for fault in found))


def _inferred(
    rows: Sequence[Sequence[str]], minors: Sequence[int | None], arithmetic: Arithmetic
) -> list[bool]:
    """Which amounts only a first period tells the interval of: one of several intervals, and of
    one where others show that prices of several are sold."""
    told = [
        None if minor is None else arithmetic.told_by_period((row[0], *row[2:]))
        for row, minor in zip(rows, minors, strict=True)
    ]
    sells_several = any(item is not None and item[1] for item in told)
    return [item is not None and item[0] and sells_several for item in told]


def _minor(
    row: Sequence[str], rule: ColumnRule, arithmetic: Arithmetic, vendor: Mapping[str, int]
) -> int | str | None:
    """Minor units, None for a blank, or the name of the rule that the row breaks."""
    amount, currency, *others = row
    try:
        value = arithmetic.amount((amount, *others), currency)
        if value is None:
            return None
        if not currency:
            return "currency_missing"
        return minor_units(value, currency, rule.units, rule.round, vendor)
    except IntervalUnknownError:
        return "interval_unknown"
    except UnreadableNumberError:
        return "unreadable_number"
    except TooFineError:
        return "money_too_fine"
    except DiscountUnknownError:
        return "discount_unknown"
    except PriceUnknownError:
        return "price_unknown"


def _texts(words: EncodedColumn) -> pd.Series:
    """Text values; empty text is missing."""
    distinct = pd.array([word or None for word in words.words], dtype="str")
    return pd.Series(distinct.take(words.codes))


def _spread_series(codes: Codes, values: pd.Series, dtype: object) -> pd.Series:
    return values.astype(dtype).take(codes).reset_index(drop=True)  # type: ignore[arg-type]


def _fault(rows: Mask, column: Column, rule: str, expected: Clause) -> tuple[ColumnFault, ...]:
    return (ColumnFault(rows, column.name, rule, expected),) if rows.any() else ()
