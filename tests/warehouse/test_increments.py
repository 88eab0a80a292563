"""An increment replaces what was known under its keys, and nothing else."""

from collections.abc import Iterator, Mapping

import pandas as pd
import pytest
from deliveries import DECEMBER, NOVEMBER, OCTOBER, amounts, export, invoices

from transforms.core.canonical import CONTROL_DTYPES, QUARANTINE_DTYPES, frame_of
from warehouse import LoadRequest, LoadSummary, Warehouse, open_warehouse
from warehouse.schema import RESULT_DTYPES

OLD, NEW, NEWEST = "2026-09-01T08:00Z", "2026-10-01T08:00Z", "2026-11-01T08:00Z"


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


def dated(rows: pd.DataFrame, moment: str | None) -> pd.DataFrame:
    if moment is None:
        return rows
    return rows.assign(changed_at=pd.Timestamp(moment)).astype(
        {"changed_at": "datetime64[us, UTC]"}
    )


def increment(
    warehouse: Warehouse,
    landed_at,
    rows: Mapping[str, int],
    ended: Mapping[str, int] | None = None,
    moment: str | None = None,
    kept_out: tuple[int, ...] = (),
    faults: Mapping[str, str] | None = None,
    *,
    severity: str = "quarantine",
    is_whole: bool = False,
) -> LoadSummary:
    """Invoices by id and amount, those that are not loaded, and faults by account and key."""
    content = f"{landed_at}{sorted(rows.items())}{faults}"
    changes = frozenset() if is_whole else frozenset({("billing", "invoices")})
    with warehouse.staging(changes) as staging:
        staging.add("invoices", dated(invoices(rows), moment), kept_out)
        told = [fault(account, key, severity) for account, key in (faults or {}).items()]
        if ended:
            staging.end("invoices", dated(invoices(ended), moment))
        return warehouse.promote(
            staging,
            LoadRequest(
                landed_at=landed_at,
                exports=[export("billing", content)],
                quarantine=frame_of(QUARANTINE_DTYPES, told),
                controls=frame_of(
                    CONTROL_DTYPES, [{"source": "billing", "table_name": "invoices"}]
                ),
                held={},
                results=frame_of(RESULT_DTYPES),
            ),
        )


def fault(account: str, key: str, severity: str = "quarantine") -> dict[str, object]:
    told = {"source": "billing", "table_name": "invoices", "severity": severity}
    return told | {"account_id": account, "row_key": key or None}


def out(warehouse: Warehouse, known_at) -> list[str]:
    """Whose rows are kept out; what a person is shown of them is the same."""
    shown = warehouse.quarantine(known_at)["account_id"].tolist()
    found = warehouse.kept_out(known_at)["account_id"].tolist()
    assert sorted(shown) == found
    return found


def counts(summary: LoadSummary) -> list[tuple[int, int, int]]:
    return [(item.inserted, item.superseded, item.unchanged) for item in summary.changes]


def test_rows_that_are_not_in_the_increment_stay_and_earlier_states_are_kept(warehouse):
    increment(warehouse, OCTOBER, {"a1": 100, "b1": 200, "c1": 300})
    summary = increment(warehouse, NOVEMBER, {"a1": 100, "b1": 250, "d1": 400})

    assert counts(summary) == [(2, 1, 1)]
    assert amounts(warehouse, NOVEMBER) == {"a1": 100, "b1": 250, "c1": 300, "d1": 400}
    assert amounts(warehouse, OCTOBER) == {"a1": 100, "b1": 200, "c1": 300}


def test_a_key_whose_row_was_deleted_or_kept_out_holds_nothing_any_more(warehouse):
    increment(warehouse, OCTOBER, {"a1": 100, "b1": 200, "c1": 300})
    increment(warehouse, NOVEMBER, {"b1": 999}, ended={"a1": 0}, kept_out=(0,))

    assert amounts(warehouse, NOVEMBER) == {"c1": 300}
    assert amounts(warehouse, OCTOBER) == {"a1": 100, "b1": 200, "c1": 300}


def test_an_increment_without_rows_changes_nothing(warehouse):
    increment(warehouse, OCTOBER, {"a1": 100})
    assert counts(increment(warehouse, NOVEMBER, {})) == [(0, 0, 0)]
    assert amounts(warehouse, NOVEMBER) == {"a1": 100}


def test_an_older_version_in_a_later_increment_does_not_replace_a_newer_one(warehouse):
    increment(warehouse, OCTOBER, {"a1": 100, "b1": 200}, moment=NEW)
    increment(warehouse, NOVEMBER, {"a1": 50, "c1": 300}, ended={"b1": 0}, moment=OLD)
    assert amounts(warehouse, NOVEMBER) == {"a1": 100, "b1": 200, "c1": 300}

    increment(warehouse, DECEMBER, {"a1": 70}, moment=NEWEST)
    assert amounts(warehouse, DECEMBER) == {"a1": 70, "b1": 200, "c1": 300}


def test_a_row_that_came_again_unchanged_counts_from_its_latest_moment(warehouse):
    increment(warehouse, OCTOBER, {"a1": 100}, moment=OLD)
    increment(warehouse, NOVEMBER, {"a1": 100, "b1": 1}, moment=NEWEST)
    increment(warehouse, DECEMBER, {"a1": 50}, moment=NEW)
    assert amounts(warehouse, DECEMBER) == {"a1": 100, "b1": 1}


def test_where_nothing_says_when_a_row_changed_the_later_increment_counts(warehouse):
    increment(warehouse, OCTOBER, {"a1": 100}, moment=NEW)
    increment(warehouse, NOVEMBER, {"a1": 50})
    assert amounts(warehouse, NOVEMBER) == {"a1": 50}


def test_rows_that_an_increment_kept_out_stay_so_until_one_names_them(warehouse):
    increment(warehouse, OCTOBER, {"a1": 1}, faults={"b": "b1", "c": "c1", "d": ""})
    increment(warehouse, NOVEMBER, {"b1": 2}, ended={"e1": 0}, faults={"e": "e1"})
    assert out(warehouse, OCTOBER) == ["b", "c", "d"]
    assert out(warehouse, NOVEMBER) == ["c", "d", "e"]

    increment(warehouse, DECEMBER, {}, ended={"c1": 0})
    assert out(warehouse, DECEMBER) == ["d", "e"]
    assert out(warehouse, OCTOBER) == ["b", "c", "d"]


def test_a_whole_delivery_settles_what_increments_kept_out(warehouse):
    increment(warehouse, OCTOBER, {"a1": 1}, faults={"b": "b1", "d": ""})
    increment(warehouse, NOVEMBER, {"a1": 1}, faults={"c": "c1"}, is_whole=True)
    assert out(warehouse, NOVEMBER) == ["c"]
    assert out(warehouse, OCTOBER) == ["b", "d"]


def test_a_landing_that_is_read_again_settles_what_it_had_kept_out(warehouse):
    increment(warehouse, OCTOBER, {"a1": 1}, faults={"c": ""})
    increment(warehouse, NOVEMBER, {"a1": 1}, faults={"b": ""})
    increment(warehouse, NOVEMBER, {"a1": 1, "b1": 2})
    assert out(warehouse, NOVEMBER) == ["c"]


def test_an_older_version_that_comes_late_settles_nothing(warehouse):
    increment(warehouse, OCTOBER, {"a1": 1}, moment=NEWEST)
    increment(warehouse, NOVEMBER, {"b1": 1}, faults={"a": "a1"})
    increment(warehouse, DECEMBER, {"a1": 2}, moment=OLD)
    assert out(warehouse, DECEMBER) == ["a"]


def test_what_is_kept_out_of_an_earlier_increment_is_told_apart(warehouse):
    increment(warehouse, OCTOBER, {"a1": 1}, faults={"b": "b1"})
    increment(warehouse, NOVEMBER, {"a1": 2}, faults={"c": "c1"})
    told = warehouse.quarantine(NOVEMBER).set_index("account_id")
    assert told["is_earlier"].to_dict() == {"b": True, "c": False}


def test_what_is_remarked_on_rows_of_earlier_increments_is_told_until_they_come_again(warehouse):
    remarks = {"b": "b1", "c": "c1", "d": ""}
    increment(warehouse, OCTOBER, {"b1": 1, "c1": 1}, faults=remarks, severity="warn")
    increment(warehouse, NOVEMBER, {"c1": 2})
    assert warehouse.quarantine(OCTOBER)["account_id"].tolist() == ["b", "c", "d"]
    assert warehouse.quarantine(NOVEMBER)["account_id"].tolist() == ["b"]
    assert warehouse.kept_out(NOVEMBER).empty
