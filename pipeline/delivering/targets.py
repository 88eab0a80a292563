"""Where published files are delivered: a folder, a bucket on S3, an SFTP server, a library.

A name is given once: on a folder and over SFTP by renaming a finished file, on S3 by a write that
fails where the name is taken. What arrived is read back and compared before it counts.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fsspec.asyn import sync

from delivery.graph import is_graph
from messages.clause import clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from pipeline.delivering.errors import NotDeliveredError
from pipeline.delivering.library import LibraryTarget, open_library
from pipeline.publishing.publish import write_blocks
from sources.landing.places import Place, open_place
from sources.landing.places.errors import LandingMissingError, LandingUnreachableError


@dataclass(frozen=True)
class Target:
    """An opened target. Every method raises NotDeliveredError."""

    address: str
    place: Place

    def read(self, path: str) -> bytes | None:
        """What stands under the name; None where nothing does."""
        with _told(self.address, self.place):
            try:
                return self.place.filesystem.cat_file(self._full(path))
            except FileNotFoundError:
                return None

    def create(self, path: str, content: bytes) -> None:
        """Give the bytes a name that is not taken, and see that they are what arrived."""
        with _told(self.address, self.place):
            if not self.place.is_remote:
                write_blocks(Path(self._full(path)), (content,))
            elif self.address.startswith("s3://"):
                self.place.filesystem.pipe_file(self._full(path), content, mode="create")
            else:
                self._renamed(path, content)
            if self.read(path) != content:
                raise NotDeliveredError(self.address, clause("target-other-bytes", file=path))

    def is_same(self, sent: bytes, there: bytes) -> bool:
        """Whether what stands there is what we sent."""
        return sent == there

    def remove(self, path: str) -> None:
        """Take a file away that we brought; one that is gone already is as good."""
        with _told(self.address, self.place), suppress(FileNotFoundError):
            self.place.filesystem.rm_file(self._full(path))

    def _full(self, path: str) -> str:
        return f"{self.place.root.rstrip('/')}/{path}"

    def _renamed(self, path: str, content: bytes) -> None:
        """Under a hidden name first, so that nobody takes half a file."""
        filesystem, full = self.place.filesystem, self._full(path)
        folder, _, name = full.rpartition("/")
        hidden = f"{folder}/.{name}.{secrets.token_hex(4)}"
        filesystem.makedirs(folder, exist_ok=True)
        try:
            filesystem.pipe_file(hidden, content)
            if filesystem.cat_file(hidden) != content:
                raise NotDeliveredError(self.address, clause("target-other-bytes", file=path))
            sync(filesystem.loop, _rename, filesystem, hidden, full)
        except BaseException:
            with suppress(*self.place.faults):
                filesystem.rm_file(hidden)
            raise


def open_target(address: str) -> Target | LibraryTarget:
    """The target that a path or an URL names, with the same keys and known hosts as a landing
    place of its kind. Raises NotDeliveredError."""
    if is_graph(address):
        return open_library(address)
    try:
        place = open_place(address)
        if not place.is_remote:
            place.check()  # a share that is not mounted is no folder to be made
        return Target(address, place)
    except LandingMissingError as error:
        raise NotDeliveredError(address, clause("os-no-such-file")) from error
    except LandingUnreachableError as error:
        raise NotDeliveredError(address, error.why, is_away=True) from error
    except CarteraError as error:
        raise NotDeliveredError(_without_secret(address), error.clause) from error


def _without_secret(address: str) -> str:
    """What is before the @ may hold a password."""
    kind, _, rest = address.rpartition("://")
    return f"{kind}://…@{rest.rpartition('@')[2]}" if "@" in rest else address


async def _rename(filesystem: Any, hidden: str, full: str) -> None:
    """SFTP's plain rename, which fails where the name is taken; sshfs's own replaces."""
    async with filesystem._pool.get() as channel:
        await channel.rename(hidden, full)


@contextmanager
def _told(address: str, place: Place) -> Iterator[None]:
    """Failures of the target's library become sentences; those of landing places are reworded."""
    try:
        yield
    except FileExistsError as error:
        raise NotDeliveredError(address, clause("os-is-there")) from error
    except NotDeliveredError:
        raise
    except CarteraError as error:
        raise NotDeliveredError(address, error.clause) from error
    except place.faults as error:
        told = place.told(error)
        if isinstance(told, LandingUnreachableError):
            raise NotDeliveredError(address, os_fault(error), is_away=True) from error
        is_missing = isinstance(told, LandingMissingError)
        raise NotDeliveredError(address, os_fault(error) if is_missing else told.clause) from error
