"""A delivery becomes what is known, once, and never hides a newer one."""

from collections.abc import Iterator

import pandas as pd
import pytest
from deliveries import (
    DECEMBER,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    accounts,
    amounts,
    export,
    invoices,
    promote,
)
from sqlalchemy import inspect

from messages.errors import worded
from transforms.tables import TABLES
from warehouse import Warehouse, open_warehouse
from warehouse.engine import make_engine, parse_url
from warehouse.errors import UnstorableTextError


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


def billing(warehouse: Warehouse, landed_at, content: str, rows: dict[str, int]):
    tables = {"invoices": invoices(rows, file=f"{content}.csv")}
    return promote(warehouse, landed_at, [export("billing", content)], tables)


def counts(summary) -> list[tuple[int, int, int]]:
    return [(item.inserted, item.superseded, item.unchanged) for item in summary.changes]


def test_rows_that_change_or_vanish_are_superseded_and_still_known_at_earlier_times(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100, "b1": 200, "c1": 300})
    summary = billing(warehouse, NOVEMBER, "second", {"a1": 100, "b1": 250, "d1": 400})

    assert counts(summary) == [(2, 2, 1)]
    assert amounts(warehouse, NOVEMBER) == {"a1": 100, "b1": 250, "d1": 400}
    assert amounts(warehouse, OCTOBER) == {"a1": 100, "b1": 200, "c1": 300}
    assert amounts(warehouse, SEPTEMBER) == {}


def test_the_same_delivery_again_changes_nothing(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100})
    again = billing(warehouse, OCTOBER, "first", {"a1": 100})

    assert again.unchanged_delivery
    assert again.load_id is None
    assert warehouse.is_loaded(OCTOBER, [export("billing", "first")])
    assert not warehouse.is_loaded(OCTOBER, [export("billing", "second")])


def test_the_same_files_landed_later_are_no_new_load(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100})
    assert billing(warehouse, NOVEMBER, "first", {"a1": 100}).unchanged_delivery
    assert warehouse.known_at_latest() == OCTOBER


def test_an_earlier_delivery_run_again_after_a_later_one_is_neither_refused_nor_loaded(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100})
    billing(warehouse, NOVEMBER, "second", {"a1": 200})
    again = billing(warehouse, OCTOBER, "first", {"a1": 100})

    assert again.unchanged_delivery
    assert amounts(warehouse, NOVEMBER) == {"a1": 200}


def test_content_that_comes_back_after_another_is_news(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100})
    billing(warehouse, NOVEMBER, "second", {"a1": 200})
    back = billing(warehouse, DECEMBER, "first", {"a1": 100})

    assert counts(back) == [(1, 1, 0)]
    assert amounts(warehouse, DECEMBER) == {"a1": 100}
    assert amounts(warehouse, NOVEMBER) == {"a1": 200}


def test_an_older_export_is_refused_in_one_sentence_and_nothing_changes(warehouse):
    billing(warehouse, NOVEMBER, "second", {"a1": 200})
    late = billing(warehouse, OCTOBER, "first", {"a1": 100})

    assert late.load_id is None
    assert not late.unchanged_delivery
    assert worded(late.refused["billing"], "en").startswith(
        "billing: the export landed 2026-10-01 00:00 UTC was not loaded"
    )
    assert amounts(warehouse, NOVEMBER) == {"a1": 200}
    assert amounts(warehouse, OCTOBER) == {}


def test_a_refused_source_does_not_keep_the_others_out(warehouse):
    billing(warehouse, NOVEMBER, "second", {"a1": 200})
    late = promote(
        warehouse,
        OCTOBER,
        [export("billing", "first"), export("crm", "people")],
        {"invoices": invoices({"a1": 100}), "accounts": accounts("a")},
    )

    assert set(late.refused) == {"billing"}
    assert amounts(warehouse, NOVEMBER) == {"a1": 200}
    assert list(warehouse.read_tables(OCTOBER)) == ["accounts"]


def test_a_file_added_to_a_delivery_does_not_bring_back_what_was_superseded(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100})
    billing(warehouse, NOVEMBER, "second", {"a1": 200})
    promote(
        warehouse,
        OCTOBER,
        [export("billing", "first"), export("crm", "people")],
        {"invoices": invoices({"a1": 100}), "accounts": accounts("a")},
    )
    assert amounts(warehouse, NOVEMBER) == {"a1": 200}


def test_a_row_keeps_the_file_and_line_where_its_content_was_first_read(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100, "b1": 1})
    billing(warehouse, NOVEMBER, "second", {"b1": 2, "a1": 100})
    rows = warehouse.read_tables(NOVEMBER)["invoices"].set_index("invoice_id")

    assert rows.loc["a1", "source_file"] == "first.csv"
    assert rows.loc["b1", "source_file"] == "second.csv"


def test_a_table_that_a_delivery_lacks_stays_as_it_was(warehouse):
    promote(
        warehouse,
        OCTOBER,
        [export("billing", "all")],
        {"invoices": invoices({"a1": 100}), "payments": TABLES["payments"].empty()},
    )
    promote(
        warehouse,
        NOVEMBER,
        [export("billing", "payments")],
        {"payments": TABLES["payments"].empty()},
    )
    assert amounts(warehouse, NOVEMBER) == {"a1": 100}


def test_an_empty_export_ends_all_rows_and_the_feed_is_still_there(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100})
    summary = promote(
        warehouse,
        NOVEMBER,
        [export("billing", "empty"), export("crm", "people")],
        {"invoices": TABLES["invoices"].empty(), "accounts": accounts("a")},
        controls=[{"source": "billing", "table_name": "invoices", "outcome": "read"}],
    )
    assert (0, 1, 0) in counts(summary)
    assert len(warehouse.read_tables(NOVEMBER)["invoices"]) == 0


def test_one_of_two_repeated_rows_can_vanish(warehouse):
    two = pd.concat([invoices({"a1": 100}), invoices({"a1": 100})], ignore_index=True)
    promote(warehouse, OCTOBER, [export("billing", "two")], {"invoices": two})
    summary = billing(warehouse, NOVEMBER, "one", {"a1": 100})

    assert counts(summary) == [(0, 1, 1)]
    assert len(warehouse.read_tables(OCTOBER)["invoices"]) == 2
    assert len(warehouse.read_tables(NOVEMBER)["invoices"]) == 1


def test_two_sources_of_one_table_do_not_end_each_others_rows(warehouse):
    promote(
        warehouse,
        OCTOBER,
        [export("erp", "e"), export("billing", "b")],
        {"invoices": pd.concat([invoices({"a1": 1}, "erp"), invoices({"b1": 2})])},
    )
    billing(warehouse, NOVEMBER, "next", {"b1": 3})
    assert amounts(warehouse, NOVEMBER) == {"b1": 3, "a1": 1}


def test_two_sources_of_one_table_are_each_compared_with_their_own_rows(warehouse):
    for landed_at, changed in ((OCTOBER, 2), (NOVEMBER, 3)):
        own = invoices({"b1": changed, "c1": 5})
        summary = promote(
            warehouse,
            landed_at,
            [export("erp", f"e{changed}"), export("billing", f"b{changed}")],
            {"invoices": pd.concat([invoices({"a1": 1, "c1": 5}, "erp"), own])},
        )
    assert counts(summary) == [(1, 1, 1), (0, 0, 2)]
    assert sum(amounts(warehouse, OCTOBER).values()) == 8


def test_a_stopped_source_keeps_its_last_rows_and_is_taken_in_once_mended(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100})
    files, tables = [export("billing", "broken")], {"invoices": invoices({"a1": 999})}
    promote(warehouse, NOVEMBER, files, tables, stopped=["billing"])
    assert amounts(warehouse, NOVEMBER) == {"a1": 100}
    assert not warehouse.is_loaded(NOVEMBER, files)

    again = promote(warehouse, NOVEMBER, files, tables, stopped=["billing"])
    assert again.unchanged_delivery
    assert counts(promote(warehouse, NOVEMBER, files, tables)) == [(1, 1, 0)]


def test_a_file_read_by_another_mapping_is_loaded_again(warehouse):
    billing(warehouse, OCTOBER, "first", {"a1": 100})
    file = export("billing", "first")
    read_anew = type(file)(file.source, file.source_file, file.sha256, 10, "p", reading="v2")
    summary = promote(warehouse, OCTOBER, [read_anew], {"invoices": invoices({"a1": 10_000})})

    assert counts(summary) == [(1, 1, 0)]
    assert amounts(warehouse, OCTOBER) == {"a1": 10_000}


def test_rows_of_a_source_without_an_export_are_a_mistake_of_the_caller(warehouse):
    with pytest.raises(ValueError, match="rows of sources without an export: billing"):
        promote(warehouse, OCTOBER, [export("crm", "x")], {"invoices": invoices({"a1": 1})})


def test_a_zero_byte_is_told_by_table_and_column_and_nothing_is_loaded(warehouse):
    rows = accounts("a", "b").assign(industry=pd.Series(["food", "\x00"], dtype="str"))
    with pytest.raises(UnstorableTextError, match=r"accounts\.industry"):
        promote(warehouse, OCTOBER, [export("crm", "x")], {"accounts": rows})
    assert warehouse.known_at_latest() is None


@pytest.mark.parametrize("name", ['it\'s "1"', "ñ" * 2_000_000])
def test_a_text_that_all_rows_share_is_kept_as_it_is(warehouse, name):
    rows = accounts("a", "b").assign(account_name=name)
    promote(warehouse, OCTOBER, [export("crm", "x")], {"accounts": rows})
    assert warehouse.read_tables(OCTOBER)["accounts"]["account_name"].tolist() == [name, name]


def test_what_rows_of_one_piece_share_is_not_taken_over_by_the_next(warehouse, monkeypatch):
    monkeypatch.setattr("warehouse.staging.staged_rows._ROWS_WRITTEN", 2)
    names = [*2 * ["50 % \\ 'off'"], "b", "c", None, None, "d", "d"]
    rows = accounts(*"abcdefgh").assign(account_name=pd.Series(names, dtype="str"))
    promote(warehouse, OCTOBER, [export("crm", "x")], {"accounts": rows})
    read = warehouse.read_tables(OCTOBER)["accounts"]["account_name"]
    assert read.astype(object).where(read.notna(), None).tolist() == names


def test_more_rows_than_a_chunk_are_compared_and_replaced(warehouse, monkeypatch):
    monkeypatch.setattr("warehouse.rows.bulk.CHUNK_ROWS", 7)
    monkeypatch.setattr("warehouse.staging.staged_rows._ROWS_WRITTEN", 7)
    first = {f"a{number}": number for number in range(40)}
    billing(warehouse, OCTOBER, "first", first)
    summary = billing(warehouse, NOVEMBER, "second", first | {"a3": -1, "a39": -2})

    assert counts(summary) == [(2, 2, 38)]
    assert amounts(warehouse, NOVEMBER) == first | {"a3": -1, "a39": -2}


def test_a_first_load_of_many_rows_leaves_the_key_and_the_indexes(
    warehouse, warehouse_url, monkeypatch
):
    monkeypatch.setattr("warehouse.rows.new_rows.MANY_ROWS", 3)
    before = keys_and_indexes(warehouse_url)
    billing(warehouse, OCTOBER, "first", {"a1": 1, "a2": 2, "a3": 3})
    assert keys_and_indexes(warehouse_url) == before
    assert before == (["row_id"], [["account_id"]])


def keys_and_indexes(url: str) -> tuple[list[str], list[list[str | None]]]:
    engine = make_engine(parse_url(url))
    seen = inspect(engine)
    indexes = seen.get_indexes("canonical_invoices")
    key = seen.get_pk_constraint("canonical_invoices")["constrained_columns"]
    return key, [index["column_names"] for index in indexes]
