"""Subscriptions as deliveries show them, told in few words."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from transforms.billing.delivered_versions import delivered_versions
from transforms.core.canonical import CanonicalTables
from transforms.core.deliveries import DELIVERIES
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

JANUARY = date(2025, 1, 1)


@dataclass(frozen=True)
class Shown:
    """A subscription's row in one delivery."""

    landed: date
    status: str = "active"
    yearly: int | None = 1_200
    start: date = JANUARY
    end: date | None = None
    cancelled: date | None = None
    trial_start: date | None = None
    trial_end: date | None = None

    @property
    def described(self) -> date:
        return self.landed - timedelta(days=1)


def context(
    shown: list[Shown], landings: list[date], policy: Policy | None = None, **others: Any
) -> MetricContext:
    """One subscription of client A, which deliveries that are not in `shown` lack."""
    policy = policy or Policy()
    by_day = {row.landed: row for row in shown}
    rows: list[dict[str, Any]] = []
    for load, landed in enumerate(landings, 1):
        before = rows[-1] if rows and rows[-1]["superseded_load_id"] is None else None
        row = by_day.get(landed)
        if before is not None and (row is None or before["shown"] != replace(row, landed=JANUARY)):
            before["superseded_load_id"] = load
            before = None
        if row is not None and before is None:
            rows.append(row_of(row) | {"first_load_id": load, "superseded_load_id": None})
    loads = pd.DataFrame(
        [
            {"source": "s", "load_id": load, "landed_at": pd.Timestamp(landed, tz="UTC")}
            for load, landed in enumerate(landings, 1)
        ]
    ).astype(DELIVERIES)
    frame = pd.DataFrame([{k: v for k, v in row.items() if k != "shown"} for row in rows])
    plain = TABLES["subscriptions"].conform(frame)
    known = plain.assign(
        first_load_id=frame["first_load_id"].astype("Int64"),
        superseded_load_id=frame["superseded_load_id"].astype("Int64"),
    )
    tables = {
        "subscriptions": plain.iloc[-1:].reset_index(drop=True),
        "subscription_versions": delivered_versions(known, loads),
        **others,
    }
    entities = pd.DataFrame(
        {"account_id": ["A"], "entity_id": ["A"], "currency": ["USD"]}, dtype="str"
    )
    return MetricContext(CanonicalTables(tables), entities, policy, Rates({}))


def row_of(row: Shown) -> dict[str, Any]:
    return {
        "shown": replace(row, landed=JANUARY),
        "subscription_id": "S",
        "account_id": "A",
        "status": row.status,
        "is_trial": row.status == "trialing",
        "start_date": row.start,
        "end_date": row.end,
        "cancelled_date": row.cancelled,
        "trial_start_date": row.trial_start,
        "trial_end_date": row.trial_end,
        "yearly_minor": row.yearly,
        "currency": "USD",
        "source": "s",
        "source_file": f"{row.landed}/subscriptions.json",
        "source_line": 1,
    }


JULY, AUGUST, OCTOBER = date(2026, 7, 1), date(2026, 8, 1), date(2026, 10, 1)


def figure(of: MetricContext, kpi: str, period: str) -> Any:
    row = compute_all(of, [Period.parse(period)], [kpi]).iloc[0]
    number = row["value_minor"] if row["unit"] == "money" else row["value"]
    return row["reason"] if pd.isna(number) else number


def note(of: MetricContext, kpi: str, period: str) -> str:
    return compute_all(of, [Period.parse(period)], [kpi]).iloc[0]["note"]
