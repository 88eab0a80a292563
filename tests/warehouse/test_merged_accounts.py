"""Rows that were loaded before two accounts were merged count for the one that remains."""

from collections.abc import Iterator

import pandas as pd
import pytest
from deliveries import NOVEMBER, OCTOBER, accounts, export, invoices, promote

from transforms.tables import TABLES
from warehouse import Warehouse, open_warehouse


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


def merges(**former: str) -> pd.DataFrame:
    """Links of former accounts."""
    rows = {"system": "accounts", "external_id": list(former), "account_id": list(former.values())}
    lineage = {
        "source": "map",
        "source_file": "links.csv",
        "source_line": range(2, 2 + len(former)),
    }
    return TABLES["account_links"].conform(pd.DataFrame(rows | lineage))


def test_rows_loaded_before_a_merge_count_for_the_survivor_from_then_on(
    warehouse: Warehouse,
) -> None:
    bills = invoices({"i1": 1, "i2": 2}, "billing", "a.csv").assign(account_id=["OLD", "NEW"])
    promote(warehouse, OCTOBER, [export("billing", "b")], {"invoices": bills})
    crm = accounts("OLD", "NEW", "CHILD").assign(parent_account_id=[None, "OLD", "OLD"])
    promote(warehouse, OCTOBER, [export("crm", "c")], {"accounts": crm})
    promote(warehouse, NOVEMBER, [export("map", "m")], {"account_links": merges(OLD="NEW")})

    before = warehouse.read_tables(OCTOBER)
    assert before["invoices"]["account_id"].tolist() == ["OLD", "NEW"]
    after = warehouse.read_tables(NOVEMBER)
    assert after["invoices"]["account_id"].tolist() == ["NEW", "NEW"]
    assert after["accounts"]["account_id"].tolist() == ["NEW", "CHILD"]
    assert after["accounts"]["parent_account_id"].fillna("").tolist() == ["", "NEW"]
    own = warehouse.read_tables(NOVEMBER, accounts=["NEW"], names=["invoices"])["invoices"]
    assert own["invoice_id"].tolist() == ["i1", "i2"]


def test_targets_of_a_former_client_follow_it_unless_the_survivor_has_its_own(
    warehouse: Warehouse,
) -> None:
    aims = [
        ("client", "OLD", "2026-Q3", 10.0),
        ("client", "OLD", "2026-Q4", 20.0),
        ("client", "NEW", "2026-Q4", 30.0),
        ("manager", "OLD", "2026-Q4", 40.0),
    ]
    rows = pd.DataFrame(aims, columns=["entity_type", "entity_id", "period", "target"])
    rows = rows.assign(metric="nps", source="plan", source_file="t.csv", source_line=range(2, 6))
    told = TABLES["targets"].conform(rows)
    promote(warehouse, OCTOBER, [export("plan", "p")], {"targets": told})
    promote(warehouse, NOVEMBER, [export("map", "m")], {"account_links": merges(OLD="NEW")})

    after = warehouse.read_tables(NOVEMBER)["targets"]
    kept = after[["entity_type", "entity_id", "period", "target"]]
    assert list(kept.itertuples(index=False, name=None)) == [
        ("client", "NEW", "2026-Q3", 10.0),
        ("client", "NEW", "2026-Q4", 30.0),
        ("manager", "OLD", "2026-Q4", 40.0),
    ]
    assert warehouse.read_tables(OCTOBER)["targets"]["entity_id"].tolist()[:2] == ["OLD", "OLD"]
