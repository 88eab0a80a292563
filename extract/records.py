"""The records of a page, whatever its format."""

import json
from typing import Any

from extract.bulk import rows
from extract.grammar import Stream, value_at


def records_of(stream: Stream, content: bytes) -> list[Any] | None:
    """None where there is no list at the stream's place."""
    if stream.is_bulk:
        return rows(content)
    found = value_at(json.loads(content), stream.records)
    return found if isinstance(found, list) else None
