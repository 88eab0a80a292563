"""What was withdrawn is listed, and counts neither as due nor as open, wherever it stands."""

from datetime import date

import pytest
from clients import Client, client_file

from reports.deck.compose import compose_deck
from reports.deck.model import Deck, Table
from transforms.clients.aims import Commitment, promises_of

REST = "still to do: “Entregar el panel de indicadores para dirección”"


def deck_of(*states: str) -> Deck:
    deck = compose_deck(client_file(Client(commitments=states, language="en"))).deck
    assert deck is not None
    return deck


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("states", "title"),
    [
        (("done", "done", "dropped"), "2 of 3 commitments are closed (1 withdrawn)"),
        (
            ("done", "open", "dropped"),
            f"Only 1 of 3 commitments is closed (1 open and 1 withdrawn); {REST}",
        ),
        (("dropped", "dropped"), "Both commitments for the quarter were withdrawn"),
        (("dropped",), "The quarter’s commitment was withdrawn"),
    ],
)
def test_a_withdrawn_commitment_is_listed_and_in_no_count(
    states: tuple[str, ...], title: str
) -> None:
    page = next(item for item in deck_of(*states).slides if item.name == "commitments")
    assert page.title.replace("\u00a0", " ") == title
    table = next(item for item in page.elements if isinstance(item, Table))
    assert len(table.rows) == 1 + len(states)  # with its head


def promise(state: str) -> Commitment:
    return Commitment("2026-Q3", state, "", "us", date(2026, 9, 1), state, "", "", "")


def test_every_page_takes_the_same_ones_for_open() -> None:
    every = [promise(state) for state in ("done", "open", "moved", "dropped")]
    kept = promises_of(every, "2026-Q3")
    assert [item.text for item in kept.left] == ["open", "moved"]
    assert (len(kept.done), kept.due, len(kept.withdrawn)) == (1, 3, 1)
    briefed = [item.text for item in every if item.is_ours_due(date(2026, 9, 30))]
    assert briefed == ["open", "moved"]
