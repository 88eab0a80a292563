"""Published files in the warehouse: which there are, who was told of them and who got them."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Engine

from warehouse.engine import reading, writing
from warehouse.registry import delivered, notices, removed, runs
from warehouse.registry.records import (
    ArtifactRecord,
    DeliveredFile,
    NoticeRecord,
    RunFile,
    Subject,
)
from warehouse.registry.removed import RemovedFile


class FileRegister:
    """What became of published files; each method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def register_artifact(self, record: ArtifactRecord) -> None:
        """Add a published file to the register, which only grows."""
        with writing(self._engine) as connection:
            runs.register_artifact(connection, record)

    def find_artifact(
        self, edition_id: str, kind: str, subject: Subject | None = None
    ) -> ArtifactRecord | None:
        """The newest file made from exactly that, if one was published."""
        with reading(self._engine) as connection:
            return runs.find_artifact(connection, edition_id, kind, subject)

    def artifacts(
        self, period: str | None = None, subject: Subject | None = None
    ) -> tuple[ArtifactRecord, ...]:
        """Published files, oldest first."""
        with reading(self._engine) as connection:
            return runs.read_artifacts(connection, period, subject)

    def next_version(
        self, period: str, subject: Subject, kind: str, language: str | None = None
    ) -> int:
        """The version a new file gets; over all languages where none is named."""
        with reading(self._engine) as connection:
            return runs.next_version(connection, period, subject, kind, language)

    def register_run_file(self, file: RunFile) -> None:
        """Keep which bytes a run gave a name to, beside its artifacts."""
        with writing(self._engine) as connection:
            runs.register_run_file(connection, file)

    def run_files(self) -> tuple[RunFile, ...]:
        """Manifests and pages of every run, oldest run first."""
        with reading(self._engine) as connection:
            return runs.read_run_files(connection)

    def add_notice(self, record: NoticeRecord, files: Collection[str] = ()) -> None:
        """Keep that somebody was told, and of which published files; or why they were not."""
        with writing(self._engine) as connection:
            notices.add_notice(connection, record, files)

    def told_of(self, recipient: str) -> frozenset[str]:
        """The published files that somebody was told of, by their paths."""
        with reading(self._engine) as connection:
            return notices.told_of(connection, recipient)

    def ways_told(self, period: str, occasion: str) -> frozenset[str]:
        """By which ways a notice of that occasion came through."""
        with reading(self._engine) as connection:
            return notices.ways_told(connection, period, occasion)

    def failed_notices(self, since: datetime) -> tuple[NoticeRecord, ...]:
        """Those that nobody took since then, the newest first."""
        with reading(self._engine) as connection:
            return notices.failed_notices(connection, since)

    def add_delivered(self, file: DeliveredFile) -> None:
        """Keep that a target was brought a published file."""
        with writing(self._engine) as connection:
            delivered.add_delivered(connection, file)

    def delivered(self, target: str) -> frozenset[str]:
        """What a target was brought and still should have, by paths."""
        with reading(self._engine) as connection:
            return delivered.delivered_to(connection, target)

    def forget_delivered(self, target: str, path: str) -> None:
        """A file was taken away from a target again."""
        with writing(self._engine) as connection:
            delivered.forget_delivered(connection, target, path)

    def add_removed(self, files: Iterable[RemovedFile]) -> None:
        """Keep that retention lets these go."""
        with writing(self._engine) as connection:
            removed.add_removed(connection, files)

    def removed_files(self) -> frozenset[RemovedFile]:
        """All that retention let go."""
        with reading(self._engine) as connection:
            return removed.read_removed(connection)
