"""What is published, kept once in the archive under its SHA-256 to be brought back from there."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from messages.os_faults import os_fault
from pipeline.run_context import RunContext
from pipeline.settings import Settings
from sources.errors import ArchiveError
from sources.landing.archive import Archived, copy_of, stored
from warehouse import ArtifactRecord, RunFile


def keep(archive: Path, name: str, content: bytes) -> Archived:
    """The bytes as a file of the archive, before anybody sees them under their name."""
    return keep_blocks(archive, name, (content,))


def keep_blocks(archive: Path, name: str, blocks: Iterable[bytes]) -> Archived:
    """Bytes as a file of the archive; raises ArchiveError where it takes none."""
    try:
        return stored(blocks, archive)
    except OSError as error:
        raise ArchiveError(name, archive, os_fault(error)) from error


def keep_published(settings: Settings, known: ArtifactRecord) -> None:
    """A file of an earlier release that is still what was published; one that the archive has
    costs a look."""
    if copy_of(settings.archive, known.sha256).is_file():
        return
    content = (settings.output / known.path).read_bytes()
    if hashlib.sha256(content).hexdigest() == known.sha256:
        keep(settings.archive, known.path, content)


def keep_run_file(run: RunContext, path: Path, content: bytes) -> None:
    """A manifest, or a page that later runs replace, with the run that wrote it."""
    copy = keep(run.settings.archive, path.name, content)
    inside = path.relative_to(run.settings.output).as_posix()
    run.warehouse.register_run_file(RunFile(run.run_id, inside, copy.sha256, copy.size))
