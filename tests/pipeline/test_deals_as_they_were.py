"""A month's open deals, asked after each later delivery, are the same."""

from datetime import UTC, datetime

import pandas as pd
from deliveries import accounts, export, promote

from pipeline.compute.rows_as_of import rows_as_of
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all
from transforms.metrics.metric_context import MetricContext, client_entities
from transforms.tables import TABLES
from warehouse import Warehouse, open_warehouse

SEPTEMBER = Period.parse("2026-09")
LANDINGS = [datetime(2026, month, 1, tzinfo=UTC) for month in (9, 10, 11, 12)]


def deals(amount: int, state: str, closes: str | None) -> pd.DataFrame:
    row = {
        "opportunity_id": "d",
        "account_id": "a",
        "state": state,
        "amount_minor": amount,
        "currency": "USD",
        "probability": 0.5,
        "created_date": pd.Timestamp("2026-08-10"),
        "close_date": pd.Timestamp(closes) if closes else pd.NaT,
        "source": "crm",
        "source_file": "deals.csv",
        "source_line": 2,
    }
    return TABLES["opportunities"].conform(pd.DataFrame([row]))


def worth(warehouse: Warehouse, known_at: datetime) -> int:
    tables = rows_as_of(warehouse, known_at, ["a"])
    clients = client_entities(tables.rows("accounts"), "USD")
    context = MetricContext(tables, clients, Policy(), Rates({}), last_day=known_at.date())
    (value,) = compute_all(context, [SEPTEMBER], ["potential_value"])["value_minor"]
    return int(value)


def test_what_a_delivered_month_was_worth_stays(tmp_path) -> None:
    shown = [
        deals(1000, "open", None),
        deals(2000, "open", None),
        deals(4000, "open", None),
        deals(8000, "won", "2026-11-20"),
    ]
    with open_warehouse(f"sqlite:///{tmp_path / 'warehouse.db'}") as warehouse:
        for place, (landed, rows) in enumerate(zip(LANDINGS, shown, strict=True)):
            tables = {"accounts": accounts("a"), "opportunities": rows}
            promote(warehouse, landed, [export("crm", str(place))], tables)
        assert [worth(warehouse, landed) for landed in LANDINGS[1:]] == [1000, 1000, 1000]
        tables = rows_as_of(warehouse, LANDINGS[-1])
        whole = tables.rows("opportunity_versions")
        pd.testing.assert_frame_equal(
            whole, rows_as_of(warehouse, LANDINGS[-1], ["a"]).rows("opportunity_versions")
        )
        assert whole["valid_until"].dt.strftime("%Y-%m-%d").tolist()[:3] == [
            *("2026-09-30", "2026-10-31", "2026-11-20")
        ]
