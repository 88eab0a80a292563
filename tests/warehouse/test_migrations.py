"""Migrations lead to the schema that the code describes, on both databases."""

import shutil
import sqlite3
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, MetaData, Table, inspect, text

from transforms.tables import TABLES
from warehouse import Subject, open_warehouse
from warehouse.engine import make_engine, parse_url, reading, writing
from warehouse.errors import ForeignDatabaseError, WarehouseNewerError, WarehouseUnfitError
from warehouse.migrate import FOLDER, migration_config
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


# Of a migration that was edited, databases that ran it before never learn: write another one.
# Only the newest may still be on its way, and not be here.
RELEASED = {
    "0001_first_schema.py": "d99e4883b2ed99f8ec02b2e8b40059c803e1ec3de8b27847f485d4527dbaaa07",
    "0002_subscription_versions.py": (
        "2f83efbf2d5842c40258905802a862b537d25f603263ee3fb9eeb358cb1d092e"
    ),
    "0003_subjects_of_artifacts.py": (
        "f16af8a05c70f62cdce857cda65002e3831fc81ed53fcd256cec7962f42d684e"
    ),
    "0004_worth_parts_names_and_prices.py": (
        "92f50841d9818f2c8af623bad91553437740765cfd996c26a4fcac7c86c81ffc"
    ),
    "0005_portal.py": "1a142dc3cf1dee452a5c05a5ccd027d16dfc76698aa5c83c0da091506a6c45ad",
    "0006_files_of_runs.py": "155eb7ff5effe304e21e761d3db9276aaed61977da7054b4ff675fd54459c702",
    "0007_conditions_of_decisions.py": (
        "4075698d6e2c8d943f9f6e1afdfbaba945d9125f319e90de12c176a445567a3a"
    ),
    "0008_fetches.py": "2c4f7c188f2bd1516d2afc0698928322435976e79e5259d6fc969d94bd9e484c",
    "0009_what_people_hand_in_and_sign.py": (
        "3f1652c1daaf8754181cad2c0775d3f11eed7d686a587605f70126dec731f7c3"
    ),
    "0010_when_subscriptions_change.py": (
        "fe37198bff0767685f7bf239a08e0a598671fb28683789614223e8b42a186d9a"
    ),
    "0011_notices.py": "e7185ba0260d1d671caabb258609199576dffb728c0e0c2b77eac7b898402ef3",
    "0012_delivered_files.py": "056e4d29ba4e61197f3ba7436d1595a39d90cb51b257762213ec1dcb0ae8abd8",
    "0013_more_that_the_portal_shows.py": (
        "b87f4bc066e6402060bf4480ec46832fc62d7735876cdf8a0b996f1b09bb3225"
    ),
    "0014_forgotten.py": "2107f810709a6475430408dea063e287f6444a82a9c7e4f503556ea4a3e561d1",
    "0015_deals_as_they_were.py": (
        "5c48ddb86018378e9762e6341cabaeca02295d1c908e590755fe1b5d3471f9ed"
    ),
    "0016_what_runs_spent_and_came_from.py": (
        "0f547ec36897d3d4911a816923aff36a13037942585fbc8bcc98289e3611e3e4"
    ),
    "0017_when_items_were_added.py": (
        "a16a7134d7e6b309a26491d85382893ca9405425f2dc093ad92aee5d04f250a6"
    ),
    "0018_renewals_that_the_portal_shows.py": (
        "f7fabb4282c7c2cf08fb7045bcb24883c927f0e79c289c66eb4e96bce2863bdd"
    ),
    "0019_order_of_runs.py": "2d60a1044006b9e17a4123d99c73d601b24654bd565f5d4e55eab3aa01cafa4a",
    "0020_where_figures_came_from.py": (
        "8b6d1750288c8a48dbad65589a3c4433f0584ed553f323dae2e90078cde9c0a7"
    ),
    "0021_what_retention_let_go.py": (
        "65df6f7b77495bb996cbbd05b20368028fece4552b487242e2c043edc8ebc281"
    ),
    "0022_clients_by_manager.py": (
        "152b75d79ce70a85186805f7382f4d185e6e15d64d52cb3e9d6f71ca1c50c58f"
    ),
    "0023_figures_of_all_clients.py": (
        "dcd40d3cd0bdf2cfbcbc03f6a142f13a114ec4e288f347ecd78199d6e0e66db4"
    ),
    "0024_what_the_portal_looks_up.py": (
        "54d1632df6f13d0bef2748ed9bdc4559e82ecc16a2164222dd32b77e39c1b3b2"
    ),
    "0025_feeds_that_the_portal_shows.py": (
        "b3180d9a57640a5f8b406fcc467734c85143f8185910c6b08bc6b9c82def2a71"
    ),
    "0026_days_of_rows_kept_out.py": (
        "397eca23fb7017b2d6d98222f90904542f8baecca6969475704646ee7659a65d"
    ),
    "0027_kinds_of_rows_kept_out.py": (
        "34c5b84b13b4d3138077f08dfec7db1082284df612c27a970ba6453335bdda82"
    ),
    "0028_rows_that_stay_kept_out.py": (
        "908de4fb35eaebf59ea4104a84e97047b98fa4f2fc6a9df44bbe6a1e4eca8818"
    ),
    "0029_payments_of_several_invoices.py": (
        "9bc69e243b634327d80574d09d248a846f151bd67365e817fc46add9ca846d84"
    ),
}


def test_a_released_migration_is_never_edited():
    scripts = {name: (FOLDER / "versions" / name).read_bytes() for name in RELEASED}
    assert {name: sha256(text).hexdigest() for name, text in scripts.items()} == RELEASED


def test_every_migration_but_the_newest_is_pinned():
    names = sorted(path.name for path in (FOLDER / "versions").glob("[0-9]*.py"))
    assert sorted(RELEASED) in (names, names[:-1])


def test_somebody_elses_database_is_left_alone(database_kind, make_empty_database):
    url = make_empty_database(database_kind)
    engine = make_engine(parse_url(url))
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE customers (id INTEGER)"))
    with pytest.raises(ForeignDatabaseError, match="holds tables that are not Cartera's"):
        open_warehouse(url)
    with reading(engine) as connection:
        assert inspect(connection).get_table_names() == ["customers"]


def test_a_warehouse_of_a_schema_that_never_was_is_one_sentence(database_kind, make_empty_database):
    """As one that an unreleased version made: its revision says more than its tables hold."""
    url = make_empty_database(database_kind)
    with writing(make_engine(parse_url(url))) as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0001')"))
    with pytest.raises(WarehouseUnfitError, match="are not those of its schema 0001"):
        open_warehouse(url)


def test_a_schema_of_a_newer_release_is_refused_in_one_sentence(make_database):
    url = make_database("sqlite")
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(WarehouseNewerError, match="newer schema 9999, which this release does"):
        open_warehouse(url)


def test_a_database_with_a_table_in_the_way_is_left_as_it_was(make_empty_database):
    url = make_empty_database("sqlite")
    path = url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE runs (mine TEXT)")  # somebody's own table is in the way
    connection.close()
    with pytest.raises(ForeignDatabaseError):
        open_warehouse(url)
    connection = sqlite3.connect(path)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.close()
    assert names == [("runs",)]


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(database_kind, make_empty_database):
    url = make_empty_database(database_kind)
    engine = make_engine(parse_url(url))
    with writing(engine) as connection:
        config = migration_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        connection.execute(text("CREATE TABLE client_summaries (mine TEXT)"))  # in the way of 0005
    with pytest.raises(WarehouseUnfitError):
        open_warehouse(url)
    with reading(engine) as connection:
        assert MigrationContext.configure(connection).get_current_revision() == "0003"
        assert "canonical_usage_parts" not in inspect(connection).get_table_names()
    engine.dispose()


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


def test_files_registered_before_subjects_had_kinds_are_still_found(make_empty_database):
    for database in ("sqlite", "postgresql"):
        url = make_empty_database(database)
        engine = make_engine(parse_url(url))
        with writing(engine) as connection:
            config = migration_config()
            config.attributes["connection"] = connection
            command.upgrade(config, "0001")
            connection.execute(text(OLD_RUN))
            for number, (owner, kind) in enumerate(OLD_OWNERS):
                connection.execute(
                    text(OLD_ARTIFACT), {"owner": owner, "kind": kind, "edition": f"e{number}"}
                )
        engine.dispose()
        with open_warehouse(url) as warehouse:
            found = [(item.subject, item.renewal_line) for item in warehouse.artifacts()]
            assert found == [
                (Subject.client("manager:A"), "{}"),
                (Subject.manager("Ana Ruiz"), "{}"),
                (Subject.manager("Ana Ruiz"), "{}"),
                (Subject.portfolio(), "{}"),
            ]
            assert warehouse.find_artifact("e3", "portfolio", Subject.portfolio()) is not None
            assert warehouse.next_version("2026-Q3", Subject.manager("Ana Ruiz"), "brief") == 2


@pytest.mark.thorough
def test_each_schema_brings_the_rows_of_the_one_before(database_kind, make_empty_database):
    """A row in each table from the first schema that has it: none is lost on the way to this one,
    and the release opens what it finds."""
    url = make_empty_database(database_kind)
    engine, config = make_engine(parse_url(url)), migration_config()
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    filled: dict[str, int] = {}
    for revision in reversed([script.revision for script in scripts]):
        with writing(engine) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            known = {*filled, "alembic_version"}
            tables = MetaData()
            tables.reflect(connection, only=lambda name, _: name not in known)  # noqa: B023
            for table in tables.sorted_tables:
                if table.name not in known:
                    connection.execute(table.insert(), a_row_of(table))
                    filled[table.name] = 1
            counts = {
                name: connection.scalar(text(f"SELECT COUNT(*) FROM {name}")) for name in filled
            }
        assert counts == filled, revision
    engine.dispose()
    assert set(filled) >= set(METADATA.tables) - {"alembic_version"}
    open_warehouse(url).close()


def a_row_of(table: Table) -> dict[str, object]:
    """Every column's value, the same for the same type, so that keys of others are found."""
    return {column.name: VALUES[column.type.python_type] for column in table.columns}


VALUES = {
    int: 1,
    str: "1",
    bytes: b"1",
    float: 1.0,
    Decimal: Decimal(1),
    bool: True,
    date: date(2026, 7, 1),
    datetime: datetime(2026, 7, 1, 12, 0),  # as the columns hold it
}


OLD_RUN = """INSERT INTO runs (run_id, period, known_at, started_at, state, why)
    VALUES ('r1', '2026-Q3', '2026-10-01', '2026-10-01', 'published', '')"""
OLD_ARTIFACT = """INSERT INTO artifacts (run_id, client_id, period, kind, language, version, path,
    sha256, size, edition_id, dropped, facts)
    VALUES ('r1', :owner, '2026-Q3', :kind, 'es', 1, 'p', 's', 1, :edition, '[]', '{}')"""
OLD_OWNERS = (
    ("manager:A", "qbr"),  # a client's id may look like anything
    ("manager:Ana Ruiz", "brief"),
    ("manager:Ana Ruiz", "brief-text"),
    ("portfolio", "portfolio"),
)
