"""Agreements that came up for renewal, what became of them, and what is contracted ahead."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from samples.amounts import share
from samples.days import add_months, month_of
from samples.rates import RateBook
from samples.records.agreements import Contract, Subscription
from samples.records.book import Book
from samples.records.parties import Account
from samples.truth.figures import Figure, absent, count, ratio
from samples.truth.spans import Span

_GRACE = timedelta(days=30)


@dataclass(frozen=True)
class _Renewal:
    """An agreement that was due; minor units a year of one currency."""

    due: int
    kept: int
    is_decided: bool


class AgreementBook:
    """One client's contracts and paying subscriptions."""

    def __init__(self, book: Book, rates: RateBook) -> None:
        self._book = book
        self._rates = rates
        self._rows = [
            row
            for row in book.subscriptions
            if row.is_counted and (row.counts_until is None or row.counts_until > row.start)
        ]

    def has_paid(self, day: date) -> bool:
        return any(row.start <= day for row in self._rows)

    def figures(self, span: Span, currency: str) -> list[Figure]:
        """Rates by count and by amount, and both counts."""
        found = [
            renewal
            for account in self._book.accounts
            for day, due in self._events(account, span).items()
            if (renewal := self._judged(account, day, due, span, currency)).due > 0
        ]
        decided = [item for item in found if item.is_decided]
        counts = [
            count("renewals_due", len(found)),
            count("renewals_undecided", len(found) - len(decided)),
        ]
        if not self.has_paid(span.last_day):
            none = "no_subscriptions"
            return [*counts, absent("renewal_rate", none), absent("renewal_rate_amount", none)]
        renewed = sum(item.kept > 0 for item in decided)
        kept, due = sum(item.kept for item in decided), sum(item.due for item in decided)
        return [
            *counts,
            ratio("renewal_rate", renewed, len(decided), "no_renewals"),
            ratio("renewal_rate_amount", kept, due, "no_renewals"),
        ]

    def ahead(self, span: Span, currency: str) -> int:
        """Recurring money of the twelve months after the span."""
        first, end = span.end, add_months(span.end, 12)
        return sum(
            self._converted(
                account,
                sum(
                    share(row.yearly_minor, _days(row, first, end), (end - first).days)
                    for row in self._of(account)
                ),
                span,
                currency,
            )
            for account in self._book.accounts
        )

    def coming_up(self, span: Span, currency: str) -> list[tuple[int, Fraction | None]]:
        """What is due for renewal, and how likely somebody says that it renews."""
        found: list[tuple[int, Fraction | None]] = []
        for account in self._book.accounts:
            for day, due in self._events(account, span).items():
                ending = [row for row in self._until(account, day) if row in due]
                yearly = sum(row.yearly_minor for row in ending)
                minor = self._converted(account, yearly, span, currency)
                if minor > 0:
                    found.append((minor, self._stated(account, day)))
        return found

    def _stated(self, account: Account, day: date) -> Fraction | None:
        if any(self._follows(item, account, day) for item in self._book.contracts):
            return Fraction(1)
        before = [
            item for item in self._book.requests if day - timedelta(days=366) < item.requested < day
        ]
        newest = max(before, key=lambda item: (item.requested, item.request_id), default=None)
        return Fraction(newest.probability) if newest and newest.probability else None

    @staticmethod
    def _follows(contract: Contract, account: Account, day: date) -> bool:
        is_near = abs(contract.start - day) <= _GRACE and contract.end > day
        return contract.account is account and contract.status == "Activated" and is_near

    def _of(self, account: Account) -> list[Subscription]:
        return [row for row in self._rows if row.account is account]

    def _events(self, account: Account, span: Span) -> dict[date, list[Subscription]]:
        """What is due on which day: all that an account pays when its contract ends; without any
        contract each subscription on its end, or on the yearly return of its start."""
        own = self._of(account)
        ends = [item.end for item in self._book.contracts if item.account is account]
        if ends:
            return {day: own for day in ends if span.start <= day < span.end}
        found: dict[date, list[Subscription]] = {}
        for row in own:
            for day in self._days_of(row, own, span):
                if span.start <= day < span.end:
                    found.setdefault(day, []).append(row)
        return found

    def _days_of(self, row: Subscription, own: list[Subscription], span: Span) -> list[date]:
        """Its end; the yearly returns of its agreement where another took its place in mid-term,
        or where it goes on."""
        end = row.counts_until
        returns = [day for day in _returns(_agreed(row, own), span) if day > row.start]
        if end is None:
            return returns
        is_followed = any(_follows(other, row) for other in own)
        is_replaced = is_followed and not _is_return(_agreed(row, own), end)
        return [day for day in returns if day < end] if is_replaced else [end]

    def _judged(
        self, account: Account, day: date, due: list[Subscription], span: Span, currency: str
    ) -> _Renewal:
        before = self._until(account, day)
        judged = min(day + _GRACE, span.last_day)
        after = [row for row in self._of(account) if row.counts_on(judged)]
        ending = [row for row in before if row in due]
        staying = [row for row in before if row not in due]
        asked, rest, now = (
            self._converted(account, sum(row.yearly_minor for row in rows), span, currency)
            for rows in (ending, staying, after)
        )
        kept = min(max(now - rest, 0), asked)
        return _Renewal(asked, kept, kept > 0 or span.last_day >= day + _GRACE)

    def _until(self, account: Account, day: date) -> list[Subscription]:
        """What ran up to the day."""
        return [
            row for row in self._of(account) if row.start < day <= (row.counts_until or date.max)
        ]

    def _converted(self, account: Account, minor: int, span: Span, currency: str) -> int:
        month = month_of(span.last_day)
        return self._rates.convert("month_end", minor, account.currency, currency, month)


def _follows(row: Subscription, other: Subscription) -> bool:
    """Whether it begins as another one of the same product ends."""
    return row.product_id == other.product_id and row.start == other.counts_until


def _agreed(row: Subscription, own: list[Subscription]) -> date:
    """The day on which the agreement began that it belongs to: a change of seats begins none."""
    before = [_agreed(other, own) for other in own if _follows(row, other)]
    return min([row.start, *(day for day in before if not _is_return(day, row.start))])


def _is_return(start: date, day: date) -> bool:
    return add_months(start, 12 * (day.year - start.year)) == day


def _returns(start: date, span: Span) -> list[date]:
    """The yearly returns of a day in the years of the span."""
    years = range(start.year + 1, span.last_day.year + 1)
    return [add_months(start, 12 * (year - start.year)) for year in years]


def _days(row: Subscription, first: date, end: date) -> int:
    """Days of `[first, end)` on which it runs."""
    return max((min(row.counts_until or end, end) - max(row.start, first)).days, 0)
