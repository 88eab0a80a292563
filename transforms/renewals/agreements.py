"""Agreements that come up for renewal, and what became of them."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import numpy as np
import pandas as pd

from transforms.billing.recurring import SUBSCRIPTIONS
from transforms.billing.subscription_history import ENDLESS, is_paid_on, runs_on, worth_on
from transforms.core.canonical import frame_of
from transforms.core.exact import Flags as BoolFlags
from transforms.core.exact import (
    Integers,
    day_number,
    day_numbers,
    month_number,
    sums,
    whole_numbers,
)
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Selected
from transforms.metrics.asked import Asked
from transforms.metrics.conversion import in_entity_currency
from transforms.metrics.explained import LeftOut
from transforms.metrics.rows import Flags, Numbers, Rows
from transforms.renewals.replaced import in_year, with_agreement

_EVENT = ["account", "day"]
_NAMED = [*_EVENT, "subscription_id"]
_MONEY = ["due", "rest", "after"]
_RENEWALS = {
    "account": "int64",
    "entity": "int64",
    "day": "int64",
    "is_inferred": "bool",
    "due_minor": "int64",
    "kept_minor": "int64",
    "is_unrated": "bool",
    "is_unsaid": "bool",
    "fate": "str",
}

AGREED = (
    Rows(
        "contracts",
        lambda context: context.tables.rows("contracts"),
        shown=("status", "start_date", "end_date"),
    )
    .but(LeftOut.NO_DUE_DATE, lambda contracts: contracts["end_date"].isna())
    .but(LeftOut.NEVER_RAN, lambda contracts: contracts["end_date"] <= contracts["start_date"])
)
"""Contracts with an end: an account's end for all its subscriptions."""

ENDING = AGREED.within("end_date")


def _is_not_due(subscriptions: pd.DataFrame, asked: Asked) -> Flags:
    is_named = subscriptions.index.isin(_worths(asked)["row"])
    return pd.Series(~is_named, index=subscriptions.index)


RENEWING = SUBSCRIPTIONS.but_then(LeftOut.NOT_DUE, _is_not_due)
"""Subscriptions that come up for renewal in the period, and those of the same accounts that ran
beside them, or run when it is judged what was kept."""


def _comes_not_up(subscriptions: pd.DataFrame, asked: Asked) -> Flags:
    worths = _worths(asked)
    is_in = (worths["due"] > 0) | worths["is_unsaid"]
    is_named = subscriptions.index.isin(worths.loc[is_in, "row"])
    return pd.Series(~is_named, index=subscriptions.index)


COMING_UP = SUBSCRIPTIONS.but_then(LeftOut.NOT_DUE, _comes_not_up)
"""Subscriptions that come up for renewal in the period, without what runs beside them."""


class Fate(StrEnum):
    """What became of an agreement that came up for renewal."""

    RENEWED = "renewed"
    LOST = "lost"
    UNDECIDED = "undecided"


def fate_of(kept: int, decided_on: int, last_day: int) -> Fate:
    """By the recurring money kept on the day it is judged, and whether its time is over.

    `decided_on` ends the days of grace, `last_day` is what is known of: both day numbers.

    >>> [fate_of(kept, 30, last).value for kept, last in ((5, 10), (0, 10), (0, 30))]
    ['renewed', 'undecided', 'lost']
    """
    if kept > 0:
        return Fate.RENEWED
    return Fate.UNDECIDED if last_day < decided_on else Fate.LOST


@dataclass(frozen=True)
class Agreements:
    """How many agreements came up for renewal and went so, or what of their yearly money
    `column` says: `due_minor`, or the `kept_minor` of it."""

    fates: tuple[Fate, ...]
    column: str = ""

    @property
    def is_money(self) -> bool:
        return False  # one without a rate has a reason of its own: see `is_unrated`

    def of_entities(self, asked: Asked) -> Numbers:
        found = renewals(asked)
        ours = found[found["fate"].isin([fate.value for fate in self.fates])]
        each = ours[self.column] if self.column else pd.Series(1, index=ours.index)
        size = len(asked.entities)
        added = sums(whole_numbers(ours["entity"]), whole_numbers(each), size)
        return pd.Series(added, index=asked.entities, dtype="Int64")

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        contracts = ((ENDING, asked),) if asked.context.has("contracts") else ()
        return ((RENEWING, asked), *contracts)


def is_unrated(asked: Asked) -> Flags:
    """Whether an entity has an agreement whose money lacks an exchange rate."""
    return _any(asked, renewals(asked)["is_unrated"])


def is_unsaid(asked: Asked) -> Flags:
    """Whether an entity has an agreement of which nobody says how much was due, or is kept."""
    return _any(asked, renewals(asked)["is_unsaid"])


def is_inferred(asked: Asked) -> Flags:
    """Whether an entity has one with a fate whose renewal date nobody agreed on."""
    found = renewals(asked)
    return _any(asked, found["is_inferred"] & (found["fate"] != Fate.UNDECIDED.value))


def _any(asked: Asked, flags: Flags) -> Flags:
    ours = renewals(asked).loc[flags, "entity"]
    return pd.Series(pd.RangeIndex(len(asked.entities)).isin(ours), index=asked.entities)


def renewals(asked: Asked) -> pd.DataFrame:
    """Agreements with recurring money whose end, or yearly return, lies in the period.

    One row an `account` and `day`: `entity`, `is_inferred`, `due_minor` and `kept_minor` a year in
    the entity's currency, `is_unrated`, `is_unsaid` and the `fate`. An account's contracts end
    for all its subscriptions; without any contract, each subscription ends for itself or, where
    it has no end, returns every year; one that took another's place in mid-term goes on with its
    agreement (see `transforms.renewals.replaced`). Kept is what runs at the end of the days of
    grace (or the period) beyond what ran anyway.
    """
    return asked.context.once((renewals, asked.period), lambda: _renewals(asked))


def _renewals(asked: Asked) -> pd.DataFrame:
    events = _events_with_money(asked)
    if events.empty:
        return frame_of(_RENEWALS)
    known, end = asked.context.last_day, asked.period.valuation_date
    last = day_number(min(known or end, end))
    kept = np.minimum(np.clip(events["after"] - events["rest"], 0, None), events["due"])
    decided_on = events["day"] + asked.context.policy.renewal.grace_days
    fates = [fate_of(*item, last).value for item in zip(kept, decided_on, strict=True)]
    return pd.DataFrame(
        {
            "account": events["account"],
            "entity": events["entity"],
            "day": events["day"],
            "is_inferred": events["is_inferred"].astype("bool"),
            "due_minor": events["due"],
            "kept_minor": kept,
            "is_unrated": events["is_unrated"].astype("bool"),
            "is_unsaid": events["is_unsaid"].astype("bool"),
            "fate": pd.Series(fates, index=events.index, dtype="str"),
        }
    )


def _events_with_money(asked: Asked) -> pd.DataFrame:
    """By account and day, what was due, ran anyway and runs after, currencies converted once."""
    rows = _worths(asked)
    month = _rated_month(asked)
    keys = [*_EVENT, "currency"]
    summed = pd.DataFrame(rows.groupby(keys, as_index=False, observed=True)[_MONEY].sum())
    owned = asked.context.with_currencies(summed.assign(month=month))
    months, unrated = np.full(len(owned), month), np.zeros(len(owned), dtype=np.bool_)
    for name in _MONEY:
        found = in_entity_currency(asked.context, owned, name, RateKind.MONTH_END, months)
        owned[name] = found["minor"].array
        unrated |= found["is_unrated"].to_numpy()
    by_event = owned.assign(is_unrated=unrated).groupby([*_EVENT, "entity"], as_index=False)
    events = by_event.agg({**dict.fromkeys(_MONEY, "sum"), "is_unrated": "max"})
    flags = rows.groupby(_EVENT)[["is_inferred", "is_unsaid"]].max().reset_index()
    together = pd.DataFrame(events).merge(flags, on=_EVENT, validate="one_to_one")
    return together[(together["due"] > 0) | together["is_unrated"] | together["is_unsaid"]]


def _rated_month(asked: Asked) -> int:
    """The valuation date's; of a period that is not over, the last one that is, as nobody knows
    the rates of days to come."""
    month, known = month_number(asked.period.valuation_date), asked.context.last_day
    if known is None:
        return month
    return min(month, month_number(known + timedelta(days=1)) - 1)


def _worths(asked: Asked) -> pd.DataFrame:
    """What subscriptions were worth in accounts with something up for renewal in the period,
    once for every such `day`: what of their yearly money is `due`, is the `rest` that ran the day
    before too, and runs `after`, at the end of the days of grace or of the period."""
    return asked.context.once((_worths, asked.period), lambda: _built_worths(asked))


def _built_worths(asked: Asked) -> pd.DataFrame:
    named = _named(asked)
    whole = ENDING.kept(asked)
    days = pd.concat([named[_EVENT], _by_contract(whole)]).drop_duplicates()
    subscriptions = SUBSCRIPTIONS.kept(asked)
    every = subscriptions.assign(row=subscriptions.index)
    rows = every.merge(days, on="account").merge(
        named, on=_NAMED, how="left", validate="many_to_one"
    )
    is_due = (rows["is_inferred"].notna() | rows["account"].isin(whole["account"])).to_numpy()
    day = whole_numbers(rows["day"])
    grace = asked.context.policy.renewal.grace_days
    judged = np.minimum(day + grace, day_number(asked.period.valuation_date))
    before = worth_on(rows, day - 1)
    was_paid, is_paid = is_paid_on(rows, day - 1), is_paid_on(rows, judged)
    # What runs beside it all the time is in both sums.
    matters = np.where(is_due, was_paid | is_paid, was_paid != is_paid)
    worths = rows.assign(
        is_inferred=rows["is_inferred"].astype("boolean").fillna(False).astype("bool"),
        is_unsaid=rows["yearly_minor"].isna() & matters,
        due=np.where(is_due, before, 0),
        rest=np.where(is_due, 0, before),
        after=worth_on(rows, judged),
    )
    return worths[runs_on(rows, day - 1) | runs_on(rows, judged)]


def _by_contract(ending: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"account": ending["account"], "day": day_numbers(ending["end_date"])})


def _named(asked: Asked) -> pd.DataFrame:
    """Subscriptions of accounts without contract that end by themselves in the period, or return
    in it: `account`, `day`, `subscription_id` and `is_inferred`."""
    every = SUBSCRIPTIONS.kept(asked)
    free = with_agreement(every[~every["account"].isin(AGREED.kept(asked)["account"])])
    first, last = day_number(asked.period.start), day_number(asked.period.end)
    # A change of price or seats ends nothing: what was agreed until a day does.
    term, is_replaced = whole_numbers(free["term_day"]), free["is_replaced"].to_numpy()
    is_ended = (term >= first) & (term < last) & ~is_replaced
    ended = _due(free, is_ended, term, is_inferred=False)
    began = free.sort_values("start_day", kind="stable").drop_duplicates("subscription_id")
    last_end = free.groupby("subscription_id")["end_day"].max()
    is_endless = began["subscription_id"].map(last_end) == ENDLESS
    endless = began.loc[is_endless | began["is_replaced"]]
    years = range(asked.period.start.year, asked.period.valuation_date.year + 1)
    returns = [_returns(endless, year, first, last) for year in years]
    together = pd.concat([ended, *returns], ignore_index=True)
    return pd.DataFrame(together.groupby(_NAMED)["is_inferred"].max().reset_index())


def _returns(endless: pd.DataFrame, year: int, first: int, last: int) -> pd.DataFrame:
    """Subscriptions without an end of their own, on the day on which what was agreed began, in a
    later year."""
    day = in_year(whole_numbers(endless["agreed_day"]), year)
    is_there = day > whole_numbers(endless["start_day"])
    is_there &= ~endless["is_replaced"].to_numpy() | (day <= whole_numbers(endless["term_day"]))
    returns = is_there & (day >= first) & (day < last)
    return _due(endless, returns, day, is_inferred=True)


def _due(
    subscriptions: pd.DataFrame, is_due: BoolFlags, day: Integers, *, is_inferred: bool
) -> pd.DataFrame:
    of = subscriptions.loc[is_due, ["account", "subscription_id"]]
    return of.assign(day=day[is_due], is_inferred=is_inferred).reset_index(drop=True)
