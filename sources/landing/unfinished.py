"""Files on their way to a final name. Whoever writes one holds it, which the system ends with the
process: what nobody holds is a killed run's, and can go."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

_PREFIX = ".unfinished-"
_EARLIER = (".staged-", ".landing-")
"""What releases before this one called them; nothing holds those, and no run writes them."""


@contextmanager
def unfinished(folder: Path) -> Iterator[IO[bytes]]:
    """A new file in the folder, to be given another name or to be gone at the end."""
    file = _held(folder)
    try:
        with file:
            yield file
    finally:
        Path(file.name).unlink(missing_ok=True)


def sweep(folder: Path, *, below: bool = False) -> None:
    """Take away what killed runs left in a folder, and below it where asked."""
    for path in folder.rglob(".*") if below else folder.glob(".*"):
        if path.name.startswith((_PREFIX, *_EARLIER)):
            with suppress(OSError):  # somebody holds it, or took it away before us
                _remove_unless_held(path)


def _held(folder: Path) -> IO[bytes]:
    while True:
        file = NamedTemporaryFile(dir=folder, prefix=_PREFIX, delete=False)  # noqa: SIM115 who asks closes it
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            if os.fstat(file.fileno()).st_nlink:  # else it was swept before we held it
                return file
        except BaseException:
            file.close()
            Path(file.name).unlink(missing_ok=True)
            raise
        file.close()


def _remove_unless_held(path: Path) -> None:
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
