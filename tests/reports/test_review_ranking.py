"""Title, class, the page of signals and what is watched rank the same things alike."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from awkward import AWKWARD_CLIENTS, mixed_client
from clients import reviewed_client
from test_review_agrees import calm, title_of, words
from test_review_urgency import known, page, review, rows_of

from reports.client import ClientFile
from reports.deck.internal_slides import overview, signals, standing
from reports.deck.review.internal_context import InternalContext
from reports.deck.review.matters import matters
from reports.deck.review.urgency import concern_of, watched, why_of
from reports.deck.slide_context import Headline, Phrase, Tone
from reports.deck.turns import within_a_week
from reports.deck.view.internal_view import OffTarget
from transforms.clients.people import Stakeholder
from transforms.clients.relationship import Rule
from transforms.clients.setbacks import Kind, Setback
from transforms.signals import Severity, Signal, Step, competitor, complaints, dissatisfied

pytestmark = pytest.mark.thorough

LATE = Setback(Kind.PROMISES, 1.0)
RIVAL = Signal(competitor.SPEC, Severity.ALERT, (), (Step("decide", ()),))


def departed() -> tuple[Stakeholder, ...]:
    return tuple(item for item in reviewed_client().dossier.stakeholders if not item.is_active)


def goal(*, is_bad: bool) -> OffTarget:
    told = Phrase("1 de 4 objetivos sin alcanzar", "clauses.goals")
    return OffTarget("goals", told.text, told, is_bad, "Acordar cómo recuperarlo.")


def owing() -> InternalContext:
    """Less than a month's fee is overdue, and nothing else is owed."""
    fee = reviewed_client().kpis.get("mrr", reviewed_client().period).value_minor or 0
    some = known(
        reviewed_client(), overdue_balance=fee // 2, open_balance=fee // 2, disputed_balance=0
    )
    return calm(figures=some.kpis, setbacks=(LATE,))


def signals_title(context: InternalContext) -> str:
    found = signals.headline(context, ())
    assert isinstance(found, Headline)
    return words(found.title.text)


def test_a_missed_goal_and_who_left_come_before_a_late_promise_alone() -> None:
    assert "1 compromiso vencido" in title_of(calm(setbacks=(LATE,)))
    missed = calm(setbacks=(LATE,), found=(goal(is_bad=False),))
    assert title_of(missed).endswith("lo más urgente: 1 de 4 objetivos sin alcanzar")
    left = calm(setbacks=(LATE,), stakeholders=departed())
    assert title_of(left).endswith("1 contacto ya no está")
    assert watched(left) == "1 contacto ya no está"


def test_what_is_watched_beside_the_class_is_what_the_title_calls_most_urgent() -> None:
    context = owing()
    title = title_of(context)
    assert title.endswith(" vencidos") or "vencid" in title
    assert words(watched(context)) == title.partition("lo más urgente: ")[2]
    assert words(watched(context)) in words(why_of(context))
    assert "compromiso" not in why_of(context)


def test_a_class_that_grows_names_what_threatens_it() -> None:
    relationship = replace(calm().inside.relationship, rule=Rule.STRONG_AND_GROWING)
    safe, threatened = (
        calm(relationship=relationship),
        calm(relationship=relationship, signals=(RIVAL,)),
    )
    assert why_of(safe).startswith("Puntuación alta")
    assert "a vigilar: se menciona a un competidor" in why_of(threatened)
    tones = [standing._tiles(of)[1].delta for of in (safe, threatened)]
    assert [tone.tone for tone in tones if tone] == [Tone.GOOD, Tone.FLAT]


def test_who_left_is_a_row_of_the_signals_and_no_reason_to_leave_their_page_out() -> None:
    context = calm(stakeholders=departed())
    assert signals_title(context) == "1 señal: 1 contacto ya no está"
    (row,) = matters(context, 3)
    assert row.severity is Severity.WATCH
    assert departed()[0].name in row.evidence[0]
    assert row.steps == (concern_of(context).step,)
    beside = calm(signals=(RIVAL,), stakeholders=departed())
    assert [item.severity for item in matters(beside, 3)] == [Severity.ALERT, Severity.WATCH]


def test_less_money_overdue_stands_where_the_title_ranks_it() -> None:
    context = owing()
    mild = replace(RIVAL, severity=Severity.WATCH)
    beside = replace(context, inside=replace(context.inside, signals=(mild,), setbacks=()))
    assert [item.slide == "receivables" for item in matters(beside, 3)] == [False, True]
    assert concern_of(beside).big == "Se menciona a un competidor"


def test_no_step_is_cut_and_the_page_is_left_by_whole_signals() -> None:
    text = " ".join(["Acordar con el cliente una fecha y quién lo hace."] * 4)
    rows = tuple(replace(goal(is_bad=True), slide="usage", step=text, is_major=True) for _ in "1")
    many = calm(found=rows, signals=(RIVAL,) * 5, stakeholders=departed())
    found = signals.headline(many, ())
    assert isinstance(found, Headline)
    shown = [
        cell.body.text
        for slide in signals.compose(many, found, ())
        for table in slide.elements
        if hasattr(table, "rows")
        for row in table.rows
        for cell in row.cells
    ]
    assert not any("…" in cell for cell in shown)
    assert text in shown


def test_the_summarys_notes_say_what_the_class_means() -> None:
    context = calm()
    found = overview.headline(context, ())
    assert isinstance(found, Headline)
    (page,) = overview.compose(context, found, ())
    assert any("«Reparar» pierde dinero" in line for line in page.notes)


LEADS = ("; lo más urgente: ", "; most urgent: ")
NAMED = re.compile("(?:; la más urgente|; the most urgent|^1 señal|^1 signal): (.*)$")
EVERY = [*AWKWARD_CLIENTS.values(), *(partial(mixed_client, seed) for seed in range(6))]


@pytest.mark.parametrize("make", EVERY)
def test_what_the_summary_calls_most_urgent_is_the_first_row_of_the_signals(
    make: Callable[[], ClientFile],
) -> None:
    deck = review(make())
    title = page(deck, "overview").title
    lead = next((title.partition(word)[2] for word in LEADS if word in title), "")
    if lead:
        named = NAMED.search(re.sub(r" \(1/\d\)$", "", page(deck, "signals").title))
        assert named is not None and named.group(1) == lead
        assert rows_of(page(deck, "signals"))[1][0] not in ("Oportunidad", "Opportunity")


def incident() -> OffTarget:
    told = Phrase("1 incidencia crítica sigue abierta", "clauses.critical_open")
    due = date(2026, 10, 23)
    return OffTarget("service", told.text, told, True, "Cerrar la incidencia.", due, "Rosa")


def test_an_open_incident_comes_before_a_low_score_and_on_the_day_of_the_clients_deck() -> None:
    low = Signal(dissatisfied.SPEC, Severity.ALERT, (), (Step("call", ()),))
    figures = known(reviewed_client(), overdue_balance=0, disputed_balance=0, critical_open=1)
    context = calm(signals=(low,), found=(incident(),), figures=figures.kpis)
    first, second, *_ = matters(context, 3)
    assert (first.severity, first.steps) == (Severity.ALERT, ("Cerrar la incidencia.",))
    assert second.name == "Descontento con el servicio"
    assert first.day == date(2026, 10, 23) and second.day == within_a_week(context)
    assert (concern_of(context).step, concern_of(context).due) == (first.steps[0], first.day)


def test_each_thing_that_went_wrong_has_a_row_and_mild_signals_come_after() -> None:
    use = Setback(Kind.USE, -0.2)
    mild = Signal(complaints.SPEC, Severity.WATCH, (), (Step("answer", ()),))
    slight = goal(is_bad=True)
    context = calm(signals=(mild,), setbacks=(use, LATE), found=(slight,))
    names = [item.name for item in matters(context, 3)]
    assert names == [
        "Objetivos del cliente",
        "Uso y adopción",
        "Compromisos del trimestre",
        "Quejas pese a un buen CSAT",
    ]
    shown = replace(slight, slide="usage", clause=Phrase("Uso −20%", "x"), is_major=True)
    once = calm(setbacks=(use,), found=(shown,))
    (row,) = matters(once, 3)
    assert row.told is not None and row.told.text == "uso −20%"
