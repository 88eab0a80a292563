"""Subscriptions that change in place, delivered month by month: every month's recurring figures
equal the truth, as they were known then and as they are known at the end.

The truth is the generator's own: it knows what became of each subscription, and shares no code
with what is tested.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from pipeline.compute.rows_as_of import rows_as_of
from pipeline.ingest.ingest import ingest
from pipeline.settings import Settings, load_settings
from samples.monthly.company import write_company
from samples.monthly.stories import delivery_days, month_ends, random_stories, told_stories
from samples.monthly.truth import MOVEMENTS, client_months
from transforms.core.periods import Period
from transforms.core.rates import Rates
from transforms.kpis import compute_all, explained
from transforms.metrics.metric_context import MetricContext, client_entities
from warehouse import Warehouse, open_warehouse

pytestmark = pytest.mark.thorough

MONEY = ("mrr_start", *(f"mrr_{name}" for name in MOVEMENTS), "mrr")
STORIES = (*told_stories(), *random_stories(clients=12, seed=1))
TRUTH = client_months(STORIES, month_ends())


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    directory = tmp_path_factory.mktemp("monthly") / "company"
    write_company(directory, STORIES)
    return load_settings(directory)


@pytest.fixture(scope="module")
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    with open_warehouse(settings.warehouse_url) as opened:
        ingest(settings, opened)
        yield opened


def known(settings: Settings, warehouse: Warehouse, landed: date) -> MetricContext:
    tables = rows_as_of(warehouse, datetime(landed.year, landed.month, landed.day, tzinfo=UTC))
    entities = client_entities(tables.rows("accounts"), "USD")
    return MetricContext(tables, entities, settings.policy, Rates({}))


def figures(context: MetricContext, last: date) -> pd.DataFrame:
    period = Period.month(last.year, last.month)
    values = compute_all(context, [period], [*MONEY, "nrr", "grr", "client_retention"])
    return values.set_index(["entity_id", "kpi"])


def expected(truth: Mapping[str, int | None], kpi: str) -> float | None:
    start, end = truth["mrr_start"] or 0, truth["mrr"] or 0
    if kpi == "client_retention":
        return truth["is_active"] if truth["was_active"] else None
    if start == 0:
        return None
    return (end if kpi == "nrr" else min(start, end)) / start


def check(context: MetricContext, last: date) -> None:
    values = figures(context, last)
    for (client, month), truth in TRUTH.items():
        if month != last:
            continue
        for kpi in MONEY:
            minor = values.loc[(client, kpi), "value_minor"]
            assert (0 if pd.isna(minor) else minor) == truth[kpi], (client, kpi, last)
        for kpi in ("nrr", "grr", "client_retention"):
            value = values.loc[(client, kpi), "value"]
            assert (None if pd.isna(value) else value) == expected(truth, kpi), (client, kpi, last)
    total = {kpi: values.xs(kpi, level="kpi")["value_minor"].sum() for kpi in MONEY}
    gained = total["mrr_new"] + total["mrr_expansion"] + total["mrr_reactivation"]
    assert (
        total["mrr_start"] + gained - total["mrr_contraction"] - total["mrr_churn"]
        == (total["mrr"])
    )


@pytest.mark.parametrize("month", range(1, len(month_ends())))
def test_a_month_known_when_it_ended_equals_the_truth(
    settings: Settings, warehouse: Warehouse, month: int
) -> None:
    check(known(settings, warehouse, delivery_days()[month]), month_ends()[month])


def test_every_month_known_at_the_end_equals_the_truth(
    settings: Settings, warehouse: Warehouse
) -> None:
    context = known(settings, warehouse, delivery_days()[-1])
    for last in month_ends()[1:]:
        check(context, last)


def test_the_row_that_held_on_the_day_is_the_one_explained(
    settings: Settings, warehouse: Warehouse
) -> None:
    context = known(settings, warehouse, delivery_days()[-1])
    alone = context.entities[context.entities["entity_id"] == "PriceUp"].reset_index(drop=True)
    one = context.grouped(alone, "client")
    for month, landed in ((2, "2026-02-01"), (3, "2026-04-01"), (9, "2026-04-01")):
        (selection,) = explained(one, "mrr", Period.month(2026, month))
        (file,) = selection.entered["source_file"]
        assert landed in file, month


def test_a_clients_figures_do_not_depend_on_which_clients_are_read(
    settings: Settings, warehouse: Warehouse
) -> None:
    moment = datetime(2026, 10, 1, tzinfo=UTC)
    whole = rows_as_of(warehouse, moment).rows("subscription_versions")
    alone = rows_as_of(warehouse, moment, ("Unpaid",)).rows("subscription_versions")
    theirs = whole[whole["account_id"] == "Unpaid"].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone, theirs)


def test_what_deliveries_alone_date_is_told_as_inferred(
    settings: Settings, warehouse: Warehouse
) -> None:
    context = known(settings, warehouse, delivery_days()[-1])
    values = compute_all(context, [Period.month(2026, 3)], ["mrr_expansion"])
    notes = values.set_index("entity_id")["note"]
    assert (notes["PriceUp"], notes["Stable"]) == ("inferred", "")
