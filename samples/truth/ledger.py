"""Collects the truth client by client and writes it down: figures, totals, faults."""

import csv
import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from samples.faults import Fault
from samples.rates import REPORTING, RateBook
from samples.records import Book
from samples.truth.cash import CashBook, cash_figures
from samples.truth.earnings import EarningsBook, earnings_figures
from samples.truth.experience import (
    Experience,
    days_since_meeting,
    experience,
    experience_figures,
)
from samples.truth.figures import Figure, Number, ratio
from samples.truth.recurring import RecurringBook, recurring_figures
from samples.truth.renewals import renewal_of
from samples.truth.spans import LAST_QUARTER, PORTFOLIO_SPANS, SPANS, Span
from samples.truth.tables import TableTotals
from samples.truth.use import use_figures, weekly_figures

HEADER = (
    *("entity_type", "entity_id", "kpi", "period", "currency", "value", "value_minor"),
    *("numerator", "denominator", "reason"),
)


@dataclass
class _Portfolio:
    """Sums over the clients that have a value, in the reporting currency."""

    minor: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    numerators: dict[str, Number] = field(default_factory=lambda: defaultdict(int))
    denominators: dict[str, Number] = field(default_factory=lambda: defaultdict(int))
    rows: Experience = field(default_factory=Experience)

    def add(self, figures: list[Figure]) -> None:
        for item in figures:
            if item.reason or item.kpi == "dso":
                continue
            if item.is_money:
                self.minor[item.kpi] += int(item.value or 0)
            elif item.numerator is not None and item.denominator is not None:
                self.numerators[item.kpi] += item.numerator
                self.denominators[item.kpi] += item.denominator

    def figures(self) -> list[Figure]:
        sums = [Figure(kpi, minor, is_money=True) for kpi, minor in self.minor.items()]
        ratios = [
            ratio(kpi, numerator, self.denominators[kpi], "no_rows")
            for kpi, numerator in self.numerators.items()
        ]
        return sums + ratios + experience_figures(self.rows)


class Ledger:
    """The truth of a company being written."""

    def __init__(self, rates: RateBook) -> None:
        self._rates = rates
        self._rows: list[tuple[object, ...]] = []
        self._portfolio = {span.name: _Portfolio() for span in PORTFOLIO_SPANS}
        self._faults: list[Fault] = []
        self._renewals: dict[str, dict[str, object]] = {}
        self._last_year: dict[str, int] = defaultdict(int)
        self.tables = TableTotals()

    def add(self, book: Book) -> None:
        """One client, as its rows are loaded."""
        client = book.client
        earned, recurs = EarningsBook(book, self._rates), RecurringBook(book, self._rates)
        owes = CashBook(book, self._rates)
        for span in SPANS:
            figures = [
                *_money_figures(span, client.currency, earned, recurs, owes),
                owes.days_sales_outstanding(span.last_day, client.currency),
                earned.tenure(span),
                *use_figures(book, span),
                days_since_meeting(book, span.last_day),
            ]
            rows = experience(book, span)
            self._put("client", client.account_id, span.name, client.currency, figures)
            told = experience_figures(rows)
            self._put("client", client.account_id, span.name, client.currency, told)
            if span in PORTFOLIO_SPANS:
                together = self._portfolio[span.name]
                together.add(_money_figures(span, REPORTING, earned, recurs, owes))
                together.rows.add(rows)
        for week, figure in weekly_figures(book):
            self._put("client", client.account_id, week, client.currency, [figure])
        base = earned.earnings(LAST_QUARTER, REPORTING).year_base
        self._last_year[client.manager.manager_id] += base
        self._renewals[client.account_id] = renewal_of(book, LAST_QUARTER.last_day)
        self.tables.add(book)

    def note(self, fault: Fault) -> None:
        """A fault that was planted."""
        self._faults.append(fault)
        self.tables.add_fault(fault)

    def last_year(self, manager_id: str) -> int:
        """Revenue of a manager's clients in the quarter a year ago, reporting currency."""
        return self._last_year[manager_id]

    def write(self, directory: Path) -> None:
        """`kpis.csv` and `totals.json`."""
        for name, together in self._portfolio.items():
            self._put("portfolio", "portfolio", name, REPORTING, together.figures())
        directory.mkdir(parents=True, exist_ok=True)
        with (directory / "kpis.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADER)
            writer.writerows(self._rows)
        totals = {
            "tables": self.tables.as_json(),
            "faults": [fault.as_json() for fault in self._faults],
            "held": [fault.account_id for fault in self._faults if fault.outcome == "held"],
            "renewals": self._renewals,
        }
        text = json.dumps(totals, ensure_ascii=False, indent=1)
        (directory / "totals.json").write_text(text + "\n", encoding="utf-8", newline="\n")

    def _put(
        self, entity_type: str, entity_id: str, period: str, currency: str, figures: list[Figure]
    ) -> None:
        for item in figures:
            self._rows.append(
                (
                    entity_type,
                    entity_id,
                    item.kpi,
                    period,
                    currency if item.is_money else "",
                    "" if item.is_money else _text(item.value),
                    _text(item.value) if item.is_money else "",
                    _text(item.numerator),
                    _text(item.denominator),
                    item.reason,
                )
            )


def _money_figures(
    span: Span, currency: str, earned: EarningsBook, recurs: RecurringBook, owes: CashBook
) -> list[Figure]:
    return [
        *earnings_figures(earned.earnings(span, currency)),
        *recurring_figures(recurs.recurring(span, currency)),
        *cash_figures(owes.cash(span.last_day, currency)),
    ]


def _text(number: Number | None) -> str:
    if number is None:
        return ""
    if isinstance(number, int) or float(number).is_integer():
        return str(int(number))
    return repr(float(number))
