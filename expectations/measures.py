"""What checks look at: one number or word a row, missing where there is nothing to judge."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from transforms.core.money import is_currency

_SECONDS_A_DAY = 86_400
_EPOCH = pd.Timestamp("1970-01-01")


def filled(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    """1 where the column holds something; an empty text holds nothing."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        return _ones(is_filled(frame[column]))

    return measure


def is_filled(values: pd.Series) -> pd.Series:
    """Whether there is a value; an empty text is none."""
    there = values.notna()
    return there & (values != "").fillna(False) if values.dtype == "str" else there


def words(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    """The column's texts as categories."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        codes, names = pd.factorize(frame[column])
        return pd.Series(pd.Categorical.from_codes(codes, categories=names), index=frame.index)

    return measure


def number(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    """The column's numbers. Amounts are compared with small bounds only, so floats do."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        return frame[column].astype("float64")

    return measure


def number_of(column: str, kind: str, word: str) -> Callable[[pd.DataFrame], pd.Series]:
    """The column's numbers in rows whose `kind` column says `word`."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        return frame[column].astype("float64").where(frame[kind] == word)

    return measure


def filled_where(column: str, kind: str, words: tuple[str, ...]) -> Callable[..., pd.Series]:
    """1 where the column holds something, 0 where not, in rows whose `kind` is one of the words."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        return is_filled(frame[column]).astype("float64").where(frame[kind].isin(list(words)))

    return measure


def largest_of(columns: tuple[str, ...], kind: str, word: str) -> Callable[..., pd.Series]:
    """The largest of several amounts in rows whose `kind` column says `word`."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        amounts = frame.loc[:, list(columns)].astype("float64")
        return amounts.max(axis="columns").where(frame[kind] == word)

    return measure


def known_currency(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    """1 for an ISO 4217 code, 0 for anything else."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        codes, names = pd.factorize(frame[column])
        verdicts = np.array([*(float(is_currency(name)) for name in names), np.nan])
        return pd.Series(verdicts[codes], index=frame.index)

    return measure


def currency_of_money(amounts: tuple[str, ...], currency: str) -> Callable[..., pd.Series]:
    """1 where a row with an amount has a currency, 0 where it lacks one."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        with_money = frame.loc[:, list(amounts)].notna().any(axis="columns")
        return is_filled(frame[currency]).astype("float64").where(with_money)

    return measure


def days(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    """Days since 1970 of a date or an instant."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        return _in_days(_naive(frame[column]) - _EPOCH)

    return measure


def days_between(first: str, last: str) -> Callable[[pd.DataFrame], pd.Series]:
    """Days from one column to the other, negative where they are the wrong way round."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        return _in_days(_naive(frame[last]) - _naive(frame[first]))

    return measure


def day_of_month(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    """1 to 31."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        return frame[column].dt.day.astype("float64")

    return measure


def text(column: str) -> Callable[[pd.DataFrame], pd.Series]:
    """The text itself, for patterns."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        return frame[column]

    return measure


def whole_row(columns: tuple[str, ...], key: tuple[str, ...]) -> Callable[..., pd.Series]:
    """The same number for rows that are the same in every column."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        shared = _shares_key(frame, key)
        numbers = _group_numbers(frame[shared], columns).reindex(frame.index)
        return numbers.where(shared, _own_numbers(frame))

    return measure


def row_key(columns: tuple[str, ...], key: tuple[str, ...]) -> Callable[..., pd.Series]:
    """The same number for rows of the same key; exact repeats of a row are another rule's."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        shared = _shares_key(frame, key)
        suspects = frame[shared]
        different = suspects[~suspects.duplicated(list(columns))]
        numbers = _group_numbers(different, key).reindex(frame.index)
        return numbers.where(shared, _own_numbers(frame))

    return measure


def month_and(day: str, others: tuple[str, ...]) -> Callable[..., pd.Series]:
    """The same number for rows of one month that agree in the other columns."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        months = frame.assign(month=frame[day].dt.strftime("%Y-%m"))
        return _group_numbers(months, ("month", *others))

    return measure


def same(one: str, other: str) -> Callable[[pd.DataFrame], pd.Series]:
    """1 where two texts are equal, 0 where they differ, missing where either is."""

    def measure(frame: pd.DataFrame) -> pd.Series:
        both = frame[one].notna() & frame[other].notna()
        return (frame[one] == frame[other]).astype("float64").where(both)

    return measure


def _ones(mask: pd.Series) -> pd.Series:
    return pd.Series(1.0, index=mask.index).where(mask)


def _in_days(gaps: pd.Series) -> pd.Series:
    return gaps.dt.total_seconds() / _SECONDS_A_DAY


def _naive(values: pd.Series) -> pd.Series:
    return values.dt.tz_localize(None)


def _shares_key(frame: pd.DataFrame, key: tuple[str, ...]) -> pd.Series:
    """Whether another row has the same key; a row without one is another rule's."""
    shared = frame.duplicated(list(key), keep=False)
    suspects = frame.loc[shared, list(key)].notna().all(axis="columns")
    return suspects.reindex(frame.index, fill_value=False) if shared.any() else shared


def _own_numbers(frame: pd.DataFrame) -> pd.Series:
    """A number of its own for every row, below zero."""
    return pd.Series(-1.0 - np.arange(len(frame)), index=frame.index)


def _group_numbers(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.Series:
    return frame.groupby(list(columns), sort=False, dropna=False).ngroup().astype("float64")
