"""A run's files to every target that the settings name; a target that refuses costs no file here.

What was delivered is written down and never looked at again: whoever takes it away may.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from messages.clause import Clause, clause
from pipeline.delivering.errors import NotDeliveredError
from pipeline.delivering.library import LibraryTarget
from pipeline.delivering.targets import Target, open_target
from pipeline.settings import Settings
from pipeline.settings_section import Delivering
from sources.landing.archive import copy_of
from warehouse import ArtifactRecord, DeliveredFile, Subject, Warehouse


@dataclass(frozen=True)
class _Due:
    """A file by its path inside the output place, and where its bytes are."""

    path: str
    sha256: str
    copy: Path


def deliver(
    settings: Settings, warehouse: Warehouse, period: str, manifest: Path
) -> tuple[Clause, ...]:
    """Bring each target the newest files of the period that it has not had, then the run's
    manifest. Returns a sentence for each target, or file, for which that failed."""
    return tuple(
        told
        for wanted in settings.deliver
        for told in _to_one(settings, warehouse, period, manifest, wanted)
    )


def _to_one(
    settings: Settings, warehouse: Warehouse, period: str, manifest: Path, wanted: Delivering
) -> Iterator[Clause]:
    by_version = _versions(warehouse.artifacts(period), wanted.kinds)
    newest = [files[-1] for files in by_version.values()]
    had = warehouse.delivered(wanted.to)
    due = [
        _Due(file.path, file.sha256, copy_of(settings.archive, file.sha256))
        for file in newest
        if file.path not in had
    ]
    old = [file.path for files in by_version.values() for file in _past(files, wanted)]
    gone = [path for path in old if path in had]
    if not due and not gone:
        return
    try:
        target = open_target(_address(settings, wanted))
        for file in (*due, _manifest(settings, manifest)):
            if told := _brought(warehouse, wanted.to, target, file):
                yield told
        for path in gone:
            target.remove(path)
            warehouse.forget_delivered(wanted.to, path)
    except NotDeliveredError as error:
        yield error.clause


def _versions(
    artifacts: tuple[ArtifactRecord, ...], kinds: tuple[str, ...]
) -> dict[tuple[Subject, str], list[ArtifactRecord]]:
    """Of whom and what, each version, oldest first; of every kind where none is named."""
    found: dict[tuple[Subject, str], list[ArtifactRecord]] = {}
    for file in artifacts:
        if not kinds or file.kind in kinds:
            found.setdefault((file.subject, file.kind), []).append(file)
    return found


def _past(files: list[ArtifactRecord], wanted: Delivering) -> list[ArtifactRecord]:
    """Versions older than those that are kept there; none where all are."""
    return files[: -wanted.keep_versions] if wanted.keep_versions else []


def _manifest(settings: Settings, manifest: Path) -> _Due:
    sha256 = hashlib.sha256(manifest.read_bytes()).hexdigest()
    return _Due(manifest.relative_to(settings.output).as_posix(), sha256, manifest)


def _brought(
    warehouse: Warehouse, name: str, target: Target | LibraryTarget, file: _Due
) -> Clause | None:
    """Why the file is not there as published, or None now that it is."""
    content = file.copy.read_bytes() if file.copy.is_file() else b""
    if hashlib.sha256(content).hexdigest() != file.sha256:
        return clause("undelivered-not-in-archive", file=file.path, target=target.address)
    there = target.read(file.path)
    if there is None:
        target.create(file.path, content)
    elif not target.is_same(content, there):
        return clause("undelivered-differs", file=file.path, target=target.address)
    warehouse.add_delivered(DeliveredFile(name, file.path, file.sha256, datetime.now(UTC)))
    return None


def _address(settings: Settings, wanted: Delivering) -> str:
    return wanted.to if "://" in wanted.to else str(settings.root / wanted.to)
