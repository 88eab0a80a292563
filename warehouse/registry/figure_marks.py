"""Which clients' figures came from what, so that those of unchanged rows are taken over.

A mark stands as long as the figures that it was left with: whatever else is stored of the client
at that moment, from other rows or settings, takes the mark away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import Column, Connection, Integer, MetaData, Table, delete, insert, literal, select

from warehouse.registry.tables import figure_marks
from warehouse.rows.column_types import TEXT
from warehouse.rows.membership import among
from warehouse.schema import kpi_values

_CLIENT = "client"


@dataclass(frozen=True)
class FigureMarks:
    """What the figures of some clients at a moment come from."""

    known_at: datetime
    scope: str
    """Which figures these are."""
    inputs: Mapping[str, str]
    """By client, the fingerprint of all that they are computed from."""


def add_marks(connection: Connection, marks: FigureMarks) -> None:
    """Keep them with the figures that were stored in the same transaction."""
    _take_away(connection, marks)
    if marks.inputs:
        said = {"scope": marks.scope, "known_at": marks.known_at}
        rows = [said | {"client_id": key, "inputs": text} for key, text in marks.inputs.items()]
        connection.execute(insert(figure_marks), rows)


def take_over(connection: Connection, marks: FigureMarks, figures: pd.DataFrame) -> frozenset[str]:
    """Make the figures of clients whose mark stands those of this moment as well, and say of which
    clients. `figures` has a row for each KPI, period and version that the scope means."""
    standing = _standing(connection, marks)
    wanted = Table(
        *("taken_over_figures", MetaData()),
        # Looked up for each figure that is copied.
        *(Column(name, TEXT, primary_key=True) for name in ("kpi", "period")),
        Column("version", Integer, primary_key=True, autoincrement=False),
        prefixes=["TEMPORARY"],
    )
    older = {moment: keys for moment, keys in standing.items() if moment != marks.known_at}
    if older:
        wanted.create(connection)
        rows = [{str(key): cell for key, cell in row.items()} for row in figures.to_dict("records")]
        connection.execute(insert(wanted), rows)
        for moment, keys in older.items():
            _copied(connection, wanted, moment, marks.known_at, keys)
        wanted.drop(connection)
    taken = frozenset(key for keys in standing.values() for key in keys)
    same = {key: marks.inputs[key] for key in taken}
    add_marks(connection, FigureMarks(marks.known_at, marks.scope, same))
    return taken


def _standing(connection: Connection, marks: FigureMarks) -> Mapping[datetime, list[str]]:
    """Clients whose figures came from the same, by the moment at which these are stored."""
    own = figure_marks.c
    query = select(own.client_id, own.known_at, own.inputs).where(own.scope == marks.scope)
    found: dict[datetime, list[str]] = {}
    for key, known_at, inputs in connection.execute(query):
        if marks.inputs.get(key) == inputs:
            found.setdefault(known_at, []).append(key)
    return found


def _copied(
    connection: Connection, wanted: Table, since: datetime, now: datetime, clients: list[str]
) -> None:
    own = kpi_values.c
    same = [wanted.c[name] == own[name] for name in ("kpi", "period", "version")]
    are_theirs = (
        among(connection, own.entity_id, clients),
        own.entity_type == _CLIENT,
        select(wanted.c.kpi).where(*same).exists(),
    )
    connection.execute(delete(kpi_values).where(own.known_at == now, *are_theirs))
    others = [column for column in own if column.name != "known_at"]
    copied = select(literal(now, own.known_at.type), *others).where(
        own.known_at == since, *are_theirs
    )
    names = ["known_at", *(column.name for column in others)]
    connection.execute(insert(kpi_values).from_select(names, copied))


def _take_away(connection: Connection, marks: FigureMarks) -> None:
    """Marks of these clients in the same scope, and those of this moment that came from other
    rows or settings."""
    own = figure_marks.c
    is_theirs = among(connection, own.client_id, list(marks.inputs))
    connection.execute(delete(figure_marks).where(is_theirs, own.scope == marks.scope))
    query = select(own.client_id, own.scope, own.inputs).where(
        is_theirs, own.known_at == marks.known_at
    )
    for key, scope, inputs in connection.execute(query).all():
        if marks.inputs[key] != inputs:
            connection.execute(delete(figure_marks).where(own.client_id == key, own.scope == scope))
