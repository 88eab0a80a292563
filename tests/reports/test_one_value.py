"""A figure of one client and period has one value wherever it stands, under its own label."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from clients import english_client, full_client, reviewed_client, subscribed_client, yen_client
from workbooks import composed

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck, compose_review, context_of
from reports.deck.exhibits.weekly_use import weekly_line, weeks_of
from reports.deck.model import Box, Deck, Geometry, TextBox
from reports.deck.slide_context import SlideContext
from reports.deck.view.client_view_build import seen
from transforms.core.money import to_major
from transforms.kpis import shown_at, specs
from transforms.metrics.kpi import KpiValue, Place, Unit

OF_OTHERS = "relationship_score"
"""Made of figures that books for tests lack: test_deck_titles and test_relationship check it."""
CLIENTS = (full_client, english_client, reviewed_client, subscribed_client, yen_client)
Shown = tuple[str, str]
"""A label and the value under it, as they are printed."""


def desk(client: ClientFile) -> SlideContext:
    return context_of(seen(client).as_told(client), shipped_brand())


def on_tiles(deck: Deck | None) -> Iterator[Shown]:
    """Of every page: what tiles are of, and their value."""
    assert deck is not None
    for slide in deck.slides:
        for item in slide.elements:
            if isinstance(item, TextBox) and item.geometry is Geometry.ROUNDED and item.alt_text:
                paragraphs = item.body.paragraphs
                if len(paragraphs) == 3:
                    yield paragraphs[0].text, paragraphs[1].text


def printed(context: SlideContext, figure: KpiValue) -> set[str]:
    """The ways in which one number may be printed, with one decimal more or less and its sign."""
    number = figure.number
    if number is None:
        return {context.say("absent")}
    ways = {context.text_of(figure, digits) for digits in (0, 1, 2)}
    if figure.unit is Unit.RATIO:
        part, whole = (round(each or 0) for each in (figure.numerator, figure.denominator))
        of = {"es": "de", "en": "of"}[context.view.language]
        ways |= {f"{part} {of} {whole}", *(f"{way} ({part} {of} {whole})" for way in ways)}
        ways |= {context.formats.signed_percent(number, digits) for digits in (0, 1)}
    if figure.unit in (Unit.POINTS, Unit.COUNT):
        ways |= {context.formats.decimal(number, digits) for digits in (0, 1)}
    return ways | {context.words.count("satisfaction.few", round(figure.denominator or 0))}


def labels(context: SlideContext) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kpi in specs().keys() - {OF_OTHERS}:
        found[context.short_name(kpi)].add(kpi)
        found[context.name_of(kpi)].add(kpi)
    return found


@pytest.mark.thorough
@pytest.mark.parametrize("make", CLIENTS)
def test_what_tiles_print_under_a_figures_label_is_that_figure(
    make: Callable[[], ClientFile],
) -> None:
    client = make()
    context, told = desk(client), 0
    known = labels(context)
    for deck in (compose_deck(client).deck, compose_review(client).deck):
        for label, value in on_tiles(deck):
            for kpi in known.get(label, ()):
                figure = client.kpis.get(kpi, client.period)
                assert value in printed(context, figure), (label, kpi, figure.number)
                told += 1
    assert told >= 5


@pytest.mark.thorough
@pytest.mark.parametrize("make", [full_client, english_client, reviewed_client, yen_client])
def test_the_workbooks_history_has_the_same_numbers_under_the_dictionarys_names(
    make: object,
) -> None:
    client = make()  # type: ignore[operator]
    workbook = composed(client)
    cells = {(cell.row, cell.column): cell.value for cell in workbook.sheet("history").cells}
    names = {specs()[kpi].name(client.language): kpi for kpi in shown_at(Place.HISTORY)}
    (column,) = (at for (_, at), value in cells.items() if value == str(client.period))
    found = {names[str(value)]: row for (row, _), value in cells.items() if value in names}
    assert found
    for kpi, row in found.items():
        figure = client.kpis.get(kpi, client.period)
        if figure.number is None:
            assert isinstance(cells[row, column], str), kpi
        elif figure.unit is Unit.MONEY:
            assert cells[row, column] == float(to_major(int(figure.number), figure.currency))
        else:
            assert cells[row, column] == figure.number, kpi


def test_weeks_are_named_by_the_day_on_which_those_of_the_feed_begin() -> None:
    context = desk(full_client())
    later = replace(context, view=replace(context.view, week_day=3))
    names = [weekly_line(at, Box(0, 0, 9, 9), falls=False).categories for at in (context, later)]
    first = weeks_of(context)[0].period.start
    days = (first, first + timedelta(days=3))
    told = [" ".join(name[0].split()) for name in names]
    assert told == [context.formats.day_of_year(day) for day in days]
