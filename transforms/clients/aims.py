"""What was promised and aimed at: commitments of both sides, and the client's goals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.core.cells import Row, by_entity, day_of, number_of, plain
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext

_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Commitment:
    """A promise of ours or the client's."""

    quarter: str
    text: str
    owner: str
    owner_side: str
    due_date: date | None
    state: str
    measure: str
    cause: str
    action: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done, be it on another day than was promised."""
        return self.state in ("open", "moved")

    @property
    def is_withdrawn(self) -> bool:
        """Whether it will not be done: it is listed, and counts neither as due nor as open."""
        return self.state == "dropped"

    def is_ours_due(self, on: date) -> bool:
        """Whether it is an open promise of ours that is overdue, or due within a week."""
        is_ours = self.is_open and self.owner_side != "client"
        return is_ours and self.due_date is not None and self.due_date <= on + _WEEK


@dataclass(frozen=True)
class Promises:
    """Both sides' commitments of one quarter, each in one of three heaps."""

    done: tuple[Commitment, ...]
    left: tuple[Commitment, ...]
    """Still to be done."""
    withdrawn: tuple[Commitment, ...]

    @property
    def due(self) -> int:
        """How many there are to keep; what was withdrawn is not among them."""
        return len(self.done) + len(self.left)


def promises_of(items: Iterable[Commitment], quarter: str) -> Promises:
    """The commitments of a quarter, in their order."""
    own = [item for item in items if item.quarter == quarter]
    return Promises(
        done=tuple(item for item in own if not item.is_open and not item.is_withdrawn),
        left=tuple(item for item in own if item.is_open),
        withdrawn=tuple(item for item in own if item.is_withdrawn),
    )


@dataclass(frozen=True)
class Worth:
    """What reaching a goal brought the client in the period, as the client confirmed it. Either
    part may be missing; money is in minor units."""

    hours: float | None
    minor: int | None
    currency: str


@dataclass(frozen=True)
class Goal:
    """One of the client's goals for the period."""

    text: str
    unit: str
    target: float
    actual: float | None
    direction: str
    worth: Worth | None = None
    """None where nobody recorded it, or nobody at the client has confirmed it."""

    @property
    def attainment(self) -> float | None:
        """How much of the target was reached; 1 or more is met. None where not measured.

        >>> Goal("Fewer days", "days", target=4, actual=5, direction="down").attainment
        0.8
        """
        if self.actual is None:
            return None
        over, under = (
            (self.actual, self.target) if self.direction == "up" else (self.target, self.actual)
        )
        return over / under if under > 0 else None

    @property
    def is_met(self) -> bool | None:
        if self.actual is None:
            return None
        above = self.actual >= self.target
        return above if self.direction == "up" else self.actual <= self.target


@dataclass(frozen=True)
class ConfirmedWorth:
    """What goals brought the client, as it confirmed: money of one currency in minor units, and
    hours, each beside the goal that brought it."""

    money: tuple[tuple[Goal, int], ...]
    hours: tuple[tuple[Goal, float], ...]

    @property
    def minor(self) -> int:
        return sum(minor for _, minor in self.money)

    @property
    def hours_saved(self) -> float:
        return sum(hours for _, hours in self.hours)


def confirmed_worth(goals: Iterable[Goal], currency: str) -> ConfirmedWorth:
    """Of the goals; no money at all where one brought some in another currency."""
    worths = [(goal, goal.worth) for goal in goals if goal.worth is not None]
    money = [(goal, worth.minor, worth.currency) for goal, worth in worths if worth.minor]
    is_alike = all(code == currency for _, _, code in money)
    return ConfirmedWorth(
        tuple((goal, minor) for goal, minor, _ in money) if is_alike else (),
        tuple((goal, worth.hours) for goal, worth in worths if worth.hours is not None),
    )


def commitments(context: MetricContext) -> dict[str, tuple[Commitment, ...]]:
    """Every promise by client, the earliest due first."""
    rows = context.rows("commitments")
    return by_entity(rows.sort_values(["due_date", "commitment_id"]), _commitment)


def _commitment(row: Row) -> Commitment:
    return Commitment(
        quarter=plain(row["quarter"]),
        text=plain(row["commitment"]),
        owner=plain(row["owner"]),
        owner_side=plain(row["owner_side"]),
        due_date=day_of(row["due_date"]),
        state=plain(row["state"]),
        measure=plain(row["measure"]),
        cause=plain(row["cause"]),
        action=plain(row["action"]),
    )


def goals(context: MetricContext, period: Period) -> dict[str, tuple[Goal, ...]]:
    """The goals set for the period, by client."""
    rows = context.rows("goals")
    return by_entity(rows[rows["quarter"] == str(period)].sort_values("goal_id"), _goal)


def _goal(row: Row) -> Goal:
    return Goal(
        text=plain(row["goal"]),
        unit=plain(row["unit"]),
        target=number_of(row["target"]) or 0.0,
        actual=number_of(row["actual"]),
        direction=plain(row["direction"]),
        worth=_worth(row),
    )


def _worth(row: Row) -> Worth | None:
    hours, minor = number_of(row["worth_hours"]), number_of(row["worth_minor"])
    if not plain(row["worth_confirmed_by"]) or (hours is None and minor is None):
        return None
    return Worth(hours, None if minor is None else round(minor), plain(row["currency"]))
