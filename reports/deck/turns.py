"""The days on which a client's agreement turns, and until when an action helps its renewal."""

from dataclasses import dataclass
from datetime import date, timedelta

from reports.deck.slide_context import SlideContext

LEAST_NOTICE = timedelta(days=14)
"""A turn of the renewal that comes sooner than this leaves nothing else time to be done."""
FRIDAY = 4


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
    return Turns(notice, renewal, _working_day_before(ahead[0]) if ahead else None)


def _working_day_before(day: date) -> date:
    before = day - timedelta(days=1)
    return before - timedelta(days=max(before.weekday() - FRIDAY, 0))
