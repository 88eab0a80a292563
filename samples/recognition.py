"""Recognised revenue of an account by month, in its own currency."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from samples.amounts import share
from samples.days import add_months, month_of, months_between
from samples.records.billing import CreditNote, Invoice, Line

ByMonth = dict[date, int]


def spread(line: Line, issued: date) -> ByMonth:
    """A line by month: by day over its service period, else whole on the issue date.

    After k of n days `round_half_even(net × k / n)` has been recognised.
    """
    if line.start is None or line.end is None or (line.end - line.start).days <= 1:
        return {month_of(issued): line.net_minor}
    days = (line.end - line.start).days
    found, before = {}, 0
    for month in months_between(line.start, line.end):
        passed = (min(add_months(month, 1), line.end) - line.start).days
        so_far = share(line.net_minor, passed, days)
        found[month] = so_far - before
        before = so_far
    return found


def revenue_by_month(
    invoices: Iterable[Invoice], credit_notes: Iterable[CreditNote]
) -> dict[str, ByMonth]:
    """Minor units by account id and month, of the documents that count."""
    found: dict[str, ByMonth] = defaultdict(lambda: defaultdict(int))
    for invoice in invoices:
        if not invoice.counts:
            continue
        months = found[invoice.account.account_id]
        for line in invoice.lines:
            for month, minor in spread(line, invoice.issued).items():
                months[month] += minor
    for note in credit_notes:
        found[note.account.account_id][month_of(note.issued)] -= note.net_minor
    return found
