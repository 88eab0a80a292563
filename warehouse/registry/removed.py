"""What retention let go: files that nobody misses."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from warehouse.registry.tables import removed_files


class RemovedFrom(StrEnum):
    """Inside which place a path is."""

    LANDING = "landing"
    OUTPUT = "output"


@dataclass(frozen=True, order=True)
class RemovedFile:
    """A file that is kept no longer."""

    place: RemovedFrom
    path: str
    sha256: str


def add_removed(connection: Connection, files: Iterable[RemovedFile]) -> None:
    """Keep that they are gone, before they are."""
    now = datetime.now(UTC)
    rows = [asdict(file) | {"removed_at": now} for file in files]
    if rows:
        connection.execute(insert(removed_files), rows)


def read_removed(connection: Connection) -> frozenset[RemovedFile]:
    """All that were let go."""
    own = removed_files.c
    rows = connection.execute(select(own.place, own.path, own.sha256))
    return frozenset(RemovedFile(RemovedFrom(place), *rest) for place, *rest in rows)
