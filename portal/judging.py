"""Files that people hand in are read by a process of their own, never by the portal's."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore

from portal.visit import Visit
from warehouse.portal.records import Upload

_SECONDS = 90
_WAIT_SECONDS = 30
_AT_ONCE = BoundedSemaphore(2)


class NotJudgedError(Exception):
    """The file took too long, or more memory than it may."""


@dataclass(frozen=True)
class Line:
    """One thing that would read otherwise."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Verdict:
    """What `pipeline.feedback.judging` found, in the reader's words."""

    kind: str
    client_id: str
    is_newest: bool
    is_news: bool
    changes: tuple[Line, ...]
    moved: tuple[Line, ...]
    record: str
    warnings: tuple[str, ...]
    refused: str
    is_kept: bool


@contextmanager
def _turn() -> Iterator[None]:
    """One of few at once; nobody waits long, since who waits keeps a thread from all others."""
    if not _AT_ONCE.acquire(timeout=_WAIT_SECONDS):
        raise NotJudgedError
    try:
        yield
    finally:
        _AT_ONCE.release()


def judge(who: Visit, upload: Upload, client_id: str | None = None) -> Verdict:
    """What the file would change; stored where the client whose it is, is named.

    Raises NotJudgedError.
    """
    with TemporaryDirectory(prefix="cartera-upload-") as folder, _turn():
        path = Path(folder) / upload.name
        path.write_bytes(upload.content)
        named = [] if client_id is None else [client_id]
        root = str(who.portal.settings.root)
        told = [root, str(path), who.person.email, who.language, *named]
        try:
            done = subprocess.run(  # noqa: S603 our own module, arguments apart
                [sys.executable, "-m", "pipeline.feedback.judging", *told],
                capture_output=True,
                check=True,
                timeout=_SECONDS,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise NotJudgedError from error
    found = json.loads(done.stdout)
    lines = {name: tuple(Line(**line) for line in found[name]) for name in ("changes", "moved")}
    return Verdict(**found | lines | {"warnings": tuple(found["warnings"])})
