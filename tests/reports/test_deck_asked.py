"""What is asked for stands whole, once and with one date: names, notice, what followed a contract,
and what was agreed on before."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from clients import QUARTER, english_client, full_client
from deck_rules import no_lane_runs_over, nothing_that_is_asked_is_cut
from test_deck_chain import (
    LATE,
    MISSED,
    TODAY,
    calm,
    desk,
    ending,
    links_of,
    overdue,
    promise,
    quiet,
    story_of,
    told,
)

from reports.deck.compose import DroppedSlide, _concluded, _without, compose_deck, slide_modules
from reports.deck.exhibits.renewal_tile import recorded_tile, renewal_tile
from reports.deck.model import Deck, Slide, Table, TextBox
from reports.deck.slide_context import SlideContext, Tone
from reports.deck.slides import decisions, investment
from reports.deck.story_cards import ask_of, risk_of, worth_of
from reports.deck.turns import turns_of
from reports.deck.view.client_view import Renewal
from transforms.clients.aims import Commitment, Goal
from transforms.renewals.running_contracts import Agreement
from transforms.service.breakdowns import Cause

LONG = (
    "Nombrar en cada una de las once plantas del norte a un responsable de los datos maestros de "
    "materiales y formar a quien lo sustituya en vacaciones"
)
SATURDAY = date(2026, 10, 10)


def left(text: str) -> Commitment:
    return promise(text, TODAY - timedelta(days=30), "client", str(QUARTER))


def pages_of(context: SlideContext) -> tuple[Slide, ...]:
    story = story_of(context)
    return decisions.compose(context, story["decisions"], tuple(story.values()))


def cells_of(page: Slide, column: int) -> list[str]:
    (table,) = (item for item in page.elements if isinstance(item, Table))
    return [row.cells[column].body.text.replace("\u00a0", " ") for row in table.rows[1:]]


def lanes_of(page: Slide) -> list[str]:
    boxes = [item for item in page.elements if isinstance(item, TextBox)]
    return [item.body.text for item in boxes]


def test_a_name_stands_whole_in_a_title_or_not_at_all() -> None:
    short = "Formar a los residentes de las obras nuevas"
    named = story_of(desk(calm(), **quiet(commitments=(left(short),))))
    step = f"acordar una fecha nueva para «{short}»"
    for slide in ("summary", "decisions"):
        assert step in named[slide].title.text
    context = desk(calm(), **quiet(commitments=(left(LONG),)))
    story = story_of(context)
    for slide in ("summary", "decisions"):
        assert "acordar una fecha nueva" in story[slide].title.text
        assert "«" not in story[slide].title.text
    (page,) = pages_of(context)
    assert f"«{LONG}»" in cells_of(page, 2)[0]
    assert ask_of(context, links_of(context)).big == "Acordar una fecha nueva"
    assert story["commitments"].title.text == "El compromiso del trimestre sigue abierto"
    ahead = promise(LONG, TODAY + timedelta(days=40))
    title = story_of(desk(calm(), **quiet(commitments=(ahead,))))["decisions"].title.text
    assert title.replace("\u00a0", " ") == "Compromiso ya acordado para el T4 2026"


@pytest.mark.thorough
def test_what_is_asked_for_is_cut_in_no_deck() -> None:
    rows = tuple(replace(item, text=LONG) for item in (left(""), *overdue(2)))
    context = desk(calm(), **quiet(**ending(notice=60), goals=MISSED, commitments=rows))
    pages = pages_of(context)
    for client in (full_client(), english_client()):
        deck = compose_deck(client).deck
        assert deck is not None
        for slides in (deck.slides, pages):
            told = replace(deck, slides=slides)
            assert nothing_that_is_asked_is_cut(told) == no_lane_runs_over(told) == []
    assert nothing_that_is_asked_is_cut(cut(deck)) != []


def cut(deck: Deck) -> Deck:
    slides = [replace(item, title=item.title[:40] + "…") for item in deck.slides]
    return replace(deck, slides=tuple(slides))


def test_what_a_finding_counts_is_not_called_by_the_same_name_again() -> None:
    two = (left("Formar a los turnos"), left("Unificar los códigos"))
    story = story_of(desk(calm(), **quiet(commitments=two)))
    assert story["summary"].title.text == (
        "Ninguno de los 2 compromisos está cerrado: proponemos acordar fechas nuevas "
        "(decisión: 23 de octubre)"
    )
    assert "para los compromisos pendientes" in story["decisions"].title.text


def test_what_was_promised_for_a_contract_that_is_signed_leads_nowhere() -> None:
    review = promise("Revisar con ustedes el contrato", TODAY + timedelta(days=20))
    for following, slides in ((NEXT, []), (None, ["investment"])):
        about = {**over(following=following), "commitments": (review,)}
        links = links_of(desk(calm(), **quiet(**about)))
        assert [item.slide for item in links if not item.rule] == slides


def test_a_page_of_promises_alone_says_what_it_is_of() -> None:
    told = tuple(
        promise(f"{LONG} ({number})", TODAY + timedelta(days=20 + number)) for number in range(9)
    )
    late = tuple(left(f"{LONG} {number}") for number in range(2))
    first, *others = pages_of(desk(calm(), **quiet(commitments=(*late, *told))))
    assert others and "decisión" in first.title
    counts = [len(cells_of(page, 0)) for page in others]
    assert max(counts) - min(counts) <= 1
    assert all("decisión" not in page.title for page in others)
    assert any("acordados para el" in page.title.replace("\u00a0", " ") for page in others)


def test_a_notice_that_ends_on_a_saturday_has_one_day_and_a_reason() -> None:
    review = promise("Revisar con ustedes el contrato del año que viene", date(2026, 10, 16))
    about = ending(SATURDAY + timedelta(days=60), notice=60)
    context = desk(calm(), **quiet(**about, commitments=(review,)))
    links = links_of(context)
    (page,) = pages_of(context)
    assert cells_of(page, 4) == [
        "9 oct 2026 (el 10 oct es sábado)",
        "9 oct 2026 (propuesto; antes, 16 oct)",
    ]
    assert cells_of(page, 5)[0] == "Alcance confirmado antes de que venza el preaviso"
    assert "Confirmar la renovación" in lanes_of(page)
    risk = risk_of(context, tuple(story_of(context).values()), links)
    assert risk.big.replace("\u00a0", " ") == "10 oct 2026"
    assert risk.lead.replace("\u00a0", " ") == (
        "Último día de preaviso; renovación, el 9 de diciembre de 2026"
    )


def test_a_holiday_is_told_as_one() -> None:
    about = ending(date(2026, 10, 12) + timedelta(days=60), notice=60)
    context = desk(calm(), **quiet(**about, holiday_countries=("ES",)))
    (page,) = pages_of(context)
    assert cells_of(page, 4)[0] == "9 oct 2026 (el 12 oct es festivo)"


def test_a_customary_day_off_is_told_as_one() -> None:
    view = quiet(**ending(date(2026, 12, 30), notice=58), holiday_countries=("MX",))
    context = desk(calm(), **view, data_date=date(2026, 10, 20))
    (page,) = pages_of(context)
    assert cells_of(page, 4)[0] == "30 oct 2026 (el 2 nov es día de cierre habitual)"


def over(**said: object) -> dict[str, object]:
    """A contract that ended a month before the data do."""
    ended = date(2026, 9, 1)
    about = ending(ended, notice=60)
    return {**about, "renewal": Renewal(ended, "contract", **said)}  # type: ignore[arg-type]


NEXT = Agreement(date(2026, 9, 1), date(2027, 9, 1), 60, None)


def test_a_contract_that_was_followed_is_told_by_what_holds_now() -> None:
    context = desk(calm(), **quiet(**over(following=NEXT)))
    assert links_of(context) == ()
    assert investment.meaning_rule(context) == "investment.dated"
    assert (turns_of(context).notice, turns_of(context).renewal) == (
        date(2027, 7, 3),
        date(2027, 9, 1),
    )
    assert renewal_tile(context).value.replace("\u00a0", " ") == "1 sep 2027"
    assert recorded_tile(context).value.replace("\u00a0", " ") == "31 ago 2026"
    endless = desk(calm(), **quiet(**over(following=replace(NEXT, end_date=None))))
    assert investment.meaning_rule(endless) == "investment.open"


def test_a_contract_that_nothing_followed_is_lapsed_unless_it_renewed_by_itself() -> None:
    context = desk(calm(), **quiet(**over()))
    (link,) = links_of(context)
    assert link.rule == "lapsed"
    assert link.due == date(2026, 10, 30)
    assert link.owner
    assert investment.meaning_rule(context) == "investment.lapsed"
    assert renewal_tile(context).label == "Fin del contrato"
    (one,) = context.view.agreements
    by_itself = {**over(), "agreements": (replace(one, is_auto_renewed=True),)}
    rolled = desk(calm(), **quiet(**by_itself))
    assert links_of(rolled) == ()
    assert investment.meaning_rule(rolled) == "investment.rolled"
    assert renewal_tile(rolled).label == "Renovación automática"
    for basis, rule in (("subscription", "term_over"), ("inferred", "inferred")):
        view = quiet(renewal=Renewal(date(2026, 9, 1), basis), subscriptions=(None,))
        assert investment.meaning_rule(desk(calm(), **view)) == f"investment.{rule}"


def test_a_term_that_has_just_begun_is_told_as_renewed() -> None:
    started = replace(NEXT, start_date=TODAY, end_date=date(2027, 9, 30))
    about = {"agreements": (started,), "renewal": Renewal(date(2027, 9, 30), "contract")}
    assert investment.meaning_rule(desk(calm(), **quiet(**about))) == "investment.renewed"
    first = {**about, "invoiced": ()}
    assert investment.meaning_rule(desk(calm(), **quiet(**first))) == "investment.dated"
    settled = replace(started, start_date=TODAY - timedelta(days=15))
    earlier = {**about, "agreements": (settled,)}
    assert investment.meaning_rule(desk(calm(), **quiet(**earlier))) == "investment.dated"
    held = (full_client().dossier.billing.subscriptions[0],)
    guessed = {"renewal": Renewal(TODAY + timedelta(days=360), "inferred"), "subscriptions": held}
    rule = investment.meaning_rule(desk(calm(), **quiet(**guessed)))
    assert rule == "investment.renewed_inferred"


def test_what_is_signed_already_is_not_asked_for() -> None:
    about = ending(TODAY + timedelta(days=61), notice=60)
    coming = replace(NEXT, start_date=TODAY + timedelta(days=61))
    signed = replace(about["renewal"], following=coming)  # type: ignore[type-var]
    context = desk(calm(), **quiet(**{**about, "renewal": signed}))
    assert links_of(context) == ()
    assert investment.meaning_rule(context) == "investment.signed"
    assert turns_of(context).renewal == date(2027, 9, 1)


def test_a_key_date_is_a_date() -> None:
    late = desk(calm(), **quiet(commitments=overdue(2)))
    for context, label in (
        (late, "Lo siguiente por atender"),
        (desk(calm(), **quiet(**ending())), "Próxima fecha clave"),
    ):
        links = links_of(context)
        flat = tuple(item for item in story_of(context).values() if item.slide == "usage")
        assert risk_of(context, flat, links).label == label


def test_nothing_is_asked_for_whose_evidence_is_left_out() -> None:
    client = told("tickets_top_cause", calm(), value=0.5, numerator=5, denominator=10)
    client = told("critical_resolution_on_time", client, **LATE)
    context = desk(client, **quiet(causes=(Cause("billing", 5, 2, 1),)))
    found = _concluded(context, slide_modules(), {})
    less = _without(context, found, "breakdown")
    assert found.story["decisions"].title.text.endswith("; el plan tiene una acción más")
    assert less.story["decisions"].title.text.endswith("y qué cambiamos")
    assert DroppedSlide("breakdown", "twelve_pages") in less.dropped


def test_a_first_measurement_has_held_nothing() -> None:
    context = desk(calm(), **quiet())
    story = story_of(context)
    first = replace(story["satisfaction"], tone=story["usage"].tone)
    for rule, label in (("first", "Lo que funciona"), ("flat", "Lo que se mantiene")):
        title = replace(first.title, rule=f"titles.satisfaction.{rule}")
        assert worth_of(context, (replace(first, title=title),)).label == label


def test_a_fall_of_the_season_is_nothing_that_holds() -> None:
    client = told("usage_change", calm(), value=-0.058, numerator=-5.8, denominator=100.0)
    context = desk(told("usage_change_year", client, value=-0.038), **quiet(goals=MISSED))
    story = story_of(context)
    assert story["usage"].title.rule == "titles.usage.seasonal"
    steady = replace(story["satisfaction"], tone=Tone.FLAT)
    assert worth_of(context, (story["usage"], steady)).slide == "satisfaction"
    assert worth_of(context, (story["usage"],)).big == "Ningún objetivo en su meta todavía"
    replied = worth_of(context, (story["usage"], story["service"]))
    assert (replied.slide, replied.big) == ("service", "1.0\u00a0h")


def test_tasks_in_red_are_nothing_that_holds() -> None:
    client = told("delivery_on_time", calm(), value=0.8, numerator=4, denominator=5)
    context = desk(client, **quiet(goals=MISSED))
    delivery = replace(story_of(context)["delivery"], tone=Tone.FLAT)
    for before, slide in ((0.6, "delivery"), (1.0, "goals")):
        found = replace(client.kpis.get("delivery_on_time", QUARTER.previous), value=before)
        values = {**client.kpis.values, ("delivery_on_time", str(QUARTER.previous)): found}
        earlier = replace(client, kpis=replace(client.kpis, values=values))
        context = desk(earlier, **quiet(goals=MISSED))
        card = worth_of(context, (delivery,))
        assert card.slide == slide
    context = desk(client, **quiet())
    assert "5" not in {fact.value for fact in worth_of(context, (delivery,)).facts}


def test_an_open_critical_incident_stands_beside_whatever_is_worse() -> None:
    for standing in (0, 1):
        client = told("critical_open", calm(), value=standing)
        context = desk(client, **quiet(goals=MISSED))
        risk = risk_of(context, tuple(story_of(context).values()), ())
        assert risk.slide == "goals"
        rows = {fact.label: fact.value for fact in risk.facts}
        expected = {"Incidencias críticas abiertas": "1"} if standing else {}
        assert expected.items() <= rows.items()
        assert bool(expected) == ("Incidencias críticas abiertas" in rows)


def test_a_card_does_not_repeat_its_number_below_it() -> None:
    fallen = told("usage_change_year", calm(), value=-0.45)
    context = desk(fallen, **quiet())
    risk = risk_of(context, tuple(story_of(context).values()), ())
    assert risk.big == "−45% en un año"
    assert risk.facts
    assert not any(risk.big.startswith(fact.value) for fact in risk.facts)
    change = told("usage_change", fallen, value=-0.32)
    context = desk(told("usage_change_year", change, value=-0.45), **quiet())
    risk = risk_of(context, tuple(story_of(context).values()), ())
    assert (risk.big, risk.lead) == (
        "−45% en un año",
        "Un 32% menos que en las 12 semanas anteriores",
    )


def test_a_card_of_missed_goals_names_the_furthest() -> None:
    aims = tuple(
        Goal(f"Meta {number}", "count", target=15, actual=actual, direction="up")
        for number, actual in enumerate((12.0, 14.0, 16.0))
    )
    context = desk(calm(), **quiet(goals=aims))
    risk = risk_of(context, tuple(story_of(context).values()), ())
    assert risk.big == "2 de 3 sin cumplir"
    assert risk.lead.replace("\u00a0", " ") == risk.short.replace("\u00a0", " ")
    assert risk.lead.replace("\u00a0", " ") == "«Meta 0»: 12 (meta: ≥ 15)"


def test_a_number_is_not_torn_from_its_unit() -> None:
    client = told("critical_resolution_on_time", calm(), **LATE)
    (page,) = pages_of(desk(client, **quiet()))
    (table,) = (item for item in page.elements if isinstance(item, Table))
    assert "8\u00a0h o menos" in table.rows[1].cells[5].body.text


def test_half_a_point_is_rounded_as_a_chart_rounds_it() -> None:
    formats = desk().formats
    assert (formats.signed(12.5, 0), formats.signed_percent(0.125)) == ("+13", "+13%")
