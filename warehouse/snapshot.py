"""A delivered table beside the rows that hold, and what becomes of both."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, and_, bindparam, func, select, update
from sqlalchemy.sql.elements import ColumnElement

from warehouse import schema
from warehouse.arrow_rows import repeat_hash
from warehouse.bulk import refresh_statistics
from warehouse.increment import named_by_increment
from warehouse.new_rows import Numbers, append, append_first, numbered
from warehouse.records import TableChange
from warehouse.staged_rows import is_kept
from warehouse.staging import Staging


def apply_snapshot(
    connection: Connection, staging: Staging, name: str, sources: Mapping[str, int], load_id: int
) -> tuple[TableChange, ...]:
    """Make the staged rows of a table the ones that hold of those sources from this load on.

    `sources` says how many rows each delivers. A row that is already there with the same
    content stays; one that changed or vanished is superseded. Content is the row's own columns,
    not where it was read: the same row in next month's file is the same row.
    """
    canonical, stage = schema.CANONICAL[name], staging.staged.table(name)
    if staging.staged.may_share_keys(name):
        _number_repeats(connection, stage)
    newest = connection.execute(select(func.max(canonical.c.row_id))).scalar()
    if newest is None:
        changes = append_first(connection, staging, name, sources, load_id)
    else:
        changes = tuple(
            _of_source(connection, staging, name, source, rows, Numbers(load_id, newest + 1))
            for source, rows in sources.items()
        )
    refresh_statistics(connection, canonical, sum(change.inserted for change in changes))
    return changes


def _number_repeats(connection: Connection, stage: Table) -> None:
    """Tell apart rows that are alike in everything, so that one of two repeats can vanish."""
    alike = (
        select(stage.c.source, stage.c.row_hash)
        .where(is_kept(stage))
        .group_by(stage.c.source, stage.c.row_hash)
        .having(func.count() > 1)
        .subquery()
    )
    same = and_(stage.c.source == alike.c.source, stage.c.row_hash == alike.c.row_hash)
    found = connection.execute(
        select(stage.c.label, stage.c.source, stage.c.row_hash)
        .join(alike, same)
        .where(is_kept(stage))
        .order_by(stage.c.label)
    ).all()
    seen: dict[tuple[str, bytes], int] = {}
    numbered: list[dict[str, object]] = []
    for label, source, row_hash in found:
        repeat = seen.get((source, row_hash), 0)
        seen[source, row_hash] = repeat + 1
        if repeat:
            numbered.append({"at": label, "told_apart": repeat_hash(bytes(row_hash), repeat)})
    if numbered:
        changed = update(stage).where(stage.c.label == bindparam("at"))
        connection.execute(changed.values(row_hash=bindparam("told_apart")), numbered)


def _of_source(
    connection: Connection,
    staging: Staging,
    name: str,
    source: str,
    rows: int,
    numbers: Numbers,
) -> TableChange:
    canonical, stage = schema.CANONICAL[name], staging.staged.table(name)
    live = and_(canonical.c.source == source, canonical.c.superseded_load_id.is_(None))
    mine = and_(stage.c.source == source, is_kept(stage))
    is_increment = (source, name) in staging.increments
    superseded, new = 0, numbered(stage, name, numbers).where(mine)
    if connection.execute(select(canonical.c.row_id).where(live).limit(1)).first() is not None:
        staging.staged.settle()
        staging.staged.index(stage, "row_hash")
        named: ColumnElement[bool] | None = None
        if is_increment:
            named = named_by_increment(connection, staging.staged, name, source, live)
        superseded = _supersede(connection, canonical, stage, live, mine, named, numbers.load_id)
        same = and_(canonical.c.row_hash == stage.c.row_hash, live)
        new = new.select_from(stage.outerjoin(canonical, same)).where(canonical.c.row_id.is_(None))
    inserted = append(connection, canonical, stage, new)
    return TableChange(source, name, inserted, superseded, rows - inserted)


def _supersede(
    connection: Connection,
    canonical: Table,
    stage: Table,
    live: ColumnElement[bool],
    mine: ColumnElement[bool],
    named: ColumnElement[bool] | None,
    load_id: int,
) -> int:
    """End the versions that are not in the delivery; returns how many. Of an increment only
    those that it names.

    An outer join rather than NOT IN or NOT EXISTS: both databases then build the hash or the
    index they need by themselves.
    """
    same = and_(canonical.c.row_hash == stage.c.row_hash, mine)
    gone = (
        select(canonical.c.row_id)
        .outerjoin(stage, same)
        .where(live)
        .where(stage.c.row_hash.is_(None))
    )
    if named is not None:
        gone = gone.where(named)
    statement = update(canonical).where(canonical.c.row_id.in_(gone))
    return connection.execute(statement.values(superseded_load_id=load_id)).rowcount
