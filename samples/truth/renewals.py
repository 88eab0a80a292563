"""When a client's agreement comes up for renewal."""

from datetime import date

from samples.days import add_months
from samples.records.book import Book


def renewal_of(book: Book, day: date) -> dict[str, object]:
    """The date after `day`, and whether it is inferred; none for a client that left."""
    stated = _contract_ends(book, day) or _subscription_ends(book, day)
    if stated:
        return {"date": max(stated).isoformat(), "is_inferred": False}
    return {"date": _anniversary(book, day).isoformat(), "is_inferred": True}


def _contract_ends(book: Book, day: date) -> list[date]:
    return [item.end for item in book.contracts if item.start <= day < item.end]


def _subscription_ends(book: Book, day: date) -> list[date]:
    recurring = (item for item in book.subscriptions if item.counts_on(day))
    return [item.end for item in recurring if item.end]


def _anniversary(book: Book, day: date) -> date:
    """The yearly return of the first subscription, else of the first invoice, after the day."""
    starts = [item.start for item in book.subscriptions if item.is_counted]
    issued = [item.issued for item in book.invoices if item.counts]
    anniversary = min(starts or issued)
    while anniversary <= day:
        anniversary = add_months(anniversary, 12)
    return anniversary
