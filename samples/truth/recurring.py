"""Recurring revenue: its level, its movements and how much of it stays."""

from dataclasses import dataclass
from datetime import date, timedelta

from samples.amounts import half_even
from samples.days import add_months, month_of
from samples.rates import RateBook
from samples.records.book import Book
from samples.truth.figures import Figure, absent, money, ratio
from samples.truth.spans import Span

MOVEMENTS = ("start", "new", "expansion", "contraction", "churn", "reactivation", "exchange")


@dataclass
class Recurring:
    """Sums of one client and span; minor units of one currency."""

    mrr: int = 0
    arr: int = 0
    start: int = 0
    new: int = 0
    expansion: int = 0
    contraction: int = 0
    churn: int = 0
    reactivation: int = 0
    exchange: int = 0
    opening: int = 0
    kept: int = 0
    """What is there at the end, at the start's rates, given an opening."""
    kept_at_most: int = 0
    """The same, never more than the opening."""
    year_opening: int = 0
    year_kept: int = 0
    year_kept_at_most: int = 0
    has_paid: bool = False
    """Whether there was a paying subscription by the end."""


class RecurringBook:
    """One client's subscriptions."""

    def __init__(self, book: Book, rates: RateBook) -> None:
        self._rates = rates
        self._rows = [item for item in book.subscriptions if item.is_counted]
        self._yearly_on: dict[date, dict[str, int]] = {}
        self._first = min((item.start for item in self._rows), default=None)

    def recurring(self, span: Span, currency: str) -> Recurring:
        """The span's sums in one currency."""
        if self._first is None or self._first > span.last_day:
            return Recurring()
        found = Recurring(
            self._mrr(span.last_day, currency),
            self._arr(span.last_day, currency),
            self._mrr(_before(span.start), currency),
            has_paid=True,
        )
        for month in span.months:
            self._move(found, month, currency)
        opening = self._keep(span.start, span.last_day, currency)
        found.opening, found.kept, found.kept_at_most = opening
        year = self._keep(span.year_to_end.start, span.last_day, currency)
        found.year_opening, found.year_kept, found.year_kept_at_most = year
        return found

    def _move(self, found: Recurring, month: date, currency: str) -> None:
        before, end = _before(month), _before(add_months(month, 1))
        start = self._mrr(before, currency)
        at_new_rate = self._mrr(before, currency, rate_month=month)
        after = self._mrr(end, currency)
        found.exchange += at_new_rate - start
        change = after - at_new_rate
        had, has = any(self._native(before).values()), any(self._native(end).values())
        if not had and has:
            earlier = any(item.start <= before for item in self._rows)
            name = "reactivation" if earlier else "new"
            setattr(found, name, getattr(found, name) + change)
        elif had and not has:
            found.churn -= change
        elif change > 0:
            found.expansion += change
        else:
            found.contraction -= change

    def _keep(self, start: date, last_day: date, currency: str) -> tuple[int, int, int]:
        first = _before(start)
        opening = self._mrr(first, currency)
        if opening == 0:
            return 0, 0, 0
        end = self._mrr(last_day, currency, rate_month=month_of(first))
        return opening, end, min(opening, end)

    def _yearly(self, day: date) -> dict[str, int]:
        """Minor units a year by currency and account."""
        if day in self._yearly_on:
            return self._yearly_on[day]
        found = self._yearly_on[day] = {}
        for item in self._rows:
            if item.counts_on(day):
                key = f"{item.account.currency}:{item.account.account_id}"
                found[key] = found.get(key, 0) + item.yearly_minor
        return found

    def _native(self, day: date) -> dict[str, int]:
        return {key: half_even(yearly, 12) for key, yearly in self._yearly(day).items()}

    def _mrr(self, day: date, currency: str, rate_month: date | None = None) -> int:
        month = rate_month or month_of(day)
        return self._converted(self._native(day), currency, month)

    def _arr(self, day: date, currency: str) -> int:
        return self._converted(self._yearly(day), currency, month_of(day))

    def _converted(self, amounts: dict[str, int], currency: str, month: date) -> int:
        return sum(
            self._rates.convert("month_end", minor, key[:3], currency, month)
            for key, minor in amounts.items()
        )


def _before(day: date) -> date:
    return day - timedelta(days=1)


def recurring_figures(sums: Recurring) -> list[Figure]:
    """MRR and ARR, the bridge, and retention."""
    amounts = {"mrr": sums.mrr, "arr": sums.arr}
    amounts |= {f"mrr_{name}": getattr(sums, name) for name in MOVEMENTS}
    none = "no_opening_revenue" if sums.has_paid else "no_subscriptions"
    return [
        *(
            money(kpi, minor) if sums.has_paid else absent(kpi, "no_subscriptions", is_money=True)
            for kpi, minor in amounts.items()
        ),
        ratio("nrr", sums.kept, sums.opening, none),
        ratio("grr", sums.kept_at_most, sums.opening, none),
        ratio("nrr_ttm", sums.year_kept, sums.year_opening, none),
        ratio("grr_ttm", sums.year_kept_at_most, sums.year_opening, none),
    ]
