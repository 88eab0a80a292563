"""What account reviews tell of contracts, promises, people and figures, in whole and in short."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from clients import QUARTER, reviewed_client
from test_review_agrees import calm, words
from test_review_urgency import inside, known

from reports.deck.exhibits.tiles import Tile
from reports.deck.internal_slides import (
    cadence,
    checklist,
    margin,
    overview,
    receivables,
    recurring,
    renewal,
)
from reports.deck.internal_slides import standing as standing_slide
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.signal_words import evidence_in_short
from reports.deck.review.urgency import concern_of
from reports.deck.slide_context import Headline, Phrase, Tone
from reports.deck.view.internal_view import OffTarget
from reports.deck.view.subscription_fee import _plan
from transforms.billing.invoiced_parts import InvoicedPart
from transforms.clients.aims import Commitment
from transforms.clients.people import Stakeholder
from transforms.clients.setbacks import Kind, Setback
from transforms.renewals.running_contracts import Agreement
from transforms.service.breakdowns import UsedPart
from transforms.signals import FigureEvidence, Severity, Signal, Step, falling_use

pytestmark = pytest.mark.thorough

NEXT = str(QUARTER.shift(1))


def title(found: object) -> str:
    assert isinstance(found, Headline)
    return found.title.text.replace("\u00a0", " ")


def with_renewal(days: int, following: Agreement | None = None) -> InternalContext:
    """A review whose agreement ends so many days after the data."""
    context = inside(renewal=None, request=None)
    ends = context.view.renewal
    assert ends is not None
    day = context.view.data_date + timedelta(days=days)
    about = replace(ends, day=day, following=following)
    return replace(context, view=replace(context.view, renewal=about, agreements=()))


def promise(text: str, due: date, side: str = "us", owner: str = "Ana") -> Commitment:
    return Commitment(NEXT, text, owner, side, due, "open", "", "", "")


def points(context: InternalContext, *promises: Commitment) -> list[list[str]]:
    view = replace(context.view, commitments=promises)
    rows = checklist._points(replace(context, view=view))
    return [[cell.text.replace("\u00a0", " ") for cell in row] for row in rows]


def test_the_reason_of_the_clients_own_delay_is_asked_of_whose_it_is() -> None:
    due = date(2026, 9, 1)
    ours, theirs = promise("Formar", due), promise("Nombrar", due, "client", "Calidad")
    told = [text for kind, text in points(inside(), ours, theirs) if kind == "Retraso sin motivo"]
    assert told == [
        "No consta el motivo del retraso de «Formar»: anotarlo, porque el cliente lo preguntará.",
        "No consta el motivo del retraso de «Nombrar»: pedirlo a Calidad (cliente) antes de la "
        "reunión y anotarlo.",
    ]


def test_an_offer_promised_before_the_negotiation_opens_is_warned_of() -> None:
    context = with_renewal(400)
    assert context.view.renewal is not None
    opens = renewal.opening_day(context, context.view.renewal.day)
    offer = promise("Propuesta de contrato por escrito", opens - timedelta(days=5))
    later = replace(offer, due_date=opens)
    theirs = replace(offer, owner_side="client")
    other = replace(offer, text="Informe de uso")
    told = dict(points(context, offer))
    assert "antes de que se abra la negociación" in told["Antes de negociar"]
    day = context.formats.day(opens).replace("\u00a0", " ")
    assert day in told["Antes de negociar"]
    counted = [
        checklist.open_points(replace(context, view=replace(context.view, commitments=(item,))))
        for item in (offer, other)
    ]
    assert counted[0] == counted[1] + 1
    for item in (later, theirs, other):
        assert "Antes de negociar" not in dict(points(context, item))
    view = replace(context.view, commitments=(offer,))
    tile = renewal._opening(replace(context, view=view))
    assert tile.delta.tone is Tone.BAD and "Oferta prometida antes" in tile.delta.text
    assert renewal._opening(context).delta.tone is Tone.FLAT


def test_what_was_promised_of_a_contract_that_is_signed_is_to_be_closed() -> None:
    start = inside().view.data_date + timedelta(days=30)
    follows = Agreement(start, start + timedelta(days=365), 60, is_auto_renewed=True)
    review = promise("Revisar el contrato del año que viene", start)
    told = dict(points(with_renewal(30, follows), review))
    assert "ya está firmado" in told["Contrato ya resuelto"]
    assert "Contrato ya resuelto" not in dict(points(with_renewal(300), review))
    renewed = with_renewal(360)
    running = Agreement(
        renewed.view.data_date - timedelta(days=5),
        renewed.view.data_date + timedelta(days=360),
        None,
        is_auto_renewed=True,
    )
    renewed = replace(renewed, view=replace(renewed.view, agreements=(running,)))
    assert "el contrato se renovó el" in dict(points(renewed, review))["Contrato ya resuelto"]


@pytest.mark.parametrize(
    ("days", "start", "told"),
    [
        (30, date(2026, 11, 1), "Renovación firmada: el contrato nuevo va del 1 de noviembre de"),
        (-1, date(2026, 10, 1), "El contrato se renovó el 1 de octubre de 2026; próxima renovac"),
    ],
)
def test_a_contract_that_follows_is_told_by_its_own_days_and_the_same_ones(
    days: int, start: date, told: str
) -> None:
    end = start.replace(year=2027)
    follows = Agreement(start, end, 60, is_auto_renewed=True)
    context = with_renewal(days, follows)
    said = title(renewal.headline(context, ()))
    assert said.startswith(told)
    told_day = end if days < 0 else end - timedelta(days=1)  # a renewal; the last day of a term
    assert context.formats.long_day(told_day).replace("\u00a0", " ") in said
    if days < 0:
        notice = context.formats.long_day_of_year(end - timedelta(days=60)).replace("\u00a0", " ")
        assert said.endswith(f"(preaviso: {notice})")
    tile = renewal._following(context)
    assert tile.delta.text == f"Próxima renovación: {context.formats.day(end)}"
    endless = with_renewal(days, replace(follows, end_date=None))
    assert title(renewal.headline(endless, ())).endswith("fecha de fin")


def test_what_is_sold_one_at_a_time_is_not_called_a_seat() -> None:
    context = inside()
    one = replace(context.view.subscriptions[0], seats=1.0)
    many = replace(one, seats=40.0)
    for held, said in (((many, one), "Unidades"), ((many,), "Licencias")):
        plan = _plan(replace(context, view=replace(context.view, subscriptions=held)), len(held))
        assert plan.columns[1].heading == said


def test_the_fees_tile_has_the_change_that_its_title_tells() -> None:
    client = known(
        known(reviewed_client(), mrr=10_300, mrr_start=10_000), QUARTER.previous, mrr=10_000
    )
    context = inside(figures=client.kpis)
    assert "suben a" in title(recurring.headline(context, ()))
    assert recurring._tile(context, "mrr").delta.text.startswith("▲\u00a0$3 ")


def test_a_fee_that_holds_does_not_hide_what_the_year_lost() -> None:
    for kept, is_told in ((0.95, True), (0.97, False)):
        client = known(reviewed_client(), mrr=10_000, mrr_start=10_000, nrr_ttm=kept)
        said = title(recurring.headline(inside(figures=client.kpis), ()))
        assert ("retención neta de doce meses: 95%" in said) is is_told, said


def test_a_steady_margin_does_not_hide_less_revenue() -> None:
    client = known(reviewed_client(), contribution_margin=0.5, recognised_revenue=88_000)
    client = known(client, QUARTER.previous, contribution_margin=0.5, recognised_revenue=100_000)
    found = margin.headline(inside(figures=client.kpis), ())
    assert title(found).endswith("con un 12% menos de ingresos reconocidos")
    assert isinstance(found, Headline) and found.tone is Tone.BAD
    level = known(client, recognised_revenue=96_000)
    assert "ingresos" not in title(margin.headline(inside(figures=level.kpis), ()))


def test_more_days_of_billing_are_no_bad_news_where_nothing_is_late() -> None:
    client = known(reviewed_client(), dso=60)
    client = known(client, QUARTER.previous, dso=30)
    for overdue, tone in ((0, Tone.FLAT), (5_000, Tone.BAD)):
        found = inside(figures=known(client, overdue_balance=overdue).kpis)
        assert receivables._tile(found, "dso").delta.tone is tone


def test_the_class_is_named_as_one_and_its_score_by_how_many_points_it_moved() -> None:
    relationship = calm().inside.relationship
    for change, said in ((-5.0, ", 5 menos que en el T2 2026"), (4.0, ", 4 más que en el T2 2026")):
        moved = replace(relationship, points=43.0, change=change, is_comparable=True)
        told = title(standing_slide.headline(calm(relationship=moved), ()))
        assert told.startswith("Relación en «") and told.endswith(f": 43 de 100 puntos{said}")


def test_a_contact_with_two_posts_is_one_person_and_to_be_checked() -> None:
    people = (
        Stakeholder("Eva Ruiz", "Compras", is_active=True),
        Stakeholder("EVA RUIZ", "Operaciones", is_active=False),
        Stakeholder("Luis Paz", "Calidad", is_active=False),
        Stakeholder("Ana Gil", "Calidad", is_active=True, company="Norte"),
        Stakeholder("Ana Gil", "Compras", is_active=True, company="Sur"),
    )
    context = inside(stakeholders=people)
    told = [(item.name, item.job_title, item.is_active) for item in cadence.people_of(context)]
    assert told == [
        ("Eva Ruiz", "Compras / Operaciones", True),
        ("Ana Gil", "Calidad", True),
        ("Ana Gil", "Compras", True),
        ("Luis Paz", "Calidad", False),
    ]
    assert [item.name for item in cadence.departed(context)] == ["Luis Paz"]
    (said,) = [text for kind, text in points(context) if kind == "Contacto repetido"]
    assert said.startswith("Eva Ruiz (Compras / Operaciones) consta más de una vez")
    once = inside(stakeholders=people[2:])
    assert checklist.open_points(context) == checklist.open_points(once) + 1


def test_the_summary_says_by_when_the_client_decides_and_what_else_is_near() -> None:
    due, decide = date(2026, 11, 27), date(2026, 10, 23)
    found = OffTarget("goals", "x", Phrase("x", "x"), True, "Acordar.", due, "Rosa", decide)
    gone = Stakeholder("Luis Paz", "Calidad", is_active=False)
    context = with_renewal(150)
    asked = calm(found=(found,), stakeholders=(gone,))
    day = context.formats.day
    assert [(item.label, item.value) for item in overview._ask(asked).facts[:2]] == [
        ("Rosa", day(due)),
        ("Decisión del cliente", day(decide)),
    ]
    on_its_day = calm(found=(replace(found, decide=due),))
    assert "Decisión" not in str(overview._ask(on_its_day).facts)
    assert ("Contactos que se fueron", "1") in [
        (item.label, item.value) for item in overview._standing(asked)
    ]
    for days, label in (
        (80, "Último día de preaviso"),
        (110, "Último día de preaviso"),
        (140, "Renovación"),
    ):
        ends = context.view.data_date + timedelta(days=days + 10)
        running = Agreement(date(2026, 1, 1), ends, 10, is_auto_renewed=True)
        near = with_renewal(days + 10)
        near = replace(near, view=replace(near.view, agreements=(running,)))
        assert label in [item.label for item in overview._ask(near).facts]


def test_a_fall_of_use_names_the_team_that_most_of_it_stands_in() -> None:
    parts = (
        UsedPart("team", "Procesos", events=50.0, before=100.0, people=None),
        UsedPart("team", "Compras", events=98.0, before=100.0, people=None),
    )
    client = known(reviewed_client(), usage_change=-0.2, usage_change_year=-0.3, overdue_balance=0)
    figures = [client.kpis.get(kpi, QUARTER) for kpi in ("usage_change", "usage_change_year")]
    evidence = tuple(FigureEvidence(item, 0.0) for item in figures)
    signal = Signal(falling_use.SPEC, Severity.WATCH, evidence, (Step("ask", (0, 1)),))
    context = calm(figures=client.kpis, setbacks=(Setback(Kind.USE, -0.2),))
    for held, is_told in ((parts, True), (parts[1:], False)):
        seen_parts = replace(context, view=replace(context.view, parts=held))
        said = "obre todo, «Procesos» (−50%)"
        assert (said in evidence_in_short(seen_parts, signal)) is is_told
        assert (said in concern_of(seen_parts).lead) is is_told


def test_a_rise_after_a_credit_note_is_no_good_news_and_names_it() -> None:
    before, now = QUARTER.previous.months[1], QUARTER.months[0]
    rose = known(reviewed_client(), recognised_revenue=112_000, gross_profit=70_000)
    rose = known(rose, QUARTER.previous, recognised_revenue=100_000, gross_profit=60_000)

    def tile(credited: int) -> Tile:
        parts = (
            InvoicedPart(before, "Core", 100_000, credited),
            InvoicedPart(now, "Core", 112_000),
        )
        context = inside(figures=rose.kpis)
        context = replace(context, view=replace(context.view, invoiced=parts, figures=rose.kpis))
        return margin._tile(context, "gross_profit")

    after = tile(-9_000)
    assert after.delta.tone is Tone.FLAT
    assert words(after.delta.text) == "▲ $100 frente al T2 2026, con $90 en notas de crédito"
    assert tile(0).delta.tone is Tone.GOOD and tile(-1_000).delta.tone is Tone.GOOD
