"""Every finding of a page has its own action: the furthest behind first, in time, and told once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from clients import QUARTER
from test_deck_chain import (
    TODAY,
    calm,
    desk,
    ending,
    links_of,
    promise,
    quiet,
    rules_of,
    story_of,
)
from test_deck_opinion import scored
from test_deck_rereading import texts_of, titled
from test_deck_rereading import told as told_in

from reports.client import ClientFile
from reports.deck.slides import peers, satisfaction, usage
from transforms.clients.aims import Commitment, Goal
from transforms.service.breakdowns import UsedPart

MET = tuple(Goal(f"Meta {n}", "percent", 80.0, 90.0, "up") for n in range(1, 4))


def among(language: str = "es", of: ClientFile | None = None, **places: float) -> ClientFile:
    client = replace(of or calm(), language=language)
    for kpi in ("use", "adoption", "response", "nps"):
        client = told_in(f"peer_{kpi}", QUARTER, client, value=places.get(kpi))
    return told_in("first_response_on_time", QUARTER, client, value=1.0, denominator=20.0)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "es",
            ("NPS de +40, inferior al de todos los clientes comparables", "NPS por encima"),
        ),
        ("en", ("NPS of +40, below that of all comparable clients", "NPS above +40")),
    ],
)
def test_an_nps_behind_others_has_an_action_and_the_page_leads_to_it(
    language: str, said: tuple[str, str]
) -> None:
    context = desk(among(language, use=0.6, nps=0.0), **quiet())
    (link,) = links_of(context)
    assert (link.rule, link.slide, link.is_ours) == ("opinion", "peers", True)
    assert link.finding.text == said[0]
    assert link.effect.startswith(said[1])
    story = tuple(story_of(context).values())
    found = story_of(context)["peers"]
    page = peers.compose(context, found, story)[0]
    assert context.say("meaning.action", {"n": "1"}) in texts_of(page)


def test_what_is_furthest_behind_is_answered_first_and_two_at_most() -> None:
    every = desk(among(use=0.1, nps=0.2, response=0.4, adoption=0.3), **quiet())
    assert rules_of(every) == ["usage_peers", "opinion"]
    assert rules_of(desk(among(use=0.4, response=0.1), **quiet())) == ["response", "usage_peers"]
    assert rules_of(desk(among(use=0.5, response=0.5), **quiet())) == []
    (link, _) = links_of(every)
    assert link.effect == "Más de 700 usos por semana"


def test_idle_seats_far_behind_others_are_gone_through_after_a_cut() -> None:
    client = told_in("seats_used", QUARTER, calm(), value=0.8, numerator=64, denominator=80)
    before = told_in(
        "seats_used", QUARTER.previous, client, value=0.7, numerator=70, denominator=100
    )
    fallen = told_in("usage_change", QUARTER, before, value=-0.2, numerator=-20, denominator=100)
    assert rules_of(desk(among(of=fallen, adoption=0.9, nps=0.9), **quiet())) == ["seats_kept"]
    assert rules_of(desk(among(of=fallen, adoption=0.1, nps=0.9), **quiet())) == ["seats_idle"]


def test_idle_seats_are_gone_through_before_the_agreement_is_talked_about() -> None:
    client = among(use=0.6, adoption=0.1)
    for notice, renewal in ((60, date(2027, 2, 15)), (10, date(2026, 12, 10))):
        links = links_of(desk(client, **quiet(**ending(renewal, notice))))
        days = {link.rule: link.due for link in links}
        assert days["seats_idle"] and days["renewal"]
        assert days["seats_idle"] <= days["renewal"] - timedelta(days=7)
    soon = ending(TODAY + timedelta(days=62), 60)
    assert "seats_idle" not in rules_of(desk(client, **quiet(**soon)))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("es", "igual que en el T2 2026; era de +42 en el T4 2025"),
        ("en", "unchanged from Q2 2026; it was +42 in Q4 2025"),
    ],
)
def test_a_score_that_fell_far_before_is_told_beside_the_same_score(
    language: str, title: str
) -> None:
    client = scored(replace(calm(), language=language), 30, 20.0, 42, 30, 7, 7)
    context = desk(client, **quiet())
    found = story_of(context)["satisfaction"]
    assert title in titled(found).replace("\u00a0", " ")
    said = texts_of(satisfaction.compose(context, found, ())[0])
    assert "+42" in said
    assert rules_of(context) == ["opinion"]
    few = desk(scored(calm(), 6, 60.0, 42, 30, 20, 7), **quiet())
    assert "era de +42 en el T4" in titled(story_of(few)["satisfaction"])
    assert rules_of(few) == ["opinion"]


def open_promise(side: str, day: date = date(2026, 9, 20)) -> tuple[Commitment, ...]:
    kept = replace(promise("Formar", day, side, "2026-Q3"), state="done")
    return (
        *(replace(kept, text=f"Formar {n}") for n in range(4)),
        promise("Nombrar", day, side, "2026-Q3"),
    )


def test_all_goals_met_lead_before_a_promise_of_the_clients_own() -> None:
    theirs = desk(calm(), **quiet(goals=MET, commitments=open_promise("client")))
    assert titled(story_of(theirs)["summary"]).startswith(
        "Los 3 objetivos medidos se cumplen; 1 de 5 compromisos sigue sin cerrar: proponemos"
    )
    ours = desk(calm(), **quiet(goals=MET, commitments=open_promise("us")))
    assert titled(story_of(ours)["summary"]).startswith("1 de 5 compromisos sigue sin cerrar: nos")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "1 de 5 compromisos sigue sin cerrar. En esta reunión queremos presentarles"),
        ("en", "1 of 5 commitments is not closed yet. In this meeting, we will present"),
    ],
)
def test_a_finding_and_the_action_on_something_else_are_two_sentences(
    language: str, said: str
) -> None:
    soon = ending(TODAY + timedelta(days=62), 60)
    client = replace(calm(), language=language)
    context = desk(client, **quiet(commitments=open_promise("us"), **soon))
    assert titled(story_of(context)["summary"]).startswith(said)


def test_a_month_over_the_target_by_one_ticket_is_told_as_one_ticket() -> None:
    month = QUARTER.months[-1]
    client = told_in("first_response_median", month, calm(), value=4.6)
    assert rules_of(desk(among(of=client, use=0.6), **quiet())) == ["slower"]
    alone = told_in("tickets_created", month, client, value=1.0)
    context = desk(among(of=alone, use=0.6), **quiet())
    assert "(4.6 h, un solo ticket)" in titled(story_of(context)["service"]).replace("\u00a0", " ")
    assert rules_of(context) == []


def test_a_wait_that_doubled_has_an_action() -> None:
    client = told_in("first_response_median", QUARTER, calm(), value=3.2)
    client = told_in("first_response_median", QUARTER.previous, client, value=1.5)
    (link,) = links_of(desk(among(of=client, use=0.6), **quiet()))
    assert link.finding.text.replace("\u00a0", " ") == (
        "La primera respuesta pasó de 1.5 h en el T2 2026 a 3.2 h"
    )
    assert (link.slide, link.is_ours) == ("service", True)


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "con más licencias: de 27 a 58)"), ("en", "with more seats: 58, up from 27)")],
)
def test_use_that_grew_with_the_seats_says_so(language: str, said: str) -> None:
    client = told_in("usage_change_year", QUARTER, replace(calm(), language=language), value=1.05)
    client = told_in("seats_used", QUARTER, client, value=0.9, numerator=52, denominator=58)
    year = QUARTER.shift(-4)
    grown = told_in("seats_used", year, client, value=0.9, numerator=24, denominator=27)
    assert titled(story_of(desk(grown, **quiet()))["usage"]).endswith(said)
    same = told_in("seats_used", year, client, value=0.9, numerator=52, denominator=57)
    assert said not in titled(story_of(desk(same, **quiet()))["usage"])


@pytest.mark.parametrize(
    ("language", "now", "said"),
    [
        ("es", -0.1, "(\u221224% en un año, con menos licencias: de 70 a 62)"),
        ("en", -0.1, "(\u221224% vs last year, with fewer seats: 62, down from 70)"),
        ("es", 0.0, "menor que hace un año, con menos licencias (de 70 a 62)"),
        ("en", 0.1, "below last year, with fewer seats (62, down from 70)"),
    ],
)
def test_use_that_fell_by_more_than_the_seats_names_them(
    language: str, now: float, said: str
) -> None:
    client = told_in("usage_change_year", QUARTER, replace(calm(), language=language), value=-0.24)
    client = told_in("usage_change", QUARTER, client, value=now)
    client = told_in("seats_used", QUARTER, client, value=0.9, numerator=56, denominator=62)
    fewer = told_in(
        "seats_used", QUARTER.shift(-4), client, value=0.9, numerator=63, denominator=70
    )
    story = story_of(desk(fewer, **quiet()))
    assert titled(story["usage"]).replace("\u00a0", " ").endswith(said)
    assert "70" not in story["usage"].clause.text
    assert "70" not in titled(story_of(desk(client, **quiet()))["usage"])


def test_a_fall_that_one_unused_module_explains_is_one_finding_with_one_action() -> None:
    client = told_in("usage_change", QUARTER, calm(), value=-0.2, numerator=-20, denominator=100)
    client = told_in("usage_change_year", QUARTER, client, value=-0.2)
    parts = (
        UsedPart("module", "Agenda", 2240.0, 2240.0, 9.0),
        UsedPart("module", "Informes", 0.0, 560.0, 0.0),
    )
    context = desk(client, **quiet(parts=parts))
    (link,) = links_of(context)
    assert (link.rule, link.about) == ("usage_module", "«Informes»")
    assert "sobre todo por «Informes», sin uso" in link.finding.text
    story = story_of(context)
    page = usage.compose(context, story["usage"], tuple(story.values()))[0]
    assert "sobre todo por «Informes»" in texts_of(page)
    assert "¿Por qué dejaron sus equipos de usar «Informes»?" in texts_of(page)
    spread = (replace(parts[0], before=3500.0), parts[1])
    assert "usage_module" not in rules_of(desk(client, **quiet(parts=spread)))


def test_changes_under_a_tenth_have_a_decimal() -> None:
    context = desk()
    shown = [context.formats.signed_change(ratio) for ratio in (-0.0546, 0.0996, -0.16, 0.0)]
    assert [text.replace("\u00a0", "") for text in shown] == ["−5.5%", "+10%", "−16%", "0%"]
    assert context.formats.change_percent(-0.0546).replace("\u00a0", "") == "5.5%"


@pytest.mark.parametrize(
    ("language", "said"), [("es", "cada mes dentro del objetivo"), ("en", "every month within")]
)
def test_replies_that_are_back_in_time_are_asked_to_stay_so(language: str, said: str) -> None:
    calmed = replace(calm(), language=language)
    client = told_in("first_response_median", QUARTER.months[0], calmed, value=4.6)
    (link,) = links_of(desk(among(language, client, use=0.6), **quiet()))
    assert (link.rule, link.is_ours, said in link.action) == ("slower_months", True, True)
    late = told_in("first_response_median", QUARTER.months[-1], client, value=4.6)
    assert rules_of(desk(among(of=late, use=0.6), **quiet())) == ["slower"]
    pressed = told_in(
        "critical_resolution_on_time", QUARTER, client, value=0.5, numerator=1.0, denominator=2.0
    )
    pressed = told_in("critical_resolution_median", QUARTER, pressed, value=8.2)
    assert "slower_months" in rules_of(desk(among(of=pressed, use=0.6), **quiet()))
