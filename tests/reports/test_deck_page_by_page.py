"""What readers found who went through decks page by page: each kind stays mended."""

from dataclasses import replace

import pytest
from clients import QUARTER, Client, client_file
from deck_rules import broken, said

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.chain import beside
from reports.deck.chain.links import chain
from reports.deck.compose import _concluded, compose_deck, context_of, slide_modules
from reports.deck.exhibits.ratings_chart import ratings_chart, ratings_drawn
from reports.deck.model import Box, Chart, Deck, Slide, Table
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.slides import breakdown, service
from reports.deck.view.client_view_build import client_view
from transforms.core.periods import Period
from transforms.service.breakdowns import Cause

PLACE = Box(0, 0, 4_000_000, 3_000_000)


def desk(client: ClientFile) -> SlideContext:
    return context_of(client_view(client), shipped_brand())


def told(client: ClientFile, kpi: str, of: Period = QUARTER, **parts: object) -> ClientFile:
    values = dict(client.kpis.values)
    values[kpi, str(of)] = replace(client.kpis.get(kpi, QUARTER), period=of, reason=None, **parts)
    return replace(client, kpis=replace(client.kpis, values=values))


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client, shipped_brand()).deck
    assert deck is not None
    return deck


def page(client: ClientFile, name: str) -> Slide:
    return next(slide for slide in deck_of(client).slides if slide.name == name)


@pytest.mark.parametrize(("language", "absent"), [("es", "n/d"), ("en", "n/a")])
def test_ratings_alone_are_drawn_by_quarter(language: str, absent: str) -> None:
    client = client_file(Client(nps_scores=(), language=language))
    shown = page(client, "satisfaction")
    (chart,) = [item for item in shown.elements if isinstance(item, Chart)]
    (series,) = chart.plots[0].series
    quarters = (QUARTER.previous, QUARTER)
    assert series.values == tuple(client.kpis.get("csat", item).value for item in quarters)
    assert not any(text.startswith("NPS") or absent in text for text in said(shown))
    assert not any(broken(deck_of(client)).values())


def test_a_quarter_with_few_ratings_has_no_column() -> None:
    client = client_file(Client(nps_scores=()))
    client = told(client, "csat", QUARTER.shift(-2), value=0.5, numerator=10, denominator=20)
    client = told(client, "csat", QUARTER.previous, value=0.5, numerator=1, denominator=2)
    context = desk(client)
    _, chart, _ = ratings_chart(context, ratings_drawn(context), PLACE, PLACE.bottom)
    assert isinstance(chart, Chart)
    assert [value is None for value in chart.plots[0].series[0].values] == [False, True, False]
    assert not ratings_drawn(desk(told(client, "csat", value=1.0, numerator=2, denominator=2)))


@pytest.mark.parametrize(
    ("language", "words"), [("es", "6 de 20 respuestas"), ("en", "6 of 20 replies")]
)
def test_late_replies_stand_beside_late_incidents(language: str, words: str) -> None:
    client = client_file(Client(language=language))
    parts = {"value": 0.7, "numerator": 14, "denominator": 20}
    found = service.headline(desk(told(client, "first_response_on_time", **parts)), ())
    assert isinstance(found, Headline)
    assert words in found.title.text
    assert ("2 de 3" if language == "es" else "2 of 3") in found.title.text
    steady = service.headline(desk(client), ())
    assert isinstance(steady, Headline) and steady.title.rule == "titles.service.late"


@pytest.mark.parametrize("standing", [0.0, 1.0])
@pytest.mark.parametrize("language", ["es", "en"])
def test_what_is_shown_of_incidents_has_one_day_on_every_page(
    language: str, standing: float
) -> None:
    client = client_file(Client(language=language, use_trend=0.0))
    client = told(client, "critical_open", value=standing)
    context = desk(client)
    story = tuple(_concluded(context, slide_modules(), {}).story.values())
    link = next(item for item in chain(context, story) if item.rule.startswith("critical"))
    assert link.due is not None and link.due == link.decide_by(context)
    day = context.formats.day(link.due)
    assert day in " ".join(said(page(client, "summary")))
    table = next(item for item in page(client, "decisions").elements if isinstance(item, Table))
    row = next(row for row in table.rows if row.cells[0].body.text == "1")
    assert any(cell.body.text == day for cell in row.cells)


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "4 tickets son de ese módulo"), ("en", "4 tickets concern that module")],
)
def test_a_module_without_use_is_told_with_its_tickets(language: str, words: str) -> None:
    view = client_view(client_file(Client(language=language)))
    assert any(part.name == "Informes" and not part.events for part in view.parts)
    causes = (Cause("Other", 9, 1, 0), Cause("informes", 4, 0, 1))
    context = context_of(replace(view, causes=causes), shipped_brand())
    found = breakdown.headline(context, ())
    assert isinstance(found, Headline) and words in found.title.text
    (link,) = beside._module(context)
    assert words in link.finding.text
    silent = context_of(replace(view, causes=causes[:1]), shipped_brand())
    assert words not in beside._module(silent)[0].finding.text
