"""A figure over a feed most of whose rows join no account says so where it stands."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from clients import english_client, full_client
from portfolio_books import book
from workbooks import composed

from messages.catalogue import catalogue
from messages.formats import Formats
from portal.figures import figure_lines
from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.model import Deck, Placeholder, Role
from reports.workbook.portfolio.compose import compose_portfolio
from transforms.core.periods import Period
from transforms.kpis import shown_at, specs
from transforms.metrics.kpi import Caveat, Place
from warehouse.portal.records import ShownFigure

OVER = "tickets"


def of_few(client: ClientFile) -> ClientFile:
    """The same client, few rows of the company's tickets joining anybody."""
    values = {
        key: replace(figure, note=Caveat.FEW_JOIN.value)
        if OVER in specs()[figure.kpi].feeds and figure.number is not None
        else figure
        for key, figure in client.kpis.values.items()
    }
    return replace(client, kpis=replace(client.kpis, values=values))


def feet(deck: Deck | None) -> dict[str, str]:
    assert deck is not None
    return {
        slide.name: "".join(run.text for part in item.body.paragraphs for run in part.runs)
        for slide in deck.slides
        for item in slide.elements
        if isinstance(item, Placeholder) and item.role is Role.FOOTER
    }


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("client", "said"),
    [(full_client, "con parte de los registros"), (english_client, "based on part of the records")],
)
def test_the_foot_of_a_decks_page_and_the_workbook_say_so(client, said: str) -> None:
    told = feet(compose_deck(of_few(client())).deck)
    assert said in told["service"] and said not in told["usage"]
    assert said not in "".join(feet(compose_deck(client()).deck).values())
    cells = [str(cell.value) for cell in composed(of_few(client())).sheet("history").cells]
    caveat = catalogue(client().language).say("caveat-few-join")
    (line,) = [text for text in cells if caveat in text]
    named = [kpi for kpi in shown_at(Place.HISTORY) if OVER in specs()[kpi].feeds]
    names = [specs()[kpi].name(client().language) for kpi in named]
    assert names and any(name in line for name in names)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_portfolios_sheets_say_it_under_their_lists(language: str) -> None:
    of_all = book(language)
    is_of_few = of_all.figures["kpi"].isin(["open_balance", "mrr_churn"])
    noted = of_all.figures.assign(note=is_of_few.map({True: Caveat.FEW_JOIN.value, False: ""}))
    lucia = of_all.scorecards[0]
    card = replace(lucia.card, nps=replace(lucia.card.nps, note=Caveat.FEW_JOIN.value))
    cards = (replace(lucia, card=card), *of_all.scorecards[1:])
    workbook = compose_portfolio(replace(of_all, figures=noted, scorecards=cards))
    caveat = catalogue(language).say("caveat-few-join")
    told = {
        sheet.key: [text for cell in sheet.cells if caveat in (text := str(cell.value))]
        for sheet in workbook.sheets
    }
    names = {"ageing": "open_balance", "mrr": "mrr_churn", "managers": "nps"}
    assert {key: lines for key, lines in told.items() if lines} == {
        key: [f"{specs()[kpi].name(language)}: {caveat}"] for key, kpi in names.items()
    }
    assert not any(
        caveat in str(cell.value)
        for sheet in compose_portfolio(of_all).sheets
        for cell in sheet.cells
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_portals_page_says_it_beside_the_value(language: str) -> None:
    kpi = next(kpi for kpi in shown_at(Place.PORTAL) if specs()[kpi].unit == "money")
    period, known = Period.parse("2026-Q3"), datetime(2026, 10, 1, tzinfo=UTC)
    facts = ("a", str(period), kpi, "money", "EUR", None, 100, "")
    lines = [
        figure_lines([ShownFigure(*facts, note, known)], period, Formats(language), language)
        for note in (Caveat.FEW_JOIN, "")
    ]
    caveat = catalogue(language).say("caveat-few-join")
    assert [line.beside for (line,) in lines] == [caveat, ""]
