"""Open items, their age, and how many days of billings they are."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from samples.days import add_months, month_of
from samples.rates import RateBook
from samples.records.billing import Invoice
from samples.records.book import Book
from samples.truth.figures import Figure, absent, count, money

_LONGEST = 24

Balances = dict[tuple[str, str, str], int]


@dataclass
class Cash:
    """Balances of one client on a day; minor units of one currency."""

    not_due: int = 0
    to_30: int = 0
    to_60: int = 0
    to_90: int = 0
    older: int = 0
    unapplied: int = 0
    disputed: int = 0

    @property
    def overdue(self) -> int:
        return self.to_30 + self.to_60 + self.to_90 + self.older

    @property
    def balance(self) -> int:
        return self.not_due + self.overdue


class CashBook:
    """One client's documents and payments."""

    def __init__(self, book: Book, rates: RateBook) -> None:
        self._book = book
        self._rates = rates
        self._paid: dict[str, list[tuple[date, int]]] = defaultdict(list)
        for item in book.payments:
            if item.moved_money:
                self._paid[item.invoice_id].append((item.paid_at.date(), item.amount_minor))
        self._credited: dict[str, list[tuple[date, int]]] = defaultdict(list)
        for note in book.credit_notes:
            self._credited[note.invoice_id].append((note.issued, note.total_minor))
        self._billed = _billings(book)
        self._balances: dict[date, Balances] = {}

    def cash(self, day: date, currency: str) -> Cash:
        """Open items by age, each account and bucket converted once at the month-end rate."""
        if day not in self._balances:
            self._balances[day] = self._balances_on(day)
        found = Cash()
        for (_, own, bucket), minor in self._balances[day].items():
            converted = self._rates.convert("month_end", minor, own, currency, month_of(day))
            setattr(found, bucket, getattr(found, bucket) + converted)
        return found

    def _balances_on(self, day: date) -> Balances:
        """By account, currency and bucket, in the account's own currency."""
        native: Balances = defaultdict(int)
        for invoice in self._book.invoices:
            account = invoice.account
            left = self._left(invoice, day)
            if left > 0 and invoice.status != "uncollectible":
                native[account.account_id, account.currency, _bucket(invoice, day)] += left
                if invoice.is_disputed:
                    native[account.account_id, account.currency, "disputed"] += left
            elif left < 0:
                native[account.account_id, account.currency, "unapplied"] -= left
        for account in self._book.accounts:
            loose = self._loose(account.account_id, day)
            native[account.account_id, account.currency, "unapplied"] += loose
        return native

    def days_outstanding(self, day: date, currency: str) -> list[Figure]:
        """Of all that is open, and beyond those of what is not due yet."""
        owed = self.cash(day, currency)
        whole = self._count_back(owed.balance, day, currency)
        if whole.value is None:
            return [whole, absent("average_days_delinquent", whole.reason)]
        best = self._count_back(owed.not_due, day, currency).value or 0
        return [whole, count("average_days_delinquent", whole.value - best)]

    def _count_back(self, left: int, day: date, currency: str) -> Figure:
        """Days of tax-inclusive billings; `day` is the last of its month."""
        months = [add_months(month_of(day), -back) for back in range(_LONGEST)]
        billed = [self._billed_in(month, months[0], currency) for month in months]
        if not any(minor > 0 for minor in billed[:12]):
            return absent("dso", "no_billings")
        days = Fraction(0)
        for month, minor in zip(months, billed, strict=True):
            length = (add_months(month, 1) - month).days
            if left == 0:
                break
            if minor <= 0:
                days += length
            elif left >= minor:
                days += length
                left -= minor
            else:
                days += Fraction(left, minor) * length
                left = 0
        if left:
            return absent("dso", "balance_exceeds_billings")
        return count("dso", days)

    def _left(self, invoice: Invoice, day: date) -> int:
        """What is open of it; below zero where more came in than it asked for."""
        if not invoice.counts or invoice.issued > day:
            return 0
        key = invoice.invoice_id
        came = sum(minor for when, minor in self._paid[key] if when <= day)
        taken = sum(minor for when, minor in self._credited[key] if when <= day)
        return invoice.total_minor - came - taken

    def _loose(self, account_id: str, day: date) -> int:
        """Payments and credit notes that name no invoice, less money sent back."""
        paid = (row for row in self._book.payments if not row.invoice_id and row.moved_money)
        notes = (note for note in self._book.credit_notes if not note.invoice_id)
        rows = [
            *((row.account, row.paid_at.date(), row.amount_minor) for row in paid),
            *((note.account, note.issued, note.total_minor) for note in notes),
            *(
                (row.account, row.refunded_at.date(), -row.amount_minor)
                for row in self._book.refunds
            ),
        ]
        return sum(
            minor
            for account, when, minor in rows
            if account.account_id == account_id and when <= day
        )

    def _billed_in(self, month: date, last: date, currency: str) -> int:
        return sum(
            self._rates.convert("month_end", minor, own, currency, last)
            for (_, own), minor in self._billed[month].items()
        )


def _billings(book: Book) -> dict[date, dict[tuple[str, str], int]]:
    """With tax, by month of issue, account and currency."""
    found: dict[date, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    for item in book.invoices:
        if item.counts:
            key = (item.account.account_id, item.account.currency)
            found[month_of(item.issued)][key] += item.total_minor
    for note in book.credit_notes:
        key = (note.account.account_id, note.account.currency)
        found[month_of(note.issued)][key] -= note.total_minor
    return found


def _bucket(invoice: Invoice, day: date) -> str:
    late = (day - invoice.due).days
    if late <= 0:
        return "not_due"
    if late > 90:
        return "older"
    return ("to_30", "to_60", "to_90")[(late - 1) // 30]


def cash_figures(sums: Cash) -> list[Figure]:
    """Balances; the buckets add up to the open one."""
    return [
        money("open_balance", sums.balance),
        money("overdue_balance", sums.overdue),
        money("ageing_not_due", sums.not_due),
        money("ageing_1_30", sums.to_30),
        money("ageing_31_60", sums.to_60),
        money("ageing_61_90", sums.to_90),
        money("ageing_over_90", sums.older),
        money("unapplied_balance", sums.unapplied),
        money("disputed_balance", sums.disputed),
    ]
