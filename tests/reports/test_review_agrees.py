"""The account review agrees with its own pages, with the client's deck and with its data's day."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from clients import QUARTER, reviewed_client
from test_review_urgency import in_english, inside, known, page, review, rows_of, texts, with_rows

from reports.brand import inches
from reports.client import ClientFile, RowFault
from reports.deck.internal_slides import checklist, overview, recurring, renewal
from reports.deck.internal_slides.cadence import acts_on_people
from reports.deck.model import TextBox
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.renewal_options import opening_of, options
from reports.deck.review.urgency import concern_of
from reports.deck.slide_context import Headline
from reports.deck.view.client_view_build import is_open_to_more, seen
from transforms.clients.aims import Commitment
from transforms.clients.relationship import Rule
from transforms.clients.setbacks import Kind, Setback, setbacks_of
from transforms.metrics.kpi import Missing
from transforms.renewals.offers import Bar, Offer
from transforms.renewals.requests import RenewalRequest
from transforms.renewals.scenarios import best
from transforms.signals import Severity, Signal, Step, discount_asked

pytestmark = pytest.mark.thorough


def words(text: str) -> str:
    return text.replace("\u00a0", " ")


def title_of(context: InternalContext) -> str:
    found = overview.headline(context, ())
    assert isinstance(found, Headline)
    return words(found.title.text)


def calm(**changed: object) -> InternalContext:
    """A client of whom nothing is urgent, what is changed apart."""
    relationship = seen(reviewed_client()).relationship
    relationship = replace(relationship, change=0.0, rule=Rule.STEADY)
    settled = known(reviewed_client(), overdue_balance=0, disputed_balance=0).kpis
    usual: dict[str, object] = {
        "signals": (),
        "setbacks": (),
        "request": None,
        "stakeholders": (),
        "relationship": relationship,
        "figures": settled,
    }
    context = inside(**usual | changed)
    return replace(context, view=replace(context.view, goals=(), agreements=(), renewal=None))


def yet_to_begin(client: ClientFile) -> ClientFile:
    """Nothing was paid yet; the first contract begins in November."""
    rows = client.tables.rows("contracts").head(1)
    rows = rows.assign(start_date=pd.Timestamp("2026-11-02"), end_date=pd.Timestamp("2027-11-02"))
    for table in ("subscriptions", "invoices", "invoice_lines"):
        client = with_rows(client, table, client.tables.rows(table).head(0))
    months = client.kpis.get("tenure_months", QUARTER)
    none = replace(months, value=None, reason=Missing.NO_ROWS)
    values = dict(client.kpis.values) | {("tenure_months", str(QUARTER)): none}
    book = replace(client.kpis, values=values)
    return replace(with_rows(client, "contracts", rows), kpis=book)


def test_who_has_not_started_yet_is_no_former_client() -> None:
    coming = yet_to_begin(reviewed_client())
    deck = review(coming)
    assert words(page(deck, "overview").title) == "Aún no es cliente: empieza el 2 nov 2026"
    every = [text for slide in deck.slides for text in (slide.title, *texts(slide))]
    assert not any("Ya no es cliente" in text or "se fue" in text for text in every)
    english = review(in_english(replace(coming, data_date=date(2026, 11, 9))))
    title = words(page(english, "overview").title)
    assert title == "Not a client yet in Q3 2026: started on Nov 2, 2026"
    assert seen(reviewed_client()).begins is None


@pytest.mark.parametrize(
    ("state", "en", "es"), [("won", "won", "ganada"), ("lost", "lost", "perdida")]
)
def test_a_deal_decided_since_is_neither_overdue_nor_open(state: str, en: str, es: str) -> None:
    client = replace(reviewed_client(), data_date=date(2026, 11, 2))
    rows = client.tables.rows("opportunities").head(1)
    closed = rows.assign(state=state, close_date=pd.Timestamp("2026-10-20"))
    client = with_rows(client, "opportunities", closed)
    slide = page(review(client), "potential")
    cells = [words(cell) for row in rows_of(slide) for cell in row]
    assert f"{es} el 20 oct 2026" in cells
    assert not any("vencida" in cell for cell in cells)
    title = words(page(review(in_english(client)), "potential").title)
    assert title.startswith(f"1 open deal at the quarter’s end, {en} on Oct 20, 2026")


def asked(day: date) -> RenewalRequest:
    return RenewalRequest("r1", day, 0.25, "MXN", "", "Quantia Suite", "", {})


def test_a_request_that_came_since_is_told_as_the_days_are() -> None:
    context = calm(request=asked(date(2026, 10, 1)), renewal=None)
    assert title_of(context).endswith("lo más urgente: pide un 25% de descuento")
    signal = Signal(discount_asked.SPEC, Severity.ALERT, (), (Step("floor", ()),))
    earlier = calm(signals=(signal,), request=asked(date(2026, 9, 1)), renewal=None)
    assert title_of(earlier).endswith("lo más urgente: pide un 25% de descuento")
    assert words(concern_of(earlier).big) == "Pide un 25% menos"
    card = overview._risk(context)
    assert "ompite: Quantia Suite" in card.lead
    client_view = reviewed_client()
    view = inside(request=asked(date(2026, 10, 1)), renewal=None)
    found = renewal.headline(view, ())
    assert isinstance(found, Headline)
    assert "25% de descuento pedido" in words(found.title.text)
    assert any(tile.value == "25%" for tile in renewal._tiles(view))
    assert client_view.client_id


def unasked() -> InternalContext:
    """Nobody asked for a discount, and a term without one would be worth more than our offer."""
    context = inside()
    case = context.inside.renewal
    assert case is not None
    ours = next(item for item in case.outcomes if item.offer is Offer.COUNTER)
    term = next(item for item in case.outcomes if item.offer is Offer.LONG_TERM)
    package = replace(ours.terms.package, discount=0.075, years=2)
    free = replace(term.terms.package, discount=0.0, years=2)
    outcomes = (
        *(replace(i, rank=None, bar=Bar.MARGIN) for i in case.outcomes if i.offer is Offer.AS_IS),
        replace(
            ours,
            rank=1,
            bar=None,
            expected_npv_minor=1e6,
            terms=replace(ours.terms, package=package),
        ),
        replace(
            term,
            rank=None,
            bar=Bar.TERM_FOR_NOTHING,
            expected_npv_minor=2e6,
            terms=replace(term.terms, package=free),
        ),
    )
    case = replace(case, request=None, is_more_asked=False, outcomes=outcomes)
    return replace(context, inside=replace(context.inside, renewal=case, request=None))


def test_what_nobody_asked_for_is_not_what_we_open_with() -> None:
    context = unasked()
    case = context.inside.renewal
    assert case is not None
    found = renewal.headline(context, ())
    assert isinstance(found, Headline)
    first = case.outcomes[-1]
    price = context.formats.money(round(first.terms.net_price_minor))
    assert words(found.title.text).endswith(
        words(f"empezar por un plazo de 2 años sin descuento, a {price} al año")
    )
    facts = {fact.label: words(fact.value) for fact in overview._ask(context).facts}
    assert facts["Empezar por"].startswith("plazo de 2 años")
    assert "Mejor propuesta" not in facts
    cells = [row[0] for row in options(context, case).rows]
    assert "para empezar" in cells[0].text
    assert [cell.bold for cell in cells] == [True, *[False] * (len(cells) - 1)]
    wanted = replace(case, request=asked(date(2026, 9, 1)))
    assert opening_of(wanted) is None


def test_what_we_propose_is_named_by_discount_term_and_price() -> None:
    context = unasked()
    case = context.inside.renewal
    assert case is not None
    wanted = replace(case, request=asked(date(2026, 9, 1)))
    ours = best(wanted.outcomes)
    assert ours is not None
    context = replace(context, inside=replace(context.inside, renewal=wanted))
    found = renewal.headline(context, ())
    assert isinstance(found, Headline)
    price = context.formats.money(round(ours.terms.net_price_minor))
    told = words(f"la mejor propuesta: 7.5% de descuento y 2 años, a {price} al año")
    assert words(found.title.text).endswith(told)
    facts = {fact.label: words(fact.value) for fact in overview._ask(context).facts}
    assert facts["Mejor propuesta"].startswith("7.5% de descuento y 2 años")


def test_a_gain_stands_beside_a_probability_above_the_one_it_needs() -> None:
    context = inside()
    case = context.inside.renewal
    assert case is not None
    rows = options(context, case).rows
    compared = 0
    for row in rows:
        told, change = row[5].text, row[4].text
        if "/" not in told or "nunca" in told:
            continue
        assumed, needed = (int("".join(filter(str.isdigit, part))) for part in told.split("/"))
        compared += 1
        if change.startswith("+"):
            assert assumed >= needed, row
        else:
            assert assumed <= needed, row
    assert compared > 1


def test_what_the_clients_own_deck_shows_comes_before_calm_and_before_a_sale() -> None:
    fallen = Setback(Kind.USE_ON_YEAR, -0.17)
    context = calm(setbacks=(fallen, Setback(Kind.PROMISES, 2.0)))
    assert title_of(context).endswith("lo más urgente: uso −17% en un año")
    rows = overview._late(context)
    assert [row[1].text for row in rows] == ["2 compromisos vencidos"]
    assert title_of(calm()).endswith("sin señales de alerta")


def test_setbacks_are_use_below_last_year_opinion_that_slides_and_promises_past_their_day() -> None:
    client = known(reviewed_client(), usage_change_year=-0.15, usage_change=-0.01)
    for step, score in enumerate((10.0, 20.0, 30.0, 40.0)):
        client = known(client, QUARTER.shift(-step), nps=score)
    late = Commitment("2026-Q4", "x", "", "us", date(2026, 9, 30), "open", "", "", "")

    def kinds(of: ClientFile, *promises: Commitment) -> list[Kind]:
        found = setbacks_of(of.kpis.find, QUARTER, 0.05, promises, date(2026, 10, 1))
        return [item.kind for item in found]

    assert kinds(client, late) == [Kind.USE_ON_YEAR, Kind.OPINION, Kind.PROMISES]
    done = replace(late, state="done")
    better = known(client, usage_change_year=-0.14, nps=25.0)
    assert kinds(better, done, replace(late, due_date=date(2026, 10, 1))) == []


def test_seats_that_the_client_cut_are_asked_about_and_not_the_use_that_fell_with_them() -> None:
    client = known(reviewed_client(), usage_change_year=-0.6, usage_change=-0.6, mrr=10_000)
    client = known(client, QUARTER.previous, mrr=36_000)
    values = dict(client.kpis.values)
    for step, seats in ((0, 10.0), (-1, 26.0), (-4, 26.0)):
        of = QUARTER.shift(step)
        found = replace(client.kpis.get("seats_used", QUARTER), period=of, denominator=seats)
        values["seats_used", str(of)] = found
    kpis = replace(client.kpis, values=values)
    found = setbacks_of(kpis.find, QUARTER, 0.05, (), date(2026, 10, 1))
    assert [item.kind for item in found] == [Kind.SEATS]
    context = calm(setbacks=found)
    assert "licencias recortadas de 26 a 10 (−$260 al mes)" in title_of(context)
    assert concern_of(context).step.startswith("Preguntar por qué recortaron licencias")


def in_dispute(client: ClientFile, minor: int) -> ClientFile:
    old = client.kpis.get("open_balance", QUARTER)
    part = replace(old, kpi="disputed_balance", value_minor=minor)
    values = dict(client.kpis.values) | {("disputed_balance", str(QUARTER)): part}
    return replace(client, kpis=replace(client.kpis, values=values))


def test_a_dispute_a_missed_goal_and_a_lost_contact_come_before_a_sale() -> None:
    chance = tuple(
        item for item in seen(reviewed_client()).signals if item.severity is Severity.CHANCE
    )
    raised = seen(reviewed_client()).signals[:1]
    sale = chance or tuple(replace(item, severity=Severity.CHANCE) for item in raised)
    assert "oportunidad" in title_of(calm(signals=sale))
    disputed = in_dispute(known(reviewed_client(), overdue_balance=0, open_balance=600), 500)
    assert "$5 en disputa" in title_of(calm(signals=sale, figures=disputed.kpis))
    gone = [item for item in reviewed_client().dossier.stakeholders if not item.is_active]
    left = calm(signals=sale, stakeholders=tuple(gone))
    assert title_of(left).endswith("1 contacto ya no está")
    assert concern_of(left).step == acts_on_people(left)[0]
    goals = [replace(goal, actual=0.0, direction="up") for goal in reviewed_client().dossier.goals]
    unmet = calm(signals=sale)
    unmet = replace(unmet, view=replace(unmet.view, goals=tuple(goals)))
    assert f"{len(goals)} de {len(goals)} objetivos sin alcanzar" in title_of(unmet)
    assert is_open_to_more(in_dispute(disputed, 200))
    assert not is_open_to_more(disputed)


def test_a_deck_is_ready_where_nothing_is_left_to_do_and_not_otherwise() -> None:
    context = inside(left_out=(("peers", "no_rows"),), restated=(), faults=(), setbacks=())
    context = replace(context, view=replace(context.view, goals=(), commitments=(), agreements=()))
    found = checklist.headline(context, ())
    assert isinstance(found, Headline)
    assert found.title.rule == "titles.checklist.noted"
    assert "lista" in [fact.value for fact in overview._standing(context)]
    held = replace(context, inside=replace(context.inside, faults=(fault(),)))
    title = checklist.headline(held, ())
    assert isinstance(title, Headline)
    assert title.title.text.startswith("Antes de enviar: 1 punto por revisar y ")
    assert "1 punto por revisar" in [fact.value for fact in overview._standing(held)]


def fault() -> RowFault:
    return RowFault("r", {"es": "x", "en": "x"}, "tickets", "warn", "f.csv", 2)


def test_a_negotiation_opens_on_a_working_day() -> None:
    context = inside(renewal=None, request=None, negotiated_days=89)
    day = context.view.renewal
    assert day is not None
    saturday = date(2026, 10, 3)
    view = replace(context.view, renewal=replace(day, day=date(2026, 12, 31)), agreements=())
    assert (date(2026, 12, 31) - saturday).days == 89
    context = replace(context, view=view)
    found = renewal.headline(context, ())
    assert isinstance(found, Headline)
    assert "5 de octubre de 2026, en 4\u00a0días" in found.title.text.replace(
        "5\u00a0de\u00a0octubre\u00a0de\u00a02026", "5 de octubre de 2026"
    )


def test_a_fee_that_moves_by_a_percent_is_no_little_change() -> None:
    for now, rule in ((955, "down"), (1045, "up"), (1009, "near"), (1000, "flat")):
        assert recurring._rule(inside(), 1000, now)[0] == rule


def test_the_price_of_what_ended_since_is_not_called_current() -> None:
    context = inside(renewal=None, request=None)
    item = context.view.subscriptions[0]
    over = replace(item, end_date=date(2026, 10, 1), product="Lumbrera")
    ended = replace(context, view=replace(context.view, subscriptions=(over,)))
    (tile,) = renewal._yearly(ended)
    assert words(tile.label) == "Precio anual al 30 sep 2026"
    assert tile.delta is not None and "Lumbrera terminó el 1 oct 2026" in words(tile.delta.text)


def test_one_person_of_two_companies_of_a_group_is_one_row_with_both() -> None:
    client = reviewed_client()
    accounts = client.tables.rows("accounts")
    second = accounts.head(1).assign(account_id="a2", account_name="Aurora Norte")
    client = with_rows(client, "accounts", pd.concat([accounts, second], ignore_index=True))
    people = client.tables.rows("contacts")
    again = people.assign(
        account_id="a2", contact_id="d" + people["contact_id"], is_active=[True, True]
    )
    client = with_rows(client, "contacts", pd.concat([people, again], ignore_index=True))
    found = client.dossier.stakeholders
    assert [person.name for person in found] == ["Iván Prat", "Marta Solís"]
    assert all(person.is_active for person in found)
    assert "Aurora Norte" in found[1].company and "," in found[1].company
    assert "Aurora Norte" in [
        cell for row in rows_of(page(review(client), "cadence")) for cell in row
    ]


def test_nobody_knows_what_a_client_without_subscriptions_lacks() -> None:
    client = reviewed_client()
    fee = client.kpis.get("mrr", QUARTER)
    none = replace(fee, value_minor=None, reason=Missing.NO_SUBSCRIPTIONS)
    values = dict(client.kpis.values) | {("mrr", str(QUARTER)): none}
    client = replace(client, kpis=replace(client.kpis, values=values))
    slide = page(review(client), "potential")
    assert not any("sin contratar" in text.lower() for text in (slide.title, *texts(slide)))


def test_the_card_keeps_what_is_asked_above_its_facts() -> None:
    slide = page(review(reviewed_client()), "overview")
    boxes = [item for item in slide.elements if isinstance(item, TextBox)]
    manager = next(item for item in boxes if item.name == reviewed_client().manager_name)
    over = [item for item in boxes if item.box.left == manager.box.left]
    asked_for = [item for item in over if 0 < manager.box.top - item.box.top < inches(1.8)]
    assert asked_for
    assert all(item.box.bottom <= manager.box.top for item in asked_for)
