"""What is asked about a contract that ends, and until when."""

from dataclasses import replace
from datetime import date, timedelta

from test_deck_chain import (
    ENDS,
    LATE,
    TODAY,
    calm,
    desk,
    ending,
    links_of,
    promise,
    quiet,
    rules_of,
    story_of,
    told,
)

from reports.deck.chain.links import number_of_answer
from reports.deck.chain.renewal import pressing_link
from reports.deck.story_cards import risk_of
from reports.deck.view.client_view import Renewal
from transforms.renewals.running_contracts import Agreement


def test_a_renewal_is_agreed_on_before_its_notice() -> None:
    for days, due in ((77, date(2026, 12, 3)), (17, date(2026, 10, 2)), (14, date(2026, 10, 14))):
        ends = TODAY + timedelta(days=days + 60)
        (link,) = links_of(desk(calm(), **quiet(**ending(ends, notice=60))))
        assert link.due == due
        assert link.effect == "Acuerdo por escrito antes del último día de preaviso"


def test_notice_that_ends_before_the_next_review_is_spoken_of_now() -> None:
    """A renewal may lie further off than half a year."""
    for days, rules in ((120, ["renewal"]), (121, [])):
        ends = TODAY + timedelta(days=days + 90)
        links = links_of(desk(calm(), **quiet(**ending(ends, notice=90))))
        assert [link.rule for link in links] == rules


def test_terms_that_rest_on_a_promise_for_a_saturday_are_agreed_on_the_monday() -> None:
    about = ending(date(2026, 10, 30) + timedelta(days=60), notice=60)
    for owed, due in (((), date(2026, 10, 16)), ((date(2026, 10, 24),), date(2026, 10, 26))):
        promised = tuple(promise("Publicar la guía", day) for day in owed)
        links = links_of(desk(calm(), **quiet(**about, commitments=promised)))
        assert next(link.due for link in links if link.rule == "renewal") == due


def test_a_renewal_without_notice_is_agreed_on_two_weeks_before_it() -> None:
    for days, due in ((61, date(2026, 11, 17)), (25, date(2026, 10, 23))):
        (link,) = links_of(desk(calm(), **quiet(**ending(TODAY + timedelta(days=days)))))
        assert (link.rule, link.due) == ("renewal", due)
        assert link.effect == "Acuerdo por escrito antes de la renovación"


def test_notice_within_days_is_the_clients_to_give_and_leaves_no_terms_for_later() -> None:
    day = TODAY + timedelta(days=67)
    context = desk(calm(), **quiet(**ending(day, notice=60)))
    (link,) = links_of(context)
    assert link.rule == "notice_now"
    assert link.owner == link.side == context.view.client_name
    title = story_of(context)["decisions"].title.text
    assert title == (
        "El último día de preaviso es el 8 de octubre de 2026: les pedimos confirmar si el "
        "contrato se renueva igual o con cambios"
    )


def test_a_notice_with_fewer_than_five_working_days_left_never_leads_a_clients_deck() -> None:
    late = told("critical_resolution_on_time", calm(), **LATE)
    for client in (calm(), late):
        context = desk(client, **quiet(**ending(TODAY + timedelta(days=66), notice=60)))
        links, story = links_of(context), story_of(context)
        assert (links[0].rule, links[0].is_ours, links[0].due) == ("offer", True, None)
        told_first = [story[slide].title.text for slide in ("summary", "decisions")]
        card = risk_of(context, tuple(story.values()), links)
        said = (*told_first, card.big, card.lead, *(fact.label for fact in card.facts))
        assert not any("preaviso" in text.lower() for text in said)
        pressing = pressing_link(context)
        assert pressing is not None
        assert pressing.rule == "notice_now"


def test_a_contract_that_is_over_is_the_decision_of_the_deck() -> None:
    lapsed = ending(TODAY - timedelta(days=92))
    context = desk(told("critical_resolution_on_time", calm(), **LATE), **quiet(**lapsed))
    links = links_of(context)
    assert [link.rule for link in links] == ["lapsed", "critical"]
    assert links[0].finding.text == (
        "El contrato venció el 30 de junio de 2026 y el servicio continúa"
    )
    assert risk_of(context, tuple(story_of(context).values()), links).big == "Contrato vencido"
    anniversary = {**lapsed, "renewal": Renewal(TODAY - timedelta(days=92), "inferred")}
    assert "lapsed" not in rules_of(desk(calm(), **quiet(**anniversary)))
    (one,) = lapsed["agreements"]  # type: ignore[misc]
    rolled = {**lapsed, "agreements": (replace(one, is_auto_renewed=True),)}
    assert "lapsed" not in rules_of(desk(calm(), **quiet(**rolled)))


def test_a_promise_to_go_through_the_contract_is_no_second_talk() -> None:
    review = promise("Revisar con ustedes el contrato", date(2027, 1, 8))
    client = told("critical_resolution_on_time", calm(), **LATE)
    context = desk(client, **quiet(**ending(notice=60), commitments=(review,)))
    critical, asked = links_of(context)
    assert (critical.rule, asked.slide) == ("critical", "investment")
    assert asked.due == date(2026, 12, 3)  # two weeks before notice
    assert asked.moved_from == date(2027, 1, 8)
    story = tuple(story_of(context).values())
    assert number_of_answer(context, story, "investment") == 2


def test_a_promise_about_a_contract_that_is_signed_by_now_is_in_no_plan() -> None:
    review = promise("Revisar con ustedes el contrato", date(2026, 10, 20))
    late = promise("Revisar con ustedes la renovación", TODAY - timedelta(days=9))
    other = promise("Publicar la guía", date(2026, 11, 20))
    following = Agreement(ENDS, ENDS.replace(year=2028), None, None)
    every = {item.text for item in (review, late, other)}
    for signed, kept in ((None, every), (following, {other.text})):
        renewal = Renewal(ENDS, "contract", following=signed)
        aims = {"renewal": renewal, "commitments": (review, late, other)}
        told = " ".join(
            f"{link.action} {link.about}" for link in links_of(desk(calm(), **quiet(**aims)))
        )
        assert {text for text in every if text in told} == kept
