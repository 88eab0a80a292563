"""Product use by week. The company's reporting weeks run from Thursday to Wednesday."""

from datetime import date, timedelta
from random import Random

from samples.days import DELIVERY
from samples.plan import Plan, Use
from samples.records.agreements import Subscription
from samples.records.parties import Account
from samples.records.service import UsageWeek
from samples.subscriptions import seats_on

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
