"""Every figure that the sample's generator knows by construction comes out of the real way through.

The truth is the generator's own bookkeeping: it shares no code with what is tested.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from pipeline.compute.compute import compute_portfolio, compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import Shard, shards_of
from pipeline.ingest.ingest import ingest
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import Settings
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import NeededPeriods
from warehouse import open_warehouse

TRUTH = Path(__file__).parents[2] / "samples" / "company" / "truth"
KEY = ["entity_type", "entity_id", "kpi", "period"]


@pytest.fixture(scope="module")
def truth() -> pd.DataFrame:
    exact = {"value_minor": "Int64", "value": "Float64", "numerator": "Float64"}
    texts = dict.fromkeys([*KEY, "currency", "reason"], "str")
    return pd.read_csv(
        TRUTH / "kpis.csv", dtype=texts | exact | {"denominator": "Float64"}, keep_default_na=False,
        na_values={name: [""] for name in (*exact, "denominator")},
    )  # fmt: skip


@pytest.fixture
def computed(
    database_kind: str,
    make_database: Callable[[str], str],
    on_warehouse: Callable[[str], Settings],
    truth: pd.DataFrame,
) -> pd.DataFrame:
    settings = on_warehouse(make_database(database_kind))
    with open_warehouse(settings.warehouse_url) as warehouse:
        ingest(settings, warehouse)
        known_at = cut_off(warehouse, None)
        accounts = warehouse.read_tables(known_at, names=("accounts",)).rows("accounts")
        shards = shards_of(accounts, settings.company.reporting_currency)
        needed = NeededPeriods(_periods(truth, "client"))
        order = RunOrder(settings, Period.parse("2026-Q3"), known_at, shards)
        for shard in shards:
            compute_shard(RunContext(order, warehouse), shard, needed)
        dealt_out = RunContext(replace(order, shards=_dealt_out(shards)), warehouse)
        compute_portfolio(dealt_out, _periods(truth, "portfolio"))
        return warehouse.read_kpis(known_at=known_at)


def _dealt_out(shards: Iterable[Shard]) -> tuple[Shard, ...]:
    """More shards than groups read at a time, so that theirs are added up from two parts."""
    entities = pd.concat([shard.entities for shard in shards], ignore_index=True)
    hands = entities.groupby(entities["entity_id"].astype("category").cat.codes % 5)
    return tuple(Shard(int(number), rows.reset_index(drop=True)) for number, rows in hands)


def _periods(truth: pd.DataFrame, entity_type: str) -> tuple[Period, ...]:
    names = truth.loc[truth["entity_type"] == entity_type, "period"].unique()
    return tuple(Period.parse(str(name)) for name in sorted(names))


def _described(rows: pd.DataFrame) -> str:
    return rows.head(20).to_string()


@pytest.mark.thorough
@pytest.mark.parametrize(
    "database_kind",
    ["sqlite", pytest.param("postgresql", marks=pytest.mark.long)],
    indirect=True,
)
def test_every_figure_of_the_truth_is_reproduced(
    computed: pd.DataFrame, truth: pd.DataFrame
) -> None:
    both = truth.merge(
        computed, on=KEY, how="left", suffixes=("", "_ours"), indicator=True, validate="one_to_one"
    )
    lacking = both[both["_merge"] != "both"]
    assert lacking.empty, _described(lacking[KEY])

    wrong_money = both[both["value_minor"].fillna(-1) != both["value_minor_ours"].fillna(-1)]
    columns = [*KEY, "value_minor", "value_minor_ours", "reason", "reason_ours"]
    assert wrong_money.empty, _described(wrong_money[columns])

    apart = (both["value"] - both["value_ours"]).abs() > 1e-9 * both["value"].abs().clip(lower=1)
    wrong = both[apart.fillna(False) | (both["value"].isna() != both["value_ours"].isna())]
    assert wrong.empty, _described(wrong[[*KEY, "value", "value_ours", "reason", "reason_ours"]])

    other_reason = both[both["reason"] != both["reason_ours"].fillna("")]
    assert other_reason.empty, _described(other_reason[[*KEY, "reason", "reason_ours"]])

    other_currency = both[both["currency"] != both["currency_ours"].fillna("")]
    assert other_currency.empty, _described(other_currency[[*KEY, "currency", "currency_ours"]])
