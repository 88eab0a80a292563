"""Sums of millions of rows by account, currency and month, a block of rows at a time: what a
block needs stays at hand, and nothing as long as the rows is made in between."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from transforms.core.exact import (
    Integers,
    day_numbers,
    month_number,
    months_of_days,
    whole_numbers,
    with_columns,
)

_BLOCK = 1 << 17


def month_sums(rows: pd.DataFrame, day: str, amounts: Sequence[str]) -> pd.DataFrame:
    """By `account`, `currency` where rows have one, and `month` of their day, in the months'
    order: the sum of each of `amounts`, and how many `rows`. Rows without a day are of none."""
    dated = rows if rows[day].notna().all() else rows.loc[rows[day].notna()]
    numbers, width = _account_currencies(dated)
    pairs, pair_of = _numbered(numbers, width)
    first, length = _span(dated[day])
    taken = [whole_numbers(dated[name]) for name in amounts]
    totals = np.zeros((1 + len(taken), len(pairs) * length), dtype=np.int64)
    for block in _blocks(len(dated)):
        months = months_of_days(day_numbers(dated[day].iloc[block]))
        place = pair_of[_of_block(numbers, width, block)] * length + months - first
        np.add.at(totals[0], place, 1)
        for total, amount in zip(totals[1:], taken, strict=True):
            np.add.at(total, place, amount[block])
    there = np.flatnonzero(totals[0].reshape(len(pairs), length).T)  # the months' order
    month, pair = np.divmod(there, max(len(pairs), 1))
    found = totals[:, pair * length + month]
    of_amounts = dict(zip(amounts, found[1:], strict=True))
    of_pairs = _named(dated, pairs[pair], width)
    return with_columns(of_pairs, month=month + first, **of_amounts, rows=found[0])


_Numbers = tuple[Integers, Integers | None]
"""Of every row its account and the code of its currency."""


def _account_currencies(rows: pd.DataFrame) -> tuple[_Numbers, int]:
    """And how many codes there may be: −1, of no currency, is one of them."""
    account = whole_numbers(rows["account"])
    if "currency" not in rows:
        return (account, None), 1
    codes = rows["currency"].astype("category").cat
    return (account, np.asarray(codes.codes)), len(codes.categories) + 1


def _of_block(numbers: _Numbers, width: int, block: slice) -> Integers:
    account, codes = numbers
    return account[block] if codes is None else account[block] * width + codes[block] + 1


def _numbered(numbers: _Numbers, width: int) -> tuple[Integers, Integers]:
    """The pairs of account and currency that there are, and the place of every possible one."""
    account, _ = numbers
    is_there = np.zeros((int(account.max(initial=-1)) + 1) * width, dtype=np.bool_)
    for block in _blocks(len(account)):
        is_there[_of_block(numbers, width, block)] = True
    return np.flatnonzero(is_there), np.cumsum(is_there) - 1


def _named(rows: pd.DataFrame, pairs: Integers, width: int) -> pd.DataFrame:
    account, code = np.divmod(pairs, width)
    if "currency" not in rows:
        return pd.DataFrame({"account": account})
    currencies = [*rows["currency"].astype("category").cat.categories, None]
    told = pd.Index(currencies, dtype="str").take(code - 1)  # −1 is the last: no currency
    return pd.DataFrame({"account": account, "currency": told})


def _span(days: pd.Series) -> tuple[int, int]:
    """The first month, and how many there are to the last."""
    if days.empty:
        return 0, 0
    first, last = (month_number(day.date()) for day in (days.min(), days.max()))
    return first, last - first + 1


def _blocks(size: int) -> list[slice]:
    return [slice(start, start + _BLOCK) for start in range(0, size, _BLOCK)]
