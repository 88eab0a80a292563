"""What use and tickets are made up of: teams and modules, and causes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

import pandas as pd

from transforms.clients.judgement import Grade, part_grade
from transforms.core.cells import Row, by_entity, number_of, plain, records, whole_of
from transforms.core.days import local_days
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext
from transforms.service.usage_weeks import RECENT_DAYS

_RECENT = timedelta(days=RECENT_DAYS)
_WEEK = timedelta(days=7)
_WEEKS_COMPARED = 8
_CRITICAL = ("critical", "high")
_MOSTLY = 0.5
"""The part of a loss from which on it is one team's."""
_NEARLY_ALL = 0.7
"""The part of a fall from which on one module explains it."""


@dataclass(frozen=True)
class UsedPart:
    """A team of the client, or a module of the product, in the last four weeks of the period."""

    kind: str
    name: str
    events: float
    before: float | None
    """In the four weeks before them; None where the feed lacks one of the eight weeks."""
    people: float | None
    """Most active at once; None where nobody counted them."""

    @property
    def change(self) -> float | None:
        """None where there was no use before, or nobody knows how much."""
        return self.events / self.before - 1 if self.before else None


@dataclass(frozen=True)
class Cause:
    """What tickets filed in the period were about."""

    name: str
    tickets: int
    before: int
    """In the period before."""
    critical: int
    """Of the tickets, those of critical or high priority."""


def used_parts(context: MetricContext, period: Period) -> dict[str, tuple[UsedPart, ...]]:
    """Every part that had been named by the period's end, by client: teams first, the most used
    first."""
    rows = context.rows("usage_parts")
    end = pd.Timestamp(period.end)
    known = rows[rows["usage_date"] < end]
    day, events = known["usage_date"], known["events"].fillna(0)
    is_recent = day >= end - _RECENT
    is_before = (day >= end - 2 * _RECENT) & ~is_recent
    measured = known.assign(
        now=events.where(is_recent, 0),
        earlier=events.where(is_before, 0),
        people=known["active_users"].where(is_recent),
    )
    by_part = measured.groupby(["entity_id", "part_kind", "part"], as_index=False)
    found = pd.DataFrame(by_part.agg({"now": "sum", "earlier": "sum", "people": "max"}))
    found = found.merge(_weeks_measured(known, end), on=["entity_id", "part_kind"], how="left")
    ordered = found.sort_values(
        ["part_kind", "now", "part"], ascending=[False, False, True], kind="stable"
    )
    return by_entity(ordered, _used_part)


def most_fallen(parts: Sequence[UsedPart]) -> UsedPart | None:
    """The part still in use that lost the largest share of its use, where that is bad news."""
    changes = {part.change: part for part in parts if part.events}
    fallen = min((change for change in changes if change is not None), default=0.0)
    return changes[fallen] if part_grade(fallen) is Grade.POOR else None


def stopped_team(parts: Sequence[UsedPart]) -> UsedPart | None:
    """The team that used it most in the four weeks before and not at all since; None without
    one."""
    stopped = [part for part in parts if part.kind == "team" and part.before and not part.events]
    return max(stopped, key=lambda part: part.before or 0.0, default=None)


def team_of_fall(parts: Sequence[UsedPart]) -> UsedPart | None:
    """The team that lost most of what all of them lost; None where the loss is spread."""
    teams = [part for part in parts if part.kind == "team" and part.before]
    losses = {part.name: max((part.before or 0.0) - part.events, 0.0) for part in teams}
    most = _MOSTLY * sum(losses.values())
    found = next((part for part in teams if losses[part.name] > most), None)
    return found if len(teams) > 1 else None


def departing(parts: Sequence[UsedPart], least: float) -> UsedPart | None:
    """The part still in use that fell most beyond the others of its kind, by `least` or more, as
    a ratio; None where each falls as the others do. What it lost is `least` of its kind's use."""
    fallen = [part for part in parts if part.events and (part.change or 0.0) <= -least]
    found = [part for part in fallen if departs(parts, part, least) and _weighs(parts, part, least)]
    return min(found, key=lambda part: part.change or 0.0, default=None)


def departs(parts: Sequence[UsedPart], part: UsedPart, least: float) -> bool:
    """Whether a part fell by `least` more than the others of its kind together; one alone does."""
    change = change_of(others_of(parts, part))
    return change is None or (part.change or 0.0) <= change - least


def others_of(parts: Sequence[UsedPart], part: UsedPart) -> list[UsedPart]:
    """The parts of the same kind beside it."""
    return [item for item in parts if item.kind == part.kind and item.name != part.name]


def change_of(parts: Sequence[UsedPart]) -> float | None:
    """How the use of parts together changed, as a ratio; None without any before, or where that
    of one is not known."""
    before = events_before(parts)
    is_known = all(part.before is not None for part in parts)
    return events_of(parts) / before - 1 if before and is_known else None


def _weighs(parts: Sequence[UsedPart], part: UsedPart, least: float) -> bool:
    lost = (part.before or 0.0) - part.events
    return lost >= least * events_before([part, *others_of(parts, part)])


def makes_most(lost: float, fall: float) -> bool:
    """Whether what one module lost is nearly all of a fall, both in uses of the same weeks.

    >>> makes_most(70, 100), makes_most(69, 100)
    (True, False)
    """
    return lost >= _NEARLY_ALL * fall


def events_of(parts: Iterable[UsedPart]) -> float:
    """Use of all of the parts."""
    return sum(part.events for part in parts)


def events_before(parts: Iterable[UsedPart]) -> float:
    """Their use in the four weeks before, as far as it is known."""
    return sum(part.before or 0.0 for part in parts)


def _weeks_measured(known: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """By client and kind of part, how many weeks of both windows have a row of any part."""
    week: pd.Series = (end - pd.Timedelta(days=1) - known["usage_date"]) // _WEEK
    compared: pd.DataFrame = known.assign(week=week)[week < _WEEKS_COMPARED]
    weeks = compared.groupby(["entity_id", "part_kind"])["week"].nunique()
    return pd.DataFrame({"weeks": weeks}).reset_index()


def _used_part(row: Row) -> UsedPart | None:
    if not (name := plain(row["part"])):
        return None
    return UsedPart(
        kind=plain(row["part_kind"]),
        name=name,
        events=number_of(row["now"]) or 0.0,
        before=number_of(row["earlier"]) if row["weeks"] == _WEEKS_COMPARED else None,
        people=number_of(row["people"]),
    )


def ticket_causes(context: MetricContext, period: Period) -> dict[str, tuple[Cause, ...]]:
    """Causes of the period's tickets by client, the most frequent first; deleted tickets and
    those without a category are in none."""
    rows = context.rows("tickets")
    filed = local_days(rows["created_at"], context.policy.time_zone)
    start, end = pd.Timestamp(period.start), pd.Timestamp(period.end)
    is_now = (filed >= start) & (filed < end)
    is_before = (filed >= pd.Timestamp(period.previous.start)) & (filed < start)
    is_counted = (rows["status"] != "deleted") & rows["category"].notna()
    tickets = rows.assign(
        now=is_now.astype("int64"),
        earlier=is_before.astype("int64"),
        pressing=(is_now & rows["priority"].isin(_CRITICAL)).astype("int64"),
    )[is_counted & (is_now | is_before)]
    by_cause = tickets.groupby(["entity_id", "category"], as_index=False)
    found: dict[str, list[Cause]] = {}
    for row in records(pd.DataFrame(by_cause[["now", "earlier", "pressing"]].sum())):
        numbers = (whole_of(row[name]) for name in ("now", "earlier", "pressing"))
        cause = Cause(plain(row["category"]), *numbers)
        if cause.name and cause.tickets:
            found.setdefault(str(row["entity_id"]), []).append(cause)
    return {
        client: tuple(sorted(causes, key=attrgetter("tickets"), reverse=True))
        for client, causes in found.items()
    }
