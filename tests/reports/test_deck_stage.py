"""Clients at a stage of their own: the order of their pages and their words; nobody recognised."""

from dataclasses import replace

import pytest
from clients import QUARTER, Client, client_file, full_client
from partial_book import PartialBook

from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.model import Deck, Placeholder, Role, Table
from transforms.metrics.kpi import KpiValue, Unit


def deck_of(client: ClientFile) -> Deck:
    deck = compose_deck(client).deck
    assert deck is not None
    return deck


def known_for(months: float | None) -> ClientFile:
    """The usual client, so many months after its first invoice."""
    client = full_client()
    tenure = KpiValue("client", "a1", "tenure_months", QUARTER, Unit.MONTHS, 1, value=months)
    values = {**client.kpis.values, ("tenure_months", str(QUARTER)): tenure}
    return replace(client, kpis=PartialBook("a1", values))


def subjects(deck: Deck) -> list[str]:
    return list(dict.fromkeys(slide.name for slide in deck.slides))


def subtitle(deck: Deck) -> str:
    boxes = (item for item in deck.slides[0].elements if isinstance(item, Placeholder))
    return next(item.body.text for item in boxes if item.role is Role.SUBTITLE)


@pytest.mark.parametrize("months", [0.0, 3.0])
def test_a_client_in_onboarding_sees_first_what_is_built_and_whether_it_is_used(
    months: float,
) -> None:
    deck = deck_of(known_for(months))
    assert subjects(deck)[:5] == ["cover", "summary", "delivery", "usage", "goals"]
    assert subjects(deck)[-2:] == ["decisions", "appendix"]
    assert "puesta en marcha" in subtitle(deck)


@pytest.mark.parametrize("months", [4.0, 30.0, None])
def test_any_other_client_has_the_usual_review(months: float | None) -> None:
    deck = deck_of(known_for(months))
    assert subjects(deck)[:5] == ["cover", "summary", "goals", "usage", "service"]
    assert "puesta en marcha" not in subtitle(deck)


@pytest.mark.thorough
@pytest.mark.parametrize("count", [1, 4])
def test_nobody_is_recognised_by_what_few_answered(count: int) -> None:
    deck = deck_of(client_file(Client(nps_scores=(3,) * count)))
    assert not any(f"(n = {count})" in slide.title for slide in deck.slides)
    for slide in deck.slides:
        for table in (item for item in slide.elements if isinstance(item, Table)):
            head, *rows = ([cell.body.text for cell in row.cells] for row in table.rows)
            if head[-1] == "Positivas":
                assert all(int(row[1]) >= 5 or row[-1] == "–" for row in rows)
