"""Of one quarter, one answer or one thing, a page says no more than there is."""

from dataclasses import replace
from datetime import date

import pytest
from clients import QUARTER, full_client
from test_deck_chain import calm, promise, quiet, story_of
from test_deck_claims import helped, service_page
from test_deck_opinion import rated, scored
from test_deck_rereading import desk, told
from test_deck_stage import back_in_july, in_two_currencies

from reports.deck.chain.links import chain
from reports.deck.exhibits.invoiced_notes import _told
from reports.deck.model import Chart, Table
from reports.deck.slides import decisions, satisfaction, summary, usage
from reports.deck.slides.contract import Absent
from transforms.billing.invoiced_moves import Move, Reason
from transforms.metrics.kpi import Missing
from transforms.service.breakdowns import UsedPart
from transforms.service.survey_answers import Theme

LANGUAGES = pytest.mark.parametrize("language", ["es", "en"])


def test_ratings_of_one_quarter_stand_with_the_service() -> None:
    client = rated(calm(), 0.8, 5, None)
    for kpi in ("nps", "nps_answers"):
        for step in range(-3, 1):
            of = QUARTER.shift(step)
            client = told(kpi, of, client, value=None)
    lone = told("csat", QUARTER.previous, client, value=None, numerator=0, denominator=0)
    for step in (-3, -2):
        lone = told("csat", QUARTER.shift(step), lone, value=None, numerator=0, denominator=0)
    assert satisfaction.headline(desk(lone), ()) == Absent("told_with_service")
    low = told("csat", QUARTER, lone, value=0.2, numerator=1, denominator=5)
    silent = told("tickets_created", QUARTER, lone, value=0)
    for other in (low, silent):
        assert not isinstance(satisfaction.headline(desk(other), ()), Absent)


def test_a_score_of_one_quarter_has_no_course_and_one_answer_no_table_of_themes() -> None:
    client = scored(calm(), 8, 40.0, 46)
    for step in (-3, -2, -1):
        for kpi in ("nps", "nps_answers"):
            client = told(kpi, QUARTER.shift(step), client, value=None)
    one, two = (Theme("support", count, count) for count in (1, 2))
    for themes, tables in (((one,), 0), ((two,), 1)):
        context = desk(client, themes=themes)
        found = satisfaction.headline(context, ())
        assert not isinstance(found, Absent)
        (page,) = satisfaction.compose(context, found, ())
        assert sum(isinstance(item, Chart) for item in page.elements) == 1
        assert sum(isinstance(item, Table) for item in page.elements) == tables
    assert len(satisfaction.answers_chart(context, [QUARTER.previous, QUARTER], *_place())) == 5


def _place() -> tuple[object, int]:
    box = desk(calm()).brand.body
    return box, box.bottom


@LANGUAGES
def test_weeks_before_a_return_are_no_gap(language: str) -> None:
    client = replace(calm(), language=language)
    client = told("usage_change", client=client, value=None)
    for changed, is_told in ((back_in_july, True), (lambda view: view, False)):
        context = desk(client)
        gap = replace(context.get("usage_change"), value=None, reason=Missing.GAPS_IN_HISTORY)
        values = {**client.kpis.values, ("usage_change", str(QUARTER)): gap}
        context = desk(replace(client, kpis=replace(client.kpis, values=values)))
        context = replace(context, view=changed(context.view))
        said = usage._compared(context).delta.text
        assert (said == context.say("missing.before_return")) is is_told


@LANGUAGES
def test_how_amounts_were_converted_is_told_where_there_are_any(language: str) -> None:
    client = told("csat", QUARTER, replace(full_client(), language=language), value=None)
    for minor, is_told in ((900_00, True), (0, False)):
        of_invoices = told("invoiced_amount", QUARTER, client, value_minor=minor)
        context = desk(of_invoices)
        context = replace(context, view=in_two_currencies(context.view))
        assert ("MXN" in summary._glance(context)) is is_told
    assert summary._glance(context) == context.say("stories.currencies.glance_bare")


@LANGUAGES
def test_one_thing_is_named_in_what_is_done_about_it(language: str) -> None:
    parts = (UsedPart("team", "Ventas", 90, 90, 5), UsedPart("module", "Informes", 0, 0, 0))
    owed = promise("Unificar el catálogo", date(2026, 9, 1), "client", str(QUARTER))
    client = replace(calm(), language=language)
    context = desk(client, **quiet(parts=parts, commitments=(owed,)))
    links = chain(context, tuple(story_of(context).values()))
    rows = [row[2].text for row in decisions._plan(context, 0, links).rows]
    named = {
        "es": ("Ofrecer formación en «Informes», o acordar que no necesitan el módulo.",),
        "en": ("Offer training on “Informes”, or agree that you do not need the module.",),
    }
    assert set(named[language]) <= set(rows)


@pytest.mark.parametrize(("replies", "is_short"), [((6, 6), True), ((1, 1), False)])
def test_of_tickets_without_a_reply_nobody_says_all(
    replies: tuple[int, int], is_short: bool
) -> None:
    said = service_page(helped(replies=replies, filed=replies[1] + 1))[1]
    told_short = "6 de 7 tickets tuvieron respuesta, siempre en 4\u00a0h o menos; de 1 no consta."
    assert (told_short in said) is is_short


def test_the_largest_and_credit_notes_are_told_before_what_lasts_and_that_before_the_rest() -> None:
    first, second, third = QUARTER.months
    most = Move((first,), "Formación", 900_00, Reason.ONCE)
    credit = Move((second,), "Soporte", -50_00, Reason.CREDIT)
    seats = Move((third,), "Usuarios", 100_00, Reason.SEATS, 10, 12)
    once = Move((third,), "Auditoría", 200_00, Reason.ONCE)
    context = desk(calm(), **quiet(invoiced=()))
    moves = [most, credit, seats, once]
    names = [move.product for move in moves]
    said = [[name in _told(context, moves, count) for name in names] for count in (1, 2, 3)]
    assert said == [
        [True, False, False, False],
        [True, True, False, False],
        [True, True, True, False],
    ]


@LANGUAGES
@pytest.mark.parametrize(
    ("replies", "rules"), [((7, 9), ["critical", "service"]), ((8, 9), ["critical"])]
)
def test_late_replies_beside_late_incidents_have_their_own_action_but_a_single_one_has_none(
    language: str, replies: tuple[int, int], rules: list[str]
) -> None:
    slow = helped(replies=replies, critical=(0, 2), filed=9)
    context = replace(slow, view=replace(slow.view, language=language))
    links = chain(context, tuple(story_of(context).values()))
    assert [link.rule for link in links if link.slide == "service"] == rules
