"""A review deck as we make it: composed from a client's figures, all checked, and rendered."""

import pickle
from pathlib import Path

from benchmarks.clock import processor_seconds_each
from benchmarks.sample_clients import sample_clients
from reports.client import ClientFile
from reports.deck.compose import compose_deck
from reports.deck.render.deck import render_deck


def prepare(folder: Path, size: int) -> None:
    """Clients who have a deck, and their decks as models, which by hand are written, too."""
    composed = [(client, compose_deck(client).deck) for client in sample_clients(size)]
    pairs = [(client, deck) for client, deck in composed if deck is not None]
    (folder / "clients").write_bytes(pickle.dumps([client for client, _ in pairs]))
    (folder / "decks").write_bytes(pickle.dumps([deck for _, deck in pairs]))


def ours(folder: Path) -> dict[str, float]:
    """Rendering alone, and with composing, a deck."""
    render = processor_seconds_each(render_deck, pickle.loads((folder / "decks").read_bytes()))
    clients = pickle.loads((folder / "clients").read_bytes())
    return {"render": render, "compose and render": processor_seconds_each(_written, clients)}


def _written(client: ClientFile) -> bytes:
    deck = compose_deck(client).deck
    assert deck is not None
    return render_deck(deck)
