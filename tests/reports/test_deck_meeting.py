"""What ends within days is a matter of the meeting itself, and every page of the plan says what it
holds."""

from dataclasses import replace
from datetime import date, timedelta

from test_deck_asked import pages_of
from test_deck_chain import (
    LATE,
    TODAY,
    calm,
    desk,
    ending,
    links_of,
    promise,
    quiet,
    story_of,
    told,
)

from reports.deck.model import Table
from reports.deck.slide_context import SlideContext
from reports.deck.slides import decisions
from reports.deck.story_cards import ask_of

SOON = TODAY + timedelta(days=62)
"""An end whose notice of 60 days is given in two."""
LATER = date(2026, 12, 24)


def pressed(**changed: object) -> SlideContext:
    client = told("critical_resolution_on_time", calm(), **LATE)
    return desk(client, **quiet(**ending(SOON, notice=60), **changed))


def test_notice_within_days_makes_our_proposal_a_matter_of_the_meeting() -> None:
    context = pressed()
    links, story = links_of(context), story_of(context)
    assert [link.rule for link in links] == ["offer", "critical"]
    assert (links[0].due, links[0].is_at_meeting) == (None, True)
    assert story["decisions"].title.text == (
        "En esta reunión queremos presentarles nuestra propuesta para el próximo periodo; el plan "
        "tiene una acción más"
    )
    assert ". En esta reunión queremos presentarles" in story["summary"].title.text
    (page,) = pages_of(context)
    table = next(item for item in page.elements if isinstance(item, Table))
    assert table.rows[1].cells[4].body.text == "En esta reunión"


def test_the_card_of_our_proposal_tells_until_when_and_about_how_much() -> None:
    context = pressed()
    card = ask_of(context, links_of(context))
    day = context.formats.day(TODAY + timedelta(days=2))
    assert [(fact.label, fact.value) for fact in card.facts[:2]] == [
        ("Cuándo", "En esta reunión"),
        ("Último día de preaviso", day),
    ]
    assert card.facts[2].label == "Cuota anual"


def test_a_promise_about_the_contract_is_no_second_row_beside_our_proposal() -> None:
    review = promise("Revisar con ustedes el contrato", LATER)
    theirs = promise("Confirmar las sedes", LATER, side="client")
    links = links_of(pressed(commitments=(review, theirs)))
    assert [link.action for link in links if not link.rule] == ["Confirmar las sedes"]
    assert (links[-1].due, links[-1].moved_from) == (LATER, None)


def test_a_date_that_is_only_proposed_is_not_agreed_on() -> None:
    late = tuple(promise(f"Preparar la renovación de {n}", LATER, side="client") for n in range(2))
    for notice, said in ((60, "con fechas anteriores propuestas"), (10, "ya acordados")):
        context = desk(calm(), **quiet(**ending(date(2027, 1, 15), notice), commitments=late))
        promised = [link for link in links_of(context) if not link.rule]
        assert said in decisions._agreed(context, promised).text
    soon = promise("Publicar la guía", TODAY + timedelta(days=20))
    about = ending(date(2027, 1, 15), 60)
    context = desk(calm(), **quiet(**about, commitments=(soon, late[0])))
    promised = [link for link in links_of(context) if not link.rule]
    assert decisions._agreed(context, promised).text == (
        "2 compromisos para el T4\u00a02026, empezando por «Publicar la guía»; "
        "uno con una fecha anterior propuesta"
    )


def test_every_page_of_the_plan_says_what_it_holds() -> None:
    context = pressed()
    first, second = links_of(context)
    agreed = replace(first, rule="", is_at_meeting=False, due=LATER)
    title = decisions._continued(context, [second, first, agreed, agreed, agreed])
    assert title.text == (
        "El plan continúa: presentarles la causa y el remedio y presentarles nuestra propuesta "
        "para el próximo periodo; además, 3 compromisos ya acordados"
    )
    title = decisions._continued(context, [second, first, second, agreed])
    assert title.text == (
        "El plan continúa: explicarles por qué una incidencia crítica quedó fuera de plazo y qué "
        "cambiamos; además, 2 acciones más y un compromiso ya acordado"
    )
    moved = replace(agreed, moved_from=LATER)
    alone = decisions._continued(context, [first, moved])
    assert alone.text.endswith("; además, un compromiso para el T4\u00a02026")


def test_a_plan_over_two_pages_has_two_titles() -> None:
    context = pressed(commitments=tuple(promise(f"Formar a {n}", LATER) for n in range(10)))
    titles = [page.title for page in pages_of(context)]
    assert len(set(titles)) == len(titles) > 1
    assert not any("(2/" in title for title in titles)
