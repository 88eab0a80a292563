"""Which clients are active on a day, and which of them stayed."""

from datetime import date, timedelta

from samples.records.book import Book
from samples.truth.earnings import EarningsBook
from samples.truth.figures import Figure, ratio
from samples.truth.spans import Span


class ActivityBook:
    """One client: what recurs decides, and revenue of late where nothing ever did."""

    def __init__(self, book: Book, earned: EarningsBook) -> None:
        self._rows = [item for item in book.subscriptions if item.is_counted]
        self._earned = earned

    def is_active(self, day: date) -> bool:
        if any(item.counts_on(day) for item in self._rows):
            return True
        has_paid = any(item.start <= day and item.counts_until != item.start for item in self._rows)
        return not has_paid and self._earned.earns_lately(day + timedelta(days=1))

    def is_newly_back(self, span: Span) -> bool:
        """Whether it pays now, and had left at a month's end of the year up to it."""
        ends = [span.year_to_end.start - timedelta(days=1)]
        while len(ends) < 12:
            ends.append((ends[-1] + timedelta(days=32)).replace(day=1) - timedelta(days=1))
        is_back = any(item.counts_on(span.last_day) for item in self._rows)
        return is_back and any(self._has_left(day) for day in ends)

    def _has_left(self, day: date) -> bool:
        has_paid = any(item.start <= day and item.counts_until != item.start for item in self._rows)
        return has_paid and not any(item.counts_on(day) for item in self._rows)

    def stayed(self, span: Span) -> tuple[bool, bool]:
        """Whether it was active before the span, and if so, whether it still is at its end."""
        was = self.is_active(span.start - timedelta(days=1))
        return was, was and self.is_active(span.last_day)

    def figures(self, span: Span) -> list[Figure]:
        """Client retention over the span and over twelve months."""
        windows = {"client_retention": span, "client_retention_ttm": span.year_to_end}
        judged = {kpi: self.stayed(window) for kpi, window in windows.items()}
        return [
            ratio(kpi, int(stayed), int(was), "not_active_at_start")
            for kpi, (was, stayed) in judged.items()
        ]
