"""Deals without account stand in the figures of groups, and `explain` names them there."""

from pathlib import Path

import pytest

from pipeline.compute.compute import compute_groups
from pipeline.compute.explain import explain
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import known_shards
from pipeline.ingest.ingest import ingest
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import load_settings
from transforms.core.periods import Period
from transforms.metrics.kpi import EntityKind
from warehouse import open_warehouse

SETTINGS = """
[company]
name = "Own"

[[sources]]
mapping = "crm.toml"
"""
MAPPING = """
source = "crm"

[[files]]
pattern = "clients.csv"

[[files.tables]]
table = "accounts"

[files.tables.columns]
account_id = "id"
account_name = "id"
manager_id = "manager"

[[files]]
pattern = "deals.csv"

[[files.tables]]
table = "opportunities"

[files.tables.columns]
opportunity_id = "id"
account_id = "client"
manager_id = "manager"
state = { value = "won" }
amount_minor = "amount"
currency = { company = "currency" }
close_date = "closed"
"""
DEALS = """id,client,manager,amount,closed
1,A,ana,10,2026-08-01
2,,ana,100,2026-08-02
3,,leo,1000,2026-08-03
4,A,ana,5,2025-08-03
"""


@pytest.fixture
def company(tmp_path: Path) -> Path:
    (tmp_path / "cartera.toml").write_text(SETTINGS)
    (tmp_path / "crm.toml").write_text(MAPPING)
    landed = tmp_path / "landing" / "2026-10-01"
    landed.mkdir(parents=True)
    (landed / "clients.csv").write_text("id,manager\nA,ana\n")
    (landed / "deals.csv").write_text(DEALS)
    return tmp_path


@pytest.mark.thorough
def test_what_groups_won_is_stored_and_explained_alike(company: Path) -> None:
    settings = load_settings(company)
    with open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
        known_at = cut_off(warehouse, None)
        shards = known_shards(settings, warehouse, known_at, ())
        quarter = Period.parse("2026-Q3")
        run = RunContext(RunOrder(settings, quarter, known_at, shards), warehouse)
        compute_groups(run, (quarter,))
        stored = warehouse.read_kpis("2026-Q3", known_at).set_index(["entity_id", "kpi"])
    for kind, who, won in (
        (EntityKind.PORTFOLIO, "portfolio", 111_000),
        (EntityKind.MANAGER, "ana", 11_000),
    ):
        found = explain(settings, who, "won_amount", "2026-Q3", kind=kind)
        (deals,) = found.selections
        assert stored.loc[(who, "won_amount"), "value_minor"] == won
        assert stored.loc[(who, "sales_growth"), "value"] == pytest.approx(won / 500 - 1)
        assert found.value.value_minor == won
        assert deals.entered["amount_minor"].sum() == won
