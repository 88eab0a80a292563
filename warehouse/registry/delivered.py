"""Which published files were brought to which target."""

from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select

from warehouse.registry.records import DeliveredFile
from warehouse.registry.tables import delivered_files


def add_delivered(connection: Connection, file: DeliveredFile) -> None:
    """Keep that it was; the same file of the same target raises IntegrityError."""
    connection.execute(insert(delivered_files).values(asdict(file)))


def delivered_to(connection: Connection, target: str) -> frozenset[str]:
    """The paths of what a target was brought and still should have."""
    query = select(delivered_files.c.path).where(delivered_files.c.target == target)
    return frozenset(connection.execute(query).scalars())


def forget_delivered(connection: Connection, target: str, path: str) -> None:
    """It was taken away again."""
    same = (delivered_files.c.target == target, delivered_files.c.path == path)
    connection.execute(delete(delivered_files).where(*same))
