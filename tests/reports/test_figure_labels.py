"""A label names one figure, in every file, on every page and in every command."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from portfolio_books import ageing, book, figures, mrr

from messages.catalogue import languages
from reports.deck.wording import Wording
from reports.workbook.model import Workbook
from reports.workbook.portfolio.book import NamedScorecard, PortfolioFile
from reports.workbook.portfolio.compose import compose_portfolio
from reports.workbook.words import WorkbookWords
from transforms.clients.scorecard import scorecard_of
from transforms.core.canonical import CanonicalTables
from transforms.core.money import to_major
from transforms.core.periods import Period
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Unit

Q3 = Period.parse("2026-Q3")
Labelled = tuple[str, str]
"""A label and the figure under it."""
POTENTIAL_CONTRIBUTION = "potential contribution"
"""A figure of the managers' sheet that is no KPI: potential value at today's margin."""
FORWARD_MARGIN = "forward margin"
"""The renewal workbook's own: on next year's net price."""


class Told:
    """Every figure with a number of its own, by which its cell is found again."""

    def number(self, kpi: str) -> int:
        return 1_000_003 + 7_919 * list(specs()).index(kpi)

    def get(self, kpi: str, period: Period) -> KpiValue:
        unit, number = specs()[kpi].unit, self.number(kpi)
        is_money = unit is Unit.MONEY
        return KpiValue(
            "manager",
            "ana",
            kpi,
            period,
            unit,
            1,
            currency="EUR" if is_money else "",
            value=None if is_money else float(number),
            value_minor=number if is_money else None,
            numerator=float(number),
            denominator=float(number),
        )

    def kpi_of(self, cell: object) -> str | None:
        if not isinstance(cell, int | float):
            return None
        shown = {
            float(to_major(self.number(kpi), "EUR"))
            if spec.unit is Unit.MONEY
            else float(self.number(kpi)): kpi
            for kpi, spec in specs().items()
        }
        return shown.get(float(cell))


def managers_book(language: str) -> PortfolioFile:
    card = scorecard_of(Told(), CanonicalTables({}), "manager", "ana", Q3)
    return book(language, scorecards=(NamedScorecard("manager", "Ana", card),))


def of_names(language: str) -> Iterator[Labelled]:
    """What the dictionary, commands, histories and definitions call figures."""
    for kpi, spec in specs().items():
        yield spec.name(language), kpi


def of_decks(language: str) -> Iterator[Labelled]:
    """What tiles and axes call them."""
    words = Wording(language)
    for kpi in specs():
        for key in (f"short.{kpi}", f"names.{kpi}"):
            if words.has(key):
                yield words.say(key), kpi


def of_managers(language: str) -> Iterator[Labelled]:
    """Heads of the columns of the managers' sheet."""
    workbook = compose_portfolio(managers_book(language))
    yield from under_heads(workbook, "managers")
    words = WorkbookWords(language, language, "EUR")
    told = words.say("managers_won.potential_contribution", currency="EUR")
    yield told, POTENTIAL_CONTRIBUTION


def under_heads(workbook: Workbook, sheet: str) -> Iterator[Labelled]:
    cells = {(cell.row, cell.column): cell.value for cell in workbook.sheet(sheet).cells}
    for (row, column), value in cells.items():
        if (kpi := Told().kpi_of(value)) is None:
            continue
        above = (cells.get((up, column)) for up in range(row - 1, -1, -1))
        yield next(text for text in above if isinstance(text, str)), kpi


def of_renewals(language: str) -> Iterator[Labelled]:
    words = WorkbookWords(language, language, "EUR")
    for key in ("scenarios.margin", "summary.margin", "counteroffer.margin", "approvals.margin"):
        yield words.say(key), FORWARD_MARGIN
    yield Wording(language).say("renewal.margin"), FORWARD_MARGIN


def of_money(language: str) -> Iterator[Labelled]:
    """Heads of the columns of the bridge, of the ages, and of how much hangs on few clients."""
    of_all = ("portfolio", "portfolio", "EUR")
    rows = [(*row[:3], Told().number(row[2]), row[4]) for row in (*mrr(*of_all), *ageing(*of_all))]
    shares = ("revenue_largest_client", "revenue_largest_ten", "revenue_concentration")
    told = figures(
        *rows, shares=(("portfolio", "portfolio", *(float(Told().number(kpi)) for kpi in shares)),)
    )
    workbook = compose_portfolio(book(language, figures=told))
    for sheet in ("mrr", "ageing", "concentration"):
        yield from under_heads(workbook, sheet)


SOURCES = (of_names, of_decks, of_managers, of_money, of_renewals)


def labels(language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for source in SOURCES:
        for label, figure in source(language):
            found[re.sub(r", EUR$", "", label).casefold()].add(figure)
    return found


@pytest.mark.parametrize("language", languages())
def test_a_label_names_one_figure(language: str) -> None:
    assert {label: told for label, told in labels(language).items() if len(told) > 1} == {}


@pytest.mark.parametrize("language", languages())
def test_every_figure_of_the_managers_sheet_is_collected(language: str) -> None:
    found = {figure for _, figure in of_managers(language)}
    assert len(found) >= 20


@pytest.mark.parametrize("language", languages())
def test_columns_of_a_bridge_and_of_ages_stand_over_their_figures(language: str) -> None:
    heads: dict[str, set[str]] = defaultdict(set)
    for label, kpi in of_money(language):
        heads[label].add(kpi)
    named = {kpi for told in heads.values() for kpi in told}
    assert {len(told) for told in heads.values()} == {1}
    assert {"mrr", "mrr_new", "mrr_churn", "ageing_1_30", "open_balance"} <= named
    assert {"revenue_largest_client", "revenue_largest_ten", "revenue_concentration"} <= named
