"""What a deck concludes of opinion: low ratings are told, and few answers conclude nothing."""

from dataclasses import replace

import pytest
from clients import QUARTER
from test_deck_chain import calm, quiet, rules_of, story_of
from test_deck_rereading import desk, texts_of, titled
from test_deck_stage import with_fees

from reports.client import ClientFile
from reports.deck.chain.links import chain
from reports.deck.exhibits.opinion import sliding_from
from reports.deck.exhibits.opinion_chart import _score_axis
from reports.deck.slide_context import Tone
from reports.deck.slides import satisfaction
from reports.deck.story_cards import risk_of


def rated(client: ClientFile, share: float, rated_by: float, before: float | None) -> ClientFile:
    """The client with its ratings of this quarter and of the one before."""
    values = dict(client.kpis.values)
    for period, found in ((QUARTER, share), (QUARTER.previous, before)):
        value = replace(client.kpis.get("csat", QUARTER), period=period, reason=None, value=found)
        positive = rated_by * (found or 0.0)
        values["csat", str(period)] = replace(value, numerator=positive, denominator=rated_by)
    return replace(client, kpis=replace(client.kpis, values=values))


def scored(client: ClientFile, answers: float, error: float, *scores: float) -> ClientFile:
    """The client with its NPS of the last quarters, the latest last, of so many answers each."""
    values = dict(client.kpis.values)
    for back, score in enumerate(scores[::-1]):
        period = QUARTER.shift(-back)
        told = {"nps": score, "nps_answers": answers, "nps_error": error}
        for kpi, number in told.items():
            found = replace(client.kpis.get(kpi, QUARTER), period=period, reason=None)
            values[kpi, str(period)] = replace(found, value=number)
    return replace(client, kpis=replace(client.kpis, values=values))


@pytest.mark.parametrize(
    ("language", "told_as"),
    [("es", "CSAT es solo del 50% (5 de 10)"), ("en", "CSAT is only 50% (5 of 10)")],
)
def test_few_good_ratings_beside_a_fine_score_are_told_and_answered(
    language: str, told_as: str
) -> None:
    client = rated(replace(calm(), language=language, locale="es-MX"), 0.5, 10, 0.6)
    context = desk(client, **quiet())
    story = story_of(context)
    found = story["satisfaction"]
    assert found.tone is Tone.BAD
    assert told_as in titled(found).replace("\u00a0", " ")
    assert told_as in titled(story["summary"]).replace("\u00a0", " ")
    (link,) = chain(context, tuple(story.values()))
    assert (link.rule, "70" in link.effect) == ("satisfaction", True)
    assert "50%" in risk_of(context, tuple(story.values()), (link,)).big
    page = satisfaction.compose(context, found, tuple(story.values()))[0]
    assert "5 " in texts_of(page)


def test_ratings_that_are_few_good_or_better_than_before_conclude_nothing_bad() -> None:
    for share, of, before in ((0.5, 4, 0.6), (0.7, 10, 0.7), (0.6, 400, 0.3)):
        assert rules_of(desk(rated(calm(), share, of, before), **quiet())) == []


def test_a_third_fall_of_few_answers_is_told_as_weak() -> None:
    weak = scored(calm(), 8, 40.0, 52, 50, 48, 46)
    context = desk(weak, **quiet())
    found = story_of(context)["satisfaction"]
    assert (sliding_from(context), found.tone) == (None, Tone.FLAT)
    said = texts_of(satisfaction.compose(context, found, ())[0])
    assert "de +52 a +46; con 8 respuestas puede deberse al azar" in said
    for strong in (
        scored(calm(), 30, 40.0, 52, 50, 48, 46),
        scored(calm(), 8, 9.0, 52, 40, 30, 20),
    ):
        assert story_of(desk(strong, **quiet()))["satisfaction"].title.rule.endswith("sliding")


@pytest.mark.parametrize(
    ("language", "since"), [("es", "desde su regreso"), ("en", "since your return")]
)
def test_a_first_survey_of_a_client_that_came_back_is_the_first_since_then(
    language: str, since: str
) -> None:
    client = replace(calm(), language=language)
    kept = {
        key: value
        for key, value in client.kpis.values.items()
        if key[0] != "nps" or key[1] == str(QUARTER)
    }
    usual = desk(replace(client, kpis=replace(client.kpis, values=kept)), **quiet())
    fees = {"2025-10": 5, "2026-01": 0, "2026-06": 0, "2026-07": 7, "2026-08": 7, "2026-09": 7}
    back = replace(usual, view=with_fees(usual.view, fees))
    told = [titled(story_of(context)["satisfaction"]) for context in (usual, back)]
    assert [since in title for title in told] == [False, True]
    assert since in story_of(back)["satisfaction"].clause.text


@pytest.mark.parametrize(
    ("scores", "share"), [((-6, -39), 0.55), ((30, 28), 0.03), ((-60, 80), 0.55)]
)
def test_a_line_of_scores_is_as_steep_as_they_change(
    scores: tuple[float, float], share: float
) -> None:
    axis = _score_axis(desk(calm()), scores)
    least, most = axis.minimum or 0.0, axis.maximum or 0.0
    drawn = (max(scores) - min(scores)) / (most - least)
    assert drawn == pytest.approx(share, abs=0.1)
    assert least < min(scores) < max(scores) < most - 0.3 * (most - least)
