"""Rows kept out of earlier loads, of which a later one says more."""

from collections.abc import Iterable

from sqlalchemy import Connection, Select, exists, false, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from transforms.tables import TABLES
from warehouse import schema
from warehouse.registry.records import TableChange
from warehouse.staging.staged_rows import OUTDATED
from warehouse.staging.staging import Staging


def settle_faults(
    connection: Connection, staging: Staging, changes: Iterable[TableChange], load_id: int
) -> None:
    """Note which earlier faults of the tables hold no more from this load on.

    A whole table settles all of them. An increment settles those of rows that it names by their
    key, whatever becomes of them, and those of the same landing, which it reads again; others
    stay, as their rows are still not known.
    """
    faults = schema.quarantine
    for change in changes:
        name, source = change.table_name, change.source
        settled = update(faults).where(
            faults.c.source == source,
            faults.c.table_name == name,
            faults.c.settled_load_id.is_(None),
        )
        if (source, name) in staging.increments:
            is_named = _is_named(staging, name, source)
            settled = settled.where(or_(is_named, faults.c.load_id.in_(_same_landing(load_id))))
        connection.execute(settled.values(settled_load_id=load_id))


def _is_named(staging: Staging, name: str, source: str) -> ColumnElement[bool]:
    """Whether the increment has a row under the fault's key, no older than what is known."""
    stage, (key, *others) = staging.staged.table(name), TABLES[name].key
    if others:
        return false()
    named = select(1).where(
        stage.c.source == source,
        stage.c[key] == schema.quarantine.c.row_key,
        stage.c.kept_out.is_distinct_from(OUTDATED),
    )
    return exists(named.correlate(schema.quarantine))


def _same_landing(load_id: int) -> Select:
    loads, others = schema.loads, schema.loads.alias("others")
    landed = select(loads.c.landed_at).where(loads.c.load_id == load_id).scalar_subquery()
    return select(others.c.load_id).where(others.c.landed_at == landed)
