"""The arithmetic that a mapping asks of an amount, exact to the last decimal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property

from sources.mapping.grammar import ColumnRule, Factor, Price
from sources.values.encoded_column import EncodedColumn
from sources.values.intervals import IntervalUnknownError, times_a_year
from sources.values.numbers import Marks, UnreadableNumberError
from sources.values.price_discounts import (
    DiscountUnknownError,
    last_change,
    moment_of,
    next_change,
    said_in_full,
)
from sources.values.prices import PricedItem, yearly_amount
from transforms.core.money import exponent, is_currency

_DIGITS = 60
"""Kept of a quotient that has no end, such as a third."""


@dataclass(frozen=True)
class Arithmetic:
    """A rule's calculation, and the columns it takes beside the amount itself."""

    rule: ColumnRule
    marks: Marks
    columns: tuple[EncodedColumn, ...]
    landed_at: datetime | None = None

    def amount(self, row: Sequence[str], currency: str) -> Decimal | None:
        """The same amount of money as `result`, however many zeros it is written with.

        Most amounts stand as they are; millions of fractions would take longer than the rest.
        """
        if self.rule.price:
            return self._yearly(self.rule.price, row)
        if self._is_as_written:
            return self.marks.number(row[0], currency) if row[0] else None
        return self.result(row, currency)

    @cached_property
    def _is_as_written(self) -> bool:
        rule = self.rule
        changed = rule.multiply is not None or rule.factor is not None or rule.coupon != ""
        return not (rule.operand_columns or changed or rule.negate or rule.sign)

    def result(self, row: Sequence[str], currency: str) -> Decimal | None:
        """The amount of one row: its own text, then those of the rule's operand columns.

        None where the amount is blank. In this order: plus, minus, times, divide_by,
        less_percent, factor, multiply, negate, sign. A blank operand of plus, minus and
        less_percent is zero; one of times, divide_by or factor makes the amount unreadable. Raises
        IntervalUnknownError where a factor asks for how many intervals the amount is.
        """
        amount, *operands = row
        if not amount:
            return None
        value = self._combined(self._exact(amount, currency), operands, currency)
        if self.rule.multiply is not None:
            value *= Fraction(str(self.rule.multiply))
        return _decimal(self._signed(value))

    def _yearly(self, price: Price, row: Sequence[str]) -> Decimal | None:
        """What a price object comes to in a year; None where it is not to change."""
        item, moment = _priced(price, row), _moment(price, row, self.landed_at)
        if moment is None:
            return None
        amount = yearly_amount(item, moment + timedelta(seconds=price.at == "next_change"))
        return None if amount is None else _decimal(amount)

    def _combined(self, value: Fraction, operands: list[str], currency: str) -> Fraction:
        rule, texts = self.rule, iter(operands)
        if rule.coupon and operands[-1] and not self._takes_off(operands):
            raise DiscountUnknownError(operands[-1])
        value = self._fine(value, currency)
        for _ in rule.plus:
            value += self._fine(self._or_zero(next(texts), currency), currency)
        for _ in rule.minus:
            value -= self._fine(self._or_zero(next(texts), currency), currency)
        for _ in rule.times:
            value *= self._exact(next(texts), currency)
        whole = value
        for _ in rule.divide_by:
            value /= self._divisor(next(texts))
        for _ in rule.less_percent:
            value *= 1 - self._or_zero(next(texts), currency) / 100
        return value * self._factor(rule.factor, texts, whole) if rule.factor else value

    def _takes_off(self, operands: Sequence[str]) -> bool:
        """Whether some column says how much a discount takes off."""
        rule, end = self.rule, len(self.rule.operand_columns)
        minus = operands[len(rule.plus) : len(rule.plus) + len(rule.minus)]
        return any((*minus, *operands[end - len(rule.less_percent) : end]))

    def _fine(self, value: Fraction, currency: str) -> Fraction:
        """Rounded to the minor unit where the rule rounds each part before it reckons."""
        if self.rule.round != "each" or not is_currency(currency):
            return value
        unit = Fraction(10) ** (0 if self.rule.units == "minor" else exponent(currency))
        return Fraction(round(value * unit)) / unit

    def _exact(self, text: str, currency: str) -> Fraction:
        return Fraction(self.marks.number(text, currency))

    def _or_zero(self, text: str, currency: str) -> Fraction:
        return self._exact(text, currency) if text else Fraction(0)

    def _divisor(self, text: str) -> Fraction:
        if not text and self.rule.optional:
            return Fraction(1)
        divisor = self._exact(text, "")
        if divisor == 0:
            raise UnreadableNumberError(text)
        return divisor

    def told_by_period(self, row: Sequence[str]) -> tuple[bool, bool] | None:
        """Whether the period is a first one, which may be a part of one, and whether it is of
        several intervals, of a row where it alone tells of how many the amount is; else None."""
        factor = self.rule.factor
        if factor is None or not factor.starts:
            return None
        texts = row[1 + len(self.rule.operand_columns) :]
        said = dict(zip(factor.columns, texts, strict=False))
        if said.get(factor.count) or said.get(factor.billed):
            return None
        stated = _stated(factor, said[factor.column])
        since, until = (_day(said[name]) for name in factor.period)
        is_first = since in {_day(said[name]) for name in factor.starts}
        return is_first, times_a_year(stated, since, until) != stated

    def _factor(self, factor: Factor, texts: Iterator[str], whole: Fraction) -> Fraction:
        stated = _stated(factor, next(texts))
        count = next(texts) if factor.count else ""
        if stated and (count or not factor.telling):
            return stated / self._divisor(count or "1")
        days = [_day(next(texts)) for _ in factor.period]
        if factor.trial_end and _day(next(texts)) == days[-1]:
            raise IntervalUnknownError
        starts = [_day(next(texts)) for _ in factor.starts]
        billed = next(texts) if factor.billed else ""
        if billed and days[0] in starts and self._exact(billed, "") != whole:
            raise IntervalUnknownError
        return times_a_year(stated, *(days or (None, None)))

    def _signed(self, value: Fraction) -> Fraction:
        if self.rule.negate:
            value = -value
        if self.rule.sign:
            value = abs(value) if self.rule.sign == "positive" else -abs(value)
        return value


def _stated(factor: Factor, word: str) -> Fraction | None:
    """How often a year by the word alone; None where a period may say it instead of a word."""
    known = {key.casefold(): value for key, value in factor.values.items()}
    if word.casefold() not in known and (word or not factor.period):
        raise UnreadableNumberError(word)
    return Fraction(str(known[word.casefold()])) if word else None


def _day(text: str) -> date | None:
    """The day that a text begins with, as `Parsing.as_meant` writes it."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _priced(price: Price, row: Sequence[str]) -> PricedItem:
    """The texts of a row: the price, and what the rule says of it, in its order."""
    whole, *others = row
    names = tuple(price.single_columns)
    said, lists = dict(zip(names, others, strict=False)), others[len(names) :]
    said.pop("since", None)
    count, end = len(price.discounts), len(price.discounts) + len(price.taxes)
    discounts = said_in_full(lists[:count], lists[end:])
    return PricedItem(whole, discounts=discounts, taxes=lists[count:end], **said)


def _moment(price: Price, row: Sequence[str], landed_at: datetime | None) -> datetime | None:
    landed_at = _since(price, row) or landed_at or datetime.max.replace(tzinfo=UTC)
    if price.at == "landing":
        return landed_at
    change = next_change if price.at == "next_change" else last_change
    return change(_priced(price, row).discounts, landed_at)


def _since(price: Price, row: Sequence[str]) -> datetime | None:
    """Just after the moment of which the price is told: what begins then has begun."""
    if not price.since:
        return None
    told = row[1 + tuple(price.single_columns).index("since")]
    return moment_of(Fraction(int(told) + 1)) if told.isdecimal() else None


def change_word(price: Price, row: Sequence[str], landed_at: datetime | None) -> str:
    """The moment that a price object is asked for, as unix seconds; empty where there is none."""
    try:
        moment = _moment(price, row, landed_at) if row[0] else None
    except UnreadableNumberError:  # told of the amount, which is read of the same texts
        return ""
    return "" if moment is None else str(int(moment.timestamp()))


def _decimal(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(value.numerator) / Decimal(value.denominator)
