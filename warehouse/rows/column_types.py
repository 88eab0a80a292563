"""How each kind of value is stored, the same way on SQLite and PostgreSQL."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Double, Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from transforms.tables import Kind


class Instant(TypeDecorator[datetime]):
    """A point in time: `timestamptz` on PostgreSQL, UTC text of fixed width on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


# Byte order, whatever the database's language: rows come out in one order everywhere.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")
# SQLite numbers rows by itself only in a column declared INTEGER.
ROW_ID = BigInteger().with_variant(Integer(), "sqlite")

TYPES: dict[Kind, TypeEngine] = {
    Kind.TEXT: TEXT,
    Kind.INTEGER: BigInteger(),
    Kind.MONEY: BigInteger(),
    Kind.NUMBER: Double(),
    Kind.DECIMAL: TEXT,
    Kind.DATE: Date(),
    Kind.TIMESTAMP: Instant(),
    Kind.BOOLEAN: Boolean(),
    Kind.CURRENCY: TEXT,
}

DTYPE_TYPES: dict[str, TypeEngine] = {
    "str": TEXT,
    "Int64": BigInteger(),
    "Float64": Double(),
    "datetime64[us]": Date(),
}
"""For frames that the pure core describes by dtypes alone."""
