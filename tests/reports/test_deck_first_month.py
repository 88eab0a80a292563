"""A client's first month: what there was hardly time for is not missed."""

from dataclasses import replace

import pytest
from clients import QUARTER
from test_deck_chain import story_of
from test_deck_rereading import told
from test_deck_stage import known_for

from reports.brand import shipped_brand
from reports.deck.chain.links import chain
from reports.deck.compose import context_of
from reports.deck.exhibits import service_charts
from reports.deck.exhibits.glance import Glance, _first_of_all
from reports.deck.exhibits.invoiced import months_shown
from reports.deck.exhibits.weekly_use import weekly_line
from reports.deck.slide_context import Delta, SlideContext, Tone
from reports.deck.slides import appendix, usage
from reports.deck.story_cards import risk_of
from reports.deck.view.client_view_build import client_view
from transforms.billing.invoiced_parts import InvoicedPart
from transforms.clients.aims import Goal

HOURS = [Goal(f"Horas {place}", "hours", 10.0, 8.0 + place, "down") for place in range(1, 5)]
"""Two that are met, then two that are not."""


def desk(months: int, *goals: Goal, language: str = "es") -> SlideContext:
    client = replace(known_for(months), language=language)
    return context_of(replace(client_view(client), goals=goals), shipped_brand())


@pytest.mark.parametrize(
    ("goals", "language", "title", "clause"),
    [
        (
            HOURS[1:],
            "es",
            "Ya se cumple 1 de los 3 objetivos medidos; ",
            "ya se cumple 1 de los 3 objetivos medidos, con 2 por alcanzar",
        ),
        (
            HOURS[:3],
            "en",
            "2 of 3 measured goals are already met; ",
            "2 of 3 measured goals are already met, with 1 still to reach",
        ),
        (
            HOURS[2:],
            "en",
            "The 2 measured goals have not reached their targets yet; ",
            "the 2 measured goals have not reached their targets yet",
        ),
    ],
)
def test_goals_of_a_first_month_are_not_missed(
    goals: list[Goal], language: str, title: str, clause: str
) -> None:
    found = story_of(desk(1, *goals, language=language))["goals"]
    assert (found.tone, found.clause.text) == (Tone.FLAT, clause)
    assert found.title.text.startswith(title)
    later = story_of(desk(9, *goals, language=language))["goals"]
    assert ".early" not in later.title.rule


def test_what_is_still_to_reach_is_no_risk() -> None:
    context = desk(1, *HOURS[1:])
    story = {"goals": story_of(context)["goals"]}
    links = chain(context, tuple(story.values()))
    card = risk_of(context, tuple(story.values()), links)
    assert (card.label, card.big, card.tone) == (
        "Lo siguiente por atender",
        "2 de 3 por alcanzar",
        Tone.FLAT,
    )


def test_what_the_plan_takes_up_has_its_source() -> None:
    context = desk(9, *HOURS[1:])
    story = tuple(item for item in story_of(context).values() if item.slide != "commitments")
    assert any(link.slide == "commitments" for link in chain(context, story))
    head = appendix.headline(context, story)
    (*_, last) = appendix.compose(context, head, story)
    assert "Compromisos, objetivos" in str(last)


def test_what_was_nothing_before_the_client_came_is_no_course() -> None:
    for course, drawn in (((0, 0, 0, 4), ()), ((0, 3, 0, 4), (3, 0, 4))):
        item = Glance("Tickets", "4", Delta("n/d", Tone.MISSING), course)
        assert _first_of_all(item).course == drawn


@pytest.mark.parametrize(
    ("tenure", "is_new", "invoiced", "shown"),
    [
        (1, True, (12,), 0),
        (2, True, (11, 12), 3),
        (5, False, (11, 12), 6),
        (30, False, (2, 12), 12),
        (11, False, (2, 12), 11),
        (30, False, (9, 12), 6),
    ],
)
def test_months_before_the_client_came_are_no_empty_space(
    tenure: int, is_new: bool, invoiced: tuple[int, ...], shown: int
) -> None:
    """`invoiced` are places among the twelve months, the last of which ends the quarter."""
    months = QUARTER.trailing_twelve.months
    parts = tuple(InvoicedPart(months[place - 1], "Core", 100_00) for place in invoiced)
    client = known_for(tenure)
    if is_new:
        values = dict(client.kpis.values)
        before = "mrr", str(QUARTER.previous)
        values[before] = replace(values[before], value_minor=0)
        client = replace(client, kpis=replace(client.kpis, values=values))
    context = context_of(replace(client_view(client), invoiced=parts), shipped_brand())
    assert len(months_shown(context)) == shown


def measured(first: int, year_before: bool = False) -> SlideContext:
    """A client whose use was measured from so many of its weeks on."""
    context = desk(1)
    values = dict(context.view.figures.book.values)
    for place, week in enumerate(context.weeks()):
        found = context.get("usage_weekly", week)
        number = 100.0 + place if place >= first else None
        values["usage_weekly", str(week)] = replace(found, value=number)
        old = week.shift(-52)
        values["usage_weekly", str(old)] = replace(
            found, period=old, value=90.0 if year_before else None
        )
    figures = replace(context.view.figures, book=replace(context.view.figures.book, values=values))
    return context_of(replace(context.view, figures=figures), shipped_brand())


@pytest.mark.parametrize(
    ("first", "year_before", "shown", "shades"),
    [(0, False, 16, 1), (9, False, 7, 1), (12, False, 4, 0), (12, True, 16, 1)],
)
def test_weeks_before_the_first_one_measured_are_not_drawn(
    first: int, year_before: bool, shown: int, shades: int
) -> None:
    context = measured(first, year_before)
    chart = weekly_line(context, context.brand.body, falls=False)
    own = chart.plots[-1].series[-1]
    assert len(chart.categories) == len(own.values) == shown
    assert len(chart.plots) == 1 + shades
    assert own.values[-1] == 115.0 and max(point.index for point in own.points) == shown - 1
    assert "\n" in chart.categories[0]
    assert (usage._note_on(context) == "note_bare") is (not shades)


def test_tickets_of_a_new_client_begin_with_its_first_month() -> None:
    client = known_for(1)
    last = QUARTER.months[-1]
    for back, month in enumerate(last.shift(-step) for step in range(6)):
        client = told("tickets_created", month, client, value=0.0 if back else 4.0)
        client = told("first_response_median", month, client, value=None if back else 1.9)
    for fee, shown in ((0, 1), (client.kpis.get("mrr", QUARTER).value_minor, 3)):
        context = context_of(
            client_view(told("mrr", QUARTER.previous, client, value_minor=fee)), shipped_brand()
        )
        assert len(service_charts._months(context)) == shown
        replies = [context.get("first_response_median", QUARTER.months[-1])]
        chart = service_charts._response(context, replies, context.brand.body)
        bars, target = (plot.series[0] for plot in chart.plots)
        assert chart.categories == ("", context.formats.month(last.start), "")
        assert bars.values == (None, 1.9, None) and bars.points[0].index == 1
        assert target.values == (4.0,) * 3  # a line over the whole width
