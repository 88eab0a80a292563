"""KPI values are kept for every moment they were computed at."""

from collections.abc import Iterator

import pandas as pd
import pytest
from deliveries import NOVEMBER, OCTOBER

from transforms.core.canonical import frame_of
from transforms.metrics.kpi import KPI_DTYPES
from warehouse import Warehouse, open_warehouse


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    with open_warehouse(warehouse_url) as opened:
        yield opened


def value(entity_id: str, kpi: str = "mrr", *, period: str = "2026-Q3", **others):
    row = {
        "entity_type": "client",
        "entity_id": entity_id,
        "kpi": kpi,
        "period": period,
        "currency": "",
        "unit": "ratio",
        "version": 1,
        "rows": 3,
        "reason": "",
        "note": "",
    }
    return row | others


def values(*rows) -> pd.DataFrame:
    return frame_of(KPI_DTYPES, list(rows))


def test_what_is_read_is_what_was_saved(warehouse):
    saved = values(
        value("a", "arr", currency="MXN", unit="money", value_minor=2**60 + 1),
        value("a", "nrr", value=1 / 3, numerator=1.0, denominator=3.0, note="inferred"),
        value("b", "nrr", reason="no_opening_revenue"),
    )
    warehouse.save_kpis(saved, OCTOBER)
    read = warehouse.read_kpis()

    pd.testing.assert_frame_equal(read.drop(columns="known_at"), saved)
    assert read["known_at"].tolist() == [OCTOBER] * 3


def test_saving_the_same_again_changes_nothing(warehouse):
    warehouse.save_kpis(values(value("a", value=1.0), value("b", value=2.0)), OCTOBER)
    before = warehouse.read_kpis()
    warehouse.save_kpis(values(value("a", value=1.0), value("b", value=2.0)), OCTOBER)
    pd.testing.assert_frame_equal(warehouse.read_kpis(), before)


def test_a_recomputed_value_replaces_its_own_moment_and_leaves_the_earlier_one(warehouse):
    warehouse.save_kpis(values(value("a", value=1.0)), OCTOBER)
    warehouse.save_kpis(values(value("a", value=2.0)), NOVEMBER)
    warehouse.save_kpis(values(value("a", value=3.0)), NOVEMBER)

    assert warehouse.read_kpis(known_at=OCTOBER)["value"].tolist() == [1.0]
    assert warehouse.read_kpis(known_at=NOVEMBER)["value"].tolist() == [3.0]


def test_a_mended_currency_leaves_no_value_in_the_old_one(warehouse):
    warehouse.save_kpis(values(value("a", currency="EUR", value_minor=1)), OCTOBER)
    warehouse.save_kpis(values(value("a", currency="MXN", value_minor=2)), OCTOBER)
    assert warehouse.read_kpis()["currency"].tolist() == ["MXN"]


def test_the_newest_definition_is_the_one_that_is_read(warehouse):
    warehouse.save_kpis(values(value("a", value=2.0, version=2)), OCTOBER)
    warehouse.save_kpis(values(value("a", value=1.0, version=1)), OCTOBER)
    assert warehouse.read_kpis()["value"].tolist() == [2.0]


def test_each_filter_narrows_what_is_read(warehouse):
    warehouse.save_kpis(
        values(
            value("a", "mrr"),
            value("b", "mrr"),
            value("a", "nrr"),
            value("a", "mrr", period="2026-09"),
            value("all", "mrr", entity_type="portfolio"),
        ),
        OCTOBER,
    )
    assert len(warehouse.read_kpis(period="2026-Q3")) == 4
    assert len(warehouse.read_kpis(entity_type="client")) == 4
    assert len(warehouse.read_kpis(entity_ids=["b", "c"])) == 1
    assert len(warehouse.read_kpis(kpis=["nrr"], entity_ids=["a"])) == 1
    assert len(warehouse.read_kpis(known_at=NOVEMBER)) == 0
    assert len(warehouse.read_kpis(entity_ids=[])) == 0


def test_a_figure_that_reads_otherwise_than_before_is_restated(warehouse):
    warehouse.save_kpis(
        values(
            value("a", value=1.0),
            value("b", value=2.0),
            value("c", value=3.0),
            value("d", value=4.0),
        ),
        OCTOBER,
    )
    now = values(
        value("a", value=1.0),
        value("b", value=2.5),
        value("c", reason="no_rows"),
        value("d", value=9.0, version=2),
        value("e", value=5.0),
    )
    warehouse.save_kpis(now, NOVEMBER)
    found = warehouse.restated_kpis(NOVEMBER).set_index("entity_id")
    # What another definition says, or what is new, restates nothing.
    assert list(found.index) == ["b", "c"]
    assert (found.loc["b", "old_value"], found.loc["b", "value"]) == (2.0, 2.5)
    assert (found.loc["c", "old_value"], found.loc["c", "reason"]) == (3.0, "no_rows")
    assert set(found["old_known_at"]) == {OCTOBER}
    assert warehouse.restated_kpis(OCTOBER).empty
