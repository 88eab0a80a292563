"""The days on which a client's agreement turns, and until when an action helps its renewal."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reports.deck.slide_context import SlideContext
from reports.deck.view.client_view import Renewal
from transforms.clients.judgement import is_at_hand
from transforms.renewals.renewal_date import next_anniversary
from transforms.renewals.running_contracts import Agreement, last_ending
from transforms.service.working_days import (
    is_working_day,
    working_day_until,
    working_days_until,
)

_FRIDAY = 4
_LEAST_TO_DECIDE = 5
"""Working days; who is given fewer is pressed, not asked."""
_A_WEEK = timedelta(days=7)
_FRESH = timedelta(days=14)
_OVER_A_YEAR = timedelta(days=370)
_LONGEST_BREAK = 31
"""Days; no country closes for longer."""


@dataclass(frozen=True)
class Turns:
    """The days on which the agreement turns, as far as they lie ahead."""

    notice: date | None
    renewal: date | None
    deadline: date | None
    """The last working day on which an action can still be of use for the renewal."""


def standing(context: SlideContext) -> Renewal | None:
    """The renewal that is still to be agreed on as of the day of the data: that of the contract
    which follows, where one is signed. One that is over and that nothing followed stays in the
    past; an anniversary returns. None where nothing was agreed on that could end."""
    renewal, today = context.view.renewal, context.view.data_date
    if is_rolling(context):
        return None
    if renewal is not None and (following := renewal.following) is not None:
        return Renewal(following.end_date, "contract") if following.end_date else None
    if renewal is None or renewal.day >= today or renewal.basis != "inferred":
        return renewal
    return replace(renewal, day=next_anniversary(renewal.day, today - timedelta(days=1)))


def is_rolling(context: SlideContext) -> bool:
    """Whether no agreement is known: nothing is subscribed, and nobody agreed on the anniversary
    of what was bought."""
    renewal, view = context.view.renewal, context.view
    is_inferred = renewal is not None and renewal.basis == "inferred"
    return is_inferred and not view.subscriptions and not view.agreements


def last_day_of(end: date) -> date:
    """The last day of a term: the one before it ends, which is that of the renewal.

    >>> last_day_of(date(2027, 3, 1))
    datetime.date(2027, 2, 28)
    """
    return end - timedelta(days=1)


def terms(context: SlideContext) -> tuple[Agreement, ...]:
    """The contracts whose end that renewal is."""
    renewal = context.view.renewal
    following = renewal.following if renewal else None
    return (following,) if following else context.view.agreements


def has_rolled(context: SlideContext) -> bool:
    """Whether what holds has passed its day and renewed by itself."""
    renewal, last = standing(context), last_ending(terms(context))
    is_past = renewal is not None and renewal.day < context.view.data_date
    return is_past and last is not None and bool(last.is_auto_renewed)


def renewed_on(context: SlideContext) -> date | None:
    """The day on which the present term began, of a client that was invoiced before it and whose
    renewal is fresh: who has just renewed is not told that it renews in a year."""
    renewal, today = standing(context), context.view.data_date
    if renewal is None or renewal.day < today:
        return None
    last = last_ending(terms(context))
    start = last.start_date if last else None
    if renewal.basis == "inferred":
        start = next_anniversary(renewal.day, renewal.day - _OVER_A_YEAR)
    if start is None or not start <= today <= start + _FRESH:
        return None
    before = any(part.month.end <= start for part in context.view.invoiced)
    return start if before else None


def turns_of(context: SlideContext) -> Turns:
    """Notice and renewal where they are still to come."""
    found, today = standing(context), context.view.data_date
    renewal = found.day if found and found.day >= today else None
    days = [item.notice_date for item in terms(context) if item.notice_date]
    last = max(days, default=None)
    notice = last if last and today < last < (renewal or date.max) else None
    ahead = [day for day in (notice, renewal) if day and not is_at_hand(day, today)]
    deadline = working_day(context, ahead[0] - timedelta(days=1)) if ahead else None
    return Turns(notice, renewal, deadline)


def is_too_late_to_ask(context: SlideContext, notice: date) -> bool:
    """Whether a last day for notice is so near that a client's deck may not lead with it: with
    fewer than five working days left, it would read as pressure."""
    view = context.view
    return are_few_left(view.holiday_countries, view.data_date, notice)


def are_few_left(countries: Collection[str], today: date, notice: date) -> bool:
    """Whether fewer than five working days are left until a last day for notice."""
    return working_days_until(countries, today, notice) < _LEAST_TO_DECIDE


def working_day(context: SlideContext, day: date) -> date:
    """The day where people work on it, else the last before it on which they do; a day that
    leaves no other stays."""
    found = working_day_until(context.view.holiday_countries, day)
    return day if found < context.view.data_date <= day else found


def working_day_from(context: SlideContext, day: date) -> date:
    """The first day from this one on which people work."""
    ahead = (day + timedelta(days=step) for step in range(_LONGEST_BREAK))
    return next(one for one in ahead if is_working_day(context.view.holiday_countries, one))


def within_a_week(context: SlideContext) -> date:
    """The day by which a first step of ours is taken."""
    return working_day(context, context.view.data_date + _A_WEEK)


def friday(context: SlideContext, day: date) -> date:
    """The first Friday from a day on or, where that is a holiday, the working day before it."""
    return working_day(context, day + timedelta(days=(_FRIDAY - day.weekday()) % 7))
