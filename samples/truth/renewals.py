"""When a client's agreement comes up for renewal."""

from datetime import date

from samples.days import add_months
from samples.records.book import Book


def renewal_of(book: Book, day: date) -> dict[str, object]:
    """The date after `day`, and whether it is inferred; none for a client that left."""
    running = [item.end for item in book.contracts if item.start <= day < item.end]
    if running:
        return {"date": max(running).isoformat(), "is_inferred": False}
    ends = [
        item.end
        for item in book.subscriptions
        if item.end and item.is_recurring and item.runs_on(day)
    ]
    if ends:
        return {"date": max(ends).isoformat(), "is_inferred": False}
    starts = [item.start for item in book.subscriptions if item.is_recurring]
    issued = [item.issued for item in book.invoices if item.counts]
    anniversary = min(starts or issued)
    while anniversary <= day:
        anniversary = add_months(anniversary, 12)
    return {"date": anniversary.isoformat(), "is_inferred": True}
