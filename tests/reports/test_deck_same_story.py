"""What one page says, the others say too: no day of an agreement that is none, ties told as ties,
columns named for what they hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from clients import QUARTER, full_client
from test_deck_chain import TODAY, calm, links_of, quiet, story_of, told
from test_deck_rereading import desk, texts_of

from reports.deck.exhibits.credit_notes import are_alone, credit_tiles
from reports.deck.exhibits.glance import glanced
from reports.deck.exhibits.invoiced_drivers import drivers_of_change
from reports.deck.exhibits.meaning import question_of
from reports.deck.model import Slide, Table
from reports.deck.slide_context import SlideContext
from reports.deck.slides import (
    breakdown,
    commitments,
    decisions,
    delivery,
    goals,
    investment,
    summary,
    value,
)
from reports.deck.turns import turns_of
from reports.deck.view.client_view import Renewal
from transforms.billing.invoiced_parts import InvoicedPart
from transforms.clients.aims import Commitment, Goal, Worth
from transforms.service.breakdowns import Cause
from transforms.service.delivery_tasks import DueTask

LANGUAGES = pytest.mark.parametrize("language", ["es", "en"])
SOON = TODAY + timedelta(days=60)


def view(language: str, **changed: object) -> SlideContext:
    return desk(replace(calm(), language=language), **quiet(**changed))


def aim(name: str, actual: float, target: float = 4.0) -> Goal:
    return Goal(name, "days", target, actual, "down", Worth(10, None, "MXN"))


def table_of(page: Slide) -> Table:
    return next(item for item in page.elements if isinstance(item, Table))


@LANGUAGES
def test_who_agreed_on_nothing_renews_nothing_on_any_page(language: str) -> None:
    first = {"renewal": Renewal(SOON, "inferred"), "commitments": (owed("open"),)}
    held = full_client().dossier.billing.subscriptions[:1]
    for subscriptions, is_told in ((held, True), ((), False)):
        context = view(language, **first, subscriptions=subscriptions)
        assert (turns_of(context).renewal is not None) is is_told
        assert any(link.slide == "investment" for link in links_of(context)) is is_told
        story = story_of(context)
        pages = [
            page
            for slide, module in (("summary", summary), ("decisions", decisions))
            for page in module.compose(context, story[slide], tuple(story.values()))
        ]
        day = context.formats.day(SOON)
        assert any(day in texts_of(page) for page in pages) is is_told


@LANGUAGES
def test_goals_that_did_equally_well_have_no_leader(language: str) -> None:
    word = {"es": "destaca", "en": "led by"}[language]
    for second, is_led in ((2.0, True), (3.0, False)):
        found = story_of(view(language, goals=(aim("Cierre", 3), aim("Alta", second))))["goals"]
        assert (word in found.title.text) is is_led


@LANGUAGES
def test_goals_equally_far_from_their_targets_have_no_furthest(language: str) -> None:
    word = {"es": "«Cierre» queda en 5", "en": "“Cierre” is at 5"}[language]
    for second, is_tied in ((5.0, True), (6.0, False)):
        aims = (aim("Cierre", 5), aim("Alta", second), aim("Baja", 4.2))
        assert (word in story_of(view(language, goals=aims))["goals"].title.text) is is_tied


@LANGUAGES
def test_a_few_goals_met_are_told_in_the_plural_of_those_met(language: str) -> None:
    missed = tuple(aim(f"Meta {n}", 5 + n) for n in range(4))
    words = {
        "es": ("solo se cumple 1 de los 5", "solo se cumplen 2 de los 6"),
        "en": ("only 1 of 5 measured goals is met", "only 2 of 6 measured goals are met"),
    }[language]
    for met, said in zip(((aim("A", 2),), (aim("A", 2), aim("B", 3))), words, strict=True):
        found = story_of(view(language, goals=(*met, *missed)))["goals"]
        assert found.clause.text.startswith(said)


@LANGUAGES
def test_a_target_has_its_sign_beside_the_worth_too(language: str) -> None:
    context = view(language, goals=(aim("Cierre", 3), aim("Alta", 2)))
    story = story_of(context)
    (page,) = value.compose(context, story["value"], tuple(story.values()))
    targets = [row.cells[2].body.text for row in table_of(page).rows[1:]]
    assert all(text.startswith("≤\u00a04") for text in targets)


@pytest.mark.parametrize(
    ("language", "now", "words"),
    [
        ("es", 105.0, "la mitad que en el"),
        ("es", 96.0, "menos de la mitad que en el"),
        ("en", 105.0, ", half of the"),
        ("en", 96.0, ", less than half of the"),
    ],
)
def test_half_is_told_as_half(language: str, now: float, words: str) -> None:
    client = replace(calm(), language=language)
    book = dict(client.kpis.values)
    for period, hours in ((QUARTER, now), (QUARTER.previous, 210.0)):
        key = ("value_hours", str(period))
        book[key] = replace(book[key], value=hours, reason=None)
    for period in (QUARTER, QUARTER.previous):
        key = ("value_money", str(period))
        book[key] = replace(book[key], value_minor=None)
    client = replace(client, kpis=replace(client.kpis, values=book))
    context = desk(client, **quiet(goals=(aim("Cierre", 3), aim("Alta", 2))))
    rule, values = value._meaning(context)
    said = context.say(f"meaning.{rule}", values)
    assert words in said and ("menos" in said or "less" in said) is (now < 105)


def owed(state: str, cause: str = "") -> Commitment:
    due = TODAY - timedelta(days=40)
    return Commitment(str(QUARTER), f"Tarea {state}", "A", "us", due, state, "", cause, "")


@pytest.mark.parametrize(
    ("language", "states", "cause", "head"),
    [
        ("es", "done open", "", "Qué va a cambiar"),
        ("es", "done moved", "", "Qué va a cambiar"),
        ("es", "done moved", "Faltó gente", "Por qué, y qué va a cambiar"),
        ("es", "done done", "", ""),
        ("en", "done open", "", "What will change"),
        ("en", "done moved", "Short of staff", "Why, and what will change"),
        ("en", "done done", "", ""),
    ],
)
def test_the_last_column_of_commitments_is_named_for_what_it_holds(
    language: str, states: str, cause: str, head: str
) -> None:
    items = tuple(owed(state, cause if state != "done" else "") for state in states.split())
    context = view(language, commitments=items)
    story = story_of(context)
    (page,) = commitments.compose(context, story["commitments"], tuple(story.values()))
    heads = [cell.body.text for cell in table_of(page).rows[0].cells]
    assert heads[4:] == ([head] if head else [])


@LANGUAGES
def test_projects_ask_about_what_the_page_shows(language: str) -> None:
    due = TODAY - timedelta(days=30)
    words = {
        "es": ("¿A qué planes suyos afectó", "¿Qué fechas suyas dependen"),
        "en": ("Which of your plans did", "Which of your dates depend"),
    }[language]
    for done, asked in zip((due + timedelta(days=5), None), words, strict=True):
        task = DueTask("Alta", "Uno", False, due, done, 5, "")
        context = view(language, due_tasks=(task,))
        story = story_of(context)
        late = replace(story["delivery"], tone=goals.Tone.BAD)
        (page,) = delivery.compose(context, late, tuple(story.values()))
        assert asked in texts_of(page)


@LANGUAGES
def test_causes_add_up_to_all_tickets(language: str) -> None:
    client = told("tickets_created", replace(calm(), language=language), value=10.0)
    context = desk(client, **quiet(causes=(Cause("access", 7, 0, 1),)))
    rows = breakdown._causes(context).rows
    assert [row[1].text for row in rows] == ["7", "3"]
    even = desk(client, **quiet(causes=(Cause("access", 10, 99, 1),)))
    assert len(breakdown._causes(even).rows) == 1


@LANGUAGES
def test_credit_notes_alone_are_called_so(language: str) -> None:
    client = told("invoiced_amount", replace(calm(), language=language), value_minor=-37_740_00)
    context = desk(client, **quiet(invoiced=()))
    tile = credit_tiles(context)[0]
    assert tile.label == context.say("investment.credits")
    assert "37" in tile.value and not tile.value.startswith(("-", "−"))
    assert "invoiced_amount" not in glanced(context)
    assert are_alone(context) and not are_alone(view(language))


def test_the_part_of_a_change_beside_a_single_charge_is_told_where_it_has_weight() -> None:
    months = (*QUARTER.previous.months, *QUARTER.months)
    for fewer, is_told in ((80_00, True), (5_00, False)):
        fees = [
            InvoicedPart(month, "Usuarios", 1_000_00 - (fewer if month >= months[3] else 0))
            for month in months
        ]
        invoiced = (*fees, InvoicedPart(months[2], "Formación", 300_00))
        context = desk(calm(), **quiet(invoiced=invoiced))
        first, *rest = [item.text for item in drivers_of_change(context)]
        assert "incluyó $300 de Formación en junio" in first
        assert (f"; además, ${3 * fewer // 100} menos en Usuarios" in first) is is_told
        assert bool(rest) is is_told


@pytest.mark.parametrize(
    ("credited", "told"),
    [
        (-400_00, ", que incluyó una nota de crédito de $400 por Usuarios en junio"),
        (0, ": en junio, Usuarios quedó $400 por debajo de lo habitual"),
    ],
)
def test_a_month_that_a_credit_note_lowered_is_told_by_its_note(credited: int, told: str) -> None:
    months = (QUARTER.previous.months[0].shift(-1), *QUARTER.previous.months, *QUARTER.months)
    low = months[3]
    fees = [
        InvoicedPart(month, "Usuarios", 600_00, credited_minor=credited)
        if month == low
        else InvoicedPart(month, "Usuarios", 1_000_00)
        for month in months
    ]
    other = [InvoicedPart(month, "Núcleo", 500_00) for month in months]
    context = desk(calm(), **quiet(invoiced=(*fees, *other)))
    assert [item.text for item in drivers_of_change(context)] == [told]


@LANGUAGES
def test_a_renewal_that_presses_is_asked_about_by_its_next_term(language: str) -> None:
    asked = {}
    for day in (date(2026, 12, 1), date(2027, 6, 1)):
        context = view(language, renewal=Renewal(day, "contract"))
        asked[day.year] = question_of(context, investment.question_rule(context))
    near, far = (context.say(f"questions.investment.{rule}") for rule in ("dated_near", "dated"))
    assert near in asked[2026] and far in asked[2027]


def test_products_that_nearly_cancel_each_other_out_are_both_told() -> None:
    months = QUARTER.previous.months[-1], QUARTER.months[-1]
    moved = {"Usuarios": (888_000_00, 1_064_000_00), "Core": (164_000_00, 0)}
    invoiced = [
        InvoicedPart(month, name, minor)
        for name, minors in moved.items()
        for month, minor in zip(months, minors, strict=True)
    ]
    (told,) = drivers_of_change(desk(calm(), **quiet(invoiced=tuple(invoiced))))
    assert told.text == ": $176,000 más en Usuarios, $164,000 menos en Core"


@LANGUAGES
def test_a_rise_that_only_comes_back_to_the_season_is_told_with_its_fall(language: str) -> None:
    client = told("usage_change", replace(calm(), language=language), value=-0.08)
    client = told("usage_change_year", client, value=0.01)
    context = desk(client, **quiet())
    (link,) = links_of(context)
    assert link.rule == "seasonal" and link.is_ours
    assert link.finding.text == story_of(context)["usage"].title.text
