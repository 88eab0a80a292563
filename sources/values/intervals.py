"""How often a year an amount is due, by the period that it was paid for."""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from sources.values.numbers import UnreadableNumberError

_MONTHS, _WEEKS, _DAYS = 12, 52, 365
"""How many of them make a year, as recurring amounts count them."""


class IntervalUnknownError(UnreadableNumberError):
    """The export does not say for how many months, weeks or days an amount is."""


def times_a_year(stated: Fraction | None, since: date | None, until: date | None) -> Fraction:
    """How often a year, where a period from one day to another is paid for at a time.

    `stated` is how often it would be with one interval at a time; without it the period must be
    of whole months, of whole weeks or a day. Raises IntervalUnknownError where the period is not
    there, or not of whole intervals, as up to the day on which a vendor bills all clients.

    >>> times_a_year(Fraction(12), date(2026, 1, 31), date(2026, 4, 30))
    Fraction(4, 1)
    """
    if since is None or until is None or until <= since:
        raise IntervalUnknownError
    days = (until - since).days
    units = (
        (_MONTHS, whole_months(since, until)),
        (_WEEKS, days // 7 if days % 7 == 0 else 0),
        (_DAYS, days if stated or days == 1 else 0),
    )
    for a_year, count in units:
        each = a_year / stated if stated else Fraction(1)
        if count and each.denominator == 1 and count % each == 0:
            return Fraction(a_year, count)
    raise IntervalUnknownError


def whole_months(since: date, until: date) -> int:
    """How many months lie between two days, 0 where they are no whole ones. A month that lacks a
    day has its last one instead."""
    months = (until.year - since.year) * 12 + until.month - since.month
    first, last = since.day, until.day
    is_cut = (last < first and _is_last_of_month(until)) or (
        first < last and _is_last_of_month(since)
    )
    return months if first == last or is_cut else 0


def _is_last_of_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
