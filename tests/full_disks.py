"""A disk of a few megabytes that fills up, for tests of any room."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_MEGABYTES = 64


class SmallDisk:
    """A disk of its own below `place`."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.ballast = place / ".ballast"

    def leave(self, kib: int) -> None:
        """Fill it but for so many KiB."""
        self.make_room()
        free = os.statvfs(self.place)
        with self.ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - kib * 1024)

    def make_room(self) -> None:
        self.ballast.unlink(missing_ok=True)


@contextmanager
def small_disk(place: Path) -> Iterator[SmallDisk]:
    """Mounted there; skips the test where nobody may mount one."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_MEGABYTES}m", "tmpfs", str(place)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only the system's own user may mount a disk")
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
