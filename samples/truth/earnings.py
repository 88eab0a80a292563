"""Revenue, growth and margins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samples.amounts import share
from samples.days import add_months, month_of
from samples.rates import RateBook
from samples.recognition import ByMonth, revenue_by_month
from samples.records.book import Book
from samples.truth.figures import Figure, absent, count, money, ratio
from samples.truth.spans import Span


@dataclass(frozen=True)
class Earnings:
    """Sums of one client and span; minor units of one currency."""

    revenue: int = 0
    invoiced: int = 0
    base: int = 0
    year_base: int = 0
    at_year_base_rates: int = 0
    at_base_rates: int = 0
    trailing: int = 0
    prior: int = 0
    cost_of_sales: int = 0
    cost_to_serve: int = 0
    lacks_sales_cost: int = 0
    """Months with revenue and without a cost row."""
    lacks_serve_cost: int = 0
    is_new_to_base: bool = False
    is_new_to_year: bool = False


class EarningsBook:
    """One client's revenue, invoices and costs by account and month, in their own currencies."""

    def __init__(self, book: Book, rates: RateBook) -> None:
        self._rates = rates
        self._currency_of = {item.account_id: item.currency for item in book.accounts}
        self._revenue = revenue_by_month(book.invoices, book.credit_notes)
        self._invoiced = _invoiced(book)
        self._costs = _costs(book)
        self._first = _first_revenue(book)
        self._pieces = _pieces(book)

    def earnings(self, span: Span, currency: str) -> Earnings:
        """The span's sums in one currency."""
        now, base, year = span, span.before, span.earlier(12)
        prior_year = span.year_to_end.earlier(12)
        return Earnings(
            self._total(self._revenue, now.months, currency),
            self._total(self._invoiced, now.months, currency),
            self._total(self._revenue, base.months, currency),
            self._total(self._revenue, year.months, currency),
            self._total(self._revenue, now.months, currency, rates_back=12),
            self._total(self._revenue, now.months, currency, rates_back=len(now.months)),
            self._total(self._revenue, span.year_to_end.months, currency),
            self._total(self._revenue, prior_year.months, currency),
            self._total(self._costs["cost_of_sales"], now.months, currency),
            self._total(self._costs["cost_to_serve"], now.months, currency),
            self._lacking("cost_of_sales", now.months),
            self._lacking("cost_to_serve", now.months),
            month_of(self._first) >= base.end,
            month_of(self._first) >= year.end,
        )

    def tenure(self, span: Span) -> Figure:
        """Whole months from the first day of revenue to the end of the span."""
        if self._first >= span.end:
            return absent("tenure_months", "new_account")
        first, end = self._first, span.end
        months = (end.year - first.year) * 12 + end.month - first.month
        return count("tenure_months", months - (end.day < first.day))

    def begins_after(self, day: date) -> bool:
        """Whether its first revenue came later."""
        return self._first > day

    def new_or_back(self, span: Span) -> list[Figure]:
        """Whether it is a new client of the span, or one won back."""
        first, end = span.start, span.end
        is_now = self._earns(first, end)
        was_here = self._earns(add_months(first, -12), first)
        was_ever = self._earns(date.min, first)
        is_won = is_now and not was_here
        return [
            count("new_clients", int(is_won and not was_ever)),
            count("won_back_clients", int(is_won and was_ever)),
        ]

    def earns_lately(self, end: date) -> bool:
        """Whether it brought revenue in the 180 days before a day."""
        return self._earns(end - timedelta(days=180), end)

    def _earns(self, first: date, end: date) -> bool:
        """Whether any account earned us something, net, on the days `[first, end)`."""
        return any(
            sum(_until(end, *piece) - _until(first, *piece) for piece in pieces) > 0
            for pieces in self._pieces.values()
        )

    def _total(
        self,
        table: dict[str, ByMonth],
        months: Iterable[date],
        currency: str,
        rates_back: int = 0,
    ) -> int:
        """Account-month subtotals, each converted once at the average rate, then summed."""
        return sum(
            self._rates.convert(
                "average",
                by_month[month],
                self._currency_of[account],
                currency,
                add_months(month, -rates_back),
            )
            for account, by_month in table.items()
            for month in months
            if by_month.get(month)
        )

    def _lacking(self, kind: str, months: Iterable[date]) -> int:
        costed = {month for by_month in self._costs[kind].values() for month in by_month}
        earning = {
            month
            for by_month in self._revenue.values()
            for month, minor in by_month.items()
            if minor
        }
        return sum(month in earning and month not in costed for month in months)


def _invoiced(book: Book) -> dict[str, ByMonth]:
    found: dict[str, ByMonth] = {}
    for item in book.invoices:
        if item.counts:
            months = found.setdefault(item.account.account_id, {})
            months[month_of(item.issued)] = months.get(month_of(item.issued), 0) + item.net_minor
    for note in book.credit_notes:
        months = found.setdefault(note.account.account_id, {})
        months[month_of(note.issued)] = months.get(month_of(note.issued), 0) - note.net_minor
    return found


def _costs(book: Book) -> dict[str, dict[str, ByMonth]]:
    found: dict[str, dict[str, ByMonth]] = {"cost_of_sales": {}, "cost_to_serve": {}}
    for cost in book.costs:
        months = found[cost.kind].setdefault(cost.account.account_id, {})
        months[cost.month] = months.get(cost.month, 0) + cost.amount_minor
    return found


_Piece = tuple[int, date, int]
"""Minor units, the first day on which they are earned, and on how many days they are."""


def _pieces(book: Book) -> dict[str, list[_Piece]]:
    """What is earned when, by account."""
    found: dict[str, list[_Piece]] = {item.account_id: [] for item in book.accounts}
    for invoice in book.invoices:
        for line in invoice.lines if invoice.counts else ():
            first, days = invoice.issued, 1
            if line.start and line.end and (line.end - line.start).days > 1:
                first, days = line.start, (line.end - line.start).days
            found[invoice.account.account_id].append((line.net_minor, first, days))
    for note in book.credit_notes:
        found[note.account.account_id].append((-note.net_minor, note.issued, 1))
    return found


def _until(day: date, minor: int, first: date, days: int) -> int:
    """What of a piece is earned before a day."""
    return share(minor, min(max((day - first).days, 0), days), days)


def _first_revenue(book: Book) -> date:
    """The first day of the client's first line."""
    return min(
        line.start or invoice.issued
        for invoice in book.invoices
        if invoice.counts
        for line in invoice.lines
    )


def earnings_figures(sums: Earnings) -> list[Figure]:
    """The figures of a client that has lines."""
    gross = sums.revenue - sums.cost_of_sales
    return [
        money("recognised_revenue", sums.revenue),
        money("invoiced_amount", sums.invoiced),
        _growth("revenue_growth", sums.revenue, sums.base, is_new=sums.is_new_to_base),
        _growth("revenue_growth_year", sums.revenue, sums.year_base, is_new=sums.is_new_to_year),
        _growth(
            "revenue_growth_year_constant",
            sums.at_year_base_rates,
            sums.year_base,
            is_new=sums.is_new_to_year,
        ),
        _growth(
            "revenue_growth_constant", sums.at_base_rates, sums.base, is_new=sums.is_new_to_base
        ),
        *_split(sums.revenue, sums.year_base),
        ratio("revenue_retention", sums.trailing, sums.prior, "no_opening_revenue"),
        *_margin("gross_profit", "gross_margin", gross, sums.revenue, sums.lacks_sales_cost),
        *_margin(
            "contribution",
            "contribution_margin",
            gross - sums.cost_to_serve,
            sums.revenue,
            sums.lacks_sales_cost + sums.lacks_serve_cost,
        ),
    ]


def _split(revenue: int, year_base: int) -> list[Figure]:
    """Revenue as of a client that was there a year ago, and as of a new one."""
    was_there = year_base > 0
    return [
        money("revenue_existing_clients", revenue if was_there else 0),
        money("revenue_new_clients", 0 if was_there else revenue),
    ]


def _growth(kpi: str, now: int, base: int, *, is_new: bool) -> Figure:
    if is_new:
        return absent(kpi, "new_account")
    return ratio(kpi, now - base, base, "no_opening_revenue")


def _margin(profit: str, margin: str, minor: int, revenue: int, lacking: int) -> list[Figure]:
    if lacking:
        return [
            absent(profit, "cost_missing", is_money=True),
            absent(margin, "cost_missing"),
        ]
    if revenue <= 0:
        # No ratio of its own; both sums count in that of many clients.
        return [money(profit, minor), Figure(margin, None, False, minor, revenue, "no_revenue")]
    return [money(profit, minor), ratio(margin, minor, revenue, "no_revenue")]
