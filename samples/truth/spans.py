"""The periods that the truth is told for."""

from dataclasses import dataclass
from datetime import date, timedelta

from samples.days import DELIVERY, add_months, months_between, quarter_name


@dataclass(frozen=True)
class Span:
    """Whole months `[start, end)`."""

    name: str
    start: date
    end: date

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def months(self) -> list[date]:
        return months_between(self.start, self.end)

    def earlier(self, months: int) -> "Span":
        """The same length, so many months before."""
        return Span("", add_months(self.start, -months), add_months(self.end, -months))

    @property
    def before(self) -> "Span":
        return self.earlier(len(self.months))

    @property
    def year_to_end(self) -> "Span":
        """The twelve months that end with it."""
        return Span("", add_months(self.end, -12), self.end)


def quarter(start: date) -> Span:
    return Span(quarter_name(start), start, add_months(start, 3))


def month(start: date) -> Span:
    return Span(f"{start:%Y-%m}", start, add_months(start, 1))


LAST_QUARTER = quarter(add_months(DELIVERY, -3))
LAST_MONTH = month(add_months(DELIVERY, -1))
SPANS = (
    quarter(add_months(DELIVERY, -6)),
    LAST_QUARTER,
    *(month(add_months(DELIVERY, -back)) for back in (4, 3, 2, 1)),
)
PORTFOLIO_SPANS = (LAST_QUARTER, LAST_MONTH)
