"""A run's files to every target that the settings name; a target that refuses costs no file here.

What was delivered is written down and never looked at again: whoever takes it away may.
"""

import hashlib
import time
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

_PAUSES_SECONDS = (1.0, 10.0)
"""Before the second and the third try with a target that was away."""


@dataclass(frozen=True)
class _Due:
    """A file by its path inside the output place, and where its bytes are."""

    path: str
    sha256: str
    copy: Path


@dataclass(frozen=True)
class _Errand:
    """What a run has to bring."""

    settings: Settings
    warehouse: Warehouse
    period: str
    manifest: Path


def deliver(
    settings: Settings, warehouse: Warehouse, period: str, manifest: Path
) -> tuple[Clause, ...]:
    """Bring each target the newest files of the period that it has not had, then the run's
    manifest. Returns a sentence for each target, or file, for which that failed."""
    errand = _Errand(settings, warehouse, period, manifest)
    return tuple(told for wanted in settings.deliver for told in _patiently(errand, wanted))


def _patiently(errand: _Errand, wanted: Delivering) -> list[Clause]:
    """What of it failed; a target that is away is asked again, for what it still lacks."""
    for pause in (*_PAUSES_SECONDS, None):
        told: list[Clause] = []
        try:
            told.extend(_to_one(errand, wanted))  # keeps what was told before it fails
        except NotDeliveredError as error:
            if pause is None or not error.may_heal:
                return [*told, error.clause]
            time.sleep(pause)
        else:
            return told
    raise AssertionError


def _to_one(errand: _Errand, wanted: Delivering) -> Iterator[Clause]:
    settings, warehouse, period = errand.settings, errand.warehouse, errand.period
    by_version = _versions(warehouse.artifacts(period), wanted.kinds)
    newest = [files[-1] for files in by_version.values() if not files[-1].is_forgotten]
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
    manifest = _manifest(settings, errand.manifest)
    if manifest.path not in had:
        due.append(manifest)
    target = open_target(_address(settings, wanted))
    for file in due:
        if told := _brought(warehouse, wanted.to, target, file):
            yield told
    for path in gone:
        target.remove(path)
        warehouse.forget_delivered(wanted.to, path)


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
