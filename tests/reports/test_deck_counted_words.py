"""One thing is told as one, two as two, and titles that go on are sentences."""

from dataclasses import replace

import pytest
from test_deck_chain import MISSED, TODAY, calm, quiet, story_of, told
from test_deck_rereading import desk, texts_of

from reports.deck.chain.link import Link
from reports.deck.chain.links import chain
from reports.deck.exhibits.asked_about import asked_about
from reports.deck.slide_context import SlideContext
from reports.deck.slides import goals
from reports.deck.wording import Wording
from transforms.clients.aims import Commitment, Goal
from transforms.service.breakdowns import Cause, UsedPart

UNKNOWN = tuple(Goal(f"Meta {n}", "percent", 90.0, None, "up") for n in (1, 2))
MET = Goal("Meta 9", "percent", 90.0, 95.0, "up")
LANGUAGES = pytest.mark.parametrize("language", ["es", "en"])
LATE = {"value": 0.5, "numerator": 1, "denominator": 2}


def view(language: str, **changed: object) -> SlideContext:
    return desk(replace(calm(), language=language), **quiet(**changed))


def link_of(context: SlideContext, rule: str) -> Link:
    return next(
        link for link in chain(context, tuple(story_of(context).values())) if link.rule == rule
    )


@LANGUAGES
def test_the_effect_on_one_goal_without_a_result_speaks_of_one(language: str) -> None:
    several = {"es": "de cada uno", "en": "for each"}[language]
    one, two = (link_of(view(language, goals=(*UNKNOWN[:n], MET)), "goals_measure") for n in (1, 2))
    assert not one.effect.endswith(several)
    assert two.effect.endswith(several)


@LANGUAGES
def test_the_words_of_an_action_count_nothing(language: str) -> None:
    """They are the same for one and for several: a deck that was ticked is known by them."""
    plural = {
        "es": ("los objetivos", "cada objetivo", "fechas", "el módulo", "una por una"),
        "en": ("goals", "each goal", "new dates", "the unused module", "one by one"),
    }[language]
    words = Wording(language)
    for rule in ("commitments", "commitments_ours", "goals", "goals_measure", "module"):
        assert not any(word in words.say(f"actions.{rule}") for word in plural)
    assert not any(word in words.say("actions.seats_idle") for word in plural)


@LANGUAGES
def test_two_modules_that_nobody_uses_are_both_named_in_the_effect(language: str) -> None:
    parts = tuple(UsedPart("module", name, 0, 0, 0) for name in ("Turnos", "Rutas"))
    effects = [link_of(view(language, parts=parts[:n]), "module").effect for n in (1, 2)]
    assert ["Rutas" in effect for effect in effects] == [False, True]
    if language == "es":
        assert ["no hacen falta" in effect for effect in effects] == [False, True]


@pytest.mark.parametrize(
    ("language", "late", "tail"),
    [
        ("es", 1, "; el plan tiene una acción más"),
        ("es", 2, "; el plan tiene 2 acciones más"),
        ("en", 1, "; one more action is in the plan"),
        ("en", 2, "; 2 more actions are in the plan"),
    ],
)
def test_what_follows_in_the_plan_is_a_clause_of_its_own(
    language: str, late: int, tail: str
) -> None:
    client = told("critical_resolution_on_time", calm(), **LATE)
    aims = ((), MISSED, (*MISSED, *UNKNOWN))[late]
    context = desk(replace(client, language=language), **quiet(goals=aims))
    assert story_of(context)["decisions"].title.text.endswith(tail)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("es", "¿Qué falta para que «Meta 1» llegue a su meta?"),
        ("en", "What stands between “Meta 1” and its target?"),
    ],
)
def test_the_one_goal_that_fell_short_is_named_in_the_question(language: str, asked: str) -> None:
    context = view(language, goals=(MISSED[0], MET))
    story = story_of(context)
    (page,) = goals.compose(context, story["goals"], tuple(story.values()))
    assert asked in texts_of(page)


@pytest.mark.parametrize(
    ("language", "states", "title"),
    [
        ("es", "done moved dropped", "1 de 3 compromisos está cerrado (1 aplazado y 1 retirado);"),
        (
            "en",
            "done moved dropped",
            "1 of 3 commitments is closed (1 postponed and 1 withdrawn);",
        ),
    ],
)
def test_states_of_commitments_are_one_half_of_the_title(
    language: str, states: str, title: str
) -> None:
    owed = tuple(
        Commitment("2026-Q3", f"Tarea {state}", "A", "us", TODAY, state, "", "", "")
        for state in states.split()
    )
    found = story_of(view(language, commitments=owed))["commitments"].title.text
    assert title in found
    assert found.count(";") == 1


@pytest.mark.parametrize(
    ("language", "modules", "tickets", "said"),
    [
        ("es", ("Turnos",), 1, "; un ticket es de ese módulo"),
        ("es", ("Turnos", "Rutas"), 2, "; 2 tickets son de esos módulos"),
        ("en", ("Turnos",), 1, "; one ticket concerns that module"),
        ("en", ("Turnos", "Rutas"), 2, "; 2 tickets concern those modules"),
    ],
)
def test_tickets_concern_the_module_and_not_that_nobody_uses_it(
    language: str, modules: tuple[str, ...], tickets: int, said: str
) -> None:
    causes = tuple(Cause(name, 1, 0, None) for name in modules[:tickets])
    parts = tuple(UsedPart("module", name, 0, 0, 0) for name in modules)
    context = view(language, parts=parts, causes=causes)
    assert link_of(context, "module").finding.text.endswith(said)
    beside = asked_about(context, modules, is_alone=False)
    assert getattr(beside, "text", beside) == f" ({said.removeprefix('; ')})"
