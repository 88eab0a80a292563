"""A file is made again when a table that it says something of has changed: the tables that its
recipe names are those that make a difference to it.
"""

from dataclasses import dataclass, field, replace
from functools import cache

import pandas as pd
import pytest
import renewal_clients
from clients import reviewed_client
from row_clients import RowClient

from pipeline.publishing.file_kinds import DECK_TABLES, RENEWAL_TABLES
from reports.client import ClientFile
from reports.deck.view.client_view_build import client_view
from reports.workbook.compose import compose_workbook
from transforms.core.canonical import CanonicalTables
from transforms.tables import TABLES


@dataclass(frozen=True)
class Watched(CanonicalTables):
    """Notes which tables were read."""

    read: set[str] = field(default_factory=set, compare=False)

    def __getitem__(self, name: str) -> pd.DataFrame:
        self.read.add(name)
        return super().__getitem__(name)

    def rows(self, name: str) -> pd.DataFrame:
        self.read.add(name)
        return super().rows(name)


def with_listed(client: ClientFile, listed: frozenset[str]) -> ClientFile:
    """The same client, of whom the other tables say nothing; its figures, which are fingerprinted
    apart, stay."""
    assert isinstance(client, RowClient)
    others = {name: TABLES[name].empty() for name in client.tables if name not in listed}
    return renewal_clients.with_tables(client, **others)


@cache
def clients() -> tuple[ClientFile, ...]:
    return with_versions(reviewed_client()), renewal_clients.golden()


def with_versions(client: ClientFile) -> ClientFile:
    """The same client, its deals told by their versions too."""
    assert isinstance(client, RowClient)
    deals = client.tables["opportunities"]
    told = deals.assign(valid_from=pd.Timestamp("2026-09-30"), basis="delivered")
    versions = TABLES["opportunity_versions"].conform(told)
    return renewal_clients.with_tables(client, opportunity_versions=versions)


@pytest.mark.thorough
def test_no_other_table_makes_a_difference_to_a_deck() -> None:
    for client in clients():
        assert client_view(with_listed(client, DECK_TABLES)) == client_view(client)


@pytest.mark.thorough
def test_no_other_table_makes_a_difference_to_a_workbook() -> None:
    for client in clients():
        assert compose_workbook(with_listed(client, RENEWAL_TABLES)) == compose_workbook(client)


def test_no_table_is_read_that_these_clients_have_nothing_in() -> None:
    watched = []
    for client in clients():
        assert isinstance(client, RowClient)
        tables = Watched(client.tables.frames)
        client_view(replace(client, tables=tables))
        watched.append(tables)
    read = {name for tables in watched for name in tables.read}
    filled = {name for tables in watched for name, rows in tables.frames.items() if len(rows)}
    assert read - filled - {*DECK_TABLES, *RENEWAL_TABLES} == set()
