"""The days on which a client's agreement turns, and until when an action helps its renewal."""

from dataclasses import dataclass
from datetime import date, timedelta

from reports.deck.slide_context import SlideContext
from transforms.service.business_hours import business_day_until

LEAST_NOTICE = timedelta(days=14)
"""A turn of the renewal that comes sooner than this leaves nothing else time to be done."""
_FRIDAY = 4


@dataclass(frozen=True)
class Turns:
    """The days on which the agreement turns, as far as they lie ahead."""

    notice: date | None
    renewal: date | None
    deadline: date | None
    """The last working day on which an action can still be of use for the renewal."""


def turns_of(context: SlideContext) -> Turns:
    """Notice and renewal where they are still to come."""
    view, today = context.view, context.view.data_date
    renewal = view.renewal.day if view.renewal and view.renewal.day >= today else None
    days = [item.notice_date for item in view.agreements if item.notice_date]
    last = max(days, default=None)
    notice = last if last and today < last < (renewal or date.max) else None
    ahead = [day for day in (notice, renewal) if day and day - today >= LEAST_NOTICE]
    deadline = working_day(context, ahead[0] - timedelta(days=1)) if ahead else None
    return Turns(notice, renewal, deadline)


def working_day(context: SlideContext, day: date) -> date:
    """The day where people work on it, else the last before it on which they do; a day that
    leaves no other stays."""
    found = business_day_until(context.view.holiday_country, day)
    return day if found < context.view.data_date <= day else found


def friday(context: SlideContext, day: date) -> date:
    """The first Friday from a day on or, where that is a holiday, the working day before it."""
    return working_day(context, day + timedelta(days=(_FRIDAY - day.weekday()) % 7))
