"""Every figure that the sample's generator knows by construction comes out of the real way through,
and what the audit finds in its exports.

The truth is the generator's own bookkeeping, and the audit is SQL: they share no code with what is
tested.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from sample_folder import COMPANY, company_copy

from audit.__main__ import company_of
from audit.compare import Told, differences, without_query
from audit.figures import Auditor, Span
from pipeline.compute.compute import compute_portfolio, compute_shard
from pipeline.compute.known_at import cut_off
from pipeline.compute.shards import Shard, shards_of
from pipeline.ingest.ingest import ingest
from pipeline.run_context import RunContext, RunOrder
from pipeline.settings import Settings, load_settings
from transforms.core.periods import Period
from transforms.metrics.kpi_periods import NeededPeriods
from warehouse import open_warehouse

TRUTH = COMPANY / "truth"
KEY = ["entity_type", "entity_id", "kpi", "period"]


@pytest.fixture(scope="module")
def truth() -> pd.DataFrame:
    exact = {"value_minor": "Int64", "value": "Float64", "numerator": "Float64"}
    texts = dict.fromkeys([*KEY, "currency", "reason"], "str")
    return pd.read_csv(
        TRUTH / "kpis.csv", dtype=texts | exact | {"denominator": "Float64"}, keep_default_na=False,
        na_values={name: [""] for name in (*exact, "denominator")},
    )  # fmt: skip


@pytest.fixture(scope="module")
def computed(
    _sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, truth: pd.DataFrame
) -> pd.DataFrame:
    folder = company_copy(tmp_path_factory.mktemp("truth") / "company")
    warehouse = shutil.copy(_sqlite_template, folder / "warehouse.db")
    settings = replace(load_settings(folder), warehouse_url=f"sqlite:///{warehouse}")
    return computed_on(settings, truth)


def computed_on(settings: Settings, truth: pd.DataFrame) -> pd.DataFrame:
    """Every figure of the periods that the truth knows some of."""
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
def test_every_figure_of_the_truth_is_reproduced(
    computed: pd.DataFrame, truth: pd.DataFrame
) -> None:
    check_against_truth(computed, truth)


@pytest.mark.thorough
@pytest.mark.long
def test_every_figure_of_the_truth_is_reproduced_by_postgresql(
    make_database: Callable[[str], str],
    on_warehouse: Callable[[str], Settings],
    truth: pd.DataFrame,
) -> None:
    settings = on_warehouse(make_database("postgresql"))
    check_against_truth(computed_on(settings, truth), truth)


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(company_of(COMPANY))


@pytest.mark.thorough
@pytest.mark.parametrize("period", ["2026-Q3", "2026-08", "2026-W39"])
def test_figures_of_the_sample_company_are_what_its_exports_say(
    computed: pd.DataFrame, auditor: Auditor, period: str
) -> None:
    told = list(_told(computed[computed["period"] == period]))
    assert without_query(told) == ()
    assert list(map(str, differences(period, told, auditor.answers(Span(period))))) == []


def _told(values: pd.DataFrame) -> Iterator[Told]:
    for row in values.itertuples():
        number = row.value_minor if row.unit == "money" else row.value
        value = None if pd.isna(number) else float(number)
        yield Told(str(row.entity_type), str(row.entity_id), str(row.kpi), value, str(row.reason))


def check_against_truth(computed: pd.DataFrame, truth: pd.DataFrame) -> None:
    """Each of the truth's values and reasons is computed; others may be, too."""
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
