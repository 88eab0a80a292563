"""Deals without account: of no client, and of their manager's group and of everybody's."""

from typing import Any

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import compute_all
from transforms.metrics.groups import client_groupings
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rollup import PORTFOLIO, Grouping, rolled_values
from transforms.sales.unassigned_deals import stand_ins
from transforms.tables import TABLES

Q3 = Period.parse("2026-Q3")
CLIENTS = pd.DataFrame({"account_id": ["A"], "entity_id": ["A"], "currency": "USD"})
KPIS = ["deals_open", "potential_value", "deals_open_age_median"]


def deal(key: str, account: str | None, manager: str | None, amount: int) -> dict[str, Any]:
    told = {"state": "open", "probability": 0.5, "currency": "USD", "created_date": "2026-08-01"}
    who = {"opportunity_id": key, "account_id": account, "manager_id": manager}
    return {**who, **told, "amount_minor": amount}


def tables() -> CanonicalTables:
    rows = {
        "accounts": [{"account_id": "A", "account_name": "A", "manager_id": "ana"}],
        "managers": [
            {"manager_id": "ana", "manager_name": "Ana", "team": "North"},
            {"manager_id": "leo", "manager_name": "Leo", "team": "South"},
        ],
        "opportunities": [
            deal("1", "A", "ana", 100),
            deal("2", None, "ana", 1000),
            deal("3", None, "leo", 10_000),
            deal("4", None, None, 100_000),
        ],
    }
    return CanonicalTables(
        {name: TABLES[name].conform(pd.DataFrame(some)) for name, some in rows.items()}
    )


def figures(kind: str, entity: str) -> dict[str, Any]:
    known = tables()
    entities = pd.concat([CLIENTS, stand_ins(known.rows("opportunities"), "USD")])
    context = MetricContext(known, entities.reset_index(drop=True), Policy(), Rates({}))
    everyone = Grouping(PORTFOLIO, pd.Series(PORTFOLIO, index=entities["entity_id"], dtype="str"))
    groupings = (everyone, *client_groupings(known, pd.Index(entities["entity_id"])))
    values = rolled_values(context, [Q3], groupings, KPIS)
    own = values[(values["entity_type"] == kind) & (values["entity_id"] == entity)]
    return own.set_index("kpi")["value"].fillna(own.set_index("kpi")["value_minor"]).to_dict()


def test_the_client_has_its_own_deals_alone() -> None:
    context = MetricContext(tables(), CLIENTS, Policy(), Rates({}))
    values = compute_all(context, [Q3], ["deals_open"])
    assert values[["entity_id", "value"]].to_numpy().tolist() == [["A", 1.0]]


def test_the_portfolio_has_everybodys_deals() -> None:
    assert figures("portfolio", PORTFOLIO) == {
        "deals_open": 4,
        "potential_value": 55_550,
        "deals_open_age_median": 60,
    }


def test_a_manager_has_those_that_it_works() -> None:
    assert figures("manager", "ana")["potential_value"] == 550
    assert figures("team", "North")["deals_open"] == 2


def test_who_looks_after_no_client_is_no_group() -> None:
    assert figures("manager", "leo") == {}
