"""Collects the truth client by client and writes it down: figures, totals, faults."""

import csv
import json
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from samples.amounts import decimals
from samples.faults import Fault
from samples.people import MANAGERS
from samples.rates import REPORTING, RateBook
from samples.records.book import Book
from samples.records.parties import Lead
from samples.records.plans import Target
from samples.truth.activity import ActivityBook
from samples.truth.agreements import AgreementBook
from samples.truth.cash import CashBook, cash_figures
from samples.truth.deals import Ages, DealBook
from samples.truth.earnings import EarningsBook, earnings_figures
from samples.truth.experience import (
    Experience,
    days_since_meeting,
    experience,
    experience_figures,
    meetings_of_plan,
)
from samples.truth.figures import Figure, Number, absent, count, ratio
from samples.truth.leads import lead_conversion
from samples.truth.outcomes import outcome_figures
from samples.truth.population import Population, member_of
from samples.truth.recurring import RecurringBook, recurring_figures
from samples.truth.renewals import renewal_of
from samples.truth.service_levels import ServiceLevels, service_levels
from samples.truth.spans import LAST_QUARTER, PORTFOLIO_SPANS, SPANS, Span
from samples.truth.tables import TableTotals
from samples.truth.use import days_to_value, use_figures, weekly_figures

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
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    rows: Experience = field(default_factory=Experience)
    service: ServiceLevels = field(default_factory=ServiceLevels)
    deals: Ages = field(default_factory=Ages)
    revenue: int = 0
    year_base: int = 0
    revenues: list[int] = field(default_factory=list)
    """Of each client."""
    sold: int = 0
    sold_year_ago: int = 0

    def add(self, figures: list[Figure]) -> None:
        for item in figures:
            if (item.reason and item.reason != "no_revenue") or item.kpi == "sales_growth":
                continue
            if item.is_money:
                self.minor[item.kpi] += int(item.value or 0)
            elif item.numerator is not None and item.denominator is not None:
                self.numerators[item.kpi] += item.numerator
                self.denominators[item.kpi] += item.denominator
            else:
                self.counts[item.kpi] += int(item.value or 0)

    def add_client(self, money: "_Money", span: Span) -> None:
        """A client's money in the span, in the reporting currency."""
        earned = money.earned.earnings(span, REPORTING)
        self.add(money.figures(span, REPORTING))
        self.deals.days.extend(money.deals.ages(span).days)
        self.revenue += earned.revenue
        self.revenues.append(earned.revenue)
        self.year_base += earned.year_base
        self.sold += money.deals.sold(span, REPORTING)
        self.sold_year_ago += money.deals.sold(span.earlier(12), REPORTING)

    def figures(self) -> list[Figure]:
        sums = [Figure(kpi, minor, is_money=True) for kpi, minor in self.minor.items()]
        ratios = [
            ratio(kpi, numerator, self.denominators[kpi], "no_rows")
            for kpi, numerator in self.numerators.items()
        ]
        counts = [count(kpi, number) for kpi, number in self.counts.items()]
        change = self.revenue - self.year_base
        return [
            *(*sums, *ratios, *counts),
            *experience_figures(self.rows),
            *self.service.figures(),
            self.deals.figure(),
            *_concentration(self.revenues),
            ratio("portfolio_growth", change, self.year_base, "no_opening_revenue"),
            ratio("sales_growth", self.sold - self.sold_year_ago, self.sold_year_ago, "no_deals"),
        ]


def _concentration(revenues: list[int]) -> list[Figure]:
    """How much the largest clients make up of what all with revenue above zero bring."""
    largest = sorted((minor for minor in revenues if minor > 0), reverse=True)
    whole = sum(largest)
    few = "too_few_clients" if largest else "no_revenue"
    index = Fraction(10_000 * sum(minor * minor for minor in largest), whole**2 or 1)
    return [
        ratio("revenue_largest_client", largest[0], whole, few)
        if len(largest) > 1
        else absent("revenue_largest_client", few),
        ratio("revenue_largest_ten", sum(largest[:10]), whole, few)
        if len(largest) > 10
        else absent("revenue_largest_ten", few),
        count("revenue_concentration", index) if largest else absent("revenue_concentration", few),
    ]


class Ledger:
    """The truth of a company being written."""

    def __init__(self, rates: RateBook) -> None:
        self._rates = rates
        self._rows: list[tuple[object, ...]] = []
        self._portfolio = {span.name: _Portfolio() for span in PORTFOLIO_SPANS}
        self._faults: list[Fault] = []
        self._renewals: dict[str, dict[str, object]] = {}
        self._last_year: dict[str, int] = defaultdict(int)
        self._revenue: dict[str, int] = defaultdict(int)
        self._population = {span.name: Population(span, rates) for span in PORTFOLIO_SPANS}
        self.tables = TableTotals()

    def add(self, book: Book) -> None:
        """One client, as its rows are loaded."""
        client = book.client
        earned, recurs = EarningsBook(book, self._rates), RecurringBook(book, self._rates)
        money = _Money(
            book,
            self._rates,
            earned,
            recurs,
            CashBook(book, self._rates),
            DealBook(book, self._rates),
            AgreementBook(book, self._rates),
        )
        for span in SPANS:
            rows, service = experience(book, span), service_levels(book, span)
            figures = [
                *money.figures(span, client.currency),
                *money.owes.days_outstanding(span.last_day, client.currency),
                earned.tenure(span),
                *use_figures(book, span),
                days_to_value(book, span),
                days_since_meeting(book, span.last_day),
                *experience_figures(rows),
                *service.figures(),
                money.deals.ages(span).figure(),
                meetings_of_plan(client, rows.meetings, span),
            ]
            self._put("client", client.account_id, span.name, client.currency, figures)
            if span in PORTFOLIO_SPANS:
                together = self._portfolio[span.name]
                together.add_client(money, span)
                together.rows.add(rows)
                together.service.add(service)
                member = member_of(book, span, self._rates, earned, figures)
                self._population[span.name].add(member)
        for week, figure in weekly_figures(book):
            self._put("client", client.account_id, week, client.currency, [figure])
        self._add_last_quarter(book, earned)
        self._renewals[client.account_id] = renewal_of(book, LAST_QUARTER.last_day)
        self.tables.add(book)

    def _add_last_quarter(self, book: Book, earned: EarningsBook) -> None:
        """To what targets are held against: the manager's revenue, and the client's own."""
        manager, currency = book.client.manager.manager_id, book.client.currency
        quarter = earned.earnings(LAST_QUARTER, REPORTING)
        self._last_year[manager] += quarter.year_base
        self._revenue[manager] += quarter.revenue
        own = earned.earnings(LAST_QUARTER, currency)
        self._attain(book.targets, own.revenue, currency)

    def note(self, fault: Fault) -> None:
        """A fault that was planted."""
        self._faults.append(fault)
        self.tables.add_fault(fault)

    def add_leads(self, leads: list[Lead]) -> None:
        """Everybody's leads: of each manager, of its team (each has one manager), and of all."""
        for span in PORTFOLIO_SPANS:
            self._put("portfolio", "portfolio", span.name, "", [lead_conversion(leads, span)])
            for manager in MANAGERS:
                own = [lead for lead in leads if lead.manager is manager]
                for kind, key in (("manager", manager.manager_id), ("team", manager.team)):
                    self._put(kind, key, span.name, "", [lead_conversion(own, span)])

    def add_targets(self, targets: list[Target]) -> None:
        """Those of managers and of their teams, each of which has one manager."""
        revenue = {item.team: self._revenue[item.manager_id] for item in MANAGERS} | self._revenue
        for target in targets:
            self._attain([target], revenue[target.entity_id], REPORTING)

    def _attain(self, targets: list[Target], revenue: int, currency: str) -> None:
        """Revenue of the showcase quarter over what was aimed at, in the entity's currency."""
        for item in targets:
            minor = int(item.target.replace(".", "")) * 10 ** decimals(currency)
            figure = ratio("revenue_target_attainment", revenue, minor, "no_target")
            self._put(item.entity_type, item.entity_id, item.period, "", [figure])

    def last_year(self, manager_id: str) -> int:
        """Revenue of a manager's clients in the quarter a year ago, reporting currency."""
        return self._last_year[manager_id]

    def write(self, directory: Path) -> None:
        """`kpis.csv` and `totals.json`."""
        for name, population in self._population.items():
            for account, currency, figures in population.figures():
                if currency:
                    self._put("client", account.account_id, name, currency, figures)
                else:
                    self._portfolio[name].add(figures)
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


@dataclass(frozen=True)
class _Money:
    """One client's money, from every side, and what goes with it."""

    book: Book
    rates: RateBook
    earned: EarningsBook
    recurs: RecurringBook
    owes: CashBook
    deals: DealBook
    agreements: AgreementBook

    def figures(self, span: Span, currency: str) -> list[Figure]:
        """Of the span, in one currency; those of many clients are their sums."""
        return [
            *earnings_figures(self.earned.earnings(span, currency)),
            *self.earned.new_or_back(span),
            *recurring_figures(self.recurs.recurring(span, currency)),
            *ActivityBook(self.book, self.earned).figures(span),
            *cash_figures(self.owes.cash(span.last_day, currency)),
            *self.deals.figures(span, currency),
            *self.agreements.figures(span, currency),
            *outcome_figures(self.book, span, self.rates, currency),
        ]


def _text(number: Number | None) -> str:
    if number is None:
        return ""
    if isinstance(number, int) or float(number).is_integer():
        return str(int(number))
    return repr(float(number))
