"""A team or module that fell is found, answered, and told on one basis."""

from dataclasses import replace

import pytest
from clients import QUARTER
from test_deck_chain import calm, quiet, rules_of, story_of, told
from test_deck_rereading import desk, texts_of, titled

from reports.client import ClientFile
from reports.deck.chain.links import chain
from reports.deck.fallen_part import fallen_part
from reports.deck.fewer_seats import fewer_seats
from reports.deck.slides import breakdown
from transforms.service.breakdowns import Cause, UsedPart

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
    assert titled(story["breakdown"]).startswith("Nadie usa «Bodega»")
    assert "«Bodega» ha dejado de usar el producto" in titled(story["summary"])


LESS = UsedPart("team", "Ventas", 40, 90, 5)
FALLING = {"value": -0.1, "numerator": -10.0, "denominator": 100.0}


def falling(language: str = "es") -> ClientFile:
    """A client whose use is a tenth lower, and was not last year."""
    client = told("usage_change", calm(), **FALLING)
    return replace(told("usage_change_year", client, value=-0.1), language=language)


@pytest.mark.parametrize(
    ("language", "title", "strip", "asked", "evidence"),
    [
        (
            "es",
            "El uso en «Ventas» baja un 56% frente a las cuatro semanas anteriores, "
            "mientras en «Bodega» sube",
            "«Ventas» registró 50 usos menos; el resto, 40 más.",
            "¿Ha pasado trabajo de «Ventas» a otros equipos?",
            "mientras el otro equipo sube",
        ),
        (
            "en",
            "Usage in “Ventas” is down 56% from the four weeks before, while in “Bodega” it is up",
            "“Ventas” recorded 50 fewer uses; the rest, 40 more.",
            "Did work move from “Ventas” to other teams?",
            "while the other team rose",
        ),
    ],
)
def test_a_team_that_fell_while_the_others_rose_is_no_part_of_the_whole(
    language: str, title: str, strip: str, asked: str, evidence: str
) -> None:
    context = desk(falling(language), **quiet(parts=(LESS, replace(STOCK, events=70))))
    story = story_of(context)
    page = breakdown.compose(context, story["breakdown"], tuple(story.values()))[0]
    assert titled(story["breakdown"]).startswith(title)
    assert strip in texts_of(page) and asked in texts_of(page)
    found = chain(context, tuple(story.values()))[0]
    assert found.rule == "usage_team" and evidence in found.finding.text


def test_a_part_that_falls_as_the_whole_does_is_no_finding() -> None:
    alike = (UsedPart("team", "Ventas", 90, 97, 5), UsedPart("team", "Bodega", 46, 50, 2))
    context = desk(falling(), **quiet(parts=alike))
    assert fallen_part(context) is None
    assert "usage_team" not in rules_of(context)
    modules = (UsedPart("module", "Pedidos", 60, 62, 5), UsedPart("module", "Stock", 76, 87, 5))
    apart = desk(falling(), **quiet(parts=(*alike, *modules)))
    found = fallen_part(apart)
    assert found is not None and found.name == "Stock"
    assert titled(story_of(apart)["breakdown"]).startswith("El uso en «Stock» baja un 13%")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ", y es la causa más frecuente de los tickets (3 de 8)"),
        ("en", ", and it is the most frequent cause of tickets (3 of 8)"),
    ],
)
def test_tickets_on_an_idle_module_that_lead_are_told_once(language: str, words: str) -> None:
    share = {"value": 3 / 8, "numerator": 3.0, "denominator": 8.0}
    client = replace(told("tickets_top_cause", calm(), **share), language=language)
    causes = (Cause("reports", 3, 1, 0), Cause("access", 2, 1, 0))
    idle = UsedPart("module", {"es": "Informes", "en": "Reports"}[language], 0, 9, 0)
    title = titled(story_of(desk(client, **quiet(parts=(idle,), causes=causes)))["breakdown"])
    assert title.endswith(words) and title.count("3") == 1


@pytest.mark.parametrize(("most", "is_told"), [((4, 2), True), ((3, 2), False), ((4, 4), False)])
def test_a_cause_beside_another_finding_is_told_where_the_plan_takes_it_up(
    most: tuple[int, int], is_told: bool
) -> None:
    share = {"value": most[0] / 10, "numerator": float(most[0]), "denominator": 10.0}
    client = told("tickets_top_cause", calm(), **share)
    causes = (Cause("access", most[0], 1, 0), Cause("billing", most[1], 1, 0))
    idle = UsedPart("module", "Informes", 0, 9, 0)
    context = desk(client, **quiet(parts=(idle,), causes=causes))
    assert ("«Accesos»" in titled(story_of(context)["breakdown"])) is is_told
    assert ("cause" in rules_of(context)) is is_told


@pytest.mark.parametrize(("due", "done", "is_shown"), [(0, 0, False), (1, 0, True), (0, 1, True)])
def test_no_training_is_told_only_where_some_was_due(due: int, done: int, is_shown: bool) -> None:
    client = told("training_due", calm(), value=float(due))
    client = told("training_done", client, value=float(done))
    assert ("training_done" in breakdown.figures_shown(desk(client, **quiet()))) is is_shown
