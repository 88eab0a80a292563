"""`python -m warehouse.migrations 'what changed'` writes the next migration.

It compares the schema of the code with a scratch database at the newest migration. Read what
it wrote before committing it.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from warehouse.engine import make_engine, parse_url, writing
from warehouse.migrate import FOLDER, migrate, migration_config


def write_migration(message: str) -> None:
    """The next numbered file in versions/."""
    number = len(list((FOLDER / "versions").glob("[0-9]*.py"))) + 1
    config = migration_config()
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(parse_url(f"sqlite:///{Path(folder) / 'scratch.db'}"))
        migrate(engine)
        with writing(engine) as connection:
            config.attributes["connection"] = connection
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")


if __name__ == "__main__":
    write_migration(" ".join(sys.argv[1:]) or sys.exit("say what changed"))
