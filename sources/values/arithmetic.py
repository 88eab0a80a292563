"""The arithmetic that a mapping asks of an amount, exact to the last decimal."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property

from sources.mapping.grammar import ColumnRule
from sources.readers.records import Records
from sources.values.encoded_column import EncodedColumn
from sources.values.numbers import Marks, UnreadableNumberError

_DIGITS = 60
"""Kept of a quotient that has no end, such as a third."""


@dataclass(frozen=True)
class Arithmetic:
    """A rule's calculation, and the columns it takes beside the amount itself."""

    rule: ColumnRule
    marks: Marks
    columns: tuple[EncodedColumn, ...]

    def amount(self, row: Sequence[str], currency: str) -> Decimal | None:
        """The same amount of money as `result`, however many zeros it is written with.

        Most amounts stand as they are; millions of fractions would take longer than the rest.
        """
        if self._is_as_written:
            return self.marks.number(row[0], currency) if row[0] else None
        return self.result(row, currency)

    @cached_property
    def _is_as_written(self) -> bool:
        rule = self.rule
        changed = rule.multiply is not None or rule.factor is not None
        return not (rule.operand_columns or changed or rule.negate or rule.sign)

    def result(self, row: Sequence[str], currency: str) -> Decimal | None:
        """The amount of one row: its own text, then those of the rule's operand columns.

        None where the amount is blank. In this order: plus, minus, times, divide_by,
        less_percent, factor, multiply, negate, sign. A blank operand of plus, minus and
        less_percent is zero; one of times, divide_by or factor makes the amount unreadable.
        """
        amount, *operands = row
        if not amount:
            return None
        value = self._combined(self._exact(amount, currency), operands, currency)
        if self.rule.multiply is not None:
            value *= Fraction(str(self.rule.multiply))
        return _decimal(self._signed(value))

    def _combined(self, value: Fraction, operands: list[str], currency: str) -> Fraction:
        rule, texts = self.rule, iter(operands)
        for _ in rule.plus:
            value += self._or_zero(next(texts), currency)
        for _ in rule.minus:
            value -= self._or_zero(next(texts), currency)
        for _ in rule.times:
            value *= self._exact(next(texts), currency)
        for _ in rule.divide_by:
            value /= self._divisor(next(texts))
        for _ in rule.less_percent:
            value *= 1 - self._or_zero(next(texts), currency) / 100
        return value * self._factor(next(texts)) if rule.factor else value

    def _exact(self, text: str, currency: str) -> Fraction:
        return Fraction(self.marks.number(text, currency))

    def _or_zero(self, text: str, currency: str) -> Fraction:
        return self._exact(text, currency) if text else Fraction(0)

    def _divisor(self, text: str) -> Fraction:
        divisor = self._exact(text, "")
        if divisor == 0:
            raise UnreadableNumberError(text)
        return divisor

    def _factor(self, word: str) -> Fraction:
        factors = self.rule.factor.values if self.rule.factor else {}
        known = {key.casefold(): value for key, value in factors.items()}
        if word.casefold() not in known:
            raise UnreadableNumberError(word)
        return Fraction(str(known[word.casefold()]))

    def _signed(self, value: Fraction) -> Fraction:
        if self.rule.negate:
            value = -value
        if self.rule.sign:
            value = abs(value) if self.rule.sign == "positive" else -abs(value)
        return value


def _decimal(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(value.numerator) / Decimal(value.denominator)


def operand_columns(rule: ColumnRule, records: Records) -> tuple[EncodedColumn, ...]:
    """The texts that the rule's arithmetic takes beside the amount."""
    return tuple(records.column(name) for name in rule.beside_columns)
