"""Which rows figures see, and that none is read before something asks for it."""

from collections.abc import Iterator

import pytest
from deliveries import NOVEMBER, OCTOBER, accounts, export, invoices, promote

from pipeline.compute.rows_as_of import rows_as_of, rows_when_asked
from transforms.core.canonical import CanonicalTables
from warehouse import Warehouse, open_warehouse

FILES = [export("crm", "1"), export("billing", "1")]
ROWS = {"accounts": accounts("a", "b"), "invoices": invoices({"a1": 100, "b1": 7})}


@pytest.fixture
def warehouse(tmp_path) -> Iterator[Warehouse]:
    with open_warehouse(f"sqlite:///{tmp_path / 'warehouse.db'}") as opened:
        promote(opened, OCTOBER, FILES, ROWS)
        yield opened


def same(left: CanonicalTables, right: CanonicalTables) -> bool:
    return set(left) == set(right) and all(left[name].equals(right[name]) for name in left)


@pytest.mark.parametrize("only", [None, ["b"]])
def test_tables_read_when_asked_hold_what_is_read_at_once(warehouse, only) -> None:
    found = rows_when_asked(warehouse, OCTOBER, only)
    assert same(found, rows_as_of(warehouse, OCTOBER, only))
    assert len(found) == len(ROWS)
    assert list(found["invoices"]["account_id"]) == (only or ["a", "b"])


def test_a_table_is_read_once_when_it_is_first_asked_for(warehouse, monkeypatch) -> None:
    asked: list[str] = []
    read_tables = Warehouse.read_tables

    def noticed(self, known_at, only=None, names=None) -> CanonicalTables:
        asked.extend(names)
        return read_tables(self, known_at, only, names)

    monkeypatch.setattr(Warehouse, "read_tables", noticed)
    found = rows_when_asked(warehouse, OCTOBER)
    assert "invoices" in found
    assert "tickets" not in found
    assert asked == []
    assert found.rows("invoices") is found.rows("invoices")
    assert found.rows("tickets").empty
    assert asked == ["invoices"]


@pytest.mark.parametrize("read", [rows_as_of, rows_when_asked])
def test_rows_of_a_source_whose_newest_export_cannot_be_used_are_not_seen(warehouse, read) -> None:
    told = [{"source": "billing", "source_file": "billing.csv", "rule": "unreadable_file"}]
    promote(warehouse, NOVEMBER, [export("billing", "2")], {}, quarantine=told, stopped=["billing"])
    assert set(read(warehouse, NOVEMBER)) == {"accounts"}
    assert set(read(warehouse, OCTOBER)) == {"accounts", "invoices"}
