"""The clients that reports are measured with are those of a run."""

import pytest

from benchmarks.sample_clients import sample_clients
from reports.deck.compose import compose_deck
from reports.workbook.compose import compose_workbook


@pytest.mark.thorough
def test_decks_and_workbooks_are_composed_of_them() -> None:
    clients = sample_clients(1)
    assert any(compose_deck(client).deck for client in clients)
    assert any(compose_workbook(client).workbook for client in clients)
