"""One brief of many awkward clients: each has its line, whatever is known of it."""

from datetime import date

import pytest
from awkward import AWKWARD_CLIENTS, mixed_client
from clients import QUARTER

from reports.brand import shipped_brand
from reports.brief.book import ManagerBook, ordered
from reports.brief.compose import compose_brief
from reports.brief.entry import entry_of
from reports.deck.view.client_view_build import seen

TODAY = date(2026, 10, 1)


@pytest.mark.long
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_brief_of_AWKWARD_has_all_of_their_lines(language: str) -> None:
    clients = [*(make() for make in AWKWARD_CLIENTS.values()), *map(mixed_client, range(12))]
    entries = tuple(entry_of(client, seen(client), ()) for client in clients)
    signals = [item for entry in entries for item in entry.signals]
    assert signals
    book = ManagerBook("Lucía Herrera", "Nubalia", QUARTER, TODAY, ordered(entries, TODAY), "3f9a")
    text = compose_brief(book, language, shipped_brand()).markdown
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(lines) > len(clients)
    for signal in signals:
        assert signal.severity != "alert" or signal.name(language) in text
