"""Conditions of a mapping: which rows a table takes, and which a named filter takes out."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sources.mapping.grammar import Condition, Filter
from sources.readers.records import Records
from sources.values.encoded_column import EncodedColumn
from sources.values.numbers import Marks, UnreadableNumberError
from sources.values.parse import Parsing

Mask = NDArray[np.bool_]


def rows_where(conditions: Sequence[Condition], records: Records, parsing: Parsing) -> Mask:
    """The records for which every condition holds; all where there is none."""
    mask = np.ones(len(records), dtype=bool)
    for condition in conditions:
        mask &= _rows(condition, records.column(condition.column), parsing)
    return mask


def filter_names(
    filters: Sequence[Filter], records: Records, parsing: Parsing
) -> NDArray[np.object_]:
    """For each record the name of the first filter that takes it out; empty where none does."""
    names = np.full(len(records), "", dtype=object)
    for item in filters:
        taken = rows_where((item,), records, parsing) & (names == "")
        names[taken] = item.name
    return names


def _rows(condition: Condition, words: EncodedColumn, parsing: Parsing) -> Mask:
    rule = parsing.rule_of(condition.column)
    if isinstance(condition.below, date):
        return (parsing.days(words, rule) < pd.Timestamp(condition.below)).to_numpy()
    if isinstance(condition.above, date):
        return (parsing.days(words, rule) > pd.Timestamp(condition.above)).to_numpy()
    return words.mask(_test(condition, parsing.marks(rule)))


def _test(condition: Condition, marks: Marks) -> Callable[[str], bool]:
    """The condition's one test; case does not count."""
    match condition:
        case Condition(equals=str(word)):
            return lambda text: text.casefold() == word.casefold()
        case Condition(one_of=tuple(words)):
            known = {word.casefold() for word in words}
            return lambda text: text.casefold() in known
        case Condition(not_in=tuple(words)):
            known = {word.casefold() for word in words}
            return lambda text: text.casefold() not in known
        case Condition(empty=bool(is_empty)):
            return lambda text: (text == "") is is_empty
        case Condition(starts_with=tuple(starts)):
            folded = tuple(start.casefold() for start in starts)
            return lambda text: text.casefold().startswith(folded)
        case _:
            return lambda text: _is_beyond(condition, text, marks)


def _is_beyond(condition: Condition, text: str, marks: Marks) -> bool:
    """Whether a number lies below or above the bound; a text that is none does not."""
    try:
        value = marks.number(text)
    except UnreadableNumberError:
        return False
    if condition.below is not None:
        return value < Decimal(str(condition.below))
    return condition.above is not None and value > Decimal(str(condition.above))
