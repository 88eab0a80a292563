"""The runs there were, and the files they published."""

import json
import secrets
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, Select, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from warehouse.registry.records import (
    ArtifactRecord,
    RunFile,
    RunRecord,
    RunState,
    Subject,
    SubjectKind,
)
from warehouse.registry.tables import run_files
from warehouse.schema import artifacts, runs


def start_run(connection: Connection, period: str, known_at: datetime) -> str:
    """A new run's id. The caller holds the period's lock: a run still marked running was killed."""
    now = datetime.now(UTC)
    connection.execute(
        update(runs)
        .where(runs.c.period == period, runs.c.state == RunState.RUNNING)
        .values(state=RunState.INTERRUPTED)
    )
    run_id = f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
    connection.execute(
        insert(runs).values(
            run_id=run_id,
            period=period,
            known_at=known_at,
            started_at=now,
            state=RunState.RUNNING,
            why="",
            number=select(func.coalesce(func.max(runs.c.number), 0) + 1).scalar_subquery(),
        )
    )
    return run_id


def finish_run(connection: Connection, run_id: str, state: RunState, why: str) -> None:
    """Say how the run ended."""
    connection.execute(
        update(runs)
        .where(runs.c.run_id == run_id)
        .values(state=state, why=why, finished_at=datetime.now(UTC))
    )


def newest_runs(connection: Connection, limit: int) -> tuple[RunRecord, ...]:
    """The newest runs first, whatever the clock said: those of different periods that began at
    the same moment may share a number."""
    rows = connection.execute(
        select(runs).order_by(runs.c.number.desc(), runs.c.run_id).limit(limit)
    )
    return tuple(
        RunRecord(
            row.run_id,
            row.period,
            row.known_at,
            row.started_at,
            row.finished_at,
            RunState(row.state),
            row.why,
        )
        for row in rows
    )


def register_artifact(connection: Connection, record: ArtifactRecord) -> None:
    """Add a file to the register. A version that is taken raises IntegrityError."""
    values = asdict(record) | {"dropped": json.dumps(record.dropped, ensure_ascii=False)}
    del values["subject"]
    subject = {"subject_kind": record.subject.kind, "subject_id": record.subject.id}
    connection.execute(insert(artifacts).values(values | subject))


def register_run_file(connection: Connection, file: RunFile) -> None:
    """Say which bytes a run gave a name to."""
    connection.execute(insert(run_files).values(asdict(file)))


def read_run_files(connection: Connection) -> tuple[RunFile, ...]:
    """Files of runs themselves, those of the oldest run first."""
    query = (
        select(run_files).join(runs).order_by(runs.c.number, runs.c.run_id.desc(), run_files.c.path)
    )
    return tuple(
        RunFile(row.run_id, row.path, row.sha256, row.size) for row in connection.execute(query)
    )


def find_artifact(
    connection: Connection, edition_id: str, kind: str, subject: Subject | None
) -> ArtifactRecord | None:
    """The newest file of that edition and kind."""
    query = select(artifacts).where(artifacts.c.edition_id == edition_id, artifacts.c.kind == kind)
    if subject is not None:
        query = query.where(*_of(subject))
    row = connection.execute(query.order_by(artifacts.c.artifact_id.desc()).limit(1)).first()
    return None if row is None else _record(row)


def read_artifacts(
    connection: Connection, period: str | None, subject: Subject | None
) -> tuple[ArtifactRecord, ...]:
    """Registered files in the order they were published."""
    query: Select = select(artifacts).order_by(artifacts.c.artifact_id)
    if period is not None:
        query = query.where(artifacts.c.period == period)
    if subject is not None:
        query = query.where(*_of(subject))
    return tuple(_record(row) for row in connection.execute(query))


def next_version(
    connection: Connection, period: str, subject: Subject, kind: str, language: str | None
) -> int:
    """One more than the highest version, over all languages where none is named."""
    query = select(func.max(artifacts.c.version)).where(
        artifacts.c.period == period, *_of(subject), artifacts.c.kind == kind
    )
    if language is not None:
        query = query.where(artifacts.c.language == language)
    return (connection.execute(query).scalar() or 0) + 1


def _of(subject: Subject) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    kind, key = artifacts.c.subject_kind, artifacts.c.subject_id
    return kind == subject.kind, key == subject.id


def _record(row: Row) -> ArtifactRecord:
    return ArtifactRecord(
        run_id=row.run_id,
        subject=Subject(SubjectKind(row.subject_kind), row.subject_id),
        period=row.period,
        kind=row.kind,
        language=row.language,
        version=row.version,
        path=row.path,
        sha256=row.sha256,
        size=row.size,
        edition_id=row.edition_id,
        dropped=tuple((slide, reason) for slide, reason in json.loads(row.dropped)),
        renewal_line=row.renewal_line,
    )
