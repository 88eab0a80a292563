"""From when on a client's figures are good, fair, or ask for something to be done.

Lines that reviews and briefs draw and companies do not set; those that they do are in `Policy`.
"""

from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from transforms.metrics.kpi import Unit

ON_TIME_GOOD, _ON_TIME_FAIR = 0.9, 0.75
_MOSTLY_KEPT = 0.8
_SEATS_WELL_USED, _SEATS_FILLED, _MANY_SEATS = 0.7, 0.8, 0.95
_RENEWAL_AHEAD = timedelta(days=180)
_RENEWAL_NEAR = timedelta(days=90)
_RENEWAL_CLOSE = timedelta(days=45)
_NOTICE_SOON = timedelta(days=30)
_WEEK = timedelta(days=7)
_LEAP = 1.0
_YEARLY_FALL = -0.15
_OUTGROWN = -0.3
_STEEP_FALL = -0.25
_SEEN = 0.01
_PART_FALL, _PART_RISE = -0.2, 0.2
_AHEAD, _BEHIND = 0.6, 0.4
_HALF = 0.5
_LONGER, _LEAST_HOURS, _DOUBLED = 0.5, 0.5, 2.0
_FEWEST_TICKETS, _MUCH = 5, 0.4
_FIRST_MONTHS, _ONBOARDING_MONTHS = 2, 4
LEAST_NOTICE = timedelta(days=14)
_NEXT_REVIEW = timedelta(days=120)
"""Within which the review of the next quarter is held: it ends, and is presented in its month."""


class Grade(StrEnum):
    """How good a figure is."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


def on_time_grade(ratio: float) -> Grade:
    """Of what was delivered on time, as a share.

    >>> [on_time_grade(ratio).value for ratio in (0.9, 0.75, 0.74)]
    ['good', 'fair', 'poor']
    """
    if ratio >= ON_TIME_GOOD:
        return Grade.GOOD
    return Grade.FAIR if ratio >= _ON_TIME_FAIR else Grade.POOR


def kept_grade(kept: int, due: int) -> Grade:
    """Of promises that were due.

    >>> [kept_grade(kept, 5).value for kept in (5, 4, 3)]
    ['good', 'fair', 'poor']
    """
    if kept == due:
        return Grade.GOOD
    return Grade.FAIR if kept >= _MOSTLY_KEPT * due else Grade.POOR


def seats_aimed_at(used: float, paid: float) -> int:
    """How many of the paid seats a client should use next: what counts as well used, and no less
    than half of the idle ones.

    >>> seats_aimed_at(125, 180), seats_aimed_at(30, 180)
    (153, 126)
    """
    return max(ceil(round(_SEATS_WELL_USED * paid, 6)), ceil(used + (paid - used) / 2))


class SeatUse(StrEnum):
    """What the use of paid seats asks for."""

    FEW = "few"
    MANY = "many"


def seat_use(ratio: float) -> SeatUse | None:
    """Whether so few of the seats are used, or so many, that somebody should act.

    >>> seat_use(0.69), seat_use(0.7), seat_use(0.95)
    (<SeatUse.FEW: 'few'>, None, <SeatUse.MANY: 'many'>)
    """
    if ratio < _SEATS_WELL_USED:
        return SeatUse.FEW
    return SeatUse.MANY if ratio >= _MANY_SEATS else None


def are_seats_filled(ratio: float | None) -> bool:
    """Whether a client has people for what it pays for, as far as is known.

    >>> [are_seats_filled(ratio) for ratio in (0.8, 0.79, None)]
    [True, False, False]
    """
    return ratio is not None and ratio >= _SEATS_FILLED


def falls_on_year(change: float | None) -> bool:
    """Whether use is so far below the year before that it is bad news, however steady its last
    weeks.

    >>> [falls_on_year(change) for change in (-0.15, -0.14, None)]
    [True, False, False]
    """
    return change is not None and change <= _YEARLY_FALL


def is_outgrown(change: float | None) -> bool:
    """Whether use is so far below the year before that the scope is too large for it."""
    return change is not None and change <= _OUTGROWN


def falls_steeply(growth: float | None) -> bool:
    """Whether revenue fell so far that it is told before any margin."""
    return growth is not None and growth <= _STEEP_FALL


def is_seen(growth: float) -> bool:
    """Whether a change that is none to speak of still shows as a step."""
    return abs(growth) >= _SEEN


def part_grade(change: float) -> Grade:
    """How the use of a team or a module moved.

    >>> [part_grade(change).value for change in (0.2, -0.19, -0.2)]
    ['good', 'fair', 'poor']
    """
    if change <= _PART_FALL:
        return Grade.POOR
    return Grade.GOOD if change >= _PART_RISE else Grade.FAIR


def peer_grade(position: float) -> Grade:
    """Of a client's position among its peers, from 0, behind all, to 1, ahead of all.

    >>> [peer_grade(position).value for position in (0.6, 0.5, 0.4)]
    ['good', 'fair', 'poor']
    """
    if position <= _BEHIND:
        return Grade.POOR
    return Grade.GOOD if position >= _AHEAD else Grade.FAIR


def is_in_front_half(position: float | None) -> bool:
    """Whether the client is ahead of at least half of its peers."""
    return (position or 0.0) >= _HALF


def is_third_less(before: float, now: float) -> bool:
    """Whether what was confirmed is a third less than before, or lower still: worth asking why.

    >>> is_third_less(30, 20), is_third_less(30, 21), is_third_less(0, 0)
    (True, False, False)
    """
    return before > 0 and 3 * now <= 2 * before


def is_other_wait(before: float, now: float) -> bool:
    """Whether a median wait, in hours, is so much shorter or longer that it is worth a sentence.

    >>> is_other_wait(4, 6), is_other_wait(4, 5.9), is_other_wait(0.2, 0.6)
    (True, False, False)
    """
    return abs(now - before) >= max(_LONGER * before, _LEAST_HOURS)


def is_doubled_wait(before: float, now: float, target: float) -> bool:
    """Whether a median wait, in hours, at least doubled and is no longer short: under half of the
    target it is, however it grew.

    >>> is_doubled_wait(1.5, 3, 4), is_doubled_wait(1.5, 2.9, 4), is_doubled_wait(0.5, 1.9, 4)
    (True, False, False)
    """
    return is_other_wait(before, now) and now >= max(_DOUBLED * before, _HALF * target)


def are_tickets_enough(tickets: float | None) -> bool:
    """Whether there are so many tickets that their most frequent cause says anything."""
    return (tickets or 0) >= _FEWEST_TICKETS


def leads_tickets(of_cause: int, tickets: float | None) -> bool:
    """Whether one cause is behind so many of the tickets that it is worth an action.

    >>> leads_tickets(4, 10), leads_tickets(3, 10), leads_tickets(4, 4)
    (True, False, False)
    """
    return are_tickets_enough(tickets) and of_cause >= _MUCH * (tickets or 0)


def is_in_first_month(months_known: float | None) -> bool:
    """Whether no whole month can be set beside another yet."""
    return months_known is not None and months_known < _FIRST_MONTHS


def is_in_onboarding(months_known: float | None) -> bool:
    """Whether no whole quarter can be set beside another yet."""
    return months_known is not None and months_known < _ONBOARDING_MONTHS


def is_at_hand(day: date, on: date) -> bool:
    """Whether a day on which an agreement turns comes so soon that nothing else has time to be
    done, or went by.

    >>> [is_at_hand(date(2026, 10, day), date(2026, 10, 1)) for day in (14, 15)]
    [True, False]
    """
    return day - on < LEAST_NOTICE


def is_renewal_ahead(renewal_date: date, on: date) -> bool:
    """Whether it is time to prepare a renewal with the client.

    >>> [is_renewal_ahead(date(2027, 1, day), date(2026, 7, 5)) for day in (1, 2)]
    [True, False]
    """
    return timedelta() < renewal_date - on <= _RENEWAL_AHEAD


def is_notice_ahead(notice: date, on: date) -> bool:
    """Whether notice has to be given before the next quarter's review could ask about it.

    >>> [is_notice_ahead(date(2027, 1, day), date(2026, 10, 1)) for day in (29, 30)]
    [True, False]
    """
    return timedelta() < notice - on <= _NEXT_REVIEW


def is_renewal_pressing(renewal_date: date, on: date) -> bool:
    """Whether a renewal is so near that it is bad news as long as it is not settled."""
    return renewal_date - on <= _RENEWAL_NEAR


def is_renewal_now(renewal_date: date, on: date) -> bool:
    """Whether a renewal comes within the week, or came within the last one.

    >>> [is_renewal_now(date(2026, 10, day), date(2026, 10, 8)) for day in (1, 8, 15, 16)]
    [True, True, True, False]
    """
    return abs(renewal_date - on) <= _WEEK


def is_renewal_close(renewal_date: date, on: date) -> bool:
    """Whether a renewal comes within weeks, or went by: somebody should act on it now.

    >>> [is_renewal_close(date(2026, month, 15), date(2026, 10, 1)) for month in (7, 11, 12)]
    [True, True, False]
    """
    return renewal_date - on <= _RENEWAL_CLOSE


def is_notice_soon(notice_date: date, on: date) -> bool:
    """Whether the last day for notice comes within a month."""
    return timedelta() <= notice_date - on <= _NOTICE_SOON


def owes_much(overdue_minor: int | None, fee_minor: int | None) -> bool:
    """Whether as much as a month's fee, or anything of a client without one, is overdue.

    >>> owes_much(100, 100), owes_much(99, 100), owes_much(1, None), owes_much(None, None)
    (True, False, True, False)
    """
    overdue = overdue_minor or 0
    return overdue > 0 and overdue >= (fee_minor or 0)


def is_mostly(part: int | None, whole: int | None) -> bool:
    """Whether a part is half of the whole or more, where there is any of it.

    >>> is_mostly(1, 2), is_mostly(1, 3), is_mostly(0, 0), is_mostly(None, 1)
    (True, False, False, False)
    """
    return bool(part) and 2 * (part or 0) >= (whole or 0)


class FeeChange(StrEnum):
    """How a recurring fee moved."""

    MISSING = "missing"
    LEAP = "leap"
    """More than double: a percentage of little says little."""
    FLAT = "flat"
    UP = "up"
    DOWN = "down"


def fee_change(growth: float | None, materiality_ratio: float) -> FeeChange:
    """By the growth on the period before; below the ratio it counts as none.

    >>> [fee_change(growth, 0.05).value for growth in (None, 1.1, 0.04, 0.05, -0.05)]
    ['missing', 'leap', 'flat', 'up', 'down']
    """
    if growth is None:
        return FeeChange.MISSING
    if growth > _LEAP:
        return FeeChange.LEAP
    if abs(growth) < materiality_ratio:
        return FeeChange.FLAT
    return FeeChange.UP if growth > 0 else FeeChange.DOWN


def is_material(unit: Unit, change: float, before: float, *, ratio: float, points: float) -> bool:
    """Whether a change is large enough to be told: shares and scores by points, all else by the
    ratio to what was before.

    >>> is_material(Unit.RATIO, 0.01, 0.5, ratio=0.05, points=1)
    True
    >>> is_material(Unit.MONEY, 4, 100, ratio=0.05, points=1)
    False
    """
    if unit is Unit.RATIO:
        return abs(change) * 100 >= points
    if unit is Unit.POINTS:
        return abs(change) >= points
    return abs(change) >= ratio * abs(before) and change != 0
