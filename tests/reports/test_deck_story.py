"""The story's rules over clients drawn at random: what is found is answered, and in time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from clients import QUARTER, full_client
from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st
from test_deck_chain import seats_alike

from reports.brand import shipped_brand
from reports.deck.chain.link import PRESSING, Link
from reports.deck.chain.links import chain
from reports.deck.chain.renewal import is_past_asking
from reports.deck.compose import _concluded, context_of, slide_modules
from reports.deck.headlines import findings
from reports.deck.slide_context import Headline, SlideContext, Tone
from reports.deck.story_cards import ask_of, risk_of, worth_of
from reports.deck.turns import is_too_late_to_ask, turns_of, working_day
from reports.deck.view.client_view import ClientFigures, ClientView, Renewal
from reports.deck.view.client_view_build import client_view
from transforms.clients.aims import Commitment, Goal, Worth
from transforms.renewals.running_contracts import Agreement

TODAY = date(2026, 10, 1)
SHARES = ("usage_change", "usage_change_year")
PARTS = {
    "seats_used": 60,
    "delivery_on_time": 6,
    "critical_resolution_on_time": 3,
}
"""Figures that are a part of so many."""


def view_of(
    change: float | None,
    year: float | None,
    shares: Mapping[str, float],
    fee: float,
    days: int | None,
    notice: int | None,
    promises: list[tuple[str, int]],
    reached: tuple[float | None, ...] = (),
) -> ClientView:
    """The usual client with these changes, and a renewal in so many days."""
    client = seats_alike(full_client())
    values = dict(client.kpis.values)
    for kpi, value in zip(SHARES, (change, year), strict=True):
        base = 1_000.0
        values[kpi, str(QUARTER)] = replace(
            client.kpis.get(kpi, QUARTER),
            value=value,
            numerator=None if value is None else base * value,
            denominator=None if value is None else base,
        )
    for kpi, whole in PARTS.items():
        part = round(whole * shares[kpi])
        values[kpi, str(QUARTER)] = replace(
            client.kpis.get(kpi, QUARTER), value=part / whole, numerator=part, denominator=whole
        )
    for period, factor in ((QUARTER, fee), (QUARTER.previous, 1.0)):
        values["mrr", str(period)] = replace(
            client.kpis.get("mrr", QUARTER), period=period, value_minor=round(100_000 * factor)
        )
    figures = ClientFigures.of(replace(client.kpis, values=values))
    renewal = None if days is None else Renewal(TODAY + timedelta(days=days), "contract")
    running = () if renewal is None else (Agreement(date(2026, 1, 1), renewal.day, notice, None),)
    return replace(
        usual_view(),
        figures=figures,
        renewal=renewal,
        agreements=running,
        commitments=promised(promises),
        goals=tuple(
            Goal(f"Meta {n}", "percent", 0.5, share, "up") for n, share in enumerate(reached)
        ),
    )


@cache
def usual_view() -> ClientView:
    return client_view(full_client())


def promised(drawn: list[tuple[str, int]]) -> tuple[Commitment, ...]:
    return tuple(
        Commitment(
            "2026-Q4", f"Promesa {n}", "", side, TODAY + timedelta(days=days), "open", *"..."
        )
        for n, (side, days) in enumerate(drawn)
    )


CLIENTS = st.builds(
    view_of,
    change=st.none() | st.floats(-1, 2),
    year=st.none() | st.floats(-1, 2),
    shares=st.fixed_dictionaries({kpi: st.floats(0, 1) for kpi in PARTS}),
    fee=st.sampled_from((0.0, 0.5, 0.9, 1.0, 1.4)),
    days=st.none() | st.integers(-5, 200),
    notice=st.none() | st.sampled_from((0, 30, 60, 90)),
    promises=st.lists(st.tuples(st.sampled_from(("us", "client")), st.integers(1, 90)), max_size=4),
    reached=st.lists(st.none() | st.floats(0, 1), max_size=4).map(tuple),
)


def told(view: ClientView) -> tuple[SlideContext, tuple[Headline, ...], tuple[Link, ...]]:
    context = context_of(view, shipped_brand())
    story = tuple(_concluded(context, slide_modules(), {}).story.values())
    return context, story, chain(context, story)


def the_main_finding_has_an_action_and_it_is_what_the_summary_asks(view: ClientView) -> None:
    context, story, links = told(view)
    found = findings(story)
    assert {item.slide for item in found} <= {link.slide for link in links if link.rule}
    if links and links[0].is_at_meeting:
        assert is_past_asking(context)
        return
    if found and links[0].rule not in PRESSING:
        assert links[0].slide == found[0].slide
    asked, risk = ask_of(context, links), risk_of(context, story, links)
    if links and links[0].rule:
        assert asked.big.lower() == links[0].step.lower()
        assert risk.slide == links[0].slide


def a_missed_goal_has_an_action(view: ClientView) -> None:
    _, _, links = told(view)
    rules = [link.rule for link in links]
    assert ("goals" in rules) is any(goal.is_met is False for goal in view.goals)


def nothing_is_due_after_what_it_is_for(view: ClientView) -> None:
    context, _, links = told(view)
    turns, today = turns_of(context), view.data_date
    for link in links:
        if link.is_at_meeting:
            continue
        assert link.due is not None
        assert link.due >= today
        decided = link.decide_by(context)
        assert decided is not None
        assert today <= decided <= link.due
        is_of_renewal = link.slide == "investment" and not is_past_asking(context)
        if turns.deadline and (link.rule or is_of_renewal):
            assert link.due <= turns.deadline or link.rule == "renewal_now"
        if link.moved_from:
            assert link.moved_from > link.due


def nobody_who_uses_or_pays_less_is_offered_more_and_nothing_that_ends_now_is_begun(
    view: ClientView,
) -> None:
    context, story, links = told(view)
    rules = [link.rule for link in links]
    change, fee = context.get("usage_change").value, context.get("mrr").value_minor or 0
    fell = any(item.slide == "usage" and item.title.rule == "titles.usage.bad" for item in story)
    if fell or fee < 95_000:
        assert "seats_many" not in rules, (change, fee)
    days = None if view.renewal is None else (view.renewal.day - TODAY).days
    if days is not None and 0 <= days < 14:
        assert rules[0] == "renewal_now"
        assert "renewal" not in rules


def what_must_be_said_within_days_leads(view: ClientView) -> None:
    """A notice period that ends before anything can be done for it is what the deck asks about."""
    context, story, links = told(view)
    notice = turns_of(context).notice
    if notice is None or notice - TODAY >= timedelta(days=14):
        return
    if is_too_late_to_ask(context, notice):
        assert "notice_now" not in [link.rule for link in links]
        return
    assert links[0].rule == "notice_now"
    assert links[0].due == links[0].decide_by(context) == working_day(context, notice)
    assert risk_of(context, story, links).tone is Tone.BAD


def nothing_that_we_propose_is_due_on_a_weekend_or_a_holiday(view: ClientView) -> None:
    closed = country_holidays("MX", years=range(2026, 2030))
    abroad = replace(view, holiday_countries=("MX",))
    context, _, links = told(abroad)
    for link in links:
        for day in (link.due, link.decide_by(context)):
            if link.rule and day and day > TODAY + timedelta(days=4):
                assert day.weekday() < 5 and day not in closed, (link.rule, day)


RULES = (
    nothing_that_we_propose_is_due_on_a_weekend_or_a_holiday,
    the_main_finding_has_an_action_and_it_is_what_the_summary_asks,
    a_missed_goal_has_an_action,
    nothing_is_due_after_what_it_is_for,
    nobody_who_uses_or_pays_less_is_offered_more_and_nothing_that_ends_now_is_begun,
    what_must_be_said_within_days_leads,
)


@pytest.mark.thorough
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@settings(max_examples=40, deadline=None)
@given(view=CLIENTS)
def test_a_rule_of_the_story_holds(rule: Callable[[ClientView], None], view: ClientView) -> None:
    rule(view)


@pytest.mark.long
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@settings(max_examples=1_000, deadline=None)
@given(view=CLIENTS)
def test_a_rule_of_the_story_holds_for_a_thousand_clients(
    rule: Callable[[ClientView], None], view: ClientView
) -> None:
    rule(view)


def test_a_client_is_told_of_unused_seats_and_not_what_they_cost() -> None:
    view = view_of(0.0, 0.0, {**dict.fromkeys(PARTS, 1.0), "seats_used": 0.4}, 1.0, 61, None, [])
    seats = next(link for link in told(view)[2] if link.rule == "seats_few")
    assert seats.stake == ("Licencias por activar", "36 de 60")


def with_worth(*worths: Worth | None) -> SlideContext:
    goals = tuple(
        Goal(f"Meta {n}", "percent", 80.0, 90.0, "up", worth) for n, worth in enumerate(worths)
    )
    return context_of(replace(usual_view(), goals=goals), shipped_brand())


def test_what_it_was_worth_is_what_the_client_confirmed() -> None:
    money, hours = Worth(None, 24_176_000, "MXN"), Worth(120.0, None, "")
    assert worth_of(with_worth(money, None, money), ()).big == "$483,520"
    assert worth_of(with_worth(hours, hours), ()).big == "240\u00a0h ahorradas"
    foreign = worth_of(with_worth(Worth(3.0, 100, "EUR")), ())
    assert foreign.big == "3\u00a0h ahorradas"
    assert worth_of(with_worth(None), ()).big == "1 de 1"
    for actual, says in ((None, "Sin resultados medidos"), (70.0, "Ningún objetivo en su meta")):
        goals = (Goal("Meta", "percent", 80.0, actual, "up"),)
        context = context_of(replace(usual_view(), goals=goals), shipped_brand())
        card = worth_of(context, ())
        assert card.big.startswith(says)
        assert [fact.label for fact in card.facts if fact.value == "70%"] == ["Meta"] * bool(actual)
        assert card.slide == ("goals" if actual else "")


def test_a_request_that_comes_after_the_renewal_is_brought_forward_and_says_so() -> None:
    view = view_of(0.0, 0.0, dict.fromkeys(PARTS, 1.0), 1.0, 61, None, [("client", 72)])
    (promise,) = view.commitments
    of_renewal = replace(promise, text="Confirmar el presupuesto de la renovación")
    *_, asked = told(replace(view, commitments=(of_renewal,)))[2]
    assert asked.moved_from == date(2026, 12, 12)
    assert asked.due == date(2026, 11, 17)
    *_, other = told(view)[2]
    assert (other.moved_from, other.due) == (None, date(2026, 12, 12))
