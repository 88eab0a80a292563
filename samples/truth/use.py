"""Product use against the weeks before and the year before."""

from datetime import date, timedelta
from fractions import Fraction

from samples.records.book import Book
from samples.records.service import UsageWeek
from samples.truth.figures import Figure, absent, count, ratio
from samples.truth.spans import LAST_QUARTER, Span

_WEEK = timedelta(days=7)


def use_figures(book: Book, span: Span) -> list[Figure]:
    """Changes and seats on the span's last day."""
    last = _last_week_end(book.usage, span.last_day)
    recent = _window(book.usage, last, 28)
    return [
        _change("usage_change", book.usage, recent, last - timedelta(days=28), 12, 1),
        _change("usage_change_year", book.usage, recent, last - timedelta(days=364), 4, 0),
        _seats(_window(book.usage, span.last_day, 28)),
    ]


def _last_week_end(rows: list[UsageWeek], day: date) -> date:
    """The last day of the feed's last whole week."""
    starts = rows[0].first_day.weekday() if rows else 0
    return day - timedelta(days=(day.weekday() - starts + 1) % 7)


def _window(rows: list[UsageWeek], last: date, days: int) -> list[UsageWeek]:
    first = last - timedelta(days=days - 1)
    return [row for row in rows if first <= row.first_day <= last]


def _change(
    kpi: str,
    rows: list[UsageWeek],
    recent: list[UsageWeek],
    base_last: date,
    weeks: int,
    may_lack: int,
) -> Figure:
    if not rows:
        return absent(kpi, "no_rows")
    base_days = 7 * weeks
    inside = _window(rows, base_last, base_days)
    if len({(base_last - row.first_day).days // 7 for row in inside}) < weeks - may_lack:
        first = base_last - timedelta(days=base_days - 1)
        is_new = min(row.first_day for row in rows) > first
        return absent(kpi, "too_short_history" if is_new else "gaps_in_history")
    base = sum(row.events for row in inside)
    if base == 0:
        return absent(kpi, "no_usage")
    now = sum(row.events for row in recent)
    return count(kpi, Fraction(now, 28) / Fraction(base, base_days) - 1)


def _seats(recent: list[UsageWeek]) -> Figure:
    users = max((row.active_users for row in recent), default=0)
    paid = max((row.seats_paid for row in recent), default=0)
    return ratio("seats_used", users, paid, "no_seats")


def weekly_figures(book: Book) -> list[tuple[str, Figure]]:
    """Events of the last thirteen ISO weeks, by the week's name."""
    monday = LAST_QUARTER.end - timedelta(days=LAST_QUARTER.end.weekday())
    mondays = [monday - back * _WEEK for back in range(13, 0, -1)]
    return [(_name(day), _weekly(book.usage, day)) for day in mondays]


def _name(monday: date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


def _weekly(rows: list[UsageWeek], monday: date) -> Figure:
    if not rows:
        return absent("usage_weekly", "no_rows")
    if min(row.first_day for row in rows) >= monday + _WEEK:
        return absent("usage_weekly", "too_short_history")
    inside = [row.events for row in rows if monday <= row.first_day < monday + _WEEK]
    return count("usage_weekly", sum(inside))


def days_to_value(book: Book, span: Span) -> Figure:
    """From the first subscription of a client younger than a year to half of the seats in use."""
    kpi = "days_to_value"
    starts = [row.start for row in book.subscriptions if row.is_counted and row.start < span.end]
    if not starts:
        return absent(kpi, "no_subscriptions")
    start = min(starts)
    if start < span.year_to_end.start:
        return absent(kpi, "older_client")
    seen = sorted((row for row in book.usage if row.first_day < span.end), key=_first_day)
    if not seen:
        return absent(kpi, "no_rows")
    if seen[0].first_day > start + _WEEK:
        return absent(kpi, "too_short_history")
    for row in seen:
        if row.first_day + _WEEK > start and 2 * row.active_users >= row.seats_paid > 0:
            return count(kpi, max((row.first_day - start).days, 0))
    return absent(kpi, "no_value_yet")


def _first_day(row: UsageWeek) -> date:
    return row.first_day
