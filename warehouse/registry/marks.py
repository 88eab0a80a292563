"""Whether anything that files come from changed since a run, and what runs spent where."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Table, and_, delete, func, insert, or_, select

from warehouse.registry.records import StepRecord
from warehouse.registry.tables import forgotten, run_marks, run_steps
from warehouse.schema import (
    approval_requests,
    artifacts,
    decisions,
    loads,
    remarks,
    signatures,
    withdrawals,
)

GROWING = (
    *(loads, decisions, approval_requests, signatures, withdrawals),
    *(remarks, artifacts, forgotten),
)
"""Tables that files come from and whose rows are never changed, only added; rows of loads change
with these alone."""


LOOKED_BACK_AT = "qbr"
"""The one kind of published files that later ones look back at: a review tells what has changed
since its client's deck. Pictures and workings that are made afterwards change no file."""


def heights(connection: Connection) -> dict[str, str]:
    """By table, how many rows it has and the highest key: others once one was added. Of published
    files only those of the kind that is looked back at."""
    return {table.name: _height(connection, table) for table in GROWING}


def _height(connection: Connection, table: Table) -> str:
    highest = (func.max(key) for key in table.primary_key.columns)
    query = select(func.count(), *highest).select_from(table)
    if table is artifacts:
        query = query.where(artifacts.c.kind == LOOKED_BACK_AT)
    count, *keys = connection.execute(query).one()
    return "/".join(map(str, (count, *keys)))


def add_mark(connection: Connection, run_id: str, period: str, mark: str) -> None:
    """Keep what the run's files came from; it stands for earlier ones of the same mark."""
    same = and_(run_marks.c.period == period, run_marks.c.mark == mark)
    connection.execute(delete(run_marks).where(or_(same, run_marks.c.run_id == run_id)))
    connection.execute(insert(run_marks).values(run_id=run_id, period=period, mark=mark))


def run_of_mark(connection: Connection, period: str, mark: str | None) -> str | None:
    """The run that left a mark, or any at all of a period."""
    query = select(run_marks.c.run_id).where(run_marks.c.period == period)
    if mark is not None:
        query = query.where(run_marks.c.mark == mark)
    return connection.execute(query.limit(1)).scalar()


def add_steps(connection: Connection, run_id: str, steps: Sequence[StepRecord]) -> None:
    """Keep what a run spent, in the order given."""
    rows = [asdict(step) | {"run_id": run_id, "place": n} for n, step in enumerate(steps)]
    if rows:
        connection.execute(insert(run_steps), rows)


def read_steps(connection: Connection, run_id: str) -> tuple[StepRecord, ...]:
    """What a run spent, by step."""
    query = select(run_steps).where(run_steps.c.run_id == run_id).order_by(run_steps.c.place)
    return tuple(
        StepRecord(row.step, row.parts, row.wall_seconds, row.cpu_seconds)
        for row in connection.execute(query)
    )
