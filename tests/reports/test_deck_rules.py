"""The rules that a client's deck must not break, over clients that are hard to show."""

from itertools import product

import pytest
from awkward import AWKWARD_CLIENTS, mixed_client
from clients import english_client, full_client
from deck_rules import RULES, broken

from reports.client import ClientFile
from reports.deck.compose import compose_deck

DRESSES = 4
USUAL = {"usual": full_client, "english": english_client}


def faults_of(client: ClientFile) -> dict[str, list[str]]:
    """What a client's deck breaks; nothing for a client that gets none."""
    deck = compose_deck(client).deck
    return {} if deck is None else broken(deck)


@pytest.mark.thorough
@pytest.mark.parametrize("name", USUAL)
def test_a_usual_deck_breaks_no_rule(name: str) -> None:
    assert len(RULES) >= 7
    assert faults_of(USUAL[name]()) == {}


@pytest.mark.long
@pytest.mark.parametrize("name", AWKWARD_CLIENTS)
def test_an_awkward_clients_deck_breaks_no_rule(name: str) -> None:
    assert faults_of(AWKWARD_CLIENTS[name]()) == {}


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, 250, 25))
def test_a_thousand_clients_decks_break_no_rule(first: int) -> None:
    for seed, dress in product(range(first, first + 25), range(DRESSES)):
        assert faults_of(mixed_client(seed, dress)) == {}, (seed, dress)
