"""What is prepared of one client does not depend on whom it is prepared with."""

from functools import cache

import pandas as pd
import pytest
from client_rows import tables
from clients import POLICY, QUARTER, Client

from transforms.clients.dossier import Dossier, dossiers
from transforms.core.canonical import CanonicalTables
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

_SHARED = ("products", "fx_rates")


@cache
def first() -> CanonicalTables:
    return tables(Client(reviewed=True, subscriptions=3, unpaid=2, people=2, deals=2))


@cache
def second() -> CanonicalTables:
    """Another client with more of everything, its keys apart from the first one's."""
    rows = tables(Client(reviewed=True, subscriptions=5, invoice_major=9_000, deals=4, people=3))
    return rows.map(lambda name, frame: frame if name in _SHARED else _renamed(frame))


def _renamed(frame: pd.DataFrame) -> pd.DataFrame:
    keys = [name for name in frame if name.endswith("_id") and name != "product_id"]
    return frame.assign(**{name: "b-" + frame[name] for name in keys})


def together() -> CanonicalTables:
    """The rows of both, the second client's first."""
    return first().map(
        lambda name, frame: (
            frame
            if name in _SHARED
            else TABLES[name].conform(pd.concat([second()[name], frame], ignore_index=True))
        )
    )


def prepared(rows: CanonicalTables, *accounts: str) -> dict[str, Dossier]:
    entities = pd.DataFrame(
        {"account_id": accounts, "entity_id": accounts, "currency": "MXN"}, dtype="str"
    )
    rates = Rates({})
    return dossiers(MetricContext(rows, entities, POLICY, rates), QUARTER)


@pytest.mark.thorough
def test_another_client_changes_nothing() -> None:
    alone, both = prepared(first(), "a1")["a1"], prepared(together(), "a1", "b-a1")
    assert both["a1"] == alone
    assert both["b-a1"] == prepared(second(), "b-a1")["b-a1"]
    assert both["b-a1"].billing != alone.billing


def test_accounts_of_others_are_not_looked_at() -> None:
    assert prepared(together(), "a1") == prepared(first(), "a1")


def test_a_client_without_rows_has_an_empty_dossier() -> None:
    found = prepared(first(), "a1", "nobody")["nobody"]
    assert (found.goals, found.billing.accounts, found.renewal.lines) == ((), (), ())
    assert found.files["invoices"] == ()
    assert found.renewal.evidence.yearly_minor is None
