"""Money by account, currency and month, and what it comes to for each entity."""

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
import pandas as pd

from transforms.core.encoded_columns import coded, places_among
from transforms.core.exact import (
    Flags,
    Integers,
    first_of_month,
    half_even_share,
    sums,
    whole_numbers,
    with_missing,
)
from transforms.core.money import convert, exponent
from transforms.core.rates import RateKind
from transforms.metrics.metric_context import MetricContext

_FITS = 2**62
_PLACES_A_ROW = 4
"""Up to so many possible groups a row, groups are looked up in a list of all of them."""


def subtotals(
    accounts: pd.Series,
    currencies: pd.Series,
    months: Integers,
    amounts: Mapping[str, Integers],
) -> pd.DataFrame:
    """`account_id`, `currency`, `month`, their `row_count` and the sum of each named amount.

    Accounts and currencies are categorical columns, see `coded`.
    """
    first = int(months.min()) if len(months) else 0
    span = int(months.max()) - first + 1 if len(months) else 1
    width = max(len(currencies.cat.categories), 1)
    numbers = months - first
    numbers += np.multiply(accounts.cat.codes.to_numpy(), width * span, dtype=np.int64)
    if width > 1:
        numbers += np.multiply(currencies.cat.codes.to_numpy(), span, dtype=np.int64)
    size = max(len(accounts.cat.categories), 1) * width * span
    keys, sums_of = _added(numbers, size, amounts)
    pair, month = np.divmod(keys, span)
    return pd.DataFrame(
        {
            "account_id": accounts.cat.categories.take(pair // width),
            "currency": currencies.cat.categories.take(pair % width),
            "month": month + first,
            **sums_of,
        },
        copy=False,
    )


def _added(
    numbers: Integers, size: int, amounts: Mapping[str, Integers]
) -> tuple[Integers, dict[str, Integers]]:
    """The numbers that occur, all below `size`; how often each does, and its sum of each amount."""
    if size > _PLACES_A_ROW * len(numbers):
        groups, different = pd.factorize(numbers, sort=True)
        return different, _added(groups.astype(np.int64), len(different), amounts)[1]
    counts = np.bincount(numbers, minlength=size)
    keys = np.flatnonzero(counts)
    added = {name: sums(numbers, of, size)[keys] for name, of in amounts.items()}
    return keys, {"row_count": counts[keys], **added}


def _numbers(categorical: pd.Series) -> Integers:
    return categorical.cat.codes.to_numpy().astype(np.int64)


def entity_numbers(context: MetricContext, owned: pd.DataFrame) -> Integers:
    """The place of each row's entity among the context' entities."""
    return places_among(owned["entity_id"], context.currencies.index)


def among(context: MetricContext, owned: pd.DataFrame) -> Flags:
    """Which of the context' entities have any of these rows."""
    has_rows = np.zeros(len(context.currencies), dtype=np.bool_)
    has_rows[whole_numbers(owned["entity"])] = True
    return has_rows


def in_entity_currency(
    context: MetricContext, owned: pd.DataFrame, amount: str, kind: RateKind, months: Integers
) -> pd.DataFrame:
    """Each subtotal in its entity's currency at its month's rate, rounded half-even once.

    Columns `entity` (its number), `month` (as the subtotal has it), `minor` and
    `is_unrated`: a currency without a rate for the month makes the amount unknown, not 0.
    """
    minor = whole_numbers(owned[amount]).copy()
    is_unrated = np.zeros(len(owned), dtype=np.bool_)
    is_foreign = (owned["currency"] != owned["entity_currency"]).to_numpy(dtype=np.bool_)
    foreign = np.flatnonzero(is_foreign & (minor != 0))
    for places in _by_rate(owned, months, foreign):
        first = owned.iloc[int(places[0])]
        base, quote = str(first["currency"]), str(first["entity_currency"])
        rate = context.rates.find(kind, base, quote, first_of_month(int(months[places[0]])))
        if rate is None:
            is_unrated[places] = True
        else:
            minor[places] = _converted(minor[places], base, quote, rate)
    return pd.DataFrame(
        {
            "entity": whole_numbers(owned["entity"]),
            "month": whole_numbers(owned["month"]),
            "minor": np.where(is_unrated, 0, minor),
            "is_unrated": is_unrated,
        }
    )


def _by_rate(owned: pd.DataFrame, months: Integers, places: Integers) -> list[Integers]:
    """The places of the rows, those that need the same rate together."""
    if not len(places):
        return []
    rows = owned.iloc[places]
    base, quote = coded(rows["currency"]), coded(rows["entity_currency"])
    width = len(quote.cat.categories)
    month = months[places]
    pairs = _numbers(base) * width + _numbers(quote)
    keys = (month - month.min()) * (width * len(base.cat.categories)) + pairs
    order = np.argsort(keys, kind="stable")
    bounds = np.flatnonzero(np.diff(keys[order])) + 1
    return np.split(places[order], bounds)


def _converted(minor: Integers, base: str, quote: str, rate: Decimal) -> Integers:
    """Half-even at one rate: in 64-bit integers where they hold the product, else by decimals."""
    _, digits, power = rate.as_tuple()
    shift = int(power) + exponent(quote) - exponent(base)
    factor = int("".join(map(str, digits))) * 10 ** max(shift, 0)
    divisor = 10 ** max(-shift, 0)
    if divisor < _FITS and int(np.abs(minor).max()) * factor < _FITS:
        return half_even_share(minor * factor, 1, divisor)
    return np.array([convert(int(item), base, quote, rate) for item in minor], dtype=np.int64)


def in_order(converted: pd.DataFrame) -> pd.DataFrame:
    """By month, as `total` wants it."""
    months = whole_numbers(converted["month"])
    # Numbers of sixteen bits are ordered by counting: months are, until the year 5461.
    short = months.astype(np.uint16)
    order = np.argsort(short if (short == months).all() else months, kind="stable")
    return converted.take(order).reset_index(drop=True)


def total(context: MetricContext, converted: pd.DataFrame, start: int, end: int) -> pd.Series:
    """Money of the months [start, end) by entity; missing where a rate is, 0 without rows."""
    low, high = np.searchsorted(converted["month"].to_numpy(), [start, end])
    window = converted.iloc[low:high]
    index = context.currencies.index
    entities = window["entity"].to_numpy()
    is_unrated: Flags = (
        sums(entities, window["is_unrated"].to_numpy().astype(np.int64), len(index)) > 0
    )
    return with_missing(sums(entities, window["minor"].to_numpy(), len(index)), is_unrated, index)


def earliest(context: MetricContext, by_account: pd.DataFrame, column: str) -> pd.DataFrame:
    """The smallest number of a column of any of an entity's accounts; missing without rows."""
    owned = context.owned(by_account)
    index = context.currencies.index
    never = np.iinfo(np.int64).max
    first = np.full(len(index), never)
    np.minimum.at(first, whole_numbers(owned["entity"]), whole_numbers(owned[column]))
    return with_missing(first, first == never, index).to_frame(column)
