"""Clients by manager, team and segment, and their figures together."""

from datetime import date

import pandas as pd
import pytest
from money_rows import company, invoice, line
from reference_money.as_facts import facts_of

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.metrics.groups import client_groupings
from transforms.metrics.rollup import rolled_values
from transforms.tables import TABLES

Q1 = Period.parse("2026-Q1")
CLIENTS = pd.Index(["A", "B", "C"])


def tables() -> CanonicalTables:
    accounts = [
        {"account_id": "A", "account_name": "A", "manager_id": "ana", "segment": "business"},
        {"account_id": "B", "account_name": "B", "manager_id": "ana", "segment": "corporate"},
        {"account_id": "C", "account_name": "C", "manager_id": "luis", "segment": None},
        {"account_id": "B1", "account_name": "B1", "parent_account_id": "B", "manager_id": "luis"},
    ]
    managers = [
        {"manager_id": "ana", "manager_name": "Ana", "team": "North"},
        {"manager_id": "luis", "manager_name": "Luis", "team": ""},
    ]
    rows = {"accounts": accounts, "managers": managers}
    return CanonicalTables({name: TABLES[name].conform(pd.DataFrame(rows[name])) for name in rows})


def test_a_client_goes_where_its_ultimate_parent_does() -> None:
    groups = {
        item.entity_type: item.entity_of.to_dict() for item in client_groupings(tables(), CLIENTS)
    }
    assert groups == {
        "manager": {"A": "ana", "B": "ana", "C": "luis"},
        "team": {"A": "North", "B": "North"},
        "segment": {"A": "business", "B": "corporate"},
    }


def test_a_company_without_managers_has_no_such_groups() -> None:
    rows = TABLES["accounts"].conform(pd.DataFrame({"account_id": ["A"], "account_name": ["A"]}))
    assert client_groupings(CanonicalTables({"accounts": rows}), CLIENTS) == ()


@pytest.mark.thorough
def test_a_managers_figures_are_the_sums_and_ratios_of_sums_of_its_clients() -> None:
    day, before = date(2026, 2, 1), date(2025, 2, 1)
    billed = company(
        owners={key: key for key in CLIENTS},
        currencies=dict.fromkeys(CLIENTS, "USD"),
        invoices=[
            invoice("1", day, 150), invoice("2", day, 300, account_id="B"),
            invoice("3", before, 100), invoice("4", before, 200, account_id="B"),
            invoice("5", day, 70, account_id="C"),
        ],
        invoice_lines=[
            line("1", 150), line("2", 300, account_id="B"), line("3", 100),
            line("4", 200, account_id="B"), line("5", 70, account_id="C"),
        ],
    )  # fmt: skip
    groupings = client_groupings(tables(), CLIENTS)
    values = rolled_values(facts_of(billed), [Q1], groupings)
    found = values.set_index(["entity_type", "entity_id", "kpi"])
    assert found.loc[("manager", "ana", "recognised_revenue"), "value_minor"] == 450
    assert found.loc[("manager", "ana", "revenue_growth_year"), "value"] == 0.5
    assert found.loc[("manager", "luis", "new_clients"), "value"] == 1
    assert found.loc[("team", "North", "recognised_revenue"), "value_minor"] == 450
    assert ("team", "", "recognised_revenue") not in found.index
    # DSO is of all their documents together, never a mean of means.
    assert ("manager", "ana", "dso") in found.index
