"""What people took back: the records stay, and are read no more."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, ColumnElement, Connection, exists, insert, select

from warehouse.schema import withdrawals


class RecordKind(StrEnum):
    """What can be taken back."""

    DECISION = "decision"
    REMARK = "remark"
    SIGNATURE = "signature"


def withdraw(
    connection: Connection, kind: RecordKind, records: Iterable[int], who: str, now: datetime
) -> None:
    """Take records back that were not taken back before."""
    own = withdrawals.c
    before = select(own.record_id).where(own.record_kind == kind)
    known = set(connection.execute(before).scalars())
    for record in set(records) - known:
        values = {"record_kind": kind, "record_id": record}
        connection.execute(
            insert(withdrawals).values(values | {"withdrawn_by": who, "withdrawn_at": now})
        )


def still_standing(kind: RecordKind, record_id: Column) -> ColumnElement[bool]:
    """Whether a record was not taken back."""
    own = withdrawals.c
    return ~exists().where(own.record_kind == kind, own.record_id == record_id)
