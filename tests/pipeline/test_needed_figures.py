"""Reports find every figure they ask for: what charts show is computed, and nothing is missing
that a definition forgot to call charted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pipeline.compute.compute import compute_population, compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.publishing.client_files import client_files
from pipeline.settings import load_settings
from reports.client import ClientFile, KpiBook
from reports.deck.compose import compose_deck, compose_review
from reports.workbook.compose import compose_workbook
from transforms.core.periods import Period
from transforms.metrics.kpi import KpiValue
from transforms.metrics.kpi_periods import needed_periods
from warehouse import open_warehouse

QUARTER = Period.parse("2026-Q3")

pytestmark = pytest.mark.thorough


@dataclass(frozen=True)
class NoticingBook(KpiBook):
    """A client's figures; remembers what was asked for and is not there."""

    values: Mapping[tuple[str, str], KpiValue]
    missed: set[tuple[str, str]]

    def get(self, kpi: str, period: Period) -> KpiValue:
        if (kpi, str(period)) not in self.values:
            self.missed.add((kpi, str(period)))
        return super().get(kpi, period)


def noticing(client: ClientFile) -> tuple[ClientFile, set[tuple[str, str]]]:
    missed: set[tuple[str, str]] = set()
    book = NoticingBook(client.kpis.client_id, client.kpis.values, missed)
    return replace(client, kpis=book), missed


@pytest.fixture
def clients(company: Path) -> list[ClientFile]:
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        deliveries = ingest(settings, warehouse)
        known_at = cut_off(warehouse, None)
        found: list[ClientFile] = []
        shards = known_shards(settings, warehouse, known_at, deliveries)
        compute_population(settings, warehouse, shards, (QUARTER,), known_at)
        for shard in shards:
            compute_shard(settings, warehouse, shard, needed_periods(QUARTER), known_at)
            found += client_files(settings, warehouse, shard, QUARTER, known_at)
    return found


def test_no_report_asks_for_a_figure_that_was_not_computed(clients: list[ClientFile]) -> None:
    assert len(clients) > 20
    missing: set[tuple[str, str]] = set()
    for client in clients:
        watched, missed = noticing(client)
        assert compose_deck(watched).deck or compose_deck(watched).reason
        assert compose_review(watched).deck
        compose_workbook(watched)
        missing |= missed
    assert missing == set()
