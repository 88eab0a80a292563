"""Whose rows are whose."""

import pandas as pd
import pytest

from transforms.core.canonical import CanonicalTables
from transforms.core.parents import ultimate_parents
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.metric_context import MetricContext, client_entities
from transforms.tables import TABLES


def accounts(parents: dict[str, str | None], **columns: list[str | None]) -> pd.DataFrame:
    rows = pd.DataFrame({"account_id": list(parents), "parent_account_id": list(parents.values())})
    return TABLES["accounts"].conform(rows.assign(**columns))


def owners(parents: dict[str, str | None]) -> dict[str, str]:
    found = ultimate_parents(accounts(parents))
    return dict(zip(found["account_id"], found["entity_id"], strict=True))


def test_the_topmost_account_is_the_client() -> None:
    assert owners({"a": None, "b": "a", "c": "b"}) == {"a": "a", "b": "a", "c": "a"}


def test_an_unknown_parent_and_a_cycle_end_the_climb() -> None:
    assert owners({"a": "gone"}) == {"a": "a"}
    assert owners({"a": "b", "b": "a", "c": "a"}) == {"a": "a", "b": "b", "c": "c"}


def test_clients_are_shown_in_their_own_currency_or_the_companys() -> None:
    found = client_entities(
        accounts({"a": None, "b": "a", "c": None}, currency=["EUR", "MXN", None]), "USD"
    )
    assert found["currency"].tolist() == ["EUR", "EUR", "USD"]


def context(entities: pd.DataFrame) -> MetricContext:
    contracts = TABLES["contracts"].conform(
        pd.DataFrame({"contract_id": ["1", "2"], "account_id": ["b", "z"]})
    )
    return MetricContext(CanonicalTables({"contracts": contracts}), entities, Policy(), Rates({}))


def test_rows_know_their_client_and_strangers_are_left_out() -> None:
    entities = pd.DataFrame(
        {"account_id": ["a", "b"], "entity_id": ["x", "y"], "currency": ["USD", "EUR"]}, dtype="str"
    )
    rows = context(entities).rows("contracts")
    owned = rows[["contract_id", "entity_id", "entity_currency", "entity"]]
    assert owned.to_numpy().tolist() == [["1", "y", "EUR", 1]]
    assert context(entities).rows("tasks").empty


def test_an_account_of_two_clients_is_refused() -> None:
    twice = pd.DataFrame(
        {"account_id": ["b", "b"], "entity_id": ["x", "y"], "currency": ["USD", "USD"]}, dtype="str"
    )
    with pytest.raises(ValueError, match="exactly one"):
        context(twice).rows("contracts")


def test_what_is_shared_is_built_once_and_not_for_other_groupings() -> None:
    built: list[str] = []

    def build() -> int:
        built.append("once more")
        return len(built)

    entities = pd.DataFrame({"account_id": ["a"], "entity_id": ["a"], "currency": ["USD"]})
    ours = context(entities)
    for _ in range(2):
        assert ours.once(build, build) == 1
    together = ours.grouped(entities.assign(entity_id="portfolio"), "portfolio")
    assert together.accounts is ours.accounts
    assert together.once(build, build) == 2
