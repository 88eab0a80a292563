"""Goals that nobody measures, and confirmed values that fell."""

from dataclasses import replace

import pytest
from clients import QUARTER, full_client
from test_deck_chain import calm, quiet, rules_of, story_of, told
from test_deck_rereading import desk, texts_of
from test_review_urgency import inside

from reports.client import ClientFile
from reports.deck.chain.links import chain
from reports.deck.internal_slides import checklist
from reports.deck.slide_context import Headline, SlideContext
from reports.deck.slides import goals, value
from transforms.clients.aims import Goal, Worth

UNKNOWN = tuple(Goal(f"Meta {n}", "percent", 90.0, None, "up") for n in (1, 2))
MET = Goal("Meta 3", "percent", 90.0, 95.0, "up")


@pytest.mark.parametrize(
    ("language", "found_as"),
    [
        ("es", "2 de 3 objetivos no tienen resultado todavía"),
        ("en", "2 of 3 goals have no result yet"),
    ],
)
def test_goals_that_nobody_measures_are_in_the_plan(language: str, found_as: str) -> None:
    context = desk(replace(calm(), language=language), **quiet(goals=(*UNKNOWN, MET)))
    story = tuple(story_of(context).values())
    (link,) = chain(context, story)
    assert (link.rule, link.slide, link.finding.text) == ("goals_measure", "goals", found_as)
    assert link.owner
    assert link.due is not None
    found = next(item for item in story if item.slide == "goals")
    page = goals.compose(context, found, story)[0]
    assert {"es": "Acción 1", "en": "Action 1"}[language] in texts_of(page)
    assert rules_of(desk(calm(), **quiet(goals=(MET,)))) == []


def test_one_goal_without_a_result_is_named() -> None:
    (link,) = (link for link in chain(*_told((UNKNOWN[0], MET))) if link.rule == "goals_measure")
    assert link.finding.text == "«Meta 1» no tiene resultado todavía"
    assert link.step == "acordar cómo se mide «Meta 1» y quién lo mide"


@pytest.mark.parametrize("letters", [5, 200])
def test_goals_of_endless_names_are_counted_in_the_plan(letters: int) -> None:
    name = "W" * letters
    missed, unknown = replace(MET, text=name, actual=10.0), replace(UNKNOWN[0], text=name)
    links = {link.rule: link for link in chain(*_told((missed, unknown)))}
    is_told = letters == 5
    assert (name in links["goals"].effect) is is_told
    assert (name in links["goals_measure"].finding.text) is is_told
    if not is_told:
        assert links["goals"].effect == "En su meta: el objetivo pendiente"
        assert links["goals_measure"].finding.text == "Un objetivo no tiene resultado todavía"


def test_the_worth_of_goals_of_endless_names_has_its_room() -> None:
    hours, money = Worth(40.0, None, "MXN"), Worth(None, 70_000, "MXN")
    for letters, is_cut in ((5, False), (200, True)):
        named = [replace(MET, text=letter * letters) for letter in "WM"]
        little = replace(MET, worth=Worth(1.0, None, "MXN"))
        aims = (replace(named[0], worth=hours), replace(named[1], worth=money), little)
        context = desk(calm(), **quiet(goals=aims))
        rule, values = value._meaning(context)
        strip = context.say(f"meaning.{rule}", values)
        assert ("…" in strip) is is_cut
        assert all(worth in strip for worth in ("40\u00a0h", "$700"))


def _told(aims: tuple[Goal, ...]) -> tuple[SlideContext, tuple[Headline, ...]]:
    context = desk(calm(), **quiet(goals=aims))
    return context, tuple(story_of(context).values())


def test_the_checklist_asks_for_results_that_the_deck_lacks() -> None:
    context = inside(left_out=(), restated=(), faults=(), setbacks=())
    valued = replace(MET, worth=Worth(3.0, None, "MXN"))
    for aims, open_ones in (((valued,), 0), ((valued, UNKNOWN[0]), 1)):
        view = replace(context.view, goals=aims, commitments=(), agreements=())
        told = replace(context, view=view)
        assert checklist.open_points(told) == open_ones
        said = " ".join(row[1].text for row in checklist._points(told))
        assert ("«Meta 1»" in said) is bool(open_ones)


@pytest.mark.parametrize(
    ("language", "asked"),
    [("es", "objetivos aportaron menos"), ("en", "did your goals bring less")],
)
def test_a_confirmed_value_that_halved_is_said_and_asked_about(language: str, asked: str) -> None:
    for before, is_asked in ((160.0, True), (110.0, True), (82.0, False)):
        client = replace(told("value_hours", calm(), value=80.0), language=language)
        earlier = replace(client.kpis.get("value_hours", QUARTER), value=before)
        key = "value_hours", str(QUARTER.previous)
        values = {**client.kpis.values, key: replace(earlier, period=QUARTER.previous)}
        client = replace(client, kpis=replace(client.kpis, values=values))
        aims = tuple(replace(MET, text=f"Meta {n}", worth=Worth(40.0, None, "MXN")) for n in (1, 2))
        context = desk(client, **quiet(goals=aims))
        found = value.headline(context, ())
        page = value.compose(context, found, ())[0]
        assert (asked in texts_of(page)) is is_asked
        assert (f"{before:.0f}\u00a0h" in texts_of(page)) is is_asked


def with_hours(client: ClientFile, now: float | None, before: float) -> ClientFile:
    """A client whose goals saved so many hours in this quarter, and in the one before."""
    client = told("value_hours", client, value=now)
    earlier = replace(client.kpis.get("value_hours", QUARTER), value=before)
    key = "value_hours", str(QUARTER.previous)
    values = {**client.kpis.values, key: replace(earlier, period=QUARTER.previous)}
    return replace(client, kpis=replace(client.kpis, values=values))


KEPT = tuple(replace(MET, text=f"Meta {n}", worth=Worth(40.0, None, "MXN")) for n in (3, 4))
LOST = replace(MET, text="Meta 5", worth=Worth(80.0, None, "MXN"))


@pytest.mark.parametrize(
    ("now", "says", "asks", "rules"),
    [
        (
            replace(LOST, actual=None, worth=None),
            "; «Meta 5» no tiene resultado este trimestre.",
            "¿Cuándo tendrán el resultado de «Meta 5»?",
            ["goals_again"],
        ),
        (
            replace(LOST, actual=10.0, worth=None),
            "; «Meta 5» no llegó a su meta.",
            "¿Qué le falta a «Meta 5» para llegar a su meta?",
            [],
        ),
        (
            replace(LOST, worth=None),
            "; lo que aportó «Meta 5» está sin confirmar.",
            "¿Quién de su equipo puede confirmar lo que aportó «Meta 5»?",
            ["value"],
        ),
        (
            replace(LOST, worth=Worth(1.0, None, "MXN")),
            "; «Meta 5» aportó menos.",
            "¿Por qué «Meta 5» aportó menos que en el T2",
            ["value"],
        ),
        (
            None,
            "; «Meta 5» ya no está entre sus objetivos.",
            "¿Conviene retomar «Meta 5» como objetivo?",
            ["value"],
        ),
    ],
)
def test_what_fell_is_told_of_the_goal_that_brought_less(
    now: Goal | None, says: str, asks: str, rules: list[str]
) -> None:
    aims = (*KEPT, *([] if now is None else [now]))
    client = with_hours(calm(), 80.0, 160.0)
    context = desk(client, **quiet(goals=aims, goals_before=(*KEPT, LOST)))
    story = tuple(story_of(context).values())
    found = next(item for item in story if item.slide == "value")
    said = texts_of(value.compose(context, found, story)[0])
    assert says in said and asks in said and "«Meta 3» aportó" not in said
    plan = [link.rule for link in chain(context, story)]
    assert [rule for rule in plan if rule in ("goals_again", "goals_measure", "value")] == rules
    assert "Acción" in said


def test_a_smaller_fall_is_told_of_its_goal_too() -> None:
    aims = (*KEPT, replace(LOST, actual=10.0, worth=None))
    client = with_hours(calm(), 80.0, 110.0)
    before = (*KEPT, replace(LOST, worth=Worth(30.0, None, "MXN")))
    context = desk(client, **quiet(goals=aims, goals_before=before))
    said = texts_of(value.compose(context, value.headline(context, ()), ())[0])  # type: ignore
    assert "frente a 110\u00a0h en el T2\u00a02026; «Meta 5» no llegó a su meta." in said


def test_hours_that_are_gone_are_told_beside_the_money_that_stayed() -> None:
    aims = tuple(replace(MET, text=f"Meta {n}", worth=Worth(None, 900, "MXN")) for n in (1, 2))
    client = told("value_money", with_hours(calm(), None, 80.0), value_minor=1_800)
    missed = replace(LOST, actual=10.0, worth=None)
    for before, is_told in (((LOST,), True), ((), False)):
        context = desk(client, **quiet(goals=(*aims, missed), goals_before=before))
        said = texts_of(value.compose(context, value.headline(context, ()), ())[0])
        assert "nada confirmado este trimestre; en el T2\u00a02026, 80\u00a0h" in said
        assert ("«Meta 5» no llegó a su meta" in said) is is_told


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_goal_that_had_a_result_is_not_measured_for_the_first_time(language: str) -> None:
    client = replace(calm(), language=language)
    measured = tuple(replace(goal, actual=80.0) for goal in UNKNOWN)
    for before, rule in ((measured, "goals_again"), (measured[:1], "goals_measure")):
        context = desk(client, **quiet(goals=(*UNKNOWN, MET), goals_before=before))
        story = tuple(story_of(context).values())
        (link,) = chain(context, story)
        assert (link.rule, link.slide) == (rule, "goals")
        found = next(item for item in story if item.slide == "goals")
        said = texts_of(goals.compose(context, found, story)[0])
        lacking = {"lacking": context.number(len(UNKNOWN))}
        assert context.say("questions.goals.lacking", lacking) in said


@pytest.mark.parametrize("is_told", [True, False])
def test_what_goals_brought_stands_beside_them_where_it_has_no_page(is_told: bool) -> None:
    aims = tuple(replace(MET, text=f"Meta {n}", worth=Worth(n, None, "MXN")) for n in (1.0, 2.0))
    client = told("value_hours", calm(), value=3.0)
    context = desk(client, **quiet(goals=aims))
    story = tuple(item for item in story_of(context).values() if is_told or item.slide != "value")
    found = next(item for item in story if item.slide == "goals")
    said = texts_of(goals.compose(context, found, story)[0])
    assert ("Dos de sus metas les aportaron 3\u00a0h y " in said) is (not is_told)


@pytest.mark.parametrize(
    ("actual", "words"),
    [(95.0, "«Meta 3» queda 5 pts por encima de su meta."), (90.0, "«Meta 3» cumplió su meta")],
)
def test_a_single_goal_has_no_narrowest_margin(actual: float, words: str) -> None:
    context = desk(calm(), **quiet(goals=(replace(MET, actual=actual),)))
    story = tuple(story_of(context).values())
    found = next(item for item in story if item.slide == "goals")
    assert words in texts_of(goals.compose(context, found, story)[0])


@pytest.mark.parametrize(
    ("spoiled", "words"),
    [
        (1.4, "«Meta 3» queda 1,3 pts por encima de su meta."),  # 0,6 points, and a third, below
        (0.4, "El margen más estrecho: «Meta 3», 1,3 pts por encima de su meta."),
    ],
)
def test_what_is_met_most_closely_is_so_as_drawn_and_as_printed(spoiled: float, words: str) -> None:
    near = replace(MET, actual=98.3, target=97.0)
    goal = Goal("Retirado", "percent", 2.0, spoiled, "down")
    context = desk(replace(calm(), locale="es-ES"), **quiet(goals=(near, goal)))
    story = tuple(story_of(context).values())
    found = next(item for item in story if item.slide == "goals")
    assert words in texts_of(goals.compose(context, found, story)[0])


def _strip(now: tuple[Goal, ...], before: tuple[Goal, ...], language: str = "es") -> str:
    client = replace(full_client(), language=language)
    context = desk(client, **quiet(goals=now, goals_before=before))
    found = goals.headline(context, ())
    assert isinstance(found, Headline)
    return texts_of(goals.compose(context, found, ())[0])


HOURS = Goal("Horas de inventario", "hours", 12.0, 14.5, "down")
ERRORS = Goal("Envíos correctos", "count", 97.0, 96.0, "up")


@pytest.mark.parametrize(
    ("now", "before", "language", "says"),
    [
        (
            (HOURS,),
            (replace(HOURS, actual=9.0),),
            "es",
            "la meta; en el T2\u00a02026 se cumplía, con 9\u00a0h.",
        ),
        (
            (HOURS,),
            (replace(HOURS, actual=9.0),),
            "en",
            "target; in Q2\u00a02026 it was met, at 9\u00a0h.",
        ),
        (
            (HOURS, ERRORS),
            (replace(ERRORS, actual=98.0),),
            "es",
            "«Envíos correctos» se cumplía en el T2\u00a02026 y ya no.",
        ),
        (
            (HOURS, ERRORS),
            (replace(ERRORS, actual=98.0),),
            "en",
            "“Envíos correctos”, met in Q2\u00a02026, no longer is.",
        ),
        ((HOURS,), (replace(HOURS, actual=13.0),), "es", "por encima de la meta.\n"),
        ((HOURS,), (replace(HOURS, actual=9.0, target=10.0),), "es", "por encima de la meta.\n"),
    ],
)
def test_a_goal_that_was_met_the_quarter_before_is_told(
    now: tuple[Goal, ...], before: tuple[Goal, ...], language: str, says: str
) -> None:
    assert says in _strip(now, before, language)


def test_targets_that_are_met_exactly_are_counted() -> None:
    exact = (replace(HOURS, actual=12.0), replace(ERRORS, actual=97.0))
    said = _strip(exact, ())
    assert "Se cumplen justo 2 metas, entre ellas «" in said and "más margen" in said
    assert "se cumple justo" in _strip((exact[0], replace(ERRORS, actual=99.0)), ())
