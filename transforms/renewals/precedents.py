"""What other clients of the kind asked for at renewal, what they were given, what became of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median

import pandas as pd

from transforms.core.cells import Row, day_of, number_of, records, text_of, whole_of
from transforms.core.rates import MissingRateError, RateKind, Rates
from transforms.renewals.client_evidence import CostKind
from transforms.renewals.discount_arithmetic import margin
from transforms.renewals.value import YEAR_MONTHS

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
    margin_after: float | None = None
    """Contribution margin at the price granted, on the account's cost of the twelve months until
    the decision; None where the client left, or not all of it is known."""


@dataclass(frozen=True)
class DecidedRequests:
    """Every decided request of the company, and what its prices are compared in."""

    rows: pd.DataFrame
    """Of `renewal_requests`, with the account's `segment`."""
    costs: pd.DataFrame
    """Of `costs`, at least of these accounts."""
    rates: Rates
    currency: str

    @property
    def segments(self) -> tuple[str, ...]:
        """All that there are cases of; the empty one are accounts without."""
        return tuple(sorted(set(self.rows["segment"])))

    def of_segment(self, segment: str, but: Collection[str] = ()) -> tuple[Precedent, ...]:
        """Those of the segment's accounts but a client's own, the newest first."""
        cases = self._by_segment.get(segment, ())
        return tuple(case for account, case in cases if account not in but)

    @cached_property
    def _by_segment(self) -> dict[str, list[tuple[str, Precedent]]]:
        """Accounts with their cases, the newest first."""
        found: dict[str, list[tuple[str, Precedent]]] = {}
        for row in self._decided:
            if (made := self._precedent(row)) is not None:
                case = text_of(row["account_id"]), made
                found.setdefault(text_of(row["segment"]), []).append(case)
        for cases in found.values():
            cases.sort(key=lambda case: case[1].decided_date, reverse=True)
        return found

    @cached_property
    def _decided(self) -> list[Row]:
        return records(self.rows)

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
        granted, outcome = number_of(row["granted_discount"]), text_of(row["outcome"])
        return Precedent(day, asked, granted, outcome, minor, self._margin_after(row, day))

    def margins_of(self, accounts: Collection[str]) -> dict[str, float]:
        """Margins after a client's own decided requests, by request, as far as they are known."""
        found = {
            text_of(row["request_id"]): self._margin_after(row, day)
            for row in self._decided
            if row["account_id"] in accounts
            and (day := day_of(row["decided_date"])) is not None
            and row["price_minor"] is not None
        }
        return {key: margin for key, margin in found.items() if margin is not None}

    def _margin_after(self, row: Row, day: date) -> float | None:
        granted, base = number_of(row["granted_discount"]), text_of(row["currency"])
        if row["outcome"] != "renewed" or granted is None:
            return None
        net = whole_of(row["price_minor"]) * (1 - granted)
        cost = self._year_of_cost(text_of(row["account_id"]), day, base)
        return margin(net, cost) if net > 0 and cost is not None else None

    def _year_of_cost(self, account: str, day: date, currency: str) -> int | None:
        """Of the twelve months until a day; None unless each of them has a cost of both kinds in
        the currency, and no other."""
        last = _month(day)
        year = [
            cost
            for cost in self._costs.get(account, ())
            if last - YEAR_MONTHS < _month(cost.month) <= last
        ]
        told = {(cost.kind, cost.month) for cost in year}
        if len(told) < YEAR_MONTHS * len(CostKind) or {cost.currency for cost in year} != {
            currency
        }:
            return None
        return sum(cost.amount_minor for cost in year)

    @cached_property
    def _costs(self) -> dict[str, list["_MonthCost"]]:
        """By account, of those that asked."""
        asking = set(self.rows["account_id"])
        found: dict[str, list[_MonthCost]] = {}
        for row in records(self.costs[self.costs["account_id"].isin(asking)]):
            if (month := day_of(row["month"])) is not None:
                kind, currency = text_of(row["cost_kind"]), text_of(row["currency"])
                cost = _MonthCost(month, kind, whole_of(row["amount_minor"]), currency)
                found.setdefault(text_of(row["account_id"]), []).append(cost)
        return found


@dataclass(frozen=True)
class _MonthCost:
    """A cost of one month."""

    month: date
    kind: str
    amount_minor: int
    currency: str


def _month(day: date) -> int:
    """Months counted on, over years."""
    return YEAR_MONTHS * day.year + day.month


def decided_requests(
    requests: pd.DataFrame,
    accounts: pd.DataFrame,
    costs: pd.DataFrame,
    rates: Rates,
    currency: str,
    until: date,
) -> DecidedRequests:
    """The rows of `renewal_requests` that were decided by a day."""
    is_told = requests["outcome"].isin(["renewed", "lost"])
    told = requests[is_told & (requests["decided_date"] <= pd.Timestamp(until))]
    segments = accounts[["account_id", "segment"]].fillna({"segment": ""})
    rows = told.merge(segments, on="account_id", how="inner", validate="many_to_one")
    return DecidedRequests(rows, costs, rates, currency)


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
    median_margin: float | None
    """Margin after; None where it is known of fewer than `FEWEST`."""
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
    margins = [case.margin_after for case in cases if case.margin_after is not None]
    return PrecedentSummary(
        count=len(cases),
        renewed=sum(case.outcome == "renewed" for case in cases),
        median_asked=median(case.asked for case in cases),
        median_granted=median(granted) if len(granted) >= FEWEST else None,
        median_margin=median(margins) if len(margins) >= FEWEST else None,
        share_below=sum(case.asked < asked for case in cases) / len(cases),
    )
