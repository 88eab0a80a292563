"""The account review and the client's deck: what leads, its day, and what that deck lacks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from awkward import AWKWARD_CLIENTS
from clients import QUARTER, reviewed_client
from test_review_agrees import calm, title_of
from test_review_urgency import inside, known, page, review, rows_of

from reports.brand import shipped_brand
from reports.deck.chain.links import chain
from reports.deck.client_findings import findings_told
from reports.deck.compose import _concluded, compose_deck, context_of, slide_modules
from reports.deck.headlines import findings
from reports.deck.internal_slides import (
    cadence,
    definitions,
    overview,
    renewal,
    signals,
    standing,
)
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matters import matters
from reports.deck.review.signal_matters import day_of
from reports.deck.review.signal_words import begun_small
from reports.deck.review.urgency import concern_of, why_of
from reports.deck.slide_context import Headline, Phrase, Tone
from reports.deck.turns import within_a_week
from reports.deck.view.client_view_build import seen
from reports.deck.view.internal_view import OffTarget
from transforms.clients.setbacks import Kind, Setback
from transforms.signals import (
    FigureEvidence,
    Severity,
    Signal,
    Step,
    complaints,
    cross_sell,
    dissatisfied,
    falling_use,
)

pytestmark = pytest.mark.thorough


def test_pages_that_the_ceiling_took_from_the_clients_deck_are_told_before_it_is_sent() -> None:
    client = reviewed_client()
    gone = [item for item in compose_deck(client).dropped if item.reason == "twelve_pages"]
    assert {item.slide for item in gone} == {"peers", "breakdown"}
    told = [row[1] for row in rows_of(page(review(client), "checklist")) if "omitida" in row[0]]
    (said,) = [text for text in told if "máximo de doce páginas" in text]
    assert said.startswith("Frente a clientes comparables; Por equipo, módulo y causa: ")


def test_what_the_clients_deck_leads_with_comes_before_mild_complaints_on_the_same_day() -> None:
    due = date(2026, 10, 30)
    late = Phrase("0 de 2 incidencias críticas a tiempo", "clauses.critical_all_late")
    worst = OffTarget("service", late.text, late, True, "Mostrar qué cambia.", due)
    mild = Signal(complaints.SPEC, Severity.WATCH, (), (Step("answer", ()),))
    context = calm(signals=(mild,), found=(worst,))
    assert title_of(context).endswith("lo más urgente: 0 de 2 incidencias críticas a tiempo")
    assert concern_of(context).step == "Mostrar qué cambia."
    assert overview._until(context) == due
    assert why_of(context) == "Puntuación estable; a vigilar: 0 de 2 incidencias críticas a tiempo"
    relationship = replace(context.inside.relationship, points=74.4)
    for change, is_comparable in ((2.0, True), (0.0, False), (None, True)):
        moved = replace(relationship, change=change, is_comparable=is_comparable)
        beside = replace(context, inside=replace(context.inside, relationship=moved))
        assert why_of(beside) == "Puntuación de 74; a vigilar: 0 de 2 incidencias críticas a tiempo"
    alone = concern_of(calm(signals=(mild,)))
    assert alone.big == "Quejas pese a un buen CSAT"


def test_the_day_of_what_comes_first_is_that_of_the_clients_deck() -> None:
    client = reviewed_client()
    read = seen(client)
    outer = context_of(read.as_told(client), shipped_brand())
    story = tuple(_concluded(outer, slide_modules(), {}).story.values())
    first = findings_told(outer, story)[0]
    (link, *_) = [item for item in chain(outer, story) if item.slide == first.slide]
    assert (first.slide, first.due) == (findings(story)[0].slide, link.due)


@pytest.mark.parametrize("name", ["reviewed", *AWKWARD_CLIENTS])
def test_all_that_has_an_action_in_the_clients_deck_is_told_in_the_review(name: str) -> None:
    client = AWKWARD_CLIENTS.get(name, reviewed_client)()
    outer = context_of(seen(client).as_told(client), shipped_brand())
    story = tuple(_concluded(outer, slide_modules(), {}).story.values())
    coming = {"renewal", "renewal_now", "notice_now", "lapsed", "offer", "growth", "seasonal", ""}
    told = {item.slide: item for item in findings_told(outer, story)}
    for link in chain(outer, story):
        if link.rule not in coming:
            assert told[link.slide].step and told[link.slide].text


def test_all_in_order_is_said_where_nothing_has_an_action_alone() -> None:
    area = shipped_brand().body
    slow = OffTarget("service", "Agosto, 5.5 h", Phrase("Agosto", "x"), False, "Mostrar.", None)
    plan, none = (overview._findings(calm(found=found), area) for found in ((slow,), ()))
    assert "Agosto, 5.5 h" in str(plan) and "Todo en orden" not in str(plan)
    assert "Todo en orden" in str(none)
    many = tuple(replace(slow, slide=name) for name in ("usage", "goals", "peers", "delivery") * 2)
    assert "y 3 puntos más" in str(overview._findings(calm(found=many), area))


def test_the_step_of_a_calm_account_is_that_of_the_clients_deck_with_its_day() -> None:
    due = date(2026, 10, 23)
    slow = OffTarget("service", "Agosto", Phrase("Agosto", "x"), False, "Mostrar.", due, "Rosa")
    found = concern_of(calm(found=(slow,)))
    assert (found.step, found.due, found.owner) == ("Mostrar.", due, "Rosa")


def test_one_months_fee_overdue_is_called_so_and_no_dispute_is_made_up() -> None:
    fee = reviewed_client().kpis.get("mrr", QUARTER).value_minor or 0
    amounts = {"overdue_balance": fee, "disputed_balance": 0}
    figures = known(reviewed_client(), **amounts).kpis
    found = concern_of(calm(figures=figures))
    assert found.lead == "vencidos: una cuota mensual"
    assert "disputa" not in found.step


def who_of(context: InternalContext) -> str:
    return signals.who(context, matters(context, 3)[0])


def test_one_action_has_one_owner_and_one_day_in_all_of_the_review() -> None:
    planned = OffTarget("usage", "", Phrase("", ""), False, "x", date(2026, 11, 20), "Rosa Gil")
    falling = Signal(falling_use.SPEC, Severity.ALERT, (), (Step("ask", ()),))
    context = calm(signals=(falling,), found=(planned,))
    fact = overview._ask(context).facts[0]
    assert concern_of(context).step == falling.advice(falling.steps[0], "es")
    assert f"{fact.label}, {fact.value}" == who_of(context)
    assert fact.label == "Rosa Gil"
    alone = calm(signals=(falling,))
    fact = overview._ask(alone).facts[0]
    assert f"{fact.label}, {fact.value}" == who_of(alone)


def test_what_is_urgent_is_asked_before_what_has_time_and_before_what_may_be_won() -> None:
    due, decide = date(2026, 11, 27), date(2026, 10, 23)
    plan = OffTarget("usage", "x", Phrase("x", "x"), False, "Acordar.", due, "Rosa", decide)
    rated = replace(plan, slide="satisfaction", decide=None)
    use, low, sale = (
        Signal(spec, severity, (), ())
        for spec, severity in (
            (falling_use.SPEC, Severity.ALERT),
            (dissatisfied.SPEC, Severity.WATCH),
            (cross_sell.SPEC, Severity.CHANCE),
        )
    )
    context = calm(signals=(use, low, sale), found=(plan, rated))
    soon = within_a_week(context)
    assert [day_of(context, item) for item in (use, low, sale)] == [soon, due, due]
    asked = calm(signals=(low, sale), found=(replace(rated, decide=decide),))
    assert [day_of(asked, item) for item in (low, sale)] == [decide, decide]
    assert day_of(calm(signals=(sale,)), sale) == soon
    for kind in (Kind.USE, Kind.USE_ON_YEAR, Kind.OPINION):
        fallen = calm(signals=(), setbacks=(Setback(kind, -0.3),), found=(plan, rated))
        assert concern_of(fallen).due == soon


def test_the_main_risk_of_the_clients_deck_comes_before_a_signal_that_has_time() -> None:
    due = date(2026, 11, 27)
    fall = Phrase("Uso −24% en un año", "clauses.usage.worse")
    risk = OffTarget("usage", fall.text, fall, True, "Acordar el plan.", due, "Rosa", None, True)
    low = Signal(dissatisfied.SPEC, Severity.WATCH, (), (Step("rated", ()),))
    context = calm(signals=(low,), found=(risk,))
    title = "2 señales; la más urgente: uso −24% en un año"
    found = signals.headline(context, ())
    assert isinstance(found, Headline) and found.title.text == title
    assert concern_of(context).step == "Acordar el plan."
    first = matters(context, 3)[0]
    assert (first.steps, first.owner, first.day) == (("Acordar el plan.",), "Rosa", due)
    for other in (
        calm(signals=(replace(low, severity=Severity.ALERT),), found=(risk,)),
        calm(signals=(low,), found=(replace(risk, is_major=False),)),
        calm(signals=(low,), found=(replace(risk, slide="satisfaction"),)),
    ):
        assert concern_of(other).step.startswith("Llamar")


def test_all_that_the_clients_deck_shows_in_red_has_a_row_once() -> None:
    due = date(2026, 11, 27)
    shown = [
        OffTarget(slide, slide, Phrase(slide, slide), True, f"{slide}.", due, "Rosa", None, True)
        for slide in ("usage", "service", "delivery")
    ]
    slight = replace(shown[0], slide="goals", step="goals.", is_major=False)
    low = Signal(falling_use.SPEC, Severity.WATCH, (), (Step("ask", ()),))
    found = matters(calm(signals=(low,), found=(*shown, slight)), 3)
    names = {item.steps[0]: item for item in found}
    assert "usage." not in names  # a signal tells of it
    assert found[-1].steps == ("goals.",) and found[-1].is_mild  # a trifle comes last
    assert found[0].severity is Severity.WATCH and len(found) == 4
    assert (names["service."].owner, names["delivery."].day) == ("Rosa", due)


@pytest.mark.parametrize(("part", "has_row"), [(0.9, True), (0.2, False)])
def test_a_dispute_over_much_has_a_row(part: float, *, has_row: bool) -> None:
    owed = (reviewed_client().kpis.get("mrr", QUARTER).value_minor or 0) // 2
    ages = {**dict.fromkeys(AGES, 0), "overdue_balance": 0}
    client = known(
        reviewed_client(), **{"open_balance": owed, "disputed_balance": owed * part, **ages}
    )
    use = Setback(Kind.USE, -0.3)
    context = calm(figures=client.kpis, setbacks=(use,))
    rows = [item for item in matters(context, 3) if item.name == "En disputa"]
    assert len(rows) == has_row
    assert all(item.steps[0].startswith("Aclarar con el cliente los") for item in rows)


AGES = ("ageing_1_30", "ageing_31_60", "ageing_61_90", "ageing_over_90")


@pytest.mark.parametrize(
    ("age", "part", "is_asked"),
    [("ageing_1_30", 0.5, False), ("ageing_1_30", 1.0, True), ("ageing_31_60", 0.5, True)],
)
def test_money_overdue_for_long_or_all_that_is_owed_is_asked_for(
    age: str, part: float, is_asked: bool
) -> None:
    fee = reviewed_client().kpis.get("mrr", QUARTER).value_minor or 0
    owed = fee // 2
    ages = {**dict.fromkeys(AGES, 0), age: owed * part}
    client = known(
        reviewed_client(),
        **{"overdue_balance": owed * part, "open_balance": owed, "disputed_balance": 0, **ages},
    )
    context = calm(figures=client.kpis, signals=(), found=())
    assert (concern_of(context).slide == "receivables") is is_asked
    assert any(item.slide == "receivables" for item in matters(context, 3)) is is_asked
    assert isinstance(signals.headline(context, ()), Headline) is is_asked
    told = str(page(review(client), "receivables"))
    assert ("Acordar una fecha de pago".lower() in told.lower()) is is_asked
    assert (f"{client.manager_name}, a más tardar el" in told) is is_asked


def test_a_promise_past_its_day_has_the_new_day_of_the_clients_deck() -> None:
    due = date(2026, 10, 30)
    planned = OffTarget("commitments", "", Phrase("", ""), False, "x", due, "Rosa Gil")
    context = calm(setbacks=(Setback(Kind.PROMISES, 1.0),), found=(planned,))
    assert (concern_of(context).due, concern_of(context).owner) == (due, "Rosa Gil")
    assert overview._until(context) == due


def test_what_is_asked_about_people_has_an_owner_and_a_day() -> None:
    context = calm(planned_meetings=6)
    acts = cadence.acts_on_people(context)
    fact = overview._ask(context).facts[0]
    said = cadence._owned(context, acts)
    assert acts and said.endswith(f": {begun_small(' '.join(acts))}")
    assert fact.label in said and fact.value in said
    assert cadence._owned(context, []) == ""


@pytest.mark.parametrize(("days", "is_told"), [(4, True), (40, False)])
def test_a_negotiation_that_opens_within_two_weeks_stands_in_the_summary(
    days: int, is_told: bool
) -> None:
    context = inside(renewal=None, request=None, signals=(), setbacks=())
    ends = context.view.renewal
    assert ends is not None
    day = context.view.data_date + timedelta(days=context.inside.negotiated_days + days)
    view = replace(context.view, renewal=replace(ends, day=day, following=None), agreements=())
    context = replace(context, view=view)
    facts = {fact.label: fact.value for fact in overview._ask(context).facts}
    assert ("Apertura de la negociación" in facts) is is_told, facts
    if is_told:
        opens = renewal.opening_day(context, day)
        assert facts["Apertura de la negociación"] == context.formats.day(opens)


def test_where_all_that_is_overdue_is_disputed_the_dispute_is_settled() -> None:
    fee = reviewed_client().kpis.get("mrr", QUARTER).value_minor or 0

    def said(**owed: float) -> list[str]:
        boxes = page(review(known(reviewed_client(), **owed)), "overview").elements
        return [item.body.text.replace("\u00a0", " ") for item in boxes if hasattr(item, "body")]

    owed = {"overdue_balance": 4 * fee, "disputed_balance": 4 * fee, "open_balance": 5 * fee}
    settled = f"Aclarar con el cliente los ${4 * fee // 100:,} en disputa: qué se debe"
    assert any(settled in text for text in said(**owed))
    # Of as much that is not due yet, nobody knows which of the two is disputed.
    for other in ({"open_balance": 9 * fee}, {"disputed_balance": fee}):
        assert any("o aclarar qué está en disputa" in text for text in said(**{**owed, **other}))


def test_low_ratings_of_tickets_are_told_as_what_they_are() -> None:
    rated = replace(
        reviewed_client().kpis.get("csat", QUARTER), value=4 / 6, numerator=4, denominator=6
    )
    steps = (Step("rated", (0,)),)
    low = Signal(dissatisfied.SPEC, Severity.WATCH, (FigureEvidence(rated, 0.8),), steps)
    found = concern_of(calm(signals=(low,)))
    assert found.big.startswith("CSAT 67%") and "nueve" not in found.step
    assert found.lead == "4 de 6 valoraciones son positivas"
    score = replace(reviewed_client().kpis.get("nps", QUARTER), value=-20.0)
    both = replace(low, evidence=(FigureEvidence(score, 0.0), *low.evidence))
    assert concern_of(calm(signals=(both,))).big == "Descontento con el servicio"


def test_what_is_overdue_and_not_disputed_is_asked_for_beside_the_dispute() -> None:
    client = reviewed_client()
    owed = {"overdue_balance": 1_200_000, "open_balance": 1_400_000, "ageing_over_90": 0}
    for disputed, is_asked in ((600_000, True), (1_200_000, False)):
        found = known(client, **owed, disputed_balance=disputed, ageing_31_60=600_000)
        told = str(page(review(found), "receivables"))
        assert "aclarar con el cliente los" in told
        assert ("para lo vencido que no se disputa" in told) is is_asked


def test_a_component_with_a_figure_and_no_points_says_why() -> None:
    context = calm()
    part = next(item for item in context.inside.relationship.parts if item.points is not None)
    assert part.figure.number is not None
    few = replace(part, points=None, change=None)
    assert standing._row(context, few, 1.0)[-1].text == "no puntúa: pocos casos"
    lacking = replace(few, figure=replace(part.figure, value=None, value_minor=None))
    assert standing._row(context, lacking, 1.0)[-1].text == context.say("absent")


def test_a_discount_asked_for_is_named_with_its_share() -> None:
    rows = matters(inside(), 3)
    assert any(item.name.startswith("Pide un ") and "%" in item.name for item in rows)


def test_a_client_that_left_has_no_definitions_of_what_it_may_buy() -> None:
    context = calm()
    story = (Headline("potential", Tone.FLAT, Phrase("", ""), Phrase("", "")),)
    assert definitions._figures(context, story)
    gone = replace(context, view=replace(context.view, is_active=False))
    assert definitions._figures(gone, story) == ()
