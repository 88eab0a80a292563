"""What agreements that come up are expected to bring: what is due, times how likely it renews."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pandas as pd

from transforms.core.exact import day_number, day_numbers, whole_numbers
from transforms.core.money import half_even
from transforms.metrics.amounts import Selected
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.rows import Flags, Rows
from transforms.metrics.steps import Fact, Minor, Step
from transforms.renewals.agreements import AGREED, COMING_UP, ENDING, renewals

LONGEST_AHEAD = 366
"""Days: a request made longer before a renewal was for the one before."""


class Basis(StrEnum):
    """What a probability of renewal rests on, the surest first; the code of its step."""

    SIGNED = "outlook_signed"
    REQUEST = "outlook_request"
    OWN = "outlook_own"
    POLICY = "outlook_policy"


@dataclass(frozen=True)
class Expected:
    """One agreement that comes up; money in minor units a year of the entity's currency."""

    entity: int
    """Its place among the entities asked of."""
    day: int
    due_minor: int
    probability: float
    basis: Basis
    request: int | None
    """The place of the request that says the probability, among all rows of its table."""

    @property
    def minor(self) -> int:
        """Expected, rounded half-even."""
        return half_even(Decimal(self.due_minor) * Decimal(repr(self.probability)))


REQUESTS = Rows(
    "renewal_requests",
    lambda context: context.tables.rows("renewal_requests"),
    shown=("requested_date", "renewal_probability"),
)


def _is_unread(requests: pd.DataFrame, asked: Asked) -> Flags:
    read = {item.request for item in outlook(asked)}
    return pd.Series(~requests.index.isin(list(read)), index=requests.index)


READ = REQUESTS.but_then(LeftOut.NOT_THE_NEWEST, _is_unread)
"""Those that say how likely a renewal of the period is."""


def _is_no_successor(contracts: pd.DataFrame, asked: Asked) -> Flags:
    followed = {(item.account, item.day) for item in _due(asked)}
    grace = asked.context.policy.renewal.grace_days
    is_one = [
        any(account == of and _follows(begun, end, day, grace) for of, day in followed)
        for account, begun, end in _signed(contracts, asked)
    ]
    return pd.Series([not one for one in is_one], index=contracts.index, dtype="bool")


_CONTRACTS = Rows("contracts", lambda context: context.tables.rows("contracts"), shown=AGREED.shown)
FOLLOWING = _CONTRACTS.but_then(LeftOut.NOT_DUE, _is_no_successor)
"""Signed contracts that begin when an agreement of the period ends."""


def selected(asked: Asked) -> tuple[Selected, ...]:
    """The rows that the outlook is made of."""
    others = ((ENDING, "contracts"), (FOLLOWING, "contracts"), (READ, "renewal_requests"))
    there = ((rows, asked) for rows, table in others if asked.context.has(table))
    return ((COMING_UP, asked), *there)


@dataclass(frozen=True)
class _Due:
    account: int
    entity: int
    day: int
    minor: int


def _due(asked: Asked) -> tuple[_Due, ...]:
    found = renewals(asked)
    columns = (whole_numbers(found[name]) for name in ("account", "entity", "day", "due_minor"))
    return tuple(_Due(*map(int, row)) for row in zip(*columns, strict=True))


def outlook(asked: Asked) -> tuple[Expected, ...]:
    """Every agreement that comes up in the period, in the order of accounts and days.

    As likely as it is known to be: for certain where a signed contract follows, else as the
    newest request of the year before says, else as the company's own decided renewals went
    without a discount, else as its policy says.
    """
    return asked.context.once((outlook, asked.period), lambda: tuple(_outlook(asked)))


def _outlook(asked: Asked) -> list[Expected]:
    policy, population = asked.context.policy.renewal, asked.context.population
    own = None if population is None else population.decided
    usual = (policy.renewal_probability, Basis.POLICY)
    if own is not None and own.is_usable:
        usual = (round(own.probability(0.0), 6), Basis.OWN)
    requests, contracts = _requests(asked), _contracts(asked)
    found: list[Expected] = []
    for due in _due(asked):
        told, request = usual, None
        newest = next((one for one in requests[due.entity] if _is_for(one[0], due.day)), None)
        spans = contracts[due.account]
        if any(_follows(*span, due.day, policy.grace_days) for span in spans):
            told = (1.0, Basis.SIGNED)
        elif newest is not None and newest[2] is not None:
            told, request = (newest[2], Basis.REQUEST), newest[1]
        found.append(Expected(due.entity, due.day, due.minor, *told, request))
    return found


def _is_for(requested: int, day: int) -> bool:
    return day - LONGEST_AHEAD < requested < day


def _requests(asked: Asked) -> dict[int, list[tuple[int, int, float | None]]]:
    """By entity, the newest first: the day of each, its place, and the probability it says."""
    found: dict[int, list[tuple[int, int, float | None]]] = defaultdict(list)
    kept = REQUESTS.kept(asked)
    ordered = kept.sort_values(["requested_date", "request_id"], ascending=False)
    days = day_numbers(ordered["requested_date"])
    told = ordered["renewal_probability"].astype("Float64")
    for place, entity, day, share in zip(ordered.index, ordered["entity"], days, told, strict=True):
        stated = None if pd.isna(share) else float(share)
        found[int(entity)].append((int(day), int(place), stated))
    return found


def _contracts(asked: Asked) -> dict[int, list[tuple[int, int]]]:
    """By account, first day and end of signed contracts."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for account, begun, end in _signed(_CONTRACTS.kept(asked), asked):
        found[account].append((begun, end))
    return found


_OPEN = day_number(date(9999, 12, 31))


def _signed(contracts: pd.DataFrame, asked: Asked) -> list[tuple[int, int, int]]:
    """Account, first day and end of each row; an account of -1 where it is not signed."""
    signed = [status.casefold() for status in asked.context.policy.renewal.signed_statuses]
    status = contracts["status"].fillna("").str.strip().str.casefold()
    is_signed = ((status == "") | status.isin(signed)) & contracts["start_date"].notna()
    account = contracts["account"].where(is_signed, -1)
    ends = contracts["end_date"].fillna(pd.Timestamp(9999, 12, 31))
    spans = zip(account, day_numbers(contracts["start_date"]), day_numbers(ends), strict=True)
    return [(int(of), int(begun), int(end)) for of, begun, end in spans]


def _follows(begun: int, end: int, day: int, grace: int) -> bool:
    return day - grace <= begun <= day + grace and end > day


def steps(asked: Asked) -> tuple[Step, ...]:
    """Of the one entity: each agreement, and what its probability rests on."""
    return tuple(_step(asked, item) for item in outlook(asked))


def _step(asked: Asked, item: Expected) -> Step:
    day = (pd.Timestamp(0) + pd.Timedelta(days=item.day)).date().isoformat()
    facts: dict[str, Fact] = {
        "day": day,
        "base": Minor(item.due_minor),
        "factor": item.probability,
        "number": Minor(item.minor),
    }
    population = asked.context.population
    if item.basis is Basis.OWN and population is not None and population.decided is not None:
        facts["count"] = population.decided.count
    return Step(item.basis.value, facts)
