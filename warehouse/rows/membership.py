"""Lists of any length as one bound parameter: both databases limit how many a statement has."""

import json
from collections.abc import Sequence

from sqlalchemy import ARRAY, Column, Connection, Text, any_, func, literal, select
from sqlalchemy.sql.elements import ColumnElement


def among(connection: Connection, column: Column, values: Sequence[str]) -> ColumnElement[bool]:
    """Whether the column's text is one of the values."""
    if connection.dialect.name == "postgresql":
        return column == any_(literal(list(values), ARRAY(Text())))
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))
