"""A team or module that fell is found, answered, and told on one basis."""

from dataclasses import replace

import pytest
from clients import QUARTER
from test_deck_chain import calm, quiet, rules_of, story_of, told
from test_deck_rereading import desk, texts_of, titled

from reports.deck.chain.links import chain
from reports.deck.fewer_seats import fewer_seats
from reports.deck.slides import breakdown
from transforms.service.breakdowns import UsedPart

SALES, STOCK = UsedPart("team", "Ventas", 90, 90, 5), UsedPart("team", "Bodega", 30, 30, 2)


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_part_that_fell_while_use_is_steady_is_found_answered_and_in_the_summary(
    language: str,
) -> None:
    fallen = replace(STOCK, before=58)
    client = replace(told("usage_change", calm(), value=0.0), language=language)
    context = desk(client, **quiet(parts=(SALES, fallen)))
    story = story_of(context)
    (link,) = chain(context, tuple(story.values()))
    assert (link.rule, link.owner) == ("breakdown", context.view.manager_name)
    assert link.due is not None
    assert "Bodega" in link.finding.text
    assert "58" in link.effect
    assert "Bodega" in titled(story["summary"])
    page = breakdown.compose(context, story["breakdown"], tuple(story.values()))[0]
    assert {"es": "Acción 1", "en": "Action 1"}[language] in texts_of(page)


def test_a_fall_that_seats_the_season_or_a_trifle_explain_is_no_finding() -> None:
    fallen = replace(STOCK, before=58)
    seasonal = told("usage_change", calm(), value=-0.2)
    seasonal = told("usage_change_year", seasonal, value=0.0)
    small = replace(fallen, events=1, before=4)
    steady = told("usage_change", calm(), value=0.0)
    alike = replace(fallen, before=45)
    assert "breakdown" in rules_of(desk(seasonal, **quiet(parts=(SALES, fallen))))
    for client, part in ((seasonal, alike), (steady, small)):
        assert rules_of(desk(client, **quiet(parts=(SALES, part)))) in ([], ["seasonal"])
    cut = told("seats_used", steady, denominator=50.0)
    before = replace(cut.kpis.get("seats_used", QUARTER.previous), denominator=100.0, value=0.5)
    values = {
        **cut.kpis.values,
        ("seats_used", str(QUARTER.previous)): replace(before, reason=None),
    }
    cut = replace(cut, kpis=replace(cut.kpis, values=values))
    context = desk(cut, **quiet(parts=(SALES, fallen)))
    assert fewer_seats(context) is not None
    assert "breakdown" not in rules_of(context)


def test_a_fall_of_use_names_a_team_only_as_a_page_of_the_deck_shows_it() -> None:
    client = told("usage_change", calm(), value=-0.2, numerator=-20.0, denominator=100.0)
    client = told("usage_change_year", client, value=-0.2)
    parts = (replace(SALES, events=60, before=70), replace(STOCK, events=30, before=32))
    context = desk(client, **quiet(parts=parts))
    story = story_of(context)
    found = chain(context, tuple(story.values()))[0]
    assert (found.rule, "-14%" in found.finding.text.replace("−", "-")) == ("usage_team", True)
    assert "«Ventas» baja un 14%" in titled(story["breakdown"])
    without = tuple(item for item in story.values() if item.slide != "breakdown")
    assert chain(context, without)[0].rule == "usage"
    trifle = desk(client, **quiet(parts=(replace(SALES, events=69, before=70), STOCK)))
    assert chain(trifle, tuple(story_of(trifle).values()))[0].rule == "usage"


def test_a_team_that_stopped_is_found_as_one_that_fell_is() -> None:
    steady = told("usage_change", calm(), value=0.0)
    context = desk(steady, **quiet(parts=(SALES, replace(STOCK, events=0))))
    story = story_of(context)
    assert rules_of(context) == ["breakdown"]
    assert titled(story["breakdown"]).startswith("Nadie usa Bodega")
    assert "«Bodega» ha dejado de usar el producto" in titled(story["summary"])
