"""One thing is told as one, two as two, and titles that go on are sentences."""

from dataclasses import replace

import pytest
from test_deck_chain import MISSED, calm, quiet, story_of, told
from test_deck_rereading import desk, texts_of

from reports.deck.chain import chain
from reports.deck.link import Link
from reports.deck.slide_context import SlideContext
from reports.deck.slides import goals
from reports.deck.wording import Wording
from transforms.clients.aims import Goal
from transforms.service.breakdowns import UsedPart

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
        "es": ("los objetivos", "cada objetivo", "una fecha", "el módulo", "una por una"),
        "en": ("goals", "each goal", "a new date", "the unused module", "one by one"),
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
        ("es", 1, "; sigue una acción más"),
        ("es", 2, "; siguen 2 acciones más"),
        ("en", 1, "; one more action follows"),
        ("en", 2, "; 2 more actions follow"),
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
    [("es", "¿Qué frena «Meta 1»?"), ("en", "What is holding “Meta 1” back?")],
)
def test_the_one_goal_that_fell_short_is_named_in_the_question(language: str, asked: str) -> None:
    context = view(language, goals=(MISSED[0], MET))
    story = story_of(context)
    (page,) = goals.compose(context, story["goals"], tuple(story.values()))
    assert asked in texts_of(page)
