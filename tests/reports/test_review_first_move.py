"""The renewal's page says who makes the first move, until when, and what is held back."""

from dataclasses import replace

import pytest
from test_review_agrees import asked, unasked, words
from test_review_urgency import inside, texts

from reports.deck.internal_context import InternalContext
from reports.deck.internal_slides import renewal
from reports.deck.renewal_move import first_move
from reports.deck.renewal_options import approver_of, options, proposed
from reports.deck.slide_context import Headline
from reports.deck.view.internal_view import RenewalCase
from transforms.renewals.offers import Bar, Offer
from transforms.renewals.scenarios import best

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
