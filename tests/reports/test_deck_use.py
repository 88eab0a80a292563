"""What the pages on use claim: beside which weeks, since when, and after what."""

from dataclasses import replace

import pytest
from clients import QUARTER
from partial_book import PartialBook
from test_deck_rereading import desk, texts_of, titled, told

from reports.deck.exhibits.tiles import tile_of
from reports.deck.slide_context import SlideContext
from reports.deck.slides import peers, usage
from reports.deck.story_cards import _facts, big_of


def used(change: float, year: float, weeks: tuple[float, ...] = ()) -> SlideContext:
    """A client whose use changed so much on the weeks before, and on the year before."""
    client = told("usage_change", value=change, numerator=100 * change, denominator=100.0)
    client = told("usage_change_year", QUARTER, client, value=year)
    values = dict(client.kpis.values)
    context = desk(client)
    for week, events in zip(context.weeks(), weeks, strict=bool(weeks)):
        found = context.get("usage_weekly", week)
        values["usage_weekly", str(week)] = replace(found, value=events, reason=None)
    return desk(replace(client, kpis=PartialBook(client.client_id, values)))


def usage_page(context: SlideContext) -> tuple[str, str]:
    found = usage.headline(context, ())
    return titled(found), texts_of(usage.compose(context, found, ())[0])  # type: ignore[arg-type]


def test_a_fall_on_the_weeks_before_is_set_beside_a_year_that_grew() -> None:
    above = usage_page(used(-0.07, 0.06))[1]
    assert "pero aún un 6% más que en las mismas semanas del año pasado" in above
    assert "pero tantos como el año pasado por estas fechas" in usage_page(used(-0.07, 0.01))[1]


def test_use_below_last_year_is_not_steady() -> None:
    title, said = usage_page(used(0.011, -0.08))
    assert title.endswith("pero es un 8% menor que hace un año")
    assert "mantienen el ritmo" not in said
    context = used(0.011, -0.08)
    assert big_of(context, usage.headline(context, ())) == "−8% en un año"  # type: ignore[arg-type]
    assert "estable" in usage_page(used(0.011, -0.04))[0]


def test_a_change_of_use_reads_alike_wherever_it_stands() -> None:
    context = used(-0.028, 0.035)
    title = usage_page(context)[0]
    own = peers._own(context, replace(context.get("usage_change"), kpi="peer_use"))
    assert "−2.8%" in title and "+3.5%" in title
    assert own.text == tile_of(context, "usage_change").value == "−2.8%"
    facts = {fact.label: fact.value for fact in _facts(context, "usage")}
    assert facts[context.short_name("usage_change_year")] == "+3.5%"


@pytest.mark.parametrize(
    ("weeks", "asks"),
    [
        ((20.0, 21.0, 20.0, *(12.0, 11.0) * 6, 12.0), "en la semana del 29 de junio"),
        ((20.0,) * 12 + (12.0,) * 4, "en la semana del 31 de agosto"),
        ((20.0, 12.0) * 8, "en las últimas cuatro semanas"),
        ((12.0,) * 3 + (20.0,) * 13, "en las últimas cuatro semanas"),
    ],
)
def test_the_question_names_the_week_since_which_use_is_lower(
    weeks: tuple[float, ...], asks: str
) -> None:
    assert asks in usage_page(used(-0.2, -0.5, weeks))[1]


@pytest.mark.parametrize(("before", "is_cut"), [(240.0, True), (181.0, False)])
def test_a_fall_after_fewer_seats_is_no_riddle(before: float, is_cut: bool) -> None:
    client = told("usage_change", value=-0.2, numerator=-20.0, denominator=100.0)
    client = told("usage_change_year", QUARTER, client, value=-0.5)
    client = told("seats_used", QUARTER, client, value=0.7, numerator=126.0, denominator=180.0)
    client = told("seats_used", QUARTER.previous, client, value=0.9, denominator=before)
    said = usage_page(desk(client))[1]
    assert ("pasaron de 240 a 180 en el trimestre" in said) is is_cut
    assert ("Qué cambió" in said) is not is_cut
