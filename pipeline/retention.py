"""What `[retention]` lets go: older versions of published files, and from the archive replaced
exports, and manifests and pages of earlier runs.

The record first, then the files: after a crash the same again removes the rest, and `cartera
restore` misses nothing that was let go. Rows of the warehouse stay: figures as they were known on
some day come from them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from messages.clause import Clause, clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from pipeline.settings import Settings
from pipeline.settings_section import Retention
from sources.landing.archive import copy_of, is_idle
from sources.landing.landing import listed
from warehouse import (
    ArtifactRecord,
    LandedExport,
    RemovedFile,
    RemovedFrom,
    RunFile,
    Warehouse,
)

_ALL_RUNS = 1_000_000


class NotRemovedError(CarteraError):
    """A file that is kept no longer cannot be removed."""

    code = "failure-not-removed"
    path: Path
    why: Clause


@dataclass(frozen=True)
class LetGo:
    """What is to be removed."""

    records: tuple[RemovedFile, ...]
    """What restoring will not miss."""
    published: tuple[Path, ...]
    """Files of the output place."""
    copies: tuple[Path, ...]
    """Copies in the archive that nothing else needs."""

    @property
    def told(self) -> tuple[Clause, ...]:
        """How much it was; nothing where it was nothing."""
        if not (self.published or self.copies):
            return ()
        counts = {"published": len(self.published), "copies": len(self.copies)}
        return (clause("retention-done", **counts),)


def to_let_go(
    settings: Settings, warehouse: Warehouse, now: datetime, period: str | None = None
) -> LetGo:
    """What the settings keep no longer; where a period is named, versions of its files alone.
    Changes nothing."""
    registered, run_files = warehouse.artifacts(), warehouse.run_files()
    versions = set(_old_versions(settings, warehouse, registered, period))
    exports = set(_old_exports(settings, warehouse, now))
    of_runs = set(_old_run_files(settings, warehouse, now))
    kept = [item for item in (*registered, *run_files) if item not in versions | of_runs]
    needed = {
        *(item.sha256 for item in kept),
        *(item.sha256 for item in warehouse.landed_exports() if item not in exports),
        *_fetched(warehouse),
    }
    records = {
        *(_removed(RemovedFrom.OUTPUT, item.path, item.sha256) for item in versions | of_runs),
        *(_removed(RemovedFrom.LANDING, item.source_file, item.sha256) for item in exports),
    }
    names = {item.path for item in (*versions, *of_runs)} - {item.path for item in kept}
    digests = {record.sha256 for record in records if record.sha256} - needed
    copies = _there(copy_of(settings.archive, digest) for digest in digests)
    return LetGo(
        tuple(sorted(records - warehouse.removed_files())),
        _there(settings.output / name for name in names),
        tuple(copy for copy in copies if is_idle(copy, now)),
    )


def let_go(warehouse: Warehouse, found: LetGo) -> None:
    """Remove it; raises NotRemovedError. The caller holds the lock of each period whose versions
    are among it."""
    warehouse.add_removed(found.records)
    for path in (*found.published, *found.copies):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise NotRemovedError(path, os_fault(error)) from error


def kept_by_settings(
    settings: Settings, warehouse: Warehouse, now: datetime, period: str
) -> tuple[Clause, ...]:
    """Let go, at the end of a run of the period, what is kept no longer; what is told of it. It
    costs no run what it has published."""
    if settings.retention == Retention():
        return ()
    try:
        found = to_let_go(settings, warehouse, now, period)
        let_go(warehouse, found)
    except CarteraError as error:
        return (error.clause,)
    return found.told


def _removed(place: RemovedFrom, path: str, sha256: str) -> RemovedFile:
    return RemovedFile(place, path, sha256)


def _there(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(sorted(path for path in paths if path.is_file()))


def _old_versions(
    settings: Settings,
    warehouse: Warehouse,
    registered: Iterable[ArtifactRecord],
    period: str | None,
) -> Iterator[ArtifactRecord]:
    """All but the newest of each file, what the period's newest manifest names, and what somebody
    decided by."""
    if not settings.retention.versions:
        return
    decided = {decision.edition_id for decision in warehouse.decisions()}
    found: dict[tuple[object, ...], list[ArtifactRecord]] = {}
    for item in registered:
        if period in (None, item.period):
            key = (item.period, item.subject, item.kind, item.language)
            found.setdefault(key, []).append(item)
    current = {name: _current(settings, name) for name in {key[0] for key in found}}
    for versions in found.values():
        newest_last = sorted(versions, key=lambda item: item.version)
        for item in newest_last[: -settings.retention.versions]:
            if item.path not in current[item.period] and item.edition_id not in decided:
                yield item


def _current(settings: Settings, period: object) -> frozenset[str]:
    """The files of the period's newest manifest: an edition that came back is an older version."""
    manifest = settings.output / str(period) / "manifest.json"
    if not manifest.is_file():
        return frozenset()
    told = json.loads(manifest.read_bytes())
    return frozenset(str(output["path"]) for output in told["outputs"])


def _old_exports(settings: Settings, warehouse: Warehouse, now: datetime) -> Iterator[LandedExport]:
    """Exports that landed before the days that are kept, that newer ones had replaced by then, and
    that the landing place has no longer."""
    if not settings.retention.months:
        return
    since = _months_before(now, settings.retention.months)
    old = [item for item in warehouse.landed_exports() if item.landed_at < since]
    if not old:
        return
    held = {
        (str(name), str(sha256))
        for moment in (since, now)
        for exports in [warehouse.exports(moment)]
        for name, sha256 in zip(exports["source_file"], exports["sha256"], strict=True)
    }
    lying = {item.source_file for item in listed(settings.landing)}
    for item in old:
        is_held = (item.source_file, item.sha256) in held
        path = PurePosixPath(item.source_file)
        places = {str(path), *map(str, path.parents)}  # one inside a ZIP lies where that does
        if not is_held and lying.isdisjoint(places):
            yield item


def _old_run_files(settings: Settings, warehouse: Warehouse, now: datetime) -> Iterator[RunFile]:
    """Those of runs that began before the days that are kept, but for each period's last."""
    if not settings.retention.months:
        return
    since = _months_before(now, settings.retention.months)
    files = warehouse.run_files()
    left = {file.run_id for file in files}
    runs = [run for run in warehouse.runs(_ALL_RUNS) if run.run_id in left]
    last = {run.period: run.run_id for run in reversed(runs)}
    old = {run.run_id for run in runs if run.started_at < since} - set(last.values())
    yield from (file for file in files if file.run_id in old)


def _fetched(warehouse: Warehouse) -> Iterator[str]:
    """Answers of systems that the next fetch may go on from."""
    for fetch in (*warehouse.fetches(), *warehouse.fetches(whole=True)):
        yield from (page.sha256 for page in fetch.pages)


def _months_before(now: datetime, months: int) -> datetime:
    years, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return now.replace(year=years, month=month + 1, day=min(now.day, 28))
