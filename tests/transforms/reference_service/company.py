"""A tiny company as lists of plain rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from transforms.core.periods import Period
from transforms.core.policy import Policy

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Company:
    """`owners` says which client each account belongs to."""

    owners: Mapping[str, str]
    policy: Policy
    tickets: list[Row] = field(default_factory=list)
    surveys: list[Row] = field(default_factory=list)
    usage: list[Row] = field(default_factory=list)
    tasks: list[Row] = field(default_factory=list)
    meetings: list[Row] = field(default_factory=list)
    usage_parts: list[Row] = field(default_factory=list)
    goals: list[Row] = field(default_factory=list)
    tiers: Mapping[str, str] = field(default_factory=dict)
    """Of clients that have one."""

    @property
    def clients(self) -> list[str]:
        return sorted(set(self.owners.values()))

    def of(self, client: str, rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if self.owners.get(row["account_id"]) == client]

    def local_day(self, instant: datetime) -> date:
        return instant.astimezone(ZoneInfo(self.policy.time_zone)).date()


@dataclass(frozen=True)
class Answer:
    """A value or a reason, with its working."""

    value: float | None = None
    reason: str = ""
    numerator: float | None = None
    denominator: float | None = None
    rows: int = 0
    note: str = ""


def inside(day: date | None, period: Period) -> bool:
    return day is not None and period.start <= day < period.end


def count(rows: list[Row]) -> Answer:
    return Answer(len(rows), rows=len(rows))


def share(part: int, whole: int, otherwise: str, note: str = "") -> Answer:
    value = part / whole if whole else None
    return Answer(value, "" if whole else otherwise, part, whole, whole, note)


def quantile(numbers: list[float], part: float) -> float:
    """Linear between the two neighbours."""
    ordered = sorted(numbers)
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
