"""The foot of a page names the systems of what the page shows, and no others."""

import pytest
from test_deck_chain import calm, quiet, told
from test_deck_rereading import desk

from reports.deck.compose import _concluded, _pages, slide_modules
from reports.deck.exhibits import glance
from reports.deck.model import Placeholder, Role, Slide
from reports.deck.slide_context import SlideContext
from reports.deck.slides import appendix

TABLES = (
    *("commitments", "contracts", "goals", "invoices", "subscriptions", "surveys", "tasks"),
    *("tickets", "usage", "usage_parts"),
)
CODES = {table: f"q{place}" for place, table in enumerate(TABLES)}
"""Short ones: the foot has one line."""


def pages_of(context: SlideContext) -> dict[str, Slide]:
    modules = slide_modules()
    story = _concluded(context, modules, {}).story
    return {page.name: page for page in _pages(context, modules, story, {})}


def feet(**changed: object) -> dict[str, set[str]]:
    """By page the tables whose systems stand at its foot, every table being of another one."""
    sources = {table: (code,) for table, code in CODES.items()}
    context = desk(told("critical_open", calm(), value=0), **{**changed, "sources": sources})
    return {name: named(page) for name, page in pages_of(context).items()}


def named(page: Slide) -> set[str]:
    (foot,) = (
        item.body.text
        for item in page.elements
        if isinstance(item, Placeholder) and item.role is Role.FOOTER
    )
    systems = foot.partition(" · ")[0].partition(": ")[2].split(", ")
    return {table for table, code in CODES.items() if code.capitalize() in systems}


@pytest.fixture(scope="module")
def quiet_feet() -> dict[str, set[str]]:
    return feet(**quiet())


@pytest.fixture(scope="module")
def full_feet() -> dict[str, set[str]]:
    return feet()


def test_a_page_on_service_names_no_survey_whose_answers_it_does_not_show(
    quiet_feet: dict[str, set[str]],
) -> None:
    assert quiet_feet["service"] == {"tickets"}


def test_the_summary_names_what_its_strip_and_cards_show(
    quiet_feet: dict[str, set[str]], full_feet: dict[str, set[str]]
) -> None:
    assert "surveys" in quiet_feet["summary"]
    assert not quiet_feet["summary"] & {"goals", "contracts", "commitments"}
    assert {"contracts", "subscriptions"} <= full_feet["summary"]


def test_the_plan_names_what_its_actions_rest_on(full_feet: dict[str, set[str]]) -> None:
    assert {"commitments", "contracts"} <= full_feet["decisions"]
    assert "invoices" not in full_feet["decisions"]


def test_a_figure_of_nothing_is_shown_where_rows_of_the_clients_say_whose_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(glance, "shown_at", lambda _: ("tickets_created",))
    client = told("tickets_created", calm(), value=0)
    known = desk(client, **quiet())
    assert glance.glanced(known) == ["tickets_created"]
    assert "tickets" in appendix._tables(known, ["usage"], ["tickets_created"])
    assert "tickets" not in appendix._tables(known, ["breakdown"], ["usage_change"])
    nobodys = {**known.view.sources, "tickets": ()}
    assert glance.glanced(desk(client, **quiet(sources=nobodys))) == []
    some = told("tickets_created", client, value=3)
    assert glance.glanced(desk(some, **quiet(sources=nobodys))) == ["tickets_created"]
