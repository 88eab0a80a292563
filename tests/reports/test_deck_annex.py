"""The annex tells this client what its own figures mean, and no more."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from clients import QUARTER, english_client, full_client

from reports.brand import inches, shipped_brand
from reports.client import ClientFile
from reports.deck.compose import context_of
from reports.deck.exhibits.frame import bullet_list
from reports.deck.exhibits.weekly_use import _week_names, weeks_of
from reports.deck.model import Box, Slide, Table
from reports.deck.slide_context import Headline, Phrase, SlideContext, Tone
from reports.deck.slides import appendix
from reports.deck.view.client_view_build import client_view
from transforms.metrics.kpi import Missing


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
    name = "Primera respuesta, mediana"
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


def annex(told: Sequence[str]) -> tuple[Slide, ...]:
    context = context_with(full_client())
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
