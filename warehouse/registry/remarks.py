"""What managers wrote into decks: added, never changed; the newest of a place holds."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, insert, select

from warehouse.registry.records import RemarkRecord
from warehouse.rows.membership import among
from warehouse.schema import remarks


def add_remarks(connection: Connection, records: Sequence[RemarkRecord]) -> None:
    """Keep remarks beside the ones before them."""
    if records:
        connection.execute(insert(remarks), [asdict(record) for record in records])


def newest_remarks(
    connection: Connection, period: str, clients: Sequence[str]
) -> tuple[RemarkRecord, ...]:
    """The last one of each place, oldest place first; one without text was taken back."""
    query = (
        select(remarks)
        .where(remarks.c.period == period, among(connection, remarks.c.client_id, clients))
        .order_by(remarks.c.remark_id)
    )
    newest: dict[tuple[str, str, str], RemarkRecord] = {}
    for row in connection.execute(query):
        record = RemarkRecord(
            row.client_id,
            row.period,
            row.kind,
            row.place,
            row.text,
            row.edition_id,
            row.sha256,
            row.imported_by,
            row.imported_at,
        )
        newest[record.client_id, record.kind, record.place] = record
    return tuple(record for record in newest.values() if record.text)
