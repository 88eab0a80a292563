"""What is in the pipeline, what was won of it, and how old it is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from samples.amounts import share
from samples.days import DELIVERY, month_of
from samples.rates import RateBook
from samples.records.agreements import Opportunity
from samples.records.book import Book
from samples.truth.figures import MEDIAN, Figure, absent, count, money, quantile, ratio
from samples.truth.spans import Span

_MATURE = timedelta(days=90)
_TERMS_TOLD = timedelta(days=31)
_COHORT = timedelta(days=365)


def cohort(span: Span) -> tuple[date, date]:
    """The days `[first, end)` of what is old enough by the span's end to be judged."""
    end = span.end - _MATURE
    return end - _COHORT, end


@dataclass
class Ages:
    """Days that open deals have stood, of one client or of many."""

    days: list[int] = field(default_factory=list)

    def figure(self) -> Figure:
        """The median."""
        kpi = "deals_open_age_median"
        return count(kpi, quantile(self.days, MEDIAN)) if self.days else absent(kpi, "no_deals")


class DealBook:
    """One client's deals."""

    def __init__(self, book: Book, rates: RateBook) -> None:
        self._rows = book.opportunities
        self._rates = rates

    def ages(self, span: Span) -> Ages:
        """Of the deals that stand open."""
        return Ages([(span.last_day - row.created).days for row in self._open(span)])

    def sold(self, span: Span, currency: str) -> int:
        """What the deals won in the span are worth."""
        return self._at_close([row for row in self._closed(span) if _is_won(row)], currency)

    def figures(self, span: Span, currency: str) -> list[Figure]:
        """Counts and money of the span, in one currency."""
        closed, standing = self._closed(span), self._open(span)
        won = [row for row in closed if _is_won(row)]
        first, end = cohort(span)
        begun = [row for row in self._rows if first <= row.created < end]
        made = [row for row in begun if _is_won(row) and row.closes < span.end]
        amount, base = self.sold(span, currency), self.sold(span.earlier(12), currency)
        return [
            self._potential_figure(standing, span, currency),
            money("won_amount", amount),
            ratio("win_rate", len(won), len(closed), "no_deals"),
            ratio("sales_growth", amount - base, base, "no_deals"),
            ratio("win_rate_amount", amount, self._at_close(closed, currency), "no_deals"),
            ratio("won_of_created", len(made), len(begun), "no_deals"),
            count("deals_open", len(standing)),
        ]

    def _open(self, span: Span) -> list[Opportunity]:
        return [row for row in self._rows if _stood_open(row, span)]

    def _potential_figure(self, standing: list[Opportunity], span: Span, currency: str) -> Figure:
        """None where the delivery does not say what a deal that stood open had been worth: it is
        closed by then, or the span is long over."""
        is_late = DELIVERY - span.last_day > _TERMS_TOLD
        if any(is_late or _is_closed(row) for row in standing):
            return absent("potential_value", "terms_unknown", is_money=True)
        return money("potential_value", self._potential(standing, span, currency))

    def _closed(self, span: Span) -> list[Opportunity]:
        return [
            row for row in self._rows if _is_closed(row) and span.start <= row.closes < span.end
        ]

    def _potential(self, rows: Iterable[Opportunity], span: Span, currency: str) -> int:
        native: dict[tuple[str, str], int] = defaultdict(int)
        for row in rows:
            key = (row.account.account_id, row.account.currency)
            native[key] += share(row.amount_minor, row.probability, 100)
        month = month_of(span.last_day)
        return sum(
            self._rates.convert("month_end", minor, own, currency, month)
            for (_, own), minor in native.items()
        )

    def _at_close(self, rows: Iterable[Opportunity], currency: str) -> int:
        native: dict[tuple[str, str, date], int] = defaultdict(int)
        for row in rows:
            key = (row.account.account_id, row.account.currency, month_of(row.closes))
            native[key] += row.amount_minor
        return sum(
            self._rates.convert("average", minor, own, currency, month)
            for (_, own, month), minor in native.items()
        )


def _stood_open(row: Opportunity, span: Span) -> bool:
    is_begun = row.created < span.end
    return is_begun and not (_is_closed(row) and row.closes < span.end)


def _is_won(row: Opportunity) -> bool:
    return row.stage == "Closed Won"


def _is_closed(row: Opportunity) -> bool:
    return row.stage.startswith("Closed")
