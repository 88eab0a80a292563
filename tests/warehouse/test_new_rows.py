"""The first rows of a table are written as they were staged, and only those that are to be."""

from collections.abc import Iterator

import pytest
from deliveries import DECEMBER, NOVEMBER, OCTOBER, accounts, amounts, export, invoices, promote
from sqlalchemy import select, text

from transforms.core.canonical import CONTROL_DTYPES, QUARANTINE_DTYPES, frame_of
from warehouse import LoadRequest, Staging, Warehouse, open_warehouse
from warehouse.engine import make_engine, parse_url, reading, writing
from warehouse.rows.new_rows import as_they_lie
from warehouse.schema import CANONICAL, RESULT_DTYPES


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


def promote_staged(warehouse: Warehouse, staging: Staging, landed_at, exports, stopped=()):
    request = LoadRequest(
        landed_at=landed_at,
        exports=exports,
        quarantine=frame_of(QUARANTINE_DTYPES),
        controls=frame_of(CONTROL_DTYPES),
        held={},
        results=frame_of(RESULT_DTYPES),
        stopped=frozenset(stopped),
    )
    return warehouse.promote(staging, request)


@pytest.mark.parametrize("name", ["invoice_lines", "products", "tickets"])
def test_sqlite_copies_the_first_rows_byte_by_byte(make_database, name):
    with (
        open_warehouse(make_database("sqlite")) as warehouse,
        warehouse.staging() as staging,
    ):
        copied = as_they_lie(CANONICAL[name], staging.staged.table(name))
        with staging.staged.transaction() as connection:
            for index in CANONICAL[name].indexes:
                index.drop(connection)
            steps = connection.execute(text(f"EXPLAIN {copied}")).all()
    # What SQLite reads a row by, by how it was compiled; "Column" where it takes rows apart.
    assert {"RowCell", "RowData"} & {step.opcode for step in steps}


def test_of_first_rows_those_kept_out_or_of_a_stopped_source_stay_out(warehouse, warehouse_url):
    with warehouse.staging() as staging:
        staging.add("invoices", invoices({"a1": 1, "a2": 2, "a3": 3}), kept_out=[1])
        others = invoices({"b1": 4, "b2": 5}, source="erp").set_axis([3, 4])
        staging.add("invoices", others)
        exports = [export("billing", "b"), export("erp", "e")]
        summary = promote_staged(warehouse, staging, OCTOBER, exports, stopped=["erp"])

    (change,) = summary.changes
    assert (change.source, change.inserted, change.unchanged) == ("billing", 2, 0)
    assert amounts(warehouse, OCTOBER) == {"a1": 1, "a3": 3}
    with reading(make_engine(parse_url(warehouse_url))) as connection:
        written = connection.execute(select(CANONICAL["invoices"].c.invoice_id)).scalars().all()
    assert sorted(written) == ["a1", "a3"]


def test_rows_are_of_the_load_they_came_with_where_another_came_before(warehouse, warehouse_url):
    with warehouse.staging() as staging:
        staging.add("accounts", accounts("a", "b"))
        promote(warehouse, OCTOBER, [export("billing", "b")], {"invoices": invoices({"a1": 1})})
        summary = promote_staged(warehouse, staging, NOVEMBER, [export("crm", "a")])

    with reading(make_engine(parse_url(warehouse_url))) as connection:
        loads = connection.execute(select(CANONICAL["accounts"].c.first_load_id)).scalars().all()
    assert loads == [summary.load_id] * 2


def test_columns_that_stand_in_another_order_are_not_mixed_up(warehouse, warehouse_url):
    with writing(make_engine(parse_url(warehouse_url))) as connection:
        connection.execute(text("ALTER TABLE canonical_accounts DROP COLUMN industry"))
        connection.execute(text("ALTER TABLE canonical_accounts ADD COLUMN industry TEXT"))
    rows = accounts("a", "b").assign(industry="food", country="MX")
    promote(warehouse, OCTOBER, [export("crm", "a")], {"accounts": rows})

    read = warehouse.read_tables(OCTOBER)["accounts"]
    assert read[["industry", "country"]].to_numpy().tolist() == [["food", "MX"]] * 2


def test_later_rows_are_numbered_behind_the_first(warehouse, warehouse_url):
    for landed_at, rows in (
        (OCTOBER, {"a1": 1, "a2": 2}),
        (NOVEMBER, {"a1": 1, "a2": 3, "a4": 4}),
        (DECEMBER, {"a1": 9, "a2": 3, "a4": 4}),
    ):
        files = [export("billing", str(landed_at))]
        promote(warehouse, landed_at, files, {"invoices": invoices(rows)})

    with reading(make_engine(parse_url(warehouse_url))) as connection:
        table = CANONICAL["invoices"]
        found = connection.execute(select(table.c.invoice_id).order_by(table.c.row_id))
        assert found.scalars().all() == ["a1", "a2", "a2", "a4", "a1"]
