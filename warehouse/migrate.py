"""Bringing a database to the schema of this release."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from warehouse.engine import place_of, reading, writing
from warehouse.errors import ForeignDatabaseError, WarehouseNewerError, WarehouseUnfitError

FOLDER = Path(__file__).parent / "migrations"
_LOCK_NUMBER = 7_163_001


def migrate(engine: Engine) -> None:
    """Create what is missing.

    Raises WarehouseNewerError where a newer release was here, ForeignDatabaseError where somebody
    else's tables are, WarehouseUnfitError where ours are not what their revision says.
    """
    config = migration_config()
    scripts = ScriptDirectory.from_config(config)
    with reading(engine) as connection:
        if _is_current(connection, scripts, place_of(engine.url)):
            return
    place, revision = place_of(engine.url), ""
    try:
        with writing(engine) as connection:
            if connection.dialect.name == "postgresql":
                # Of two processes that open a new database the second waits, and finds it done.
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})"))
            revision = MigrationContext.configure(connection).get_current_revision() or ""
            if not revision and inspect(connection).get_table_names():
                raise ForeignDatabaseError(place)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except SQLAlchemyError as error:  # what a database refuses for its own reasons was told already
        raise WarehouseUnfitError(place, revision) from error


def migration_config() -> Config:
    """Alembic's settings; the scripts are found inside the package, wherever we run."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _is_current(connection: Connection, scripts: ScriptDirectory, place: str) -> bool:
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if revision is not None and revision not in known:
        raise WarehouseNewerError(place, revision)
    return revision == scripts.get_current_head()
