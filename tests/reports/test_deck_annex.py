"""The annex tells this client what its own figures mean, and no more."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from clients import QUARTER, english_client, full_client

from reports.brand import inches, shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck, context_of
from reports.deck.exhibits.frame import bullet_list
from reports.deck.exhibits.glance import glanced
from reports.deck.exhibits.weekly_use import _week_names, weeks_of
from reports.deck.model import Box, Slide, Table, TextBox
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides import appendix
from reports.deck.view.client_view_build import client_view
from transforms.metrics.kpi import Missing
from transforms.service.breakdowns import Cause
from transforms.service.delivery_tasks import DueTask


def context_with(client: ClientFile, **changed: object) -> SlideContext:
    return context_of(replace(client_view(client), **changed), shipped_brand())


def defined(context: SlideContext) -> list[str]:
    """The figures that the annex of a deck about use and service defines."""
    story = tuple(
        Headline(name, Tone.GOOD, Phrase("", f"titles.{name}.good"), Phrase("", ""))
        for name in ("usage", "service")
    )
    found = appendix.headline(context, story)
    assert isinstance(found, Headline)
    first = appendix.compose(context, found, story)[0]
    table = next(item for item in first.elements if isinstance(item, Table))
    return [row.cells[0].body.text for row in table.rows[1:]]


def test_only_figures_that_the_client_has_are_defined() -> None:
    client = full_client()
    values = dict(client.kpis.values)
    quiet = replace(
        client.kpis.get("first_response_median", QUARTER), value=None, reason=Missing.NO_ROWS
    )
    values["first_response_median", str(QUARTER)] = quiet
    name = "Primera respuesta"
    assert name in defined(context_with(client))
    without = replace(client, kpis=replace(client.kpis, values=values))
    assert name not in defined(context_with(without))


@pytest.mark.parametrize(
    ("client", "week_day", "said"),
    [
        (full_client, 0, "Las semanas van de lunes a domingo."),
        (full_client, 3, "Las semanas van de jueves a miércoles."),
        (english_client, 3, "Weeks run from Thursday to Wednesday."),
    ],
)
def test_use_is_defined_by_the_weeks_of_this_client(
    client: Callable[[], ClientFile], week_day: int, said: str
) -> None:
    context = context_with(client(), week_day=week_day)
    assert said in context.definition_of("usage_change")


SHORT = ("usage", "service", "satisfaction", "delivery")


def annex(told: Sequence[str], **changed: object) -> tuple[Slide, ...]:
    context = context_with(full_client(), **changed)
    story = tuple(
        Headline(name, Tone.GOOD, Phrase("", f"titles.{name}.good"), Phrase("", ""))
        for name in told
    )
    found = appendix.headline(context, story)
    assert isinstance(found, Headline)
    return appendix.compose(context, found, story)


def test_sources_stand_under_the_last_definitions_where_there_is_room() -> None:
    few = annex(("usage",))
    many = annex((*SHORT, "breakdown", "investment", "peers", "value"))
    assert [len(few), len(many)] == [1, 2]
    for pages in (few, many):
        for page in pages:
            boxes = [item.box for item in page.elements if isinstance(item, Table)]
            foot = shipped_brand().body.bottom
            assert boxes and all(box.bottom <= foot for box in boxes)
        *_, defined, sources = (item.box for item in pages[-1].elements if isinstance(item, Table))
        assert defined.bottom < sources.top


def tables_on(pages: Sequence[Slide]) -> list[list[Table]]:
    return [[item for item in page.elements if isinstance(item, Table)] for page in pages]


def test_definitions_that_fit_on_a_page_are_not_split() -> None:
    told = ("usage", "service", "satisfaction", "investment", "peers")
    systems = {name: (name,) for name in context_with(full_client()).view.sources}
    first, last = tables_on(annex(told, sources=systems))
    assert [table.rows[0].cells[0].body.text for table in first] == ["Indicador"]
    assert [table.rows[0].cells[0].body.text for table in last] == ["Sistema de origen"]


@pytest.mark.parametrize("make", [full_client, english_client])
def test_figures_are_defined_once_by_the_names_on_their_pages(
    make: Callable[[], ClientFile],
) -> None:
    deck = compose_deck(make()).deck
    assert deck is not None
    defined = [
        row.cells[0].body.text
        for page in deck.slides
        if page.name == "appendix"
        for table in tables_on([page])[0][:1]
        for row in table.rows[1:]
    ]
    assert len(defined) == len(set(defined))
    texts = {
        item.body.text
        for page in deck.slides
        if page.name == "summary"
        for item in page.elements
        if isinstance(item, TextBox)
    }
    context = context_with(make())
    assert {context.short_name(kpi) for kpi in glanced(context)} <= texts & set(defined)


def test_a_delay_without_room_for_its_tile_is_not_defined() -> None:
    def names(count: int) -> list[str]:
        day = QUARTER.start
        late = tuple(
            DueTask(f"Tarea {n}", "Uno", False, day, day + timedelta(days=n), n, "")
            for n in range(count)
        )
        return [
            row.cells[0].body.text
            for (table, *_) in tables_on(annex(("delivery",), due_tasks=late))
            for row in table.rows[1:]
        ]

    assert "Retraso, mediana" in names(3)
    assert "Retraso, mediana" not in names(30)


def test_only_systems_of_pages_that_are_there_are_named() -> None:
    def kinds(*told: str) -> str:
        (*_, sources) = (table for page in tables_on(annex(told)) for table in page)
        return " ".join(row.cells[1].body.text.lower() for row in sources.rows[1:])

    assert "tickets" in kinds("usage", "service")
    assert "tickets" not in kinds("usage") and "encuestas" not in kinds("usage")


def test_what_causes_leave_out_is_told_beside_causes_alone() -> None:
    for causes, is_told in (((Cause("x", 3, 0, None),), True), ((), False)):
        pages = annex(("breakdown",), causes=causes)
        boxes = (item for page in pages for item in page.elements if isinstance(item, TextBox))
        assert any("Causas:" in item.body.text for item in boxes) is is_told


def test_where_a_client_stands_among_others_is_defined_once() -> None:
    (table, *_) = (item for item in annex(("peers",))[0].elements if isinstance(item, Table))
    assert [row.cells[0].body.text for row in table.rows[1:]] == ["Frente a clientes comparables"]


def test_a_month_stands_under_the_first_of_its_weeks() -> None:
    context = context_with(english_client())
    names = _week_names(context, weeks_of(context))
    assert [name.split("\n")[1] for name in names if "\n" in name] == ["Jun", "Jul", "Aug", "Sept"]
    assert names[-4:] == ("31", "7\nSept", "14", "21")


def test_a_list_stands_in_its_place_however_many_items_it_has() -> None:
    context = context_with(english_client())
    place, text = Box(0, 0, inches(5.8), inches(1.9)), "Usage: whole weeks only; what is missing"
    for count, size in ((2, 1400), (5, 1200)):
        items = [f"{text} is never counted as zero."] * count
        paragraphs = bullet_list(context, items, place, 3).body.paragraphs
        assert {item.runs[0].size for item in paragraphs} == {size}
