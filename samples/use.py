"""Product use by week. The company's reporting weeks run from Thursday to Wednesday."""

from datetime import date, timedelta
from random import Random

from samples.days import DELIVERY
from samples.plan import Plan, Use
from samples.records.agreements import Subscription
from samples.records.parties import Account
from samples.records.service import PartWeek, UsageWeek
from samples.subscriptions import seats_on
from samples.wording import trade_of

FIRST_WEEK = date(2025, 1, 2)
_LAST_WEEKS = DELIVERY - timedelta(days=28)
# Weeks in which people are away: Semana Santa, August, the end of the year.
_QUIET = {13: 0.78, 14: 0.85, 32: 0.93, 33: 0.92, 52: 0.62, 1: 0.7}


def weeks_of(
    plan: Plan, account: Account, subscriptions: list[Subscription], rng: Random
) -> list[UsageWeek]:
    """A client's weeks while it has seats."""
    use = plan.use
    if use is None:
        return []
    rows = []
    week = FIRST_WEEK
    while week < DELIVERY:
        seats = seats_on(subscriptions, week)
        if seats:
            rows.append(_week(use, account, week, seats, rng))
        week += timedelta(days=7)
    return rows


def _week(use: Use, account: Account, week: date, seats: int, rng: Random) -> UsageWeek:
    years = (week - DELIVERY).days / 365
    level = use.events_a_seat * use.a_year**years * _QUIET.get(week.isocalendar().week, 1.0)
    people = use.seats_used
    if week >= _LAST_WEEKS:
        level *= use.last_weeks
        people *= min(1.0, use.last_weeks + 0.1)
    events = round(level * seats * rng.uniform(0.97, 1.03))
    active = min(seats, round(seats * people * rng.uniform(0.95, 1.03)))
    return UsageWeek(account, week, events, active, seats)


_FIRST_PARTS = DELIVERY - timedelta(days=7 * 20)
_SHARES = (52, 31, 17)
_UNUSED_FOR = timedelta(days=7 * 6)


def parts_of(plan: Plan, weeks: list[UsageWeek]) -> list[PartWeek]:
    """The last twenty weeks by the client's team and by module; two clients of three have them.

    Where use falls, it is the largest team that stopped; of some, nobody opens the last module.
    """
    recent = [week for week in weeks if week.first_day >= _FIRST_PARTS]
    if not recent or recent[0].account.number // 4 % 3 == 2:
        return []
    trade = trade_of(recent[0].account)
    return [
        PartWeek(week.account, week.first_day, kind, part, events, active)
        for week in recent
        for kind, parts in (("team", trade.departments), ("module", trade.modules))
        for part, events, active in _split(plan, week, kind, parts)
    ]


def _drifted(week: UsageWeek, kind: str) -> list[int]:
    """Shares that move by some points of late, from client to client by others."""
    largest, second, last = _SHARES
    if week.first_day < _LAST_WEEKS:
        return [largest, second, last]
    step, moved = week.account.number // 4 % 5 - 2, 1 if kind == "module" else -1
    return [largest + step, second - step - moved, last + moved]


def _split(
    plan: Plan, week: UsageWeek, kind: str, parts: tuple[str, ...]
) -> list[tuple[str, int, int]]:
    """Each part's events and people; a module is opened by people of several teams."""
    shares = _drifted(week, kind)
    falls = plan.use is not None and plan.use.last_weeks < 0.9
    if kind == "team" and falls and week.first_day >= _LAST_WEEKS:
        shares = [30, 44, 26]
    is_late = week.first_day >= DELIVERY - _UNUSED_FOR
    if kind == "module" and is_late and week.account.number // 4 % 4 == 1:
        first, second, last = shares
        shares = [first + last - last // 2, second + last // 2, 0]
    people = 100 if kind == "team" else 140
    return [
        (part, week.events * share // 100, week.active_users * share * people // 10_000)
        for part, share in zip(parts, shares, strict=True)
    ]
