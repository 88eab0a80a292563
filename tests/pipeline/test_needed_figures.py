"""Reports find every figure they ask for: one that no run of the period computes is a fault of
ours, and no report asks for any.
"""

from pathlib import Path

import pytest

from pipeline.compute.compute import compute_ahead, compute_population, compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.publishing.client_files import gathered_clients
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import load_settings
from reports.brief.entry import entry_of
from reports.client import ClientFile, FigureNotComputedError, KpiBook
from reports.deck.compose import compose_deck, compose_review
from reports.deck.view.client_view_build import seen
from reports.workbook.compose import compose_workbook
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import needed_periods
from warehouse import open_warehouse

QUARTER, MONTH = Period.parse("2026-Q3"), Period.parse("2026-08")


def gathered(company: Path, *periods: Period) -> list[list[ClientFile]]:
    """The clients of runs of these periods, one after the other."""
    settings = load_settings(company)
    found: list[list[ClientFile]] = []
    with open_warehouse(settings.warehouse_url) as warehouse:
        deliveries = ingest(settings, warehouse)
        known_at = cut_off(warehouse, None)
        shards = known_shards(settings, warehouse, known_at, deliveries)
        for period in periods:
            run = RunContext(RunOrder(settings, period, known_at, shards), warehouse)
            compute_population(run, (period,))
            compute_ahead(run)
            for shard in shards:
                compute_shard(run, shard, needed_periods(period))
            clients = (item.file for shard in shards for item in gathered_clients(run, shard))
            found.append(list(clients))
    return found


def test_a_figure_that_was_not_computed_is_a_fault_and_no_short_history() -> None:
    with pytest.raises(FigureNotComputedError, match="nps of 2026-Q3"):
        KpiBook("a1", {}).get("nps", QUARTER)


@pytest.mark.long
def test_no_report_asks_for_a_figure_that_was_not_computed(company: Path) -> None:
    quarter, month = gathered(company, QUARTER, MONTH)
    assert len(quarter) == len(month) > 20
    for client in quarter:
        assert compose_deck(client).deck or compose_deck(client).reason
        review = compose_review(client)
        assert review.deck or review.reason == "too_few_slides"
    assert any(compose_workbook(client).workbook for client in month)
    lines = [line for client in quarter if (line := compose_workbook(client).line) is not None]
    assert lines and all(line.forecast_minor is not None for line in lines)
    for client in (*quarter, *month):
        compose_workbook(client)
        entry_of(client, seen(client), ())


@pytest.mark.long
def test_a_clients_figures_are_those_of_its_own_run_whatever_ran_before(company: Path) -> None:
    before, _, after = gathered(company, QUARTER, MONTH, QUARTER)
    assert [client.kpis.values for client in before] == [client.kpis.values for client in after]
