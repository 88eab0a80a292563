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
) -> LoadSummary:
    """Invoices by id and amount, and those that are not loaded."""
    content = f"{landed_at}{sorted(rows.items())}"
    with warehouse.staging(frozenset({("billing", "invoices")})) as staging:
        staging.add("invoices", dated(invoices(rows), moment), kept_out)
        if ended:
            staging.end("invoices", dated(invoices(ended), moment))
        return warehouse.promote(
            staging,
            LoadRequest(
                landed_at=landed_at,
                exports=[export("billing", content)],
                quarantine=frame_of(QUARANTINE_DTYPES),
                controls=frame_of(
                    CONTROL_DTYPES, [{"source": "billing", "table_name": "invoices"}]
                ),
                held={},
                results=frame_of(RESULT_DTYPES),
            ),
        )


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
