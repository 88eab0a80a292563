"""What is said of critical incidents that were late, and how much it weighs."""

from dataclasses import replace
from datetime import date

import pytest
from clients import QUARTER
from deck_rules import nothing_that_is_asked_is_cut
from test_deck_chain import calm, quiet
from test_deck_rereading import desk, story_of, texts_of, told

from reports.client import ClientFile
from reports.deck.chain.links import chain
from reports.deck.compose import compose_deck
from reports.deck.headlines import Severity, findings, severity
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.slides import service
from reports.deck.story_cards import risk_of


def late(
    took: float,
    done: int,
    every: int,
    standing: float = 0.0,
    language: str = "es",
    overdue: int = 0,
) -> ClientFile:
    """A calm client of whose critical incidents so many were in time; of `every` that were judged,
    those overdue are not solved yet."""
    parts = {"value": done / every, "numerator": float(done), "denominator": float(every)}
    client = told("critical_resolution_on_time", QUARTER, calm(), **parts)
    client = told("critical_resolution_median", QUARTER, client, value=took, rows=every - overdue)
    client = told("critical_open", QUARTER, client, value=standing)
    client = told("first_response_median", QUARTER, client, value=1.0)
    return replace(client, language=language)


def of_service(context: SlideContext) -> Headline:
    return next(item for item in story_of(context) if item.slide == "service")


def test_an_incident_late_by_a_trifle_leads_before_nothing_else() -> None:
    for took, grave in ((8.2, Severity.SOME), (8.9, Severity.GRAVE)):
        assert severity(of_service(desk(late(took, 0, 2), **quiet()))) is grave
    client = told("usage_change_year", QUARTER, late(8.2, 0, 2), value=-0.1)
    assert [item.slide for item in findings(story_of(desk(client, **quiet())))][:2] == [
        "usage",
        "service",
    ]
    client = told("usage_change_year", QUARTER, late(22.8, 0, 2), value=-0.1)
    assert findings(story_of(desk(client, **quiet())))[0].slide == "service"


def test_months_over_the_target_are_named_and_weigh_more_than_a_trifle() -> None:
    client = late(8.2, 0, 1, language="en")
    for month, hours in zip(QUARTER.months, (4.8, 1.0, 4.4), strict=True):
        client = told("first_response_median", month, client, value=hours)
    context = desk(client, **quiet())
    found = of_service(context)
    assert (
        "but July (4.8\u00a0h) and September (4.4\u00a0h) missed the 4\u00a0h target"
        in found.title.text
    )
    assert found.clause.rule == "clauses.service.mixed"
    assert severity(found) is Severity.MOST
    story = story_of(context)
    links = chain(context, story)
    assert risk_of(context, story, links).big == "2 of 3 months over target"
    assert [link.rule for link in links if link.slide == "service"] == ["service", "critical"]
    assert links[1].finding.text == "We did not solve the only critical incident in time"
    (page,) = service.compose(context, found, story)
    assert "Action 2" in texts_of(page)
    assert nothing_that_is_asked_is_cut(compose_deck(replace(client, language="es")).deck) == []


def test_a_month_of_one_ticket_leads_before_no_late_incident() -> None:
    client = late(8.6, 0, 1)
    for month, hours in zip(QUARTER.months, (1.0, 4.4, 1.2), strict=True):
        client = told("first_response_median", month, client, value=hours)
    for filed, rule in ((5.0, "clauses.service.mixed"), (1.0, "clauses.critical_all_late")):
        asked = told("tickets_created", QUARTER.months[1], client, value=filed)
        assert of_service(desk(asked, **quiet())).clause.rule == rule


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "Mediana de todas: 22.8\u00a0h, plazo de 8\u00a0h"),
        ("en", "Median of all: 22.8\u00a0h, target 8\u00a0h"),
    ],
)
def test_the_risk_says_how_long_and_not_twice_how_many(language: str, words: str) -> None:
    context = desk(late(22.8, 1, 2, language=language), **quiet())
    story = story_of(context)
    card = risk_of(context, story, chain(context, story))
    assert "1" in card.big and "2" in card.big
    assert card.short == card.lead == words


@pytest.mark.parametrize(
    ("done", "language", "words"),
    [
        (2, "es", "1 de 3 incidencias críticas resueltas superó el plazo y otra sigue abierta"),
        (2, "en", "1 of 3 resolved critical incidents ran over target and another is still open"),
        (0, "es", "las 3 incidencias críticas resueltas superaron el plazo y otra sigue abierta"),
        (0, "en", "all 3 resolved critical incidents ran over target and another is still open"),
    ],
)
def test_the_finding_that_the_action_answers_names_what_is_still_open(
    done: int, language: str, words: str
) -> None:
    context = desk(late(22.8, done, 3, standing=1.0, language=language), **quiet())
    found = of_service(context)
    assert found.clause.text == words
    assert severity(found) is (Severity.SOME if done else Severity.GRAVE)
    (asked,) = [item for item in chain(context, story_of(context)) if item.rule == "critical_open"]
    assert asked.finding.text[1:] == words[1:]


@pytest.mark.parametrize(
    ("every", "standing", "words"),
    [
        (4, 1.0, "las 3 incidencias críticas resueltas superaron el plazo y otra sigue abierta"),
        (1, 1.0, "una incidencia crítica sigue abierta, fuera de plazo"),
        (1, 2.0, "una incidencia crítica sigue abierta, fuera de plazo"),
        (2, 1.0, "una incidencia crítica se resolvió tarde y otra sigue abierta"),
    ],
)
def test_what_is_open_for_too_long_is_not_counted_as_solved(
    every: int, standing: float, words: str
) -> None:
    context = desk(late(22.8, 0, every, standing, overdue=1), **quiet())
    found = of_service(context)
    assert found.clause.text == words
    assert ("resuel" in found.title.text or "resolv" in found.title.text) is (every > 1)
    card = risk_of(context, story_of(context), chain(context, story_of(context)))
    told_as = {4: "3 de 3 tarde, 1 sin cerrar", 2: "1 tarde, 1 sin cerrar", 1: "fuera de plazo"}
    assert card.big.endswith(told_as[every])
    page = service.compose(context, found, story_of(context))[0]
    assert ("lleva abierta más de 8" in texts_of(page)) is (every == 1)


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("es", "cerrar la incidencia abierta", "cerrar las incidencias abiertas"),
        ("en", "close the open incident and present its cause", "close the open incidents and"),
    ],
)
def test_the_summary_counts_what_is_still_open(language: str, one: str, two: str) -> None:
    for standing, words in ((1.0, one), (2.0, two)):
        context = desk(late(6.1, 1, 2, standing=standing, language=language), **quiet())
        story = story_of(context)
        card = risk_of(context, story, chain(context, story))
        assert f", {standing:.0f} {'sin cerrar' if language == 'es' else 'open'}" in card.big
        (asked,) = [link for link in chain(context, story) if link.rule == "critical_open"]
        assert asked.step.startswith(words)
        deck = compose_deck(late(31.2, 0, 12, standing=standing, language=language)).deck
        assert deck is not None
        assert not [slide.title for slide in deck.slides if slide.title.endswith("…")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "Mediana de 7.9\u00a0h, plazo de 8\u00a0h"),
        ("en", "Median 7.9\u00a0h, target 8\u00a0h"),
    ],
)
def test_the_risk_of_incidents_in_time_by_their_median_is_told_once(
    language: str, words: str
) -> None:
    context = desk(late(7.9, 1, 2, language=language), **quiet())
    story = story_of(context)
    assert risk_of(context, story, chain(context, story)).lead == words


@pytest.mark.parametrize(
    ("language", "title", "big"),
    [
        (
            "es",
            "de 2 incidencias críticas, una se resolvió tarde y otra sigue abierta",
            "Incidencias críticas: 1 tarde, 1 sin cerrar",
        ),
        (
            "en",
            "of 2 critical incidents, one was solved late and one is open",
            "Critical incidents: 1 late, 1 open",
        ),
    ],
)
def test_an_incident_that_is_open_is_counted_beside_the_late_one(
    language: str, title: str, big: str
) -> None:
    context = desk(late(22.8, 0, 1, 1.0, language), **quiet())
    story, found = story_of(context), of_service(context)
    assert title in found.title.text
    assert risk_of(context, story, chain(context, story)).big == big
    page = texts_of(service.compose(context, found, story)[0])
    assert "the only" not in page.lower() and "la única" not in page.lower()


def test_beside_a_missed_target_nothing_is_stable() -> None:
    for took, words in ((9.0, "Sin mejora frente al"), (7.0, "Estable frente al")):
        client = late(took, 1, 2)
        client = told("critical_resolution_median", QUARTER.previous, client, value=took * 1.01)
        context = desk(client, **quiet())
        assert service._tile(context, "critical_resolution_median").delta.text.startswith(words)


@pytest.mark.parametrize(
    ("done", "every", "standing", "overdue", "title", "says"),
    [
        (0, 1, 1, 1, "una incidencia crítica sigue abierta desde el 25 de agosto (obj", "es de 8"),
        (0, 2, 2, 2, "2 incidencias críticas siguen abiertas, la más antigua desde el 25", "es de"),
        (0, 1, 2, 1, "una incidencia crítica sigue abierta desde el 25 de agosto (obj", "es de 8"),
        (0, 2, 1, 1, "otra sigue abierta", "la otra sigue abierta desde el 25 de agosto."),
        (1, 4, 1, 1, "otra sigue abierta", "Otra sigue abierta desde el 25 de agosto."),
        (1, 5, 2, 2, "siguen abiertas", "Otras 2 siguen abiertas, la más antigua desde el 25 de a"),
    ],
)
def test_an_open_incident_says_since_which_day(
    done: int, every: int, standing: int, overdue: int, title: str, says: str
) -> None:
    days = (date(2026, 8, 25), date(2026, 9, 29))[:standing]
    client = late(22.8, done, every, float(standing), overdue=overdue)
    context = desk(client, **quiet(open_incidents=days))
    found = of_service(context)
    page = texts_of(service.compose(context, found, story_of(context))[0])
    assert title in found.title.text.replace("\u00a0", " ") and says in page
    assert "más de 8" not in page.split("Otra")[0] or every > overdue
    unknown = desk(client, **quiet(open_incidents=(*days, date(2026, 9, 30))))
    assert "25 de agosto" not in texts_of(
        service.compose(unknown, of_service(unknown), story_of(unknown))[0]
    )


def test_beside_late_replies_the_day_of_the_oldest_open_incident_is_told() -> None:
    client = late(22.8, 0, 3, 2.0, overdue=2)
    client = told("first_response_median", QUARTER, client, value=9.0)
    for since, day in (
        (date(2026, 8, 7), "7 de agosto."),
        (date(2025, 12, 7), "7 de diciembre de 2025."),
    ):
        context = desk(client, **quiet(open_incidents=(since, date(2026, 9, 1))))
        found = of_service(context)
        page = texts_of(service.compose(context, found, story_of(context))[0])
        assert found.title.rule == "titles.service.bad"
        assert f"La incidencia crítica abierta más antigua es del {day}" in page
        # What is told of both leads to the first of the two answers.
        rules = [link.rule for link in chain(context, story_of(context))]
        assert rules.index("service") > 0
        assert f"Acción {rules.index('service') + 1} ·" not in page
        assert "Acción 1 ·" in page
