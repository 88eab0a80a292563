"""What the pages on use claim: beside which weeks, since when, and after what."""

from dataclasses import replace

import pytest
from clients import QUARTER
from test_deck_chain import calm, quiet
from test_deck_rereading import desk, story_of, texts_of, titled, told

from reports.client import ClientFile
from reports.deck.card_numbers import big_of
from reports.deck.chain.links import chain
from reports.deck.exhibits.tiles import tile_of
from reports.deck.headlines import findings
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.slides import peers, usage
from reports.deck.story_cards import _facts


def used(change: float, year: float, weeks: tuple[float, ...] = ()) -> SlideContext:
    """A client whose use changed so much on the weeks before, and on the year before."""
    client = told("usage_change", value=change, numerator=100 * change, denominator=100.0)
    client = told("usage_change_year", QUARTER, client, value=year)
    values = dict(client.kpis.values)
    context = desk(client)
    for week, events in zip(context.weeks(), weeks, strict=bool(weeks)):
        found = context.get("usage_weekly", week)
        values["usage_weekly", str(week)] = replace(found, value=events, reason=None)
    return desk(replace(client, kpis=replace(client.kpis, values=values)))


def usage_page(context: SlideContext) -> tuple[str, str]:
    found = usage.headline(context, ())
    return titled(found), texts_of(usage.compose(context, found, ())[0])  # type: ignore[arg-type]


def test_a_fall_on_the_weeks_before_is_set_beside_a_year_that_grew() -> None:
    above = usage_page(used(-0.07, 0.06))[1]
    assert "pero aún un 6.0% más que en las mismas semanas del año pasado" in above
    assert (
        "pero más o menos los mismos que el año pasado por estas fechas"
        in usage_page(used(-0.07, 0.01))[1]
    )


def test_use_below_last_year_is_not_steady() -> None:
    title, said = usage_page(used(0.011, -0.08))
    assert title.endswith("pero es un 8.0% menor que hace un año")
    assert "mantienen el ritmo" not in said
    context = used(0.011, -0.08)
    found = usage.headline(context, ())
    assert isinstance(found, Headline)
    assert big_of(context, found) == "−8.0% en un año"
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


@pytest.mark.parametrize(
    ("seats", "is_told"), [((240.0, 270.0), True), ((240.0, 185.0), False), ((181.0, 182.0), False)]
)
def test_use_that_fell_more_than_the_seats_is_told_beside_them(
    seats: tuple[float, float], is_told: bool
) -> None:
    client = told("usage_change", client=calm(), value=-0.15, numerator=-15.0, denominator=100.0)
    client = told("usage_change_year", QUARTER, client, value=-0.5)
    client = told("seats_used", QUARTER, client, value=0.92, numerator=166.0, denominator=180.0)
    for step, before in zip((-1, -4), seats, strict=True):
        client = told("seats_used", QUARTER.shift(step), client, value=0.9, denominator=before)
    context = desk(client, **quiet())
    said = usage_page(context)[1]
    more = "pasaron de 270 a 180 en un año, pero el uso bajó más que ellas: un 50%"
    assert (more in said and "quienes conservan su licencia" in said) is is_told
    assert ("Qué cambió" in said) is not is_told
    assert "seats_kept" not in {link.rule for link in chain(context, story_of(context))}


def test_use_that_fell_more_than_the_seats_of_the_quarter_is_told_so() -> None:
    said = usage_page(desk(cut_seats(-0.7, -0.1)))[1]
    assert "pasaron de 26 a 10 en el trimestre, pero el uso bajó más que ellas: un 70%" in said


def cut_seats(change: float, year: float, before: float = 26.0, language: str = "es") -> ClientFile:
    """A client that pays for 10 seats, after so many, and whose use changed so much since."""
    client = told("usage_change", client=calm(), value=change, numerator=change, denominator=1.0)
    client = told("usage_change_year", client=client, value=year)
    client = told("seats_used", client=client, value=0.9, numerator=9.0, denominator=10.0)
    for step in (-1, -4):
        parts = {"value": 0.9, "numerator": 0.9 * before, "denominator": before}
        client = told("seats_used", QUARTER.shift(step), client, **parts)
    return replace(client, language=language)


@pytest.mark.parametrize(
    ("language", "asks", "effect"),
    [
        ("es", "confirmar que 10 licencias cubren lo que", "Número de licencias confirmado"),
        ("en", "confirm that 10 seats cover what your teams need", "Seat count confirmed"),
    ],
)
def test_a_fall_by_the_clients_own_cut_is_no_finding_and_has_its_own_action(
    language: str, asks: str, effect: str
) -> None:
    context = desk(cut_seats(-0.6, -0.6, language=language), **quiet())
    story = story_of(context)
    assert findings(story) == []
    (link,) = chain(context, story)
    assert link.step.startswith(asks) and link.effect == effect
    assert "26" in link.finding.text and "10" in link.finding.text
    told_by = next(item for item in story if item.slide == "usage")
    assert told_by.title.rule == "titles.usage.fewer_seats"
    year = story_of(desk(cut_seats(-0.02, -0.6), **quiet()))
    assert findings(year) == []
    assert {item.title.rule for item in year} >= {"titles.usage.fewer_seats_year"}
    (asked,) = [link for link in chain(desk(cut_seats(-0.02, -0.6), **quiet()), year) if link.rule]
    assert asked.finding.text.endswith("en un año; se usa el 90%")
    page = usage_page(desk(cut_seats(-0.02, -0.6)))[1]
    assert "pasaron de 26 a 10 en un año; se usa el 90%." in page


def test_a_fall_by_more_than_the_cut_stays_a_finding_without_uses_of_before_the_cut() -> None:
    context = desk(cut_seats(-0.7, -0.7), **quiet())
    links = chain(context, story_of(context))
    assert [item.slide for item in findings(story_of(context))] == ["usage"]
    assert not any("usos por semana" in link.effect for link in links)
    assert "seats_kept" not in {link.rule for link in links}


def test_peers_do_not_hold_a_cut_of_seats_against_the_client() -> None:
    for change, is_left_out in ((-0.6, True), (-0.7, False)):
        client = cut_seats(change, change)
        for kpi, place in (("peer_use", 0.0), ("peer_adoption", 0.8), ("peer_nps", 0.7)):
            client = told(kpi, QUARTER, client, value=place)
        context = desk(client)
        found = peers.headline(context, ())
        said = texts_of(peers.compose(context, found, ())[0])  # type: ignore[arg-type]
        assert ("tras su reducción de licencias" in said) is is_left_out
        assert ("volución del uso, " in said or "del uso (" in titled(found)) is not is_left_out


@pytest.mark.parametrize(("year", "rules"), [(-0.078, ["usage_year"]), (-0.02, [])])
def test_use_below_last_years_has_an_action_where_nothing_else_answers_it(
    year: float, rules: list[str]
) -> None:
    client = told("usage_change_year", QUARTER, calm(), value=year, denominator=100.0)
    context = desk(client, **quiet())
    links = chain(context, story_of(context))
    assert [link.rule for link in links] == rules
    for link in links:
        assert link.slide == "usage"
        assert link.finding.text.startswith("El uso es un 7.8% menor que en las mismas semanas")
        assert link.effect == "700 usos por semana, como hace un año"


@pytest.mark.parametrize(
    ("year", "asked"),
    [
        (0.2, "¿Qué hacen ahora sus equipos"),
        (0.01, "¿Qué ayudaría a sus equipos a aprovecharla más?"),
        (-0.08, "¿Qué ha cambiado en sus equipos desde el año pasado?"),
    ],
)
def test_a_rise_is_asked_about_by_how_it_stands_to_last_year(year: float, asked: str) -> None:
    client = told("usage_change", client=calm(), value=0.06, numerator=0.06, denominator=1.0)
    client = told("usage_change_year", client=client, value=year)
    assert asked in usage_page(desk(client, **quiet()))[1]
