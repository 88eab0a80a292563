"""Whose figures are asked for: by id, by a name that one has, never by one that several have."""

from pathlib import Path

import pandas as pd
import pytest

from pipeline.compute.entities import AmbiguousEntityError, entity_named
from pipeline.settings import Settings, load_settings
from transforms.core.canonical import CanonicalTables
from transforms.metrics.kpi import EntityKind
from transforms.tables import TABLES

COMPANY = Path(__file__).parents[2] / "samples" / "company"


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load_settings(COMPANY)


def clients(*rows: tuple[str, str, str | None]) -> CanonicalTables:
    """Accounts by id, name and the account above."""
    frame = pd.DataFrame(rows, columns=["account_id", "account_name", "parent_account_id"])
    return CanonicalTables({"accounts": TABLES["accounts"].conform(frame)})


def test_a_name_that_two_clients_have_is_refused_with_both_ids(settings: Settings) -> None:
    tables = clients(("A1", "Ibérica", None), ("A2", "Ibérica", None), ("A3", "Otra", None))
    with pytest.raises(AmbiguousEntityError) as told:
        entity_named(settings, tables, EntityKind.CLIENT, "iberica")
    assert str(told.value) == (
        "2 clients are called 'iberica' (A1, A2): give the id of the one you mean."
    )
    assert told.value.exit_code == 2
    assert entity_named(settings, tables, EntityKind.CLIENT, "A2").id == "A2"


def test_accounts_of_one_client_may_share_its_name(settings: Settings) -> None:
    tables = clients(("A1", "Ibérica", None), ("A2", "Ibérica", "A1"))
    assert entity_named(settings, tables, EntityKind.CLIENT, "Ibérica").id == "A1"
    with pytest.raises(AmbiguousEntityError):
        entity_named(settings, tables, EntityKind.ACCOUNT, "Ibérica")


def test_a_name_as_it_is_written_goes_before_one_that_differs_in_case(settings: Settings) -> None:
    tables = clients(("A1", "ACME", None), ("A2", "Acme", None))
    assert entity_named(settings, tables, EntityKind.CLIENT, "Acme").id == "A2"
