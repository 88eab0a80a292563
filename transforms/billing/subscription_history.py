"""Subscriptions through time: what each was worth from one day to another, and how it is known.

What counts on a day is what was true on that day. A version of a subscription's row says what
held from `valid_from`; the row's own dates go before: they say when it began, ended, and was
on trial. The rules stand in `docs/kpis.md`, "Recurring amounts as they were".
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.billing.invoiced_versions import with_invoiced
from transforms.billing.stated_versions import with_history
from transforms.billing.told_changes import with_told_changes, with_told_past
from transforms.core.canonical import CanonicalTables
from transforms.core.exact import (
    NO_DAY,
    Flags,
    Integers,
    day_numbers,
    months_of_days,
    whole_numbers,
)
from transforms.core.policy import ChurnDate, Policy
from transforms.tables import TABLES

ENDLESS = np.iinfo(np.int64).max
"""The end of what runs on: later than any day or month."""


def subscription_versions(tables: CanonicalTables) -> pd.DataFrame:
    """Rows of `subscription_versions`, by subscription and day.

    A vendor's own history of a subscription stands before what deliveries show of it, which
    invoice lines date; they go on into the time before the first version. One without any
    version is there as its row says: since when is then not known, and `valid_from` is missing.
    """
    spec = TABLES["subscription_versions"]
    told, plain = (tables.rows(name) for name in (spec.name, "subscriptions"))
    is_shown = (told["basis"] == "delivered").fillna(False)
    known = with_invoiced(tables, with_history(told[~is_shown], told[is_shown]))
    alone = spec.conform(plain[~plain["subscription_id"].isin(told["subscription_id"])])
    rows = with_told_changes(with_told_past(pd.concat([known, alone], ignore_index=True)))
    order = np.lexsort((day_numbers(rows["valid_from"]), _keys(rows)))
    return rows.take(order).reset_index(drop=True)


def _keys(rows: pd.DataFrame) -> Integers:
    """A number for every subscription of every source."""
    sources, names = pd.factorize(rows["source"])
    ids, _ = pd.factorize(rows["subscription_id"])
    return ids.astype(np.int64) * (len(names) + 1) + sources


def with_days(versions: pd.DataFrame, policy: Policy) -> pd.DataFrame:
    """Every version with the days on which it counted, as day numbers.

    [`start_day`, `end_day`), none of them where it never counted; of these, on [`free_day`,
    `paid_day`) a client that has paid for it had it free. `known_month`, before which nobody saw
    it; `seen_day`, from which it was seen to be so; `stated_end`, the end that its row agrees on,
    `said_day`, before which nobody knew of that end, and `term_day`, that or what came before.
    `pair` numbers account and currency.
    """
    timeline = Timeline(versions, policy)
    start, end, free, paid = timeline.spans
    return versions.assign(
        start_day=start,
        end_day=end,
        free_day=free,
        paid_day=paid,
        known_month=months_of_days(timeline.known_from),
        seen_day=timeline.seen,
        stated_end=timeline.own_end,
        said_day=timeline.end_said,
        term_day=timeline.term,
        pair=versions.groupby(["account_id", "currency"], dropna=False).ngroup().to_numpy(),
    )


def worth_on(subscriptions: pd.DataFrame, day: int | Integers) -> Integers:
    """A year's money of each version on a day: 0 where it does not run, is free, or nobody says
    how much it is worth."""
    is_paid = is_paid_on(subscriptions, day)
    return np.where(is_paid, whole_numbers(subscriptions["yearly_minor"]), 0)


def is_paid_on(subscriptions: pd.DataFrame, day: int | Integers) -> Flags:
    """Which versions count on a day and are not free."""
    free, paid = whole_numbers(subscriptions["free_day"]), whole_numbers(subscriptions["paid_day"])
    return runs_on(subscriptions, day) & ~((free <= day) & (day < paid))


def runs_on(subscriptions: pd.DataFrame, day: int | Integers) -> Flags:
    """Which versions count on a day, be it for nothing."""
    start, end = whole_numbers(subscriptions["start_day"]), whole_numbers(subscriptions["end_day"])
    return (start <= day) & (day < end)


def inferred_changes(subscriptions: pd.DataFrame, policy: Policy) -> pd.DataFrame:
    """`account_id` and `month` of changes of worth that only two deliveries date, from versions
    `with_days`."""
    timeline = Timeline(subscriptions, policy)
    version, day = timeline.inferred_days()
    known = _pieces(subscriptions)
    key = timeline.key[whole_numbers(known["version"])]
    worth = whole_numbers(known["yearly_minor"]) + 1  # a free one counts too
    change = _at(timeline.key[version], day, key, whole_numbers(known["start_day"]), worth)
    change = change - _at(timeline.key[version], day, key, whole_numbers(known["end_day"]), worth)
    found = np.flatnonzero(change)
    return pd.DataFrame(
        {
            "account_id": subscriptions["account_id"].array.take(version[found]),
            "month": months_of_days(day[found]),
        }
    )


def _pieces(subscriptions: pd.DataFrame) -> pd.DataFrame:
    """What every version was worth, piece by piece in time: paid, free, paid again."""
    start, end, free, paid = (
        whole_numbers(subscriptions[name])
        for name in ("start_day", "end_day", "free_day", "paid_day")
    )
    yearly, places = whole_numbers(subscriptions["yearly_minor"]), np.arange(len(start))
    first, again = np.clip(free, start, end), np.clip(paid, start, end)
    parts = ((start, first, yearly), (first, again, yearly * 0), (again, end, yearly))
    frames = [
        pd.DataFrame({"version": places, "start_day": low, "end_day": high, "yearly_minor": minor})
        for low, high, minor in parts
    ]
    together = pd.concat(frames, ignore_index=True)
    return together[together["end_day"] > together["start_day"]]


def _at(keys: Integers, days: Integers, of: Integers, on: Integers, amounts: Integers) -> Integers:
    """The amounts of each key on its day."""
    summed = pd.Series(amounts).groupby([of, on]).sum()
    wanted = pd.MultiIndex.from_arrays([keys, days])
    return summed.reindex(wanted, fill_value=0).to_numpy(dtype=np.int64)


@dataclass(frozen=True)
class Timeline:
    """Versions by subscription and day, as columns of day numbers.

    Every property has one value a version. What is not known is `NO_DAY`, what does not end
    is `ENDLESS`.
    """

    rows: pd.DataFrame
    policy: Policy

    @cached_property
    def key(self) -> Integers:
        return _keys(self.rows)

    @cached_property
    def is_first(self) -> Flags:
        return np.concatenate([[True], self.key[1:] != self.key[:-1]])[: len(self.key)]

    @cached_property
    def seen(self) -> Integers:
        """The day from which it was seen to be so."""
        return day_numbers(self.rows["valid_from"])

    @cached_property
    def start(self) -> Integers:
        start = day_numbers(self.rows["start_date"])
        return np.where(start == NO_DAY, self.seen, start)

    @cached_property
    def gone(self) -> Integers:
        """The day from which it was seen to be otherwise."""
        return _or_endless(day_numbers(self.rows["valid_until"]))

    @cached_property
    def follows(self) -> Flags:
        """Whether it took the place of the version before."""
        return ~self.is_first & (_before(self.gone) == self.seen)

    def _is(self, *states: str) -> Flags:
        return self.rows["status"].isin(states).to_numpy(dtype=np.bool_)

    @cached_property
    def is_trial(self) -> Flags:
        flagged = self.rows["is_trial"].fillna(False).to_numpy(dtype=np.bool_)
        return flagged | self._is("trialing")

    @cached_property
    def never_counts(self) -> Flags:
        """Billed by use, or its first payment was never made."""
        metered = self.rows["is_metered"].fillna(False).to_numpy(dtype=np.bool_)
        return metered | self._is("incomplete")

    @cached_property
    def own_begin(self) -> Integers:
        """The day that the row itself gives to what is new in it; `NO_DAY` where none."""
        since, until = _before(self.seen), self.seen
        was_trial = _before(self.is_trial)
        begins = np.where(self.is_changed_by_row, self._amount_since, NO_DAY)
        begins = np.where(self.start != _before(self.start), self.start, begins)
        trial_from = day_numbers(self.rows["trial_start_date"])
        trial_to = day_numbers(self.rows["trial_end_date"])
        begins = np.where(self.is_trial & ~was_trial, trial_from, begins)
        begins = np.where(~self.is_trial & was_trial, trial_to, begins)
        return np.where(~self.is_first & (begins > since) & (begins <= until), begins, NO_DAY)

    @cached_property
    def _amount_since(self) -> Integers:
        return day_numbers(self.rows["amount_since_date"])

    @cached_property
    def is_changed_by_row(self) -> Flags:
        """Whether the row itself says what it was worth before, and was."""
        yearly = whole_numbers(self.rows["yearly_minor"])
        earlier = self.rows["earlier_yearly_minor"]
        is_same = whole_numbers(earlier.fillna(-1)) == _before(yearly)
        return is_same & earlier.notna().to_numpy(dtype=np.bool_) & (yearly != _before(yearly))

    @cached_property
    def begin(self) -> Integers:
        """The first day on which it was so."""
        later = np.where(
            self.own_begin != NO_DAY, self.own_begin, np.maximum(self.seen, self.start)
        )
        return np.where(self.is_first, self.start, later)

    @cached_property
    def known_from(self) -> Integers:
        """The first day on which it is known to have been so, not taken to be."""
        return np.where(self.is_first, np.maximum(self.seen, self.begin), self.begin)

    @cached_property
    def own_end(self) -> Integers:
        """The end that the row states, and that all versions before it are cut at."""
        end = self.rows["end_date"]
        if self.policy.churn_date is ChurnDate.CANCELLATION:
            end = self.rows["cancelled_date"].fillna(end)
        stated = _or_endless(day_numbers(end))
        cancelled = day_numbers(self.rows["cancelled_date"])
        seen = np.where(self.seen == NO_DAY, self.start, self.seen)
        undated = self._is("cancelled", "ended") & (stated == ENDLESS)
        stated = np.where(undated, np.where(cancelled == NO_DAY, seen, cancelled), stated)
        return np.where(self._is("unpaid"), np.minimum(stated, seen), stated)

    @cached_property
    def end_said(self) -> Integers:
        """The day before which nobody knew of the end: that of its cancellation, or of the
        delivery that shows it; `NO_DAY` for one that was agreed from the start."""
        said = day_numbers(self.rows["cancelled_date"])
        said = np.where(self.own_end == self.seen, self.seen, said)
        is_shown = (self.rows["basis"] == "delivered").fillna(False).to_numpy(dtype=np.bool_)
        return np.where(is_shown & (self.seen != NO_DAY), np.minimum(said, self.seen), said)

    @cached_property
    def term(self) -> Integers:
        """The end that its row states, or a later version of it that says an earlier day."""
        return _least_to_come(self.key, self.own_end)

    @cached_property
    def _state_since(self) -> Integers:
        """The day on which it was first seen in the state that it is in."""
        state = pd.factorize(self.rows["status"])[0]
        is_new = ~self.follows | (state != _before(state))
        places = np.maximum.accumulate(np.where(is_new, np.arange(len(state)), 0))
        seen = np.where(self.seen == NO_DAY, NO_DAY, np.maximum(self.seen, self.start))
        return np.where(self.is_first, seen, self.begin)[places]

    @cached_property
    def _next_begin(self) -> Integers:
        """The first day of a later version, be it of one after the next: what is shown to start
        in days to come may be withdrawn by then."""
        least = np.concatenate([_least_to_come(self.key, self.begin)[1:], [ENDLESS]])
        is_last = np.concatenate([self.is_first[1:], [True]])
        return np.where(is_last[: len(self.key)], ENDLESS, least[: len(self.key)])

    @cached_property
    def end(self) -> Integers:
        """The first day on which it was not so, or counted no more."""
        is_followed = np.concatenate([self.follows[1:], [False]])[: len(self.key)]
        end = np.where(is_followed, ENDLESS, self.gone)
        end = np.minimum(end, np.minimum(self._next_begin, self.term))
        is_counted_out = self._is("past_due") & (self._state_since != NO_DAY)
        given_up = self._state_since + np.where(is_counted_out, self.policy.past_due_days, 0)
        end = np.where(is_counted_out, np.minimum(end, given_up), end)
        return np.where(self.never_counts, self.begin, end)

    @cached_property
    def free_from(self) -> Integers:
        """The first day on which it was there and not paid for."""
        trial = day_numbers(self.rows["trial_start_date"])
        trial = np.where(trial == NO_DAY, self.start, trial)
        has_trial = day_numbers(self.rows["trial_end_date"]) != NO_DAY
        free = np.where(has_trial, trial, ENDLESS)
        free = np.where(self.is_trial, np.where(self.is_first, trial, self.begin), free)
        paused = self._is("paused")
        since = np.where(paused & (self._state_since != NO_DAY), self._state_since, self.begin)
        days = np.where(self._state_since == NO_DAY, 0, self.policy.paused_days)
        return np.where(paused, since + days, free)

    @cached_property
    def free_until(self) -> Integers:
        """The first day on which it was paid for again."""
        trial = _or_endless(day_numbers(self.rows["trial_end_date"]))
        until = np.maximum(trial, self.free_from)  # where the row has them the wrong way round
        return np.where(self.is_trial | self._is("paused"), ENDLESS, until)

    @cached_property
    def spans(self) -> tuple[Integers, Integers, Integers, Integers]:
        """First day and first day after, and of these the days [third, fourth) for nothing.

        Only who has paid for it can have it free: a trial before that is nothing yet.
        """
        begin, end = self.begin, np.maximum(self.end, self.begin)
        has_free = self.free_from < end
        free = np.where(has_free, np.maximum(self.free_from, begin), ENDLESS)
        again = np.where(has_free, np.maximum(self.free_until, free), ENDLESS)
        paid = np.where(free > begin, begin, again)
        paid = np.where(paid < end, paid, ENDLESS)
        first_paid = pd.Series(paid).groupby(self.key).transform("min").to_numpy(dtype=np.int64)
        is_nothing_yet = (free == begin) & (first_paid > begin)
        start = np.where(is_nothing_yet, np.minimum(again, end), begin)
        never = np.where(is_nothing_yet, ENDLESS, free), np.where(is_nothing_yet, ENDLESS, again)
        return start, end, *never

    def inferred_days(self) -> tuple[Integers, Integers]:
        """Versions and the days on which, by deliveries alone, something about them changed."""
        shown = (self.rows["basis"] == "delivered").fillna(False).to_numpy(dtype=np.bool_)
        came = shown & ~self.is_first & (self.own_begin == NO_DAY)
        is_last = ~np.concatenate([self.follows[1:], [False]])[: len(self.key)]
        dated = (self.rows["basis"] == "invoiced").fillna(False).to_numpy(dtype=np.bool_)
        left = (shown | dated) & is_last & (self.end == self.gone) & (self.gone != ENDLESS)
        stopped = shown & self.is_first & (self._is("unpaid", "cancelled", "ended"))
        stopped &= self.own_end == self.seen
        paused = shown & self.is_first & self._is("paused")
        places = [np.flatnonzero(flags) for flags in (came, left, stopped, paused)]
        days = [self.begin, self.gone, self.seen, self.free_from]
        return np.concatenate(places), np.concatenate(
            [day[place] for day, place in zip(days, places, strict=True)]
        )


def _or_endless(days: Integers) -> Integers:
    return np.where(days == NO_DAY, ENDLESS, days)


_Scalar = TypeVar("_Scalar", bound=np.generic)


def _before(values: npt.NDArray[_Scalar]) -> npt.NDArray[_Scalar]:
    """What the version before has; that of the first is of no meaning."""
    return np.concatenate([values[:1], values[:-1]])


def _least_to_come(key: Integers, days: Integers) -> Integers:
    """Of each version and those after it of the same subscription, the earliest day."""
    backwards = pd.Series(days[::-1]).groupby(key[::-1]).cummin()
    return backwards.to_numpy(dtype=np.int64)[::-1]
