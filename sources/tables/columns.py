"""A mapping's column rules carried out: the text of each canonical column, then its values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from messages.clause import clause
from sources.mapping.grammar import ColumnRule, Price, Word
from sources.readers.records import Records
from sources.values.arithmetic import Arithmetic, change_word
from sources.values.encoded_column import EncodedColumn, constant, together, words_of
from sources.values.parse import ColumnFault, Parsed, Parsing, parse_column
from sources.values.salesforce_ids import eighteen
from transforms.tables import Column, Kind

_ZERO_DECIMALS = re.compile(r"(?<=[0-9])\.0+$")


@dataclass
class Occurrences:
    """How often each derived key has come up so far, over the pieces of one file."""

    seen: dict[str, dict[str, int]] = field(default_factory=dict)

    def number(self, column: str, keys: Sequence[str]) -> list[str]:
        """1 for a key's first row in the file, 2 for its second …"""
        seen = self.seen.setdefault(column, {})
        numbers: list[str] = []
        for key in keys:
            seen[key] = seen.get(key, 0) + 1
            numbers.append(str(seen[key]))
        return numbers


@dataclass(frozen=True)
class Reading:
    """What carrying out a table's rules needs beside the records."""

    parsing: Parsing
    company_currency: str
    source_file: str
    occurrences: Occurrences


def read_column(
    column: Column, rule: ColumnRule, records: Records, currency: EncodedColumn, reading: Reading
) -> Parsed:
    """One canonical column of the records. `currency` is that of each row's money."""
    parsed = _read_alone(column, rule, records, currency, reading)
    if rule.fallback is None:
        return parsed
    other = read_column(column, rule.fallback, records, currency, reading)
    is_told = np.zeros(len(records), dtype=bool)
    for fault in parsed.faults:
        is_told |= fault.rows
    is_open = parsed.series.isna().to_numpy(dtype=bool) & ~is_told
    told = (replace(fault, rows=fault.rows & is_open) for fault in other.faults)
    faults = (*parsed.faults, *(fault for fault in told if fault.rows.any()))
    return Parsed(parsed.series.where(~is_open, other.series), faults)


def _read_alone(
    column: Column, rule: ColumnRule, records: Records, currency: EncodedColumn, reading: Reading
) -> Parsed:
    base = _own_null(rule, _base(column, rule, records, reading))
    words, unknown = _translated(rule, base)
    rule = _with_what_tells(rule, records)
    operands = tuple(_operand(rule, name, records, reading) for name in rule.beside_columns)
    others = (currency, *operands) if column.kind is Kind.MONEY else operands
    landed_at = reading.parsing.landed_at
    if rule.price and column.kind is Kind.DATE:
        words = _changes(rule.price, (words, *operands), landed_at)
    arithmetic = Arithmetic(rule, reading.parsing.marks(rule), others, landed_at)
    parsed = parse_column(column, rule, words, reading.parsing, arithmetic)
    return Parsed(parsed.series, (*_unknown_fault(column, rule, unknown), *parsed.faults))


_NOT_TOLD = {"count": "", "period": (), "trial_end": "", "starts": (), "billed": ""}


def _with_what_tells(rule: ColumnRule, records: Records) -> ColumnRule:
    """The rule without asking of how many intervals an amount is, where nothing in the export
    could say it: that is told of the file."""
    factor = rule.factor
    if factor is None or any(name in records.columns for name in (factor.count, *factor.period)):
        return rule
    alone = factor.model_copy(update=_NOT_TOLD)
    return rule.model_copy(update={"factor": alone})


def _operand(rule: ColumnRule, name: str, records: Records, reading: Reading) -> EncodedColumn:
    """The texts of a column that the rule's arithmetic takes beside the amount."""
    words, factor = records.column(name), rule.factor
    is_day = factor is not None and name in (*factor.period, factor.trial_end, *factor.starts)
    return reading.parsing.as_meant(words, name) if is_day else words


def _changes(
    price: Price, columns: Sequence[EncodedColumn], landed_at: datetime | None
) -> EncodedColumn:
    """When prices are told to change, in unix seconds."""
    codes, distinct = together(columns)
    return EncodedColumn(codes, tuple(change_word(price, row, landed_at) for row in distinct))


def column_words(
    column: Column, rule: ColumnRule, records: Records, reading: Reading
) -> EncodedColumn:
    """The words of a column before they are parsed; unknown ones are empty."""
    each = [
        _translated(item, _own_null(item, _base(column, item, records, reading)))[0]
        for item in rule.rules
    ]
    return each[0] if len(each) == 1 else _first_filled(each)


def _base(column: Column, rule: ColumnRule, records: Records, reading: Reading) -> EncodedColumn:
    if rule.value is not None:
        return constant(as_word(rule.value), len(records))
    if rule.join:
        return _joined(column, rule, records, reading)
    if rule.first_of:
        return _first_filled([records.column(name) for name in rule.first_of])
    words = records.column(rule.column) if rule.column else constant("", len(records))
    if rule.company == "currency":
        return words.map(lambda word: word or reading.company_currency)
    return words


def _first_filled(columns: list[EncodedColumn]) -> EncodedColumn:
    codes, distinct = together(columns)
    return EncodedColumn(codes, tuple(next((word for word in row if word), "") for row in distinct))


def _joined(column: Column, rule: ColumnRule, records: Records, reading: Reading) -> EncodedColumn:
    """The parts in their order with the separator between; empty where every column is."""
    parts = {
        name: _part(rule, name, records, reading).rows().tolist() for name in rule.joined_columns
    }
    is_nothing = [not any(row) for row in zip(*parts.values(), strict=True)] if parts else []
    parts["#line"] = [str(line) for line in records.lines.tolist()]
    parts["#file"] = [reading.source_file] * len(records)
    if "#occurrence" in rule.join:
        keys = _rows_joined([parts[name] for name in rule.join if name in parts], rule.separator)
        parts["#occurrence"] = reading.occurrences.number(column.name, keys)
    keys = _rows_joined([parts[name] for name in rule.join], rule.separator)
    if any(is_nothing):
        keys = ["" if nothing else key for key, nothing in zip(keys, is_nothing, strict=True)]
    return words_of(keys)


def _part(rule: ColumnRule, name: str, records: Records, reading: Reading) -> EncodedColumn:
    words = records.column(name)
    return reading.parsing.as_meant(words, name) if name in rule.moments else words


def _rows_joined(parts: list[list[str]], separator: str) -> list[str]:
    return [separator.join(row) for row in zip(*parts, strict=True)]


def _own_null(rule: ColumnRule, words: EncodedColumn) -> EncodedColumn:
    if not rule.null:
        return words
    null = {token.strip().casefold() for token in rule.null}
    return words.map(lambda word: "" if word.casefold() in null else word)


def _translated(rule: ColumnRule, words: EncodedColumn) -> tuple[EncodedColumn, NDArray[np.bool_]]:
    """The rule's changes of each word, and the rows whose word `values` does not know."""
    cleaned = _cleaned(rule, words)
    values = {key.strip().casefold(): as_word(value) for key, value in rule.values.items()}
    if not values:
        return _filled(rule, cleaned), np.zeros(len(words), dtype=bool)
    words = cleaned.map(lambda word: _by_values(rule, values, word))
    unknown = cleaned.mask(lambda word: _is_unknown(rule, values, word))
    return _filled(rule, words), unknown


def _by_values(rule: ColumnRule, values: dict[str, str], word: str) -> str:
    """What `values` makes of a word; blanks stay blank."""
    if not word or word.casefold() in values:
        return values.get(word.casefold(), "")
    if rule.keep_others:
        return word
    return "" if rule.otherwise is None else as_word(rule.otherwise)


def _is_unknown(rule: ColumnRule, values: dict[str, str], word: str) -> bool:
    is_told = rule.keep_others or rule.otherwise is not None
    return bool(word) and word.casefold() not in values and not is_told


def _cleaned(rule: ColumnRule, words: EncodedColumn) -> EncodedColumn:
    """The changes of a word that come before `values`, in this order."""
    if rule.extract:
        pattern = re.compile(rule.extract)
        words = words.map(lambda word: _extracted(pattern, word))
    if rule.drop_zero_decimals:
        words = words.map(lambda word: _ZERO_DECIMALS.sub("", word))
    if rule.ids == "salesforce":
        words = words.map(eighteen)
    if rule.case:
        words = words.map(str.lower if rule.case == "lower" else str.upper)
    return words.map(lambda word: rule.prefix + word if word else "") if rule.prefix else words


def _extracted(pattern: re.Pattern[str], word: str) -> str:
    found = pattern.search(word)
    return (found[1] or "").strip() if found else ""


def _filled(rule: ColumnRule, words: EncodedColumn) -> EncodedColumn:
    """Constants in place of words, or of blanks."""
    if rule.if_filled is not None:
        filled = as_word(rule.if_filled)
        words = words.map(lambda word: filled if word else "")
    if rule.if_empty is not None:
        empty = as_word(rule.if_empty)
        words = words.map(lambda word: word or empty)
    return words


def _unknown_fault(
    column: Column, rule: ColumnRule, unknown: NDArray[np.bool_]
) -> tuple[ColumnFault, ...]:
    if not unknown.any():
        return ()
    expected = clause("expected-listed", values=tuple(rule.values))
    return (ColumnFault(unknown, column.name, "unknown_value", expected),)


def as_word(value: Word) -> str:
    """A constant of the mapping as exports would write it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
