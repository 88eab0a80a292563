"""What tests give to workers elsewhere: a module that imports little."""

import os
from pathlib import Path

from pipeline.publishing.publish import DiskFullError


def full_disk() -> None:
    raise DiskFullError("deck.pptx", Path("/somewhere"))


def killed_once(trace: Path) -> int:
    """The first who does it goes away."""
    if not trace.exists():
        trace.touch()
        os._exit(9)
    return os.getpid()


def always_killed() -> None:
    os._exit(9)
