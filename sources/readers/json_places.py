"""Where the records of a JSON document stand: each with the place at which it begins."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.values.numbers import PlainNumber

_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(parse_float=PlainNumber, parse_int=str, parse_constant=str)

Placed = tuple[int, object]
"""The place of a record's first character, and the record."""


@dataclass(frozen=True)
class PlacedDocument:
    """A document with the records at a path; None where nothing lies there."""

    document: object
    records: Sequence[Placed] | None

    def lines(self, content: str) -> Sequence[int]:
        """The line on which each record begins; where all stand on one line, which nobody would
        find anything by, their numbers.

        >>> document = placed_document('[{"a": 1},\\n {"a": 2}]', [])
        >>> document.lines('[{"a": 1},\\n {"a": 2}]')
        [1, 2]
        """
        found: list[int] = []
        line, before = 1, 0
        for place, _ in self.records or ():
            line += content.count("\n", before, place)
            before = place
            found.append(line)
        is_one_line = len(found) > 1 and len(set(found)) == 1
        return list(range(1, len(found) + 1)) if is_one_line else found


def placed_document(content: str, path: Sequence[str]) -> PlacedDocument:
    """The document, its numbers as written. Raises JSONDecodeError and RecursionError."""
    document, end, records = _value(content, 0, path)
    if _BLANK.fullmatch(content, end) is None:
        raise json.JSONDecodeError("Extra data", content, _past_blank(content, end))
    return PlacedDocument(document, records)


_Found = tuple[object, int, list[Placed] | None]
"""A value, the place after it, and the records in it."""


def _value(content: str, at: int, path: Sequence[str]) -> _Found:
    at = _past_blank(content, at)
    first = content[at : at + 1]
    if first == "[":
        return _list(content, at, path)
    if first == "{" and path:
        return _object(content, at, path)
    value, end = _DECODER.raw_decode(content, at)
    return value, end, None if path else [(at, value)]


def _list(content: str, at: int, path: Sequence[str]) -> _Found:
    """The records of a list, or those of the pages that it is made of."""
    items: list[object] = []
    records: list[Placed] = []
    has_records = not path
    at = _past_blank(content, at + 1)
    if content[at : at + 1] == "]":
        return items, at + 1, records
    while True:
        place = _past_blank(content, at)
        if path:
            item, at, found = _value(content, place, path)
            has_records |= found is not None
            records += found or ()
        else:
            item, at = _DECODER.raw_decode(content, place)
            records.append((place, item))
        items.append(item)
        at, is_last = _after_item(content, at, "]")
        if is_last:
            return items, at, records if has_records else None


def _object(content: str, at: int, path: Sequence[str]) -> _Found:
    """The records under the path's first name."""
    members: dict[str, object] = {}
    records: list[Placed] | None = None
    at = _past_blank(content, at + 1)
    if content[at : at + 1] == "}":
        return members, at + 1, records
    while True:
        name, at = _name(content, at)
        if name == path[0]:
            members[name], at, records = _value(content, at, path[1:])
        else:
            members[name], at = _DECODER.raw_decode(content, _past_blank(content, at))
        at, is_last = _after_item(content, at, "}")
        if is_last:
            return members, at, records


def _name(content: str, at: int) -> tuple[str, int]:
    at = _past_blank(content, at)
    if content[at : at + 1] != '"':
        told = "Expecting property name enclosed in double quotes"
        raise json.JSONDecodeError(told, content, at)
    name, end = _DECODER.raw_decode(content, at)
    end = _past_blank(content, end)
    if content[end : end + 1] != ":":
        raise json.JSONDecodeError("Expecting ':' delimiter", content, end)
    return str(name), end + 1


def _after_item(content: str, at: int, close: str) -> tuple[int, bool]:
    """The place of the next item, or the one after the last."""
    at = _past_blank(content, at)
    sign = content[at : at + 1]
    if sign not in (close, ","):
        raise json.JSONDecodeError("Expecting ',' delimiter", content, at)
    return at + 1, sign == close


def _past_blank(content: str, at: int) -> int:
    found = _BLANK.match(content, at)
    return found.end() if found else at
