"""JSON and JSON lines → records. Numbers stay as written, so that money stays exact."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from io import TextIOWrapper
from typing import Any
from urllib.parse import unquote

import numpy as np

from messages.clause import clause
from sources.readers.json_events import versions_told
from sources.readers.json_places import placed_document
from sources.readers.opened import ExportFile, opened_text
from sources.readers.records import CHUNK_ROWS, BrokenRecord, Records, as_json, folded
from sources.values.encoded_column import constant
from sources.values.numbers import PlainNumber

_NO_TEXT = re.compile(
    r"(?<!\\)((?:\\\\)*)"
    r"(\\u0000|\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)
PARENT = "parent."
ITEM = "item."
DOCUMENT = "document."
ABOVE = "#parent"
_NAMED_ABOVE = re.compile(r"@([^/@]+)-[0-9]{6,}\.[a-z]+$")


def json_records(file: ExportFile, paths: Sequence[str], each: str) -> Iterator[Records]:
    """The records of a JSON export, with the values at the dotted paths.

    With `each`, one record for every item of the list at that path; `parent.` before a path
    then looks in the record around the item, `item.` in the item, which may have a `parent` of
    its own. `document.` looks in the whole file, `#parent` is what its name says that it is of.
    """
    with opened_text(file) as text:
        is_lines = file.entry.format == "jsonl"
        document, numbered = (None, _lines(file, text)) if is_lines else _whole(file, text.read())
        batch: list[tuple[int, object]] = []
        for record in numbered:
            batch.append(record)
            if len(batch) == CHUNK_ROWS:
                yield _with_document(file, _records(file, batch, paths, each), document, paths)
                batch = []
        yield _with_document(file, _records(file, batch, paths, each), document, paths)


def json_objects(file: ExportFile) -> list[dict[str, Any]]:
    """The records of a JSON export as they are. Raises UnreadableExportError."""
    with opened_text(file) as text:
        is_lines = file.entry.format == "jsonl"
        numbered = _lines(file, text) if is_lines else _whole(file, text.read())[1]
        return [record for _, record in numbered if isinstance(record, dict)]


def json_holds(file: ExportFile, paths: Sequence[str]) -> bool:
    """Whether the list that the entry names is there, and its first record has these paths.

    A list without records says nothing against it. Raises UnreadableExportError.
    """
    with opened_text(file) as text:
        document = _parsed(file, text.read(), 0)
    found = _found(document, [part for part in file.entry.records.split(".") if part])
    return found is not None and all(_has(found[0], found[0], path) for path in paths if found)


def _with_document(
    file: ExportFile, records: Records, document: object, paths: Sequence[str]
) -> Records:
    """The records with what the file says once for all of them."""
    named = {path: _walk(document, path[len(DOCUMENT) :]) for path in paths if _is_outer(path)}
    found = {
        path: constant(_text(value), len(records))
        for path, value in named.items()
        if value is not _ABSENT
    }
    if ABOVE in paths:
        found[ABOVE] = constant(id_above(file.source_file), len(records))
    return replace(records, looked_up=found)


def id_above(source_file: str) -> str:
    """What a page is of, where its answer does not say it: the name of its file does.

    >>> id_above("zoom/participants@a%2Fb%3D%3D-000001.json")
    'a/b=='
    """
    found = _NAMED_ABOVE.search(source_file)
    return unquote(found[1]) if found else ""


def _is_outer(path: str) -> bool:
    return path.startswith(DOCUMENT)


def _whole(file: ExportFile, content: str) -> tuple[object, Iterator[tuple[int, object]]]:
    """The document, and its records with their lines."""
    _refuse_half_characters(file, content, 0)
    path = [part for part in file.entry.records.split(".") if part]
    with _told_of_json(file, 0):
        placed = placed_document(content, path)
    if placed.records is None:
        at = file.entry.records or "none"
        raise file.unreadable(clause("export-no-list", at=at, mapping=file.mapping_name))
    records = (record for _, record in placed.records)
    numbered = zip(placed.lines(content), _spelled_out(file, records), strict=True)
    events = file.entry.events
    return placed.document, versions_told(numbered, events) if events else numbered


def _spelled_out(file: ExportFile, records: Iterable[object]) -> Iterable[object]:
    return map(file.spell_out, records) if file.spell_out else records


def _found(document: object, parts: list[str]) -> list[object] | None:
    """The records at a path; a list on the way (pages of an API) is walked through.

    None where nothing lies at the path.
    """
    if not parts:
        return document if isinstance(document, list) else [document]
    if isinstance(document, list):
        return _found_in_pages(document, parts)
    if isinstance(document, dict) and parts[0] in document:
        return _found(document[parts[0]], parts[1:])
    return None


def _found_in_pages(pages: list[object], parts: list[str]) -> list[object] | None:
    found = [records for page in pages if (records := _found(page, parts)) is not None]
    return [record for records in found for record in records] if found or not pages else None


def _lines(file: ExportFile, text: TextIOWrapper) -> Iterator[tuple[int, object]]:
    for line, content in enumerate(text, start=1):
        if content.strip():
            record = _parsed(file, content, line - 1)
            inner = _found(record, [part for part in file.entry.records.split(".") if part])
            yield from ((line, item) for item in _spelled_out(file, inner or [record]))


def _parsed(file: ExportFile, content: str, lines_before: int) -> object:
    _refuse_half_characters(file, content, lines_before)
    with _told_of_json(file, lines_before):
        return json.loads(content, parse_float=PlainNumber, parse_int=str, parse_constant=str)


@contextmanager
def _told_of_json(file: ExportFile, lines_before: int) -> Iterator[None]:
    """What is wrong with a text that is no JSON, as a fault of the file."""
    try:
        yield
    except json.JSONDecodeError as error:
        line = error.lineno + lines_before
        raise file.unreadable(
            clause("export-not-json", line=line, problem=error.msg.lower())
        ) from error
    except RecursionError as error:
        raise file.unreadable(clause("export-nested-too-deeply")) from error


def _refuse_half_characters(file: ExportFile, content: str, lines_before: int) -> None:
    """No text can hold a zero byte or half a character, though JSON can write both."""
    found = _NO_TEXT.search(content) if "\\u" in content else None
    if found:
        line = content.count("\n", 0, found.start()) + lines_before + 1
        raise file.unreadable(clause("export-no-character", line=line, text=found[2]))


def _records(
    file: ExportFile, batch: list[tuple[int, object]], paths: Sequence[str], each: str
) -> Records:
    items = [(line, parent, item) for line, parent in batch for item in _items(parent, each)]
    whole = [found for found in items if isinstance(found[2], dict)]
    broken = tuple(
        BrokenRecord(line, "not_a_record", clause("expected-object"), as_json(item))
        for line, _, item in items
        if not isinstance(item, dict)
    )
    present = _present(whole, paths)
    return Records(
        tuple(present),
        np.array([line for line, _, _ in whole], dtype=np.int64),
        [[_text(_value(item, parent, path)) for path in present] for _, parent, item in whole],
        folded(file.entry.null),
        documents=[item for _, _, item in whole],
        has_numbers=True,
        broken=broken,
    )


def _present(whole: list[tuple[int, object, object]], paths: Sequence[str]) -> list[str]:
    """The paths that some record has; of no records all of them."""
    inner = [path for path in paths if not _is_outer(path) and path != ABOVE]
    if not whole:
        return inner
    return [path for path in inner if any(_has(item, parent, path) for _, parent, item in whole)]


def _items(record: object, each: str) -> Sequence[object]:
    if not each or not isinstance(record, dict):
        return [record]
    items = _walk(record, each)
    return items if isinstance(items, list) else []


_ABSENT = object()


def _has(item: object, parent: object, path: str) -> bool:
    return _value(item, parent, path) is not _ABSENT


def _value(item: object, parent: object, path: str) -> object:
    if path.startswith(PARENT) and parent is not item:
        return _walk(parent, path.removeprefix(PARENT))
    if path.startswith(ITEM) and parent is not item:
        return _walk(item, path.removeprefix(ITEM))
    return _walk(item, path)


def _walk(value: object, path: str) -> object:
    """The value at a dotted path; a number in the path is a place in a list.

    A name that itself holds dots is found first.
    """
    if isinstance(value, dict) and path in value:
        return value[path]
    parts = path.split(".")
    for place, part in enumerate(parts, start=1):
        if "[+" in part:
            return _added(value, part, ".".join(parts[place:]))
        value = _step(value, part)
        if value is None or value is _ABSENT:
            return value
    return value


def _added(value: object, part: str, path: str) -> object:
    """The sum over a list: `name[+].amount` of all its items, `name[+key=word].amount` of those
    that say so. 0 of none; absent where there is no list."""
    name, _, choice = part.partition("[+")
    items = _step(value, name)
    if not isinstance(items, list):
        return _ABSENT
    key, _, word = choice.removesuffix("]").partition("=")
    fitting = (item for item in items if not key or _text(_walk(item, key)) == word)
    texts = [_text(_walk(item, path)) for item in fitting]
    try:
        total = sum((Decimal(text) for text in texts if text), Decimal(0))
        return PlainNumber(format(total, "f"))
    except InvalidOperation:
        return next(text for text in texts if not _is_number(text))


def _is_number(text: str) -> bool:
    try:
        return bool(text) and Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _step(value: object, part: str) -> object:
    """One step of a path: `name`, `3`, or `name[key=word]`, the item of a list that says so."""
    name, _, choice = part.partition("[")
    if isinstance(value, dict):
        found = value.get(name, _ABSENT)
        return _chosen(found, choice.removesuffix("]")) if choice else found
    if isinstance(value, list) and part.isdecimal() and int(part) < len(value):
        return value[int(part)]
    return _ABSENT


def _chosen(items: object, choice: str) -> object:
    key, _, word = choice.partition("=")
    if not isinstance(items, list):
        return _ABSENT
    fitting = (item for item in items if isinstance(item, dict) and _text(item.get(key)) == word)
    return next(fitting, _ABSENT)


def _text(value: object) -> str:
    if value is None or value is _ABSENT:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else as_json(value)
