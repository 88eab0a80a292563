"""What tells that nothing changed since a run, and what runs spent."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from deliveries import OCTOBER, accounts, export, promote

from warehouse import ArtifactRecord, StepRecord, Subject, Warehouse, open_warehouse
from warehouse.registry.marks import GROWING
from warehouse.schema import CANONICAL, METADATA

PERIOD = "2026-Q3"
WITH_LOADS = {
    *("load_files", "load_sources", "load_feeds", "held_accounts", "quarantine", "controls"),
    "validation_results",
}
"""Written with a load, never without."""
NOT_READ_BY_FILES = {
    *("runs", "run_files", "run_marks", "run_steps", "notices", "told_files", "delivered_files"),
    "removed_files",
    *("kpi_values", "figure_marks", "client_summaries", "fetches"),
    *("portal_people", "portal_sessions", "portal_uploads", "portal_audit"),
}
"""What runs leave, who is told, and what the portal keeps: no file is made from them."""


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


def test_every_table_is_one_that_files_come_from_or_is_known_not_to_be() -> None:
    canonical = {table.name for table in CANONICAL.values()}
    growing = {table.name for table in GROWING}
    assert {*METADATA.tables} == canonical | growing | WITH_LOADS | NOT_READ_BY_FILES


def test_heights_tell_a_load_and_a_published_deck_and_nothing_that_the_portal_prepares(
    warehouse: Warehouse,
) -> None:
    empty = warehouse.heights()
    promote(warehouse, OCTOBER, [export("crm", "1")], {"accounts": accounts("a")})
    loaded = warehouse.heights()
    assert {name for name in loaded if loaded[name] != empty[name]} == {"loads"}
    run = warehouse.start_run(PERIOD, datetime(2026, 10, 1, tzinfo=UTC))
    assert warehouse.heights() == loaded
    warehouse.register_artifact(
        ArtifactRecord(run, Subject.client("a"), PERIOD, "qbr", "es", 1, "p", "s", 1, "e")
    )
    changed = warehouse.heights()
    assert {name for name in loaded if loaded[name] != changed[name]} == {"artifacts"}
    warehouse.register_artifact(
        ArtifactRecord(run, Subject.client("a"), PERIOD, "pictures", "es", 1, "q", "s", 1, "f")
    )
    assert warehouse.heights() == changed  # what is made afterwards for the portal


def test_the_newest_run_of_a_mark_stands_for_it(warehouse: Warehouse) -> None:
    assert warehouse.run_of_mark(PERIOD) is None
    first, second = (warehouse.start_run(PERIOD, datetime(2026, 10, 1, tzinfo=UTC)) for _ in "ab")
    for run in (first, second):
        warehouse.add_mark(run, PERIOD, "m")
    assert warehouse.run_of_mark(PERIOD, "m") == second
    assert warehouse.run_of_mark(PERIOD, "n") is None
    assert warehouse.run_of_mark("2026-09") is None


def test_what_a_run_spent_comes_back_in_its_order(warehouse: Warehouse) -> None:
    run = warehouse.start_run(PERIOD, datetime(2026, 10, 1, tzinfo=UTC))
    steps = (StepRecord("ingest", 1, 2.5, 1.5), StepRecord("compute", 2, 9.0, 8.0))
    warehouse.add_steps(run, steps)
    assert warehouse.steps(run) == steps
    assert warehouse.steps("another") == ()
