"""Recurring revenue: what clients are signed up to pay, on the last day of each month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from transforms.billing.subscription_history import is_paid_on, runs_on, worth_on
from transforms.core.exact import (
    Integers,
    day_number,
    half_even_share,
    month_number,
    sums,
    whole_numbers,
    with_missing,
)
from transforms.core.periods import Grain, Period
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Selected
from transforms.metrics.asked import Asked
from transforms.metrics.conversion import in_entity_currency, total
from transforms.metrics.explained import LeftOut
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rows import Flags, Numbers, Rows

Window = Callable[[Period], Period]

_SHOWN = ("product_id", "status", "valid_from", "valid_until", "start_date", "end_date")
_NEVER_PAID = ("trialing", "unpaid", "incomplete")


def _never(flagged: Callable[[pd.DataFrame], Flags]) -> Callable[[pd.DataFrame], Flags]:
    """Which of those that never counted have a flag, be it unknown of some."""
    return lambda rows: (rows["end_day"] <= rows["start_day"]) & flagged(rows).fillna(False)


VERSIONS = Rows(
    "subscription_versions",
    lambda context: context.accounts.subscriptions,
    shown=(*_SHOWN, "yearly_minor", "currency"),
)
SUBSCRIPTIONS = (
    VERSIONS.but(LeftOut.TRIAL, _never(lambda rows: rows["is_trial"]))
    .but(LeftOut.METERED, _never(lambda rows: rows["is_metered"]))
    .but(LeftOut.NOT_PAYING, _never(lambda rows: rows["status"].isin(_NEVER_PAID)))
    .but(LeftOut.NEVER_RAN, lambda rows: rows["end_day"] <= rows["start_day"])
    .taking(
        *("account_id", "subscription_id", "product_id", "currency", "pair", "yearly_minor"),
        *("start_day", "end_day", "free_day", "paid_day"),
        *("known_month", "seen_day", "stated_end", "said_day", "term_day"),
    )
)
"""Versions of subscriptions that ever counted, each with its days: a row that held on them."""


def _with_worth(rows: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    day = _last_day(asked.period)
    is_unsaid = rows["yearly_minor"].isna().to_numpy(dtype=np.bool_) & is_paid_on(rows, day)
    return rows.assign(worth_minor=with_missing(worth_on(rows, day), is_unsaid, rows.index))


RUNNING = SUBSCRIPTIONS.but_then(
    LeftOut.NOT_RUNNING,
    lambda rows, asked: pd.Series(~runs_on(rows, _last_day(asked.period)), rows.index),
).adding(_with_worth)
"""Those that count on the period's last day, as they were on it, be it for nothing: then their
`worth_minor` a year is 0; it is missing where nobody says how much it is."""

BEGUN = SUBSCRIPTIONS.but_then(
    LeftOut.OUTSIDE_PERIOD, lambda rows, asked: rows["start_day"] > _last_day(asked.period)
)
"""Those begun by the period's last day: even one long over tells a client that came back from a
new one."""


def _last_day(period: Period) -> int:
    return day_number(period.valuation_date)


def closing(period: Period) -> Period:
    """The last month of a period."""
    return period.months[-1]


def opening(period: Period) -> Period:
    """The month before a period."""
    return period.months[0].previous


@dataclass(frozen=True)
class Recurring:
    """A month's, or year's, money of what runs at the end of a month.

    Each account's and currency's is rounded half-even once, and converted at the month-end rate
    of the same or another month: none without one.
    """

    at: Window = closing
    rated: Window = closing
    is_yearly: bool = False

    @property
    def is_money(self) -> bool:
        return True

    def of_entities(self, asked: Asked) -> Numbers:
        """0 for an entity without subscriptions."""
        at, rated = asked.over(self.at(asked.period)), self.rated(asked.period)
        key = (Recurring, at.period, rated, self.is_yearly)
        return asked.context.once(key, lambda: self._at(at, rated))

    def _at(self, asked: Asked, rated: Period) -> Numbers:
        pairs, month = _pairs(asked), month_number(rated.start)
        yearly = _yearly(asked)[whole_numbers(pairs["pair"])]
        minor = yearly if self.is_yearly else half_even_share(yearly, 1, 12)
        months = np.full(len(pairs), month)
        owned = pairs.assign(minor=minor, month=months)
        found = in_entity_currency(asked.context, owned, "minor", RateKind.MONTH_END, months)
        return total(asked.context, found, month, month + 1).mask(is_worth_unknown(asked))

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return ((RUNNING, asked.over(self.at(asked.period))),)


def _pairs(asked: Asked) -> pd.DataFrame:
    """Every account and currency with a subscription that ever counted, by its number."""

    def build() -> pd.DataFrame:
        rows = SUBSCRIPTIONS.kept(asked)[["pair", "account", "currency"]]
        return asked.context.with_currencies(rows.drop_duplicates("pair"))

    return asked.context.once(_pairs, build)


def _yearly(asked: Asked) -> Integers:
    """What the subscriptions of every pair are worth a year at the period's end."""

    def build() -> Integers:
        rows, numbers = RUNNING.kept(asked), whole_numbers(_pairs(asked)["pair"])
        count = int(numbers.max(initial=-1)) + 1
        return sums(whole_numbers(rows["pair"]), whole_numbers(rows["worth_minor"]), count)

    return asked.context.once((_yearly, asked.period), build)


def monthly_minor(yearly_minor: int) -> int:
    """A twelfth of a yearly amount, rounded half-even.

    >>> monthly_minor(100_000), monthly_minor(18), monthly_minor(30)
    (8333, 2, 2)
    """
    return int(half_even_share(np.array([yearly_minor]), 1, 12)[0])


def running_on(context: MetricContext, day: date) -> pd.DataFrame:
    """The versions of subscriptions that count on a day, with all their columns and what they are
    worth a year on it, `worth_minor`."""
    asked = Asked(context, Period(day, day + timedelta(days=1), Grain.RANGE))
    running = RUNNING.kept(asked)
    rows = VERSIONS.kept(asked).loc[running.index]
    return context.owned(rows.assign(worth_minor=running["worth_minor"]))


def is_subscribed(asked: Asked) -> Flags:
    """Whether an entity has a subscription that counts, be it for nothing, on the last day."""
    return RUNNING.counted(asked) > 0


def is_away_and_back(asked: Asked) -> Flags:
    """Whether an entity pays at both ends of the period, and had nothing at a month's end between
    them."""
    ends = [Recurring(at, rated=opening).of_entities(asked) for at in (opening, closing)]
    pays = [(end > 0).fillna(False) for end in ends]
    between = asked.period.months[:-1]
    is_away = [~is_subscribed(asked.over(month)) for month in between]
    return pays[0] & pays[1] & pd.Series(np.any(is_away, axis=0), index=asked.entities)


def is_newly_back(asked: Asked) -> Flags:
    """Whether an entity pays at the period's end and, having paid before, had nothing at some
    month's end of the year up to it."""
    year = asked.period.trailing_twelve
    opening = year.months[0].previous
    ends = [asked.over(month) for month in (opening, *year.months[:-1])]
    was_away = [~is_subscribed(end) & ~never_paid(end) for end in ends]
    return is_subscribed(asked) & pd.Series(np.any(was_away, axis=0), index=asked.entities)


def never_paid(asked: Asked) -> Flags:
    """Whether an entity had no subscription that counts by the period's last day."""
    return BEGUN.counted(asked) == 0


def is_inferred_at(asked: Asked) -> Flags:
    """Whether what recurs at the end of a month is what was seen later on, or changed in the
    month on a day that only two deliveries tell."""
    rows = RUNNING.kept(asked)
    is_later = whole_numbers(rows["known_month"]) > month_number(asked.period.valuation_date)
    changed = is_inferred_within(asked.over(closing(asked.period)))
    return _any_of(asked, rows.loc[is_later]) | changed


def is_inferred_within(asked: Asked) -> Flags:
    """Whether recurring revenue changed in the period on a day that only two deliveries tell."""
    changes = asked.context.once(
        is_inferred_within, lambda: asked.context.placed(asked.context.accounts.inferred_changes)
    )
    months = whole_numbers(changes["month"])
    first, last = month_number(asked.period.start), month_number(asked.period.valuation_date)
    return _any_of(asked, changes.loc[(months >= first) & (months <= last)])


def is_worth_unknown(asked: Asked) -> Flags:
    """Whether a subscription that counts on the last day has a price or discount that the export
    names and does not say: what the others are worth would pass for all."""
    rows = RUNNING.kept(asked)
    return _any_of(asked, rows.loc[rows["worth_minor"].isna()])


def is_worth_unknown_within(asked: Asked) -> Flags:
    """Whether that is so at the end of a month of the period, or at its start."""
    ends = (opening(asked.period), *asked.period.months)
    unknown = [is_worth_unknown(asked.over(month)) for month in ends]
    return pd.Series(np.any(unknown, axis=0), index=asked.entities)


def is_worth_unknown_at_ends(asked: Asked) -> Flags:
    """Whether that is so at the start or at the end of the period."""
    before, last = opening(asked.period), closing(asked.period)
    return is_worth_unknown(asked.over(before)) | is_worth_unknown(asked.over(last))


def _any_of(asked: Asked, rows: pd.DataFrame) -> Flags:
    is_any = np.bincount(whole_numbers(rows["entity"]), minlength=len(asked.entities)) > 0
    return pd.Series(is_any, index=asked.entities)
