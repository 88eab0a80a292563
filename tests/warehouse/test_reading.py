"""What is read is what was written."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pandas as pd
import pytest
from deliveries import NOVEMBER, OCTOBER, accounts, export, invoices, promote
from hypothesis import HealthCheck, given, settings
from table_strategies import canonical_tables

from transforms.tables import TABLES
from warehouse import Warehouse, open_warehouse

moments = count()


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


@pytest.mark.thorough
@settings(
    max_examples=15,
    deadline=None,
    # One warehouse for all examples: each is the next delivery, which replaces the one before.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(table=canonical_tables())
def test_writing_then_reading_is_identity(warehouse, table):
    spec, rows = table
    number = next(moments)
    landed_at = OCTOBER + timedelta(minutes=number)
    promote(warehouse, landed_at, [export("crm", str(number))], {spec.name: rows})

    read = warehouse.read_tables(landed_at, names=[spec.name])[spec.name]
    pd.testing.assert_frame_equal(read, rows)
    pd.testing.assert_frame_equal(read, spec.conform(read))


def test_rows_come_in_the_order_of_source_file_and_line_by_bytes(warehouse):
    parts = [
        invoices({"b1": 1}, "billing", "ñ.csv"),
        invoices({"b2": 1, "b3": 1}, "billing", "z.csv"),
        invoices({"b4": 1}, "billing", "Z.csv"),
        invoices({"b5": 1}, "Erp", "a.csv"),
    ]
    files = [export("billing", "b"), export("Erp", "e")]
    promote(warehouse, OCTOBER, files, {"invoices": pd.concat(parts)})
    read = warehouse.read_tables(OCTOBER)["invoices"]
    assert read["invoice_id"].tolist() == ["b5", "b4", "b2", "b3", "b1"]


def test_named_accounts_get_their_own_rows_and_the_shared_tables_whole(warehouse):
    links = TABLES["account_links"].conform(
        pd.DataFrame(
            {
                "system": "stripe",
                "external_id": ["cus_1", "cus_2"],
                "account_id": ["a", "b"],
                "source": "crm",
                "source_file": "links.csv",
                "source_line": [2, 3],
            }
        )
    )
    promote(
        warehouse,
        OCTOBER,
        [export("crm", "c"), export("billing", "b")],
        {
            "accounts": accounts("a", "b", "c"),
            "account_links": links,
            "invoices": invoices({"a1": 1, "b1": 2, "c1": 3, "a2": 4}),
        },
    )
    read = warehouse.read_tables(OCTOBER, ["a", "c", *(f"none-{n}" for n in range(70_000))])
    assert read["invoices"]["invoice_id"].tolist() == ["a1", "c1", "a2"]
    assert read["accounts"]["account_id"].tolist() == ["a", "c"]
    assert len(read["account_links"]) == 2


def test_a_table_is_there_from_its_first_delivery_on(warehouse):
    promote(warehouse, OCTOBER, [export("crm", "1")], {"accounts": accounts("a")})
    promote(
        warehouse,
        NOVEMBER,
        [export("crm", "2")],
        {"accounts": accounts("a"), "usage": TABLES["usage"].empty()},
    )
    assert set(warehouse.read_tables(OCTOBER)) == {"accounts"}
    assert set(warehouse.read_tables(NOVEMBER)) == {"accounts", "usage"}
    assert set(warehouse.read_tables(NOVEMBER, names=["usage"])) == {"usage"}


def test_known_keys_are_those_of_their_time(warehouse):
    promote(
        warehouse,
        OCTOBER,
        [export("crm", "1"), export("billing", "1")],
        {"accounts": accounts("a", "b"), "invoices": invoices({"a1": 1, "b1": 1})},
    )
    promote(warehouse, NOVEMBER, [export("billing", "2")], {"invoices": invoices({"b1": 1})})

    assert warehouse.known_keys(OCTOBER).keys["invoices"] == {"a1", "b1"}
    known = warehouse.known_keys(NOVEMBER)
    assert known.account_of["invoices"] == {"b1": "b"}
    assert known.keys["accounts"] == {"a", "b"}
    assert known.keys["products"] == frozenset()


def test_known_at_latest_is_the_newest_landing_by_then(warehouse):
    assert warehouse.known_at_latest() is None
    promote(warehouse, OCTOBER, [export("crm", "1")], {"accounts": accounts("a")})
    promote(warehouse, NOVEMBER, [export("crm", "2")], {"accounts": accounts("b")})
    assert warehouse.known_at_latest() == NOVEMBER
    assert warehouse.known_at_latest(NOVEMBER - timedelta(days=1)) == OCTOBER
    assert warehouse.known_at_latest(OCTOBER - timedelta(days=1)) is None
