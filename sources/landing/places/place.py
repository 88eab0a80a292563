"""One landing place, opened: its files, their bytes, and its failures as sentences."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from messages.clause import clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from sources.landing.places.errors import FileNotOpenedError, LandingMissingError

_SETTLED = timedelta(minutes=1)


@dataclass(frozen=True)
class LandedFile:
    """A file as its place lists it.

    `mark` is another one when the content is; empty where the place cannot tell so surely.
    """

    path: str
    inside: str
    """Its path below the landing place."""
    size: int
    modified_at: datetime
    mark: str


@dataclass(frozen=True)
class Place:
    """An opened landing place. `faults` are what its library raises, `told` names them."""

    landing: str
    filesystem: Any
    root: str
    faults: tuple[type[Exception], ...]
    told: Callable[[Exception], CarteraError]
    is_remote: bool = True

    def files(self) -> list[LandedFile]:
        """Every file below the root; a folder that cannot be listed is a failure."""
        with self._talking():
            if not self.filesystem.isdir(self.root):
                raise LandingMissingError(self.landing)
            return [
                self._landed_file(item)
                for _, _, files in self.filesystem.walk(self.root, detail=True, on_error="raise")
                for item in files.values()
                if not item["name"].endswith("/")  # the marks of empty folders on S3
            ]

    def blocks(self, file: LandedFile, size_bytes: int) -> Iterator[bytes]:
        """The file's bytes. Raises FileNotOpenedError where the others may still be had."""
        with self._talking(), self._opened(file) as stream:
            while block := stream.read(size_bytes):
                yield block

    def _opened(self, file: LandedFile) -> Any:
        try:
            return self.filesystem.open(file.path, "rb")
        except FileNotFoundError as error:
            fault = clause("export-gone")
            raise FileNotOpenedError(file.inside, fault) from error
        except OSError as error:
            if self.is_remote:  # there it says that keys or the connection are at fault
                raise
            fault = clause("export-not-opened", why=os_fault(error))
            raise FileNotOpenedError(file.inside, fault) from error

    @contextmanager
    def _talking(self) -> Iterator[None]:
        """Failures of the place's library become sentences."""
        try:
            yield
        except self.faults as error:
            raise self.told(error) from error

    def _landed_file(self, details: dict[str, Any]) -> LandedFile:
        name, changed = details["name"], _modified_at(details)
        # Whoever changes a file twice within a second leaves the same time on it.
        is_settled = changed < datetime.now(UTC) - _SETTLED
        mark = str(details.get("ETag", "")).strip('"') or (changed.isoformat() * is_settled)
        inside = name[len(self.root) :].lstrip("/")
        return LandedFile(name, inside, details["size"], changed, mark)


def _modified_at(details: dict[str, Any]) -> datetime:
    """Each kind of landing place names its modification time differently."""
    changed = details.get("mtime") or details.get("LastModified") or 0
    return changed if isinstance(changed, datetime) else datetime.fromtimestamp(changed, tz=UTC)
