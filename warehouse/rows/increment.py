"""An increment beside the rows that hold: its keys replace what was known under them."""

from sqlalchemy import Connection, FromClause, Table, and_, exists, func, select, update
from sqlalchemy.sql.elements import ColumnElement

from transforms.tables import TABLES
from warehouse import schema
from warehouse.staging.staged_rows import OUTDATED, StagedRows, is_kept


def named_by_increment(
    connection: Connection, staged: StagedRows, name: str, source: str, live: ColumnElement[bool]
) -> ColumnElement[bool]:
    """The condition for canonical rows whose keys the increment names, to load them anew or to
    end them.

    Staged rows that were last changed before the ones that hold are set aside first: an older
    version that comes late does not count. Where neither says when, the later delivery does.
    """
    canonical, stage = schema.CANONICAL[name], staged.table(name)
    staged.index(stage, *TABLES[name].key)
    of_source = stage.c.source == source
    _set_outdated_aside(connection, canonical, stage, and_(live, _same_key(name, stage)), of_source)
    _note_changes(connection, canonical, stage, live, of_source)
    other = stage.alias("named")
    states = and_(other.c.source == source, other.c.kept_out.is_distinct_from(OUTDATED))
    return exists(select(1).where(_same_key(name, other), states).correlate(canonical))


def _set_outdated_aside(
    connection: Connection,
    canonical: Table,
    stage: Table,
    live: ColumnElement[bool],
    of_source: ColumnElement[bool],
) -> None:
    newer = exists(
        select(1).where(live, canonical.c.changed_at > stage.c.changed_at).correlate(stage)
    )
    aside = update(stage).where(of_source, stage.c.changed_at.is_not(None), newer)
    connection.execute(aside.values(kept_out=OUTDATED))


def _note_changes(
    connection: Connection,
    canonical: Table,
    stage: Table,
    live: ColumnElement[bool],
    of_source: ColumnElement[bool],
) -> None:
    """A row that came again without a change holds as of its latest moment."""
    same = and_(stage.c.row_hash == canonical.c.row_hash, of_source, is_kept(stage))
    moments = select(func.max(stage.c.changed_at)).where(same)
    latest = moments.correlate(canonical).scalar_subquery()
    dated = select(1).where(same, stage.c.changed_at.is_not(None))
    came_again = exists(dated.correlate(canonical))
    connection.execute(update(canonical).where(live, came_again).values(changed_at=latest))


def _same_key(name: str, stage: FromClause) -> ColumnElement[bool]:
    canonical = schema.CANONICAL[name]
    return and_(*(canonical.c[column] == stage.c[column] for column in TABLES[name].key))
