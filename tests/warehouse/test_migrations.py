"""Migrations lead to the schema that the code describes, on both databases."""

import shutil
import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column

from transforms.tables import TABLES
from warehouse import open_warehouse
from warehouse.engine import make_engine, parse_url, reading
from warehouse.errors import WarehouseNewerError
from warehouse.migrate import FOLDER
from warehouse.migrations.__main__ import write_migration
from warehouse.rows.column_types import TEXT, TYPES
from warehouse.schema import CANONICAL, METADATA


def test_migrated_databases_have_the_schema_of_the_code(database_kind, make_empty_database):
    url = make_empty_database(database_kind)
    open_warehouse(url).close()
    with reading(make_engine(parse_url(url))) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        difference = compare_metadata(context, METADATA)
    assert difference == [], "write a migration: python -m warehouse.migrations 'what changed'"


def test_opening_again_changes_nothing(warehouse_url):
    with open_warehouse(warehouse_url), open_warehouse(warehouse_url):
        pass


def test_every_canonical_table_has_the_columns_of_its_spec():
    for name, spec in TABLES.items():
        table = CANONICAL[name]
        assert table.name == f"canonical_{name}"
        for column in spec.all_columns:
            assert isinstance(table.c[column.name].type, type(TYPES[column.kind]))


def test_the_schema_does_not_depend_on_where_we_run(make_empty_database, tmp_path, monkeypatch):
    url = make_empty_database("sqlite")
    (tmp_path / "alembic.ini").write_text("[alembic]\nscript_location = elsewhere\n")
    monkeypatch.chdir(tmp_path)
    open_warehouse(url).close()


def test_a_schema_of_a_newer_release_is_refused_in_one_sentence(make_database):
    url = make_database("sqlite")
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(WarehouseNewerError, match="newer schema 9999, which this release does"):
        open_warehouse(url)


def test_a_migration_that_fails_leaves_the_database_as_it_was(make_empty_database):
    url = make_empty_database("sqlite")
    path = url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE runs (mine TEXT)")  # somebody's own table is in the way
    connection.close()
    with pytest.raises(Exception, match="runs already exists"):
        open_warehouse(url)
    connection = sqlite3.connect(path)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.close()
    assert names == [("runs",)]


def test_a_column_more_in_the_code_is_written_as_a_migration(tmp_path, monkeypatch):
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder)
    monkeypatch.setattr("warehouse.migrate.FOLDER", folder)
    monkeypatch.setattr("warehouse.migrations.__main__.FOLDER", folder)
    CANONICAL["goals"].append_column(Column("owner", TEXT))
    try:
        write_migration("goals have owners")
    finally:
        CANONICAL["goals"]._columns.remove(CANONICAL["goals"].c.owner)
    (path,) = (folder / "versions").glob("*_goals_have_owners.py")
    written = path.read_text()
    assert "op.add_column('canonical_goals', sa.Column('owner', TEXT, nullable=True))" in written
    assert written.count("op.") == 1
