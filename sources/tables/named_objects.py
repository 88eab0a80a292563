"""Objects that a record names by their ids alone, and that stand in other files of its source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from sources.readers.json_records import json_objects
from sources.readers.opened import ExportFile

_Object = dict[str, Any]


@dataclass
class NamedObjects:
    """What the files of one source hold by id, each file read once and only where it is asked."""

    files: Sequence[ExportFile] = ()
    """In the order of their age: of an id that several have, the last one says what it is."""
    _known: dict[str, dict[str, _Object]] = field(default_factory=dict)
    """By pattern and id."""

    def beside(self, file: ExportFile) -> ExportFile:
        """The file with records that spell out what its mapping says they name."""
        named = file.entry.named
        spell_out = partial(self.spelled_out, named=named) if named else None
        return replace(file, spell_out=spell_out)

    def spelled_out(self, record: object, named: Mapping[str, str]) -> object:
        """The record with the objects in place of their ids. `named` says by the name under which
        they stand the pattern of the files that hold them. One that stands there in part keeps
        what it says; one that no file has stays an id."""
        if isinstance(record, list):
            return [self.spelled_out(item, named) for item in record]
        if not isinstance(record, dict):
            return record
        return {name: self._member(name, value, named) for name, value in record.items()}

    def _member(self, name: str, value: object, named: Mapping[str, str]) -> object:
        if name in named:
            known = self._objects(named[name])
            is_list = isinstance(value, list)
            each = [_whole(item, known) for item in (value if is_list else [value])]
            value = each if is_list else each[0]
            # An object is not looked for in itself.
            named = {other: file for other, file in named.items() if other != name}
        return self.spelled_out(value, named)

    def _objects(self, pattern: str) -> dict[str, _Object]:
        if pattern not in self._known:
            self._known[pattern] = {}
            for file in self.files:
                if file.entry.pattern == pattern:
                    self._known[pattern] |= _by_id(json_objects(file))
        return self._known[pattern]


def _whole(value: object, known: Mapping[str, _Object]) -> object:
    if isinstance(value, dict):
        return {**known.get(str(value.get("id", "")), {}), **value}
    return known.get(value, value) if isinstance(value, str) else value


def _by_id(objects: Iterable[_Object]) -> dict[str, _Object]:
    """Objects by their ids, but for ids under which a file says two things."""
    found: dict[str, _Object] = {}
    doubtful: set[str] = set()
    for item in objects:
        key = str(item.get("id", ""))
        if found.setdefault(key, item) != item:
            doubtful.add(key)
    return {key: item for key, item in found.items() if key and key not in doubtful}
