"""A review deck: our composing and rendering beside python-pptx as people write it."""

from itertools import cycle

from benchmarks.peers import peer
from benchmarks.ratio import Ratio, in_turn
from benchmarks.sample_clients import sample_clients
from reports.deck.compose import compose_deck
from reports.deck.render.deck import render_deck


def measure() -> list[Ratio]:
    """One deck of each; ours have more slides, more charts, and notes."""
    naive, data = peer("deck_naive"), peer("deckdata")
    clients = [client for client in sample_clients() if compose_deck(client).deck is not None]
    decks = [compose_deck(client).deck for client in clients]
    next_client, next_deck, next_number = cycle(clients), cycle(decks), cycle(range(20))
    composing, rendering, writing = in_turn(
        lambda: compose_deck(next(next_client)),
        lambda: render_deck(next(next_deck)),
        lambda: naive.build(data.client(next(next_number))),
        rounds=15,
    )
    return [
        Ratio("render a deck", "python-pptx by hand", rendering, writing),
        Ratio("compose and render a deck", "python-pptx by hand", composing + rendering, writing),
    ]
