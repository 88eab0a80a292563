"""Faults, control totals, holds and rule outcomes, as they stood at a time."""

from collections.abc import Iterator

import pytest
from deliveries import NOVEMBER, OCTOBER, accounts, export, invoices, promote

from warehouse import Warehouse, open_warehouse


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


def fault(source: str, rule: str, account: str = "a", severity: str = "hold") -> dict:
    return {
        "source": source,
        "source_file": f"{source}.csv",
        "source_line": 7,
        "table_name": "invoices",
        "rule": rule,
        "severity": severity,
        "account_id": account,
        "amount_minor": 2**53 + 1,
        "raw": '{"note": "tab\\t, ñ"}',
    }


def october(warehouse: Warehouse) -> None:
    promote(
        warehouse,
        OCTOBER,
        [export("crm", "1"), export("billing", "1")],
        {"accounts": accounts("a", "b"), "invoices": invoices({"a1": 1})},
        quarantine=[fault("billing", "sums"), fault("crm", "names", "b")],
        controls=[
            {"source": "crm", "table_name": "accounts", "outcome": "read", "row_count": 2},
            {"source": "billing", "table_name": "invoices", "outcome": "read", "row_count": 1},
        ],
        results=[{"rule": "sums", "table_name": "invoices", "checked": 1, "failed": 1}],
        held={"a": ("sums",), "b": ("names", "elsewhere")},
    )


def november_billing_only(warehouse: Warehouse) -> None:
    promote(
        warehouse,
        NOVEMBER,
        [export("billing", "2")],
        {"invoices": invoices({"a1": 2})},
        controls=[
            {"source": "billing", "table_name": "invoices", "outcome": "read", "row_count": 5}
        ],
        results=[{"rule": "sums", "table_name": "invoices", "checked": 5, "failed": 0}],
    )


def pairs(frame) -> set:
    return set(map(tuple, frame.to_numpy().tolist()))


def test_a_mended_source_ends_its_own_faults_and_not_those_of_others(warehouse):
    october(warehouse)
    november_billing_only(warehouse)

    assert warehouse.quarantine(OCTOBER)["rule"].tolist() == ["sums", "names"]
    assert warehouse.quarantine(NOVEMBER)["rule"].tolist() == ["names"]


def test_a_hold_ends_with_the_next_load_of_the_source_it_came_from(warehouse):
    october(warehouse)
    november_billing_only(warehouse)

    before = {("a", "sums"), ("b", "names"), ("b", "elsewhere")}
    assert pairs(warehouse.held(OCTOBER)) == before
    assert pairs(warehouse.held(NOVEMBER)) == before - {("a", "sums")}


def test_control_totals_and_files_are_those_of_each_sources_newest_load(warehouse):
    october(warehouse)
    november_billing_only(warehouse)

    controls = warehouse.controls(NOVEMBER)[["source", "row_count"]]
    assert pairs(controls) == {("crm", 2), ("billing", 5)}
    files = warehouse.exports(NOVEMBER)[["source", "sha256", "landed_at"]]
    assert pairs(files) == {("crm", "1", OCTOBER), ("billing", "2", NOVEMBER)}


def test_a_rule_shows_its_newest_outcome(warehouse):
    october(warehouse)
    november_billing_only(warehouse)
    assert warehouse.validation_results(OCTOBER)["failed"].tolist() == [1]
    assert warehouse.validation_results(NOVEMBER)["failed"].tolist() == [0]


def test_faults_are_read_as_they_were_told(warehouse):
    october(warehouse)
    told = warehouse.quarantine(OCTOBER).iloc[0]
    assert told["raw"] == '{"note": "tab\\t, ñ"}'
    assert told["amount_minor"] == 2**53 + 1
    assert told["source_line"] == 7


def test_what_a_stopped_source_told_is_kept(warehouse):
    october(warehouse)
    promote(
        warehouse,
        NOVEMBER,
        [export("billing", "broken")],
        {"invoices": invoices({"a1": 9})},
        quarantine=[fault("billing", "unreadable", severity="stop")],
        stopped=["billing"],
    )
    assert set(warehouse.quarantine(NOVEMBER)["rule"]) == {"unreadable", "names"}
    assert warehouse.exports(NOVEMBER)["sha256"].tolist() == ["1", "1"]
