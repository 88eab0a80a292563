"""What the review asks for has an owner and the day that the client's deck has for it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from clients import QUARTER, reviewed_client
from test_review_agrees import calm, unasked, words
from test_review_first_move import case_of, using
from test_review_told import promise
from test_review_urgency import inside, known, page, review, texts, unknown

from reports.deck.chain.promises import promised
from reports.deck.internal_slides import checklist, overview, potential, renewal
from reports.deck.review.renewal_move import first_move
from reports.deck.slide_context import Headline
from reports.deck.turns import turns_of
from reports.deck.view.client_view import Renewal
from transforms.core.periods import Period
from transforms.metrics.kpi import Missing

pytestmark = pytest.mark.thorough


def test_an_open_deal_has_a_next_step_with_owner_and_day() -> None:
    context = inside()
    said = words(potential._next_step(context))
    owner = context.view.manager_name
    assert said.startswith(f"{owner}, a más tardar el 8 oct 2026: acordar con el cliente")
    (first,) = context.inside.deals
    two = replace(context, inside=replace(context.inside, deals=(first, first)))
    assert "cada oportunidad abierta" in potential._next_step(two)
    won = replace(first, outcome="won")
    assert potential._next_step(inside(deals=(won,))) == ""
    shown = [words(text) for text in texts(page(review(reviewed_client()), "asks"))]
    assert said in shown


def test_a_former_clients_deal_is_asked_about_or_closed() -> None:
    context = inside()
    gone = replace(context, view=replace(context.view, is_active=False))
    assert "cerrarla como perdida" in potential._next_step(gone)


def test_nothing_is_worth_nothing_where_too_few_clients_are_like_it() -> None:
    client = known(reviewed_client(), white_space_products=0, white_space=0)
    alone = unknown(client, QUARTER, Missing.TOO_FEW_CLIENTS, "lifetime_value")
    tiles = [
        potential._tile(inside(figures=of.kpis, products_without=("Rutas",)), "white_space")
        for of in (client, alone)
    ]
    assert [tile.value for tile in tiles] == ["$0", "n/d"]
    assert tiles[0].delta is not None and tiles[0].delta.text.endswith("tampoco lo tienen")


def test_a_promise_that_is_moved_is_told_by_the_day_that_the_clients_deck_proposes() -> None:
    context = inside()
    deadline = turns_of(context).deadline
    assert deadline is not None
    offer = promise("Presentar la renovación", deadline + timedelta(days=9))
    told = replace(context, view=replace(context.view, commitments=(offer,)))
    (link,) = promised(told, is_folded=False)
    assert link.due is not None and link.moved_from == offer.due_date
    ((_, text),) = checklist._late_promises(told)
    assert f"propone el {context.formats.day(link.due)}" in text.text


def test_an_anniversary_of_which_nothing_was_agreed_is_no_renewal() -> None:
    context = calm()
    day = context.view.data_date + timedelta(days=188)
    known_day = Renewal(day, "inferred")
    view = replace(context.view, renewal=known_day, agreements=(), subscriptions=())
    nothing = replace(context, view=view, inside=replace(context.inside, renewal=None))
    title = renewal.headline(nothing, ())
    assert isinstance(title, Headline) and title.title.text.startswith("Sin contrato registrado: ")
    assert overview._opening(nothing) is None
    kinds = [kind.text for kind, _ in checklist._of_agreement(nothing)]
    assert kinds == ["Contrato sin registrar"]
    assert "Contrato sin registrar" not in str(checklist._of_agreement(context))


def test_we_propose_on_the_day_that_the_clients_deck_names() -> None:
    context = using(unasked(), 0.9)
    offer = promise("Presentar la renovación", context.view.data_date + timedelta(days=19))
    planned = replace(context, view=replace(context.view, commitments=(offer,)))
    day = context.formats.day(offer.due_date or context.view.data_date)
    assert f"a más tardar el {day}: proponer" in first_move(planned, case_of(planned))
    assert "8 oct 2026: responder" in words(first_move(inside(), case_of(inside())))


def test_a_goal_measured_before_is_asked_for_and_not_called_never_measured() -> None:
    context = inside()
    goal = replace(context.view.goals[0], text="Plazo", actual=None)
    had = replace(goal, actual=3.0)
    view = replace(context.view, goals=(goal,), goals_before=(had,), commitments=())
    ((kind, text),) = checklist._unsaid(replace(context, view=view))
    assert kind.text == "Meta sin medir"
    assert words(text.text).startswith("«Plazo» no tiene resultado del T3 2026, aunque en el T2")
    never = replace(view, goals_before=(goal,))
    assert "Nadie ha medido" in checklist._unsaid(replace(context, view=never))[0][1].text


def test_what_a_former_client_paid_is_told_by_the_year(monkeypatch: pytest.MonkeyPatch) -> None:
    month = Period.month(2026, 4)
    monkeypatch.setattr(overview, "last_paid", lambda _: month)
    client = known(reviewed_client(), month, arr=109_200_000, mrr=9_100_000)
    context = inside(figures=client.kpis)
    gone = replace(context, view=replace(context.view, is_active=False))
    card = overview._money(gone)
    assert (card.label, words(card.lead)) == (
        "Ingresos perdidos",
        "ingreso recurrente anual hasta abril de 2026",
    )
    assert card.big == "$1,092,000"
