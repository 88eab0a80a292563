"""What managers wrote into decks: added, never changed; the newest of a place holds."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from sqlalchemy import Connection, Row, insert, select

from warehouse.registry.records import RemarkRecord
from warehouse.registry.withdrawals import RecordKind, still_standing
from warehouse.rows.membership import among
from warehouse.schema import remarks

_FIELDS = tuple(field.name for field in fields(RemarkRecord))


@dataclass(frozen=True)
class StoredRemark:
    """A remark with its number in the register."""

    remark_id: int
    remark: RemarkRecord


def add_remarks(connection: Connection, records: Sequence[RemarkRecord]) -> None:
    """Keep remarks beside the ones before them."""
    if records:
        connection.execute(insert(remarks), [asdict(record) for record in records])


def newest_remarks(
    connection: Connection, period: str, clients: Sequence[str]
) -> tuple[RemarkRecord, ...]:
    """The last one of each place, oldest place first; one without text was taken back."""
    query = _standing().where(
        remarks.c.period == period, among(connection, remarks.c.client_id, clients)
    )
    newest: dict[tuple[str, str, str], RemarkRecord] = {}
    for row in connection.execute(query):
        record = _remark(row)
        newest[record.client_id, record.kind, record.place] = record
    return tuple(record for record in newest.values() if record.text)


def stored_remarks(connection: Connection, client_id: str) -> tuple[StoredRemark, ...]:
    """All that was written about a client and not taken back, oldest first."""
    query = _standing().where(remarks.c.client_id == client_id)
    return tuple(StoredRemark(row.remark_id, _remark(row)) for row in connection.execute(query))


def _standing():
    own = still_standing(RecordKind.REMARK, remarks.c.remark_id)
    return select(remarks).where(own).order_by(remarks.c.remark_id)


def _remark(row: Row) -> RemarkRecord:
    return RemarkRecord(**{name: getattr(row, name) for name in _FIELDS})
