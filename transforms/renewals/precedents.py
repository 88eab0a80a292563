"""What other clients of the kind asked for at renewal, what they were given, what became of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

import pandas as pd

from transforms.core.cells import Row, day_of, number_of, records, text_of, whole_of
from transforms.core.rates import MissingRateError, RateKind, Rates

FEWEST = 5
"""Decided cases from which on a request is set among them; fewer are only listed."""
_SMALLEST, _LARGEST = 0.5, 2.0
"""Prices of the same size, as shares of this one."""


@dataclass(frozen=True)
class Precedent:
    """A decided request of another client. It does not say whose."""

    decided_date: date
    asked: float
    """Share of the price at that time, 0 to 1."""
    granted: float | None
    """The same; None where nobody said."""
    outcome: str
    """`renewed` or `lost`."""
    price_minor: int
    """A year, in the company's currency at the month-end rate of the decision."""


@dataclass(frozen=True)
class DecidedRequests:
    """Every decided request of the company, and what its prices are compared in."""

    rows: pd.DataFrame
    """Of `renewal_requests`, with the account's `segment`."""
    rates: Rates
    currency: str

    @property
    def segments(self) -> tuple[str, ...]:
        """All that there are cases of; the empty one are accounts without."""
        return tuple(sorted(set(self.rows["segment"])))

    def of_segment(self, segment: str, but: Collection[str] = ()) -> tuple[Precedent, ...]:
        """Those of the segment's accounts but a client's own, the newest first."""
        theirs = self.rows[(self.rows["segment"] == segment) & ~self.rows["account_id"].isin(but)]
        found = [made for row in records(theirs) if (made := self._precedent(row)) is not None]
        return tuple(sorted(found, key=lambda item: item.decided_date, reverse=True))

    def _precedent(self, row: Row) -> Precedent | None:
        """None where the price is not known in the company's currency."""
        day, asked = day_of(row["decided_date"]), number_of(row["requested_discount"])
        if day is None or asked is None or row["price_minor"] is None:
            return None
        price, base = whole_of(row["price_minor"]), text_of(row["currency"])
        try:
            minor = self.rates.convert(RateKind.MONTH_END, price, base, self.currency, day)
        except MissingRateError:
            return None
        granted = number_of(row["granted_discount"])
        return Precedent(day, asked, granted, text_of(row["outcome"]), minor)


def decided_requests(
    requests: pd.DataFrame, accounts: pd.DataFrame, rates: Rates, currency: str, until: date
) -> DecidedRequests:
    """The rows of `renewal_requests` that were decided by a day."""
    is_told = requests["outcome"].isin(["renewed", "lost"])
    told = requests[is_told & (requests["decided_date"] <= pd.Timestamp(until))]
    segments = accounts[["account_id", "segment"]].fillna({"segment": ""})
    rows = told.merge(segments, on="account_id", how="inner", validate="many_to_one")
    return DecidedRequests(rows, rates, currency)


def of_like_size(cases: Sequence[Precedent], price_minor: float) -> tuple[Precedent, ...]:
    """Those whose price was half to double of this one, in the company's currency.

    >>> case = Precedent(date(2026, 1, 31), 0.1, 0.05, "renewed", 100)
    >>> [len(of_like_size([case], price)) for price in (49, 50, 200, 201)]
    [0, 1, 1, 0]
    """
    smallest, largest = _SMALLEST * price_minor, _LARGEST * price_minor
    return tuple(case for case in cases if smallest <= case.price_minor <= largest)


@dataclass(frozen=True)
class PrecedentSummary:
    """What like cases say together, where there are enough."""

    count: int
    renewed: int
    median_asked: float
    median_granted: float | None
    """None where it is known of fewer than `FEWEST`."""
    share_below: float
    """Of the cases, those that asked for less than this request."""


def summary_of(cases: Sequence[Precedent], asked: float) -> PrecedentSummary | None:
    """None for fewer than `FEWEST` cases.

    >>> cases = [Precedent(date(2026, 1, n), n / 20, 0.05, "renewed", 1) for n in range(1, 6)]
    >>> found = summary_of(cases, 0.2)
    >>> found.count, found.median_asked, found.median_granted, found.share_below
    (5, 0.15, 0.05, 0.6)
    """
    if len(cases) < FEWEST:
        return None
    granted = [case.granted for case in cases if case.granted is not None]
    return PrecedentSummary(
        count=len(cases),
        renewed=sum(case.outcome == "renewed" for case in cases),
        median_asked=median(case.asked for case in cases),
        median_granted=median(granted) if len(granted) >= FEWEST else None,
        share_below=sum(case.asked < asked for case in cases) / len(cases),
    )
