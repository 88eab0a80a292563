"""One landing place, opened: its files, their bytes, and its failures as sentences."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from messages.clause import Clause, clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from sources.landing.places.errors import (
    FileNotOpenedError,
    LandingFolderError,
    LandingMissingError,
    LandingRefusedError,
)

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
    fault: Clause | None = None
    """Why it is not opened, where it is no plain file of the landing place."""


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
        """Every file below the root; a folder that cannot be listed, however deep, is a failure."""
        with self._talking():
            self.check()
            return [self._landed_file(item) for item in self._below(self.root)]

    def check(self) -> None:
        """Raises a CarteraError where the place is not there or does not answer."""
        with self._talking():
            if not self.filesystem.isdir(self.root):
                raise LandingMissingError(self.landing)

    def _below(self, folder: str) -> Iterator[dict[str, Any]]:
        """What is no folder, at any depth. fsspec's own walk leaves out what it may not list."""
        for item in self._listed(folder):
            if item["name"].rstrip("/") == folder.rstrip("/"):
                continue  # the mark of an empty folder on S3
            if item["type"] == "directory":
                yield from self._below(item["name"])
            elif not item["name"].endswith("/"):
                yield item

    def _listed(self, folder: str) -> list[dict[str, Any]]:
        try:
            return self.filesystem.ls(folder, detail=True)
        except (OSError, *self.faults) as error:
            why = self._why_not_listed(error)
            if folder == self.root or why is None:
                raise
            raise LandingFolderError(self.landing, self._inside(folder), why) from error

    def _why_not_listed(self, error: Exception) -> Clause | None:
        """Of one folder; None where it is the place that does not answer."""
        if isinstance(error, OSError):
            return os_fault(error)
        is_refused = isinstance(self.told(error), LandingRefusedError)
        return clause("os-permission-denied") if is_refused else None

    def blocks(self, file: LandedFile, size_bytes: int) -> Iterator[bytes]:
        """The file's bytes. Raises FileNotOpenedError where the others may still be had."""
        if file.fault is not None:
            raise FileNotOpenedError(file.inside, file.fault)
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
        fault = self._fault(details)
        return LandedFile(name, self._inside(name), details["size"], changed, mark, fault)

    def _inside(self, name: str) -> str:
        return name[len(self.root) :].lstrip("/")

    def _fault(self, details: dict[str, Any]) -> Clause | None:
        """Why it is not opened. A pipe would never end; a link may lead to anything."""
        if details.get("islink") and not self.is_remote:
            return self._fault_of_link(Path(details["name"]))
        if details["type"] == "link":
            return clause("export-is-link")
        return None if details["type"] == "file" else clause("export-no-file")

    def _fault_of_link(self, link: Path) -> Clause | None:
        try:
            target = link.resolve(strict=True)
        except (OSError, RuntimeError):  # what is not there, and a link that comes back to itself
            return clause("export-gone")
        if not target.is_relative_to(Path(self.root).resolve()):
            return clause("export-links-out")
        return None if target.is_file() else clause("export-no-file")


def _modified_at(details: dict[str, Any]) -> datetime:
    """Each kind of landing place names its modification time differently."""
    changed = details.get("mtime") or details.get("LastModified") or 0
    return changed if isinstance(changed, datetime) else datetime.fromtimestamp(changed, tz=UTC)
