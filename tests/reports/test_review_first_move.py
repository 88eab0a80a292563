"""The renewal's page says who makes the first move, until when, and what is held back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from test_review_agrees import asked, unasked, words
from test_review_urgency import inside, texts

from reports.deck.internal_slides import renewal
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.renewal_move import first_move
from reports.deck.review.renewal_options import (
    approver_of,
    notes,
    offering,
    options,
    proposed,
)
from reports.deck.review.signal_matters import of_signal
from reports.deck.slide_context import Headline
from reports.deck.view.internal_view import RenewalCase
from transforms.renewals.offers import Bar, Offer
from transforms.renewals.scenarios import best
from transforms.signals import Severity, Signal, Step, falling_use

pytestmark = pytest.mark.thorough


def case_of(context: InternalContext) -> RenewalCase:
    case = context.inside.renewal
    assert case is not None
    return case


def with_case(context: InternalContext, case: RenewalCase) -> InternalContext:
    inner = replace(context.inside, renewal=case, request=case.request)
    return replace(context, inside=inner)


def without_free_term(context: InternalContext) -> RenewalCase:
    """The same where renewing unchanged is admissible and no term is free of a discount."""
    case = case_of(context)
    kept = (
        replace(item, bar=None) if item.offer is Offer.AS_IS else item
        for item in case.outcomes
        if item.bar is not Bar.TERM_FOR_NOTHING
    )
    return replace(case, is_doubted=False, outcomes=tuple(kept))


def test_the_sentence_names_who_acts_by_when_and_what_waits() -> None:
    context = unasked()
    told = words(first_move(context, case_of(context)))
    assert told.startswith(f"{context.view.manager_name}, a más tardar el ")
    assert "proponer «plazo de 2 años sin descuento»" in told
    option = proposed(case_of(context))
    assert option is not None
    assert f"aprueba: {approver_of(context, option)}." in told
    assert told.endswith("se reserva hasta que pidan algo.")
    assert "No han pedido nada: «7.5% de descuento y 2 años»" in told


def test_title_table_and_sentence_agree_on_renewing_unchanged() -> None:
    context = unasked()
    context = with_case(context, without_free_term(context))
    found = renewal.headline(context, ())
    assert isinstance(found, Headline)
    assert "sin descuento pedido, proponer renovar sin cambios" in words(found.title.text)
    rows = options(context, case_of(context)).rows
    assert rows[0][0].text.startswith("Renovar sin cambios")
    assert "para empezar" in rows[0][0].text
    assert [row[0].bold for row in rows] == [True, *[False] * (len(rows) - 1)]
    told = words(first_move(context, case_of(context)))
    assert "proponer «renovar sin cambios»" in told
    (page,) = renewal.compose(context, found, ())
    assert told in [words(text).replace("\n", " ") for text in texts(page)]


def test_what_was_asked_is_answered_and_nothing_is_said_to_wait() -> None:
    context = unasked()
    for case in (
        replace(case_of(context), request=asked(context.period.start)),
        replace(case_of(context), is_more_asked=True),
    ):
        told = words(first_move(with_case(context, case), case))
        assert "responder con «7.5% de descuento y 2 años»" in told
        assert "No han pedido" not in told
        assert "Nadie ha pedido" not in told


def test_a_discount_for_a_doubtful_renewal_says_why_it_is_offered() -> None:
    context = unasked()
    case = replace(without_free_term(context), is_doubted=True)
    told = words(first_move(context, case))
    assert "Nadie ha pedido un descuento: se ofrece porque «7.5% de descuento y 2 años»" in told
    assert proposed(case) is best(case.outcomes)


def test_nothing_is_said_where_policy_admits_no_offer() -> None:
    context = inside()
    case = case_of(context)
    barred = tuple(replace(item, rank=None, bar=Bar.MARGIN) for item in case.outcomes)
    assert first_move(context, replace(case, outcomes=barred)) == ""


def test_the_expected_worth_can_be_worked_out_from_what_the_page_says() -> None:
    context = unasked()
    case = case_of(context)
    course = replace(case.course, horizon_years=4, discount_rate=0.125, later_probability=0.77)
    told = words(notes(context, replace(case, course=course)))
    assert "al 12.5% anual, 4 años de precio menos costo evitable, por la probabilidad" in told
    assert "pasado el plazo, por un 77% en cada año siguiente" in told
    (page,) = renewal.compose(context, in_title(context), ())
    assert any("por la probabilidad" in words(text) for text in texts(page))
    assert any("Dentro de un plazo" in line for line in page.notes)


def in_title(context: InternalContext) -> Headline:
    found = renewal.headline(context, ())
    assert isinstance(found, Headline)
    return found


def using(context: InternalContext, share: float) -> InternalContext:
    """The same with so many of its seats in use."""
    book = context.inside.figures
    used = replace(book.get("seats_used", context.period), value=share)
    values = dict(book.values) | {("seats_used", str(context.period)): used}
    inner = replace(context.inside, figures=replace(book, values=values))
    return replace(context, inside=inner)


def test_an_offer_for_seats_that_nobody_uses_says_so() -> None:
    few, enough = using(unasked(), 0.43), using(unasked(), 0.61)
    assert words(in_title(few).title.text).endswith("al año (con las licencias actuales)")
    assert words(in_title(enough).title.text).endswith("al año")
    told = words(first_move(few, case_of(few)))
    assert told.endswith(
        "Las opciones cuentan con las licencias actuales, de las que se usa el 43%: "
        "acordar antes cuántas mantiene el cliente."
    )
    assert "licencias" not in first_move(enough, case_of(enough))


def test_the_step_on_fewer_seats_names_the_option_that_counts_on_all() -> None:
    context = unasked()
    signal = Signal(falling_use.SPEC, Severity.WATCH, (), (Step("ask", ()), Step("seats", ())))
    ask, seats = of_signal(context, signal, 2).steps
    assert words(seats).endswith(": «plazo de 2 años sin descuento» cuenta con todas las actuales.")
    assert "licencias" not in ask
    alone = replace(context, inside=replace(context.inside, renewal=None))
    assert of_signal(alone, signal, 2).steps[1] == falling_use.SPEC.step("seats", "es")


def test_what_needs_approval_is_an_act() -> None:
    context = unasked()
    found = {item.offer: item for item in case_of(context).outcomes}
    said = {offer: words(offering(context, item)) for offer, item in found.items()}
    assert said[Offer.AS_IS] == "renovar sin cambios"
    assert said[Offer.LONG_TERM] == "ofrecer un plazo de 2 años sin descuento"
    assert said[Offer.COUNTER] == "ofrecer un 7.5% de descuento y un plazo de 2 años"
    ours = found[Offer.COUNTER]
    yearly = replace(ours, terms=replace(ours.terms, package=replace(ours.terms.package, years=1)))
    assert words(offering(context, yearly)) == "ofrecer un 7.5% de descuento"


@pytest.mark.parametrize(
    ("is_auto", "told"),
    [
        (True, "se renueva automáticamente el"),
        (False, "sin renovación automática"),
        (None, "El plazo de preaviso ya pasó"),
    ],
)
def test_notice_that_is_past_says_what_follows(is_auto: bool | None, told: str) -> None:
    context = inside()
    today = context.view.data_date
    one = replace(
        context.view.agreements[0],
        end_date=today + timedelta(days=20),
        notice_days=30,
        is_auto_renewed=is_auto,
    )
    late = replace(context, view=replace(context.view, agreements=(one,)))
    tile = renewal._notice(late)
    assert tile.delta is not None
    assert told in words(tile.delta.text)
