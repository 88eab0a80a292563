"""A balance that payments kept out may have lowered is no demand: where it stands, that is said."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from clients import QUARTER, reviewed_client
from portfolio_books import book
from test_brief import brief, change, entry, rows
from test_review_urgency import in_english, known, page, review, texts

from messages.catalogue import catalogue
from messages.formats import Formats
from portal.figures import figure_lines
from reports.client import ClientFile
from reports.deck.model import TextBox
from reports.workbook.portfolio.compose import compose_portfolio
from transforms.metrics.kpi import Caveat
from warehouse.portal.records import ShownFigure

pytestmark = pytest.mark.thorough

NOTE = Caveat.PAYMENTS_KEPT_OUT.value
CHECK = {
    language: catalogue(language).say("deck-brief-check-payments") for language in ("en", "es")
}


def doubted(client: ClientFile) -> ClientFile:
    values = {
        key: replace(figure, note=NOTE)
        if figure.kpi in ("open_balance", "overdue_balance")
        else figure
        for key, figure in client.kpis.values.items()
    }
    return replace(client, kpis=replace(client.kpis, values=values))


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_review_asks_what_was_paid_before_it_asks_for_money(language: str) -> None:
    client = reviewed_client() if language == "es" else in_english(reviewed_client())
    fee = client.kpis.get("mrr", QUARTER).value_minor or 0
    sure = known(client, overdue_balance=4 * fee, open_balance=8 * fee)
    said = {"es": ("hasta ", "Hasta "), "en": ("up to ", "Up to ")}[language]
    before, after = review(sure), review(doubted(sure))
    assert said[0] not in page(before, "overview").title
    assert said[0] in page(after, "overview").title
    assert page(after, "receivables").title.startswith(said[1])
    note = catalogue(language).say("deck-receivables-note-doubted")
    assert note in texts(page(after, "receivables"))
    assert note not in texts(page(before, "receivables"))
    shown = [text for item in page(after, "overview").elements for text in words(item)]
    assert CHECK[language] in " ".join(shown)


def words(item: object) -> list[str]:
    return [item.body.text] if isinstance(item, TextBox) else []


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_brief_asks_for_the_payments_first(language: str) -> None:
    owing = change("overdue_balance", 0, 2_000_000)
    unsure = replace(owing, now=replace(owing.now, note=NOTE))
    told = rows(brief(entry("Owes", unsure), language=language).deck.slides[1])
    assert CHECK[language] in told[0]
    sure = rows(brief(entry("Owes", owing), language=language).deck.slides[1])
    assert CHECK[language] not in sure[0]


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_portfolios_list_and_the_portal_say_it_beside_the_balance(language: str) -> None:
    of_all = book(language)
    is_doubted = of_all.figures["kpi"].eq("open_balance")
    noted = of_all.figures.assign(note=is_doubted.map({True: NOTE, False: ""}))
    workbook = compose_portfolio(replace(of_all, figures=noted))
    caveat = catalogue(language).say("caveat-payments-kept-out")
    told = {
        sheet.key for sheet in workbook.sheets for cell in sheet.cells if caveat in str(cell.value)
    }
    assert told == {"ageing"}
    known_at = datetime(2026, 10, 1, tzinfo=UTC)
    facts = ("a", str(QUARTER), "overdue_balance", "money", "EUR", None, 100, "")
    shown = [ShownFigure(*facts, NOTE, known_at)]
    (line,) = figure_lines(shown, QUARTER, Formats(language), language)
    assert line.beside == caveat
