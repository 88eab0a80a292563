"""RavenStack's own exports through sources and figures give the answers worked out beforehand.

The answers were counted from the raw files by other means; where a figure's definition
differs from how the answer was counted, the test says so.
"""

import csv
import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pandas as pd
import pytest
from collected import ReadResult, read_delivery

from sources.landing.landing import land
from sources.mapping.load import load_mapping
from sources.tables.read import CompanyContext, KnownKeys
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all
from transforms.metrics.metric_context import MetricContext, client_entities

pytestmark = pytest.mark.real_data

HERE = Path(__file__)
EXPORTS = HERE.parents[2] / ".." / "shared" / "data" / "ravenstack"
MAPPING = HERE.parents[1] / "companies" / "ravenstack" / "mappings" / "ravenstack.toml"

YEAR_END = Period.parse("2024-12")
ALWAYS = Period.parse("2022-01..2025-12")
POLICY = Policy(company_name="RavenStack", time_zone="UTC", holiday_country="US")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> ReadResult:
    if not EXPORTS.is_dir():
        pytest.skip("the folder of public exports is not beside the checkout")
    place = tmp_path_factory.mktemp("ravenstack")
    landing = place / "landing" / "2025-01-01"
    landing.mkdir(parents=True)
    for file in EXPORTS.glob("*.csv"):
        shutil.copyfile(file, landing / file.name)
    for file in EXPORTS.glob("*.csv.gz"):
        (landing / file.stem).write_bytes(gzip.decompress(file.read_bytes()))
    mapping = load_mapping(MAPPING)
    (delivery,) = land(str(place / "landing"), place / "archive", [mapping])
    return read_delivery(delivery, [mapping], KnownKeys({}, {}), CompanyContext("UTC", "USD"))


@pytest.fixture(scope="module")
def portfolio(read: ReadResult) -> MetricContext:
    accounts = client_entities(read.tables["accounts"], "USD").assign(entity_id="portfolio")
    return MetricContext(read.tables, accounts, POLICY, Rates({}), entity_type="portfolio")


@pytest.fixture(scope="module")
def figures(portfolio: MetricContext) -> pd.DataFrame:
    return compute_all(portfolio, [YEAR_END, ALWAYS]).set_index(["kpi", "period"]).sort_index()


@pytest.fixture(scope="module")
def tickets(read: ReadResult) -> Iterator[list[dict[str, str]]]:
    with (EXPORTS / "ravenstack_support_tickets.csv").open(encoding="utf-8", newline="") as file:
        yield list(csv.DictReader(file))


def test_every_row_is_read_and_none_is_at_fault(read: ReadResult) -> None:
    rows = {name: len(frame) for name, frame in read.tables.items()}
    assert rows == {
        "accounts": 500,
        "subscriptions": 5000,
        "tickets": 2000,
        "surveys": 1175,
        "usage": 25000,
    }
    assert read.quarantine.empty
    assert read.stopped == ()


def test_recurring_revenue_at_the_year_end(figures: pd.DataFrame) -> None:
    mrr = figures.loc[("mrr", "2024-12")]
    assert (mrr["value_minor"], mrr["currency"], mrr["rows"]) == (1_015_960_800, "USD", 3814)


def test_all_accounts_are_active_at_the_year_end(read: ReadResult) -> None:
    clients = MetricContext(
        read.tables, client_entities(read.tables["accounts"], "USD"), POLICY, Rates({})
    )
    values = compute_all(clients, [YEAR_END])
    mrr = values[values["kpi"] == "mrr"]
    assert (mrr["value_minor"] > 0).sum() == 500
    assert mrr["value_minor"].sum() == 1_015_960_800


def test_satisfaction_over_all_tickets(figures: pd.DataFrame) -> None:
    csat = figures.loc[("csat", str(ALWAYS))]
    assert (csat["numerator"], csat["denominator"]) == (779, 1175)
    assert csat["value"] == 779 / 1175


def test_first_response_over_all_tickets(figures: pd.DataFrame) -> None:
    response = figures.loc[("first_response_median", str(ALWAYS))]
    assert response["value"] * 60 == pytest.approx(88)
    assert (response["rows"], response["note"]) == (2000, "as_exported")


def test_resolution_of_all_tickets_and_of_urgent_ones(portfolio: MetricContext) -> None:
    rows = portfolio.accounts.tickets
    assert rows["resolution_hours_counted"].median() == 35
    urgent = rows[rows["priority"] == "critical"]
    assert urgent["resolution_hours_counted"].median() == 33


def test_critical_resolution_counts_high_priority_beside_urgent(
    figures: pd.DataFrame, tickets: list[dict[str, str]]
) -> None:
    hours = [
        float(row["resolution_time_hours"])
        for row in tickets
        if row["priority"] in ("urgent", "high")
    ]
    resolution = figures.loc[("critical_resolution_median", str(ALWAYS))]
    assert resolution["value"] == median(hours)
    assert (resolution["rows"], resolution["note"]) == (len(hours), "as_exported")


def test_what_the_company_does_not_export_has_a_reason(figures: pd.DataFrame) -> None:
    for kpi in ("recognised_revenue", "open_balance", "delivery_on_time", "meetings_held"):
        assert figures.loc[(kpi, "2024-12"), "reason"] == "feed_missing"
    assert figures.loc[("nps", "2024-12"), "reason"] == "no_answers"
