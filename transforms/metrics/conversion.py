"""Sums by account, currency and month, and what they come to for each entity."""

from decimal import Decimal

import numpy as np
import pandas as pd

from transforms.core.exact import (
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


def in_entity_currency(
    context: MetricContext, owned: pd.DataFrame, amount: str, kind: RateKind, months: Integers
) -> pd.DataFrame:
    """Each sum in its entity's currency at its month's rate, rounded half-even once.

    Columns `entity` (its number), `month` (as the sums have it), `minor` and
    `is_unrated`: a currency without a rate for the month makes the amount unknown, not 0.
    """
    minor = whole_numbers(owned[amount]).copy()
    is_unrated = np.zeros(len(owned), dtype=np.bool_)
    is_foreign = (owned["currency"] != owned["entity_currency"]).to_numpy(dtype=np.bool_)
    is_dated = months > 0  # a row without a day is of no month, and has no rate
    is_unrated |= is_foreign & ~is_dated
    foreign = np.flatnonzero(is_foreign & is_dated & (minor != 0))
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
    rows = owned.iloc[places][["currency", "entity_currency"]].assign(month=months[places])
    groups = rows.groupby(["currency", "entity_currency", "month"]).ngroup().to_numpy()
    return [places[groups == group] for group in np.unique(groups)]


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
    return converted.sort_values("month", kind="stable", ignore_index=True)


def total(context: MetricContext, converted: pd.DataFrame, start: int, end: int) -> pd.Series:
    """Money of the months [start, end) by entity; missing where a rate is, 0 without rows."""
    low, high = np.searchsorted(converted["month"].to_numpy(), [start, end])
    window = converted.iloc[low:high]
    index = context.currencies.index
    entities = window["entity"].to_numpy()
    is_unrated = np.bincount(entities[window["is_unrated"].to_numpy()], minlength=len(index)) > 0
    return with_missing(sums(entities, window["minor"].to_numpy(), len(index)), is_unrated, index)
