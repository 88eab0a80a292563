"""Awkward clients by the dozen: every deck is valid, well formed and inside its page."""

from itertools import product

import pytest
from awkward import AWKWARD_CLIENTS, mixed_client
from brands import customer_brand
from clients import reviewed_client
from office import audit_errors, sdk_errors

from reports.brand import shipped_brand
from reports.client import ClientFile
from reports.deck.compose import compose_deck, compose_review
from reports.deck.model import Deck
from reports.deck.render.deck import render_deck

FEW = 8
DRESSES = 4
PAGE_WIDTH, PAGE_HEIGHT = 12_192_000, 6_858_000


def decks_of(client: ClientFile) -> list[Deck]:
    found = (compose_deck(client).deck, compose_review(client).deck)
    return [deck for deck in found if deck is not None]


def one_deck_of(seed: int, dress: int) -> Deck:
    """The review of every other mixed client, and the deck of the others that get one."""
    client = mixed_client(seed, dress)
    deck = compose_deck(client).deck if (seed + dress) % 2 else None
    found = deck or compose_review(client).deck
    assert found is not None
    return found


def is_inside(deck: Deck) -> bool:
    boxes = [item.box for slide in deck.slides for item in slide.elements if hasattr(item, "box")]
    return all(
        box.left >= 0 and box.right <= PAGE_WIDTH and box.top >= 0 and box.bottom <= PAGE_HEIGHT
        for box in boxes
    )


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(6))
def test_decks_of_AWKWARD_stay_inside_their_page(seed: int) -> None:
    for deck in decks_of(mixed_client(seed)):
        assert is_inside(deck)
        assert render_deck(deck) == render_deck(deck)


@pytest.mark.long
@pytest.mark.validator
def test_forty_AWKWARD_are_valid(tmp_path) -> None:
    """Nine that are hard in one way each, and more that mix the ways: of these one deck each."""
    hard = [deck for client in AWKWARD_CLIENTS.values() for deck in decks_of(client())]
    mixed = [one_deck_of(seed, dress) for seed in range(FEW) for dress in range(DRESSES)]
    assert len(AWKWARD_CLIENTS) + len(mixed) >= 40
    path = tmp_path / "deck.pptx"
    for place, deck in enumerate((*hard, *mixed)):
        path.write_bytes(render_deck(deck))
        assert sdk_errors(path) == [], place


@pytest.mark.validator
@pytest.mark.parametrize("brand", [shipped_brand, customer_brand])
def test_two_validators_find_no_fault_in_a_review(brand, tmp_path) -> None:
    deck = compose_review(reviewed_client(), brand()).deck
    assert deck is not None
    path = tmp_path / "review.pptx"
    path.write_bytes(render_deck(deck))
    assert sdk_errors(path) == []
    assert audit_errors(path) == []


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, 250, 25))
def test_a_thousand_clients_are_valid(first: int, tmp_path) -> None:
    """Every client's decks stay on their pages; one of each client goes to the validator."""
    path = tmp_path / "deck.pptx"
    for seed, dress in product(range(first, first + 25), range(DRESSES)):
        decks = decks_of(mixed_client(seed, dress))
        assert all(is_inside(deck) for deck in decks), (seed, dress)
        path.write_bytes(render_deck(decks[(seed + dress) % len(decks)]))
        assert sdk_errors(path) == [], (seed, dress)
